"""Missing years, found by the date of the document and the order of events, never invented.

A text leaves out the year of what is near: a past day without a year is the last such day before the document's
own date, a coming one the first after it. Where neither is known the date stays without its year.
"""

import re
from collections.abc import Iterable
from datetime import date

from graph.periods import bounds
from graph.records import Basis, When
from loaders.dates.dates import DateSpan
from loaders.dates.edtf import has_year, month_text, with_year
from loaders.dates.tense import FUTURE, PAST, tense_at

Limits = tuple[date, date]
_LONGEST_LINE, _MUCH_NEARER = 160, 90
_LONGEST_CELL, _CLOSE = 40, 75
_OPENS_LINE = re.compile(r"[^.;\n]{0,30}?(?:\s?[:–—|]\s|\s{3,})")


def complete(
    span: DateSpan,
    anchor: When | None,
    text: str = "",
    language: str = "en",
    known: Iterable[str] = (),
    sentence: tuple[int, int] | None = None,
    listed: bool = False,
    cell: bool = False,
) -> When | None:
    """The time of a date, with the basis of its year; None where the year cannot be known.

    anchor: the document's own date. text: the sentence or passage that the span counts in; it tells past from coming
    (sentence: the part of it that does).
    listed: the text is a line, in which a date is near that of the document whatever its words.
    cell: it is a cell of a table.
    known: full dates that the document gives elsewhere; the same day and month among them settles the year.
    """
    if span.has_year:
        return When(span.edtf, Basis.STATED)
    matching = {value for value in known if has_year(value) and value[4:] == span.edtf[4:]}
    if span.precision in ("day", "days") and len(matching) == 1:
        return When(matching.pop(), Basis.INFERRED)
    limits = limits_of(anchor.edtf) if anchor else None
    if limits is None and span.shift is not None and span.shift[0] == "year":
        limits = _from_then_on(anchor)
    if limits is None:
        return None
    if span.shift is not None:
        return _shifted(span, limits)
    tense = tense_at(text, span.at, span.to, language, sentence) if text else None
    year = _nearest(span, limits) if listed and _is_of_list(text, span) else _year(span, limits, tense)
    if year is None and cell and len(text) <= _LONGEST_CELL:
        year = _near(span, limits)
    return When(with_year(span.edtf, year), Basis.ORDER) if year else None


def limits_of(edtf: str) -> Limits | None:
    """First and last day of a value, where it has both."""
    span = bounds(edtf)
    return (span.first, span.last) if span and span.first and span.last else None


def _from_then_on(anchor: When | None) -> Limits | None:
    """The first day of an open time, "2025-06-05/..": a text is seldom written long after what it tells."""
    span = bounds(anchor.edtf) if anchor else None
    return (span.first, span.first) if span and span.first else None


def last_before(edtf: str, limit: date) -> Limits | None:
    """The latest occurrence of a date without year that starts on or before a day."""
    return next(
        (b for y in (limit.year, limit.year - 1) if (b := limits_of(with_year(edtf, y))) and b[0] <= limit), None
    )


def first_after(edtf: str, limit: date) -> Limits | None:
    """The earliest occurrence of a date without year that ends on or after a day."""
    return next(
        (b for y in (limit.year, limit.year + 1) if (b := limits_of(with_year(edtf, y))) and b[1] >= limit), None
    )


def _is_of_list(text: str, span: DateSpan) -> bool:
    """Whether a date stands in a line of a list, and no sentence: "14 September: briefing", "Dialogue, 17 June"."""
    opens = _OPENS_LINE.match(text, span.to) and not any(map(str.isalpha, text[: span.at]))
    closes = len(text) <= _LONGEST_LINE and text[: span.at].endswith(", ") and span.to == len(text)
    return bool(opens or closes)


def _near(span: DateSpan, limits: Limits) -> int | None:
    """The year that brings a day of a table close to the date of the document; None where none does."""
    year = _nearest(span, limits)
    day = limits_of(with_year(span.edtf, year)) if year else None
    return year if day and abs((day[0] - limits[0]).days) <= _CLOSE else None


def _nearest(span: DateSpan, limits: Limits) -> int | None:
    """The year that brings a date nearest to that of the document; None where two are about as near."""
    if span.weekday is not None or span.precision not in ("day", "days"):
        return _year(span, limits, None)
    middle = limits[0] + (limits[1] - limits[0]) / 2
    years = (b for y in range(middle.year - 1, middle.year + 2) if (b := limits_of(with_year(span.edtf, y))))
    first, second, *_ = sorted((abs((b[0] - middle).days), b[0].year) for b in years)
    return first[1] if second[0] - first[0] > _MUCH_NEARER else None


def _year(span: DateSpan, limits: Limits, tense: str | None) -> int | None:
    if span.weekday is not None and span.precision == "day":
        around = range(limits[0].year - 1, limits[1].year + 2)
        years = [year for year in around if _falls_on(with_year(span.edtf, year), span.weekday)]
        if len(years) == 1:
            return years[0]
    if tense == PAST and (found := last_before(span.edtf, limits[1])):
        return found[0].year
    if tense == FUTURE and (found := first_after(span.edtf, limits[0])):
        return found[0].year
    return None


def _falls_on(edtf: str, weekday: int) -> bool:
    limits = limits_of(edtf)
    return limits is not None and limits[0].weekday() == weekday


def _shifted(span: DateSpan, limits: Limits) -> When | None:
    """Distances ("last year", "next month") seen from the document's date; None where that is not known so finely."""
    unit, many = span.shift or ("year", 0)
    first, last = limits
    if unit == "month":
        if (first.year, first.month) != (last.year, last.month):
            return None
        months = first.year * 12 + first.month - 1 + many
        return When(month_text(months // 12, months % 12 + 1), Basis.INFERRED)
    if first.year != last.year:
        return None
    return When(with_year(span.edtf, first.year + many), Basis.INFERRED)
