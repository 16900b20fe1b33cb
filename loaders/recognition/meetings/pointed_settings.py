"""What a sentence tells of a meeting that it only points back to: "... the conference. It was opened by Peru on 3 May".

The sentence before tells which is meant: the only meeting that it names or goes on about, or the one that it opens
with; "the latter" is its last, "the former" its first. Where two compete, none is meant.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.clause_settings import day_and_city
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.meetings.settings import setting_behind
from loaders.recognition.names.spans import DATE_CODE, Row
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_OPENING = 8  # letters into a sentence within which stands what it is about
Placed = Sequence[tuple[Candidate, Event]]


@lru_cache(maxsize=1)
def _points() -> re.Pattern[str]:
    words = load("events")["points_to_meeting"]
    ways = "|".join(rf"(?P<{way}>{alternatives(words[way])})" for way in ("it", "noun", "last", "first"))
    return re.compile(rf"(?:{ways})(?=[\s,])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    """What is said of meetings and of little else: "was opened by", "a réuni"."""
    return re.compile(
        rf",?\s(?:[^.;:]{{0,80}}?,\s)?{alternatives(load('events')['said_of_meetings'])}(?=\W)", re.IGNORECASE
    )


def pointed_settings(
    result: Recognition, block: Block, here: Placed, before: Block | None, there: Placed
) -> list[tuple[Candidate, Event]]:
    """The pronouns and their settings, each with its meeting.

    here: the meetings of the block; before, there: the block above it and its meetings.
    """
    found: list[tuple[Candidate, Event]] = []
    spans = result.spans[block.order]
    places, dates = Row(s for s in spans if s.code in "CS"), Row(s for s in spans if s.code == DATE_CODE)
    for index, (at, to) in enumerate(block.sentences):
        points = _points().match(block.text, at, to)
        if points is None or any(at <= one.at < to for one, _ in here):
            continue
        if index:
            meant = _meant(points, [*here, *found], block, *block.sentences[index - 1])
        else:
            meant = _meant(points, there, before, *before.sentences[-1]) if before and before.sentences else None
        if meant:
            found += ((one, meant) for one in _told(block.text, points, to, meant, (places, dates)))
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


def _told(text: str, points: re.Match[str], to: int, meant: Event, rows: tuple[Row, Row]) -> Iterator[Candidate]:
    """The pronoun, where what is said is said of a meeting; and its setting."""
    told = setting_behind(text, points.end(), to, *rows)
    if told:
        yield Candidate(points.end(), points.end(), meant.kind, meant.words, definite=True, named=True,
                        dates=told.dates, places=told.places, told=told.to)  # fmt: skip
    if not points["noun"] and _said().match(text, points.end(), to):
        yield Candidate(points.start(), points.end(), meant.kind, meant.kind, definite=True, named=False)


def _meant(points: re.Match[str], placed: Placed, block: Block, at: int, to: int) -> Event | None:
    """The meeting of the sentence at [at, to) of a block that a pronoun means."""
    named = sorted(((one.at, event) for one, event in placed if at <= one.at < to), key=lambda each: each[0])
    if not named:
        return None
    if points["last"] or points["first"]:
        others = grammar().heads.find(block.text[named[-1][0] : to])  # of which no more is told: "after the hearing"
        return None if len(list(others)) > 1 else named[-1][1] if points["last"] else named[0][1]
    alone = len({event.path for _, event in named}) == 1
    return named[0][1] if alone or named[0][0] - at <= _OPENING else None
