"""When and where a meeting is: the dates and places that stand with its name, with no more than small words between.

"the workshop, which was held at the headquarters of the League in Cairo, on 3 and 4 July 2024" and "(Puebla, 29-30
July 2021)" are read alike: word by word from the name on, until something else is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from loaders.recognition.meetings.setting_words import HELD_FIRST, during, gathering, held, leads_to, staging, to_name
from loaders.recognition.meetings.setting_words import between as words_between
from loaders.recognition.names.spans import DATE_CODE, Row, Span
from loaders.rules.phrases import STATE_FORM
from loaders.rules.uncased import Uncased

YEAR = re.compile(r"(?:19|20)\d\d(?![\w/–-])(?!\s?[%(])")
_OF_YEAR = re.compile(r"(?:\b(?:in|of|for|en|de|del|para|pour)\s|[(,]\s?)$", re.IGNORECASE)
_LISTED = re.compile(r"[\s,;]*(?:and|y|et|&)?\s*(?:on\s+|el\s+|le\s+)?")
_INTO = re.compile(r"\b(?:in|en|at|à|a|au|aux)\s(?:the\s|la\s|el\s|le\s|l['’])?$", re.IGNORECASE)
# "Over three days (4-6 November), ...", "Trois jours durant, du 4 au 6 novembre, ..."
_FOR_DAYS = (
    r"(?:(?:over|for|during|in|durante|por|en|pendant|durant)\s(?:the\s|l[oe]s\s)?)?(?:\d|two|three|four|five|dos|tres"
    r"|cuatro|cinco|deux|trois|quatre|cinq)\s(?:full\s)?(?:days|días|jours|journées|jornadas)(?:\sdurant)?"
    r"(?:\sin a row)?\s?[(,]\s?"
)
_ANOTHER_DAY = (
    r"(?:la víspera|la veille|le lendemain|al día siguiente|(?:on )?the (?:day before|previous day|next day|same day"
    r"|following day)|(?:ese|el) mismo día|le même jour),\s"
)
_LED = r"(?:(?:on|in|from|between|during|durante|at|el|los|en|del|le|les|du|à|au|entre)\s|l['’])"
_OPENS = re.compile(
    rf"(?:{_FOR_DAYS}|{_ANOTHER_DAY})?{_LED}|{_FOR_DAYS}|{_ANOTHER_DAY}|{HELD_FIRST.pattern}", re.IGNORECASE
)
# "ACCRA – From 28 to 30 November, ..."
_DATELINE = re.compile(r"[A-ZÀ-Þ][\w., ()/'’-]{1,40}?(?:\s?[–—-]\s|\s?(?:--|[–—])\s?)")
_STEP_BACK = re.compile(
    r"[\s,(]*(?:(?:in|at|on|from|between|during|en|entre|à|au|a|y|and|et|el|los|le|les|du|del|des|de|the|días?|jours?"
    r"|ciudad de|la ciudad de|city of|the city of|ville de|la ville de|capital|l['’])\s){0,3}(?:l['’])?"
    rf"(?i:{STATE_FORM})?"
)
# "17 Oct   10:00 CEST   Briefing", "5-7 October, Astana: Review"
_IN_LINE = re.compile(
    r"(?:[\s,.:;|–—()*▶•-]|\d{1,2}\s?[:.h]\s?(?:\d\d)?|\b(?:CES?T|GMT|UTC|ES?T|EDT|a\.?m\.?|p\.?m\.?|hrs?|hours?|heures?"
    r"|horas?|online|on-line|virtual|hybrid|en línea|híbrido|en ligne|hybride|in|at|en|à|the|el|la|le|les|los"
    r"|une?|una|du|del|on|from|and)\b)*"
)
_DIVIDES = re.compile(r"\s?[:–—|.-]\s*(?:(?:the|an?|la|el|le|une?|una)\s|l['’])?$|\s{2,}$|\s?:\W*$")
_GOES_ON = re.compile(r"\s?,\s(?:and|y|et|e)\s", re.IGNORECASE)  # "the review, and this year ..."
_LONGEST_SUBJECT = 160
# "originally planned for March, was held on 4 June", "outside Geneva, in Nyon"
_NOT_THEN = re.compile(
    r"\b(?:originally|initially|inicialmente|originalmente|initialement|d['’]abord prévue?s?)\b[^,;.()]{0,40}$"
    r"|\b(?:outside|near|close to|not far from|cerca de|a las afueras de|près de|aux portes de)\s$"
)
_LONGEST_CUE = 60
_SENTENCE_ENDS = re.compile(r"[.;:](?=\s)")
_LEADS_IN = re.compile(
    r"\b(?:in|on|at|from|between|en|el|del|entre|à|au|le|les|du|a)\s"
    r"(?:(?:the|el|la|los|le|les|días|ciudad de|city of|ville de)\s){0,3}$"
)
# "participants from Missions in New York and Geneva": where they are from
OF_THEIRS = re.compile(
    r"\b(?:missions?|offices?|embass\w+|capitals?|headquarters|based|misiones|oficinas|embajadas|sedes?|capitales"
    r"|bureaux|ambassades?|sièges?)\b[^,.;()]{0,25}$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\)?\s*,\s*")
# "in Yaoundé, where the conference"
_WHERE = re.compile(r",?\s(?:where|(?:en )?donde|où)\s(?:the\s|an?\s|el\s|la\s|le\s|un[ea]?\s|l['’])?", re.IGNORECASE)
_TAIL = re.compile(r"\s*,\s*[a-z-]+\s+(?:and|y|et)\s+[a-z-]+(?=\s|$)|\s+(?:and|y|et)\s+[a-z-]+(?=\s|$)")
_LONGEST_PREPOSITION = 8
# behind these one day may be the last of several
_LAST_DAY = re.compile(
    r"\b(?:end(?:s|ed)|clos(?:es|ed|ing)?|conclud\w+|conclu\w*|clausur\w+|culmin\w+|clôtur\w+|achev\w+)\b",
    re.IGNORECASE,
)
_FARTHEST = 170
_FARTHEST_DATE, _LONGEST_VERB = 110, 130
_RIGHT_BEFORE = re.compile(r"[\s,)]*(?:[\w’'-]+\s){0,2}")
# "Cadix, en Espagne, a accueilli"
_HAS = re.compile(r",?\s(?:(?:has|had|ha|a|avait|hoy|today|aujourd['’]hui|también|also)\s)?")
_IN_STATE = re.compile(rf"\s?[,(]\s?(?:(?:in|en|au|aux)\s)?(?:the\s|el\s|la\s)?(?:{STATE_FORM})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """EDTF values, paths of places, and where the words that say so begin and end."""

    dates: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    to: int = 0
    at: int = 0

    def __bool__(self) -> bool:
        return bool(self.dates or self.places)


def setting_behind(text: str, at: int, end: int, places: Row, dates: Row) -> Setting:
    """The setting told from `at` on, the end of a meeting's name; `end`: where the next meeting begins.

    places: spans of places and states of the block. dates: its dates.
    """
    days: list[str] = []
    where: list[str] = []
    tail = _TAIL.match(text, at, end)
    told = at = _over_guests(text, tail.end() if tail else at, end, places, dates)
    for span in walk(text, at, min(end, at + _FARTHEST), places, dates):
        if told == at and _GOES_ON.match(text, at, span.at):
            break
        if not span.entity and days and span.value not in days:
            break  # the day of another: "held on 4 May, the next is set for 3 September in New York"
        if not span.entity and not days:
            run = dates.starting(span.at, end)
            days += _run_of_dates(text, run) if run else [span.value]
        elif span.entity and span.entity not in where:
            where.append(span.entity)
        told = span.to
    return Setting(joined(days), tuple(where), told, at)


def _over_guests(text: str, at: int, end: int, places: Row, dates: Row) -> int:
    """Where the date or place stands behind those who came: "brought together 30 experts in Accra on 3 May"."""
    guests = gathering().match(text, at, end)
    if guests is None:
        return at
    told = sorted((*dates.starting(at, end), *places.starting(at, end)), key=lambda span: span.at)
    for span in told:
        if span.at - at > _FARTHEST or _SENTENCE_ENDS.search(text, at, span.at):
            return at
        if span.code == "C" and OF_THEIRS.search(text, guests.end() - 1, span.at):
            return at
        if span.code in (DATE_CODE, "C") and _LEADS_IN.search(text, guests.end() - 1, span.at):
            return span.at
    return at


def setting_before(text: str, at: int, meeting: int, places: Row, dates: Row) -> Setting:
    """The setting with which a sentence opens at `at`: "On 3 and 4 September 2025, in Tbilisi, the Process ...".

    Without a comma where a verb of holding leads from it to the meeting: "On 3 May the Network ran a workshop".
    """
    dateline = _DATELINE.match(text, at)
    begun = dateline.end() if dateline else at
    opening = None if dates.at(begun) else _OPENS.match(text, begun)
    begun = opening.end() if opening else begun
    if not (opening or dates.at(begun)) or begun > meeting:
        return Setting()
    found = setting_behind(text, begun, meeting, places, dates)
    if not found or _CLOSES.match(text, found.to):
        return found
    between = f"{text[found.to : meeting]} "
    if len(between) > _LONGEST_SUBJECT or _SENTENCE_ENDS.search(between):
        return Setting()
    return found if held().match(between, 1) or (found.dates and held().search(between)) else Setting()


def setting_of_line(text: str, at: int, places: Row, dates: Row) -> Setting:
    """The date and place with which a line opens right before the name at `at`: "14 May, Accra: briefing on ..."."""
    told = [span for row in (dates, places) for span in row.starting(0, at) if span.to <= at]
    told.sort(key=lambda span: span.at)
    days = [span.value for span in told if not span.entity]
    ends = [0, *(span.to for span in told)]
    between = [text[end:begin] for end, begin in zip(ends, [*(span.at for span in told), at], strict=True)]
    if not days or not all(_IN_LINE.fullmatch(part) for part in between) or not _DIVIDES.search(between[-1]):
        return Setting()
    return Setting(joined(days), tuple(span.entity for span in told if span.entity), at)


def setting_leading(text: str, begun: int, at: int, places: Row, dates: Row) -> Setting:
    """The date and place at which one met "during" the meeting at `at`, in the sentence that begins at `begun`."""
    days: list[str] = []
    where: list[str] = []
    while True:
        near = [span for row in (places, dates) if (span := row.last_before(at)) and span.at >= begun]
        last = max(near, key=lambda span: span.to, default=None)
        between = _STEP_BACK if days or where else during()
        if last is None or not between.fullmatch(text, last.to, at):
            met = days or held().search(text, begun, at)  # "have been meeting in Cairo for the second review"
            return Setting(tuple(days), tuple(where), at) if met else Setting()
        if last.entity:
            where.insert(0, last.entity)
        else:
            days.insert(0, last.value)
        at = last.at


def setting_staged(text: str, at: int, places: Row, dates: Row) -> Setting:
    """The date and place right before the name of a meeting at `at`: "the 3 May workshop".

    Behind a verb of holding: "hosted on 4 and 5 November, in Banjul, a workshop", "los días 12 y 13 de marzo fuimos
    sede, en San Pedro Sula, del taller".
    """
    days: list[str] = []
    where: list[str] = []
    begun = at
    while True:
        near = [span for row in (places, dates) if (span := row.last_before(begun))]
        last = max(near, key=lambda span: span.to, default=None)
        between = _STEP_BACK if days or where else to_name()
        if last is None or at - last.to > _FARTHEST_DATE or not between.fullmatch(text, last.to, begun):
            break
        (where if last.entity else days).insert(0, last.entity or last.value)
        begun = last.at
    verb = staging().search(text, max(0, begun - _LONGEST_VERB), begun)
    if verb:
        before = dates.last_before(verb.start())
        if not days and before and _RIGHT_BEFORE.fullmatch(text, before.to, verb.start()):
            days = [before.value]
        days = (
            days or [span.value for span in dates.starting(verb.start(), verb.end())][:1]
        )  # "fue, el 3 de mayo, sede"
        days = [] if len(days) == 1 and "/" not in days[0] and _LAST_DAY.search(verb[0]) else days
        where = where or [span.entity for span in _cities_before(text, verb.start(), places)]
        return Setting(tuple(days), tuple(where), at, begun)
    nearest = dates.last_before(at)
    led = nearest and at - nearest.to <= _FARTHEST_DATE and leads_to().fullmatch(text, nearest.to, at)
    if nearest and led:
        return Setting((nearest.value,), (), at, nearest.at)
    there = places.last_before(at)
    told = there and there.code == "C" and _WHERE.fullmatch(text, there.to, at)
    return Setting((), (there.entity,), at, there.at) if there and told else Setting()


def _cities_before(text: str, verb: int, places: Row) -> list[Span]:
    """The city that is the subject of a verb of holding: "Managua, Nicaragua, fue la sede", "Accra hosted"."""
    found: list[Span] = []
    while True:
        last = places.last_before(found[0].at if found else verb)
        between = _IN_STATE if found else _HAS
        if last and last.code == "S" and not found and between.fullmatch(text, last.to, verb):
            city = places.last_before(last.at)
            return [city, last] if city and city.code == "C" and _IN_STATE.fullmatch(text, city.to, last.at) else []
        if last is None or last.code != "C" or not between.fullmatch(text, last.to, found[0].at if found else verb):
            return found
        found.insert(0, last)


def joined(days: Sequence[str]) -> tuple[str, ...]:
    """Two days of which one follows the other, as one stretch: "31 August and 1 September"."""
    if len(days) == 2 and follows(*days):
        return (f"{days[0]}/{days[1]}",)
    return tuple(days)


def follows(one: str, other: str) -> bool:
    """Whether a day is the one after another."""
    try:
        return date.fromisoformat(other) - date.fromisoformat(one) == timedelta(days=1)
    except ValueError:
        return False


def walk(text: str, at: int, end: int, places: Row, dates: Row, small: Uncased | None = None) -> Iterator[Span]:
    """The dates and places that follow each other from `at` on; of those that overlap the first counts.

    small: what may stand between them; None for what does so within one meeting.
    """
    words = small or words_between()
    while True:
        between = words.match(text, at, end)
        reached = between.end() if between else at
        span = _first(dates.starting(at, reached + 1), places.starting(at, reached + 1), text, at)
        span = span or _year(text, at, reached)
        if span is None:
            return
        if not _NOT_THEN.search(text, max(at, span.at - _LONGEST_CUE), span.at):
            yield span
        at = span.to


def _first(dates: Sequence[Span], places: Sequence[Span], text: str, begun: int) -> Span | None:
    """The nearest of the dates and places; a state counts where a preposition or a place leads to it."""
    fitting = [span for span in places if span.code == "C" or _leads_to(text, begun, span.at)]
    return min((*dates[:1], *fitting[:1]), key=lambda span: span.at, default=None)


def _year(text: str, begun: int, at: int) -> Span | None:
    """A year alone, behind a preposition: "foreseen for 2028"."""
    found = YEAR.match(text, at) if _OF_YEAR.search(text, max(begun, at - _LONGEST_PREPOSITION), at) else None
    return Span(at, found.end(), DATE_CODE, value=found[0]) if found else None


def _leads_to(text: str, begun: int, at: int) -> bool:
    return _INTO.search(text, max(begun, at - _LONGEST_PREPOSITION), at) is not None


def _run_of_dates(text: str, dates: Sequence[Span]) -> Iterator[str]:
    """The first date and those listed with it ("19 and 26 January, and 2 and 9 February")."""
    if len(dates) > 1 and len(dates[0].value) == len("2025") < len(dates[1].value):
        dates = (
            dates[1:] if _LISTED.fullmatch(text, dates[0].to, dates[1].at) else dates
        )  # "A year later, on 7 October"
    yield dates[0].value
    for earlier, later in pairwise(dates):
        if not _LISTED.fullmatch(text, earlier.to, later.at):
            return
        yield later.value
