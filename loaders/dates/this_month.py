"""Days of the month of the paper: "del 20 al 24 de este mes", "on the 5th of this month", "du 17 au 19"."""

import re
from collections.abc import Iterator
from datetime import date

from loaders.dates.edtf import is_day
from loaders.rules.sought import Sought

_DAY = r"(?P<first>[0-3]?\d)(?:st|nd|rd|th|er)?"
_LAST = r"(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
_THROUGH = (
    r"\s?(?:-|–|to(?: the)?|until(?: the)?|through(?: the)?|and(?: the)?|al?|hasta el|y(?: el)?|au|et(?: le)?)\s?"
)
_OF_IT = (
    r"\s(?:of (?:this|the current) month|de este mes|del (?:presente|corriente)(?: mes)?|del mes en curso|de ce mois"
    r"|du mois en cours|(?:du mois )?courant)\b"
)
_NAMED = Sought(rf"(?<!\w){_DAY}(?:{_THROUGH}{_LAST})?{_OF_IT}", re.IGNORECASE)
# without the month: a stretch of days that nothing else can be
_ALONE = Sought(rf"(?<!\w)(?P<led>du|del|from the)\s{_DAY}\s(?:au|al|to the)\s{_LAST}(?=\s?[.,;)]|$)", re.IGNORECASE)
_NO_DAYS = re.compile(
    r"\b(?:art[íi]cul\w*|articles?|pages?|páginas?|object?i\w+|par[aá]gra\w+|puntos?|points?)\s$", re.IGNORECASE
)
_FARTHEST, _NEAR = 16, 14


def of_this_month(text: str, paper_day: str) -> Iterator[tuple[int, int, str]]:
    """Where such days stand in a paper of that day (ISO 8601), and the day or interval that they mean."""
    today = date.fromisoformat(paper_day)
    for found in (*_NAMED.finditer(text), *_ALONE.finditer(text)):
        alone = "led" in found.re.groupindex
        if alone and _NO_DAYS.search(text, max(0, found.start() - _FARTHEST), found.start()):
            continue
        numbers = [int(found[name]) for name in ("first", "last") if found[name]]
        if not all(is_day(today.year, today.month, number) for number in numbers) or numbers != sorted(set(numbers)):
            continue
        days = [date(today.year, today.month, number) for number in numbers]
        if not alone or abs((days[0] - today).days) <= _NEAR:
            yield found.start("first"), found.end(), "/".join(map(str, days))
