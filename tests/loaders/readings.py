"""Short ways to read a text in tests."""

from graph.records import PassageKind
from loaders.reading.blocks import Block, Reading
from loaders.reading.clean import CleanText, clean
from loaders.reading.read import read
from loaders.reading.source import Source


def reading(*lines: str) -> Reading:
    """The reading of some lines."""
    return read("\n".join(lines), "test.txt")


def blocks(*lines: str) -> tuple[Block, ...]:
    """The blocks of some lines."""
    return reading(*lines).blocks


def texts(*lines: str) -> list[str]:
    """The clean texts of some lines."""
    return [block.text for block in blocks(*lines)]


def kinds(*lines: str) -> list[str]:
    """What the blocks of some lines are."""
    return [block.kind.value for block in blocks(*lines)]


def of_kind(kind: PassageKind, *lines: str) -> list[str]:
    """Texts of the blocks of one kind."""
    return [block.text for block in blocks(*lines) if block.kind is kind]


def cleaned(raw: str) -> CleanText:
    """One raw text, cleaned as one passage."""
    return clean(Source(raw), [(0, len(raw))])
