"""The bodies of roles that name none: told by the row of a table, a label, a bracket, or by whose statement it is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reading.blocks import Block
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.own.own_body import is_ours
from loaders.recognition.own.own_state import own_state
from loaders.recognition.people.person import Person, Role
from loaders.recognition.people.role_senders import senders
from loaders.recognition.recognition import Recognition

_BODIES = "UORWS"
_NETWORK, _SECRETARIAT = "un-entity/un-network-on-migration", "un-entity/un-network-secretariat"
_OF_THE_NETWORK = re.compile(
    r"(?:de la Secretaría|du secrétariat|of the secretariat)(?= (?:de la Red|du Réseau|of the))", re.IGNORECASE
)
_LABEL = re.compile(r"(?:^|(?<=[.;\n]))[^.:;\n]{0,80}:\s*(?=\S)")
_BRACKET = re.compile(r"\s?\((?:the\s|l['’]|la\s|le\s|el\s)?")
_OF_NAME = re.compile(
    r",?\s(?:of|from|de|del|du|d['’])\s?(?:the\s|la\s|l['’])?(?:(?:permanent mission"
    r"|misión permanente|mission permanente|embassy|embajada|ambassade)\s"
    r"(?:of|de|del|du|d['’])\s?(?:the\s|la\s|l['’])?)?",
    re.IGNORECASE,
)
_DIRECTS = re.compile(r"(?:the\s|la\s|el\s|le\s)?direct(?:or|ora|eur|rice)\s(?=\w)", re.IGNORECASE)
_DIRECTED = re.compile(r"(?:the\s|la\s|el\s|le\s)?(?:dirección|direction|directorate)\s(?=\w)", re.IGNORECASE)
_WORD_END = re.compile(r"(?:es|e|a|o|s)\b")
_LEAST_WORDS = 2
# offices that a State gives
_OF_A_STATE = re.compile(
    r"^(?:(?:the|la|el|le)\s)?(?:(?:deputy|vice|first|prime|assistant|permanent|principal|cabinet|acting|foreign|state"
    r"|primer|primera|premier|première)[\s-])*"
    r"(?:minist(?:er|re|ro|ra)|viceministr[oa]|(?:principal|cabinet|permanent|foreign|home) secretary\b"
    r"|superintendente|director(?:a)? (?:general|nacional) de migraci\w+|comisionad[oa] nacional"
    r"|secretar(?:y|ia|io) (?:of state|de estado)|secrétaire d['’]état"
    r"|ambassad(?:or|eur|rice)|embajador[a]?|permanent representative|representante permanente"
    r"|représentante? permanente?|undersecretary|subsecretari[oa]|canciller|vicecanciller)\b",
    re.IGNORECASE,
)


def house_roles(found: Recognition) -> None:
    """Gives each role that names no body the body that its place tells."""
    for order, people in found.people.items():
        block = found.reading.blocks[order]
        table = found.grid_of(block)
        row = table.row_of(block) if table else None
        for number, person in enumerate(people):
            roles = tuple(_housed(found, block, person, role, row) for role in person.roles)
            people[number] = replace(person, roles=roles)


def _housed(found: Recognition, block: Block, person: Person, role: Role, row: dict[int, list[Block]] | None) -> Role:
    if role.body == _SECRETARIAT and (office := _OF_THE_NETWORK.search(block.text, role.at, role.to)):
        return replace(role, body=_NETWORK, text=f"{role.text} {office[0]}")  # as "Head of the Secretariat of" it
    if role.body or not role.text:
        return role
    body = next(filter(None, _homes(found, block, person, role, row)), None)
    return replace(role, body=body) if body else role


def _cells(row: dict[int, list[Block]]) -> Iterator[Block]:
    for cells in row.values():
        yield from cells


def _homes(
    found: Recognition, block: Block, person: Person, role: Role, row: dict[int, list[Block]] | None
) -> Iterator[str | None]:
    spans = Row(found.spans[block.order])
    yield _in_bracket(block.text, spans, role)
    yield _directed_by(found, role)
    yield _in_label(block.text, spans, person)
    yield _behind_name(block.text, spans, person)
    if row is not None:
        yield _in_row(found, block, row)
    of_a_state = _OF_A_STATE.match(role.text) is not None
    yield from senders(found, block, person, role, of_a_state=of_a_state)
    of_a_body = found.speaker is not None and not found.speaker.startswith("state/")
    if of_a_body and is_ours(block.text, role.at):
        yield found.speaker
    elif of_a_state:
        yield None if of_a_body else found.speaker or own_state(found)


def _in_bracket(text: str, spans: Row, role: Role) -> str | None:
    """As in "vice-ministre des Affaires étrangères (Égypte)"."""
    opened = _BRACKET.match(text, role.to)
    body = spans.at(opened.end()) if opened else None
    return body.entity if body and body.code in _BODIES and text[body.to : body.to + 1] == ")" else None


def _directed_by(found: Recognition, role: Role) -> str | None:
    """The body that the paper names by the words of its director: "Director Nacional de Migraciones"."""
    directs = _DIRECTS.match(role.text)
    of_what = _WORD_END.sub("", role.text[directs.end() :].casefold()) if directs else ""
    if of_what.count(" ") < _LEAST_WORDS:
        return None
    bodies = {
        s.entity
        for order, spans in found.spans.items()
        for s in spans
        if s.code == "O"
        and (named := _DIRECTED.match(text := found.reading.blocks[order].text, s.at, s.to))
        and _WORD_END.sub("", text[named.end() : s.to].casefold()).startswith(of_what)
    }
    return bodies.pop() if len(bodies) == 1 else None


def _behind_name(text: str, spans: Row, person: Person) -> str | None:
    """As in "Ambassador Ana Ruiz of Peru"."""
    of = _OF_NAME.match(text, person.to)
    body = spans.at(of.end()) if of else None
    return body.entity if body and body.code in _BODIES else None


def _in_label(text: str, spans: Row, person: Person) -> str | None:
    """As in "Remarks of IOM: Ana Ruiz, Regional Director"."""
    label = next((m for m in _LABEL.finditer(text, 0, person.at + 1) if m.end() >= person.at - 6), None)
    bodies = [s for s in spans.inside(*label.span()) if s.code in _BODIES] if label else []
    return bodies[0].entity if len(bodies) == 1 else None


def _in_row(found: Recognition, block: Block, row: dict[int, list[Block]]) -> str | None:
    """As in "| IOM | Amy Pope, Director General |"."""
    alone: list[Span] = []
    for cell in _cells(row):
        named = [s for s in found.spans[cell.order] if s.code in _BODIES]
        if cell.order != block.order and len(named) == 1 and (named[0].at, named[0].to) == (0, len(cell.text)):
            alone += named
    return alone[0].entity if len(alone) == 1 else None
