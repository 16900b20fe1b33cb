"""The date and place that belong to each meeting of a passage."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.periods import bounds
from loaders.dates.edtf import has_year, with_year
from loaders.recognition.meetings.brought_in import Rows, in_their_clauses
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.elided import elided
from loaders.recognition.meetings.enumerated import is_proper, singular
from loaders.recognition.meetings.settings import (
    Setting,
    setting_before,
    setting_behind,
    setting_leading,
    setting_of_line,
    setting_staged,
)
from loaders.recognition.meetings.settings_of_several import places_of_several, settings_behind
from loaders.recognition.meetings.today import told_today
from loaders.recognition.meetings.told_again import told_again
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_NUMBER_WORDS = ("two dos deux", "three tres trois", "four cuatro quatre", "five cinco cinq")
_SERIES = Uncased(r"\b(?:series|cycle|serie|ciclo|série)\s(?:of|de|d['’])\s?(?:[\w-]+\s){0,3}$")
# "The first two reviews": which of them each is, told by the order
FIRST_OF_ALL = Uncased(
    r"\b(?:first (?:two|three|four)|(?:dos|tres|cuatro) primer[oa]s|primer[oa]s (?:dos|tres|cuatro)"
    r"|(?:deux|trois|quatre) premi(?:ers|ères))\s$"
)
_APART = re.compile(
    r"(?:\A|[.;!?]\s)(?:(?:\w+\s){0,2}(?:before|after|ahead of|prior to|following|antes del?|después del?|tras"
    r"|avant|après|à l['’]issue d[eu]|en amont d[eu]))\s?(?:the\s|this\s|la\s|el\s|le\s|l['’]|cette\s|est[ea]\s)?$",
    re.IGNORECASE,
)
_COUNTS = {w: n for n, ws in enumerate(_NUMBER_WORDS, 2) for w in ws.split()}
_COUNT_BEFORE = re.compile(rf"\b(?P<n>{'|'.join(_COUNTS)})\s(?:\w+\s)?$", re.IGNORECASE)
_SENTENCE_OPENS = re.compile(r"(?:\A|[.!?]\s)$")
_LONGEST_SERIES, _NEAR_FORUM = 50, 24
_YEAR = re.compile(r"\b20\d\d\b")
_DAY, _NEAR = len("2024-05-01"), 31  # days from those of the paper's own meeting


def settle(
    text: str, found: Sequence[Candidate], rows: Rows, before: Candidate | None = None, *, outright: bool = False
) -> list[Candidate]:
    """The candidates of one passage, in order, each with its dates and places; of several that are named by one word
    and told one by one, each is a candidate of its own.

    before: the meeting that is in focus where the passage begins. outright: only what stands beside their names counts.
    """
    places, dates = rows.places, rows.dates
    starts = [candidate.at for candidate in found]
    settled = [one for candidate in found for one in _set(text, candidate, starts, rows)]
    settled = settled if outright else in_their_clauses(text, settled, rows)
    settled = told_again(text, settled, places, dates)
    settled = elided(text, settled, before, rows)
    return [_of_series_before(one, settled[:number]) for number, one in enumerate(settled)]


@lru_cache(maxsize=1)
def _qualified() -> Uncased:
    """Which one of several it is, told behind the name: "la reunión anterior, celebrada el 3 de mayo"."""
    return Uncased(rf"\s(?:{alternatives(load('events')['told_behind'])})(?!\w)")


def _of_series_before(one: Candidate, before: Sequence[Candidate]) -> Candidate:
    """As in "the annual meeting of MIDWA. The previous meeting": another of the same."""
    if not one.other or one.series:
        return one
    alike = next((c for c in reversed(before) if c.kind == one.kind and c.series), None)
    return replace(one, series=alike.series, region=one.region or alike.region) if alike else one


def _set(text: str, event: Candidate, starts: Sequence[int], rows: Rows) -> Iterator[Candidate]:
    """A candidate with its dates and places: those before or in its name, and those behind it, up to the next; behind
    "a side event at the Forum" those of the forum stand.
    """
    places, dates = rows.places, rows.dates
    following = bisect_right(starts, event.at)
    end = starts[following] if following < len(starts) else len(text)
    inside = [span.entity for span in places.inside(event.at, event.to) if span.code == "C"]
    line = setting_of_line(text, event.at, places, dates) if event.at == starts[0] else Setting()
    before = line or setting_staged(text, event.at, places, dates)
    words = _one_of_several(text, event)
    each = _each_of_several(text, event, end, places, dates) if words and not before else []
    if words and each:
        first = FIRST_OF_ALL.search(text, max(0, event.at - _LONGEST_SERIES), event.at)
        for index, told in enumerate(each):
            number = index + 1 if first else event.number
            alike = told.dates in [one.dates for one in each if one is not told]
            at, to = (event.at, event.to) if index == 0 and not alike else (told.at, told.at)
            called = f"{words}, {text[told.at : told.to]}" if alike else words
            yield replace(event, at=at, to=to, words=called, dates=told.dates, places=told.places,
                          told=told.to, number=number, definite=False, named=True, several=True)  # fmt: skip
        return
    beside = rows.others.starting(event.to, event.to + _NEAR_FORUM) if event.kind == "side event" else ()
    qualified = _qualified().match(text, event.to, end)
    begun = qualified.end() if qualified else event.to
    apart = _opens_apart(text, event)
    behind = Setting() if beside or apart else setting_behind(text, begun, end, places, dates)
    where = tuple(dict.fromkeys((*event.places, *inside, *before.places, *behind.places)))
    days = in_its_year(event.words, before.dates or behind.dates or event.dates)
    yield replace(event, dates=days, places=where, told=max(behind.to, event.to))


def _opens_apart(text: str, event: Candidate) -> bool:
    """As in "Before the dialogue, on 8 September, a workshop was run": the day is not that of the first."""
    return (
        text[event.to : event.to + 1] == ","
        and _APART.search(text, max(0, event.at - _LONGEST_SERIES), event.at) is not None
    )


def _each_of_several(text: str, event: Candidate, end: int, places: Row, dates: Row) -> list[Setting]:
    """The settings of meetings that one word names and that are told one by one: by their days, or as many cities."""
    by_day = settings_behind(text, event.to, end, places, dates)
    if len(by_day) > 1:
        return by_day
    count = _COUNT_BEFORE.search(text, max(0, event.at - _LONGEST_SERIES), event.at)
    by_city = places_of_several(text, event.to, end, places, dates) if count else []
    same = count is not None and len({one.places for one in by_city}) == _COUNTS[count["n"].casefold()]
    return by_city if same else []


def in_its_year(words: str, dates: tuple[str, ...]) -> tuple[str, ...]:
    """Days without a year, in the year that the name of the meeting tells: "its annual meeting of 2025"."""
    year = _YEAR.search(words)
    return tuple(with_year(day, int(year[0])) or day for day in dates) if year else dates


def in_year_of(days: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Days without a year, in that of the days of the paper's own meeting where they are near those."""
    first = bounds(known[0]) if known else None
    if first is None or first.first is None or len(known[0]) < _DAY or all(map(has_year, days)):
        return days
    out = []
    for day in days:
        dated = None if has_year(day) else with_year(day, first.first.year)
        own = bounds(dated) if dated else None
        near = own and own.first and abs((own.first - first.first).days) <= _NEAR
        out.append(dated if dated and near else day)
    return tuple(out)


