"""The meetings of a document put in their place: which is its own, which words name or point back to which."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.iris import slug
from loaders.blocks import Block
from loaders.editions import EDITIONS
from loaders.event_book import Event
from loaders.events import Candidate, event_name_from_title, find_events, fronted_date
from loaders.gazetteer import reference_names
from loaders.recognition import Recognition
from loaders.spans import DATE_CODE, Span, longest_first

_OF_THE = re.compile(r"\s+(?:of|from|de|del|de la|du)\s+(?:the |la |el )?")
_NEWS = re.compile(r"\b(?:today|yesterday|this week|ayer|hoy|esta semana|aujourd['’]hui|hier|cette semaine)\b", re.IGNORECASE)
_NEWS_REACH = 1200
_MAIN_EVENT_GENRES = {"meeting-summary", "concept-note", "agenda", "consultation-record", "declaration"}


def place_meetings(result: Recognition) -> None:
    """Find and join events over the document, then put their spans in (they may hold other names)."""
    book = result.book
    main = _main_event(result)
    if main:
        book.open_with(main)
    placed: dict[int, list[tuple[Candidate, Event]]] = {}
    for block in result.reading.blocks:
        entities = [s for s in result.spans[block.order] if s.entity]
        dates = [s for s in result.spans[block.order] if s.code == DATE_CODE]
        met: list[Event] = []
        for candidate in _with_fronted_date(block, find_events(block.text, entities, dates), dates):
            forum = _forum_pointed_at(result, block, candidate) if candidate.points_back else None
            if forum:
                result.spans[block.order] = longest_first([*result.spans[block.order], forum])
                continue
            event = book.place(candidate, met)
            if event:
                met.append(event)
                placed.setdefault(block.order, []).append((candidate, event))
    _documents_of_meetings(result, placed)
    if not result.of_this_world:
        placed = {}
        book.events = [e for e in book.events if e.dates and e.series]
    for event in book.events:
        if event.path not in reference_names():
            result.names.bring(event.path, "Event", event.name, *event.names)
    for order, found in placed.items():
        events = [s for s in book.spans(found)]
        kept = [s for s in result.spans[order] if all(s.to <= e.at or e.to <= s.at for e in events)]
        result.inside[order] = [s for s in result.spans[order] if s.entity and s not in kept]
        result.spans[order] = sorted([*kept, *events], key=lambda s: s.at)


def _documents_of_meetings(result: Recognition, placed: Mapping[int, list[tuple[Candidate, Event]]]) -> None:
    """"Conclusions and Recommendations of the meeting ...": a document named by its meeting, or it would be any such paper."""
    for order, found in placed.items():
        text, spans = result.reading.blocks[order].text, result.spans[order]
        for index, span in enumerate(spans):
            for candidate, event in found:
                between = text[span.to : candidate.at]
                if span.code == "I" and span.entity in result.names.brought and _OF_THE.fullmatch(between):
                    name = f"{text[span.at : span.to]} of the {event.name[0].lower()}{event.name[1:]}"
                    path = result.names.bring(f"instrument/{slug(name)}", "Instrument", name, text[span.at : span.to])
                    spans[index] = replace(span, entity=path)


def _forum_pointed_at(result: Recognition, block: Block, candidate: Candidate) -> Span | None:
    """"The event", "the Forum": the forum of several editions that the section named last, if no meeting came after."""
    if candidate.kind not in ("event", "forum"):
        return None
    before = [
        span
        for b in result.reading.blocks[: block.order + 1]
        if b.section == block.section and b.note is None
        for span in result.spans[b.order]
        if b.order < block.order or span.to <= candidate.at
    ]
    named = [s for s in before if s.code in "EP" and s.entity]
    if named and named[-1].entity in EDITIONS:
        return Span(candidate.at, candidate.to, "P", named[-1].entity, "coreference")
    return None


def _with_fronted_date(block: Block, found: list[Candidate], dates: Sequence[Span]) -> list[Candidate]:
    """"On 3 November 2021, the Network convened a workshop": the one undated event of such a sentence has its date."""
    out = []
    for candidate in found:
        sentence = block.sentence_at(candidate.at)
        date = fronted_date(sentence, dates)
        others = [c for c in found if sentence[0] <= c.at < sentence[1]]
        own = not candidate.definite or candidate.series
        if date and not candidate.dates and len(others) == 1 and not candidate.points_back and own:
            candidate = Candidate(candidate.at, candidate.to, candidate.kind, candidate.words, candidate.definite,
                                  candidate.named, (date.value,), candidate.series)  # fmt: skip
        out.append(candidate)
    return out


def _main_event(result: Recognition) -> Event | None:
    """The event a document is about: named in its title, or the first it names (a concept note, an agenda)."""
    frame, day = result.frame, result.timeline.event_day
    dates = (day,) if day else ()
    name = event_name_from_title(frame.title) if frame.title else ""
    titled = _event_in_title(result)
    if titled:
        return Event(titled.kind, titled.words, titled.dates or dates, titled.series, [titled.words, name])
    news = frame.genre == "press-note" and bool(_NEWS.search(result.reading.raw[:_NEWS_REACH]))
    if not (news or frame.genre in _MAIN_EVENT_GENRES) or not day:
        return None
    for block in result.reading.blocks:
        entities = [s for s in result.spans[block.order] if s.entity]
        for candidate in find_events(block.text, entities, result.timeline.spans(block)):
            if not candidate.definite and (not candidate.dates or day in candidate.dates) and (news or not candidate.series):
                return Event(candidate.kind, candidate.words, dates, (), [candidate.words, name])
    return Event("meeting", name, dates, (), [name]) if name else None


def _event_in_title(result: Recognition) -> Candidate | None:
    title = result.frame.title
    titles = [b for b in result.reading.blocks if b.text and title and (b.text in title or title in b.text)]
    for block in (*titles, *result.header):
        entities = [s for s in result.spans[block.order] if s.entity]
        found = [c for c in find_events(block.text, entities, result.timeline.spans(block)) if not c.points_back]
        if found and (block in titles or found[0].series or found[0].named):
            return found[0]
    return None

