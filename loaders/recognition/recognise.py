"""Who and what a document names: spans of each block, linked to the reference data or brought by the document."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graph.records import LinkStatus, PassageKind
from loaders.frame.frame import Frame
from loaders.places import Places
from loaders.reading.blocks import Block, Reading, in_lines
from loaders.recognition.cities import cities, locations
from loaders.recognition.grids import grids, name_cells
from loaders.recognition.groups.affiliations import name_affiliations
from loaders.recognition.groups.group_phrases import name_each
from loaders.recognition.groups.home import find_home
from loaders.recognition.groups.listed_groups import name_again
from loaders.recognition.groups.organs import name_organs
from loaders.recognition.groups.told_groups import name_told
from loaders.recognition.groups.unlisted import with_unlisted
from loaders.recognition.labelled import labelled
from loaders.recognition.linking import Linker, OwnForms, define_short_forms, plain_label, tells_itself
from loaders.recognition.listed import name_listed
from loaders.recognition.meetings.cell_meetings import name_meetings
from loaders.recognition.meetings.listed_titles import lone_days
from loaders.recognition.meetings.meetings import place_meetings
from loaders.recognition.meetings.objective_tables import name_objective_tables
from loaders.recognition.meetings.programme_days import days_by_block
from loaders.recognition.meetings.sessions import name_sessions, numbers_its_own_tables
from loaders.recognition.meetings.titled_meetings import name_titled_meetings
from loaders.recognition.names.editions import EDITIONS, edition_beside, series_of
from loaders.recognition.names.gazetteer import Hit, reference_classes, reference_gazetteer
from loaders.recognition.names.names import Names
from loaders.recognition.names.spans import FIGURE_CODE, Span, longest_first
from loaders.recognition.names.typed import (
    objectives,
    principles,
    resolutions,
    roundtables,
    roundtables_in_order,
    this_roundtable,
)
from loaders.recognition.own.first_person import first_person, speaking_state
from loaders.recognition.own.own_body import means_itself, own_body
from loaders.recognition.own.own_forum import leave_other_forums
from loaders.recognition.own.own_report import means_itself_as_report, means_the_state, reporting_state
from loaders.recognition.own.own_statement import name_own_statement
from loaders.recognition.people.offices_alone import join_offices
from loaders.recognition.people.people import find_people
from loaders.recognition.people.role_homes import house_roles
from loaders.recognition.people.same_person import join_persons
from loaders.recognition.recognition import Recognition
from loaders.recognition.timeline import Timeline
from loaders.recognition.within import name_within
from loaders.recognition.world.anchors import (
    leave_acronyms_of_others,
    mentions,
    named_in_passing,
    title_needs_context,
)
from loaders.recognition.world.verdict import speaks_of_this_world

_YEAR_BESIDE = re.compile(
    r"(?:IMRF|FEMI|Review Forum|[Ff]orum d['’]examen|[Ff]oro de [Ee]xamen)[^.;:]{0,70}?\b(2022|2026)\b"
)

_FIRST = 2  # paragraphs in which a paper says what it is on
_OTHER_MEETING = re.compile(
    r"\b(?:(?:regional|continental) review|(?:revisión|examen) (?:regional|continental)|GFMD|FMMD|summit|cumbre|sommet"
    r"|(?:global forum|foro mundial|forum mondial) (?:on|sobre|sur) (?:la |les )?migra\w*"
    r"|examen (?:régional|africain|arabe)|(?:Africa|Asia|Europe|region|continent) (?:reviews|takes stock))\b",
    re.IGNORECASE,
)
_REVIEW_OF_A_REGION = re.compile(
    r"\b(?:(?:first|second|third|mid-?term) (?:\w+ )?review\b(?! forum)|review conference|mid-?term review"
    r"|(?:primera|segunda|tercera) revisión|revisión (?:de medio término|intermedia)"
    r"|(?:premier|deuxième|troisième) examen|examen à mi-parcours|revue (?:régionale|à mi-parcours)"
    r"|ministerial conference|conferencia ministerial|conférence ministérielle)\b",
    re.IGNORECASE,
)
_FORUM_IN_TITLE = re.compile(r"\b(?:IMRF|FEMI|review forum|foro de examen|forum d['’]examen)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was learnt from the whole document before its blocks are read.

    tables_of_forum: whether "round table 2" is that of the review forum.
    """

    linker: Linker
    own_forms: OwnForms
    tables_of_forum: bool


