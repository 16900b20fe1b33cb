"""Patterns without regard to case, in a third of the time that `re.IGNORECASE` takes.

`re` tells at once by its first letter that an alternative fails, but only where case counts: so pattern and text are
both set in lower case.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property, lru_cache

from loaders.rules.compiled import compiled
from loaders.rules.lexicons import RuleError, lower_in_place

_ESCAPED = re.compile(r"(\\.|\(\?P)", re.DOTALL)


class Uncased:
    """A pattern for where something stands: its matches are those in lower case, at the same places."""

    def __init__(self, source: str) -> None:
        self._source = source

    def search(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The first match within [at, to)."""
        return self._pattern.search(_lowered(text), at, to)

    def match(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins there."""
        return self._pattern.match(_lowered(text), at, to)

    def fullmatch(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The match that is all of [at, to)."""
        return self._pattern.fullmatch(_lowered(text), at, to)

    def finditer(self, text: str, at: int = 0, to: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches within [at, to), in order."""
        return self._pattern.finditer(_lowered(text), at, to)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return compiled(in_lower_case(self._source))


def in_lower_case(source: str) -> str:
    """The source of a pattern for texts in lower case; what stands for a class of letters stays.

    Raises RuleError where a part of it asks for capitals.
    """
    if "(?-i:" in source:
        raise RuleError(f"a pattern in which case counts cannot be read without: {source}")
    parts = _ESCAPED.split(source)
    return "".join(part if at % 2 else part.lower() for at, part in enumerate(parts))


_lowered = lru_cache(maxsize=128)(lower_in_place)
