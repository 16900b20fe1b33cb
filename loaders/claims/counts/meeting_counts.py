"""How often a body met: "The Committee met twice", "el grupo se reunió cinco veces"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from loaders.claims.about.context import Context
from loaders.claims.sentence.masked import unmasked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.figures.numbers import find_numbers
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import sought_cue

_BODIES = "WURPF"
_TWICE = {"twice": 2, "thrice": 3}
_UNIT = {"en": "meetings", "es": "reuniones", "fr": "réunions"}
_OF = re.compile(r"\s(?:of|del?|d[eu]s?)\s(?:the\s|la\s|el\s|l['’])?|\sd['’]", re.IGNORECASE)
_ASIDE = re.compile(r"(?:\s\([^()]*\)|,[^.;:]{1,60},)?\s?(?:[\w’'-]+\s?){0,5}")


def meeting_counts(found: Recognition, block: Block, context: Context) -> Iterator[Stated]:
    """hasCount of the body that a sentence opens with, or that is spoken of, for how many times it met."""
    language = found.reading.language
    for at, to in block.sentences:
        times = sought_cue("holdings", "met-times").search(block.text, at, to)
        if not times:
            continue
        value = _value(times[0], language)
        named = _named(context.row(block.order, _BODIES).starting(at, times.start()), block.text)
        unit = Unit(unmasked(block, at, to), block, (Spot(block.order, at, to),))
        here = named if named and _ASIDE.fullmatch(block.text, named.to, times.start()) else None
        body = here.entity if here else context.fill("context-body", unit)
        if body and value and value > 1:
            yield Stated(subject=body, relation="hasCount", value=value, unit=_UNIT.get(language, "meetings"),
                         measure="meetings", spots=unit.spots, rule="met-times",
                         qualification=qualify(block.text[at:to], times.start() - at, times.end() - at))  # fmt: skip


def _named(spans: Sequence[Span], text: str) -> Span | None:
    """The name right before the verb, or the group that it only says the body of: "the Committee of the Fund"."""
    last = spans[-1] if spans else None
    whole = len(spans) > 1 and spans[-2].code == "W" and _OF.fullmatch(text, spans[-2].to, spans[-1].at)
    return replace(spans[-2], to=spans[-1].to) if whole else last


def _value(words: str, language: str) -> Decimal | None:
    """How many times the words say."""
    twice = next((number for word, number in _TWICE.items() if word in words.lower()), None)
    numbers = find_numbers(words, language)
    return Decimal(twice) if twice else numbers[-1].value if numbers else None
