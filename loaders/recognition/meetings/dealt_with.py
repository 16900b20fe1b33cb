"""Meetings of which only their work, or who met, is told: "The draft was discussed in Nairobi on 3 and 4 March".

A day and a city behind the verb tell that people met; where the sentence names a meeting or forum, it was there.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.recognition.meetings.brought_in import Rows
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.settings import setting_behind
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_DAY = len("2025-03-04")
_SENTENCE_ENDS = re.compile(r"[.!?]\s")


@lru_cache(maxsize=1)
def _dealt_with() -> Sought:
    words = load("events")
    who_met = rf"{alternatives(words['those_who_meet'])}\b[^.;:()]{{0,90}}?\s{alternatives(words['meet_in_leads'])}"
    return Sought(rf"\b(?:{alternatives(words['dealt_with'])}|{who_met})(?=[\s,])", re.IGNORECASE)


def may_deal_with(text: str) -> bool:
    """Whether a text has such a verb."""
    return _dealt_with().may_match(text)


def dealt_with(text: str, settled: Sequence[Candidate], rows: Rows) -> Iterator[Candidate]:
    """A candidate for each verb of dealing with a text or theme that has its day and its city."""
    for verb in _dealt_with().finditer(text):
        begun = max((end.end() for end in _SENTENCE_ENDS.finditer(text, 0, verb.start())), default=0)
        stop = _SENTENCE_ENDS.search(text, verb.end())
        end = stop.start() if stop else len(text)
        if any(begun <= one.at < end for one in settled) or rows.others.starting(begun, end):
            continue
        told = setting_behind(text, verb.end(), end, rows.places, rows.dates)
        if told.places and len(told.dates) == 1 and len(told.dates[0].split("/")[0]) == _DAY:
            yield Candidate(verb.end(), verb.end(), "meeting", "meeting", definite=False, named=False,
                            dates=told.dates, places=told.places, told=told.to)  # fmt: skip
