"""Small files and small functions, as a budget that cannot be overdrawn unnoticed."""

import ast
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.project import ROOT, generated, source_files, tracked_files, tree

MEDIAN_LINES = 120
FILE_LINES = 300
FUNCTION_LINES = 50
BANNED_NAMES = {"manager", "handler", "helper", "helpers", "util", "utils", "misc"}

SOURCES = [path for path in source_files() if not generated(path)]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_half_of_the_files_are_short() -> None:
    """The median file is read in one look."""
    assert median(count for path in SOURCES if (count := _lines(path)) > 5) <= MEDIAN_LINES


@pytest.mark.parametrize("path", SOURCES, ids=_id)
def test_no_file_is_a_hall(path: Path) -> None:
    """No source file is longer than the bar."""
    assert _lines(path) <= FILE_LINES


@pytest.mark.parametrize("path", SOURCES, ids=_id)
def test_no_function_is_long(path: Path) -> None:
    """No function, docstring and decorators included, is longer than the bar."""
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: size for f in functions if (size := (f.end_lineno or f.lineno) - f.lineno + 1) > FUNCTION_LINES}
    assert long == {}


def test_no_name_hides_what_a_thing_does() -> None:
    """No module, class or function is a manager, handler, helper, util or misc."""
    found = [
        f"{_id(path)}: {name}"
        for path in source_files()
        for name in [
            path.stem,
            *(node.name for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef | ast.FunctionDef)),
        ]
        if BANNED_NAMES & set(_parts(name))
    ]
    assert found == []


def test_every_test_folder_is_a_package() -> None:
    """Without `__init__.py`, `import graph` in a test could find the folder of its tests."""
    folders = {path.parent for path in tracked_files() if path.suffix == ".py" and path.is_relative_to(ROOT / "tests")}
    assert [_id(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def _parts(name: str) -> list[str]:
    """`QueryHandler` and `query_handler` -> query, handler."""
    spaced = "".join(f"_{c}" if c.isupper() else c for c in name)
    return spaced.casefold().split("_")
