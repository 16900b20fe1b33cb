"""Patterns that are sought in every passage: each is tried only where the words stand that it needs.

One automaton looks for the words of all of them, once in a passage.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property, lru_cache

from loaders.rules.compiled import compiled
from loaders.rules.pattern_source import Need, needs
from loaders.rules.sieve import Sieve

_KNOWN: list["Sought"] = []


class Sought:
    """A pattern whose methods give what those of `re.Pattern` give; it is compiled when a text has what it needs."""

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source, self._flags, self._bit = source, flags, 1 << len(_KNOWN)
        _KNOWN.append(self)

    def finditer(self, text: str, at: int = 0, to: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches within [at, to), in order."""
        return self._pattern.finditer(text, at, to) if self.may_match(text) else iter(())

    def search(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The first match within [at, to)."""
        return self._pattern.search(text, at, to) if self.may_match(text) else None

    def match(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins there."""
        return self._pattern.match(text, at, to) if self.may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is the whole text."""
        return self._pattern.fullmatch(text) if self.may_match(text) else None

    def may_match(self, text: str) -> bool:
        """Whether a text has what the pattern needs."""
        return bool(_passing(text, len(_KNOWN)) & self._bit)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return compiled(self._source, self._flags)

    @cached_property
    def needs(self) -> list[Need]:
        """What a text must have for the pattern to match."""
        return needs(self._source)


@lru_cache(maxsize=1)
def _sieve(known: int) -> Sieve:
    """The sieve of so many patterns: a module that is first used may bring more."""
    return Sieve(one.needs for one in _KNOWN[:known])


@lru_cache(maxsize=256)
def _passing(text: str, known: int) -> int:
    return _sieve(known).passing_bits(text)
