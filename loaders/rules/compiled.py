"""Compiled patterns, kept from one start to the next: making those of one language takes seconds.

`re` has no way to keep what it makes, so that this does in two steps what `re.compile` does in one. Both are private to
Python: where they are not as known here, a pattern is made as ever.
"""

import re
from array import array
from importlib import import_module
from typing import Any

from loaders.rules.kept import kept

_LONG = 1_000  # characters of a pattern from which on it takes longer to make than to read
_CODE = "I"  # what arrays call the words that patterns are compiled to
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def compiled(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What `re.compile` gives. Raises re.error as it does."""
    if len(source) >= _LONG:
        try:
            return _pattern(source, kept(f"{int(flags)} {source}", _made))
        except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
            pass
    return re.compile(source, flags)


def _made(flags_and_source: str) -> _Made:
    """Flags, code, number of groups, their numbers by name and their names by number."""
    flags, _, source = flags_and_source.partition(" ")
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(source, int(flags))
    code = array(_CODE, compiler._code(parsed, int(flags)))
    state: Any = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return int(flags) | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


def _pattern(source: str, made: _Made) -> re.Pattern[str]:
    flags, content, groups, numbers, names = made
    code = array(_CODE)
    code.frombytes(content)
    pattern: re.Pattern[str] = import_module("_sre").compile(source, flags, code.tolist(), groups, numbers, names)
    return pattern
