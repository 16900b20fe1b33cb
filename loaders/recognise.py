"""Who and what a document names: spans of each block, linked to the reference data or brought by the document."""

import re
from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.blocks import Block, Reading
from loaders.bodies import Found, documents, national_bodies, offices, working_groups
from loaders.editions import EDITIONS, edition_beside
from loaders.event_book import Event, EventBook
from loaders.events import Candidate, end_of_name, event_name_from_title, find_events, fronted_date
from loaders.figures import Figure
from loaders.frame import Frame
from loaders.gazetteer import Hit, reference_classes, reference_gazetteer, reference_names
from loaders.linking import Linker, define_short_forms, defined_spans, plain_label
from loaders.names import Names
from loaders.people import Person, find_people
from loaders.people import grammar as people_grammar
from loaders.qualify import gives_voice
from loaders.spans import DATE_CODE, FIGURE_CODE, Span, longest_first
from loaders.timeline import Timeline
from loaders.typed import objectives, principles, resolutions, roundtables
from loaders.world import speaks_of_this_world

_PLACE_THEN_STATE = re.compile(r"^\s*,\s*(?:the\s+|la\s+|le\s+)?$")
_UNKNOWN_CITY = re.compile(
    r"\b(?:in|en|à|at|city of|ciudad de)\s+(?P<city>[A-ZÁÉÍÓÚÑ][\w'’-]+(?:[ -](?:de |del |la |los )?[A-ZÁÉÍÓÚÑ][\w'’-]+){0,2}),\s*(?:the\s+)?$"
)
_STATEMENT_BY = re.compile(
    r"\b(?:statement|intervention|remarks|speech|declaración|discurso|intervención|déclaration|allocution)\b[^.]{0,30}\b(?:by|of|from|de|del|du|d['’])\s",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:[Ww]e|I|[Mm]y (?:delegation|country|Government)|[Oo]ur (?:delegation|country|Government)|[Mm]i (?:delegación|país)|[Mm]a délégation|[Mm]on pays|[Nn]otre pays)\b"
)
_CITY = r"(?P<city>[A-ZÁÉÍÓÚÑ][a-záéíóúñüèçã'’-]{2,}(?:[ -](?:de |del |la )?[A-ZÁÉÍÓÚÑ][a-záéíóúñüèçã'’-]+){0,2})"
_HELD_IN = re.compile(
    r"\b(?:held|took place|take place|hosted|convened|met|meeting|conference|workshop|summit|gathered|celebrad[ao]s?|celebró|reunión|cumbre|taller|tenue?s?|réunion|conférence|sommet)"
    rf"\s+(?:in|at|en|à)\s+{_CITY}(?=[,.;)]|\s(?:on|from|in|del?|el|le|les|du|los)\b|\s\d|$)"
)
_CITY_LINE = re.compile(rf"^(?:[^,–-]{{0,40}}[–-]\s)?{_CITY},\s+(?:le\s+|el\s+|on\s+)?(?=\d)")
_NEWS = re.compile(r"\b(?:today|yesterday|this week|ayer|hoy|esta semana|aujourd['’]hui|hier|cette semaine)\b", re.IGNORECASE)
_NEWS_REACH = 1200
_OF_THE = re.compile(r"\s+(?:of|from|de|del|de la|du)\s+(?:the |la |el )?")
_HEADER_BLOCKS = 6
_LONGEST_HEADER = 170
_MAIN_EVENT_GENRES = {"meeting-summary", "concept-note", "agenda", "consultation-record", "declaration"}


@dataclass(slots=True)
class Recognition:
    """Spans by block order (all kinds together, none overlapping), and what stands behind them.

    inside: names that stand within the name of a meeting ("Meeting of the Consultation Group").
    """

    reading: Reading
    frame: Frame
    timeline: Timeline
    names: Names
    of_this_world: bool
    edition: str
    spans: dict[int, list[Span]] = field(default_factory=dict)
    figures: dict[int, tuple[Figure, ...]] = field(default_factory=dict)
    people: dict[int, list[Person]] = field(default_factory=dict)
    inside: dict[int, list[Span]] = field(default_factory=dict)
    book: EventBook = field(default_factory=EventBook)

    def voice(self, block: Block) -> bool:
        """Whether a block stands where a record tells what others said (its heading or lead-in announces it)."""
        if self.frame.genre != "consultation-record":
            return False
        blocks = self.reading.blocks
        above = [blocks[order].text for order in (block.section, block.lead, block.host) if order is not None]
        return any(gives_voice(text) for text in above)

    @property
    def topic(self) -> str | None:
        """What the title names first: a meeting, group, fund, process; None when it names nothing of the kind."""
        for block in self.header:
            for span in self.spans[block.order]:
                if span.code in "EWFTRP":
                    return span.entity
        return None

    @property
    def header(self) -> list[Block]:
        """The title and the short lines around it: what a document opens with before it begins to speak."""
        zone = []
        for block in self.reading.blocks[:_HEADER_BLOCKS]:
            if block.kind not in (PassageKind.HEADING, PassageKind.PARAGRAPH) or len(block.text) > _LONGEST_HEADER:
                break
            zone.append(block)
        return zone

    def entities(self, block: int) -> list[Span]:
        """The spans of a block that name entities."""
        return [s for s in self.spans[block] if s.entity]


