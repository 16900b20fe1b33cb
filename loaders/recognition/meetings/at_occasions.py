"""The day of an occasion at which something is said to have been done: "presented its plan yesterday at a ceremony".

What is done at an occasion is done on its day, so the one day of the sentence is that of both.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from loaders.dates.near_days import near_days
from loaders.frame.datelines import dateline_of
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.settings import Setting
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load

_DAY, _REACH = len("2024-05-01"), 40
_FARTHEST = 170


@lru_cache(maxsize=1)
def _at() -> re.Pattern[str]:
    """What leads to an occasion that the reader has not met yet: "at a ", "en el marco de un ", "lors d'une "."""
    words = load("events")
    return re.compile(rf"\b{alternatives(words['at_an_occasion'])}\s?(?:[\w'’-]+\s){{0,2}}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _of_something_else() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('events')['other_days'])}\s[^,.;:]{{0,30}}$", re.IGNORECASE)


def told_at(
    text: str, sentence: tuple[int, int], meeting: Candidate, spans: Sequence[Span], dates: Row, day: str | None,
    language: str,
) -> Setting:  # fmt: skip
    """When and where such an occasion was: on the one day of its sentence, in its one city or that of the dateline."""
    begin, end = max(sentence[0], len(dateline_of(text))), sentence[1]
    if meeting.definite or not _at().search(text, max(begin, meeting.at - _REACH), meeting.at):
        return Setting()
    told = [one.value for one in dates.starting(begin, end) if _is_its_own(text, begin, one.at)]
    if day and len(day) == _DAY:
        near = near_days(text, (begin, end), date.fromisoformat(day), language)
        told += [str(one.day) for one in near if not dates.touching(one.at, one.to)]
    days = tuple(dict.fromkeys(told))
    if len(days) != 1 or len(days[0].split("/")[0]) != _DAY or not days[0][:4].isdigit():
        return Setting()
    cities = tuple(dict.fromkeys(s.entity for s in spans if s.code == "C" and begin <= s.at < end))
    opening = tuple(s.entity for s in spans if s.code == "C" and s.at < min(begin, _FARTHEST))
    return Setting(days, cities if len(cities) == 1 else () if cities else opening[:1], end, begin)


def _is_its_own(text: str, begin: int, at: int) -> bool:
    return _of_something_else().search(text, max(begin, at - _REACH), at) is None
