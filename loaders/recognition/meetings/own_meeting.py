"""The meeting that a document is about: named in its title, told of by its first paragraphs, or the first it names.

A headline is a sentence and names nothing; the paragraph under it tells which meeting the paper is about.
"""

import re
from dataclasses import replace

from loaders.frame.datelines import dateline_of
from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.edition_titles import edition_in_title
from loaders.recognition.meetings.enumerated import singular
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_book import event_of, joins, learn, names_itself
from loaders.recognition.meetings.event_grammar import event_name_from_title
from loaders.recognition.meetings.event_index import long_words
from loaders.recognition.meetings.events import find_events
from loaders.recognition.meetings.first_paragraphs import (
    days_of,
    first_paragraphs,
    is_headline,
    is_of_the_day,
    only_mentioned,
    told_first,
)
from loaders.recognition.meetings.gatherings import gatherings
from loaders.recognition.meetings.lead_setting import is_of_other_days, is_only_dated, opens_with_day
from loaders.recognition.meetings.met_in_lead import met_in_lead
from loaders.recognition.meetings.occasions import plenary_of_the_forum
from loaders.recognition.meetings.programme_days import all_days
from loaders.recognition.meetings.whose_meeting import of_the_body
from loaders.recognition.names.editions import EDITIONS, series_of
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition

_NEWS = re.compile(
    r"\b(?:today|yesterday|this week|ayer|hoy|esta semana|aujourd['’]hui|hier|cette semaine)\b", re.IGNORECASE
)
_NEWS_REACH = 1200
_MAIN_EVENT_GENRES = {"meeting-summary", "concept-note", "agenda", "consultation-record", "declaration"}
# papers of their own occasion, and papers that tell of many things
_OF_NO_MEETING = {"speech", "leaflet", "concept-note", "agenda"}
# "notes on the meetings of 2021 and 2022" have no meeting of their own; "Consultations" may be one
_SEVERAL = re.compile(
    r"\b(?:meetings|workshops|summits|conferences|events|reuniones|talleres|cumbres|conferencias|eventos"
    r"|actos paralelos|réunions|ateliers|sommets|[ée]v[ée]nements|manifestations)\b",
    re.IGNORECASE,
)
_OPENING = 4
_HEAD = 6  # lines; further down the paper names others
_DAY = len("2025-11-04")
_MUCH = 0.6  # of the words of the shorter of two names
_SUMMIT = re.compile(r"event/gfmd-summit-\d+")
_NAME_FIELD = "meeting-name"
_KNOWN_KINDS = ("hearing",)
_PARTS = {"plenary", "session", "discussion", "dialogue"}


def own_meeting(result: Recognition) -> Event | None:
    """The event a document is about; None where it is about none or does not tell."""
    event = _own_meeting(result)
    days = all_days(result) if event else None
    more = days and all(len(day) < _DAY or day in (days[:_DAY], days[-_DAY:]) for day in event.dates) if event else None
    return replace(event, dates=(days,)) if event and days and more else event


def _own_meeting(result: Recognition) -> Event | None:
    frame, day = result.frame, result.timeline.event_day
    if day == result.timeline.paper_day and opens_with_day(result) and is_of_other_days(result):
        day = None
    told = told_first(result) if frame.genre not in _OF_NO_MEETING else None
    dates = (day,) if day and not is_only_dated(result) else ()
    name = event_name_from_title(frame.title) if frame.title else ""
    known = _known_in_title(result)
    if known:
        return replace(known, dates=days_of(result, known.known) or dates)
    titled = _event_in_title(result)
    field = _event_in_field(result) if not titled else None
    if field:
        return replace(event_of(field), dates=field.dates or dates)
    if titled:
        titled = of_the_body(result, titled)
        event = replace(event_of(titled), labels=[titled.words, *([name] if _names(name, titled) else [])])
        numbered = _numbered_first(result, event)
        if numbered:
            learn(event, numbered)
        news = is_news(result) and frame.genre not in _MAIN_EVENT_GENRES
        of_another = told and titled.series and not set(titled.series) & set(told.series)
        if told and news and _is_named_in_full(told) and not (of_another or _is_named_in_full(titled)):
            return _headed(told, titled)
        if told and joins(event, told):
            learn(event, told)
        elif told and news:
            return event_of(told)
        return event if event.dates or news else replace(event, dates=dates)
    gathered = _gathered_in_title(result) if day else None
    if gathered and not told:
        return replace(event_of(gathered), dates=dates)
    met = met_in_lead(result) if not told and is_of_the_day(result) else None
    found = told or (met[1] if met else None)
    return event_of(found) if found else _named_first(result, name, day, dates)


def _is_named_in_full(meeting: Candidate) -> bool:
    """Whether it is told which meeting of which body it is, and when or where."""
    return bool((meeting.series or meeting.number) and (meeting.dates or meeting.places))


def _headed(told: Candidate, titled: Candidate) -> Event:
    """The meeting of the first paragraphs, which a headline calls by a word of its own: "Migration forum ends"."""
    event = event_of(titled if told.unnamed else told)
    event.labels.append(titled.words)
    if told.unnamed:
        learn(event, told)
    return event


