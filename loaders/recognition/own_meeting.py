"""The meeting that a document is about: named in its title, told of by its first paragraphs, or the first it names.

A headline is a sentence and names nothing; the paragraph under it tells which meeting the paper is about.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from graph.periods import bounds
from graph.records import PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.candidate import FOR_DAYS, Candidate
from loaders.recognition.cell_meetings import row_setting
from loaders.recognition.editions import EDITIONS, series_of
from loaders.recognition.event_book import Event, event_of, joins, learn, names_itself
from loaders.recognition.event_index import long_words
from loaders.recognition.event_settings import fronted
from loaders.recognition.events import event_name_from_title, find_events
from loaders.recognition.ordinals import ordinal
from loaders.recognition.recognition import Recognition
from loaders.recognition.settings import held, setting_behind
from loaders.recognition.spans import Row, Span
from loaders.rules.lexicons import alternatives, load

_NEWS = re.compile(
    r"\b(?:today|yesterday|this week|ayer|hoy|esta semana|aujourd['’]hui|hier|cette semaine)\b", re.IGNORECASE
)
_NEWS_REACH = 1200
_MAIN_EVENT_GENRES = {"meeting-summary", "concept-note", "agenda", "consultation-record", "declaration"}
# papers of their own occasion, and papers that tell of many things
_OF_NO_MEETING = {"speech", "leaflet", "web-page", "concept-note", "agenda"}
_OF_BODIES = {"meeting", "conference", "summit", "session", "retreat", "senior officials' meeting"}
# "notes on the meetings of 2021 and 2022" have no meeting of their own; "Consultations" may be one
_SEVERAL = re.compile(
    r"\b(?:meetings|workshops|summits|conferences|reuniones|talleres|cumbres|conferencias|réunions|ateliers|sommets)\b",
    re.IGNORECASE,
)
_FIRST_PARAGRAPHS, _FIRST_SENTENCES = 2, 2
_BESIDES, _OPENING = 60, 4
_MOST_DAYS = 10
_MUCH = 0.6  # of the words of the shorter of two names
_SUMMIT = re.compile(r"event/gfmd-summit-\d+")
_PARTS = {"plenary", "session", "discussion", "dialogue"}
_LONGEST_IN_CELL = 14
_CLAUSE = re.compile(r"[.;:]\s")


def own_meeting(result: Recognition) -> Event | None:
    """The event a document is about; None where it is about none or does not tell."""
    frame, day = result.frame, result.timeline.event_day
    told = _told_first(result) if frame.genre not in _OF_NO_MEETING else None
    dates = (day,) if day else ()
    name = event_name_from_title(frame.title) if frame.title else ""
    titled = _event_in_title(result)
    if titled:
        titled = of_the_body(result, titled)
        event = replace(event_of(titled), labels=[titled.words, *([name] if _names(name, titled) else [])])
        numbered = _numbered_first(result, event)
        if numbered:
            learn(event, numbered)
        news = is_news(result) and frame.genre not in _MAIN_EVENT_GENRES
        if told and joins(event, told):
            learn(event, told)
        elif told and news:
            return event_of(told)
        return event if event.dates or news else replace(event, dates=dates)
    return event_of(told) if told else _named_first(result, name, dates)


def _numbered_first(result: Recognition, event: Event) -> Candidate | None:
    """The meeting of the title with its number, where the first text opens with it: "The second consultation ..."."""
    for block in _first_paragraphs(result):
        spans = [s for s in result.spans[block.order] if s.entity]
        for one in find_events(block.text, spans, result.timeline.spans(block))[:1]:
            opens = one.at <= _OPENING and one.number and not event.ordinal and one.kind == event.kind
            days = not one.dates or one.dates == event.dates
            ours, theirs = long_words(event.words), long_words(one.words)
            alike = ours <= theirs or len(ours & theirs) >= max(2, _MUCH * min(len(ours), len(theirs)))
            if opens and days and alike:
                return one
    return None


def tells_length(result: Recognition, block: Block, candidate: Candidate) -> bool:
    """Whether a first paragraph tells of the document's own meeting by its length: "concluded a two-day meeting"."""
    main = result.book.main
    first = next(_first_paragraphs(result), None)
    if main is None or first is None or block is not first or candidate.kind != main.kind or candidate.dates:
        return False
    words = candidate.words.split()
    return len(words) > 1 and bool(main.dates) and all(FOR_DAYS.fullmatch(word) for word in words[:-1])


