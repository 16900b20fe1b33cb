"""Seats on a committee as lines of labels tell them: "Donors: A, B", "Network: C" under a sentence on its members."""

import re
from collections.abc import Iterator, Sequence

from graph.records import PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.groups.committees import is_committee
from loaders.recognition.listing import Entry
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

SEATED = frozenset({"constituency", "contributors"})
"""Labels that may tell whom the seats of a committee are for."""
_LABEL = re.compile(r"^[^:.]{2,60}:\s")
_MOST_LINES = 12


def committee_over(found: Recognition, block: Block) -> str | None:
    """The committee whose composition is told right before a run of labels; None where the text tells of none."""
    blocks = found.reading.blocks
    for order in range(block.order - 1, max(-1, block.order - 1 - _MOST_LINES), -1):
        above = blocks[order]
        if above.kind is PassageKind.ITEM or _LABEL.match(above.text):
            continue
        told = cue("mixed_lists", "composition").search(above.text)
        return next((s.entity for s in found.spans[order] if told and s.code == "W" and is_committee(s.entity)), None)
    return None


def successors(block: Block, listed: Sequence[Entry], row: Row) -> Iterator[Span]:
    """Who came after a member, as a bracket behind it says: "Malawi (until June; then Sri Lanka)"."""
    for entry in listed:
        for then in cue("mixed_lists", "succeeded-by").finditer(block.text, entry.at, entry.to):
            span = row.at(then.end())
            if span is not None:
                yield span
