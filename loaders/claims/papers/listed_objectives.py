"""Objectives listed one by one under a line that says whose they are: "The objectives before Roundtable 3 are:"."""

import re
from collections.abc import Iterator

from graph.records import PassageKind
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.subjects import is_devoted
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition

_DEVOTED = "TWEI"
_OPENS = re.compile(r"\W*(?:(?:objectives?|objetivos?|objectifs?)\s)?(?:n[º°o.]+\s?)?", re.IGNORECASE)
_ANNOUNCES = re.compile(r"\b(?:objectives?|objetivos?|objectifs?)\b.*:\W*$", re.IGNORECASE | re.DOTALL)


def listed_objectives(found: Recognition) -> Iterator[Stated]:
    """coversObjective for the items of a list that open with an objective, of what the line above them names."""
    lead: Block | None = None
    for block in found.reading.blocks:
        if block.kind is not PassageKind.ITEM:
            lead = block
            continue
        opening = [s for s in found.spans[block.order] if s.code == "J"]
        if lead is None or not opening or not _OPENS.fullmatch(block.text, 0, opening[0].at):
            continue
        at, to = lead.sentence_at(len(lead.text.rstrip()) - 1)
        owner = _owner(found.spans[lead.order], at) if _ANNOUNCES.search(lead.text[at:]) else None
        for path in _first_of(opening, block.text) if owner else ():
            yield Stated(subject=str(owner), relation="coversObjective", object=path,
                         spots=(Spot(block.order, 0, len(block.text)), Spot(lead.order, at, to)),
                         qualification=qualify(lead.text[at:], 0, len(lead.text) - at),
                         rule="listed-objectives")  # fmt: skip


def _owner(spans: list[Span], at: int) -> str | None:
    """The one thing that a lead-in names and that may be about some objectives."""
    named = {s.entity for s in spans if s.at >= at and s.code in _DEVOTED and is_devoted(s.entity)}
    return named.pop() if len(named) == 1 else None


def _first_of(objectives: list[Span], text: str) -> Iterator[str]:
    """The objectives with which an item opens, before it says what they are on."""
    ends = re.search(r"[:.–—(]", text[objectives[0].to :])
    limit = objectives[0].to + ends.start() if ends else len(text)
    for span in objectives:
        if span.at < limit:
            yield from span.entities
