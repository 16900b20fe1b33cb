"""Documentation is part of the program: what is generated is fresh, what is named exists, what is answered is true."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.contract import Store
from ontology.generate import stale
from tests.architecture.project import ROOT, tracked_files

INPUT = (
    "loaders/samples",
    "benchmarks/extraction/development",
    "benchmarks/extraction/test",
)
"""Folders of documents that are read, and are not about the project."""
PAGES = [
    path
    for path in tracked_files()
    if path.suffix == ".md" and not any(path.is_relative_to(ROOT / folder) for folder in INPUT)
]
REFERENCE = ROOT / "docs" / "reference"
LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)#\s]+)(#[^)\s]*)?\)|!\[[^\]]*\]\(([^)\s]+)\)")
EXAMPLE = re.compile(r"```sparql\n(.*?)```.*?```csv\n(.*?)```", re.DOTALL)
CSV = {"solutions": "text/csv", "boolean": "text/csv", "graph": "text/turtle"}


def _id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_pages_written_by_the_program_are_fresh() -> None:
    """Commands, settings and routes are documented as they are; `make docs` writes them."""
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.stdout, result.returncode) == ("", 0), result.stderr


def test_files_written_from_the_vocabulary_are_fresh() -> None:
    """Terms and the reference pages of vocabulary and data say what their sources say."""
    assert stale() == []


def test_every_named_query_is_documented() -> None:
    """A query that pages or programs use by name is on the reference page of queries."""
    page = (REFERENCE / "queries.md").read_text(encoding="utf-8")
    names = sorted(path.stem for path in (ROOT / "graph" / "queries").rglob("*.rq"))
    assert names
    assert [name for name in names if f"`{name}`" not in page] == []


@pytest.mark.parametrize("path", PAGES, ids=_id)
def test_no_link_leads_nowhere(path: Path) -> None:
    """Every relative link of a page names a file of the project."""
    targets = [m[0] or m[2] for m in LINK.findall(path.read_text(encoding="utf-8"))]
    local = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in local if not (path.parent / target).exists()] == []


def test_the_readme_is_short() -> None:
    """A newcomer reads it whole."""
    assert 60 <= len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 100


def _examples() -> list[tuple[str, str, str]]:
    found = ((page, match) for page in PAGES for match in EXAMPLE.finditer(page.read_text(encoding="utf-8")))
    return [(_id(page), match[1], match[2]) for page, match in found]


def test_readme_and_tutorial_show_answers() -> None:
    """The pages a newcomer reads first hold a query with its answer."""
    assert {"README.md", "docs/tutorial/first-query.md"} <= {page for page, _, _ in _examples()}


@pytest.mark.parametrize(
    ("path", "query", "answer"), _examples(), ids=lambda value: value if value.endswith(".md") else ""
)
def test_an_answer_shown_is_the_answer_given(path: str, query: str, answer: str, sample_store: Store) -> None:
    """Each query of the documentation gives the rows printed below it, over the sample documents."""
    with sample_store.view() as view:
        given = view.query(query, CSV).body.decode()
    assert list(csv.reader(io.StringIO(given))) == list(csv.reader(io.StringIO(answer)))
