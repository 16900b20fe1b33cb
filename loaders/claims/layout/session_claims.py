"""What a meeting's numbered parts belong to and are about; where and when the meetings are that a table lists."""

import re
from collections.abc import Iterator

from graph.records import Basis, Polarity, When
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.dates.edtf import has_year
from loaders.reading.blocks import Spot
from loaders.recognition.meetings.event_settings import in_year_of
from loaders.recognition.meetings.programme_days import all_days, day_over
from loaders.recognition.meetings.sessions import SIDE_EVENT, TITLED
from loaders.recognition.names.spans import DATE_CODE
from loaders.recognition.recognition import Recognition

_LONGEST_TITLE = 200
_DAY_OR_PART = frozenset({"E", "T", DATE_CODE})
_OF_A_LINE = re.compile(r"[^.;:–—]{0,20}\s?[:–—,]\s(?:[^.;:–—]{0,24}[:–—,]\s)?(?:the\s|la\s)?", re.IGNORECASE)
_OPENING = 24  # letters into a line within which it names a part


def cell_claims(found: Recognition) -> Iterator[Stated]:
    """Where and when the meetings are that a table lists, and the process they are meetings of."""
    for order, (event, year) in found.in_cells.items():
        spot = (Spot(order, 0, len(found.reading.blocks[order].text)),)
        for span in found.spans[order]:
            if span.code == "C":
                yield Stated(subject=event, relation="takesPlaceIn", object=span.entity, spots=spot, rule="cell-place")
        days = [s.value for s in found.spans[order] if s.code == DATE_CODE] or [year]
        if days[0]:
            yield Stated(subject=event, relation="takesPlaceOn", value=days[0], spots=spot, rule="cell-date")


def session_claims(found: Recognition) -> Iterator[Stated]:
    """partOf the document's meeting, and coversObjective for the objectives in the line that opens with a session."""
    main = found.book.main
    if main is None:
        return
    seen: set[str] = set()
    for order, session in found.sessions.items():
        block = found.reading.blocks[order]
        spot = Spot(order, *block.sentence_at(0))
        if session not in seen and not session.startswith((SIDE_EVENT, TITLED, "roundtable/")):
            seen.add(session)
            yield Stated(subject=session, relation="partOf", object=main.path, spots=(spot,), rule="session-of-meeting",
                         inferences=("context",))  # fmt: skip
        for span in found.spans[order] if len(block.text) <= _LONGEST_TITLE else ():
            at, to = block.sentence_at(span.at)
            if span.code == "J" and _is_affirmed(block.text[at:to], span.at - at):
                whole = Spot(order, 0, len(block.text))
                for path in span.entities:
                    yield Stated(
                        subject=session,
                        relation="coversObjective",
                        object=path,
                        spots=(whole,),
                        rule="session-objectives",
                    )


def part_days(found: Recognition) -> Iterator[Stated]:
    """takesPlaceOn for the round tables and panels of a programme: the day that the line over them opens."""
    days = found.days
    told: set[str] = set()
    for order, spans in sorted(found.spans.items()) if days else ():
        block, opened = found.reading.blocks[order], day_over(days, order)
        tables = [s.entity for s in spans if s.code == "T" and s.at <= _OPENING and block not in found.header]
        if opened is None or len(tables) != 1 or tables[0] in told or len(block.text) > _LONGEST_TITLE:
            continue
        told.add(tables[0])
        line, day = opened
        spot = Spot(line, 0, len(found.reading.blocks[line].text))
        yield Stated(subject=tables[0], relation="takesPlaceOn", value=day, spots=(spot,),
                     when=When(day, Basis.HEADER), rule="part-day", inferences=("context",))  # fmt: skip


def days_at_parts(found: Recognition) -> Iterator[Stated]:
    """takesPlaceOn for a round table behind the day that opens its line: "Tuesday 16 June: round table 2, on ..."."""
    for block in found.reading.blocks:
        for at, to in block.sentences:
            spans = [s for s in found.spans[block.order] if at <= s.at < to and s.code in _DAY_OR_PART]
            days, tables = ([s for s in spans if (s.code == DATE_CODE) is dated] for dated in (True, False))
            if len(days) != 1 or len({s.entity for s in tables}) != 1 or tables[0].code != "T":
                continue
            told = in_year_of((days[0].value,), found.book.main.dates if found.book.main else ())[0]
            opens = days[0].at - at <= _OPENING and _OF_A_LINE.fullmatch(block.text, days[0].to, tables[0].at)
            if opens and has_year(told):
                yield Stated(subject=tables[0].entity, relation="takesPlaceOn", value=told,
                             spots=(Spot(block.order, at, to),), rule="day-at-part")  # fmt: skip


def programme_date(found: Recognition) -> Iterator[Stated]:
    """takesPlaceOn for the document's own meeting, from the lines that open its days."""
    main, days = found.book.main, all_days(found)
    if main is None or days is None or days not in main.dates:
        return
    lines = sorted(found.days)
    spots = tuple(Spot(line, 0, len(found.reading.blocks[line].text)) for line in dict.fromkeys((lines[0], lines[-1])))
    yield Stated(subject=main.path, relation="takesPlaceOn", value=days, spots=spots,
                 when=When(days, Basis.HEADER), rule="programme-days", inferences=("context",))  # fmt: skip


def table_objectives(found: Recognition) -> Iterator[Stated]:
    """coversObjective for the objectives in a sentence that names one round table of a meeting."""
    for order, named in found.round_tables.items():
        block = found.reading.blocks[order]
        for at, to in block.sentences:
            tables = {span.entity for span in named if at <= span.at < to}
            for span in found.spans[order] if len(tables) == 1 else ():
                if span.code == "J" and at <= span.at < to and _is_affirmed(block.text[at:to], span.at - at):
                    for path in span.entities:
                        yield Stated(subject=min(tables), relation="coversObjective", object=path,
                                     spots=(Spot(order, at, to),), rule="round-table-objectives")  # fmt: skip


def _is_affirmed(sentence: str, at: int) -> bool:
    return qualify(sentence, at, len(sentence)).polarity is Polarity.POSITIVE


def header_parts(found: Recognition) -> Iterator[Stated]:
    """partOf for a group whose name is a line of the title under, or over, that of the body it is of."""
    whole = {
        block.order: (spans[0], block)
        for block in found.header
        if (spans := [s for s in found.spans[block.order] if s.entity])
        and len(spans) == 1 and spans[0].to - spans[0].at >= len(block.text) - 2
    }  # fmt: skip
    for order, (span, block) in whole.items():
        for neighbour in (order - 1, order + 1):
            other = whole.get(neighbour)
            if span.code == "W" and other and other[0].code in "UORPF":
                spots = (Spot(order, 0, len(block.text)), Spot(neighbour, 0, len(other[1].text)))
                yield Stated(
                    subject=span.entity, relation="partOf", object=other[0].entity, spots=spots, rule="title-lines"
                )
