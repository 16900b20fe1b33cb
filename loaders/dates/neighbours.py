"""Days told from one that the text names before them: "had met the day before", "dos días después", "la veille".

"the day before the Forum" is told from a meeting, not from a date: such words are left.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from graph.periods import bounds
from loaders.rules.sought import Sought

_IT = r"\s(?:the|its|their|this|that|our|a)\b"
_TWO = r"(?:two|dos|deux)"
_SHIFTS = {
    -1: rf"(?:on )?the (?:day before(?!{_IT})|previous day|preceding day)|(?:a|one) day earlier|(?:en )?la víspera"
    r"|(?:el|un) día (?:anterior|antes|previo)|la veille|un jour plus tôt|le jour précédent",
    1: rf"(?:on )?the (?:day after(?!{_IT})|following day|next day)|(?:a|one) day later|(?:al|el) día siguiente"
    r"|un día después|le lendemain|un jour plus tard|le jour suivant",
    -2: rf"{_TWO} (?:days|días|jours) (?:earlier|before(?!{_IT})|antes|plus tôt|auparavant)|la antevíspera"
    r"|l['’]avant-veille",
    2: rf"{_TWO} (?:days|días|jours) (?:later|después|más tarde|plus tard)|le surlendemain",
}
_WORDS = Sought(
    rf"(?<!\w)(?:{'|'.join(rf'(?P<d{n}>{words})' for n, words in enumerate(_SHIFTS.values()))})"
    r"(?!\w)(?!\s(?:of|d[eu]l?|des)\b|\sd['’]|,\s(?:el\s|le\s)?\d)",
    re.IGNORECASE,
)
_FARTHEST = 400


def neighbouring(text: str, named: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Where such words stand and the day they mean. named: the dates of the text, as (at, to, EDTF), in order."""
    for found in _WORDS.finditer(text):
        before = next((value for at, _, value in reversed(named) if at < found.start() <= at + _FARTHEST), None)
        span = bounds(before) if before and len(before) >= len("2026-05-01") else None
        if span is None or span.first is None or span.last is None:
            continue
        shift = list(_SHIFTS)[int((found.lastgroup or "d0")[1:])]
        yield *found.span(), _shifted(span.first if shift < 0 else span.last, shift)


def _shifted(day: date, days: int) -> str:
    return str(day + timedelta(days=days))
