"""When and where each of several meetings is that are told together: "in Lima on 3 May and in Quito on 5 June"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.recognition.meetings.setting_words import among
from loaders.recognition.meetings.settings import YEAR, Setting, follows, joined, walk
from loaders.recognition.names.spans import Row, Span

_AND = re.compile(r";|\b(?:and|y|et)\s", re.IGNORECASE)
_LISTED = re.compile(r"\s?,\s?|,?\s(?:and|y|e|et)\s(?:in\s|en\s|à\s)?")
_FARTHEST_OF_SEVERAL = 400
_MONTH = len("2024-06")


def settings_behind(text: str, at: int, end: int, places: Row, dates: Row) -> list[Setting]:
    """The settings of several meetings, told one after the other from `at` on: each has a day or month of its own.

    Before them all a year may stand that is theirs: "two meetings in 2024, one on 4 March and the other on 6 May".
    """
    groups: list[list[Span]] = []
    for span in walk(text, at, min(end, at + _FARTHEST_OF_SEVERAL), places, dates, among()):
        last = groups[-1] if groups else []
        if _goes_with(text, last, span):
            last.append(span)
        else:
            groups.append([span])
    told = [_of_one(group) for group in groups]
    if len(told) > 2 and YEAR.fullmatch(next(iter(told[0].dates), "")) and not told[0].places:
        told = told[1:]
    return told if all(one.dates and len(one.dates[0]) >= _MONTH for one in told) else []


def places_of_several(text: str, at: int, end: int, places: Row, dates: Row) -> list[Setting]:
    """The settings of several meetings that are told by their cities, with at most one time for all: "trainings in
    Kathmandu and Accra in 2024".
    """
    told = list(walk(text, at, min(end, at + _FARTHEST_OF_SEVERAL), places, dates, among()))
    cities, days = [s for s in told if s.code == "C"], tuple(s.value for s in told if not s.entity)
    listed = all(_LISTED.fullmatch(text, one.to, other.at) for one, other in pairwise(cities))
    if len(cities) < 2 or len(cities) + len(days) < len(told) or len(days) > 1 or not listed:
        return []
    return [Setting(days, (city.entity,), city.to, city.at) for city in cities]


def _goes_with(text: str, group: Sequence[Span], span: Span) -> bool:
    """Whether a date or place is that of the meeting whose dates and places stand before it."""
    if not group:
        return False
    if not span.entity:
        return all(one.entity for one in group) or _is_next_day(group[-1], span)
    dated = any(not one.entity for one in group)
    parted = _AND.search(text, group[-1].to, span.at) or YEAR.fullmatch(group[-1].value)
    return not (dated and parted) and (bool(group[-1].entity) or all(not one.entity for one in group))


def _of_one(group: Sequence[Span]) -> Setting:
    days, where = [s.value for s in group if not s.entity], [s.entity for s in group if s.entity]
    return Setting(joined(days), tuple(dict.fromkeys(where)), group[-1].to, group[0].at)


def _is_next_day(one: Span, other: Span) -> bool:
    return not one.entity and follows(one.value, other.value)
