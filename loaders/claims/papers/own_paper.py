"""Declarations that bear their own title: a paper headed "Declaration of Lima" is what its meeting adopted."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_TITLE_BLOCKS, _LONGEST = 10, 110
_BESIDE = re.compile(r"[\W\d]*")  # quotation marks, a number; any other word tells of the paper


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('bodies')['documents']['own'])}\b", re.IGNORECASE)


def own_paper(found: Recognition, meeting: str | None) -> Iterator[Stated]:
    """Adopts, of the meeting that a paper is about, for the declaration that one of its first lines is the title of."""
    for block in found.reading.blocks[:_TITLE_BLOCKS]:
        title = _title(block, found.spans[block.order])
        if title and meeting and meeting.startswith("event/") and title.entity in found.names.brought:
            yield Stated(subject=meeting, relation="adopts", object=title.entity, rule="own-paper",
                         spots=(Spot(block.order, 0, len(block.text)),), inferences=("context",))  # fmt: skip
            return


def _title(block: Block, spans: list[Span]) -> Span | None:
    """The name of a declaration that a line consists of."""
    named = [span for span in spans if span.code == "I"]
    if len(named) != 1 or block.row is not None or len(block.text) > _LONGEST:
        return None
    beside = _BESIDE.fullmatch(block.text[: named[0].at]) and _BESIDE.fullmatch(block.text[named[0].to :])
    return named[0] if beside and _noun().search(block.text, named[0].at, named[0].to) else None
