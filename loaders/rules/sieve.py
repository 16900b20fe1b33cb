"""Which of many patterns can match a text at all, told by the words they need.

Most patterns need words that most sentences do not have. One automaton looks for the words of all patterns at once
(the prefilter of RE2's FilteredRE2; Cox, "Regular Expression Matching with a Trigram Index", 2012). A pattern that is
let through may still not match; one that is held back never does.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

import ahocorasick_rs

from loaders.rules.compiled import compiled
from loaders.rules.pattern_source import Need, worth
from loaders.rules.uncased import Uncased

_MOST_NEEDS = 4  # of a pattern: further ones tell little and hold back next to nothing


def fold(text: str) -> str:
    """A text as patterns without regard to case see it: to them a dotless i is an i as well."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i̇", "i").replace("ı", "i")


class Sieve:
    """Patterns by number, and the literals each of them needs.

    The needs of a pattern are ranked, the one that tells most first. An integer has a bit for each rank and pattern:
    the bits of a literal are the needs that it meets, and a pattern passes whose bits are set in all ranks.
    """

    def __init__(self, needed: Iterable[Iterable[Need]]) -> None:
        """needed: what each of the patterns needs."""
        found = [_ranked(of_pattern) for of_pattern in needed]
        literals = sorted({literal for of_pattern in found for need in of_pattern for literal in need})
        numbers = {literal: number for number, literal in enumerate(literals)}
        self._automaton = ahocorasick_rs.AhoCorasick(literals, store_patterns=False)
        self._ranks, self._patterns = max(map(len, found), default=0), len(found)
        self._met_always = (1 << self._ranks * self._patterns) - 1
        self._met = [0] * len(literals)
        for pattern, of_pattern in enumerate(found):
            for rank, need in enumerate(of_pattern):
                bit = 1 << rank * self._patterns + pattern
                self._met_always ^= bit
                for literal in need:
                    self._met[numbers[literal]] |= bit

    def passing(self, text: str) -> list[int]:
        """Numbers of the patterns that may match, in order."""
        return _bits(self.passing_bits(text))

    def passing_bits(self, text: str) -> int:
        """The same, each as the bit of its number."""
        matches = self._automaton.find_matches_as_indexes(fold(text), overlapping=True)
        met = self._met_always
        for literal in {match[0] for match in matches}:
            met |= self._met[literal]
        passing = (1 << self._patterns) - 1
        for rank in range(self._ranks):
            passing &= met >> rank * self._patterns
        return passing


def _ranked(found: Iterable[Need]) -> list[Need]:
    return sorted(map(_folded, found), key=worth, reverse=True)[:_MOST_NEEDS]


@lru_cache(maxsize=4096)
def _folded(need: Need) -> Need:
    """The literals of a choice, but those that begin or end with another of them, as "hosted" begins with "host"."""
    kept: set[str] = set()
    for literal in sorted(map(fold, need), key=len):
        if not any(literal[:at] in kept or literal[at:] in kept for at in range(len(literal) + 1)):
            kept.add(literal)
    return frozenset(kept)


def _bits(number: int) -> list[int]:
    """Which bits of a number are set, in order."""
    found = []
    while number:
        lowest = number & -number
        found.append(lowest.bit_length() - 1)
        number ^= lowest
    return found


class Later:
    """A pattern without regard to case that is made when it is first tried: a short text lets few through the sieve."""

    def __init__(self, source: Callable[[], str]) -> None:
        self._source = source

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order. Raises re.error when the source is none of a pattern."""
        return self._pattern.finditer(text) if self._uncased.search(text) else iter(())

    @cached_property
    def _uncased(self) -> Uncased:
        return Uncased(self._source())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return compiled(self._source(), re.IGNORECASE)
