"""Which of many patterns can match a text at all, told by the words they need.

Most patterns need words that most sentences do not have. One automaton looks for the words of all patterns at once
(the prefilter of RE2's FilteredRE2; Cox, "Regular Expression Matching with a Trigram Index", 2012). A pattern that is
let through may still not match; one that is held back never does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import ahocorasick_rs

from loaders.rules.pattern_source import Need, needs, worth


def fold(text: str) -> str:
    """A text as patterns without regard to case see it: to them a dotless i is an i as well."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i̇", "i").replace("ı", "i")


class Sieve:
    """Patterns by number, and the literals each of them needs."""

    def __init__(self, sources: Sequence[str]) -> None:
        found = [[frozenset(map(fold, need)) for need in needs(source)] for source in sources]
        literals = sorted({literal for of_pattern in found for need in of_pattern for literal in need})
        self._automaton = ahocorasick_rs.AhoCorasick(literals, store_patterns=False)
        self._numbers = {literal: number for number, literal in enumerate(literals)}
        self._always: list[int] = []
        self._called: dict[int, list[tuple[int, tuple[frozenset[int], ...]]]] = defaultdict(list)
        for pattern, of_pattern in enumerate(found):
            self._enter(pattern, of_pattern)

    def _enter(self, pattern: int, found: Sequence[Need]) -> None:
        """A pattern is called by the need that tells most; the others are looked at when it is called."""
        if not found:
            self._always.append(pattern)
            return
        ranked = sorted(found, key=worth, reverse=True)
        first, *others = [frozenset(self._numbers[literal] for literal in need) for need in ranked]
        for literal in first:
            self._called[literal].append((pattern, tuple(others)))

    def passing(self, text: str) -> list[int]:
        """Numbers of the patterns that may match, in order."""
        matches = self._automaton.find_matches_as_indexes(fold(text), overlapping=True)
        return sorted({*self._always, *self._called_by({match[0] for match in matches})})

    def _called_by(self, found: set[int]) -> Iterator[int]:
        for literal in found:
            for pattern, others in self._called.get(literal, ()):
                for need in others:
                    if need.isdisjoint(found):
                        break
                else:
                    yield pattern


class Later:
    """A pattern that is compiled when it is first tried: of all rules, a short text lets few through the sieve."""

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source, self._flags = source, flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order. Raises re.error when the pattern is none."""
        return self._pattern.finditer(text)


class SoughtTogether:
    """Patterns by name behind one sieve: a text is sifted once for all of them."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._patterns, self._names = patterns, list(patterns)
        self._sieve = Sieve([pattern.pattern for pattern in patterns.values()])
        self._last: tuple[str, frozenset[str]] = ("", frozenset())

    def finditer(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """All matches of the pattern of that name, in order."""
        if self._last[0] is not text:
            self._last = (text, frozenset(self._names[number] for number in self._sieve.passing(text)))
        return self._patterns[name].finditer(text) if name in self._last[1] else iter(())
