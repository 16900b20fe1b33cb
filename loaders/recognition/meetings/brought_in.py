"""When and where a meeting is by its own clause, whatever the verb: "A workshop brought 45 experts to Amman on 3 May".

The clause must bring the meeting in, tell one time alone, and have no verb of another matter before it ("was announced
on 3 May"); a meeting that is only pointed back to has its setting elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.settings import OF_THEIRS, Setting, joined
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b[MD]r)(?<!\bM[sm])(?<!\bMme)(?<!\bMrs)(?<!\bSra)(?<!\bSr)[.;!?](?=\s|$)")
_LONGEST = 260
_NEAR = 24
_MONTH = len("2024-06")
_SAME = re.compile(r"\s?(?:,|–|-|and|y|e|et|&|on|el|le|\s)+\s?", re.IGNORECASE)
_IN_STATE = re.compile(r"\s?[,(]\s?(?:(?:in|en|au|aux)\s)?(?:the\s|el\s|la\s)?")


@dataclass(frozen=True, slots=True)
class Rows:
    """The places and dates of a passage, and the forums and processes that a day may be of."""

    places: Row
    dates: Row
    others: Row


@lru_cache(maxsize=1)
def _brings_in() -> Uncased:
    """Words before a meeting that nobody has heard of yet: "a", "un premier", "another"."""
    words = alternatives(load("events")["new_to_reader"])
    return Uncased(rf"(?<![\w’'])(?:{words})(?:\s|(?<=['’]))(?:[\w-]+\s){{0,2}}$")


@lru_cache(maxsize=1)
def _when() -> Uncased:
    return Uncased(rf"(?<![\w’'])(?:{alternatives(load('events')['leads_to_day'])})\s$")


@lru_cache(maxsize=1)
def _where() -> Uncased:
    return Uncased(rf"(?<![\w’'])(?:{alternatives(load('events')['leads_to_city'])})\s?$")


@lru_cache(maxsize=1)
def _of_another_matter() -> Uncased:
    return Uncased(rf"(?<![\w’'])(?:{alternatives(load('events')['other_matters'])})(?![\w’'])")


def in_their_clauses(text: str, settled: Sequence[Candidate], rows: "Rows") -> list[Candidate]:
    """The candidates of one passage, in order; one that its clause brings in has the date and place told there."""
    starts = [one.at for one in settled] + [len(text)]
    out = []
    for one, following in zip(settled, starts[1:], strict=True):
        lacks = not one.dates or not one.places
        new = lacks and one.at < one.to and not one.several and is_brought_in(text, one)
        told = clause_setting(text, max(one.to, one.told), following, rows) if new else None
        if told and (told.dates if not one.dates else told.dates in ((), one.dates)):
            days, where = one.dates or told.dates, one.places or told.places
            one = replace(one, dates=days, places=where, told=max(one.told, told.to))
        out.append(one)
    return out


def is_brought_in(text: str, one: Candidate) -> bool:
    """Whether the words before a meeting say that it is new to the reader."""
    return _brings_in().search(text, max(0, one.at - _NEAR), one.at) is not None or bool(
        _brings_in().match(f"{text[one.at : one.to].split()[0]} ")
    )


def clause_setting(text: str, at: int, end: int, rows: "Rows") -> Setting:
    """The one time and the one city that the clause going on at `at` tells; `end`: where the next meeting begins."""
    stop = _ENDS.search(text, at)
    end = min(end, at + _LONGEST, stop.start() if stop else len(text))
    if end <= at:
        return Setting()
    other = _of_another_matter().search(text, at, end)
    end = min(other.start() if other else end, *(one.at for one in rows.others.starting(at, end)), end)
    days = list(rows.dates.starting(at, end))
    cities = [one for one in rows.places.starting(at, end) if _is_city(one) and _is_where(text, at, one)]
    one_time = bool(days) and _when().search(text, max(at, days[0].at - _NEAR), days[0].at) is not None
    one_time = one_time and all(_SAME.fullmatch(text, a.to, b.at) for a, b in pairwise(days))
    if len(days) > 2 or (days and not one_time) or any(len(day.value) < _MONTH for day in days):
        return Setting()
    where = _with_state(text, cities[0], rows.places) if len(cities) == 1 else []
    told = [*days, *where]
    values = joined([day.value for day in days])
    if len(values) > 1 or not told:
        return Setting()
    return Setting(values, tuple(one.entity for one in where), max(one.to for one in told), at)


def _is_city(one: Span) -> bool:
    return one.code == "C" and not one.entity.startswith("state/")


def _is_where(text: str, begun: int, city: Span) -> bool:
    reach = max(begun, city.at - _NEAR)
    return bool(_where().search(text, reach, city.at)) and not OF_THEIRS.search(text, begun, city.at)


def _with_state(text: str, city: Span, places: Row) -> list[Span]:
    """A city with its state behind it: "Rabat, Morocco"."""
    behind = places.starting(city.to, city.to + _NEAR)[:1]
    state = [one for one in behind if one.code == "S" or one.entity.startswith("state/")]
    return [city, *(one for one in state if _IN_STATE.fullmatch(text, city.to, one.at))]
