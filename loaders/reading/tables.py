"""Tables, as cells: Markdown rows, HTML (tables and lists in cells too), and rows whose cells are parted by tabs.

A list inside a cell gives items with the row and column of the cell. Cells of a table inside a cell
have the row and column of the outer one. A cell that spans rows or columns says how many.
"""

import re
from collections.abc import Iterator, Sequence

from graph.records import PassageKind
from loaders.reading.canonical import ABOVE, BEFORE
from loaders.reading.drafts import Draft
from loaders.reading.line_labels import is_label
from loaders.reading.lines import Line

_STRUCTURE = re.compile(r"<(/?)(table|tr|td|th|caption|ul|ol|li|p|div|tab)\b[^<>]{0,400}>|\t|\n", re.IGNORECASE)
_ROW_TAG = re.compile(r"<(?:tr|td|th)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s?=\s?[\"']?(\d{1,4})", re.IGNORECASE)
_MOST_SPAN = 200
_TAGS_AND_SPACE = re.compile(r"(?:\s|<[^<>]*>)+")
_BULLET = re.compile(r"\s*(?:[·•◦▪‣●○■\uf0b7]\s*|[-*–]\s+)")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAK_BEFORE_BULLET = re.compile(r"<br\s*/?>(?=\s*(?:[·•◦▪‣●]|[-*–]\s))", re.IGNORECASE)


class _Tagged:
    """Reads tags in order and gives the cells and items between them.

    Without rows by tags, a tab parts cells and a line end parts rows; without either, there are only lists.
    """

    def __init__(self, raw: str, region: str) -> None:
        self.raw = raw
        self.tagged = bool(_ROW_TAG.search(region))
        self.tabbed = not self.tagged and ("\t" in region or "<tab" in region)
        self.row = self.column = -1 if self.tagged else 0
        self.outer = 0
        self.depth = 0
        self.filled = False
        self.height = self.width = 1
        self.reached: dict[int, int] = {}  # by column, the last row that a cell of it reaches

    def read(self, start: int, end: int) -> Iterator[Draft]:
        position = start
        for tag in _STRUCTURE.finditer(self.raw, start, end):
            if tag[2] is None and not self.tabbed:
                continue
            yield from self._text(position, tag.start())
            position = tag.end()
            self._step(tag[0], bool(tag[1]), (tag[2] or "").lower())
        yield from self._text(position, end)

    def _step(self, found: str, closing: bool, name: str) -> None:
        if name == "table":
            self.outer = max(0, self.outer + (-1 if closing else 1))
            if self.outer == 1 and not closing:
                self.row = self.column = -1
                self.reached.clear()
        elif name in ("ul", "ol"):
            self.depth = max(0, self.depth + (-1 if closing else 1))
        elif found == "\n":
            if self.filled and not self.depth:
                self._move(self.row + 1, 0)
        elif name == "tr" and not closing:
            self._move(self.row + 1, -1)
        elif found == "\t" or (name in ("td", "th", "tab") and not closing):
            self._open_cell(found)

    def _open_cell(self, tag: str) -> None:
        if self.outer > 1:
            return
        column = max(self.column, -1) + (self.width if self.column >= 0 else 1)
        while column in self.reached and self.reached[column] >= self.row:
            column += 1
        self._move(self.row, column)
        spans = {found[1].lower(): min(max(int(found[2]), 1), _MOST_SPAN) for found in _SPAN.finditer(tag)}
        self.height, self.width = spans.get("row", 1), spans.get("col", 1)
        for number in range(column, column + self.width if self.height > 1 else column):
            self.reached[number] = self.row + self.height - 1

    def _move(self, row: int, column: int) -> None:
        """To another cell, unless a table inside a cell is being read."""
        if self.outer <= 1:
            self.filled = self.filled and row == self.row
            self.row, self.column, self.depth = row, column, 0
            self.height = self.width = 1

    def _text(self, start: int, end: int) -> Iterator[Draft]:
        blank = _TAGS_AND_SPACE.match(self.raw, start, end)
        if start >= end or (blank and blank.end() == end):
            return
        self.filled = True
        bullet = _BULLET.match(self.raw, start, end) if self.depth else None
        body = bullet.end() if bullet else start
        in_cell = self.tagged or self.tabbed
        kind = PassageKind.ITEM if self.depth else PassageKind.CELL if in_cell else PassageKind.PARAGRAPH
        draft = Draft(kind, [(body, end)], level=max(0, self.depth - 1))
        if in_cell:
            draft.row, draft.column = max(self.row, 0), max(self.column, 0)
            draft.height, draft.width = self.height, self.width
        yield draft


def tagged_table(raw: str, start: int, end: int) -> list[Draft]:
    """Cells and items of a region of HTML rows or lists, or of lines whose cells are parted by tabs."""
    return list(_Tagged(raw, raw[start:end]).read(start, end))


def piped_table(raw: str, lines: Sequence[Line]) -> list[Draft]:
    """Cells of a Markdown table; its header is row 0, the line of dashes under it is no row."""
    drafts: list[Draft] = []
    row = 0
    above: dict[int, list[Draft]] = {}
    for line in lines:
        if not set(line.text) - set("|:-+> \t"):
            continue
        last: list[Draft] = []
        for column, start, end in _piped_cells(raw, line):
            text = raw[start:end].strip()
            if text == BEFORE:
                above[column] = []
                _widen(last, column)
            elif text == ABOVE:
                last = above.get(column, [])
                _deepen(last, row)
            else:
                last = above[column] = list(_cell_parts(raw, start, end, row, column))
                drafts.extend(last)
        row += 1
    return drafts


