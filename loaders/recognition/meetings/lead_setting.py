"""When and where the meeting is of which news tells in its lead, by the day and the city of the news itself.

"DOHA, 12 March (Wire) -- Ministers wound up their consultation here on Thursday. The two-day gathering ...": from the
11th to the 12th, in Doha. What stands beside the name of the meeting goes before.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from graph.periods import bounds
from loaders.dates.near_days import NearDay, near_days
from loaders.frame.datelines import dateline_of
from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_book import joins
from loaders.recognition.meetings.events import find_events
from loaders.recognition.meetings.first_paragraphs import first_paragraphs, only_mentioned
from loaders.recognition.meetings.setting_words import held
from loaders.recognition.meetings.today import begun_on, days_around, days_told, ends, opens_or_ends
from loaders.recognition.names.spans import DATE_CODE, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.sought import Sought

_FIRST_SENTENCES = 2
_BESIDES = 60
_FEW_DAYS = 7
_OF_THEIR_OCCASION = ("meeting-summary", "agenda", "consultation-record", "declaration", "speech")
_WORD = re.compile(r"[^\W\d_]{3,}")
_WORDS_OF_A_PLACE = 3
_DAY = len("2026-03-12")
_INTO = re.compile(
    r"\b(?:in|at|en|à|au|dans|sur)\s(?:(?:the city of|la ciudad de|la ville de|la|el|the)\s)?$", re.IGNORECASE
)
_NOW = Sought(
    r"\b(?:here|this week|these days|aquí|esta semana|estos días|ici|cette semaine|ces jours-ci|est[ea] capital"
    r"|(?:the|this|la|cette) \w+ capitale?|la capital(?:e)? \w+|cette ville|esta ciudad|this city)\b",
    re.IGNORECASE,
)


def lead_setting(result: Recognition, main: Event) -> tuple[int, Candidate] | None:
    """What the lead tells of the paper's own meeting and its name does not: the block, and the meeting so told."""
    if main.dates and main.places:
        return None
    for block in first_paragraphs(result):
        named = _named(result, block, main)
        if named is None or _among_others(result, block, named):
            continue
        sentence = _clause(block.text, block.sentence_at(named.at), named)
        days = () if main.dates else _days(result, block, sentence)
        places = () if main.places else _places(result, main, block, sentence)
        if not (days or places):
            return None
        return block.order, Candidate(named.to, named.to, main.kind, main.words, definite=True, named=True,
                                      dates=days, places=places, told=named.to)  # fmt: skip
    return None


def _named(result: Recognition, block: Block, main: Event) -> Candidate | None:
    """The words by which the first sentences of a block mean the meeting."""
    early = block.sentences[:_FIRST_SENTENCES]
    spans, dates = [s for s in result.spans[block.order] if s.entity], result.timeline.spans(block)
    for one in find_events(block.text, spans, dates, outright=True, undated=True):
        before = block.text[max(0, one.at - _BESIDES) : one.at]
        ours = joins(main, one) and one.words.casefold() in (main.words.casefold(), *map(str.casefold, main.labels))
        if ours and not only_mentioned().search(before) and any(at <= one.at < to for at, to in early):
            return one
    return None


def _among_others(result: Recognition, block: Block, named: Candidate) -> bool:
    """Whether its sentence tells when or where another meeting is."""
    begin, end = block.sentence_at(named.at)
    spans, dates = [s for s in result.spans[block.order] if s.entity], result.timeline.spans(block)
    others = (
        o for o in find_events(block.text, spans, dates, undated=True) if begin <= o.at < end and o.at != named.at
    )
    return any(one.dates or one.places for one in others)


def _clause(text: str, sentence: tuple[int, int], named: Candidate) -> tuple[int, int]:
    """The part of a sentence, between semicolons, in which the meeting is named."""
    begin, end = text.rfind(";", sentence[0], named.at), text.find(";", named.to, sentence[1])
    return max(sentence[0], begin + 1), end if end > 0 else sentence[1]


