"""What takes place on a day near that of the paper: "celebró hoy su reunión anual", "la conférence de mercredi"."""

import re
from datetime import date, timedelta
from functools import lru_cache

from loaders.dates.near_days import NearDay, near_days
from loaders.recognition.meetings.setting_words import held, in_a_house
from loaders.recognition.meetings.settings import Setting, setting_staged
from loaders.recognition.names.spans import DATE_CODE, Row, Span
from loaders.rules.lexicons import alternatives, load

_BOTH = re.compile(r"\s(?:and|y|et)\s", re.IGNORECASE)
# what ends today is as often the last day of several, what begins the first
_ENDS = re.compile(
    r"\b(?:end(?:s|ed)|clos(?:es|ed|ing)|conclud(?:es|ed)|wrap(?:s|ped)"
    r"|w(?:i|ou)nd(?:s)? up|came to (?:an end|a close)|final day|last day"
    r"|dr(?:e|a)w(?:s)? to (?:a close|an end)|(?:s['’]est|se sont|sont) (?:refermée?s?|tombés)"
    r"|cerr(?:ó|aron)|cierran?|conclu(?:yen?|yó|yeron)|clausur\w+|finaliz\w+|culmin\w+|termin\w+"
    r"|(?:a|ont) clos|boucl(?:é|ent?)|s['’](?:est|y est) (?:achevée?|terminée?|conclue?)|s['’]achève|clôtur\w+"
    r"|pris fin)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:begins?|began|opened|opens?|kick(?:s|ed)|start(?:s|ed)|since|inaugur\w+|comenz\w+|abiert[oa]|desde|inici\w+"
    r"|s['’]ouvre|ouverte?s?|depuis|première journée)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:since|desde|depuis)\b", re.IGNORECASE)
_TWO_ON = ("two dos deux", "three tres trois", "four cuatro quatre", "five cinco cinq")
_NUMBERS = {word: number for number, words in enumerate(_TWO_ON, 2) for word in words.split()}
_LENGTH = re.compile(
    rf"\b(?P<n>{'|'.join(_NUMBERS)}|[2-5])[ -](?:day|días|jornadas|jours|journées)"
    r"(?!s?\s(?:after|later|before|earlier|ago|después|antes|más tarde|après|avant|plus))",
    re.IGNORECASE,
)
_NEXT_SENTENCE = 200  # letters of the next, which may tell how long it was
_FARTHEST, _FARTHEST_DAY, _BESIDE = 3, 100, 40
_RIGHT_BEHIND = 20  # "wound up their second consultation here on Thursday"
# "La Asamblea, que arrancó el martes, concluyó hoy"
_ASIDE = re.compile(r",\s(?:which|that|que|qui|la cual|el cual)\s[^,;:.]{3,90},")
_OF_THE_DAY = re.compile(r"(?:,|\s(?:of|on|de|du|del|this|ce|este|el))?\s?")


def told_today(
    text: str, sentence: tuple[int, int], meeting: tuple[int, int], places: Row, dates: Row, day: str | None,
    language: str = "en", *, beside: bool = False,
) -> Setting:  # fmt: skip
    """The day and place of a meeting named at `meeting`, in a sentence that says it is held on a day near `day`.

    beside: only where the day stands with its name.
    """
    if day is None or "/" in day or len(day) != len("2024-05-05"):
        return Setting()
    near = near_days(text, sentence, date.fromisoformat(day), language)
    told = sorted((one for one in near if not _dated(one, dates)), key=lambda one: one.at)
    held_on = [one for one in told if (_is_of if beside else _is_held)(text, one, meeting)]
    staged = Setting() if beside or held_on else _staged(text, sentence, told, meeting[0], places)
    held_on = held_on or [one for one in told if str(one.day) in staged.dates]
    if not held_on:
        return Setting()
    held_on = [one for one in held_on if not begun_on(text, one)] or held_on
    first, last = held_on[0], held_on[-1]
    both = first is not last and _BOTH.fullmatch(text, first.to, last.at)
    value = f"{first.day}/{last.day}" if both else _stretch(text, first, told, date.fromisoformat(day))
    value = value or days_around(text, sentence, first.day)
    where = staged.places or _in_between(text, last, meeting, places) or _of_dateline(text, places, dates)
    return Setting((value,), where, sentence[1]) if value else Setting()


def _staged(text: str, sentence: tuple[int, int], told: list[NearDay], at: int, places: Row) -> Setting:
    """The day and place between a verb of holding and the meeting at `at`: "ont clos ce jeudi à Malabo un atelier"."""
    days = Row(Span(one.at, one.to, DATE_CODE, value=str(one.day)) for one in told)
    setting = setting_staged(text, at, places, days)
    return setting if setting.at >= sentence[0] else Setting()


