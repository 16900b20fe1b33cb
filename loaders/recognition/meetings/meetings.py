"""The meetings of a document put in their place: which is its own, which words name or point back to which."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from graph.records import PassageKind
from loaders.dates.edtf import has_year
from loaders.places import Places
from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_book import learn
from loaders.recognition.meetings.event_names import names_of, told_apart
from loaders.recognition.meetings.event_settings import in_year_of
from loaders.recognition.meetings.events import find_events
from loaders.recognition.meetings.first_paragraphs import heads, tells_length, told_in_full
from loaders.recognition.meetings.fronted_meetings import with_fronted
from loaders.recognition.meetings.lead_setting import lead_setting
from loaders.recognition.meetings.listed_meetings import listed_meeting
from loaders.recognition.meetings.listed_titles import titled_meeting
from loaders.recognition.meetings.meeting_owners import is_coming
from loaders.recognition.meetings.meeting_papers import name_own_paper, name_papers_of_meetings
from loaders.recognition.meetings.met_in_lead import met_in_lead
from loaders.recognition.meetings.occasions import plenary_of_the_forum
from loaders.recognition.meetings.own_meeting import own_meeting
from loaders.recognition.meetings.pointed_settings import pointed_settings, settings_before
from loaders.recognition.meetings.row_meetings import row_meetings
from loaders.recognition.meetings.whose_meeting import is_open_review, of_the_body
from loaders.recognition.names.editions import EDITIONS
from loaders.recognition.names.gazetteer import reference_names
from loaders.recognition.names.spans import DATE_CODE, Row, Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.sought import Sought

_NEXT = re.compile(r"(?:(?:the )?next|last|(?:the )?previous|próxim|últim|prochain|dernière)", re.IGNORECASE)
# a line of a list of downloads
_FILE_NAME = Sought(r"[^.;:!?]{3,120}\.(?:pdf|docx?|xlsx?|pptx?|odt|zip|mp4)", re.IGNORECASE)
_OPENING = 12  # letters into a heading that is about what it names
_LONGEST_TITLE = 90
_SEAT = ("place/new-york",)
_FORUM_THERE = re.compile(r"(?:New York )?Forum(?: de New York)?|Foro de Nueva York")
_Placed = dict[int, list[tuple[Candidate, Event]]]


def place_meetings(result: Recognition) -> None:
    """Find and join events over the document, then put their spans in (they may hold other names)."""
    book = result.book
    book.language = result.reading.language
    main = own_meeting(result)
    full = (told_in_full(result, main) or lead_setting(result, main)) if main else None
    if main:
        book.open_with(_with_setting(main, full[1]) if full else main)
    for event in row_meetings(result):
        book.enter(event)
    placed = _placed(result)
    met = met_in_lead(result) if main else None
    if met and book.main and (book.main.words, book.main.dates) == (met[1].words, met[1].dates):
        placed.setdefault(met[0], []).append((met[1], book.main))
    if full and book.main:
        placed.setdefault(full[0], []).append((full[1], book.main))
    for order, found in placed.items():
        name_papers_of_meetings(result, order, {candidate.at: event for candidate, event in found})
    if book.main:
        name_own_paper(result, book.main)
    if not result.of_this_world:
        placed = {}
        book.events = [e for e in book.events if e.dates and e.series]
    result.meetings = placed
    named = {e.path: names_of(e, result.reading.language, partial(_name_of, result)) for e in book.events}
    for path, (name, *others) in told_apart(named).items():
        if path not in reference_names():
            result.names.bring(path, "Event", name, name, *others)
    for order, found in placed.items():
        events = list(book.spans(found))
        places = Places((e.at, e.to) for e in events)
        inside = [s for s in result.spans[order] if places.touch(s.at, s.to)]
        kept = [s for s in result.spans[order] if not places.touch(s.at, s.to)]
        result.inside[order] = [*result.inside.get(order, ()), *(s for s in inside if s.entity)]
        result.spans[order] = sorted([*kept, *events], key=lambda s: s.at)


def _with_setting(main: Event, told: Candidate) -> Event:
    return replace(main, dates=told.dates or main.dates, places=main.places or told.places)


def _placed(result: Recognition) -> _Placed:
    """The candidates of each block that name an event, known or new; forums pointed back to become spans at once."""
    placed: _Placed = {}
    last_named = _LastNamed()
    in_section: dict[int | None, list[Event]] = defaultdict(list)
    in_focus: tuple[int | None, Candidate] | None = None  # the section and the last meeting of the block before
    for block in result.reading.blocks:
        if _FILE_NAME.fullmatch(block.text):
            continue
        spans = result.spans[block.order]
        entities, dates = [s for s in spans if s.entity], [s for s in spans if s.code == DATE_CODE]
        last_named.enter(block, spans)
        met: list[Event] = []
        over = _headed(result, block, placed)
        forums: list[Span] = []
        before = in_focus if in_focus and in_focus[0] == block.section else None
        found = find_events(block.text, entities, dates, before[1] if before else None, undated=True)
        in_focus = next(((block.section, one) for one in reversed(found) if one.dates or not one.unnamed), None)
        named = _with_listed(result, block, with_fronted(result, block, found))
        for candidate in (_of_its_series(result, block, one) for one in named):
            if is_open_review(candidate):
                continue
            forum = _forum_pointed_at(candidate, last_named) or plenary_of_the_forum(result, block, candidate)
            its_own = tells_length(result, block, candidate) or (len(named) == 1 and heads(result, block, candidate))
            own = result.book.main if its_own else None
            event = None if forum else own or result.book.place(candidate, [*over, *met], in_section[block.section])
            if forum:
                last_named.add(forum)
                forums.append(forum)
            elif event:
                met.append(event)
                in_section[block.section].append(event)
                placed.setdefault(block.order, []).append((candidate, event))
        above = result.reading.blocks[block.order - 1] if block.order else None
        here, there = placed.get(block.order, []), placed.get(block.order - 1, [])
        pointed = pointed_settings(result, block, here, above, there)
        for candidate, event in (*pointed, *settings_before(result, block, here)):
            learn(event, candidate)
            placed.setdefault(block.order, []).append((candidate, event))
        last_named.leave()
        if forums:
            result.spans[block.order] = longest_first([*spans, *forums])
    return placed


def _of_its_series(result: Recognition, block: Block, candidate: Candidate) -> Candidate:
    """The meeting as one of the body that the document opens with, where it is another; its days in the year of the
    document's own, or of the paper.
    """
    main = result.book.main
    if candidate.dates and main and not main.dates and is_coming(block.text, candidate.at):
        candidate = replace(candidate, other=True)  # its day is not that of the one told of
    if candidate.number or candidate.several or candidate.other or _NEXT.match(candidate.words):
        candidate = of_the_body(result, candidate)
    day = result.timeline.paper_day
    known = main.dates if main and any(map(has_year, main.dates)) else (day,) if day else ()
    if candidate.dates and known:
        candidate = replace(candidate, dates=in_year_of(candidate.dates, known))
    return candidate


def _with_listed(result: Recognition, block: Block, named: list[Candidate]) -> list[Candidate]:
    """What a passage names, with the meeting that its place in a list makes of it."""
    if not any(one.dates and one.at < one.to for one in named) and (titled := titled_meeting(result, block)):
        return [titled]
    listed = listed_meeting(result, block) if block.kind is PassageKind.ITEM else None
    says_itself = listed and any(one.dates == listed.dates and one.at < one.to for one in named)
    return [listed, *named] if listed and not says_itself else named


def _headed(result: Recognition, block: Block, placed: _Placed) -> list[Event]:
    """The meeting with which the heading or short line over a passage opens, where that is not the paper's own head."""
    blocks = result.reading.blocks
    above = blocks[block.order - 1] if block.order else block
    line = above if len(above.text) <= _LONGEST_TITLE and not above.text.endswith((".", ":", ";", ",")) else None
    over = line or (blocks[block.section] if block.section is not None else None)
    if over is None or over in result.header:
        return []
    return [event for one, event in placed.get(over.order, ()) if one.at <= _OPENING and not one.other]


