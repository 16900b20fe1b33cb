"""What a label is about: "Members" of which group, "Venue" of which meeting."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.records import PassageKind
from loaders.claims.about.context import Context
from loaders.reading.blocks import Block, Spot
from loaders.recognition.grid import Labelled
from loaders.recognition.groups.committees import is_committee
from loaders.recognition.names.spans import CODES, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import AT_MEETINGS, meanings_of, person_column
from ontology.vocabulary import class_of_path

_FIRST_LABEL = re.compile(r"[^.:]+[.:]")
_GROUPS = "TWEF"
_OPENING = 30  # letters into a paragraph within which it tells which round table it is of
_LONGEST_CAPTION = 110
_GROUP = re.compile(
    r"(?:\W|\d|the |thematic |temático )*(?:working group|task (?:team|force)|work ?stream|sub-?group|grupo de trabajo"
    r"|equipo de trabajo|línea de trabajo|subgrupo|groupe de travail|sous-groupe|équipe spéciale|chantier)\b",
    re.IGNORECASE,
)
# who presides in a paper of a meeting presides over the meeting, whatever body its headings name
_OF_MEETINGS = frozenset({"presidency", "co-presidency"})
_STANDING = ("process/", "regional-process/", "un-entity/", "organization/")
_NEVER_OF_TITLES = frozenset("UO")  # a title that names a body is seldom about its members


def topic_of(found: Recognition, one: Labelled, context: Context) -> str | None:
    """The entity named by the label, by its row, before it, above it, or the one that the document is about."""
    of = one.meaning.of
    block = found.reading.blocks[one.label.block]
    bracket = block.text.find("(", one.label.at, one.label.to)  # "Members (United Nations)": which of them
    named = entity_in(found, replace(one.label, to=bracket) if bracket > 0 else one.label, of)
    # a line of a list of members that opens with the name of a body: "Composition" over "Executive Committee: ILO"
    opened = entity_in(found, one.count, "W") if one.count and one.meaning.id == "members" else None
    named = named or (opened if opened and is_committee(opened) else None)
    if named:
        return named
    if one.key is not None:
        keyed = entity_in(found, one.key, f"{of}I")  # a paper has a row, and no label of its own
        of_persons = person_column(block.text) == "person" and entity_in(found, one.key, "SUOR")
        if keyed or (one.meaning.relation != "spokeAt" and not of_persons):
            return keyed
    opening = _table_before(found, block, one.label.at) if "T" in of else None
    if opening:
        return opening
    if one.meaning.relation == "spokeAt" and context.main and block.text[one.label.at - 1 : one.label.at] != "(":
        if context.parts.is_unnamed(block):
            return None
        return context.parts.table(block, one.label.at) or found.sessions.get(block.order) or context.main
    if context.parts.is_unknown(block, one.label.at):
        return None
    over = context.parts.table(block, 0) if one.meaning.id in _OF_MEETINGS and one.label.at == 0 else None
    if over:
        return over
    before = _before(found, block, one.label.at, of)
    if before or not _stands_alone(block, one.label.at):
        return before
    if "W" in of and _of_an_unknown_group(found, block):
        return None
    over = next(_above(found, block, of), None)
    meeting = context.main if found.home is None and one.meaning.id in _OF_MEETINGS else None
    return meeting if meeting and over and over.startswith(_STANDING) else over or _of_document(found, one, context)


def _of_an_unknown_group(found: Recognition, block: Block) -> bool:
    """Whether the heading over a label is that of a group which is not recognised: the label is of no other body."""
    section = block.section
    heading = found.reading.blocks[section].text if section is not None else ""
    return _GROUP.match(heading) is not None and section is not None and _best(found, section, "W") is None


def _table_before(found: Recognition, block: Block, at: int) -> str | None:
    """The round table with which a paragraph opens: "Roundtable 3, Room Mara. Panellists: ..."."""
    spans = (*found.spans[block.order], *found.round_tables.get(block.order, ()))
    tables = [s for s in spans if s.code == "T" and s.to <= at]
    only = len({s.entity for s in tables}) == 1 and tables[0].at < _OPENING
    return tables[0].entity if only else None


def _stands_alone(block: Block, at: int) -> bool:
    """Whether a label is not about the words before it: it opens the block, or stands in a run of labels."""
    first = _FIRST_LABEL.match(block.text)
    return at == 0 or (block.text[at - 1] != "(" and first is not None and bool(meanings_of(first[0].rstrip(" :."))))


def _before(found: Recognition, block: Block, at: int, of: str) -> str | None:
    """As in "Roundtable 1: Routes. Co-chairs: ..." and "Network of Consular Officers (lead: ...)"."""
    spans = [s for s in found.spans[block.order] if s.to <= at and s.code in of]
    nearest = spans[-1] if spans else None
    # what stands behind another label is its value; a round table opens a part of its own
    opens = nearest and nearest.code in _GROUPS and (nearest.code == "T" or ":" not in block.text[: nearest.at])
    session = found.sessions.get(block.order) if "E" in of and at else None
    apart = ":" in block.text[: nearest.at] and block.text[at - 1] != "(" if nearest else True
    return nearest.entity if nearest and (opens or (at - nearest.to <= 2 and not apart)) else session


def _above(found: Recognition, block: Block, of: str) -> Iterator[str]:
    """What the items and headings over a block name, nearest first; not what the document opens with."""
    front = {b.order for b in found.header}
    caption = _best(found, order, of) if (order := _caption(found, block)) is not None else None
    if caption:
        yield caption
    for order in _over(found, block):
        over = found.reading.blocks[order]
        if (order in front and not _heads_a_group(found, over)) or meanings_of(over.text.partition(":")[0]):
            continue
        named = _best(found, order, of) or (found.sessions.get(order) if "E" in of else None)
        if named:
            yield named


def _heads_a_group(found: Recognition, heading: Block) -> bool:
    """Whether a heading is of a part that a group opens: "Working Group 3.1: Fair recruitment"."""
    first = next(iter(found.spans[heading.order]), None)
    return heading.order > 0 and heading.kind is PassageKind.HEADING and bool(first and first.code == "W")


def _over(found: Recognition, block: Block) -> Iterator[int]:
    blocks = found.reading.blocks
    if block.kind is PassageKind.ITEM:
        level = block.level
        for order in range(block.order - 1, block.section if block.section is not None else -1, -1):
            item = blocks[order]
            if item.kind is not PassageKind.ITEM:
                break
            if item.level < level:
                level = item.level
                yield order
        if block.lead is not None:
            yield block.lead
    section = block.section
    while section is not None:
        yield section
        section = blocks[section].section


def _caption(found: Recognition, cell: Block) -> int | None:
    """The line right above a table, "Membership of the Committee in 2026"; a longer one where it names one group."""
    order = cell.order
    while order and found.reading.blocks[order].row is not None:
        order -= 1
    groups = {span.entity for span in found.spans[order] if span.code == "W"}
    short = len(found.reading.blocks[order].text) <= _LONGEST_CAPTION or len(groups) == 1
    return order if short and order not in (cell.order, cell.section) else None


def _best(found: Recognition, order: int, of: str) -> str | None:
    """Of what a block names, the kind that the label is about first, then the last named."""
    spans = sorted(found.spans[order], key=lambda s: -s.at)
    return next((s.entity for code in of for s in spans if s.code == code and _may_be_signed(found, s)), None)


def _may_be_signed(found: Recognition, span: Span) -> bool:
    """Whether a name is no paper that is only spoken of: what a label is about is a paper of this document."""
    return span.code != "I" or span.entity in found.names.brought


def _of_document(found: Recognition, one: Labelled, context: Context) -> str | None:
    of, main, home = one.meaning.of, context.main, found.home
    if one.meaning.relation == "observerOf" and found.book.main is None:
        main = None if _titled(found, "R") else main  # a page on a process only tells of its meetings
    if home and CODES[class_of_path(home).local] in of:
        return home
    if main and CODES[class_of_path(main).local] in of:
        return main
    if one.meaning.relation in AT_MEETINGS:
        return None
    for code in of:
        for block in found.header if code not in _NEVER_OF_TITLES else ():
            if not meanings_of(block.text.partition(":")[0]):
                for span in found.spans[block.order]:
                    if span.code == code and _may_be_signed(found, span):
                        return span.entity
    return None


def _titled(found: Recognition, code: str) -> bool:
    return any(span.code == code for block in found.header for span in found.spans[block.order])


def entity_in(found: Recognition, spot: Spot, codes: str) -> str | None:
    """The first entity of these kinds that a stretch names."""
    spans = found.spans[spot.block]
    return next((s.entity for s in spans if spot.at <= s.at and s.to <= spot.to and s.code in codes), None)
