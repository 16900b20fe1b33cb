"""Names that no list has and only their place tells: an entry of a list of members, a person among speakers.

"Panellists: Colombia; Red Jesuita con Migrantes; PICUM" names two organisations besides the state.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block, Spot, in_lines
from loaders.recognition.grid import Labelled
from loaders.recognition.groups.listed_groups import groups_listed
from loaders.recognition.listing import Entry, entries
from loaders.recognition.names.bodies import PREFIXES, class_of_name
from loaders.recognition.names.spans import CODES, DATE_CODE, FIGURE_CODE, Row, Span, longest_first
from loaders.recognition.names.typed import objectives
from loaders.recognition.people.people import whole_name
from loaders.recognition.people.person import Person
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import load

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]{2,8}(?:[ -][A-Z][\w-]{2,20})?")
_BEHIND_NAME = re.compile(r"\s*[(\[].*$|,?\s(?:represented by|representad[oa]s? por|représentée?s? par)\s.*$")
_NAMED_BEFORE = re.compile(
    r"(?:^|[;:.,(]\s|\b(?:the|la|el|le)\s)(?P<name>(?:[A-ZÀ-Ý][\w'’-]+)(?:\s(?:of|on|for|in|and|the|de|del|la|las|los|y|sobre|para"
    r"|sur|des?|du|et|les?)(?=\s)|\s[A-ZÀ-Ý][\w'’-]+|\s(?:d|l)['’][A-ZÀ-Ý]\w+){1,9})\s$"
)
_ONE_WORD = re.compile(r"(?P<name>[A-ZÀ-Ý][\w'’-]{4,})\s$")  # the whole of an item: "Remittances (Chair: Pakistan)"
_LONGEST_NAME = 90
_MOST_WORDS = 9  # behind the noun of a body
# what belongs to a body or observes it is seldom a person: "Lawyers Beyond Borders"
_OF_BODIES = frozenset({"memberOf", "memberOfCommittee", "observerOf"})
_TITLED = re.compile(
    r"(?!(?:Mr|Mrs|Ms|Mme|Dr|Sra?|M|Prof|All|Other|Others|Various|Several|Some|None|Member|States|To|Not)\b)"
    r"[A-ZÀ-Þ][\w'’&-]+(?:\s(?:of|for|the|and|in|de|des|du|del|la|los|sans|sin|without)\b){0,2}"
    r"(?:\s(?:(?:of|for|the|and|in|de|des|du|del|la|los)\s){0,2}[A-ZÀ-Þ][\w'’&-]+){1,5}"
)
_OBJECTIVES = "objectives "  # the noun that stands in the label
_GROUPS = frozenset({"direction", "members", "co-presidency", "presidency"})


def name_listed(found: Recognition) -> None:
    """Puts in spans for the bodies and persons that lists name, and for the groups whose leads a bracket tells."""
    for one in found.labelled:
        block = found.reading.blocks[one.value.block]
        groups = one.meaning.relation == "partOf"
        named = list(groups_listed(found, one, block) if groups else _names(found, one, block))
        named += _group_before(found, one, block)
        named += _numbers_of_objectives(found, one, block)
        if named:
            found.spans[block.order] = longest_first([*found.spans[block.order], *named])


def _numbers_of_objectives(found: Recognition, one: Labelled, block: Block) -> Iterator[Span]:
    """As in "GCM objectives: 5, 6 and 21", and under a heading that says so: numbers that stand first in a value."""
    known = any(s.code == "J" and one.value.at <= s.at < one.value.to for s in found.spans[block.order])
    told = block.text[one.value.at : one.value.to] if one.meaning.value == "J" and not known else ""
    lead = len(told) - len(told.lstrip())
    if not told[lead:][:1].isdigit():
        return
    for span in objectives(f"{_OBJECTIVES}{told[lead:]}"):
        at = one.value.at + lead + max(span.at - len(_OBJECTIVES), 0)
        yield replace(span, at=at, to=one.value.at + lead + span.to - len(_OBJECTIVES))


def members(found: Recognition, value: Spot) -> list[Entry]:
    """The entries of a value; what tells of a person is no entry of its own."""
    block = found.reading.blocks[value.block]
    told = [(p.at, max((r.to for r in p.roles), default=p.to)) for p in found.people[block.order]]
    told = [(at + 1, to) for at, to in told if value.at <= at < value.to]
    row = Row(s for s in found.spans[block.order] if s.code not in (DATE_CODE, FIGURE_CODE))
    return list(entries(in_lines(found.reading.raw, block), value.at, value.to, row, told))


def _names(found: Recognition, one: Labelled, block: Block) -> Iterator[Span]:
    if one.meaning.side != "subject" or "O" not in one.meaning.value or not one.meaning.relation:
        return
    listed = members(found, one.value)
    if not one.run_in and not any(entry.span for entry in listed):
        return
    row = Row(found.spans[block.order])
    for entry in listed:
        name = _BEHIND_NAME.sub("", block.text[entry.at : entry.to]).rstrip(" .")
        if entry.span or row.touching(entry.at, entry.at + len(name)) or not 3 <= len(name) <= _LONGEST_NAME:
            continue
        yield from _named(found, one, block, name, entry.at)


def _named(found: Recognition, one: Labelled, block: Block, name: str, at: int) -> Iterator[Span]:
    cls = "Organization" if _ACRONYM.fullmatch(name) and len(name) > 2 else class_of_name(name)
    if cls is None and (_opens_as_body(name) or (one.meaning.relation in _OF_BODIES and _TITLED.fullmatch(name))):
        cls = "Organization"
    if cls and name[0].isupper():
        kept = cls in PREFIXES and CODES[cls] in one.meaning.value and one.meaning.relation != "memberOf"
        cls = cls if kept else "Organization"  # a committee that is a member acts as a body
        path = found.names.bring(f"{PREFIXES[cls]}/{slug(name)}", cls, name)
        yield Span(at, at + len(name), CODES[cls], path, "pattern", LinkStatus.PROVISIONAL)
    elif "H" in one.meaning.value and whole_name(name):
        person = Person(name, at, at + len(name))
        found.names.bring(person.path, "Person", name)
        found.people[block.order].append(person)
        yield person.span


def _opens_as_body(name: str) -> bool:
    """As in "Association internationale de la sécurité sociale": the noun of a body, and words without capitals."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first in load("bodies")["organizations"]["first"] and len(rest.split()) <= _MOST_WORDS


def _group_before(found: Recognition, one: Labelled, block: Block) -> Iterator[Span]:
    """As in "Network of Consular Officers (lead: Honduras)": what stands before the bracket is led."""
    at = one.label.at
    if one.meaning.id not in _GROUPS or one.label.block != block.order or block.text[at - 1 : at] != "(":
        return
    before = _NAMED_BEFORE.search(block.text, max(0, at - 1 - _LONGEST_NAME), at - 1)
    if before is None and block.kind is PassageKind.ITEM:
        before = _ONE_WORD.match(block.text, 0, at - 1)
    if before is None or Row(found.spans[block.order]).touching(*before.span("name")):
        return
    path = found.names.bring(f"working-group/{slug(before['name'])}", "WorkingGroup", before["name"])
    yield Span(*before.span("name"), "W", path, "pattern", LinkStatus.PROVISIONAL)