def _numbered_first(result: Recognition, event: Event) -> Candidate | None:
    """The meeting of the title with its number, where the first text opens with it: "The second consultation ..."."""
    for block in first_paragraphs(result):
        spans = [s for s in result.spans[block.order] if s.entity]
        for one in find_events(block.text, spans, result.timeline.spans(block), outright=True)[:1]:
            opens = one.at <= _OPENING and one.number and not event.ordinal and one.kind == event.kind
            days = not one.dates or one.dates == event.dates
            ours, theirs = long_words(event.words), long_words(one.words)
            alike = ours <= theirs or len(ours & theirs) >= max(2, _MUCH * min(len(ours), len(theirs)))
            if opens and days and alike:
                return one
    return None


def _names(title: str, meeting: Candidate) -> bool:
    """Whether a title is a name of the meeting that it or a line near it names."""
    return not is_headline(title) and meeting.words.casefold() in title.casefold()


def _named_first(result: Recognition, name: str, day: str | None, dates: tuple[str, ...]) -> Event | None:
    """Of the day of a paper whose title names no meeting: the first that it names, else what its title says."""
    genre = result.frame.genre
    news = genre == "press-note" and bool(_NEWS.search(result.reading.raw[:_NEWS_REACH]))
    page = genre == "web-page" and result.frame.event_date is not None
    if not (news or page or genre in _MAIN_EVENT_GENRES) or not day:
        return None
    for block in first_paragraphs(result) if page else result.reading.blocks:
        entities = [s for s in result.spans[block.order] if s.entity]
        for candidate in find_events(block.text, entities, result.timeline.spans(block), outright=True):
            of_that_day = not candidate.dates or day in candidate.dates
            if (
                of_that_day
                and not candidate.definite
                and not singular(candidate.words)
                and (news or page or not candidate.series)
            ):
                series = candidate.series if page else ()
                return Event(candidate.kind, candidate.words, dates, series, [candidate.words])
    bodies = [
        s.entity for codes in ("W", "RPF", "U") for b in result.header for s in result.spans[b.order] if s.code in codes
    ]
    names_one = name and not page and not is_headline(name) and not _SEVERAL.search(name)
    return Event("meeting", name, dates, tuple(bodies[:1]), [name]) if names_one else None


def is_news(result: Recognition) -> bool:
    """Whether a paper tells of a meeting by a headline: its day is that of the paper, and not that of the meeting."""
    return is_headline(result.frame.title) and not result.frame.title.startswith("[")


def _stands_alone(candidate: Candidate) -> bool:
    """Whether a line near the title that names a meeting names one of its own."""
    return names_itself(candidate) or bool(
        candidate.number or (candidate.series and (candidate.dates or candidate.places))
    )


def _gathered_in_title(result: Recognition) -> Candidate | None:
    """The meeting of a body that the title says to meet: "Working Group on the Compact meets"."""
    for block in result.header:
        if block.text and block.text in result.frame.title:
            spans = [s for s in result.spans[block.order] if s.entity]
            return next(iter(gatherings(block.text, spans, [])), None)
    return None


def _known_in_title(result: Recognition) -> Event | None:
    """A meeting of the reference data that a line at the head is the name of: the hearing before the forum."""
    for block in result.header[:_HEAD]:
        for span in result.spans[block.order]:
            kind = next(
                (kind for kind in _KNOWN_KINDS if span.entity.startswith("event/") and kind in span.entity), None
            )
            if kind and not only_mentioned().search(block.text[: span.at]):
                words = block.text[span.at : span.to]
                return Event(kind, words, labels=[words], known=span.entity)
    return None


def _known_summit(block: Block, span: Span) -> Candidate:
    """A summit that the reference data has, as it is named in a title."""
    number = int(span.entity.rpartition("-")[2])
    return Candidate(span.at, span.to, "summit", block.text[span.at : span.to], definite=False, named=True,
                     series=("process/gfmd",), number=number)  # fmt: skip


def _is_of_forum(candidate: Candidate) -> bool:
    """Whether a name is that of a part of the review forum ("Plenary of the IMRF"): what is said there is its."""
    return candidate.kind in _PARTS and any(path in EDITIONS or series_of(path) for path in candidate.series)


def _event_in_field(result: Recognition) -> Candidate | None:
    """The meeting that a field of its own names, once: "Meeting | Nineteenth meeting of the Steering Committee"."""
    fields = [one for one in result.labelled if one.meaning.id == _NAME_FIELD and one.key is None]
    block = result.reading.blocks[fields[0].value.block] if len(fields) == 1 else None
    if block is None:
        return None
    spans = [s for s in result.spans[block.order] if s.entity]
    named = find_events(block.text, spans, result.timeline.spans(block), outright=True)
    return next((one for one in named if one.at >= fields[0].value.at and not one.points_back), None)


def _event_in_title(result: Recognition) -> Candidate | None:
    title = result.frame.title
    titles = [b for b in result.reading.blocks if b.text and title and (b.text in title or title in b.text)]
    in_title = {block.order for block in titles}
    for block in (*titles, *result.header):
        entities = [s for s in result.spans[block.order] if s.entity]
        named = find_events(block.text, entities, result.timeline.spans(block), outright=True)
        found = [
            one
            for one in named
            if not (one.points_back or _SEVERAL.search(one.words) or _is_of_forum(one))
            and not (dateline_of(block.text) and only_mentioned().search(block.text[: one.at]))
            and plenary_of_the_forum(result, block, one) is None
        ]
        if found and (block.order in in_title or _stands_alone(found[0])):
            return found[0]
        edition = edition_in_title(result, block) if block.order in in_title else None
        if edition:
            return edition
        known = next((s for s in entities if _SUMMIT.fullmatch(s.entity)), None) if block.order in in_title else None
        if known:
            return _known_summit(block, known)
    return None
