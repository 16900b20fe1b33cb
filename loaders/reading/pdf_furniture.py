"""What belongs to the pages of a PDF and not to its text: page numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence

from loaders.reading.pdf_rows import Row

_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|página|pág\.|p\.)\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:/|of|de|sur)\s?\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_DEEPEST = 3
_LONGEST = 160
_LEAST_SHARE = 0.4
_FEW = 5
_WHITE = 0.4


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The pages without page numbers, and without lines at their edges that stand on most of them.

    Digits may differ. What goes is what stands at the edge of the page, with white space between it and the text.
    Where nothing else would stay, it is the text.
    """
    edges = [[_edge(page, 1), _edge(page, -1)] for page in pages]
    counts: Counter[str] = Counter()
    for sides in edges:
        counts.update({_masked(row) for side in sides for row in side[:_DEEPEST]})
    least = _least(sum(1 for page in pages if page))
    repeated = frozenset(text for text, count in counts.items() if count >= least)
    text = [
        _without(page, {id(row) for side in sides for row in _furniture(side, repeated)})
        for page, sides in zip(pages, edges, strict=True)
    ]
    return text if any(text) else [list(page) for page in pages]


def _least(pages: int) -> float:
    """How often a line must return: on few pages on all but one, else also when it stands on every other page only."""
    return max(2, pages - 1) if pages <= _FEW else _LEAST_SHARE * pages


def _without(page: Sequence[Row], dropped: set[int]) -> list[Row]:
    return [row for row in page if id(row) not in dropped]


def _edge(page: Sequence[Row], side: int) -> list[Row]:
    """The outermost lines of a page, from the top (side 1) or from the bottom (-1), as they stand on it."""
    return sorted(page, key=lambda row: -side * row.first.base)[: _DEEPEST + 1]


def _furniture(lines: Sequence[Row], repeated: frozenset[str]) -> Sequence[Row]:
    """Those of the outermost lines that are no text."""
    count = 0
    while count < min(_DEEPEST, len(lines)) and _may_be(lines[count], repeated):
        count += 1
    if 0 < count < len(lines):
        last, following = lines[count - 1].first, lines[count].first
        gap = max(last.low, following.low) - min(last.high, following.high)
        if gap < _WHITE * min(last.size, following.size):
            return ()
    return lines[:count]


def _may_be(row: Row, repeated: frozenset[str]) -> bool:
    if row.first.table or len(row.text) > _LONGEST:
        return False
    in_sentence = row.text[:1].islower() or row.text.endswith(".")
    return (_masked(row) in repeated and not in_sentence) or bool(_NUMBER.fullmatch(row.text.strip()))


def _masked(row: Row) -> str:
    """A line without its digits, and the height at which it stands."""
    return f"{_DIGITS.sub('#', row.text)} {round(row.first.base / 6)}"
