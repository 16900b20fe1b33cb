"""The meeting that the first paragraphs of a document tell of, and when and where they say it is."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from graph.periods import bounds
from graph.records import PassageKind
from loaders.dates.near_days import near_days
from loaders.frame.datelines import dateline_of
from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import FOR_DAYS, Candidate
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_book import joins
from loaders.recognition.meetings.events import find_events
from loaders.recognition.meetings.fronted_meetings import prepared, with_fronted
from loaders.recognition.meetings.setting_words import held
from loaders.recognition.meetings.settings import setting_behind
from loaders.recognition.meetings.today import opens_or_ends
from loaders.recognition.meetings.whose_meeting import is_open_review, of_the_body
from loaders.recognition.names.gazetteer import reference_gazetteer
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_FIRST_PARAGRAPHS, _FIRST_SENTENCES = 2, 2
_BESIDES = 60
_DATED = re.compile(r"\d{1,2}\s[^\W\d]{3,10}\s20\d\d\s?[:–—-]\s?(?=[A-ZÀ-Þ])")  # "11 December 2018: Meeting in ..."
_HEAD, _OPENING = 6, 3
_MOST_DAYS = 10
_DAY = len("2024-05-05")
_LONGEST_ARTICLE = 4
# a verb in the third person right behind its subject, "hands the gavel", "entrega la presidencia"
_DOES = re.compile(
    r"\s(?:(?!(?:statements|remarks|comments|talks|views|notes|news)\b)[a-z]{2,}(?:[^su\W]s|ed)"
    r"|(?!(?:ante|entre|sobre|desde|durante|contra|hacia|entre|comme|dans|pendant)\b)[a-zà-ÿ]{2,}(?:[aeiouáéó]n?|[aei]ron|[eiû]t|ent)"
    r"(?=\s(?:el|la|los|las|su|sus|una?|al?|le|les|l['’]|son|sa|ses|une|des|du|à)\b))\s"
)


@lru_cache(maxsize=1)
def _headline() -> Sought:
    return Sought(rf"\b{alternatives(load('events')['headlines'])}\b", re.IGNORECASE)


def is_headline(title: str) -> bool:
    """Whether a title is a sentence, with a verb that tells what happened: it is no name."""
    return _headline().search(title) is not None or _tells_of_a_state(title)


def _tells_of_a_state(title: str) -> bool:
    """Whether a title opens with a State and what it does: "Belize hands the gavel to Canada"."""
    first = next((hit for hit in reference_gazetteer().find(title) if hit.at <= _LONGEST_ARTICLE), None)
    states = first is not None and any(label.path.startswith("state/") for label in first.labels)
    return first is not None and states and _DOES.match(title, first.to) is not None


def is_of_the_day(result: Recognition) -> bool:
    """Whether a paper is news: by its kind, by its headline, or by the city that its first paragraph opens with."""
    return result.frame.genre == "press-note" or is_headline(result.frame.title) or dateline(result) is not None


def told_first(result: Recognition) -> Candidate | None:
    """The first meeting whose date or place the first sentences tell; not one they only look back or ahead to."""
    news = is_of_the_day(result)
    for block in first_paragraphs(result):
        spans = result.spans[block.order]
        entities, dates = [s for s in spans if s.entity], result.timeline.spans(block)
        found = with_fronted(result, block, find_events(block.text, entities, dates, outright=True, undated=True))
        for candidate in found:
            if any(s.code in "ET" and s.at < candidate.at for s in entities):
                return None
            its = of_the_body(result, candidate)
            if _is_told(result, block, its, news=news):
                return its
    return None


def _is_told(result: Recognition, block: Block, candidate: Candidate, *, news: bool) -> bool:
    """Whether one of the first sentences tells when or where a meeting is; news may tell but its number."""
    at, _ = block.sentence_at(candidate.at)
    which = bool(candidate.series or candidate.region) and " " in candidate.words
    edition = news and candidate.number and which
    in_full = edition or (news and candidate.series and candidate.dates)
    early = sum(1 for start, _ in block.sentences if start <= at) <= _FIRST_SENTENCES * (2 if in_full else 1)
    of_a_day = " " in candidate.words and _DATED.match(block.text)  # news that opens with its day
    named = candidate.number or candidate.named or of_a_day
    said = opens_or_ends(block.text, *block.sentence_at(at)) or (
        which and held().search(block.text, *block.sentence_at(at))
    )
    of_today = (news or _tells_near_day(result, block, at)) and (which or candidate.number) and said
    of_today = of_today or (which and _announced().search(block.text, at, candidate.at) is not None)
    told = bool(candidate.dates or (candidate.places and named) or edition or of_today)
    told = told and (candidate.at < candidate.to or _is_own(result, block, candidate))
    before = block.text[max(at, candidate.at - _BESIDES) : candidate.at]
    open_or_other = candidate.other or is_open_review(candidate)
    return early and told and not open_or_other and not candidate.points_back and not only_mentioned().search(before)


def _tells_near_day(result: Recognition, block: Block, at: int) -> bool:
    """Whether a sentence tells of a day by its distance from that of the paper, as news does: "ended on Thursday"."""
    day = result.timeline.paper_day
    near = near_days(block.text, block.sentence_at(at), date.fromisoformat(day), result.reading.language) if day else ()
    return next(iter(near), None) is not None


def _is_own(result: Recognition, block: Block, candidate: Candidate) -> bool:
    """Whether a meeting that only a verb tells of is of the paper's own day, or told with day and place as it opens."""
    day = result.timeline.event_day
    early = block.sentences[:_FIRST_SENTENCES][-1][1]
    opens = block is next(first_paragraphs(result), None) and candidate.at <= early
    in_full = candidate.unnamed and bool(candidate.places) and all(len(one) >= _DAY for one in candidate.dates)
    return (opens and in_full) or any(day == one or (day and _covers(one, day)) for one in candidate.dates)


