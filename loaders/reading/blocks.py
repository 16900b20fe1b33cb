"""What reading a document gives: blocks of clean text, each character with its way back to the raw text.

Offsets called `start`/`end` count in the raw text, `at`/`to` in the clean text of one block
(`graph.records` uses the same words).
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from graph.records import PassageKind

_LONG_ITEM = 120

__all__ = ["Block", "PassageKind", "Reading", "in_lines", "offset_array"]


def offset_array(values: Sequence[int] | range) -> "array[int]":
    """Raw offsets in the compact form that blocks keep."""
    return array("I", values)


@dataclass(frozen=True, slots=True)
class Block:
    """A passage: clean text, where each of its characters stands in the raw text, and its place in the document.

    text: whitespace folded; markup, targets of links, note marks and page furniture removed; words broken over lines
        mended. `offsets[i]` is the raw offset of character i; offsets grow, but jump where something was removed.
    level: level of a heading, depth of an item. section: order of the heading it stands under.
    row, column: a table cell; items of a list inside a cell are ITEM blocks with the cell's row and column.
    height, width: how many rows and columns the cell spans.
    note, host: number of a footnote and order of the block that carries its mark.
    marks: (position in the clean text where a note mark stood, number).
    sentences: (at, to) of each sentence. lead: order of the block that introduces this item ("... provided:").
    marker: bullet, number or time of day of an item.
    """

    order: int
    kind: PassageKind
    text: str
    offsets: Sequence[int] = field(repr=False, hash=False)
    level: int = 0
    section: int | None = None
    row: int | None = None
    column: int | None = None
    height: int = 1
    width: int = 1
    note: str | None = None
    host: int | None = None
    marks: tuple[tuple[int, str], ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    lead: int | None = None
    marker: str = ""

    def raw_span(self, at: int, to: int) -> tuple[int, int]:
        """(start, end) so that `raw[start:end]` is what stands there; at < to, both inside the text.

        Where something was removed between them (a footnote in the middle of a paragraph), the
        span covers that too: it is what stands in the document.
        """
        if not 0 <= at < to <= len(self.text):
            raise IndexError(f"no span {at}-{to} in a block of {len(self.text)} characters")
        return self.offsets[at], self.offsets[to - 1] + 1

    def sentence_at(self, position: int) -> tuple[int, int]:
        """(at, to) of the sentence that holds a position; between two sentences, the earlier one.

        A block without sentences is one sentence.
        """
        index = bisect_right(self.sentences, (position, len(self.text) + 1)) - 1
        if index < 0:
            return self.sentences[0] if self.sentences else (0, len(self.text))
        return self.sentences[index]

    def sentences_before(self, at: int, most: int | None = None) -> Sequence[tuple[int, int]]:
        """(at, to) of the sentences that end at a position or before it, in order; of many, so many of the last."""
        end = bisect_right(self.sentences, at, key=itemgetter(1))
        return self.sentences[0 if most is None else max(end - most, 0) : end]


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of clean text of one block: a sentence, a cell, a footnote."""

    block: int
    at: int
    to: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: its raw text (line ends are newlines), the SHA-256 of its bytes, and its blocks in order.

    places: (raw offset from which it holds, where that stands in the file). running: its running text.
    """

    raw: str = field(repr=False)
    sha256: str
    file_name: str
    language: str
    blocks: tuple[Block, ...]
    places: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    running: tuple[Block, ...] = field(init=False, repr=False, compare=False)
    _tables: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Where each table begins is asked for every cell, and the running text for every meeting: found once."""
        starts: list[int] = []
        for block in self.blocks:
            goes_on = block.row is not None and starts and self.blocks[len(starts) - 1].row is not None
            starts.append(starts[-1] if goes_on else len(starts))
        object.__setattr__(self, "_tables", tuple(starts))
        object.__setattr__(self, "running", tuple(block for block in self.blocks if _runs(block)))

    def place(self, start: int) -> str:
        """Where a raw offset leads in the file ("page 3", "Champions!B4"); empty for a text that is its own file."""
        index = bisect_right(self.places, start, key=itemgetter(0)) - 1
        return self.places[index][1] if index >= 0 else ""

    def table_start(self, cell: Block) -> Block:
        """The cell with which the table of a cell begins; any other block itself."""
        return self.blocks[self._tables[cell.order]]

    def note(self, number: str, host: int) -> Block | None:
        """The footnote of that number whose mark stands in block `host`, or None."""
        for block in self.blocks:
            if block.note == number and block.host == host:
                return block
        return None


def in_lines(raw: str, block: Block) -> str:
    """The text of a block with a line break where its table cell breaks the line; every offset stays."""
    start, end = block.raw_span(0, len(block.text))
    if block.row is None or "<" not in raw[start:end]:
        return block.text
    return "".join(
        "\n" if char == " " and raw[at] == "<" else char for char, at in zip(block.text, block.offsets, strict=True)
    )


def _runs(block: Block) -> bool:
    """Whether a block is running text, which papers of decisions number: "1. The annual meeting was held in"."""
    return block.kind is PassageKind.PARAGRAPH or (block.kind is PassageKind.ITEM and len(block.text) > _LONG_ITEM)