def _names(title: str, meeting: Candidate) -> bool:
    """Whether a title is a name of the meeting that it or a line near it names."""
    return not is_headline(title) and meeting.words.casefold() in title.casefold()


def told_in_full(result: Recognition, main: Event) -> tuple[int, Candidate] | None:
    """All days of a meeting of which the head tells one, by the first paragraphs ("it was held from 16 to 19 May")."""
    day = next(iter(main.dates), result.timeline.event_day)
    if day is None or len(main.dates) > 1 or len(day) != len("2024-05-05"):
        return None
    for block in _first_paragraphs(result):
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


def _named_first(result: Recognition, name: str, dates: tuple[str, ...]) -> Event | None:
    """Of the day of a paper whose title names no meeting: the first that it names, else what its title says."""
    genre, day = result.frame.genre, next(iter(dates), None)
    news = genre == "press-note" and bool(_NEWS.search(result.reading.raw[:_NEWS_REACH]))
    if not (news or genre in _MAIN_EVENT_GENRES) or not day:
        return None
    for block in result.reading.blocks:
        entities = [s for s in result.spans[block.order] if s.entity]
        for candidate in find_events(block.text, entities, result.timeline.spans(block)):
            of_that_day = not candidate.dates or day in candidate.dates
            if of_that_day and not candidate.definite and (news or not candidate.series):
                return Event(candidate.kind, candidate.words, dates, (), [candidate.words])
    bodies = [
        s.entity for codes in ("W", "RPF", "U") for b in result.header for s in result.spans[b.order] if s.code in codes
    ]
    names_one = name and not is_headline(name) and not _SEVERAL.search(name)
    return Event("meeting", name, dates, tuple(bodies[:1]), [name]) if names_one else None


@lru_cache(maxsize=1)
def _headline() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('events')['headlines'])}\b", re.IGNORECASE)


def is_headline(title: str) -> bool:
    """Whether a title is a sentence, with a verb that tells what happened: it is no name."""
    return _headline().search(title) is not None


def is_news(result: Recognition) -> bool:
    """Whether a paper tells of a meeting by a headline: its day is that of the paper, and not that of the meeting."""
    return is_headline(result.frame.title) and not result.frame.title.startswith("[")


@lru_cache(maxsize=1)
def _mentioned() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('events')['only_mentioned'])}\s[^.,;]{{0,30}}$", re.IGNORECASE)


def _told_first(result: Recognition) -> Candidate | None:
    """The first meeting whose date or place the first sentences tell; not one they only look back or ahead to."""
    for block in _first_paragraphs(result):
        spans = result.spans[block.order]
        entities, dates = [s for s in spans if s.entity], result.timeline.spans(block)
        found = with_fronted(result, block, find_events(block.text, entities, dates))
        for candidate in found:
            at, _ = block.sentence_at(candidate.at)
            early = sum(1 for start, _ in block.sentences if start <= at) <= _FIRST_SENTENCES
            told = candidate.dates or (candidate.places and (candidate.number or candidate.named))
            if any(s.code in "ET" and s.at < candidate.at for s in entities):
                return None
            before = block.text[max(at, candidate.at - _BESIDES) : candidate.at]
            told = told and (candidate.at < candidate.to or result.timeline.event_day in candidate.dates)
            if early and told and not candidate.points_back and not _mentioned().search(before):
                return of_the_body(result, candidate)
    return None


def _first_paragraphs(result: Recognition) -> Iterator[Block]:
    heads = {block.order for block in result.header if not block.text.endswith(".")}
    texts = (b for b in result.reading.blocks if b.kind is PassageKind.PARAGRAPH and b.order not in heads)
    for block, _ in zip(texts, range(_FIRST_PARAGRAPHS), strict=False):
        yield block


