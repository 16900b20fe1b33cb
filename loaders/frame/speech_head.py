"""The lines a speech opens with before it addresses anyone: who speaks, where, on which day."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.records import PassageKind
from loaders.reading.blocks import Block
from loaders.rules.lexicons import alternatives, load

_MOST_LINES, _LONGEST = 14, 300


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    words = load("speeches")
    before, opens = alternatives(words["before_address"]), alternatives(words["address"])
    return re.compile(rf"(?:{before}\s)*{opens}[^.]*[,:;!]$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _speaks() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('speeches')['first_person_words'])}\b")


def speech_head(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks above the address ("Madam President,") or the first that speaks in the first person."""
    for block in blocks[:_MOST_LINES]:
        ends = block.kind not in (PassageKind.HEADING, PassageKind.PARAGRAPH) or len(block.text) > _LONGEST
        if ends or _address().match(block.text) or _speaks().search(block.text):
            return
        yield block
