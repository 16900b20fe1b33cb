"""Names that a text sets apart by quotes or emphasis, and where they stand in the clean text."""

from bisect import bisect_left
from collections.abc import Iterator

from loaders.reading.blocks import Block
from loaders.recognition.names.bodies import Found

SET_APART = (
    r"(?:[\"“«‹]\s?(?P<{0}q>[^\"“”«»‹›]{{4,120}}?)\s?[\"”»›]"
    r"|(?<![*_\w])(?P<{0}m>\*\*|\*|_)(?P<{0}e>[^*_]{{4,120}}?)(?P={0}m)(?![*_\w]))"
)
"""The pattern of such a name, for a prefix of its groups: <prefix>q in quotes, <prefix>e in emphasis."""
CALLED = (
    r"(?:,?\s(?:called|entitled|titled|named|denominad[oa]|titulad[oa]|llamad[oa]|intitulée?|dénommée?|baptisée?"
    r"|appelée?))?"
)
"""What may stand between a noun and the name that is set apart."""
_SETS_APART = frozenset('"“«‹*_')  # one of these opens what the pattern finds


def raw_text(raw: str, block: Block) -> tuple[str, int] | None:
    """The text of a block as it is written, and where it begins; None where nothing in it is set apart.

    raw: the document as it is written, with its quotes and emphasis.
    """
    if not block.text:
        return None
    start = max(0, block.raw_span(0, 1)[0] - 3)
    text = raw[start : block.raw_span(len(block.text) - 1, len(block.text))[1] + 3]
    return None if _SETS_APART.isdisjoint(text) else (text, start)


def placed(block: Block, words: str, begin: int, end: int, cls: str) -> Iterator[Found]:
    """A name in the clean text, of an entity of a class, where it has two words and a capital.

    begin, end: where its words stand in the document as it is written.
    """
    first, last = bisect_left(block.offsets, begin), bisect_left(block.offsets, end)
    name = block.text[first:last].rstrip(" .,;:–—-")
    if name and not words.rstrip().endswith(":") and name[0].isupper() and len(name.split()) > 1:
        yield Found(first, first + len(name), cls, " ".join(name.split()), quoted=True)