def _days(result: Recognition, block: Block, sentence: tuple[int, int]) -> tuple[str, ...]:
    """The days around the one on which it opened or ended, where it is told how long it was."""
    day = result.timeline.paper_day
    opening = len(dateline_of(block.text))
    dated = any(
        s.code == DATE_CODE and s.at >= opening and len(s.value) >= _DAY
        for s in _within(result.spans[block.order], sentence)
    )
    if day is None or dated or not opens_or_ends(block.text, *sentence):
        return ()
    told = _near(result, block, sentence, day)
    if len(told) != 1:
        return ()
    last = told[0].day
    others = [b for b in first_paragraphs(result) if b is not block]
    around = days_around(block.text, sentence, last, others[0].text if others else "")
    if around or not ends(block.text, sentence):
        return (around,) if around else ()
    # "ended on Thursday"; when it had begun is told further on
    behind = [(block, (sentence[0], len(block.text))), *((b, (0, len(b.text))) for b in others)]
    begun = [o.day for b, part in behind for o in _near(result, b, part, day) if begun_on(b.text, o) and o.day < last]
    return (f"{begun[0]}/{last}",) if begun else ()


def opens_with_day(result: Recognition) -> bool:
    """Whether the day of a paper is that with which news opens."""
    dated = result.frame.date_block
    return dated is not None and dateline_of(result.reading.blocks[dated].text) != ""


def is_of_other_days(result: Recognition) -> bool:
    """Whether a paper places what it tells first in other days than its own; where it opens as news does, also by
    telling that it is over, or of how many days it was.
    """
    day, news = result.timeline.paper_day, opens_with_day(result)
    for block in first_paragraphs(result):
        for part in block.sentences[:_FIRST_SENTENCES]:
            if news and (ends(block.text, part) or days_told(block.text, part) or _NOW.search(block.text, *part)):
                return True
            if day and any(str(one.day) != day for one in _near(result, block, part, day)):
                return True
    return False


def is_only_dated(result: Recognition) -> bool:
    """Whether the day at the head is that on which the paper came out: no more than a weekday or place stands by it.

    Not where the paper tells what is done "today"; papers made at a meeting, or for one, bear its day in the same way.
    """
    timeline, day = result.timeline, result.timeline.paper_day
    spot = timeline.day_spot
    if day is None or spot is None or day != timeline.event_day or result.frame.genre in _OF_THEIR_OCCASION:
        return False
    block = result.reading.blocks[spot.block]
    span = next(span for span in timeline.spans(block) if span.value == day)
    beside = block.text[spot.at : span.at] + block.text[span.to : spot.to]
    if ":" in beside or len(_WORD.findall(beside)) > _WORDS_OF_A_PLACE:
        return False
    first = ((block, part) for block in first_paragraphs(result) for part in block.sentences[:_FIRST_SENTENCES])
    return not any(str(one.day) == day for block, part in first for one in _near(result, block, part, day))


def _near(result: Recognition, block: Block, part: tuple[int, int], day: str) -> list[NearDay]:
    return sorted(near_days(block.text, part, date.fromisoformat(day), result.reading.language), key=lambda one: one.at)


def _places(result: Recognition, main: Event, block: Block, sentence: tuple[int, int]) -> tuple[str, ...]:
    """The one city that the sentence is in, else that of the news, where the meeting is of its days."""
    text, opening = block.text, len(dateline_of(block.text))
    if not (held().search(text, *sentence) or opens_or_ends(text, *sentence)):
        return ()
    cities = [s for s in _within(result.spans[block.order], sentence) if s.code == "C"]
    here = {s.entity for s in result.spans[block.order] if s.code == "C" and s.to <= opening}
    named = {s.entity for s in cities if s.at >= opening} - here
    led = {s.entity for s in cities if s.at >= opening and _INTO.search(text, max(0, s.at - _BESIDES), s.at)}
    if named:
        return tuple(led) if len(led) == 1 and led == named else ()
    return tuple(here)[:1] if led or _is_of_these_days(result, main, block, sentence) else ()


def _is_of_these_days(result: Recognition, main: Event, block: Block, sentence: tuple[int, int]) -> bool:
    """Whether the meeting is held on the days of the news, as it says itself or its days tell."""
    day = result.timeline.paper_day
    near = day and (_near(result, block, sentence, day) or any(_is_near(one, day) for one in main.dates))
    return bool(near) or _NOW.search(block.text, *sentence) is not None


def _is_near(days: str, day: str) -> bool:
    """Whether days end on that of the paper or within a week before it, or hold it."""
    its, today = bounds(days), date.fromisoformat(day)
    if its is None or its.first is None or its.last is None:
        return False
    return its.first <= today and (today - its.last).days <= _FEW_DAYS


def _within(spans: Sequence[Span], part: tuple[int, int]) -> Iterator[Span]:
    return (s for s in spans if part[0] <= s.at < part[1])