def recognise(reading: Reading, frame: Frame) -> Recognition:
    """All stages for one document; pure."""
    gazetteer = reference_gazetteer()
    hits = {block.order: gazetteer.find(block.text) for block in reading.blocks}
    names = Names()
    define_short_forms(reading.blocks, hits, gazetteer, names)
    plainly = _plainly_named(reading.blocks, hits, names)
    this_world = _of_this_world(reading, frame, hits, names)
    timeline = Timeline(reading, frame)
    speaker = _speaker(reading, frame)
    edition = _edition(reading.raw)
    result = Recognition(reading, frame, timeline, names, this_world, edition)
    linker = Linker(names, of_this_world=this_world, plainly_named=plainly, edition=edition)
    for block in reading.blocks:
        _names_of_block(result, block, linker, hits[block.order], plainly)
        if speaker and this_world:
            first_person = [Span(m.start(), m.end(), "S", speaker, "coreference") for m in _FIRST_PERSON.finditer(block.text)]
            result.spans[block.order] = longest_first([*result.spans[block.order], *first_person])
    _events(result)
    return result


def _plainly_named(blocks: Sequence[Block], hits: dict[int, list[Hit]], names: Names) -> Counter[str]:
    counts: Counter[str] = Counter(path for path in names.short.values() if path)
    for block in blocks:
        for hit in hits[block.order]:
            label = plain_label(hit.labels)
            if label and names.short.get(block.text[hit.at : hit.to], label.path) == label.path:
                counts[label.path] += 1
    return counts


def _of_this_world(reading: Reading, frame: Frame, hits: dict[int, list[Hit]], names: Names) -> bool:
    def named() -> Sequence[tuple[str, str, bool]]:
        found = []
        for block in reading.blocks:
            title = bool(frame.title) and (block.text in frame.title or frame.title in block.text)
            for hit in hits[block.order]:
                words = block.text[hit.at : hit.to]
                label = plain_label(hit.labels)
                if label and names.short.get(words, label.path) == label.path:
                    found.append((label.path, words, title))
        return found

    return speaks_of_this_world(named())


def _speaker(reading: Reading, frame: Frame) -> str | None:
    """The state whose statement a speech is, when its title says so ("Statement by Ghana")."""
    for block in reading.blocks[:_HEADER_BLOCKS] if frame.genre == "speech" else ():
        by = _STATEMENT_BY.search(block.text)
        if by:
            for hit in reference_gazetteer().find(block.text):
                label = plain_label(hit.labels)
                if label and hit.at >= by.end() - 1 and reference_classes()[label.path] == "State":
                    return label.path
    return None


def _edition(text: str) -> str:
    """The year of the review forum a document is about: 2026 when it says so more often than 2022."""
    return "2026" if text.count("2026") > text.count("2022") else "2022"


