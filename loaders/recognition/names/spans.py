"""A span of a passage that names something, and the letter by which rules know its kind."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Protocol, TypeVar

from graph.records import LinkStatus

CODES: dict[str, str] = {
    "State": "S",
    "UNEntity": "U",
    "Organization": "O",
    "RegionalProcess": "R",
    "Process": "P",
    "Objective": "J",
    "GuidingPrinciple": "G",
    "Roundtable": "T",
    "WorkingGroup": "W",
    "Event": "E",
    "Person": "H",
    "Instrument": "I",
    "Fund": "F",
    "Platform": "L",
    "Place": "C",
}
DATE_CODE = "D"
FIGURE_CODE = "N"


@dataclass(frozen=True, slots=True)
class Span:
    """Clean-text offsets in one block, and what stands there.

    code: one letter of CODES, DATE_CODE or FIGURE_CODE; a State that only tells where a place is
    ("Puebla, Mexico") has the code of a Place. entity: path, empty for dates and figures.
    value: the EDTF text of a date, or the index of a figure in its block.
    also: further entities that the same words name ("objectives 4 to 6").
    """

    at: int
    to: int
    code: str
    entity: str = ""
    method: str = "label"
    status: LinkStatus = LinkStatus.LINKED
    value: str = ""
    also: tuple[str, ...] = ()

    @property
    def entities(self) -> tuple[str, ...]:
        """All entities named here."""
        return (self.entity, *self.also) if self.entity else ()

    @property
    def elliptic(self) -> bool:
        """Whether a group is named by what it is on alone: "one on data"."""
        return self.code == "W" and self.method == "context" and self.status is LinkStatus.PROVISIONAL


class Stretch(Protocol):
    """Whatever stands at [at, to) of a text."""

    @property
    def at(self) -> int:
        """Offset of its first character."""

    @property
    def to(self) -> int:
        """Offset behind its last character."""


_S = TypeVar("_S", bound=Stretch)
_by_place = attrgetter("at")


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Spans that do not overlap, in order: of two that do, the longer stays, then the earlier."""
    ordered = sorted(spans, key=_by_place)
    if all(one.to <= other.at for one, other in pairwise(ordered)):
        return ordered
    return apart(sorted(ordered, key=lambda s: s.at - s.to))


def apart(ranked: Iterable[_S]) -> list[_S]:
    """Stretches that do not overlap, in order of place: of two that do, the one that is ranked first stays."""
    kept: list[_S] = []
    starts: list[int] = []
    for one in ranked:
        index = bisect_left(starts, one.to)
        if index == 0 or kept[index - 1].to <= one.at:
            kept.insert(index, one)
            starts.insert(index, one.at)
    return kept


class Row:
    """Spans of one text, none overlapping, found by where they stand."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=_by_place)
        self._starts = [s.at for s in self._spans]

    def at(self, position: int) -> Span | None:
        """The span that begins there."""
        index = bisect_left(self._starts, position)
        return self._spans[index] if index < len(self._spans) and self._starts[index] == position else None

    def holding(self, position: int) -> Span | None:
        """The span that a character belongs to."""
        index = bisect_right(self._starts, position) - 1
        return self._spans[index] if index >= 0 and position < self._spans[index].to else None

    def last_before(self, position: int) -> Span | None:
        """The last span that ends there or before."""
        index = bisect_right(self._starts, position) - 1
        while index >= 0 and self._spans[index].to > position:
            index -= 1
        return self._spans[index] if index >= 0 else None

    def starting(self, first: int, end: int) -> list[Span]:
        """The spans that begin in [first, end)."""
        return self._spans[bisect_left(self._starts, first) : bisect_left(self._starts, end)]

    def inside(self, at: int, to: int) -> list[Span]:
        """The spans that lie within [at, to)."""
        return [s for s in self.starting(at, to) if s.to <= to]

    def touching(self, at: int, to: int) -> list[Span]:
        """The spans that share a character with [at, to)."""
        begin = bisect_right(self._starts, at) - 1
        begin += begin < 0 or self._spans[begin].to <= at
        return self._spans[begin : bisect_left(self._starts, to)]