def _name_of(result: Recognition, path: str) -> str:
    brought = result.names.brought.get(path)
    return brought.name if brought else reference_names()[path]


class _LastNamed:
    """The process or meeting that each section named last, as its blocks are read one by one; notes do not count."""

    def __init__(self) -> None:
        self._by_section: dict[int | None, str] = {}

    def enter(self, block: Block, spans: Sequence[Span]) -> None:
        """Begin a block."""
        self._block = block
        self._named = Row(s for s in spans if s.code in "EP" and s.entity and block.note is None)
        self._added: Span | None = None

    def add(self, span: Span) -> None:
        """One more, behind those added before."""
        self._added = span if self._block.note is None else None

    def before(self, position: int) -> str | None:
        """What was named last before a position of the block."""
        named, added = self._named.last_before(position), self._added
        if added and added.to <= position and (named is None or named.at < added.at):
            named = added
        return named.entity if named else self._by_section.get(self._block.section)

    def leave(self) -> None:
        """End the block."""
        last = self.before(len(self._block.text))
        if last:
            self._by_section[self._block.section] = last


def _forum_pointed_at(candidate: Candidate, last_named: _LastNamed) -> Span | None:
    """As in "The event", "the Forum": the forum of several editions that was named last, if no meeting came after.

    It is "the New York Forum" too, as that is where it meets.
    """
    there = candidate.definite and candidate.places == _SEAT and _FORUM_THERE.fullmatch(candidate.words)
    if not (candidate.only_kind or there) or candidate.kind not in ("event", "forum"):
        return None
    named = EDITIONS[0] if there else last_named.before(candidate.at)
    return Span(candidate.at, candidate.to, "P", named, "coreference") if named in EDITIONS else None