def dateline(result: Recognition) -> tuple[Block, list[Span]] | None:
    """The paragraph that opens with a city, as news does, and its places: "Lilongwe, Malawi – Twelve agencies"."""
    paragraphs = (block for block in result.reading.running if block.kind is PassageKind.PARAGRAPH)
    for block in islice(paragraphs, _HEAD):
        line = dateline_of(block.text)
        places = [s for s in result.spans[block.order] if s.code == "C" and s.to <= len(line)]
        if places and places[0].at <= _OPENING:
            return block, places
    return None


def told_in_full(result: Recognition, main: Event) -> tuple[int, Candidate] | None:
    """All days of a meeting of which the head tells one, by the first paragraphs ("it was held from 16 to 19 May")."""
    day = next(iter(main.dates), result.timeline.event_day)
    if day is None or len(main.dates) > 1 or len(day) != len("2024-05-05"):
        return None
    for block in first_paragraphs(result):
        dates = Row(result.timeline.spans(block))
        places = Row(s for s in result.spans[block.order] if s.code in "CS")
        for verb in held().finditer(block.text):
            told = setting_behind(block.text, verb.end(), len(block.text), places, dates)
            if len(told.dates) == 1 and "/" in told.dates[0] and _covers(told.dates[0], day):
                return block.order, Candidate(verb.end(), verb.end(), main.kind, main.words, definite=True, named=True,
                                              dates=told.dates, places=told.places, told=told.to)  # fmt: skip
    return None


def _covers(days: str, day: str) -> bool:
    span, own = bounds(days), bounds(day)
    if span is None or own is None or None in (span.first, span.last, own.first):
        return False
    first, last, its = span.first, span.last, own.first
    return bool(first and last and its and first <= its <= last and (last - first).days <= _MOST_DAYS)


def tells_length(result: Recognition, block: Block, candidate: Candidate) -> bool:
    """Whether a first paragraph tells of the document's own meeting by its length: "concluded a two-day meeting"."""
    main = result.book.main
    first = next(first_paragraphs(result), None)
    if main is None or first is None or block is not first or candidate.kind != main.kind or candidate.dates:
        return False
    words = candidate.words.split()
    return len(words) > 1 and bool(main.dates) and all(FOR_DAYS.fullmatch(word) for word in words[:-1])


def heads(result: Recognition, block: Block, candidate: Candidate) -> bool:
    """Whether a headline names the document's own meeting in short: "Pacific dialogue in Apia closes with promises"."""
    main = result.book.main
    if main is None or block not in result.header or not is_headline(block.text) or candidate.dates:
        return False
    before = block.text[: candidate.at]
    elsewhere = main.places and candidate.places and not set(main.places) & set(candidate.places)
    same = candidate.kind == main.kind and joins(main, candidate) and not elsewhere
    return same and not candidate.number and not candidate.series and not only_mentioned().search(before)


def days_of(result: Recognition, path: str) -> tuple[str, ...]:
    """The days of a meeting of the reference data, as the first paragraph tells that names it."""
    for block in first_paragraphs(result):
        dates, places = Row(result.timeline.spans(block)), Row(s for s in result.spans[block.order] if s.code in "CS")
        for span in result.spans[block.order]:
            told = setting_behind(block.text, span.to, len(block.text), places, dates) if span.entity == path else None
            if told and told.dates:
                return told.dates
    return ()


def first_paragraphs(result: Recognition) -> Iterator[Block]:
    """The first running text below the lines at the head; that which opens with a city goes before all other."""
    heads = {block.order for block in result.header if not block.text.endswith(".")}
    texts = (block for block in result.reading.running if block.order not in heads)
    first = list(islice(texts, _FIRST_PARAGRAPHS))
    opened = dateline(result)
    if opened and opened[0].order not in heads:
        first = [opened[0], *(block for block in first if block is not opened[0])]
    yield from first[:_FIRST_PARAGRAPHS]


@lru_cache(maxsize=1)
def only_mentioned() -> Sought:
    """Words up to a meeting that a sentence only looks back or ahead to: "following the", "in preparation of the".

    One that goes on "since Monday" is held now.
    """
    words = load("events")
    days = alternatives(words["relative_days"])
    return Sought(rf"\b{alternatives(words['only_mentioned'])}\s(?!{days}\b)[^.,;]{{0,30}}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _announced() -> Sought:
    """What a note says of the meeting that it is about, up to its name: "has the honour to invite Member States to"."""
    return Sought(rf"\b{alternatives(load('events')['announced'])}\s[^.;]{{0,140}}$", re.IGNORECASE)


def looks_ahead(result: Recognition, order: int, path: str) -> bool:
    """Whether a passage only tells of what prepares a meeting: the day that it tells is of something else."""
    text = result.reading.blocks[order].text
    named = [one for one, event in result.meetings.get(order, ()) if event.path == path]
    return bool(named) and all(prepared().search(text, max(0, one.at - _BESIDES), one.at) for one in named)
