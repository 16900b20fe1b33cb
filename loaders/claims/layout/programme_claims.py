"""The day of each part of a meeting whose programme goes by days."""

from collections.abc import Iterator

from graph.periods import overlaps
from graph.records import Basis, PassageKind, When
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.meetings.sessions import SIDE_EVENT
from loaders.recognition.names.spans import DATE_CODE
from loaders.recognition.recognition import Recognition

_OPENING = 12  # characters before the day with which a line opens ("Day 1: 3 May")
_DAY = len("2024-05-03")


def programme_claims(found: Recognition) -> Iterator[Stated]:
    """takesPlaceOn for the round tables and side events of a programme: the day of the heading they stand under."""
    own = found.book.main
    if own is None or not own.dates:
        return
    seen: set[str] = set()
    day: tuple[str, Spot] | None = None
    for block in found.reading.blocks:
        day = _day(found, block, own.dates) or day
        for path in _parts(found, block) if day else ():
            if path not in seen and day:
                seen.add(path)
                when = When(day[0], Basis.HEADER)
                yield Stated(subject=path, relation="takesPlaceOn", value=day[0], spots=(day[1],), when=when,
                             rule="day-of-programme", inferences=("context",))  # fmt: skip


def _day(found: Recognition, block: Block, dates: tuple[str, ...]) -> tuple[str, Spot] | None:
    """The day of a meeting that a heading opens with; a line that gives all its days is its title."""
    span = next((s for s in found.spans[block.order] if s.code == DATE_CODE), None)
    if block.kind is not PassageKind.HEADING or span is None or span.at > _OPENING or len(span.value) != _DAY:
        return None
    return (span.value, Spot(block.order, 0, len(block.text))) if any(overlaps(span.value, d) for d in dates) else None


def _parts(found: Recognition, block: Block) -> Iterator[str]:
    session = found.sessions.get(block.order)
    if session and session.startswith(SIDE_EVENT):
        yield session
    yield from (s.entity for s in found.spans[block.order] if s.code == "T")
