"""Papers that a meeting adopts, where no rule has read it: a deed beside their name, whatever else the sentence is."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.records import PassageKind, Polarity
from loaders.claims.about.context import Context
from loaders.claims.about.focus import is_only_mentioned
from loaders.claims.papers.about_objectives import is_governed_there
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

_PAPER = re.compile(r"⟦I#(\d+)⟧")
_MEETING = re.compile(r"⟦E#(\d+)⟧")
_ACTOR = re.compile(r"⟦[A-Z]*[SUORHWP][A-Z]*#\d+⟧")
_NEAR = 70  # letters between a paper and what is done with it


def adopted_by_clause(
    found: Recognition, context: Context, sentences: Mapping[tuple[int, int], Masked], stated: Sequence[Stated]
) -> Iterator[Stated]:
    """Adopts, for papers that this document brings in and of which no sentence told who adopts them.

    sentences: those with names, as they stand, by their block and place.
    """
    told = {one.object for one in stated if one.relation == "adopts"}
    for (order, _), masked in sentences.items():
        if "⟦I#" not in masked.text or found.reading.blocks[order].kind is PassageKind.HEADING:
            continue
        for paper in _PAPER.finditer(masked.text):
            path = masked.members(int(paper[1]))[-1].span.entity
            if path in told or path not in found.names.brought or not _is_done(masked.text, paper):
                continue
            if _has_subject(masked.text) or cue("adopted_papers", "not-there").search(masked.text):
                break
            unit = Unit(masked, found.reading.blocks[order], (Spot(order, masked.at, masked.to),))
            meeting = _meeting(unit, context)
            said = qualify(masked.text, paper.start(), paper.end())
            if meeting and said.polarity is Polarity.POSITIVE:
                yield Stated(subject=meeting, relation="adopts", object=path, spots=unit.spots, qualification=said,
                             rule="adopted-by-clause", inferences=("context",))  # fmt: skip


def _has_subject(text: str) -> bool:
    """Whether a sentence names somebody who may do it: a name that hangs on no noun before it."""
    return any(not is_governed_there(text, one.start()) for one in _ACTOR.finditer(text))


def _is_done(text: str, paper: re.Match[str]) -> bool:
    deed = cue("adopted_papers", "deed")
    begin, end = max(0, paper.start() - _NEAR), paper.end() + _NEAR
    return any(
        "⟦" not in text[min(one.end(), paper.end()) : max(one.start(), paper.start())]
        for one in deed.finditer(text, begin, end)
    )


def _meeting(unit: Unit, context: Context) -> str | None:
    """The one meeting of the sentence, else the one at which the passage is."""
    text = unit.masked.text
    named = [one for one in _MEETING.finditer(text) if not is_only_mentioned(text, one.start())]
    if len(named) == 1:
        return unit.masked.members(int(named[0][1]))[-1].span.entity
    return None if _MEETING.search(text) else context.fill("context-adopting", unit)
