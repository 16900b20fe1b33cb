"""Patterns that are sought in every passage: each is tried only where the words stand that it needs.

One automaton looks for the words of all of them, once in a passage.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any, Generic, Protocol, TypeVar

from loaders.rules.compiled import compiled
from loaders.rules.pattern_source import Need, needs
from loaders.rules.sieve import Sieve
from loaders.rules.uncased import Uncased

_PAIR = re.compile(r"\s?\w\w\s?")
_KNOWN: list["_Sought[Any]"] = []
_MANY = 16  # patterns that are worth another sieve


class _Pattern(Protocol):
    def finditer(self, text: str, at: int, to: int, /) -> Iterator[re.Match[str]]: ...
    def search(self, text: str, at: int, to: int, /) -> re.Match[str] | None: ...
    def match(self, text: str, at: int, to: int, /) -> re.Match[str] | None: ...
    def fullmatch(self, text: str, at: int, to: int, /) -> re.Match[str] | None: ...


P = TypeVar("P", bound=_Pattern)


class _Sought(Generic[P]):
    """A pattern whose methods give what those of `re.Pattern` give; it is compiled when a text has what it needs."""

    def __init__(self, source: str, make: Callable[[], P]) -> None:
        self._source, self._make, self._bit = source, make, 1 << len(_KNOWN)
        _KNOWN.append(self)
        _passing.cache_clear()

    def finditer(self, text: str, at: int = 0, to: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches within [at, to), in order."""
        return self._pattern.finditer(text, at, to) if _passing(text) & self._bit else iter(())

    def search(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The first match within [at, to)."""
        return self._pattern.search(text, at, to) if _passing(text) & self._bit else None

    def match(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins there."""
        return self._pattern.match(text, at, to) if _passing(text) & self._bit else None

    def fullmatch(self, text: str, at: int = 0, to: int = sys.maxsize) -> re.Match[str] | None:
        """The match that is all of [at, to)."""
        return self._pattern.fullmatch(text, at, to) if _passing(text) & self._bit else None

    def may_match(self, text: str) -> bool:
        """Whether a text has what the pattern needs."""
        return bool(_passing(text) & self._bit)

    @cached_property
    def _pattern(self) -> P:
        return self._make()

    @cached_property
    def needs(self) -> list[Need]:
        """What a text must have for the pattern to match; pairs of letters only where there is no more."""
        found = needs(self._source)
        return [need for need in found if not any(map(_PAIR.fullmatch, need))] or found


class Sought(_Sought[re.Pattern[str]]):
    """A pattern of `re`."""

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        super().__init__(source, lambda: compiled(source, flags))

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with all matches replaced."""
        return self._pattern.sub(instead, text) if _passing(text) & self._bit else text


class SoughtUncased(_Sought[Uncased]):
    """A pattern without regard to case, see `Uncased`."""

    def __init__(self, source: str) -> None:
        super().__init__(source, lambda: Uncased(source))


@lru_cache(maxsize=1)
def _sieve(known: int) -> Sieve:
    """The sieve of so many patterns."""
    return Sieve(one.needs for one in _KNOWN[:known])


@lru_cache(maxsize=2048)  # the passages of a long document, each asked for again by one stage after the other
def _passing(text: str) -> int:
    """Bits of the patterns that may match; the last that modules brought as they were first used are let through."""
    sifted = len(_KNOWN) // _MANY * _MANY
    return _sieve(sifted).passing_bits(text) | -1 << sifted
