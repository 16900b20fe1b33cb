"""Times as the graph writes them: a subset of EDTF (ISO 8601-2), what each spans, and how two of them relate.

Understood: years (`2021`), months, days, `X` for unknown digits (`202X`, `2022-XX`, `XXXX-01-19`), seasons,
quarters and half-years (`2022-21` to `2022-41`), the qualifiers `?`, `~` and `%`, and intervals of these with
one end open (`2020/..`). What is not understood spans nothing known; it is kept as it is written.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pyoxigraph import Literal

from graph.terms import EDTF, XSD_DATE

_POINT = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?")
_OPEN = ("..", "")

# Parts of a year (ISO 8601-2, 4.8): code -> first month and number of months. Seasons are those of the north.
_PARTS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day of a time, both included; None is an open end."""

    first: date | None
    last: date | None


def time_literal(edtf: str) -> Literal:
    """The one rule for time literals: a full calendar date is xsd:date, anything else edtf:EDTF."""
    return Literal(edtf, datatype=XSD_DATE if _is_day(edtf) else EDTF)


def is_time(literal: Literal) -> bool:
    """Whether `time_literal` wrote it."""
    return literal.datatype in (XSD_DATE, EDTF)


def is_edtf(text: str) -> bool:
    """Whether the text is a time of the subset above."""
    return bounds(text) is not None or re.fullmatch(r"XXXX-(\d\d)-(\d\d)", text) is not None


@lru_cache(maxsize=32_768)
def bounds(edtf: str) -> Bounds | None:
    """What a time spans; None when that cannot be said (year unknown, or not understood)."""
    if "/" not in edtf:
        return _span(edtf)
    first, _, last = edtf.partition("/")
    start, end = _end(first), _end(last)
    if start is None or end is None or (start.first is None and end.last is None):
        return None
    if start.first and end.last and start.first > end.last:
        return None
    return Bounds(start.first, end.last)


def contains(outer: str, inner: str) -> bool:
    """Whether `inner` certainly lies inside `outer`."""
    wide, narrow = bounds(outer), bounds(inner)
    if wide is None or narrow is None:
        return False
    return _first(wide) <= _first(narrow) and _last(narrow) <= _last(wide)


def overlaps(one: str, other: str) -> bool:
    """Whether the two may share a day. A time that spans nothing known may share one with any."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return _days_of_any_year_meet(one, other)
    return _first(a) <= _last(b) and _first(b) <= _last(a)


def finer_than(one: str, other: str) -> bool:
    """Whether `one` says the same as `other`, more exactly."""
    return contains(other, one) and bounds(one) != bounds(other)


def order_key(edtf: str) -> tuple[date, date, str]:
    """Sorts times by first day, then last day; what spans nothing known comes first."""
    span = bounds(edtf)
    return (_first(span), _last(span), edtf) if span else (date.min, date.min, edtf)


def _is_day(edtf: str) -> bool:
    span = bounds(edtf)
    return span is not None and span.first == span.last and re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) is not None


def _first(span: Bounds) -> date:
    return span.first or date.min


def _last(span: Bounds) -> date:
    return span.last or date.max


def _end(text: str) -> Bounds | None:
    return Bounds(None, None) if text in _OPEN else _span(text)


def _span(text: str) -> Bounds | None:
    match = _POINT.fullmatch(text)
    if match is None or text.startswith("X"):
        return None
    year, month, day = match.groups()
    if "X" in year:
        return _unknown_digits(year) if month is None else None
    try:
        return _within_year(int(year), month, day)
    except ValueError:
        return None


def _within_year(year: int, month: str | None, day: str | None) -> Bounds | None:
    """Raises ValueError for a day or month that no calendar has."""
    if month is None or month == "XX":
        return Bounds(date(year, 1, 1), date(year, 12, 31)) if day in (None, "XX") else None
    if day is not None and day != "XX":
        exact = date(year, int(month), int(day))
        return Bounds(exact, exact)
    number = int(month)
    if number in _PARTS:
        return _months(year, *_PARTS[number]) if day is None else None
    return _months(year, number, 1)


def _months(year: int, month: int, count: int) -> Bounds:
    after = year * 12 + month - 1 + count
    last = date.max if after >= 120000 else date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Bounds(date(year, month, 1), last)


def _unknown_digits(year: str) -> Bounds | None:
    if "X" in year.rstrip("X"):
        return None
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return Bounds(date(max(first, 1), 1, 1), date(last, 12, 31))


def _days_of_any_year_meet(one: str, other: str) -> bool:
    """False only for two different days of the year, when at least one year is unknown (`XXXX-01-19`)."""
    days = [re.fullmatch(r"(?:\d{4}|XXXX)-(\d\d-\d\d)", text) for text in (one, other)]
    if days[0] is None or days[1] is None:
        return True
    return days[0][1] == days[1][1]
