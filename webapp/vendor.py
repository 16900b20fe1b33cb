"""Copies the browser libraries that npm installed into `static/vendor`, with their licences and checksums.

Run as `python -m webapp.vendor` after `npm ci`. What lies in `static/vendor` is not committed.
"""

import hashlib
import json
import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import GcmError

_HERE = Path(__file__).parent
MODULES = _HERE / "frontend" / "node_modules"
TARGET = _HERE / "static" / "vendor"
CHECKSUMS = "checksums.json"

log = logging.getLogger(__name__)


class VendorError(GcmError):
    """A file that pages need was not installed, or is not what was copied."""


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package and the files of it that pages load."""

    name: str
    files: tuple[str, ...]


PACKAGES = (
    Package("vis-data", ("standalone/umd/vis-data.min.js",)),
    # The "peer" build: the "standalone" one writes style elements, which the Content-Security-Policy forbids.
    Package("vis-network", ("peer/umd/vis-network.min.js", "styles/vis-network.min.css")),
    Package("@zazuko/yasgui", ("build/yasgui.min.js", "build/yasgui.min.css")),
)


def copy_all(modules: Path = MODULES, target: Path = TARGET) -> dict[str, str]:
    """Copy the files of PACKAGES and the licences of all that is built into them.

    Gives the SHA-256 of each copy by its path under `target`. Raises VendorError when a file is missing.
    """
    if target.exists():
        shutil.rmtree(target)
    copies: list[Path] = []
    for package in PACKAGES:
        folder = target / package.name.rsplit("/", 1)[-1]
        folder.mkdir(parents=True)
        copies += [_copy(modules / package.name / name, folder) for name in package.files]
    copies += _copy_licences(modules, target / "licences")
    checksums = {path.relative_to(target).as_posix(): _sha256(path) for path in copies}
    (target / CHECKSUMS).write_text(json.dumps(checksums, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return checksums


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _copy(source: Path, folder: Path) -> Path:
    if not source.is_file():
        raise VendorError(f"{source.name} is not installed; run npm ci --prefix webapp/frontend")
    copied = folder / source.name
    # A source map would name a file that is not copied; a browser with open tools would ask for it in vain.
    lines = (line for line in source.read_bytes().split(b"\n") if not line.startswith(b"//# sourceMappingURL="))
    copied.write_bytes(b"\n".join(lines))
    return copied


def _copy_licences(modules: Path, folder: Path) -> list[Path]:
    """The built files carry the code of other packages: the licence of each installed one is kept."""
    copies = []
    for described in _shipped(modules):
        package = json.loads(described.read_text(encoding="utf-8"))
        place = folder / package["name"].replace("/", "__")
        place.mkdir(parents=True)
        texts = [
            path for path in sorted(described.parent.iterdir()) if path.name.lower().startswith(("licen", "copying"))
        ]
        for path in texts:
            shutil.copyfile(path, place / path.name)
        origin = place / "ORIGIN.txt"
        origin.write_text(
            f"{package['name']} {package['version']}\nLicence: {package.get('license', 'see beside')}\n",
            encoding="utf-8",
        )
        copies += [place / path.name for path in texts] + [origin]
    return copies


def _shipped(modules: Path) -> list[Path]:
    """The package.json of every installed package but those that only tests use."""
    lock = json.loads((modules / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
    shipped = (name for name, entry in lock.items() if not entry.get("dev"))
    return [modules.parent / name / "package.json" for name in sorted(shipped)]


def verify(target: Path = TARGET) -> list[str]:
    """Copied files that are missing or changed since; an empty list when all is as it was copied."""
    try:
        checksums = json.loads((target / CHECKSUMS).read_text(encoding="utf-8"))
    except OSError as error:
        raise VendorError("The browser libraries are not copied yet; run make setup") from error
    return [
        name
        for name, expected in sorted(checksums.items())
        if not (target / name).is_file() or _sha256(target / name) != expected
    ]


if __name__ == "__main__":
    copy_all()
