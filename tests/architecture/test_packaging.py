"""The wheel: what is in it, and that it works where no checkout is."""

import json
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from tests.architecture.project import PACKAGES, ROOT, tracked_files
from webapp import release

pytestmark = pytest.mark.slow

NOT_SHIPPED = ("webapp/frontend/",)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with the libraries that are installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "-q",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(folder),
        ".",
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of programs of a fresh environment with the wheel; libraries are borrowed from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    command = [programs / "python", "-m", "pip", "-q", "install", "--no-deps", "--no-index", wheel]
    subprocess.run(command, check=True, capture_output=True)
    site = next((folder / "lib").glob("python*/site-packages"))
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (site / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return programs


def test_the_wheel_holds_four_packages_and_the_command(wheel: Path) -> None:
    """Tests, documentation and scripts never ship."""
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert top == {*PACKAGES, "gcm.py"}


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    """Vocabulary, shapes, queries, rules, templates and static files ship with the code that reads them."""
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = (path.relative_to(ROOT).as_posix() for path in tracked_files())
    expected = {name for name in ours if name.split("/")[0] in PACKAGES and not name.startswith(NOT_SHIPPED)}
    assert sorted(expected - names) == []


def test_the_wheel_holds_no_installed_packages(wheel: Path) -> None:
    """The folder npm fills stays behind."""
    assert [name for name in zipfile.ZipFile(wheel).namelist() if "node_modules" in name] == []


def test_each_top_level_name_has_one_owner(installed: Path) -> None:
    """No library in use brings a package of the same name."""
    code = "import importlib.metadata as m, json; print(json.dumps(m.packages_distributions()))"
    command = [installed / "python", "-c", code]
    owners = json.loads(subprocess.run(command, cwd=installed, check=True, capture_output=True, text=True).stdout)
    assert {name for name in (*PACKAGES, "gcm") if set(owners[name]) != {"gcm-knowledge-graph"}} == set()


def test_the_installed_command_loads_and_answers(installed: Path, tmp_path: Path) -> None:
    """Away from the checkout the command loads a document and answers a query over it."""
    store = ["--store", str(tmp_path / "store")]
    document = ROOT / "loaders" / "samples" / "road-to-imrf-2022.md"
    load = subprocess.run(
        [installed / "gcm", "load", *store, document], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert load.stdout.startswith("1 loaded")
    query = tmp_path / "ask.rq"
    query.write_text("ASK { GRAPH ?g { ?claim a <https://w3id.org/gcm-kg/ontology#Claim> } }", encoding="utf-8")
    answer = subprocess.run(
        [installed / "gcm", "query", *store, query], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert answer.stdout.strip() == "true"


def test_one_version_is_told_everywhere() -> None:
    """Pages, the command and the citation name the version of pyproject.toml."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {told} == {release.VERSION, version("gcm-knowledge-graph"), citation["version"]}
