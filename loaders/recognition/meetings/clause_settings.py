"""The date and place of the one meeting of a sentence that says it is held, wherever they stand in it.

"The second consultation was convened by the Secretariat, for the first time since its creation, in Lima on 3 May" has
too much between its words to be read one by one. It is enough that the sentence names one meeting and one day, and says
by its verb that a meeting is held.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.dates.edtf import has_year
from loaders.frame.datelines import dateline_of
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.setting_words import held
from loaders.recognition.meetings.settings import Setting
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load

_DAY = len("2024-05-01")
_REACH = 40
_OPENS_NEWS = re.compile(r"\s?[:–—]")


@lru_cache(maxsize=1)
def _not_of_the_meeting() -> re.Pattern[str]:
    """Words up to a date that is not the meeting's: "by 3 May", "the resolution of 19 December"."""
    return re.compile(rf"\b{alternatives(load('events')['other_days'])}\s[^,.;:]{{0,30}}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _in_a_place() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|at|en|à|a|au|dans la ville de|en la ciudad de|in the city of)\s(?:la\s|el\s|the\s)?$", re.IGNORECASE
    )


def setting_in_clause(
    text: str, sentence: tuple[int, int], meeting: Candidate, spans: Sequence[Span], dates: Row
) -> Setting:
    """What such a sentence tells of its meeting; empty where it is open. spans: the names of the passage."""
    begin, end = max(sentence[0], len(dateline_of(text))), sentence[1]
    of_others = (s for s in spans if s.code in "EPT" and begin <= s.at < end and not meeting.at <= s.at < meeting.to)
    if meeting.only_kind or next(of_others, None) or held().search(text, begin, end) is None:
        return Setting()
    day = _day(text, begin, end, meeting, dates)
    where = _city(text, begin, end, spans)
    if day is None or not has_year(day.value) or (len(day.value) < _DAY and not where):
        return Setting()
    return Setting((day.value,), where, max(day.to, meeting.to), day.at)


def _day(text: str, begin: int, end: int, meeting: Candidate, dates: Row) -> Span | None:
    days = [one for one in dates.starting(begin, end) if not meeting.at <= one.at < meeting.to]
    if len(days) == 1 and _OPENS_NEWS.match(text, days[0].to) and not text[: days[0].at].strip():
        return None
    if len(days) != 1 or _not_of_the_meeting().search(text, max(begin, days[0].at - _REACH), days[0].at):
        return None
    return days[0]


def day_and_city(text: str, begin: int, end: int, spans: Sequence[Span], dates: Row) -> Setting:
    """The one day and the one city of a sentence that names no meeting: "Lima received experts on 20 and 21 August"."""
    days = dates.starting(max(begin, len(dateline_of(text))), end)
    cities = tuple(dict.fromkeys(one.entity for one in spans if one.code == "C" and begin <= one.at < end))
    plain = len(days) == 1 and not _not_of_the_meeting().search(text, max(begin, days[0].at - _REACH), days[0].at)
    if not plain or not has_year(days[0].value) or len(days[0].value) < _DAY or len(cities) > 1:
        return Setting()
    return Setting((days[0].value,), cities, end, begin)


def _city(text: str, begin: int, end: int, spans: Sequence[Span]) -> tuple[str, ...]:
    """The one city of a sentence that stands behind "in"."""
    cities = [one for one in spans if one.code == "C" and begin <= one.at < end]
    cities = [one for one in cities if _in_a_place().search(text, max(begin, one.at - _REACH), one.at)]
    paths = tuple(dict.fromkeys(one.entity for one in cities))
    return paths if len(paths) == 1 else ()
