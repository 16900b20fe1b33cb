"""Pledges listed one by one under a line that announces them: "- Ghana and Togo: joint pledge on recruitment"."""

import re
from collections.abc import Iterator

from graph.records import PassageKind
from loaders.claims.about.context import Context
from loaders.claims.sentence.masked import unmasked
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

_PARTIES = "SUO"
_AND = re.compile(
    r"\s?(?:,|;|&|/|,?\s(?:and|y|e|et|with|con|avec))\s(?:the |la |el |los |las |les? |l['’])?", re.IGNORECASE
)
_OPENING = re.compile(r"\W{0,4}(?:the |la |el |les? |l['’])?", re.IGNORECASE)


def listed_pledges(found: Recognition, context: Context) -> Iterator[Stated]:
    """submitsPledge of whom the items name with which they open, where a heading or lead-in announces pledges."""
    lead: Block | None = None
    for block in found.reading.blocks:
        if block.kind is not PassageKind.ITEM:
            lead = block if block.text.rstrip().endswith(":") else None
            continue
        above = lead or (found.reading.blocks[block.section] if block.section is not None else None)
        if above is None or not cue("holdings", "pledges-listed").search(above.text):
            continue
        parties = _opening_parties(block, context)
        told = parties and cue("holdings", "goes-on").search(block.text, parties[-1].to)
        unit = Unit(unmasked(block, 0, len(block.text)), block, (Spot(block.order, 0, len(block.text)),))
        pledged = context.fill("context-pledges", unit) if told else None
        for party in parties if pledged else ():
            for entity in party.entities:
                yield Stated(subject=entity, relation="submitsPledge", object=pledged, rule="listed-pledges",
                             spots=(*unit.spots, Spot(above.order, 0, len(above.text))))  # fmt: skip


def _opening_parties(block: Block, context: Context) -> list[Span]:
    """The states and bodies with which an item opens, as one enumeration."""
    parties: list[Span] = []
    for span in context.row(block.order, _PARTIES).starting(0, len(block.text)):
        joined = (
            _AND.fullmatch(block.text, parties[-1].to, span.at)
            if parties
            else _OPENING.fullmatch(block.text, 0, span.at)
        )
        if not joined:
            break
        parties.append(span)
    return parties
