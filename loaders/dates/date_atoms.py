"""The pieces of dates: a month with the days, year and words that hang on it, and how two pieces hang together."""

import re
from dataclasses import dataclass, field, replace

from loaders.dates.date_words import DatePatterns
from loaders.dates.edtf import is_day

_WINDOW = 90
_SHORT_WINDOW = 32
_ARTICLE = re.compile(r"^\s*(?:the|el|los|le|les)?\s*$")


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month at [at, to); through: a range goes on from here to the next day."""

    number: int
    at: int
    to: int
    through: bool = False


@dataclass(slots=True)
class Atom:
    """A month, with what hangs on it. first: where its value starts; start: where it starts with its article."""

    start: int
    first: int
    to: int
    month: int
    year: int | None = None
    days: list[Day] = field(default_factory=list)
    shift: tuple[str, int] | None = None
    week: int = 0
    vague: bool = False
    weekday: int | None = None
    tentative: bool = False

    def groups(self) -> list[tuple[Day, Day]]:
        """Its days as (first, last): ranges as they stand, a run of neighbouring days as one, others one by one."""
        numbers = [day.number for day in self.days]
        if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return [(self.days[0], self.days[-1])]
        groups: list[tuple[Day, Day]] = []
        index = 0
        while index < len(self.days):
            last = index + 1 if self.days[index].through and index + 1 < len(self.days) else index
            groups.append((self.days[index], self.days[last]))
            index = last + 1
        return groups

    def is_range_to(self, following: "Atom", text: str, grammar: DatePatterns) -> bool:
        """Whether this and the next are the ends of a range: two days, or two months."""
        alike = bool(self.days) == bool(following.days) and len(self.days) < 2
        alike = alike and (self.year is None or following.year is not None)
        return alike and not self.week and _connection(self, following, text, grammar) == "through"


def read_atoms(text: str, grammar: DatePatterns) -> list[Atom]:
    """All months of a text that are meant as dates, in order; a year that closes a list or range holds for all."""
    atoms: list[Atom] = []
    for found in grammar.month.finditer(text):
        if found.start() and (text[found.start() - 1].isalnum() or text[found.start() - 1] == "_"):
            continue
        atom = _atom(text, found, atoms[-1].to if atoms else 0, grammar)
        if atom is not None:
            atoms.append(atom)
    for index in range(len(atoms) - 2, -1, -1):
        atom, following = atoms[index], atoms[index + 1]
        connected = not following.tentative and _connection(atom, following, text, grammar)
        if connected and atom.year is None and atom.shift is None:
            atom.year, atom.shift = following.year, following.shift
        atom.tentative = atom.tentative and not connected
    return [atom for atom in atoms if not atom.tentative and _is_in_calendar(atom)]


def _is_in_calendar(atom: Atom) -> bool:
    return all(is_day(atom.year, atom.month, day.number) for day in atom.days)


def _atom(text: str, month: re.Match[str], floor: int, grammar: DatePatterns) -> Atom | None:
    start, end = month.span()
    atom = Atom(start, start, end, grammar.words.months[month[0]])
    before = grammar.days_before.search(text, max(floor, start - _WINDOW), start)
    if before:
        atom.start = before.start("days")
        atom.days = _days(text, *before.span("days"), grammar)
        atom.first = atom.days[0].at
    elif grammar.words.month_first and (after := grammar.days_after.match(text, end)):
        atom.days = _days(text, *after.span("days"), grammar)
        atom.to = after.end()
        atom.year = int(after["year"]) if after["year"] else None
    if atom.year is None:
        _read_year(text, atom, grammar)
    if atom.days:
        weekday = grammar.weekday_before.search(text, max(0, atom.start - _SHORT_WINDOW), atom.start)
        atom.weekday = grammar.words.weekdays[weekday["weekday"]] if weekday else None
        return atom
    return _without_day(text, atom, month, grammar)


def _read_year(text: str, atom: Atom, grammar: DatePatterns) -> None:
    if found := grammar.year_after.match(text, atom.to):
        atom.year, atom.to = int(found["year"]), found.end()
    elif found := grammar.relative_year.match(text, atom.to):
        atom.shift, atom.to = grammar.shift_of_year(found), found.end()


def _without_day(text: str, atom: Atom, month: re.Match[str], grammar: DatePatterns) -> Atom | None:
    """A month alone counts with a year or behind a preposition; else only as the first of several ("March/April")."""
    window = max(0, atom.start - _SHORT_WINDOW - 10)
    week = grammar.week_before.search(text, window, atom.start)
    if week:
        atom.week = grammar.words.ordinals[week["n"].lower()]
        atom.start = atom.first = week.start()
        return atom
    vague = grammar.vague_before.search(text, window, atom.start)
    if vague:
        atom.vague = True
        atom.start = atom.first = vague.start() + len(vague[0]) - len(vague[0].lstrip())
    dated = atom.year is not None or atom.shift is not None or vague is not None
    if len(month[0]) < 4 and not dated and month[0].lower() not in ("may", "mai"):
        return None
    atom.tentative = not dated and not grammar.opening.search(text, window, atom.start)
    return atom


def _days(text: str, start: int, end: int, grammar: DatePatterns) -> list[Day]:
    found = list(grammar.day.finditer(text, start, end))
    days = []
    for index, one in enumerate(found):
        number = int(one["n"]) if one["n"].isdigit() else 1
        following = found[index + 1].start() if index + 1 < len(found) else end
        through = bool(grammar.through.match(text, one.end(), following)) and index + 1 < len(found)
        days.append(Day(number, one.start(), one.end(), through))
    if len(days) == 2 and grammar.between.search(text, max(0, start - _SHORT_WINDOW), start):
        days[0] = replace(days[0], through=True)  # "between 11 and 13 June"
    return days


def _connection(atom: Atom, following: Atom, text: str, grammar: DatePatterns) -> str:
    between = text[atom.to : following.start]
    if len(between) > 24:
        return ""
    if between == "/" and not atom.days and not following.days:
        return "through"
    joint = grammar.through.match(between)
    if joint and _ARTICLE.match(between[joint.end() :]):
        return "through"
    joint = grammar.both.match(between)
    if not joint or not _ARTICLE.match(between[joint.end() :]):
        return ""
    if grammar.between.search(text, max(0, atom.start - 12), atom.start):
        return "through"
    neighbours = not atom.days and not following.days and following.month == atom.month % 12 + 1
    return "through" if neighbours else "both"
