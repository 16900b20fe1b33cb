"""Words to printed lines, and printed lines to the order in which people read them: columns, and rows across."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from loaders.reading.pdf_words import Word

RAISED, LOWERED = "\ue000", "\ue001"
"""Stand around the mark of a note in the text of a line, until it is written."""

_CLOSING = ",.;:)”»"
"""Signs before which a mark of a note leaves no space, whatever the file says."""
_MARKER = re.compile(r"\W|o|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}")
_APART = 1.8
_SAME_LINE = 0.5
_FEWEST = 4
_NARROWEST = 0.2
_MOST_EDGES = 40


@dataclass(slots=True)
class Segment:
    """A stretch of a printed line without a wide gap, or a table, which has no text."""

    left: float
    right: float
    low: float
    high: float
    base: float
    size: float
    text: str = ""
    bold: bool = False
    table: Sequence[Sequence[str]] = ()


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


def segments(words: Iterable[Word], is_bold: Callable[[int], bool]) -> list[Segment]:
    """Stretches of lines, in the order of the file."""
    found: list[Segment] = []
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line, word):
            found.append(_segment(line, is_bold))
            line = []
        line.append(word)
    if line:
        found.append(_segment(line, is_bold))
    return found


def _goes_on(line: Sequence[Word], word: Word) -> bool:
    before = line[-1]
    size = max(before.size, word.size)
    overlap = min(before.low + before.size, word.low + word.size) - max(before.low, word.low)
    gap = word.left - before.right
    return overlap > _SAME_LINE * min(before.size, word.size) and -0.5 * size < gap < _APART * size


def _segment(line: Sequence[Word], is_bold: Callable[[int], bool]) -> Segment:
    size = _size(line)
    full = [word for word in line if 0.9 * size <= word.size <= 1.1 * size]
    base = median(word.base for word in full)
    pieces: list[str] = []
    end = line[0].left
    for word in line:
        raised = word.is_raised_over(base, size)
        apart = word.spaced or word.left - end > 0.25 * size
        closes = pieces[-1:] != [] and pieces[-1].endswith(LOWERED) and word.text[0] in _CLOSING
        if pieces and apart and not raised and not closes:
            pieces.append(" ")
        pieces.append(f"{RAISED}{word.text.strip(',')}{LOWERED}" if raised else word.text)
        end = word.right
    bold = is_bold(full[0].index) and is_bold(full[-1].index)
    low = min(word.low for word in full)
    return Segment(line[0].left, max(word.right for word in line), low, low + size, base, size, "".join(pieces), bold)


def _size(line: Sequence[Word]) -> float:
    """The size of most of its letters: a bullet may be larger, the mark of a note is smaller."""
    letters: Counter[float] = Counter()
    for word in line:
        letters[word.size] += len(word.text)
    return max(letters, key=lambda size: (letters[size], size))


def rows(parts: Sequence[Segment]) -> list[Row]:
    """The lines of a page, or of a part of it, in reading order."""
    return list(_numbered(_columns(list(parts), 0)))


def _numbered(groups: Iterable[list[Segment]]) -> Iterator[Row]:
    for number, group in enumerate(groups):
        edge = max(one.right for one in group)
        for parts in _lines(group):
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
    """Where a white strip parts two columns: lines stand on both sides of it, side by side, and are wide."""
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
        if min(median(one.right - one.left for one in side) for side in (left, right)) < _NARROWEST * width:
            continue
        if _side_by_side(left, right) and (best is None or beside > best[0]):
            best = beside, edge
    return best[1] if best else None


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