def _widen(cell: Sequence[Draft], column: int) -> None:
    for draft in cell:
        draft.width = column - (draft.column or 0) + 1


def _deepen(cell: Sequence[Draft], row: int) -> None:
    for draft in cell:
        draft.height = row - (draft.row or 0) + 1


def _piped_cells(raw: str, line: Line) -> Iterator[tuple[int, int, int]]:
    """Column, beginning and end of each cell of a line."""
    position = raw.index("|", line.start) + 1
    edges = [found.start() for found in _PIPE.finditer(raw, position, line.end)]
    if not edges or edges[-1] != line.end - 1:
        edges.append(line.end)
    for column, edge in enumerate(edges):
        yield column, position, edge
        position = edge + 1


def _cell_parts(raw: str, start: int, end: int, row: int, column: int) -> Iterator[Draft]:
    position = start
    for found in [*_BREAK_BEFORE_BULLET.finditer(raw, start, end), None]:
        edge = found.start() if found else end
        bullet = _BULLET.match(raw, position, edge)
        kind = PassageKind.ITEM if bullet else PassageKind.CELL
        body = bullet.end() if bullet else position
        if raw[body:edge].strip():
            yield Draft(kind, [(body, edge)], row=row, column=column)
        position = found.end() if found else end


def tabbed_rows(lines: Sequence[Line], first: int) -> int:
    """How many lines from `first` on are rows of plain text parted by tabs: none, or at least two."""
    end = first
    while end < len(lines) and "\t" in lines[end].text and (end == first or lines[end].gap == 1):
        end += 1
    return end - first if end - first > 1 else 0


_BAR = re.compile(r"\s+\|\s+|\s*\t\s*")


def barred_rows(lines: Sequence[Line], first: int) -> list[list[tuple[int, int]]]:
    """The rows that begin at a line, parted by bars or tabs without a frame; a row alone must open with a label."""
    rows: list[list[tuple[int, int]]] = []
    for line in lines[first:]:
        bars = list(_BAR.finditer(line.text))
        if not bars or (rows and line.gap > 1) or line.text[0] in "|>":
            break
        edges = [line.start, *(line.start + bar.end() for bar in bars)]
        ends = [*(line.start + bar.start() for bar in bars), line.end]
        rows.append(list(zip(edges, ends, strict=True)))
    alike = len(rows) > 1 and len({len(row) for row in rows}) == 1
    return rows if alike or (rows and is_label(lines[first].text[: rows[0][0][1] - rows[0][0][0]])) else []


_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_LONGEST_FIRST_CELL = 45
_LABEL_CELL = re.compile(r"([^:]{1,45}:) +(?=\S)")


def aligned_rows(lines: Sequence[Line], first: int) -> list[list[tuple[int, int]]]:
    """The rows that begin at a line of plain text set in columns by spaces, as regions of cells; none, or at least two.

    All rows have their second cell at one place of the line; a line that only goes on there belongs to the row before.
    Where labels stand in the first column, one that is too long for it opens a row all the same.
    """
    rows: list[list[tuple[int, int]]] = []
    column = _second_column(lines[first])
    labels = _LABEL_CELL.match(lines[first].text)
    before: Line | None = None
    for line in lines[first:] if column else ():
        if rows and line.gap > 1:
            break
        label = _LABEL_CELL.match(line.text) if labels else None
        if label and line.indent == lines[first].indent:
            rows.append([(line.start, line.start + label.end(1)), (line.start + label.end(), line.end)])
        elif _second_column(line) == column:
            edges = [line.start, *(line.start + gap.end() for gap in _WIDE_GAP.finditer(line.text))]
            ends = [*(line.start + gap.start() for gap in _WIDE_GAP.finditer(line.text)), line.end]
            rows.append(list(zip(edges, ends, strict=True)))
        elif rows and line.indent == column and before and before.is_left_open:
            rows[-1][-1] = (rows[-1][-1][0], line.end)
        elif rows and line.indent == column:
            rows.append([(-1, -1), (line.start, line.end)])
        else:
            break
        before = line
    return rows if sum(row[0][0] >= 0 for row in rows) > 1 else []


def _second_column(line: Line) -> int:
    """Where the second cell of a line begins; 0 where it has none, as behind a bullet that is set far from its item."""
    gap = _WIDE_GAP.search(line.text) if "   " in line.text else None
    told = gap is not None and any(letter.isalnum() for letter in line.text[: gap.start()])
    return line.indent + gap.end() if gap and told and gap.start() <= _LONGEST_FIRST_CELL else 0


def aligned_table(rows: Sequence[Sequence[tuple[int, int]]]) -> list[Draft]:
    """Cells of rows set in columns; the line that goes on with a cell is one more entry of it."""
    drafts: list[Draft] = []
    number = -1
    for row in rows:
        number += row[0][0] >= 0
        for column, (at, to) in enumerate(row):
            if at >= 0:
                drafts.append(Draft(PassageKind.CELL, [(at, to)], row=number, column=column))
    return drafts
