"""Text drawn from a PDF: each printed line a paragraph of its own, page numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence

from loaders.reading.lines import Line, Setting

_PAGE_NUMBER = re.compile(
    r"[-–—\[(|]?\s{0,3}(?:page|página|pág\.|p\.)?\s{0,3}(?P<n>\d{1,4})(?:\s{0,3}(?:/|of|de|sur)\s{0,3}\d{1,4})?\s{0,3}[-–—\])|]?",
    re.IGNORECASE,
)
_SAID = re.compile(r"page|página|pág\.|p\.|/|of|de|sur|[-–—|]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST_PAGE_NUMBER = 24
_LONGEST_HEAD = 100
_LEAST_LINES_ON_PAGE = 5
_FULL = 0.75
_SHORT = 0.5


def goes_on(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a printed line belongs to the paragraph of the line before it.

    Inside a paragraph lines stand `setting.gap` apart; nearer than that is a page break, farther a new paragraph.
    """
    if line.gap > setting.gap:
        return False
    ended = before.ends_sentence
    if line.gap < setting.gap or line.page:
        return not ended
    if ended:
        return len(before.text) >= _FULL * setting.width
    return line.starts_low or before.is_left_open or len(before.text) >= _SHORT * setting.width


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Start offsets of the lines that belong to the page, not to the text: its number, its running head and foot."""
    numbers = _page_numbers(lines)
    return frozenset(numbers | _running_heads(lines, numbers))


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that hold a page number: said to be one, or bare numbers that count up by one, pages apart."""
    found: set[int] = set()
    last = (-1, -1, -1)
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_PAGE_NUMBER or not (match := _PAGE_NUMBER.fullmatch(line.text)):
            continue
        if _SAID.search(line.text):
            found.add(line.start)
            continue
        number, at, start = last
        if int(match["n"]) == number + 1 and index - at > _LEAST_LINES_ON_PAGE:
            found.update((start, line.start))
        last = (int(match["n"]), index, line.start)
    return found


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Short lines at the edges of pages that stand, but for their digits, on most of them."""
    edges: list[int] = []
    pages = 1 + max(len(numbers), sum(line.page for line in lines))
    for index, line in enumerate(lines):
        if line.page or line.start in numbers:
            edges.extend(range(max(0, index - 2), min(len(lines), index + 3)))
    if pages < 3:
        return set()
    edges.extend((*range(min(2, len(lines))), *range(max(0, len(lines) - 2), len(lines))))
    at_edge = [lines[index] for index in sorted(set(edges)) if len(lines[index].text) <= _LONGEST_HEAD]
    masked = {line.start: _DIGITS.sub("#", line.text) for line in at_edge}
    counts = Counter(masked.values())
    return {start for start, text in masked.items() if counts[text] >= max(3, pages * 0.6)}
