"""The canonical text of a document that is no text file: what its reader saw, as light Markdown.

PDF, DOCX, HTML, XLSX and CSV all become such a text, so that one reader understands every format and every
offset counts in something that people can read. The same bytes give the same text.
"""

import re
from collections.abc import Sequence

from loaders.errors import TooLarge
from loaders.reading.clean import clean
from loaders.reading.source import Source

Places = tuple[tuple[int, str], ...]
"""(offset from which it holds, where that stands in the file: "page 3", "Champions!B4"), in order."""

ABOVE, BEFORE = "^^", "<<"
"""Stand in a row where the cell above, or the one to the left, reaches into this place."""

_SPACE = re.compile(r"\s+")
_SIGN = re.compile(r"[\\*_\[\]<`~!]")
_MAY_MARK = re.compile(r"[\\*_\[\]<`~!&]")
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_OPENS_BLOCK = re.compile(r"\A(?=#{1,6}\s|>|\|)")
_MOST = 20_000_000
"""Characters: a file that unfolds into more is not read."""


def plain(text: str) -> str:
    """Text whose signs are no markup: white space folded, and what would be read as markup escaped."""
    folded = _SPACE.sub(" ", text)
    if not _MAY_MARK.search(folded) or clean(Source(folded), [(0, len(folded))]).text == folded.strip():
        return folded
    return _SIGN.sub(r"\\\g<0>", _ENTITY.sub("&amp;", folded))


class Canonical:
    """A canonical text in the making. Texts given to it are markup: see `plain`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._before = ""
        self._columns = 0
        self._places: list[tuple[int, str]] = []
        self.language = ""
        """The language that the file says it is in, as it says it."""

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts) + "\n" if self._parts else ""

    @property
    def places(self) -> Places:
        """Where its parts stand in the file."""
        return tuple(self._places)

    def heading(self, level: int, text: str) -> None:
        """A heading of level 1 to 6."""
        self._block("heading", f"{'#' * min(max(level, 1), 6)} {text.strip()}")

    def paragraph(self, text: str) -> None:
        """Running text; line ends in it stay."""
        self._block("paragraph", _OPENS_BLOCK.sub(r"\\", text.strip()))

    def item(self, depth: int, marker: str, text: str) -> None:
        """An item of a list; without a marker it goes on with the item before."""
        self._block("item" if marker else "more", "  " * min(depth, 20) + f"{marker or '  '} {text.strip()}")

    def note(self, number: str, text: str) -> None:
        """The body of a footnote."""
        self._block("note", f"[^{number}]: {text.strip()}")

    def row(self, cells: Sequence[str], places: Sequence[str] = ()) -> None:
        """A row of a table, `ABOVE` and `BEFORE` where cells span. places: where each cell stands in the file."""
        first = self._before != "row"
        self._columns = len(cells) if first else self._columns
        self._block("row", "|")
        for index, cell in enumerate(cells):
            self._add(" ")
            if index < len(places) and cell not in ("", ABOVE, BEFORE):
                self.place(places[index])
            self._add(f"{cell.strip()} |" if cell else "|")
        if first:
            self._add("\n|" + " --- |" * self._columns)

    def place(self, place: str) -> None:
        """Where what follows stands in the file."""
        if not self._places or self._places[-1][1] != place:
            self._places.append((self._size, place))

    def end_table(self) -> None:
        """The next row begins another table."""
        self._before = "" if self._before == "row" else self._before

    def page(self, number: int) -> None:
        """What follows stands on this page."""
        if self._parts:
            self._add("\n\f")
        self._before = "page"
        self.place(f"page {number}")

    def _block(self, kind: str, text: str) -> None:
        close = kind == self._before and kind in ("item", "row")
        if self._parts:
            self._add("\n" if close or self._before == "page" else "\n\n")
        self._before = "item" if kind == "more" else kind
        self._add(text)

    def _add(self, text: str) -> None:
        self._size += len(text)
        if self._size > _MOST:
            raise TooLarge(f"it unfolds into more than {_MOST // 1_000_000} million characters")
        self._parts.append(text)
