"""The round tables and panels of a meeting, by number or by topic: "second round table", "Table ronde 3", "Panel 1".

Those of the review forum are in the reference data (`loaders.recognition.typed`); these are of another meeting.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus
from loaders.places import Places
from loaders.reading.blocks import Block
from loaders.recognition.event_book import Event
from loaders.recognition.names import Names
from loaders.recognition.ordinals import in_words, ordinal
from loaders.recognition.spans import Span, longest_first
from loaders.recognition.typed import roundtable_number
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sieve import SoughtTogether

_MOST = 20


@lru_cache(maxsize=1)
def _patterns() -> SoughtTogether:
    nouns = alternatives([re.escape(noun) for names in load("events")["round_tables"].values() for noun in names])
    return SoughtTogether(
        {
            "number": re.compile(
                rf"\b(?P<noun>{nouns})\s(?:(?:no\.?|n[°º]|núm\.)\s?)?(?P<n>\d{{1,2}}|I{{1,3}}|IV|V)\b", re.IGNORECASE
            ),
            "ordinal": re.compile(rf"\b(?P<n>[\w-]+)\s(?P<noun>{nouns})\b(?!\s\d)", re.IGNORECASE),
            "topic": re.compile(rf"^(?P<noun>{nouns})\s(?:on|sur|sobre)\s[^.,;:()\n]{{3,80}}(?<!\s)", re.IGNORECASE),
        }
    )


def round_tables(block: Block, spans: Sequence[Span], main: Event, title: str, names: Names) -> list[Span]:
    """The spans of a block with the round tables that it names. title: what the meeting is called in English."""
    taken = Places((s.at, s.to) for s in spans if s.code in "TEW")
    found = [span for span in _named(block, main, title, names) if not taken.touch(span.at, span.to)]
    return longest_first([*spans, *found]) if found else list(spans)


def _named(block: Block, main: Event, title: str, names: Names) -> Iterator[Span]:
    stem = main.path.partition("/")[2]
    for pattern, number_of in (("number", _numeral), ("ordinal", ordinal)):
        for found in _patterns().finditer(pattern, block.text):
            number = number_of(found["n"])
            if number and number <= _MOST:
                english = _english(found["noun"])
                path = f"roundtable/{slug(f'{stem} {english}', 60)}-{number}"
                name = f"{in_words(number)} {english} of the {title}"
                short = [f"{english.capitalize()} {number}", f"{title} {english} {number}", found[0]]
                yield _span(found, names.bring(path, "Roundtable", name, *short))
    for topic in _patterns().finditer("topic", block.text):
        path = names.bring(f"roundtable/{slug(f'{stem} {topic[0]}', 80)}", "Roundtable", topic[0])
        yield _span(topic, path)


def _numeral(word: str) -> int | None:
    return roundtable_number(word) if not word.isdigit() else int(word)


def _english(noun: str) -> str:
    return next(str(kind) for kind, nouns in load("events")["round_tables"].items() if noun.casefold() in nouns)


def _span(found: re.Match[str], path: str) -> Span:
    return Span(found.start(), found.end(), "T", path, "pattern", LinkStatus.PROVISIONAL)
