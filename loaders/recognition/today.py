"""What takes place on the day of the paper: "celebró hoy su reunión anual", "celebró ayer y hoy un taller"."""

import re
from datetime import date, timedelta

from loaders.recognition.settings import Setting
from loaders.recognition.spans import Row

_TODAY = (
    r"(?:today|this (?:morning|afternoon|evening)|hoy|esta (?:mañana|tarde)|aujourd['’]hui|ce (?:matin|jour)"
    r"|cet après-midi)"
)
_BEFORE = r"(?:yesterday|ayer|hier)"
_BOTH = re.compile(rf"\b{_BEFORE}\s(?:and|y|et)\s{_TODAY}\b", re.IGNORECASE)
_DAYS = {0: re.compile(rf"\b{_TODAY}\b", re.IGNORECASE), 1: re.compile(rf"\b{_BEFORE}\b", re.IGNORECASE)}
# what ends today is as often the last day of several
_ENDS = re.compile(
    r"\b(?:end(?:s|ed)|clos(?:es|ed|ing)|conclud(?:es|ed)|wrap(?:s|ped)|came to (?:an end|a close)|final day|last day"
    r"|begin|began|opened|opens|kick(?:s|ed)|start(?:s|ed)|conclu(?:ye|yó)|clausur\w+|finaliz\w+"
    r"|termin\w+|inaugur\w+|comenz\w+"
    r"|s['’]est (?:achevée?|terminée?|ouverte?|conclue?)|s['’](?:achève|ouvre)|clôtur\w+|pris fin"
    r"|ouvert|première journée)\b",
    re.IGNORECASE,
)
_FARTHEST = 3


def told_today(text: str, sentence: tuple[int, int], places: Row, dates: Row, day: str | None) -> Setting:
    """The day and place of a meeting in a sentence that says it is today's, in a paper of `day`."""
    if day is None or "/" in day or _ENDS.search(text, *sentence):
        return Setting()
    today = date.fromisoformat(day)
    days = ""
    if _BOTH.search(text, *sentence):
        days = f"{today - timedelta(days=1)}/{today}"
    else:
        days = next((str(today - timedelta(days=n)) for n, words in _DAYS.items() if words.search(text, *sentence)), "")
    return Setting((days,), _of_dateline(text, places, dates), sentence[1]) if days else Setting()


def _of_dateline(text: str, places: Row, dates: Row) -> tuple[str, ...]:
    """The place with which a paragraph opens, before the date of the paper."""
    place = next(iter(places.starting(0, _FARTHEST)), None)
    first = next(iter(dates.starting(place.to, place.to + 60)), None) if place else None
    opens = place and first and re.fullmatch(r"[^.;:]{0,40}", text[place.to : first.at])
    return (place.entity,) if place and opens and place.code == "C" else ()
