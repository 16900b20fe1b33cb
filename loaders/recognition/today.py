"""What takes place on the day of the paper: "celebró hoy su reunión anual", "celebró ayer y hoy un taller"."""

import re
from datetime import date, timedelta

from loaders.recognition.setting_words import held
from loaders.recognition.settings import Setting
from loaders.recognition.spans import Row

_TODAY = (
    r"(?:today|this (?:morning|afternoon|evening)|hoy|esta (?:mañana|tarde)|aujourd['’]hui|ce (?:matin|jour)"
    r"|cet après-midi)"
)
_BEFORE = r"(?:yesterday|ayer|hier)"
_BOTH = re.compile(rf"\b{_BEFORE}\s(?:and|y|et)\s{_TODAY}\b", re.IGNORECASE)
_DAYS = {0: re.compile(rf"\b{_TODAY}\b", re.IGNORECASE), 1: re.compile(rf"\b{_BEFORE}\b", re.IGNORECASE)}
# what ends today is as often the last day of several, what begins the first
_ENDS = re.compile(
    r"\b(?:end(?:s|ed)|clos(?:es|ed|ing)|conclud(?:es|ed)|wrap(?:s|ped)|came to (?:an end|a close)|final day|last day"
    r"|conclu(?:ye|yó)|clausur\w+|finaliz\w+|culmin\w+|termin\w+"
    r"|s['’]est (?:achevée?|terminée?|conclue?)|s['’]achève|clôtur\w+|pris fin)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:begins?|began|opened|opens?|kick(?:s|ed)|start(?:s|ed)|since|inaugur\w+|comenz\w+|abiert[oa]|desde|inici\w+"
    r"|s['’]est ouverte?|s['’]ouvre|ouvert|depuis|première journée)\b",
    re.IGNORECASE,
)
_TWO_ON = ("two dos deux", "three tres trois", "four cuatro quatre", "five cinco cinq")
_NUMBERS = {word: number for number, words in enumerate(_TWO_ON, 2) for word in words.split()}
_LENGTH = re.compile(rf"\b(?P<n>{'|'.join(_NUMBERS)}|[2-5])[ -](?:day|días|jornadas|jours|journées)", re.IGNORECASE)
_FARTHEST, _FARTHEST_DAY, _BESIDE = 3, 100, 40


def told_today(text: str, sentence: tuple[int, int], meeting: int, places: Row, dates: Row, day: str | None) -> Setting:
    """The day and place of a meeting at `meeting`, in a sentence that says it is held today, in a paper of `day`."""
    if day is None or "/" in day or len(day) != len("2024-05-05"):
        return Setting()
    today = date.fromisoformat(day)
    both = next((m for m in _BOTH.finditer(text, *sentence) if _is_held(text, m, meeting)), None)
    if both:
        days = f"{today - timedelta(days=1)}/{today}"
        return Setting((days,), _of_dateline(text, places, dates), sentence[1])
    for before, words in _DAYS.items():
        if any(_is_held(text, m, meeting) for m in words.finditer(text, *sentence)):
            value = _days_around(text, sentence, today - timedelta(days=before))
            return Setting((value,), _of_dateline(text, places, dates), sentence[1]) if value else Setting()
    return Setting()


def _days_around(text: str, sentence: tuple[int, int], day: date) -> str:
    """The days of a meeting of which one is told: a two-day one that ends today began yesterday; empty if unsure."""
    length = _LENGTH.search(text, *sentence)
    more = timedelta(days=int(_NUMBERS.get(length["n"].casefold(), 0) or length["n"]) - 1) if length else timedelta()
    if _ENDS.search(text, *sentence):
        return f"{day - more}/{day}" if length else ""
    if _BEGINS.search(text, *sentence) and length:
        return f"{day}/{day + more}"
    return str(day)


def _is_held(text: str, today: re.Match[str], meeting: int) -> bool:
    """Whether a verb of holding stands beside the day, in the clause of the meeting."""
    between = text[min(today.end(), meeting) : max(today.start(), meeting)]
    beside = text[max(0, today.start() - _BESIDE) : today.end() + _BESIDE]
    return len(between) <= _FARTHEST_DAY and not re.search(r"[,;:]", between) and held().search(beside) is not None


def _of_dateline(text: str, places: Row, dates: Row) -> tuple[str, ...]:
    """The place with which a paragraph opens, before the date of the paper."""
    place = next(iter(places.starting(0, _FARTHEST)), None)
    first = next(iter(dates.starting(place.to, place.to + 60)), None) if place else None
    opens = place and first and re.fullmatch(r"[^.;:]{0,40}", text[place.to : first.at])
    return (place.entity,) if place and opens and place.code == "C" else ()