def _stretch(text: str, held_on: NearDay, told: list[NearDay], today: date) -> str:
    """From when to when a meeting is of which both are told: "ont clos ce jeudi un atelier, entamé mardi"."""
    if _stands_behind("goes_on_until", text, held_on) and today < held_on.day:
        return f"{today}/{held_on.day}"
    begun = next((o for o in told if o.day < held_on.day and _stands_behind("begun_on", text, o)), None)
    until = next((o for o in told if o.day > held_on.day and _stands_behind("goes_on_until", text, o)), None)
    return f"{begun.day}/{held_on.day}" if begun else f"{held_on.day}/{until.day}" if until else ""


def _stands_behind(words: str, text: str, told: NearDay) -> bool:
    """Whether a day stands right behind one of a list of words."""
    return _right_before(words).search(text, max(0, told.at - _BESIDE), told.at) is not None


@lru_cache(maxsize=2)
def _right_before(words: str) -> re.Pattern[str]:
    leads = r"(?:\s(?:on|the|el|al|le|à|au|this|next|este|ce|pasado|próximo|depuis))*\s$"
    return re.compile(rf"\b{alternatives(load('events')[words])}{leads}", re.IGNORECASE)


def begun_on(text: str, told: NearDay) -> bool:
    """Whether a day is told as that on which something began: "opened on Tuesday", "entamée lundi"."""
    return _stands_behind("begun_on", text, told)


def days_told(text: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence says of how many days something is."""
    return _LENGTH.search(text, *sentence) is not None


def ends(text: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence says that something ends."""
    return _ENDS.search(text, *sentence) is not None


def opens_or_ends(text: str, begin: int, end: int) -> bool:
    """Whether a sentence says that something begins or ends: the news of the day."""
    return any(pattern.search(text, begin, end) for pattern in (_BEGINS, _ENDS))


def _in_between(text: str, told: NearDay, meeting: tuple[int, int], places: Row) -> tuple[str, ...]:
    """The city of the house that is told between the day and the meeting."""
    house = in_a_house().match(text, told.to, meeting[0]) if told.to < meeting[0] else None
    cities = [one for one in places.starting(told.to, meeting[0]) if one.code == "C"] if house else []
    return tuple(one.entity for one in cities if house and one.to >= house.end() - 1)


def _dated(told: NearDay, dates: Row) -> bool:
    """Whether a date in figures stands beside: "today, 24 June"; that is what counts."""
    return any(told.at - _FARTHEST <= one.at <= told.to + _FARTHEST for one in dates.starting(0, told.to + _BESIDE))


def days_around(text: str, sentence: tuple[int, int], day: date, behind: str = "") -> str:
    """The days of a meeting of which one is told: a two-day one that ends today began yesterday; empty if unsure.

    behind: the text that goes on where the passage ends.
    """
    length = _LENGTH.search(text, sentence[0], sentence[1] + _NEXT_SENTENCE)
    length = length or _LENGTH.search(behind, 0, max(0, sentence[1] + _NEXT_SENTENCE - len(text)))
    more = timedelta(days=int(_NUMBERS.get(length["n"].casefold(), 0) or length["n"]) - 1) if length else timedelta()
    if _ENDS.search(text, *sentence):
        return f"{day - more}/{day}" if length else ""
    if _BEGINS.search(text, *sentence) and length:
        return f"{day}/{day + more}"
    return "" if _GOES_ON.search(text, *sentence) else str(day)


def _is_held(text: str, told: NearDay, meeting: tuple[int, int]) -> bool:
    """Whether a verb of holding stands beside the day, in the clause of the meeting; or the day beside the meeting."""
    between = text[meeting[1] : told.at] if meeting[0] <= told.at else text[told.to : meeting[0]]
    reach = min(meeting[0], told.to + _FARTHEST_DAY)  # "On Monday the Dialogue for Southern Africa held its meeting"
    near = meeting[0] if 0 <= told.at - meeting[1] <= _RIGHT_BEHIND else told.at
    beside = text[max(0, near - _BESIDE) : max(told.to + _BESIDE, reach)]
    if _is_of(text, told, meeting):
        return True
    plain = _ASIDE.sub(" ", in_a_house().sub(" ", between))
    clause = not re.search(r"[,;:]", plain)
    said = held().search(beside) is not None or opens_or_ends(beside, 0, len(beside))
    return len(plain) <= _FARTHEST_DAY and clause and said


def _is_of(text: str, told: NearDay, meeting: tuple[int, int]) -> bool:
    """As in "the conference on Tuesday", "la conférence de mercredi", "tomorrow's conference"."""
    if meeting[1] <= told.at:
        return _OF_THE_DAY.fullmatch(text, meeting[1], told.at) is not None
    return told.to <= meeting[0] and re.fullmatch(r"['’]s\s", text[told.to : meeting[0]]) is not None


def _of_dateline(text: str, places: Row, dates: Row) -> tuple[str, ...]:
    """The place with which a paragraph opens, before the date of the paper."""
    place = next(iter(places.starting(0, _FARTHEST)), None)
    first = next(iter(dates.starting(place.to, place.to + 60)), None) if place else None
    opens = place and first and re.fullmatch(r"[^.;:]{0,40}", text[place.to : first.at])
    return (place.entity,) if place and opens and place.code == "C" else ()
