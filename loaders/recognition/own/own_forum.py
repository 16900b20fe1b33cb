"""A forum of its own that a paper opens with: "the Forum" is then that one, and not the review forum."""

import re
from collections.abc import Sequence

from loaders.reading.blocks import Block
from loaders.recognition.names.gazetteer import Hit
from loaders.recognition.names.names import Names

_OPENING = 4
_NAMED = re.compile(
    r"\b(?P<noun>Foro|Forum)\s(?:de|del|on|sobre|sur|of|des|para|for|pour)\s(?:[\w'’-]+\s){0,3}?[A-ZÀ-Þ]"
)


def leave_other_forums(blocks: Sequence[Block], hits: dict[int, list[Hit]], names: Names) -> None:
    """Leaves "the Forum" unlinked where the first blocks name a forum that no list has, before any that one has."""
    for block in blocks[:_OPENING]:
        own = _NAMED.search(block.text)
        known = next((hit.at for hit in hits[block.order] if _is_forum(block.text[hit.at : hit.to])), len(block.text))
        if (
            own
            and own.start() <= known
            and not any(h.at <= own.start() and h.to > own.end() for h in hits[block.order])
        ):
            names.define(own["noun"], None)
            return
        if known < len(block.text):
            return


def _is_forum(words: str) -> bool:
    return " " in words and re.search(r"\b(?:foro|forum)\b", words, re.IGNORECASE) is not None
