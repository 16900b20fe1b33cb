"""Who presides in the first person: "the round table that I had the honour to co-chair" is told of the speaker."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.records import Modality, Polarity
from loaders.claims.about.context import Context
from loaders.claims.sentence.masked import unmasked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.frame.speech_head import speech_head
from loaders.reading.blocks import Block, Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_FIRM = (Modality.ASSERTED, Modality.PLANNED)
_JOINTLY = re.compile(r"co-?(?:chair|presid|présid)|jointly", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|that|que)\s$|\bqu['’]$", re.IGNORECASE)
_OFFICES = frozenset({"chairs", "coChairs"})
_BEHIND, _BEFORE = 120, 60  # letters within which stands what one presides over


@lru_cache(maxsize=1)
def _presides() -> Sought:
    return Sought(alternatives(list(load("speeches")["presided_by_me"])), re.IGNORECASE)


def with_the_speaker(found: Recognition, context: Context, stated: Sequence[Stated]) -> list[Stated]:
    """The claims with the person who gives a speech where it says "I chair", in place of the State that speaks."""
    speakers = {p.path for block in speech_head(found.reading.blocks) for p in found.people[block.order]}
    if found.frame.genre != "speech" or len(speakers) != 1:
        return list(stated)
    told = [one for block in found.reading.blocks for one in _of_block(found, context, block, *speakers)]
    sentences = {one.spots[0] for one in told}
    others = (
        one
        for one in stated
        if not (one.relation in _OFFICES and one.subject == found.speaker and one.spots[0] in sentences)
    )
    return [*others, *told]


def _of_block(found: Recognition, context: Context, block: Block, speaker: str) -> Iterator[Stated]:
    for said in _presides().finditer(block.text):
        at, to = block.sentence_at(said.start())
        over = _over(found, block, (at, to), said)
        unit = Unit(unmasked(block, at, to), block, (Spot(block.order, at, to),))
        if over is None and _RELATIVE.search(block.text, at, said.start()):
            continue  # "the committee that I chair", of which nothing else is known
        over = over or context.fill("roundtable-of-passage or context-event", unit, said.end() - at)
        qualification = qualify(block.text[at:to], said.start() - at, said.end() - at)
        if over and qualification.polarity is Polarity.POSITIVE and qualification.modality in _FIRM:
            yield Stated(subject=speaker, relation="coChairs" if _JOINTLY.search(said[0]) else "chairs", object=over,
                         spots=unit.spots, rule="presided-by-me", qualification=qualification)  # fmt: skip


def _over(found: Recognition, block: Block, sentence: tuple[int, int], said: re.Match[str]) -> str | None:
    """The meeting or group right behind "I chair", else right before it."""
    at, to = sentence
    named = [s for s in found.spans[block.order] if s.code in "ETW" and at <= s.at < to]
    behind = [s.entity for s in named if said.end() <= s.at <= said.end() + _BEHIND]
    before = [s.entity for s in named if said.start() - _BEFORE <= s.to <= said.start()]
    return next(iter(behind or before[::-1]), None)
