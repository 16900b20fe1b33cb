"""Tables of a PDF page without drawn lines: rows whose cells begin where those of a row of labels above them do.

Two columns of running text look much like one. What tells a table: a white strip runs down before each of its columns,
and what stands left begins anew on each row, with a name or a date that is short. What is not plainly so stays text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.reading.pdf_segments import Segment, text_of
from loaders.reading.pdf_words import Word

Line = Sequence[Segment]

_GAP = 0.7
"""White space between two labels, in sizes of their letters: more than between words."""
_STRIP = 0.3
"""White space that at least stands before a column, in all its lines."""
_AT = 2.0
_INDENT = 2.0
_NEXT = 3.5
_SIZES = 1.25
_TIGHT = 1.12
"""Lines of a cell are this much further apart than the closest ones at most."""
_LOOSE = 1.4
"""Lines that stand this far apart, in sizes of their letters, are not of one cell."""
_LEAST_ROWS = 3
_LONGEST_LABEL = _LONGEST_KEY = 60
_BEGUN, _BEGUN_ELSEWHERE, _FILLED = 0.8, 0.5, 0.5
_MARK = re.compile(r"\W|o|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}")
_ENDS_TEXT = tuple(".;,:-")


@dataclass(frozen=True, slots=True)
class _Printed:
    """The words of one printed line by the column in which they stand."""

    cells: dict[int, list[Word]]
    base: float
    size: float


def with_tables(lines: Sequence[Line]) -> Iterator[list[Segment]]:
    """Printed lines, those of each such table as one part that is a table."""
    at = 0
    while at < len(lines):
        run = _run(lines, at)
        rows = _rows(run) if len(run) > _LEAST_ROWS else []
        if rows and _is_table(rows):
            yield [_segment(rows)]
            at += sum(map(len, rows))
        else:
            until = at + max(len(run), 1)  # what is none from its first line on is none from a later one
            yield from (list(line) for line in lines[at:until])
            at = until


def _run(lines: Sequence[Line], at: int) -> list[_Printed]:
    """The lines from a row of labels on in which no word crosses the columns that it heads."""
    columns = _labels(_words(lines[at]), lines[at][0].size)
    found: list[_Printed] = []
    for index in range(at, len(lines) if len(columns) > 1 else at):
        one = _printed(lines[index], columns)
        if one is None or (found and not _is_next(found[-1], one)):
            break
        found.append(one)
    return found


def _words(line: Line) -> list[Word]:
    return sorted((word for part in line for word in part.words), key=lambda word: word.left)


def _labels(words: Sequence[Word], size: float) -> list[float]:
    """Where the labels of a line begin; none where it holds anything but short labels."""
    labels: list[list[Word]] = []
    for word in words:
        if not labels or word.left - labels[-1][-1].right > _GAP * size:
            labels.append([])
        labels[-1].append(word)
    short = all(_is_label(" ".join(word.text for word in label)) for label in labels)
    return [label[0].left for label in labels] if short else []


def _is_label(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 1 and len(text) <= _LONGEST_LABEL and not text[0].islower() and not text.endswith(_ENDS_TEXT)


def _printed(line: Line, columns: Sequence[float]) -> _Printed | None:
    """A line in columns; None where a word stands across a strip, or does not begin where its column does."""
    cells: dict[int, list[Word]] = {}
    for word in _words(line):
        at = bisect_right(columns, word.left + _AT) - 1
        end = columns[at + 1] if at + 1 < len(columns) else word.right + word.size
        if at < 0 or word.right > end - _STRIP * word.size:
            return None
        cells.setdefault(at, []).append(word)
    inner = 0 if 0 in cells else _INDENT * line[0].size  # what goes on in a cell may be set in
    if not cells or any(words[0].left > columns[at] + _AT + inner for at, words in cells.items()):
        return None
    return _Printed(cells, line[0].base, line[0].size)


def _is_next(before: _Printed, line: _Printed) -> bool:
    sizes = before.size, line.size
    return 0 < before.base - line.base <= _NEXT * max(sizes) and max(sizes) <= _SIZES * min(sizes)


def _rows(run: Sequence[_Printed]) -> list[list[_Printed]]:
    """The lines of each row. Where some are closer than others, those go on with a cell; else those without a first.

    None where that leaves open whether a line goes on, since it opens in the middle of a sentence and others do not.
    """
    gaps = [before.base - line.base for before, line in pairwise(run)]
    least = _TIGHT * min(gaps[1:])
    close = [line for line, gap in zip(run[2:], gaps[1:], strict=True) if gap <= least]
    full = sum(len(line.cells) == len(run[0].cells) for line in close)
    by_gap = len(close) < len(gaps) - 1 and 2 * full < len(close)
    rows = [[run[0]]]
    for line, gap in zip(run[1:], gaps, strict=True):
        if gap > least if by_gap else 0 in line.cells or gap > _LOOSE * line.size:
            rows.append([])
        rows[-1].append(line)
    while rows and not any(at for line in rows[-1] for at in line.cells):
        rows.pop()  # a heading or the end of a text below the table
    return rows if by_gap or len({_opens_low(row[0]) for row in rows[1:]}) < 2 else []


def _opens_low(line: _Printed) -> bool:
    return any(words[0].text[0].islower() for words in line.cells.values())


def _is_table(rows: Sequence[Sequence[_Printed]]) -> bool:
    """Whether rows have short first cells that begin anew, are no list, and fill the columns that are headed."""
    head, *body = [_texts(row, len(rows[0][0].cells)) for row in rows]
    whole = [row for row in body if row[0] and any(row[1:])]
    if len(whole) < _LEAST_ROWS or len(whole) * 2 < len(body) or all(_MARK.fullmatch(row[0]) for row in whole):
        return False
    for at in range(len(head)):
        begun = [row[at] for row in body if row[at]]
        low = sum(text[0].islower() for text in begun)
        if len(begun) < _FILLED * len(body) or low > (1 - (_BEGUN_ELSEWHERE if at else _BEGUN)) * len(begun):
            return False
    return median(len(row[0]) for row in whole) <= _LONGEST_KEY and max(map(len, head)) <= 2 * _LONGEST_LABEL


def _texts(row: Sequence[_Printed], count: int) -> list[str]:
    """The cells of a row, each with its lines."""
    return ["\n".join(_text(line, at) for line in row if at in line.cells) for at in range(count)]


def _text(line: _Printed, at: int) -> str:
    return text_of(line.cells[at], line.base, line.size)


def _segment(rows: Sequence[Sequence[_Printed]]) -> Segment:
    lines = [line for row in rows for line in row]
    words = [word for line in lines for cell in line.cells.values() for word in cell]
    size = lines[0].size
    high = lines[0].base + size
    return Segment(
        min(word.left for word in words), max(word.right for word in words), min(word.low for word in words), high,
        high - size, size, table=[_texts(row, len(lines[0].cells)) for row in rows],
    )  # fmt: skip