def with_fronted(result: Recognition, block: Block, found: list[Candidate]) -> list[Candidate]:
    """As in "On 3 November 2021, in Quito, the Network convened a workshop": the one meeting of the sentence."""
    if not found:
        return found
    spans, dates = [s for s in result.spans[block.order] if s.entity], Row(result.timeline.spans(block))
    sentences = [block.sentence_at(candidate.at) for candidate in found]
    in_sentence = Counter(sentences)
    out = []
    for candidate, sentence in zip(found, sentences, strict=True):
        own = not candidate.definite or candidate.series
        if own and in_sentence[sentence] == 1 and not candidate.points_back:
            told = fronted(block.text, sentence, candidate.at, spans, dates, result.timeline.event_day)
            days, places = candidate.dates or told.dates, candidate.places or told.places
            candidate = replace(candidate, dates=days, places=places)
        if block.row is not None and len(found) == 1 and not candidate.dates:
            candidate = _in_row(result, block, candidate)
        out.append(candidate)
    return out


def _in_row(result: Recognition, block: Block, candidate: Candidate) -> Candidate:
    """A meeting that a cell names, with the date and place beside it; its name is what the cell opens with."""
    beside = row_setting(result, block)
    name = block.text[: candidate.to]
    if not beside or len(name.split()) > _LONGEST_IN_CELL or _CLAUSE.search(name):
        return candidate
    return replace(candidate, at=0, words=name, dates=beside.dates, places=candidate.places or beside.places)


def of_the_body(result: Recognition, candidate: Candidate) -> Candidate:
    """A meeting that a numbered or plain name leaves open ("Seventh ministerial conference"), as one of the body that
    the document opens with.
    """
    main = result.book.main
    if candidate.kind == "review" and main and not candidate.region:
        return replace(candidate, region=main.region)
    its = main.series if main and not any(map(_goes_by_years, main.series)) else ()
    if main and its and not candidate.series and is_another(main, candidate):
        return replace(candidate, series=its)
    if candidate.series or candidate.kind not in _OF_BODIES:
        return candidate
    if its and not candidate.number:
        return replace(candidate, series=its)
    codes = "RWPF" if candidate.number else "R"
    bodies = [
        s.entity
        for b in result.header
        for s in result.spans[b.order]
        if s.code in codes and not _goes_by_years(s.entity)
    ]
    return replace(candidate, series=tuple(bodies[:1]))


def _goes_by_years(path: str) -> bool:
    """Whether a name is that of a forum, whose editions go by years: "its twenty-fourth meeting" is none of it."""
    return path in EDITIONS or series_of(path) in EDITIONS


def is_another(main: Event, candidate: Candidate) -> bool:
    """Whether a name is that of one more of the meetings that the document's own is one of: "the fifth dialogue"."""
    told = [word for word in long_words(candidate.words) if not ordinal(word)]
    return candidate.kind == main.kind and set(told) <= long_words(main.words)


def _stands_alone(candidate: Candidate) -> bool:
    """Whether a line near the title that names a meeting names one of its own."""
    return names_itself(candidate) or bool(
        candidate.number or (candidate.series and (candidate.dates or candidate.places))
    )


def _known_summit(block: Block, span: Span) -> Candidate:
    """A summit that the reference data has, as it is named in a title."""
    number = int(span.entity.rpartition("-")[2])
    return Candidate(span.at, span.to, "summit", block.text[span.at : span.to], definite=False, named=True,
                     series=("process/gfmd",), number=number)  # fmt: skip


def _is_of_forum(candidate: Candidate) -> bool:
    """Whether a name is that of a part of the review forum ("Plenary of the IMRF"): what is said there is its."""
    return candidate.kind in _PARTS and any(path in EDITIONS or series_of(path) for path in candidate.series)


def _event_in_title(result: Recognition) -> Candidate | None:
    title = result.frame.title
    titles = [b for b in result.reading.blocks if b.text and title and (b.text in title or title in b.text)]
    for block in (*titles, *result.header):
        entities = [s for s in result.spans[block.order] if s.entity]
        named = find_events(block.text, entities, result.timeline.spans(block))
        found = [one for one in named if not (one.points_back or _SEVERAL.search(one.words) or _is_of_forum(one))]
        if found and (block in titles or _stands_alone(found[0])):
            return found[0]
        known = next((s for s in entities if _SUMMIT.fullmatch(s.entity)), None) if block in titles else None
        if known:
            return _known_summit(block, known)
    return None
