"""Days told by their distance from that of the paper: "yesterday", "ce jeudi", "el próximo martes", "on Tuesday"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from loaders.dates.calendar import WEEKDAY_NUMBERS
from loaders.dates.tense import FUTURE, PAST, tense_at
from loaders.rules.sought import Sought

_SHIFTS = {
    0: r"(?:today|this (?:morning|afternoon|evening)|hoy|esta (?:mañana|tarde)|aujourd['’]hui|ce (?:matin|jour)"
       r"|cet après-midi)",
    -1: r"(?:yesterday|ayer|anoche|hier)",
    1: r"(?:tomorrow|(?:el día de )?mañana|demain)",
    -2: r"(?:anteayer|antier|avant-hier|the day before yesterday)",
}  # fmt: skip
_WEEK, _NEAR = 7, 2
_LEADS = r"(?P<lead>(?:this|last|past|next|coming|on|of|ce|le|este|el|del?|du|pasado|próximo|mismo)\s){1,3}"
_TAIL = r"(?P<tail>\s(?:last|next|dernier|passé|prochain|pasado|próximo))?"
_EVERY = re.compile(r"\b(?:every|each|los|todos los|tous les|chaque|cada|on the)\s$", re.IGNORECASE)
_BEFORE, _AFTER = (
    re.compile(r"\b(?:last|past|dernier|passé|pasado)\b", re.I),
    re.compile(r"\b(?:next|coming|prochain|próximo)\b", re.I),
)
_UNTIL, _UNTIL_REACH = re.compile(r"\b(?:until|till|through|hasta|jusqu['’](?:à|au))\s?(?:el\s)?$", re.IGNORECASE), 16
_BESIDE_DATE = re.compile(
    r"\s?,?\s?\(?(?:the\s|el\s|le\s)?\d{1,2}(?!\d*\s?(?:h|:|a\.m|p\.m))|\s?,?\s(?:[A-Z][a-z]+\s)\d{1,2}\b"
)
# "el martes 8", "le mardi 8": a day of the month, without the month
_DAY_BESIDE = re.compile(
    r"\s(?:the\s)?(?P<n>\d{1,2})(?:st|nd|rd|th|er)?(?=[,;)]|\s(?!(?:de|h|heures|horas|a\.m|p\.m|jan|fév|mar[sz]|avr|mai|jui|ao[uû]t|sep|oct|nov|déc)|mai\b)[a-zà-ÿ]{2,}|\.\s)"
)


@dataclass(frozen=True, slots=True)
class NearDay:
    """A day told at [at, to)."""

    at: int
    to: int
    day: date


@lru_cache(maxsize=1)
def _patterns() -> tuple[Sought, Sought, dict[str, int]]:
    weekdays = {name.casefold(): n for names in WEEKDAY_NUMBERS.values() for name, n in names.items() if len(name) > 3}
    names = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    shifts = "|".join(f"(?P<s{index}>{words})" for index, words in enumerate(_SHIFTS.values()))
    return (
        Sought(rf"\b(?:{shifts})\b", re.IGNORECASE),
        Sought(rf"\b(?:{_LEADS})?(?P<weekday>{names}){_TAIL}\b", re.IGNORECASE),
        weekdays,
    )


def near_days(text: str, sentence: tuple[int, int], today: date, language: str) -> Iterator[NearDay]:
    """The days that a sentence of a paper of `today` tells so; a weekday is the last or the next, as its verb says."""
    shifted, weekday, numbers = _patterns()
    for found in shifted.finditer(text, *sentence):
        shift = next(shift for index, shift in enumerate(_SHIFTS) if found[f"s{index}"])
        yield NearDay(found.start(), found.end(), today + timedelta(days=shift))
    for found in weekday.finditer(text, *sentence):
        numbered = _DAY_BESIDE.match(text, found.end())
        if _EVERY.search(text, max(0, found.start() - 12), found.start()) or (
            _BESIDE_DATE.match(text, found.end()) and not numbered
        ):
            continue
        tense = tense_at(text, found.start("weekday"), found.end("weekday"), language, sentence)
        ahead_of = _AFTER.search(found[0]) or _UNTIL.search(text, max(0, found.start() - _UNTIL_REACH), found.start())
        tense = PAST if _BEFORE.search(found[0]) else FUTURE if ahead_of else tense
        ahead = (numbers[found["weekday"].casefold()] - today.weekday()) % _WEEK
        if tense is None and (ahead <= _NEAR or _WEEK - ahead <= _NEAR):
            tense = FUTURE if ahead <= _NEAR else PAST
        if tense is not None:
            away = ahead if tense == FUTURE else ahead - _WEEK if ahead else 0
            day = today + timedelta(days=away)
            if not numbered or int(numbered["n"]) == day.day:
                yield NearDay(found.start(), numbered.end() if numbered else found.end(), day)
