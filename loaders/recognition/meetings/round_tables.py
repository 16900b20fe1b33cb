"""The round tables and panels that a meeting numbers: "second round table", "Table ronde 3", "Panel 1".

Those of the review forum are in the reference data (`loaders.recognition.names.typed`); these are of another meeting.
Papers write the noun as one word or two, with a digit or an ordinal: a table gets all these names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.recognition.names.ordinals import in_words, ordinal
from loaders.recognition.names.tables_in_order import tables_in_order
from loaders.recognition.names.typed import roundtable_number
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_MOST = 20
_TITLE = re.compile(r"\s?[:.–—]\s[«“\"]?(?P<title>[A-ZÀ-Þ][^.:;()«»“”\"–—]{8,90}?)[»”\"]?(?=\.|\s?[(;–—]|$)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A round table named at [at, to): its noun in English, its number or letter, and the title that follows it."""

    at: int
    to: int
    noun: str
    mark: str
    title: str = ""

    def names(self, words: str, meetings: Sequence[str]) -> tuple[str, ...]:
        """All it may be called by, the one to print first. words: those of the text; meetings: names of the whole."""
        nouns = dict.fromkeys((self.noun, self.noun.replace(" ", "")))
        plain = [f"{noun.capitalize()} {self.mark}" for noun in nouns]
        first = f"{in_words(int(self.mark))} {self.noun}" if self.mark.isdigit() else plain[0]
        whole = [f"{name} of the {meeting}" for meeting in meetings for name in plain]
        whole += [f"{meeting} {name}" for meeting in meetings for name in plain]
        return tuple(dict.fromkeys((f"{first} of the {meetings[0]}", *plain, *whole, words, self.title)))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Sought]:
    nouns = alternatives([re.escape(noun) for names in load("events")["round_tables"].values() for noun in names])
    return {
        "number": Sought(
            rf"\b(?P<noun>{nouns})\s(?:(?:no\.?|n[°º]|núm\.)\s?)?(?P<n>\d{{1,2}}|I{{1,3}}|IV|V)\b", re.IGNORECASE
        ),
        "letter": Sought(rf"\b(?P<noun>(?i:{nouns}))\s(?P<n>[A-H])\b(?![-'’])"),
        "ordinal": Sought(rf"\b(?P<n>[\w-]+)\s(?P<noun>{nouns})\b(?!\s\d)", re.IGNORECASE),
    }


def round_tables(text: str) -> Iterator[Numbered]:
    """Each numbered or lettered round table or panel of a text."""
    for pattern, number_of in (("number", _numeral), ("ordinal", ordinal)):
        for found in _patterns()[pattern].finditer(text):
            number = number_of(found["n"])
            if number and number <= _MOST:
                yield _of(found, str(number))
    for at, to, place in tables_in_order(text):
        yield Numbered(at, to, "round table", str(place))
    for found in _patterns()["letter"].finditer(text):
        yield _of(found, found["n"])


def _of(found: re.Match[str], mark: str) -> Numbered:
    title = _TITLE.match(found.string, found.end())
    return Numbered(found.start(), found.end(), _english(found["noun"]), mark, title["title"] if title else "")


def _numeral(word: str) -> int | None:
    return roundtable_number(word) if not word.isdigit() else int(word)


def _english(noun: str) -> str:
    return next(str(kind) for kind, nouns in load("events")["round_tables"].items() if noun.casefold() in nouns)
