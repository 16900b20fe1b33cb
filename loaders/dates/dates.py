"""Dates in running text, as EDTF values.

A date is read only where a name of a month, a quarter, a half-year, a season or an ISO form says that it
is one: numbers alone never make a date, so objectives, paragraphs and symbols are left in peace.
A missing year stays missing (`XXXX-11-03`); `loaders.dates.completion` may find it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from loaders.dates.date_atoms import Atom, read_atoms
from loaders.dates.date_words import DatePatterns, patterns
from loaders.dates.edtf import day_text, has_year, is_day, month_text, year_text
from loaders.places import Places

_ISO = re.compile(r"(?<![\w/-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-])")
_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"[QHST][1-4]")
_CODES = {"q": (33, 4), "t": (33, 4), "h": (40, 2), "s": (40, 2)}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date at [at, to) of a text.

    edtf: its value, `XXXX` for a year that is not given. precision: day, days, week, month, months, part (of a year),
    season, year or relative. shift: for "last year", "next month": (unit, how many). weekday: 0 for Monday, where
    one is named. vague: "early", "late", "the end of".
    """

    at: int
    to: int
    edtf: str
    precision: str
    shift: tuple[str, int] | None = None
    weekday: int | None = None
    vague: bool = False

    @property
    def has_year(self) -> bool:
        """The text itself gives the year."""
        return has_year(self.edtf)

    @property
    def weekday_agrees(self) -> bool | None:
        """Whether the named day of the week is that of the date; None where there is nothing to compare."""
        if self.weekday is None or self.precision != "day" or not self.has_year:
            return None
        return date.fromisoformat(self.edtf).weekday() == self.weekday


@lru_cache(maxsize=512)
def find_dates(text: str, language: str = "en") -> tuple[DateSpan, ...]:
    """All dates of a text, in order, none overlapping; days listed one by one ("19 and 26 May") have a span each."""
    grammar = patterns(language)
    low = text.lower()
    numbered = _YEAR.search(text) is not None
    readings: list[Iterable[DateSpan]] = []
    if numbered:
        readings.append(_exact(text, language))
    readings.append(_from_atoms(text, read_atoms(text, grammar), grammar))
    if any(part in low for part in grammar.words.parts) or (numbered and _CODE.search(text)):
        readings.append(_parts(text, grammar))
    if numbered:
        readings.append(_years(text, grammar))
    if any(unit in low for unit in grammar.words.units):
        readings.append(_relative(text, grammar))
    return _without_overlaps(readings)


def _without_overlaps(readings: Iterable[Iterable[DateSpan]]) -> tuple[DateSpan, ...]:
    """What one kind of reading found stays; the next kinds may only add to it. The spans of one kind do not overlap."""
    kept: list[DateSpan] = []
    for reading in readings:
        places = Places((span.at, span.to) for span in kept)
        kept.extend(span for span in reading if not places.touch(span.at, span.to))
    return tuple(sorted(kept, key=lambda span: span.at))


def _exact(text: str, language: str) -> Iterator[DateSpan]:
    """ISO dates, and numeric ones whose order of day and month is certain."""
    for found in _ISO.finditer(text):
        year, month, day = map(int, found.groups())
        if is_day(year, month, day):
            yield DateSpan(*found.span(), day_text(year, month, day), "day")
    for found in _NUMERIC.finditer(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "/" and language == "en" and first <= 12 and first != second:
            continue
        if is_day(year, second, first):
            yield DateSpan(*found.span(), day_text(year, second, first), "day")


def _from_atoms(text: str, atoms: list[Atom], grammar: DatePatterns) -> Iterator[DateSpan]:
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        if following is not None and atom.is_range_to(following, text, grammar):
            yield _interval(atom, following)
            index += 2
            continue
        yield from _single(atom)
        index += 1


def _interval(first: Atom, last: Atom) -> DateSpan:
    year = first.year if first.year is not None else last.year
    precision = "days" if first.days and last.days else "months"
    start = day_text(year, first.month, first.days[0].number) if first.days else month_text(year, first.month)
    end = day_text(last.year, last.month, last.days[-1].number) if last.days else month_text(last.year, last.month)
    return DateSpan(first.first, last.to, f"{start}/{end}", precision, last.shift)


def _single(atom: Atom) -> Iterator[DateSpan]:
    year = atom.year
    if atom.week:
        yield DateSpan(atom.first, atom.to, _week(year, atom.month, atom.week), "week", atom.shift)
        return
    if not atom.days:
        about = "~" if atom.vague else ""
        yield DateSpan(
            atom.first, atom.to, month_text(year, atom.month) + about, "month", atom.shift, vague=bool(about)
        )
        return
    groups = atom.groups()
    for index, (first, last) in enumerate(groups):
        to = atom.to if index + 1 == len(groups) else last.to
        start, end = day_text(year, atom.month, first.number), day_text(year, atom.month, last.number)
        at = first.at if index else atom.first
        if first is last:
            yield DateSpan(at, to, start, "day", atom.shift, None if index else atom.weekday)
        else:
            yield DateSpan(at, to, f"{start}/{end}", "days", atom.shift)


def _week(year: int | None, month: int, ordinal: int) -> str:
    """The n-th seven days of a month, or its last seven: what "the fourth week of August" comes to, in days."""
    days = next(day for day in (31, 30, 29, 28) if is_day(year, month, day))
    last = days if ordinal < 0 else 7 * ordinal
    return f"{day_text(year, month, last - 6)}/{day_text(year, month, last)}"


def _parts(text: str, grammar: DatePatterns) -> Iterator[DateSpan]:
    """Quarters and half-years: "first semester of 2022", "Q1 2022". Half of something else is no date."""
    words = grammar.words
    for found in grammar.part.finditer(text):
        year = found["year"] or found["code_year"] or found["year_code"]
        letter = found["code"] or found["after_code"]
        if letter:
            (base, many), ordinal = _CODES[letter[0].lower()], int(letter[1])
        else:
            base, many = words.parts[found["part"].lower()]
            ordinal = words.ordinals[found["n"].lower()]
        shift, to = None, found.end()
        if not year:
            relative = grammar.relative_year.match(text, to)
            if relative:
                shift, to = grammar.shift_of_year(relative), relative.end()
            elif base == 40 and found["part"].lower() == "half":
                continue
        ordinal = many if ordinal < 0 else ordinal
        if ordinal <= many:
            edtf = month_text(int(year) if year else None, base + ordinal - 1)
            yield DateSpan(found.start(), to, edtf, "part", shift)


def _years(text: str, grammar: DatePatterns) -> Iterator[DateSpan]:
    """Years with a word: "late 2019", "spring 2022"."""
    for found in grammar.vague_year.finditer(text):
        yield DateSpan(*found.span(), f"{found['year']}~", "year", vague=True)
    for found in grammar.season.finditer(text):
        season = grammar.words.seasons[found["season"].lower()]
        yield DateSpan(*found.span(), month_text(int(found["year"]), season), "season")


def _relative(text: str, grammar: DatePatterns) -> Iterator[DateSpan]:
    """Distances ("next month", "a year earlier"): they have no value of their own."""
    for found in grammar.relative.finditer(text):
        unit, many = grammar.shift_of(found)
        edtf = f"{year_text(None)}-XX" if unit == "month" else year_text(None)
        yield DateSpan(*found.span(), edtf, "relative", (unit, many))