def recognise(reading: Reading, frame: Frame, *, of_this_world: bool = False) -> Recognition:
    """All stages for one document; pure. of_this_world: whoever loads it says that it is."""
    gazetteer = reference_gazetteer()
    hits = {block.order: gazetteer.find(block.text) for block in reading.blocks}
    names = Names()
    define_short_forms(reading.blocks, hits, gazetteer, names)
    body = own_body(reading, names)
    leave_acronyms_of_others(reading.blocks, hits, names)
    leave_other_forums(reading.blocks, hits, names)
    plainly = _plainly_named(reading.blocks, hits, names)
    named = mentions(reading.blocks, frame.title, hits, names)
    called = title_needs_context(reading.blocks, frame.title, hits)
    spoken = speaks_of_this_world(named, reading.raw, named_in_passing(hits), short_title=called)
    this_world = of_this_world or spoken
    timeline = Timeline(reading, frame)
    speaker, reporting = speaking_state(reading, frame), reporting_state(reading, frame)
    edition = _edition(reading, frame)
    result = Recognition(reading, frame, timeline, names, this_world, edition, speaker or body)
    numbered = {s.entity for block in result.header for s in roundtables(block.text, edition)}
    result.roundtable = numbered.pop() if len(numbered) == 1 else None
    on_forum = _is_on_the_forum(frame.title)
    linker = Linker(names, of_this_world=this_world, plainly_named=plainly, edition=edition, on_forum=on_forum)
    known = _Known(linker, OwnForms(names), _tables_of_forum(result, plainly))
    for block in reading.blocks:
        _names_of_block(result, block, known, hits[block.order])
        if this_world:
            _means_itself(result, block, speaker, body, reporting)
    if this_world:
        find_home(result)
        name_organs(result)
        name_affiliations(result)
        result.grids = grids(result)
        house_roles(result)
        name_cells(result, result.grids)
        _name_by_labels(result)
        _name_groups(result)
        join_persons(result)
        join_offices(result)
    result.days, result.lone_days = days_by_block(result), lone_days(result)
    place_meetings(result)
    if this_world:
        name_meetings(result)
        name_sessions(result)
        name_titled_meetings(result)
        name_objective_tables(result)
        name_within(result)
    else:
        _leave_states_and_bodies(result)
    return result


def _name_by_labels(result: Recognition) -> None:
    """What labels tell, the statement whose signatories they list, and the names of their lists."""
    result.labelled = list(labelled(result, result.grids))
    name_own_statement(result)
    name_listed(result)


def _name_groups(result: Recognition) -> None:
    """Groups that are named again, that are told of one by one, and those of a plain noun."""
    name_again(result)
    name_each(result)
    name_told(result)


def _means_itself(
    result: Recognition, block: Block, speaker: str | None, body: str | None, reporting: str | None
) -> None:
    """Adds the words of a block by which those mean themselves whose paper it is."""
    spans = result.spans[block.order]
    meant = means_the_state(block, spans, reporting) if reporting else []
    meant += means_itself_as_report(block, spans, reporting, result.names) if reporting else []
    if speaker:
        meant += first_person(block.text, spans, speaker)
    elif body:
        meant += means_itself(block.text, body)
    if meant:
        result.spans[block.order] = longest_first([*spans, *meant])


def _leave_states_and_bodies(result: Recognition) -> None:
    """Of another world no more is told than which states and bodies a document names."""
    for order, spans in result.spans.items():
        where = (replace(s, code="S") if s.code == "C" and s.entity.startswith("state/") else s for s in spans)
        result.spans[order] = [span for span in where if span.code in "SU" or not span.entity]
    result.inside, result.meetings = {}, {}


def _plainly_named(blocks: Sequence[Block], hits: dict[int, list[Hit]], names: Names) -> Counter[str]:
    counts: Counter[str] = Counter(path for path in names.short.values() if path)
    for block in blocks:
        for hit in hits[block.order]:
            label = plain_label(hit.labels) or next((one for one in hit.labels if tells_itself(one)), None)
            if label and names.short.get(block.text[hit.at : hit.to], label.path) == label.path:
                counts[label.path] += 1
    return counts


def _names_of_block(result: Recognition, block: Block, known: _Known, hits: Sequence[Hit]) -> None:
    text, dates = block.text, result.timeline.spans(block)
    linked = [
        _edition_span(text, span, result.edition, result.names)
        for span in longest_first(_linked(result, text, known, hits))
    ]
    linked = locations(text, linked, result.names)
    linked = longest_first([*linked, *cities(text, linked, dates, result.names)])
    linked = with_unlisted(result, block, linked, dates)
    people = [p for p in find_people(in_lines(result.reading.raw, block), linked) if result.of_this_world or p.roles]
    for person in people:
        if person.known is None:
            result.names.bring(person.path, "Person", person.name)
    figures = result.timeline.figures(block)
    sums = Places((f.at, f.to) for f in figures if f.currency)  # "dólares de los Estados Unidos" names no state
    linked = [span for span in linked if not sums.touch(span.at, span.to)]
    numbers = [Span(f.at, f.to, FIGURE_CODE, value=str(i)) for i, f in enumerate(figures)]
    result.people[block.order], result.figures[block.order] = people, figures
    result.spans[block.order] = _side_by_side(linked, [p.span for p in people], [*dates, *numbers])


