"""The cells of one table of a page, with what spans columns and rows laid out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from loaders.reading.canonical import ABOVE, BEFORE

_MOST_SPAN = 200


def layouts(events: Iterable[tuple[LexborNode, bool]]) -> frozenset[int]:
    """Identities of the tables that only place things on the page: they say so, or hold other tables, or one cell.

    events: each node of the page as it opens (True) and closes.
    """
    found: set[int] = set()
    above: list[LexborNode] = []
    for node, opens in events:
        if node.tag != "table":
            continue
        if not opens:
            above.pop()
            continue
        if above:
            found.add(above[-1].mem_id)
        above.append(node)
        if (node.attributes.get("role") or "") in ("presentation", "none"):
            found.add(node.mem_id)
    return frozenset(found)


@dataclass(slots=True)
class Grid:
    """Rows of cells in the making; a cell is markup, its parts apart by line breaks."""

    rows: list[list[str]] = field(default_factory=list)
    in_cell: bool = False
    _below: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _width: int = 1

    def open(self, tag: str, node: LexborNode) -> None:
        """A row or a cell begins."""
        if tag == "tr":
            self.end_row()
            self.rows.append([])
            self.in_cell = False
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            self._open_cell(_span(node, "colspan"), _span(node, "rowspan"))

    def end_row(self) -> None:
        """Cells from above stand behind the last one of a row too."""
        if self.rows:
            self._reach_down(self.rows[-1])

    def write(self, text: str) -> None:
        """Text of the open cell."""
        row, at = self.rows[-1], len(self.rows[-1]) - self._width
        text = text.replace("\n", "<br>").replace("|", "\\|")
        row[at] = f"{row[at]}<br>{text}" if row[at] else text

    def _open_cell(self, width: int, height: int) -> None:
        row = self.rows[-1]
        self._reach_down(row)
        for place in range(width):
            self._below[len(row)] = height - 1
            row.append(BEFORE if place else "")
        self.in_cell, self._width = True, width

    def _reach_down(self, row: list[str]) -> None:
        while self._below.get(len(row)):
            self._below[len(row)] -= 1
            row.append(ABOVE)


def _span(node: LexborNode, name: str) -> int:
    text = node.attributes.get(name) or ""
    return min(max(int(text), 1), _MOST_SPAN) if text.isdecimal() and len(text) < 8 else 1
