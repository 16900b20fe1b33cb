"""The project as these tests see it: the files git would commit, and their syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("graph", "ontology", "webapp", "loaders")


@cache
def tracked_files() -> tuple[Path, ...]:
    """Files git knows or would add, without those that .gitignore names."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return tuple(path for name in sorted(names.split("\0")) if name and (path := ROOT / name).is_file())


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """Relative path and text of each tracked file that is text."""
    return tuple((_relative(path), text) for path in tracked_files() if (text := _text(path)) is not None)


def source_files() -> Iterator[Path]:
    """Python files that are shipped: the four packages and the command."""
    for path in tracked_files():
        head = path.relative_to(ROOT).parts[0]
        if path.suffix == ".py" and (head in PACKAGES or head == "gcm.py"):
            yield path


def generated(path: Path) -> bool:
    """Whether the file says in its first lines that it is not edited by hand."""
    return "Do not edit" in path.read_text(encoding="utf-8")[:400]


@cache
def tree(path: Path) -> ast.Module:
    """Syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
