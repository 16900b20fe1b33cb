"""A span of a passage that names something, and the letter by which rules know its kind."""

from collections.abc import Iterable
from dataclasses import dataclass

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


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Spans that do not overlap, in order: of two that do, the longer stays, then the earlier."""
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.at - s.to, s.at)):
        if taken.isdisjoint(range(span.at, span.to)):
            taken.update(range(span.at, span.to))
            kept.append(span)
    return sorted(kept, key=lambda s: s.at)
