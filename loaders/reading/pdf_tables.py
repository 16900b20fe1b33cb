"""Tables of a PDF page: cells between drawn lines.

Where a horizontal and a vertical line meet is a corner; a cell is the smallest box with lines on its four sides; cells
that share a corner make a table.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from loaders.reading.pdf_words import turned

_NEAR = 3.0
_LEAST = 4.0
_STEP = 24.0
_MOST_EDGES = 6_000
_MOST_CORNERS = 4_000

Edge = tuple[float, float, float]
"""(where it lies, where it begins, where it ends)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A box between lines."""

    left: float
    low: float
    right: float
    high: float


@dataclass(slots=True)
class Table:
    """Cells by row and column, from the upper left."""

    cells: list[Cell]
    tops: list[float] = field(init=False)
    lefts: list[float] = field(init=False)
    _by_height: dict[int, list[Cell]] = field(init=False)

    def __post_init__(self) -> None:
        self.tops = sorted({cell.high for cell in self.cells}, reverse=True)
        self.lefts = sorted({cell.left for cell in self.cells})

        self._by_height = defaultdict(list)
        for cell in self.cells:
            for step in range(int(cell.low // _STEP), int(cell.high // _STEP) + 1):
                self._by_height[step].append(cell)

    def holding(self, x: float, y: float) -> Cell | None:
        """The cell that holds a point."""
        cells = self._by_height.get(int(y // _STEP), ())
        return next((cell for cell in cells if cell.left <= x <= cell.right and cell.low <= y <= cell.high), None)

    def places(self, cell: Cell) -> Iterator[tuple[int, int]]:
        """The rows and columns that a cell spans, each as (row, column)."""
        tops = [index for index, top in enumerate(self.tops) if cell.low < top <= cell.high]
        for index, left in enumerate(self.lefts):
            if cell.left <= left < cell.right:
                yield from ((top, index) for top in tops)

    @property
    def box(self) -> Cell:
        """Around all of it."""
        cells = self.cells
        return Cell(
            min(c.left for c in cells),
            min(c.low for c in cells),
            max(c.right for c in cells),
            max(c.high for c in cells),
        )


def find_tables(page: pdfium.PdfPage, turn: int = 0) -> list[Table]:
    """The tables with drawn lines and more than one column. turn: quarters by which the text is turned."""
    across: list[Edge] = []
    down: list[Edge] = []
    for start, end in _strokes(page):
        x0, y0, x1, y1 = (*turned(*start, turn), *turned(*end, turn))
        if abs(y1 - y0) <= _NEAR / 2 and abs(x1 - x0) >= _LEAST:
            across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _NEAR / 2 and abs(y1 - y0) >= _LEAST:
            down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        if len(across) + len(down) > _MOST_EDGES:
            return []
    if len(across) < 2 or len(down) < 3:
        return []
    tables = (Table(cells) for cells in _grouped(list(_cells(_snapped(across), _snapped(down)))))
    return [table for table in tables if len(table.lefts) > 1]


def _strokes(page: pdfium.PdfPage) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight parts of all paths, from point to point."""
    x, y, matrix = ctypes.c_float(), ctypes.c_float(), raw.FS_MATRIX()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        raw.FPDFPageObj_GetMatrix(item.raw, matrix)
        start = before = (0.0, 0.0)
        for number in range(min(raw.FPDFPath_CountSegments(item.raw), _MOST_EDGES)):
            part = raw.FPDFPath_GetPathSegment(item.raw, number)
            raw.FPDFPathSegment_GetPoint(part, x, y)
            here = (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
            kind = raw.FPDFPathSegment_GetType(part)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                start = here
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield before, here
            if raw.FPDFPathSegment_GetClose(part):
                yield here, start
            before = here


def _snapped(edges: Sequence[Edge]) -> list[Edge]:
    """Edges that lie almost on each other brought to one line, and joined where they touch."""
    lines: list[list[Edge]] = []
    for edge in sorted(edges):
        if lines and edge[0] - lines[-1][-1][0] <= _NEAR:
            lines[-1].append(edge)
        else:
            lines.append([edge])
    joined: list[Edge] = []
    for line in lines:
        at = sum(edge[0] for edge in line) / len(line)
        begin, end = None, 0.0
        for _, one, other in sorted(line, key=lambda edge: edge[1]):
            if begin is None:
                begin, end = one, other
            elif one <= end + _NEAR:
                end = max(end, other)
            else:
                joined.append((at, begin, end))
                begin, end = one, other
        if begin is not None:
            joined.append((at, begin, end))
    return joined


def _cells(across: Sequence[Edge], down: Sequence[Edge]) -> Iterator[Cell]:
    on_row: dict[float, dict[float, tuple[Edge, Edge]]] = defaultdict(dict)
    corners = 0
    for edge in across:
        for other in down:
            if edge[1] - _NEAR <= other[0] <= edge[2] + _NEAR and other[1] - _NEAR <= edge[0] <= other[2] + _NEAR:
                on_row[edge[0]][other[0]] = (edge, other)
                corners += 1
        if corners > _MOST_CORNERS:
            return
    tops = sorted(on_row, reverse=True)
    for index, top in enumerate(tops):
        for left in sorted(on_row[top]):
            cell = _smallest(on_row, tops[index + 1 :], top, left)
            if cell:
                yield cell


def _smallest(
    on_row: dict[float, dict[float, tuple[Edge, Edge]]], below: Sequence[float], top: float, left: float
) -> Cell | None:
    """The smallest box whose upper left corner this is."""
    edge, side = on_row[top][left]
    rights = [x for x, (other, _) in sorted(on_row[top].items()) if x > left and other is edge]
    for low in below:
        corner = on_row[low].get(left)
        if corner is None or corner[1] is not side:
            continue
        for right in rights:
            opposite = on_row[low].get(right)
            if opposite and opposite[0] is corner[0] and opposite[1] is on_row[top][right][1]:
                return Cell(left, low, right, top)
    return None


def _grouped(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells that share corners, each group a table, with more than one cell."""
    holders: dict[tuple[float, float], list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        for corner in ((cell.left, cell.high), (cell.right, cell.high), (cell.left, cell.low), (cell.right, cell.low)):
            holders[corner].append(index)
    group = list(range(len(cells)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for held in holders.values():
        for other in held[1:]:
            group[root(other)] = root(held[0])
    tables: dict[int, list[Cell]] = defaultdict(list)
    for index, cell in enumerate(cells):
        tables[root(index)].append(cell)
    return [table for table in tables.values() if len(table) > 1]
