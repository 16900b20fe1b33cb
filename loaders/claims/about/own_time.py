"""Whether something was done at a meeting, by the days of both: that of the sentence, and that of the paper."""

import re

from graph.periods import bounds, overlaps
from loaders.claims.about.focus import CONCEPT_NOTE, points_back
from loaders.claims.sentence.units import Unit
from loaders.dates.tense import FUTURE, PAST, tense_at
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import sought_cue

_DATE = re.compile(r"⟦D#(\d+)⟧")
_EDITION = re.compile(r"event/[a-z]+-(20\d\d)")
_OPENING = re.compile(r"\W*(?:at|in|during|en|durante|lors d[eu]|à|dans)\s[^.;:⟦⟧]{0,40}⟦E#(\d+)⟧", re.IGNORECASE)


def at_its_time(found: Recognition, event: str | None, unit: Unit, reach: int | None) -> str | None:
    """The event, unless a sentence dates what it tells, as far as `reach`, to when another is held: then that one.

    A sentence that opens with a meeting ("At their last meeting, ...") tells of that one.
    """
    opening = _OPENING.match(unit.masked.text)
    if opening and not unit.joined:
        return unit.masked.members(int(opening[1]))[-1].span.entity
    numbers = _DATE.findall(unit.masked.text[:reach])
    told = [member.span.value for number in numbers for member in unit.masked.members(int(number))]
    if event is None or not told:
        return event
    dates = {one.path: one.dates for one in found.book.events}
    if not dates.get(event) or _meet(dates[event], told):
        return event
    others = [path for path, days in dates.items() if _meet(days, told)]
    return others[0] if len(others) == 1 else None


def _meet(days: tuple[str, ...], told: list[str]) -> bool:
    return any(overlaps(day, one) for day in days for one in told)


def was_before_it(found: Recognition, event: str, unit: Unit, reach: int | None) -> bool:
    """Whether a paper that is older than an event tells what was done, up to `reach`: it was not done at that one."""
    paper = bounds(found.frame.date.edtf) if found.frame.date else None
    edition = _EDITION.fullmatch(event)
    days = next((one.dates for one in found.book.events if one.path == event), ()) or (
        edition.groups() if edition else ()
    )
    held = bounds(days[0]) if days else None
    if not (paper and paper.last and held and held.first and paper.last < held.first):
        return False
    if sought_cue("focus", "for-one-to-come").search(unit.masked.text):
        return False
    end = len(unit.masked.text) if reach is None else reach
    return tense_at(unit.masked.text, end, end, found.reading.language) == PAST


def is_of_the_one_to_come(found: Recognition, unit: Unit, end: int) -> bool:
    """Whether a concept note tells, up to `end`, what is to be done or has been confirmed: for its own meeting."""
    text = unit.masked.text
    if found.frame.genre != CONCEPT_NOTE or points_back(text) or sought_cue("focus", "an-edition").search(text):
        return False
    confirmed = sought_cue("focus", "for-one-to-come").search(text) is not None
    return confirmed or tense_at(text, end, end, found.reading.language) == FUTURE
