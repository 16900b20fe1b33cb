"""When and where a meeting is that a sentence only points back to: "... the conference. It is set for 3 May"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.reading.blocks import Block
from loaders.recognition.candidate import Candidate
from loaders.recognition.clause_settings import day_and_city
from loaders.recognition.event import Event
from loaders.recognition.recognition import Recognition
from loaders.recognition.settings import setting_behind
from loaders.recognition.spans import DATE_CODE, Row
from loaders.rules.lexicons import alternatives, load

_POINTS = re.compile(
    r"(?:It|The latter|This one|That one|Celle-ci|Celui-ci|Cette dernière|Ce dernier|Elle|Il|[EÉ]sta|[EÉ]ste"
    r"|Esta última|Este último|La cita|El encuentro|Le rendez-vous|The event|The meeting)(?=\s)"
)
Placed = Sequence[tuple[Candidate, Event]]


def pointed_settings(
    result: Recognition, block: Block, here: Placed, before: Block | None, there: Placed
) -> list[tuple[Candidate, Event]]:
    """The settings of the meeting that the sentence before names, and no other.

    here: the meetings of the block; before, there: the block above it and its meetings.
    """
    found = []
    spans = result.spans[block.order]
    places, dates = Row(s for s in spans if s.code in "CS"), Row(s for s in spans if s.code == DATE_CODE)
    for index, (at, to) in enumerate(block.sentences):
        points = _POINTS.match(block.text, at, to)
        if points is None or any(at <= one.at < to for one, _ in here):
            continue
        if index:
            meant = _only(here, *block.sentences[index - 1])
        else:
            meant = _only(there, *before.sentences[-1]) if before and before.sentences else None
        told = setting_behind(block.text, points.end(), to, places, dates) if meant else None
        if meant and told:
            one = Candidate(points.end(), points.end(), meant.kind, meant.words, definite=True, named=True,
                            dates=told.dates, places=told.places, told=told.to)  # fmt: skip
            found.append((one, meant))
    return found


def settings_before(result: Recognition, block: Block, here: Placed) -> list[tuple[Candidate, Event]]:
    """Likewise of the sentence before one that only says which meeting it was: "Lima received experts on 3 May. It was
    the fourth workshop of the Network".
    """
    found = []
    dates = Row(s for s in result.spans[block.order] if s.code == DATE_CODE)
    for index, (at, to) in enumerate(block.sentences[1:], start=1):
        meant = _only(here, at, to) if _it_was().match(block.text, at, to) else None
        begin, end = block.sentences[index - 1]
        open_still = meant and not meant.dates and not any(begin <= one.at < end for one, _ in here)
        told = day_and_city(block.text, begin, end, result.spans[block.order], dates) if meant and open_still else None
        if meant and told:
            one = Candidate(end, end, meant.kind, meant.words, definite=True, named=True,
                            dates=told.dates, places=told.places, told=end)  # fmt: skip
            found.append((one, meant))
    return found


@lru_cache(maxsize=1)
def _it_was() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(load('events')['it_was'])}(?=\s)")


def _only(placed: Placed, at: int, to: int) -> Event | None:
    named = {event.path: event for one, event in placed if at <= one.at < to}
    return next(iter(named.values())) if len(named) == 1 else None
