"""Segments to printed lines, in the order in which people read them: columns, and rows across."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from loaders.reading.pdf_aligned import with_tables
from loaders.reading.pdf_segments import Segment

_MARKER = re.compile(r"\W|o|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}")
_SAME_LINE = 0.5
_FEWEST = 4
_NARROWEST = 0.2
_MANY = 0.4
_MOST_EDGES = 40


@dataclass(slots=True)
class Row:
    """What is read as one line. edge: how far lines run here; column: number of the column it stands in."""

    parts: list[Segment]
    edge: float = 0.0
    column: int = 0
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = _joined(self.parts)

    @property
    def first(self) -> Segment:
        """Its leftmost part."""
        return self.parts[0]

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.parts[-1].right


def rows(parts: Sequence[Segment], *, cell: bool = False) -> list[Row]:
    """The lines of a page in reading order. cell: of a cell of a table, in which no other is sought."""
    return list(_numbered(_columns(list(parts), 0), cell=cell))


def _numbered(groups: Iterable[list[Segment]], *, cell: bool) -> Iterator[Row]:
    for number, group in enumerate(groups):
        edge = max(one.right for one in group)
        lines = list(_lines(group))
        for parts in lines if cell else with_tables(lines):
            yield Row(parts, edge, number)


def _columns(parts: list[Segment], depth: int) -> Iterator[list[Segment]]:
    """Groups of segments that are read one after the other: what spans the columns, the left one, the right one."""
    gutter = _gutter(parts) if depth < 3 else None
    if gutter is None:
        if parts:
            yield parts
        return
    left: list[Segment] = []
    right: list[Segment] = []
    across: list[Segment] = []
    for part in sorted(parts, key=lambda one: -one.high):
        side = left if part.right <= gutter else right if part.left >= gutter else across
        if side is across and (left or right):
            if across:
                yield across
            yield from _columns(left, depth + 1)
            yield from _columns(right, depth + 1)
            left, right, across = [], [], []
            side = across
        elif side is not across and across:
            yield across
            across = []
        side.append(part)
    if across:
        yield across
    yield from _columns(left, depth + 1)
    yield from _columns(right, depth + 1)


def _gutter(parts: Sequence[Segment]) -> float | None:
    """Where a white strip parts two columns: lines stand on both sides of it, side by side, and are wide or run on."""
    if _lines_in(parts) < 2 * _FEWEST:
        return None
    start, end = min(one.left for one in parts), max(one.right for one in parts)
    width = end - start
    lefts = Counter(round(one.left) for one in parts if 0.25 * width < one.left - start < 0.75 * width)
    edges = sorted(left - 1.0 for left, _ in lefts.most_common(_MOST_EDGES))
    best: tuple[int, float] | None = None
    for edge in edges:
        left = [one for one in parts if one.right <= edge]
        right = [one for one in parts if one.left >= edge]
        beside = _lines_in(left) + _lines_in(right)
        if min(_lines_in(left), _lines_in(right)) < _FEWEST or beside < 0.5 * _lines_in(parts):
            continue
        narrow = min(median(one.right - one.left for one in side) for side in (left, right)) < _NARROWEST * width
        if narrow and not (_runs_on(left) and _runs_on(right)):
            continue
        if _side_by_side(left, right) and (best is None or beside > best[0]):
            best = beside, edge
    return best[1] if best else None


def _runs_on(side: Sequence[Segment]) -> bool:
    """Whether the lines of a column are of running text: many open in the middle of a sentence."""
    return sum(one.text[:1].islower() for one in side) >= _MANY * len(side)


def _side_by_side(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    low = max(min(one.low for one in left), min(one.low for one in right))
    high = min(max(one.high for one in left), max(one.high for one in right))
    beside = ([one for one in side if one.low <= high and one.high >= low] for side in (left, right))
    return min(map(_lines_in, beside)) >= _FEWEST


def _lines_in(parts: Iterable[Segment]) -> int:
    """How many lines stand there, as high as they are: a table counts as many."""
    return sum(round((one.high - one.low) / one.size) if one.table else 1 for one in parts)


def _lines(group: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Segments of one base make one line, from the left; lines from the top."""
    line: list[Segment] = []
    for part in sorted(group, key=lambda one: (-one.base, one.left)):
        if line and (
            part.table or line[0].table or line[0].base - part.base > _SAME_LINE * min(line[0].size, part.size)
        ):
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(part)
    if line:
        yield sorted(line, key=lambda one: one.left)


def _joined(parts: Sequence[Segment]) -> str:
    """The text of a line: wide gaps part cells, but for one behind a bullet or number."""
    text = parts[0].text
    for before, part in pairwise(parts):
        text += (" " if before is parts[0] and _MARKER.fullmatch(before.text) else "\t") + part.text
    return text
