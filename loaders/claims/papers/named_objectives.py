"""Objectives in the name of what is about them: "Workshop on objectives 6 and 18"."""

from collections.abc import Iterator

from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.subjects import is_devoted
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.typed import objectives
from loaders.recognition.recognition import Recognition

_DEVOTED = "EWTIFLP"


def named_objectives(found: Recognition, block: Block) -> Iterator[Stated]:
    """coversObjective for each objective that stands within the name of a meeting, group, text or programme."""
    for span in found.spans[block.order]:
        if span.code not in _DEVOTED or not is_devoted(span.entity):
            continue
        spot = Spot(block.order, *block.sentence_at(span.at))
        for told in objectives(block.text[span.at : span.to]):
            for path in told.entities:
                yield Stated(subject=span.entity, relation="coversObjective", object=path, spots=(spot,),
                             rule="objectives-in-name")  # fmt: skip
