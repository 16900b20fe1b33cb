"""What belongs to the pages of a PDF and not to its text: page numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence

from loaders.reading.pdf_rows import Row
from loaders.reading.pdf_segments import Segment

_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|página|pág\.|p\.)\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:/|of|de|sur)\s?\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# The number of a page before or behind what its running head tells; "3. Round tables" is the head of a part.
_FIRST_NUMBER = re.compile(r"(\d{1,4})(?=$|[\s|–—-])(?!\s?[-–]\s?\d)")
_LAST_NUMBER = re.compile(r"(?<=[\s|–—-])(\d{1,4})$")
_DEEPEST = 3
_LONGEST = 160
_LEAST_SHARE = 0.4
_FEW = 5
_MOST_NUMBERED = 0.5
_WHITE = 0.4


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The pages without page numbers, and without lines at their edges that stand on most of them or end or begin with
    the number of the page ("Chapter 3: Objectives 17").

    Digits may differ. What goes is what stands at the edge of the page, with white space between it and the text.
    Where nothing else would stay, it is the text.
    """
    edges = [[_edge(page, 1), _edge(page, -1)] for page in pages]
    counts: Counter[str] = Counter()
    for sides in edges:
        counts.update({_masked(row) for side in sides for row in side[:_DEEPEST]})
    least = _least(sum(1 for page in pages if page))
    repeated = frozenset(text for text, count in counts.items() if count >= least)
    ahead = _numbered_from(edges)
    text = [
        _without(page, {id(row) for side in sides for row in _furniture(side, repeated, _number_at(n, ahead))})
        for n, (page, sides) in enumerate(zip(pages, edges, strict=True))
    ]
    return text if any(text) else [list(page) for page in pages]


def _least(pages: int) -> float:
    """How often a line must return: on few pages on all but one, else also when it stands on every other page only."""
    return max(2, pages - 1) if pages <= _FEW else _LEAST_SHARE * pages


def _numbered_from(edges: Sequence[Sequence[Sequence[Row]]]) -> int | None:
    """How far the printed number of a page is ahead of its place in the file; None where most pages tell none."""
    ahead: Counter[int] = Counter()
    for place, sides in enumerate(edges):
        ahead.update({number - place for side in sides for row in side[:1] for number in _numbers(row)})
    found, pages = next(iter(ahead.most_common(1)), (0, 0))
    return found if pages > max(2, _MOST_NUMBERED * len(edges)) else None


def _number_at(place: int, ahead: int | None) -> int | None:
    return None if ahead is None else place + ahead


def _numbers(row: Row) -> set[int]:
    """The numbers that a line begins and ends with."""
    text = row.text.strip()
    return {int(found[1]) for found in (_FIRST_NUMBER.match(text), _LAST_NUMBER.search(text)) if found}


def _without(page: Sequence[Row], dropped: set[int]) -> list[Row]:
    return [row for row in page if id(row) not in dropped]


def _edge(page: Sequence[Row], side: int) -> list[Row]:
    """The outermost lines of a page, from the top (side 1) or from the bottom (-1), as they stand on it."""
    return sorted(page, key=lambda row: -side * row.first.base)[: _DEEPEST + 1]


def _furniture(lines: Sequence[Row], repeated: frozenset[str], number: int | None) -> Sequence[Row]:
    """Those of the outermost lines that are no text. number: that of the page, where it is known."""
    count = 0
    while count < min(_DEEPEST, len(lines)) and _may_be(lines[count], repeated, number):
        count += 1
    while 0 < count < len(lines) and not _white_between(lines[count - 1].first, lines[count].first):
        count -= 1
    return lines[:count]


def _white_between(outer: Segment, inner: Segment) -> bool:
    gap = max(outer.low, inner.low) - min(outer.high, inner.high)
    return gap >= _WHITE * min(outer.size, inner.size)


def _may_be(row: Row, repeated: frozenset[str], number: int | None) -> bool:
    if row.first.table or len(row.text) > _LONGEST:
        return False
    in_sentence = row.text[:1].islower() or row.text.endswith(".")
    known = _masked(row) in repeated or number in _numbers(row)
    return (known and not in_sentence) or bool(_NUMBER.fullmatch(row.text.strip()))


def _masked(row: Row) -> str:
    """A line without its digits, and the height at which it stands."""
    return f"{_DIGITS.sub('#', row.text)} {round(row.first.base / 6)}"
