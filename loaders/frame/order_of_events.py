"""When a document was written, from what it reports as past and what it expects.

A text that tells of 6 October as past and of November as coming was written between the two. A date without
a year takes its year from the dated plan or report that is nearest; where there is none it proves nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from graph.records import PassageKind
from loaders.dates.completion import Limits, first_after, last_before, limits_of
from loaders.dates.dates import DateSpan, find_dates
from loaders.dates.tense import FUTURE, PAST, tense_at
from loaders.reading.blocks import Reading

_PRECISE = ("day", "days", "week", "month", "months", "part", "season")
_MOST = 1000
_NEAR = timedelta(days=60)
_FAR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Told:
    """A date that a sentence tells as past or as coming; text: as it is written."""

    span: DateSpan
    tense: str
    text: str
    block: int


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day on which a text can have been written, and the dates that say so; one end may be open."""

    first: date | None
    last: date | None
    past: Told | None
    coming: Told | None
    plan: Told | None = None

    @property
    def edtf(self) -> str:
        """The interval as EDTF, `..` for an open end."""
        return f"{self.first or '..'}/{self.last or '..'}"


def told_dates(reading: Reading) -> list[Told]:
    """Dates in running text whose sentence says whether they are past, in order; notes and headings are left out."""
    return list(islice(_told(reading), _MOST))


def _told(reading: Reading) -> Iterator[Told]:
    for block in reading.blocks:
        if block.kind in (PassageKind.HEADING, PassageKind.FOOTNOTE):
            continue
        for span in find_dates(block.text, reading.language):
            if span.precision not in _PRECISE or span.shift is not None:
                continue
            at, to = block.sentence_at(span.at)
            tense = tense_at(block.text, span.at, span.to, reading.language, (at, to))
            if tense:
                yield Told(span, tense, block.text[span.at : span.to], block.order)


def written_between(told: Sequence[Told]) -> Window | None:
    """The window that a text leaves for its own date; None where it leaves none or contradicts itself."""
    reports = [(limits, one) for one in told if one.tense == PAST and (limits := _dated(one))]
    plans = [(limits, one) for one in told if one.tense == FUTURE and (limits := _dated(one))]
    floor = max(reports, key=lambda pair: pair[0][0], default=None)
    ceiling = min(plans, key=lambda pair: pair[0][0], default=None)
    limit = ceiling[0][0] if ceiling else None
    first, past = _latest_past(told, limit, floor)
    last, coming = _earliest_coming(told, first, ceiling)
    if first is None and last is None:
        return None
    if first and last and first > last:
        return None
    return Window(first, last, past, coming, ceiling[1] if ceiling else None)


def _dated(one: Told) -> Limits | None:
    return limits_of(one.span.edtf) if one.span.has_year else None


def _since(limits: Limits, span: DateSpan) -> date:
    """The day from which on something can be told as past: the last of some days, the first of a month or longer."""
    return limits[1] if span.precision in ("day", "days") else limits[0]


_Dated = tuple[Limits, Told]


def _latest_past(told: Iterable[Told], ceiling: date | None, floor: _Dated | None) -> tuple[date | None, Told | None]:
    candidates = [(_since(floor[0], floor[1].span), floor[1])] if floor else []
    for one in told:
        if one.tense == PAST and not one.span.has_year and ceiling is not None:
            limits = last_before(one.span.edtf, ceiling - timedelta(days=1))
            if limits:
                candidates.append((_since(limits, one.span), one))
    return max(candidates, key=lambda pair: pair[0], default=(None, None))


def _earliest_coming(
    told: Iterable[Told], first: date | None, ceiling: _Dated | None
) -> tuple[date | None, Told | None]:
    candidates = [(ceiling[0][0], ceiling[1])] if ceiling else []
    for one in told:
        if one.tense == FUTURE and not one.span.has_year and first is not None:
            limits = first_after(one.span.edtf, first + timedelta(days=1))
            if limits:
                candidates.append((limits[0], one))
    day, found = min(candidates, key=lambda pair: pair[0], default=(None, None))
    return (day - timedelta(days=1) if day else None), found


def contradicts(told: Sequence[Told], window: Window, heading: Limits) -> bool:
    """Whether the heading's date cannot be the day of writing, by what the text tells.

    Two reports of later days do, and so do days without a year that close in on a short window far from the heading:
    people leave out the year of what is near.
    """
    later = [one for one in told if one.tense == PAST and (limits := _dated(one)) and limits[0] > heading[1] + _NEAR]
    if len(later) > 1:
        return True
    if window.first is None or window.last is None or window.last - window.first > _NEAR:
        return False
    yearless = [one for one in told if one.tense == PAST and not one.span.has_year]
    is_near = window.first - _FAR <= heading[1] and heading[0] <= window.last + _FAR
    return len(yearless) > 1 and not is_near
