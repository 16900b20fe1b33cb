"""What a sentence leaves unsaid: the meeting, group, fund or body that the passage is about."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from loaders.claims.about.focus import (
    OF_NO_MEETING,
    Meeting,
    brings_in,
    is_in_an_unknown_part,
    is_of_one_of_several,
    is_only_mentioned,
    meetings_of,
    points_back,
    referent,
    stands_apart,
    table_at,
    tells_of_a_meeting,
)
from loaders.claims.about.label_runs import LabelRuns
from loaders.claims.about.offices import Offices
from loaders.claims.about.own_time import at_its_time, is_of_the_one_to_come, was_before_it
from loaders.claims.about.parts import Parts, is_of_the_whole
from loaders.claims.about.passages import Passages
from loaders.claims.about.pointers import POINTERS, pointed_at, state_before
from loaders.claims.about.reviews import edition_reported, is_forum, review_of
from loaders.claims.about.standing import named_before, standing_body
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.units import Unit
from loaders.recognition.meetings.occasions import occasion
from loaders.recognition.names.editions import edition_of
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import sought_cue

_OF_MEETINGS = frozenset({"context-event", "context-debate", "context-occasion", "context-minuted"})
_LONGEST_TITLE = 120
_OF_GOVERNMENT = re.compile(r"organization/(?:the-)?minist")  # nobody observes the ministry that sends a paper
_REVIEW = "event/regional-review"
_PREPARES = re.compile(r"prepar|consultation")
_OPENING = 30  # letters into a heading within which it names what it is about
_MINUTES = frozenset({"meeting-summary", "consultation-record"})  # their headings tell what was dealt with
_SENTENCES_BACK = 3
CHAMPIONS = "process/gcm-champion-countries"
PLEDGING = "platform/pledging-initiative"
FUND, COMMITTEE = "fund/migration-mptf", "working-group/migration-mptf-steering-committee"


class Context(Passages):
    """Answers "which meeting?", "which group?" for a unit; None where the text does not tell.

    meeting: the document's own event; main: the same, or the session of it that the title names.
    named: all that the document names.
    """

    def __init__(self, recognition: Recognition) -> None:
        super().__init__(recognition)
        self._labels = LabelRuns(self._blocks, recognition.spans)
        self.parts = Parts(self._blocks, recognition.spans, recognition.header)
        self._asked: tuple[Masked, list[Meeting]] | None = None
        offices = Offices(self._near, recognition)
        self.hear = offices.hear
        self.meeting = occasion(recognition)
        self.main = self._numbered() or self.meeting
        self.named = frozenset(span.entity for spans in recognition.spans.values() for span in spans)
        self._fillers: dict[str, Callable[[Unit], str | None]] = {
            **offices.fillers(),
            "context-group": lambda unit: self._near(unit, "W") or self._topic("W"),
            "context-review": self._review,
            "context-chaired": lambda unit: (
                None if self.parts.is_unknown(unit.block, unit.masked.to) else self._near(unit, "ERPT")
            ),
            "context-fund": self._fund,
            "context-body": self._body,
            "context-process": lambda unit: self._near(unit, "P"),
            "context-champions": self._champions,
            "context-pledged": self._pledges,
            "context-pledges": lambda unit: self._pledges(unit) or PLEDGING,
            "context-pledging": lambda unit: PLEDGING if PLEDGING in self.named else None,
            **{name: partial(self._pointed_at, name) for name in POINTERS},
            "context-state": lambda unit: state_before(unit, self.row),
            "context-speaker": lambda unit: self._found.speaker,
            "section-entity": self._section,
            "main-event": lambda unit: self.main,
            "context-minuted": lambda unit: self._debate(unit, None) if self.main else None,
            "roundtable-over": lambda unit: self.parts.table(unit.block, unit.masked.at),
            "roundtable-of-passage": lambda unit: (
                None if unit.joined else self._last(unit.block.order, "T", unit.masked.at)
            ),
        }

    def fill(self, name: str, unit: Unit, reach: int | None = None) -> str | None:
        """The entity for a filler of a rule (`context-event`, ...), or the path a rule gives outright.

        reach: how far into the masked text the trigger goes; a meeting behind it is another one.
        """
        if "/" in name:
            return name
        if " or " in name:
            return next(filter(None, (self.fill(one, unit, reach) for one in name.split(" or "))), None)
        if name in _OF_MEETINGS and is_of_one_of_several(unit.masked.text):
            return None if unit.joined else self._meeting_of(unit, reach)
        if name == "context-event":
            return self.event(unit, reach)
        if name == "context-debate":
            return self._debate(unit, reach)
        if name == "context-adopting":
            return at_its_time(self._found, self._debate(unit, reach) or self.event(unit, reach), unit, reach)
        if name == "context-occasion":
            named = None if unit.joined else self._meeting_of(unit, reach)
            return named or self._labels.topic(unit.block) or self._debate(unit, reach)
        if name == "context-observed":
            return self._observed(unit, reach)
        if name == "context-left":
            named = named_before(unit, len(unit.masked.text) if reach is None else reach)
            return named or self.fill("context-held-memberOfCommittee or context-standing", unit, reach)
        if name in ("context-standing", "context-composed"):
            home = self._found.home or self._topic("WR") or self.only_process()
            alone = name == "context-composed"  # "it brings together" may be said of a meeting
            return standing_body(unit, reach, self.row, self._orders_back(unit), home, alone=alone)
        if name == "context-topic":
            return (
                self._labels.topic(unit.block)
                or self._section(unit)
                or self._found.home
                or self.main
                or self._found.topic
            )
        return self._fillers[name](unit) if name else None

    def taken_in(self, path: str) -> str:
        """The edition of the forum that a report or a pledge is made to."""
        within = (span.entity for spans in self._found.inside.values() for span in spans)
        return edition_reported(path, self.main, {*self.named, *within})

    def _pledges(self, unit: Unit) -> str | None:
        """Where one pledges to do something: the initiative, or the forum of the passage where none is named."""
        if PLEDGING in self.named:
            return PLEDGING
        forum = review_of(unit, self._found.spans, self._orders_back(unit), self.main, ())
        return edition_of(forum, "", self._found.edition) if forum and is_forum(forum) else None

    def event(self, unit: Unit, reach: int | None = None) -> str | None:
        """The meeting of the sentence, else of its label, else the last in the passage, else the document's own."""
        return self._named_event(unit, reach) or self._section(unit, "E") or self.main

    def _debate(self, unit: Unit, reach: int | None) -> str | None:
        """The meeting at which something is said; one that is only spoken of is another."""
        end = len(unit.masked.text) if reach is None else reach
        here = [] if unit.joined else [meeting for meeting in self._meetings(unit.masked) if meeting.attended]
        reports = self._found.book.main is not None and self._found.frame.genre not in OF_NO_MEETING
        table = None if unit.joined else table_at(unit.masked)
        told = table or next((one.entity for one in here if one.at < end or not reports), None)
        if told:
            return told
        told = None if is_of_the_whole(unit.masked.text) else self.parts.table(unit.block, unit.masked.at)
        if told or self.parts.is_unnamed(unit.block) or is_in_an_unknown_part(unit.masked.text):
            return told
        theme = self._theme(unit)
        if self._found.frame.genre in OF_NO_MEETING:
            if unit.block in self._found.header or is_of_the_one_to_come(self._found, unit, end):
                return self.main
            told = theme or self._host_event(unit) or self._heading(unit)
            return told if told != self.main or theme else None
        if self._found.book.main:
            pointed = theme if points_back(unit.masked.text) else None
            return pointed or self._host_event(unit) or self._heading(unit) or self.main
        if sought_cue("focus", "later").match(unit.masked.text):
            return None
        told = theme or self._heading(unit) or self._meeting_of(unit, reach) or self._title_of(unit)
        return None if told and was_before_it(self._found, told, unit, reach) else told

    def _heading(self, unit: Unit) -> str | None:
        """The meeting that the heading over a passage is the name of; one that it only deals with is another."""
        order = unit.block.section
        if order is None or self._found.frame.genre in _MINUTES or self._blocks[order] in self._found.header:
            return None
        text = self._blocks[order].text
        named = self.row(order, "E").starting(0, _OPENING if self._found.book.main else len(text))
        return next((span.entity for span in reversed(named) if not is_only_mentioned(text, span.at)), None)

    def _observed(self, unit: Unit, reach: int | None) -> str | None:
        """What observers observe: the process of which a sentence says so, a meeting, else the body of the passage."""
        series = sought_cue("focus", "observed").search(unit.masked.text)
        if series:
            return [one.span for one in unit.masked.members(int(series[1])) if one.span.code == "R"][-1].entity
        if sought_cue("bodies_meant", "observers-of").search(unit.masked.text):
            return self.only_process() or self.fill("context-standing", unit, reach)
        if sought_cue("bodies_meant", "sits-with").search(unit.masked.text) and (body := self._body_before(unit)):
            return body
        held = None if stands_apart(unit.masked.text) else self.fill("context-occasion", unit, reach)
        unnamed = self._found.frame.genre in OF_NO_MEETING and tells_of_a_meeting(unit.masked.text)
        told = self._found.book.main or unnamed or sought_cue("focus", "was-there").search(unit.masked.text)
        topic = None if held or told else self.fill("context-topic", unit, reach)
        return held or (None if topic and _OF_GOVERNMENT.match(topic) else topic)

    def _body(self, unit: Unit) -> str | None:
        """The body that "its meetings" are of: that of the sentence before, else the one that the paper is about."""
        before = self._body_before(unit)
        return before or self._found.home or self._section(unit, "WRP") or self._topic("WRPF")

    def only_process(self) -> str | None:
        """The consultation process of a paper that names one alone, by its own name or in that of its meeting."""
        main = self._found.book.main
        named = {one for one in (*self.named, *(main.series if main else ())) if one.startswith("regional-process/")}
        return named.pop() if len(named) == 1 else None

    def _theme(self, unit: Unit) -> str | None:
        """The meeting that the sentences close before tell of, the nearest first; none where one tells of two."""
        block, at = unit.block, unit.masked.at
        if unit.joined:
            return None
        pointed = points_back(unit.masked.text)
        for begin, to in reversed(block.sentences_before(at, _SENTENCES_BACK)):
            named = self.row(block.order, "E").starting(begin, to)
            told = [(s.at, s.entity) for s in named if pointed or not is_only_mentioned(block.text, s.at)]
            if brings_in(block.text[begin:to], [(s.at - begin, s.to - begin) for s in named]):
                return None
            if told:
                return referent(told, begin) if pointed else told[-1][1]
        return None

    def _title_of(self, unit: Unit) -> str | None:
        """The meeting of a short line right above, as a title that is none to the eye."""
        above = self._orders_back(unit)[:1]
        return self._last(above[0], "E") if above and len(self._blocks[above[0]].text) <= _LONGEST_TITLE else None

    def _named_event(self, unit: Unit, reach: int | None) -> str | None:
        """The meeting that the sentence or the passage around it names."""
        block = unit.block
        return (
            (None if unit.joined else self._meeting_of(unit, reach))
            or self._labels.topic(block)
            or (None if unit.joined else self._last(block.order, "E", unit.masked.at))
            or self._host_event(unit)
            or (None if unit.joined or block.lead is None else self._last(block.lead, "E"))
            or next(
                (last for last in self._back(unit, "E") if last != self.main and not self._only_recalled(last)), None
            )
        )

    def _only_recalled(self, event: str) -> bool:
        """Whether a meeting prepares the document's own or went before it, of which the paper then goes on to tell."""
        if self.main is None:
            return False
        of_reviews = event.startswith(_REVIEW) and self.main.startswith(_REVIEW)
        return of_reviews or _PREPARES.search(event) is not None

    def _meeting_of(self, unit: Unit, reach: int | None) -> str | None:
        """The meeting of a sentence: the last before the reach of the trigger, else one behind it that one is "at"."""
        meetings = self._meetings(unit.masked)
        end = len(unit.masked.text) if reach is None else reach
        split = bisect_left(meetings, end, key=lambda meeting: meeting.at)
        if split:
            return meetings[split - 1].entity
        return next((meeting.entity for meeting in meetings if meeting.attended), None)

    def _meetings(self, masked: Masked) -> list[Meeting]:
        """The meetings of a sentence but those only mentioned as before or after; kept for the next question."""
        if self._asked is None or self._asked[0] is not masked:
            found = list(meetings_of(masked))
            self._asked = (masked, found)
        return self._asked[1]

    def _review(self, unit: Unit) -> str | None:
        return review_of(unit, self._found.spans, self._orders_back(unit), self.main, self.named)

    def _pointed_at(self, name: str, unit: Unit) -> str | None:
        return pointed_at(name, unit, self.row, self._orders_back(unit), self._topic("W"))

    def _fund(self, unit: Unit) -> str | None:
        """The fund of the passage, also where it names the committee of the fund alone."""
        near = self._near(unit, "F") or self._topic("F") or self._last_of_section(unit, "F")
        return near or (FUND if COMMITTEE in (self._near(unit, "W"), self._topic("W")) else None)

    def _numbered(self) -> str | None:
        """The session that the title says the document is about."""
        sessions = self._found.sessions
        return next((sessions[b.order] for b in self._found.header if b.order in sessions), None)

    def _champions(self, unit: Unit) -> str | None:
        """The Champion countries, where the passage, or what a footnote hangs on, names no other process after them."""
        host = self._blocks[unit.block.host] if unit.block.host is not None else None
        near = self._last(host.order, "P", self._mark(host, unit.block.note)) if host else self._near(unit, "P")
        return near if near == CHAMPIONS else None

    def _host_event(self, unit: Unit) -> str | None:
        """For a footnote: the meeting named last before its mark."""
        block = unit.block
        if block.host is None:
            return None
        host = self._blocks[block.host]
        mark = self._mark(host, block.note)
        events = self.row(host.order, "E")
        near = events.starting(host.sentence_at(mark)[0], mark + 1) or events.starting(mark, len(host.text))
        return near[-1].entity if near else None