def _names_of_block(
    result: Recognition, block: Block, linker: Linker, hits: list[Hit], plainly: Counter[str]
) -> None:
    text, names = block.text, result.names
    dates = result.timeline.spans(block)
    linked = linker.spans(text, hits)
    linked += defined_spans(text, names, linked)
    if result.of_this_world:
        linked += [*objectives(text), *principles(text)]
        if plainly["process/imrf"]:
            linked += roundtables(text, result.edition)
    for span, symbol in resolutions(text):
        linked.append(span if span.entity in reference_classes() else _brought_resolution(span, symbol, names))
    linked = [_edition_span(text, span) for span in longest_first(linked)]
    linked = _locations(text, linked, names)
    linked = longest_first([*linked, *_cities(text, linked, dates, names)])
    found = [*national_bodies(text, [s for s in linked if s.code == "S"])]
    found += working_groups(text, lambda at: end_of_name(text, at, linked, dates, connected=True))
    if result.of_this_world:
        found += documents(text)
    of_places = {s.at: _bring(one, names) for one in offices(text, linked, _all_names(names)) for s in linked if s.at == one.at}
    linked = [of_places.get(s.at, s) for s in linked]
    linked = longest_first([*linked, *(_bring(one, names) for one in found if not _known(one, linked))])
    people = [p for p in find_people(text, linked) if result.of_this_world or p.roles]
    for person in people:
        if person.known is None:
            names.bring(person.path, "Person", person.name)
    result.people[block.order] = people
    figures = result.timeline.figures(block)
    result.figures[block.order] = figures
    numbers = [Span(f.at, f.to, FIGURE_CODE, value=str(i)) for i, f in enumerate(figures)]
    names_of_people = [p.span for p in people]
    linked = [s for s in linked if all(s.to <= n.at or n.to <= s.at or s == n for n in names_of_people)]
    everything = longest_first([*linked, *names_of_people])
    free = [s for s in (*dates, *numbers) if all(s.to <= e.at or e.to <= s.at for e in everything)]
    result.spans[block.order] = longest_first([*everything, *free])


def _edition_span(text: str, span: Span) -> Span:
    edition = edition_beside(text, span.at, span.to, span.entity) if span.entity in EDITIONS else None
    return replace(span, code="E", entity=edition) if edition else span


def _brought_resolution(span: Span, symbol: str, names: Names) -> Span:
    names.bring(span.entity, "Instrument", symbol)
    return Span(span.at, span.to, "I", span.entity, "symbol", LinkStatus.PROVISIONAL)


@lru_cache(maxsize=1)
def _paths_by_name() -> Mapping[str, str]:
    return {name: path for path, name in reference_names().items()}


def _known(found: Found, linked: Sequence[Span]) -> bool:
    """A document whose name is that of a linked entity, or lies inside one, is not a new one."""
    return any(s.at <= found.at and found.to <= s.to for s in linked)


def _all_names(names: Names) -> Mapping[str, str]:
    return ChainMap({path: one.name for path, one in names.brought.items()}, dict(reference_names()))


def _bring(found: Found, names: Names) -> Span:
    known = _paths_by_name().get(found.name)
    if known:
        return Span(found.at, found.to, found.code, known, "pattern")
    names.bring(found.path, found.cls, found.name)
    return Span(found.at, found.to, found.code, found.path, "pattern", LinkStatus.PROVISIONAL)


def _locations(text: str, spans: list[Span], names: Names) -> list[Span]:
    """"Puebla, Mexico": the state behind a place tells where the place is; an unknown city before a state is one."""
    out: list[Span] = []
    for span in spans:
        before = out[-1] if out else None
        if span.code == "S" and before and before.code == "C" and _PLACE_THEN_STATE.match(text[before.to : span.at]):
            span = Span(span.at, span.to, "C", span.entity, span.method, span.status)
        elif span.code == "S":
            city = _UNKNOWN_CITY.search(text, max(0, span.at - 60), span.at)
            if city and (before is None or before.to <= city.start("city")):
                path = names.bring(f"place/{slug(city['city'])}", "Place", city["city"])
                out.append(Span(city.start("city"), city.end("city"), "C", path, "pattern", LinkStatus.PROVISIONAL))
                span = Span(span.at, span.to, "C", span.entity, span.method, span.status)
        out.append(span)
    return out


def _cities(text: str, linked: Sequence[Span], dates: Sequence[Span], names: Names) -> Iterator[Span]:
    """Places that no list has: where a meeting is said to be held, and the city that opens a dated line."""
    found = list(_HELD_IN.finditer(text))
    opening = _CITY_LINE.match(text)
    if opening and dates and len(text) < _LONGEST_HEADER:
        found.append(opening)
    for city in found:
        at, to = city.span("city")
        words = city["city"].split()
        if all(to <= s.at or s.to <= at for s in (*linked, *dates)) and not set(words) & people_grammar().never:
            path = names.bring(f"place/{slug(city['city'])}", "Place", city["city"])
            yield Span(at, to, "C", path, "pattern", LinkStatus.PROVISIONAL)


def _events(result: Recognition) -> None:
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
            if not candidate.definite and (not candidate.dates or day in candidate.dates) and not candidate.series:
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