def _linked(result: Recognition, text: str, known: _Known, hits: Sequence[Hit]) -> list[Span]:
    """What the reference data, the document's own definitions, and numbers name."""
    linked = known.linker.spans(text, hits)
    linked += known.own_forms.spans(text, linked)
    if result.of_this_world:
        linked += [*objectives(text), *principles(text)]
        if known.tables_of_forum:
            linked += roundtables(text, result.edition)
            linked += roundtables_in_order(text, result.edition)
            linked += this_roundtable(text, result.roundtable) if result.roundtable else ()
    for span, symbol in resolutions(text):
        linked.append(span if span.entity in reference_classes() else _brought_resolution(span, symbol, result.names))
    return linked


def _tables_of_forum(result: Recognition, plainly: Counter[str]) -> bool:
    """A paper of the other forum, or of a review, numbers its own round tables."""
    forum = plainly["process/imrf"] + plainly[f"event/imrf-{result.edition}"]
    told = _is_on_the_forum(result.frame.title)
    of_another = numbers_its_own_tables(result) or told is False or (told is None and _opens_with_another(result))
    return bool(forum) and forum >= plainly["process/gfmd"] and not of_another


def _opens_with_another(result: Recognition) -> bool:
    """Whether the first text under a title that names no meeting names another one, and not the forum before it."""
    below = (b.text for b in result.reading.blocks if b.kind is PassageKind.PARAGRAPH and b not in result.header)
    for text in (" ".join(block.text for block in result.header), *islice(below, _FIRST)):
        others = [found.start() for cue in (_OTHER_MEETING, _REVIEW_OF_A_REGION) if (found := cue.search(text))]
        forum = _FORUM_IN_TITLE.search(text)
        if others or forum:
            return bool(others) and (forum is None or min(others) < forum.start())
    return False


def _is_on_the_forum(title: str) -> bool | None:
    """Whether a title names the forum; False: a meeting that numbers round tables of its own; None: neither."""
    if _FORUM_IN_TITLE.search(title):
        return True
    return False if _OTHER_MEETING.search(title) else None


def _side_by_side(linked: Sequence[Span], people: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """All spans of a block, none overlapping: persons before other names, dates and figures where no name stands."""
    persons, own = Places((p.at, p.to) for p in people), set(people)
    names = longest_first([*(s for s in linked if s in own or not persons.touch(s.at, s.to)), *people])
    taken = Places((s.at, s.to) for s in names)
    return longest_first([*names, *(s for s in others if not taken.touch(s.at, s.to))])


def _edition_span(text: str, span: Span, meant: str, names: Names) -> Span:
    """A forum or round table as that of the edition that its words tell, else of the one that is meant."""
    if span.code == "T" and span.entity in reference_classes() and not re.search(r"20\d\d", text[span.at : span.to]):
        number = span.entity.rpartition("-")[2]
        return replace(span, entity=f"roundtable/imrf-{meant}-{number}") if span.method == "name" else span
    forum = span.entity if span.entity in EDITIONS else series_of(span.entity)  # "IMRF" may stand for one edition
    edition = edition_beside(text, span.at, span.to, forum) if forum else None
    if edition and edition not in reference_classes():
        names.bring(edition, "Event", edition.removeprefix("event/").replace("-", " ").upper())
    return replace(span, code="E", entity=edition) if edition else span


def _brought_resolution(span: Span, symbol: str, names: Names) -> Span:
    names.bring(span.entity, "Instrument", symbol)
    return Span(span.at, span.to, "I", span.entity, "symbol", LinkStatus.PROVISIONAL)


def _edition(reading: Reading, frame: Frame) -> str:
    """The year of the review forum a document is about: as its title says, else as it says where it names the forum.

    Else the last that its own date has before or after it.
    """
    named = {s.entity.split("-")[1] for s in roundtables(frame.title, "")} - {""}
    if len(named) == 1:
        return named.pop()
    beside = Counter(_YEAR_BESIDE.findall(reading.raw))
    if beside["2022"] != beside["2026"]:
        return str(max(beside, key=beside.__getitem__))
    if frame.date and frame.date.edtf[:4].isdigit():
        return "2022" if frame.date.edtf < "2022-06" else "2026"
    return "2026" if reading.raw.count("2026") > reading.raw.count("2022") else "2022"
