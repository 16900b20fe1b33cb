"""The meeting at which something was done on the day that the sentence gives."""

import re

from graph.periods import overlaps
from loaders.claims.units import Unit
from loaders.recognition.recognition import Recognition

_DATE = re.compile(r"⟦D#(\d+)⟧")
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
