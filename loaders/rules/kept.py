"""What takes long to make of rules and word lists, kept in files from one start to the next.

A file is named by all that its content depends on and never changes; any may be deleted at any time. Where one cannot
be read or written, things are made as ever.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from ontology.settings import load_settings

_UNREADABLE = (OSError, zlib.error, EOFError, ValueError, TypeError)
T = TypeVar("T")


def kept(source: str, make: Callable[[str], T]) -> T:
    """What make gives for a text: numbers, texts, None, and tuples, lists, sets and dictionaries of them.

    make: a function of this package that gives the same for the same text. Raises what it raises.
    """
    folder = _folder()
    return make(source) if folder is None else kept_in(folder, source, make)


def kept_in(folder: Path, source: str, make: Callable[[str], T]) -> T:
    """The same, kept in a folder."""
    file = folder / sha256(f"{_version()} {make.__qualname__} {source}".encode()).hexdigest()
    with suppress(*_UNREADABLE):
        found: T = marshal.loads(zlib.decompress(file.read_bytes()))
        return found
    made = make(source)
    _write(file, made)
    return made


@cache
def _folder() -> Path | None:
    named = load_settings().cache_dir
    with suppress(RuntimeError):  # nobody's home
        return Path(named).expanduser() / "rules" if named else None
    return None


@cache
def _version() -> str:
    """Of Python, and of the code of this package."""
    code = sha256(sys.version.encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        code.update(module.read_bytes())
    return code.hexdigest()


def _write(file: Path, made: Any) -> None:
    """Whole or not at all, whoever else writes the same."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        content = zlib.compress(marshal.dumps(made), level=1)
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(file)
