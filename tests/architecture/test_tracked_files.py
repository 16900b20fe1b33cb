"""What must never be committed: places of one machine, addresses of registries, half a merge."""

import json
import re

import pytest

from tests.architecture.project import ROOT, text_files, tracked_files

MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:work|root|tmp|home|Users)/\w")
REGISTRY = re.compile(
    r"\b(?:registry|mirrors?|index|files|artifact[\w-]*)\.[a-z0-9-]+\.(?:org|com|dev|io|net)\b|\bpypi\.\w{2,}"
)
CONFLICT = re.compile(r"^(<{7} |>{7} )", re.MULTILINE)
LARGEST = 2_000_000


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATH, REGISTRY, CONFLICT], ids=["path of a machine", "host of a registry", "conflict mark"]
)
def test_no_text_file_names(pattern: re.Pattern[str]) -> None:
    """No text file names a place that only one machine has."""
    found = {path: match.group() for path, text in text_files() if (match := pattern.search(text))}
    assert found == {}


def test_the_python_lock_has_versions_and_nothing_else() -> None:
    """Every line is `name==version`: no address, no local path, no hash."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pin = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*")
    assert [line for line in lines if not line.startswith("#") and not pin.fullmatch(line)] == []


def test_the_npm_lock_has_no_addresses() -> None:
    """Packages are named by version and checksum; where they come from is each machine's affair."""
    packages = json.loads((ROOT / "webapp/frontend/package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_no_installed_file_is_committed() -> None:
    """Front-end libraries are installed at set-up, loaded graphs stay in data/, and no file is huge."""
    names = [path.relative_to(ROOT).as_posix() for path in tracked_files()]
    assert [
        name for name in names if name.startswith(("webapp/static/vendor/", "data/")) or "node_modules/" in name
    ] == []
    assert [path.name for path in tracked_files() if path.stat().st_size > LARGEST] == []
