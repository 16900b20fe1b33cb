"""Which body groups are of: by the table or the heading they stand under, on a page or in a paper of that body."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from graph.records import LinkStatus
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.gazetteer import wholes
from loaders.recognition.names.spans import CODES, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import key_class
from loaders.rules.lexicons import alternatives, load
from ontology.vocabulary import class_of_path

_WHOLES = "RUPO"
_NETWORK = "un-entity/un-network"
_OTHER_FORUM = "process/gfmd"
_ACTS = frozenset({"organizes", "hosts", "leads", "chairs", "coChairs", "memberOf", "contributesTo"})
"""What a body does in its own name."""
_OWNED = re.compile(
    r"\s(?:of|del?|d[eu]s?|under|within|established by)\s(?:the\s|la\s|las\s|el\s|los\s|les?\s|l['’])?$|['’]s?\s$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _groups() -> re.Pattern[str]:
    """As in "Peer learning with the working groups of the Network", "Des équipes au travail"."""
    nouns = [noun.replace("s?", "s") for noun in load("bodies")["groups"]["nouns"]]
    return re.compile(
        rf"\b(?:{alternatives(nouns)}|(?:thematic|technical|work) (?:groups|teams)|networks|redes|réseaux|équipes"
        r"|grupos temáticos|groupes thématiques|chantiers)\b",
        re.IGNORECASE,
    )


def part_claims(found: Recognition) -> Iterator[Stated]:
    """partOf for the groups of keyed tables and of sections that a heading says to be about groups."""
    told: set[str] = set()
    keyed, sole = _keyed(found), _sole(found)
    for block in found.reading.blocks:
        for span in found.spans[block.order]:
            if span.code != "W" or span.entity in told or span.entity in wholes():
                continue
            keyed_here = keyed.get(block.order) == span.entity
            whole = found.parts.get(span.entity) or _of_sentence(found, block, span)
            if not whole and not _of_another(block, span, found):
                whole = _told_of(found, block, span) or _whole(found, block, keyed_here) or _of_section(found, block)
                whole = whole or (sole if span.method in ("pattern", "context") else None)
            if whole and whole != span.entity and span.status is LinkStatus.PROVISIONAL:
                told.add(span.entity)
                spot = Spot(block.order, *block.sentence_at(span.at))
                yield Stated(subject=span.entity, relation="partOf", object=whole, spots=(spot,),
                             rule="group-of-section", inferences=("context",))  # fmt: skip


def branch_claims(found: Recognition, stated: Sequence[Stated]) -> Iterator[Stated]:
    """partOf for offices, secretariats and departments whose name says of which body they are.

    stated: all else that the paper states; a secretariat of which it tells no act of its own stands for its body.
    """
    acting = {one.subject for one in stated if one.relation in _ACTS}
    voices = re.compile(rf"-{alternatives(load('departments')['voices'])}$")
    told: set[str] = set()
    for block in found.reading.blocks:
        for span in found.spans[block.order]:
            whole = found.parts.get(span.entity) if span.code in "OU" else None
            if whole and span.entity not in told and (span.entity in acting or not voices.search(span.entity)):
                told.add(span.entity)
                spot = Spot(block.order, *block.sentence_at(span.at))
                yield Stated(subject=span.entity, relation="partOf", object=whole, spots=(spot,),
                             rule="branch-of-body", inferences=("name",))  # fmt: skip


def _keyed(found: Recognition) -> Mapping[int, str]:
    """The groups that the first cells of tables name, by the block they stand in."""
    return {
        cell.order: span.entity
        for table in found.grids
        if table.columns and key_class(table.columns[min(table.columns)].header) == "WorkingGroup"
        for cell in table.body_column(min(table.columns))
        for span in found.spans[cell.order]
        if span.code == "W"
    }


def _told_of(found: Recognition, block: Block, span: Span) -> str | None:
    """As in "its three working groups: (..)", "the networks of the RCM reported: a) (..)": in the sentence or above."""
    at, _ = block.sentence_at(span.at)
    lead = found.reading.blocks[block.lead] if block.lead is not None else None
    for one, begin, end in ((block, at, span.at), *([(lead, 0, len(lead.text))] if lead else [])):
        several = _several().search(one.text, begin, end)
        if several is None:
            continue
        owners = [s for s in found.spans[one.order] if s.to <= end and (s.code in "RP" or _NETWORK in s.entity)]
        behind = next(
            (s for s in owners if s.at >= several.end() and _OWNED.fullmatch(one.text[several.end() : s.at])), None
        )
        if behind:
            return behind.entity
        if several["its"] or several["to"]:
            before = [s.entity for s in owners if s.to <= several.start()]
            return before[-1] if before else _owner(found)
    return None


def _of_sentence(found: Recognition, block: Block, span: Span) -> str | None:
    """The only body with groups that the sentence of a group names; one that has been proposed is not of it yet."""
    at, to = block.sentence_at(span.at)
    named = {s.entity for s in found.spans[block.order] if at <= s.at < to and _has_groups(s)}
    return named.pop() if len(named) == 1 else None


def _of_section(found: Recognition, block: Block) -> str | None:
    """The only body with groups that the heading over a passage names."""
    heading = found.spans[block.section] if block.section is not None else ()
    named = {s.entity for s in heading if _has_groups(s)}
    return named.pop() if len(named) == 1 else None


def _has_groups(span: Span) -> bool:
    return span.code in "RF" or _NETWORK in span.entity or span.entity == _OTHER_FORUM


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """As in "its working groups", "three working groups report to it", "las cuatro redes temáticas"."""
    return re.compile(
        rf"(?P<its>\b(?:its|sus|ses)\s(?:\w+\s){{0,2}}?)?{_groups().pattern}(?:\s(?:temáticas|temáticos|thématiques|técnicos))?"
        r"(?P<to>\s(?:report|reports|answer|dependen|relèvent)\s(?:to|de) (?:it|ella|él|lui)\b)?",
        re.IGNORECASE,
    )


def _whole(found: Recognition, block: Block, of_table: bool) -> str | None:
    section = block.section
    heading = found.reading.blocks[section] if section is not None else None
    about_groups = heading is not None and _groups().search(heading.text) is not None
    if heading is not None and (about_groups or of_table):
        named = [s.entity for s in found.spans[heading.order] if s.code in _WHOLES]
        if named and heading not in found.header:
            return named[-1]
    return _owner(found) if about_groups or of_table else None


def _owner(found: Recognition) -> str | None:
    """The body whose page or paper it is: its home, else the one that a heading at the top names and nothing else."""
    if found.home:
        return found.home if CODES[class_of_path(found.home).local] in _WHOLES else None
    for block in found.header:
        for span in found.spans[block.order]:
            if span.code in "UR" and span.at == 0 and span.to == len(block.text):
                return span.entity
    return None


def _sole(found: Recognition) -> str | None:
    """The process whose paper it is, where the paper names no other body that has groups."""
    of_title = {s.entity for block in found.header for s in found.spans[block.order] if s.code == "R"}
    of_title |= {path for path in (found.book.main.series if found.book.main else ()) if path.startswith("regional-")}
    several = {s.entity for spans in found.spans.values() for s in spans if s.code in "RF" or _NETWORK in s.entity}
    return of_title.pop() if len(of_title) == 1 and several <= of_title else None


def _of_another(block: Block, span: Span, found: Recognition) -> bool:
    """Whether the words around a group say whose it is: "the Working Group on Gender of the RCM"."""
    for other in found.spans[block.order]:
        if other.code not in "RUPOF":
            continue
        between = block.text[span.to : other.at] if other.at >= span.to else block.text[other.to : span.at]
        if other.at >= span.to and _OWNED.fullmatch(f" {between.strip()} "):
            return True
        if other.to <= span.at and _OWNED.search(between) and len(between) <= 4:
            return True
    return False
