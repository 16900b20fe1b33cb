"""The round tables and panels that a meeting numbers: "second round table", "Table ronde 3", "Panel 1".

Those of the review forum are in the reference data (`loaders.recognition.typed`); these are of another meeting. Papers
write the noun as one word or two, with a digit or an ordinal: a table gets all these names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.recognition.ordinals import in_words, ordinal
from loaders.recognition.typed import roundtable_number
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sieve import SoughtTogether

_MOST = 20


@dataclass(frozen=True, slots=True)
class Numbered:
    """A round table named at [at, to): its noun in English and its number."""

    at: int
    to: int
    noun: str
    number: int

    def names(self, words: str, meeting: str) -> tuple[str, ...]:
        """All it may be called by, the one to print first. words: those of the text; meeting: the name of the whole."""
        first = f"{in_words(self.number)} {self.noun} of the {meeting}"
        nouns = (self.noun, self.noun.replace(" ", ""))
        plain = [f"{noun.capitalize()} {self.number}" for noun in dict.fromkeys(nouns)]
        whole = [f"{name} of the {meeting}" for name in plain] + [f"{meeting} {name}" for name in plain]
        return tuple(dict.fromkeys((first, *plain, *whole, words)))


@lru_cache(maxsize=1)
def _patterns() -> SoughtTogether:
    nouns = alternatives([re.escape(noun) for names in load("events")["round_tables"].values() for noun in names])
    return SoughtTogether(
        {
            "number": re.compile(
                rf"\b(?P<noun>{nouns})\s(?:(?:no\.?|n[°º]|núm\.)\s?)?(?P<n>\d{{1,2}}|I{{1,3}}|IV|V)\b", re.IGNORECASE
            ),
            "ordinal": re.compile(rf"\b(?P<n>[\w-]+)\s(?P<noun>{nouns})\b(?!\s\d)", re.IGNORECASE),
        }
    )


def round_tables(text: str) -> Iterator[Numbered]:
    """Each numbered round table or panel of a text."""
    for pattern, number_of in (("number", _numeral), ("ordinal", ordinal)):
        for found in _patterns().finditer(pattern, text):
            number = number_of(found["n"])
            if number and number <= _MOST:
                yield Numbered(found.start(), found.end(), _english(found["noun"]), number)


def _numeral(word: str) -> int | None:
    return roundtable_number(word) if not word.isdigit() else int(word)


def _english(noun: str) -> str:
    return next(str(kind) for kind, nouns in load("events")["round_tables"].items() if noun.casefold() in nouns)