def _one_of_several(text: str, event: Candidate) -> str | None:
    """The words of one of the meetings that a candidate names together; None for a series with a name of its own."""
    if event.several:
        return event.words
    opens = _SENTENCE_OPENS.search(text, max(0, event.at - 3), event.at)
    of_series = (is_proper(event.words) and not opens) or _SERIES.search(
        text, max(0, event.at - _LONGEST_SERIES), event.at
    )
    return None if of_series else singular(event.words)


def fronted(
    text: str, sentence: tuple[int, int], named: tuple[int, int], spans: Sequence[Span], dates: Row, day: str | None,
    language: str,
) -> Setting:  # fmt: skip
    """The date and place with which the sentence of a meeting opens ("On 3 November 2021, ..."), or that stand
    right before it ("met on 3 November in Quito, during ..."), or those of today in a paper of `day`.
    """
    places = Row(span for span in spans if span.code in "CS")
    begun, at = sentence[0], named[0]
    told = setting_before(text, begun, at, places, dates) or setting_leading(text, begun, at, places, dates)
    near = (
        Setting()
        if told.dates and told.dates != (day,)
        else told_today(text, sentence, named, places, dates, day, language)
    )
    return Setting(near.dates or told.dates, told.places or near.places, told.to or near.to, told.at)


def met_at(
    text: str, sentence: tuple[int, int], named: tuple[int, int], spans: Sequence[Span], dates: Row, day: str | None,
    language: str,
) -> Setting:  # fmt: skip
    """Likewise of one that is named as if it were known: "Réunis le 5 juin dans le cadre de l'atelier sur ..."."""
    places = Row(span for span in spans if span.code in "CS")
    told = setting_leading(text, sentence[0], named[0], places, dates)
    return told or told_today(text, sentence, named, places, dates, day, language)
