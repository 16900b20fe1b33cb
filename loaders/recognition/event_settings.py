"""The date and place that belong to each meeting of a passage."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from loaders.recognition.candidate import Candidate
from loaders.recognition.settings import Setting, setting_before, setting_behind, setting_leading
from loaders.recognition.spans import Row, Span

# "the 3 May workshop", "hosted in Dakar, from 17 to 19 June 2025, the preparatory meeting"
_LEADS_TO = re.compile(r"[\s'’s,]*|,\s(?:the|a|an|its|la|el|le|l['’]|su|sa|una?|une)\s")
_FARTHEST_DATE = 110


def settle(text: str, found: Sequence[Candidate], places: Row, dates: Row) -> list[Candidate]:
    """The candidates of one passage, in order, each with its dates and places."""
    starts = [candidate.at for candidate in found]
    return [_set(text, candidate, starts, places, dates) for candidate in found]


def _set(text: str, event: Candidate, starts: Sequence[int], places: Row, dates: Row) -> Candidate:
    """A candidate with its dates and places: those before or in its name, and those behind it, up to the next."""
    following = bisect_right(starts, event.at)
    end = starts[following] if following < len(starts) else len(text)
    behind = setting_behind(text, event.to, end, places, dates)
    inside = [span.entity for span in places.inside(event.at, event.to) if span.code == "C"]
    before = dates.last_before(event.at)
    near = before is not None and event.at - before.to <= _FARTHEST_DATE
    dated = before and near and _LEADS_TO.fullmatch(text, before.to, event.at)
    days = (before.value,) if before and dated else behind.dates
    where = tuple(dict.fromkeys((*inside, *behind.places)))
    return replace(event, dates=days, places=where, told=max(behind.to, event.to))


def fronted(text: str, sentence: tuple[int, int], at: int, spans: Sequence[Span], dates: Row) -> Setting:
    """The date and place with which the sentence of a meeting at `at` opens ("On 3 November 2021, ..."), or that stand
    right before it ("met on 3 November in Quito, during ...").
    """
    places = Row(span for span in spans if span.code in "CS")
    return setting_before(text, sentence[0], places, dates) or setting_leading(text, sentence[0], at, places, dates)
