"""Persons and their roles, by how papers of this kind write them.

"Name, Role, Body" (agenda items) - "Role of Body, Name" - honorific and name - "Name/Body".
A name stands as it is written; titles are taken off.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from loaders.recognition.names.bodies import class_of_name
from loaders.recognition.names.spans import Row, Span, apart
from loaders.recognition.people.beside_bodies import beside_bodies
from loaders.recognition.people.capital_names import in_capitals
from loaders.recognition.people.given_names import by_first_name
from loaders.recognition.people.person import Person, Role
from loaders.recognition.people.person_grammar import OF_A_CITY, OF_A_FIELD, grammar
from loaders.recognition.people.role_bounds import end_of_role, settled
from loaders.recognition.people.told_people import told_of
from loaders.rules.lexicons import lower_in_place

_JOINS = re.compile(r"(?:\band|\by|\bet|&|,)\s+(?:(?:the|now|also|then|currently|once|actual|hoy)\s+){0,2}$")
_LONGEST_JOIN = 24
_LONGEST_RANKS = 24
_LOOSE_END = re.compile(
    r"[\s,.(–-]*(?:\b(?:of|at|for|to|in|de|del|du|des|d|the|la|el|le|l|los|las|and|y|et)\b['’]?[\s,]*)*$"
)
_LOOSE_AND = re.compile(r"\s(?:and|y|e|et|&)$")
_NEXT = re.compile(r",?\s(?:(?:and|y|e|et|&)\s)?(?:(?:by|por|par|from|de)\s)?(?=[A-ZÀ-Ý])")
_GOVERNED = re.compile(r"\b(?:of|for|by|and|de|del|par|por|pour|et|y)\s([A-ZÀ-Ý][\w'’-]+)\s$")
_OWNS = re.compile(r"['’]s\s")
_OWNER = re.compile(r"(?:['’]s)?\s")
_GOES_ON = re.compile(r",\s(?=[^\W\d_A-ZÀ-Ý])")  # "president of the league, said"
_BETWEEN_TWO = ("y", "e")  # "Quezada y Serrano" are two
_ARTICLE = re.compile(r"^(?:the|la|el|le)\s+")


def find_people(text: str, known: Iterable[Span]) -> list[Person]:
    """The persons of one block. `known`: spans already linked, none overlapping; a name never runs into one.

    A name found twice keeps the roles of both readings.
    """
    spans = list(known)
    listed = Row(s for s in spans if s.code == "H")
    found: dict[tuple[int, int], Person] = {}
    for person in _candidates(text, Row(s for s in spans if s.code != "H")):
        same = listed.touching(person.at - 1, person.to + 1)
        person = replace(person, known=same[0] if same else None)
        place = (person.at, person.to)
        found[place] = _with_roles(found[place], person.roles) if place in found else person
    people = settled(text, sorted(found.values(), key=lambda p: p.at))
    return apart(sorted(people, key=lambda p: (-len(p.roles), p.at - p.to)))


def _with_roles(person: Person, roles: Sequence[Role]) -> Person:
    more = [role for role in roles if all(role.to <= own.at or own.to <= role.at for own in person.roles)]
    return replace(person, roles=(*person.roles, *more))


def whole_name(text: str) -> bool:
    """Whether a text is the name of a person and nothing else, as far as its form tells."""
    return re.fullmatch(grammar().name, text) is not None and _is_name(text, 0, len(text), Row(()))


def _candidates(text: str, spans: Row) -> Iterator[Person]:
    role_words = _role_words(text)
    if role_words:
        yield from _with_role(text, spans, role_words)
    yield from beside_bodies(text, spans, name_at=partial(_name_at, text, spans))
    for at, to, roles in told_of(text, spans, name_at=partial(_name_at, text, spans)):
        yield Person(text[at:to], at, to, roles)
    for at, to in by_first_name(text, partial(_name_at, text, spans)):
        body = spans.last_before(at)  # "UNICEF's Lina Haddad"
        owned = body is not None and body.code in "UORS" and _OWNS.fullmatch(text, body.to, at)
        yield Person(text[at:to], at, to, (Role("", body.at, body.to, body.entity),) if body and owned else ())
    for at, to in in_capitals(text, partial(_name_at, text, spans)):
        yield Person(text[at:to].title(), at, to, tuple(_beside_capitals(text, to, spans)))
    for found in grammar().honorific.finditer(text):
        at, to = found.span("name")
        acronym = spans.touching(at, to)[-1:]
        if acronym and acronym[0].at > at and acronym[0].to == to:  # "Ms. Ana Ruiz IOM"
            to = acronym[0].at - 1
        if _is_name(text[at:to], at, to, spans, titled=True):
            yield Person(text[at:to], at, to)


def _beside_capitals(text: str, at: int, spans: Row) -> Iterator[Role]:
    """The bracket, or the office, behind a name in capitals."""
    body = spans.at(at + 2)
    if body and text.startswith(" (", at) and text[body.to : body.to + 1] == ")" and body.code in "UORWS":
        yield Role("", body.at, body.to, body.entity)
    elif text.startswith(", ", at):
        opened = grammar().role.search(text, at, at + _LONGEST_RANKS + 6)
        if opened:
            to = end_of_role(text, opened.start(), min(len(text), at + 160))
            yield from _roles(text, opened.start(), to, spans)


def _role_words(text: str) -> list[int]:
    """Where words begin that may open a role."""
    matches = grammar().role_words.find_matches_as_indexes(lower_in_place(text), overlapping=True)
    return sorted({_with_ranks(text, at) for _, at, _ in matches})


def _with_ranks(text: str, at: int) -> int:
    """Where a role begins whose first word stands at a place: "Deputy [Minister]"."""
    if text[at - 1 : at] not in (" ", "-"):
        return at
    ranks = grammar().ranks.search(text, max(0, at - _LONGEST_RANKS), at)
    return ranks.start() if ranks else at


def _with_role(text: str, spans: Row, role_words: Sequence[int]) -> Iterator[Person]:
    """As in "Name, Role ..." and "Role ..., Name"."""
    end = 0
    while found := grammar().name_first.search(text, end):
        at, to = found.span("role")
        end = _next_person(text, at, end_of_role(text, at, to), spans)
        name_at, name_to = found.span("name")
        name_at += _cut_before(found["name"])
        if _is_name(text[name_at:name_to], name_at, name_to, spans):
            yield Person(text[name_at:name_to], name_at, name_to, tuple(_roles(text, at, end, spans)))
    end = 0
    for at in role_words:
        behind = _named_behind(text, at, spans) if at >= end else None
        if behind:
            end = behind.end()
            roles = tuple(_roles(text, *behind.span("role"), spans))
            before = spans.last_before(at)
            if before and before.code in "UORS" and _OWNER.fullmatch(text, before.to, at) and roles:
                roles = (replace(roles[0], body=before.entity), *roles[1:])
            if any(role.body for role in roles) or behind["role"].count(" ") <= 6:
                yield Person(behind["name"], *behind.span("name"), roles)


def _cut_before(name: str) -> int:
    """How many letters before a name are words of what it follows: "Third Regional [1] Ana Ruiz" without the mark.

    So are those up to a title behind a particle: "Discours de M. Paul Ngassa".
    """
    rules, words = grammar(), name.split()
    titled = rules.titled.match(name)
    if titled and not rules.particles.isdisjoint(titled[0].split()):
        return titled.end()
    cut = max((n + 1 for n, word in enumerate(words) if word in rules.never), default=0)
    rest = " ".join(words[cut:])
    return len(name) - len(rest) if 0 < cut < len(words) - 1 and not rules.role.search(rest) else 0


def _named_behind(text: str, at: int, spans: Row) -> re.Match[str] | None:
    """The name behind the role that begins at a place, and the words of the role."""
    rules, owner = grammar(), spans.last_before(at)
    owned = owner is not None and owner.code in "UOR" and _OWNER.fullmatch(text, owner.to, at) is not None
    # "ECA Director for Social Policy Ana Ruiz": where a body stands before the role, its field may precede the name
    for pattern in (rules.role_first, rules.role_comma, *([rules.role_field] if owned else [])):
        found = pattern.match(text, at)
        if found is None or end_of_role(text, *found.span("role")) < found.end("role"):
            continue
        begin, end = found.span("name")
        named = _is_name(found["name"], begin, end, spans, titled=bool(found.groupdict().get("titled")))
        named = named and (pattern is rules.role_field or not _is_cut(text, begin))
        if named and not _LOOSE_AND.search(found["role"]):
            return found
    return None


def _is_cut(text: str, at: int) -> bool:
    """Whether a name is the rest of one that a preposition governs: "en nombre de José [Manuel Salazar]"."""
    before = _GOVERNED.search(text, max(0, at - _LONGEST_RANKS), at)
    return before is not None and not grammar().role.match(before[1]) and not grammar().never.intersection({before[1]})


def _name_at(text: str, spans: Row, at: int, to: int) -> bool:
    return _is_name(text[at:to], at, to, spans)


def _is_name(name: str, at: int, to: int, spans: Row, *, titled: bool = False) -> bool:
    rules = grammar()
    words = name.split()
    if not titled and len([w for w in words if w not in rules.particles]) < 2:
        return False
    if len(words) == 3 and words[1] in _BETWEEN_TWO:
        return False
    if rules.never.intersection(words) or words[0] in rules.never_first or OF_A_FIELD.search(name):
        return False
    if rules.role.match(name) or class_of_name(name):
        return False
    # "Georgia Whitfield, Senior Specialist" is no state, Santiago Urrutia no city: a first name may be, before others;
    # nor is there a city in "Mr. Tomás Évora Lopes"
    clash = spans.touching(at, to)
    return all(
        (s.at == at and s.to < to and (s.code == "C" or (s.code == "S" and s.method in ("name", "variant"))))
        or (s.code == "C" and at < s.at and (s.to < to or (titled and s.to == to)))
        for s in clash
    )


def _next_person(text: str, at: int, to: int, spans: Row) -> int:
    """Where the next person's name, or the title before it, begins in the words of a role at [at, to), else `to`."""
    for found in _NEXT.finditer(text, at + 1, to):
        apart = "," in found[0] or found[0].count(" ") > 2
        named = grammar().honorific.match(text, found.end())
        if named is None and apart:
            named = grammar().whole.match(text, found.end())
        titled = named is not None and named.start("name") > found.end()
        if named and _is_name(named["name"], *named.span("name"), spans, titled=titled):
            return found.start()
    return to


def _by_office(at: int, to: int, spans: Row) -> Span | None:
    """The body that an office within its name stands for: "United Nations [High Commissioner for Human Rights]"."""
    return next((s for s in spans.touching(at, to) if s.code == "U" and s.at < at and s.to == to), None)


def _roles(text: str, at: int, to: int, spans: Row) -> Iterator[Role]:
    """The roles of "Coordinator of the Network and Director General of IOM": cut at "and" before a role word only."""
    rules = grammar()
    starts = [m.start() for m in rules.role.finditer(text, at, to)]
    cuts = [at, *(s for s in starts if s > at and _JOINS.search(text, max(at, s - _LONGEST_JOIN), s)), to]
    for begin, end in pairwise(cuts):
        opening = rules.lead.match(text, begin, end)
        first = opening.end() if opening else begin
        codes = "UORWPFESLC" if OF_A_CITY.match(text, first) else "UORWPFESL"
        body = next((s for s in spans.inside(first, end) if s.code in codes), None) or _by_office(first, end, spans)
        owned = _OWNER.match(text, body.to, end) if body and body.at == first else None
        owned = owned if owned and any(owned.end() <= s < owned.end() + _LONGEST_RANKS for s in starts) else None
        role = _LOOSE_END.sub("", text[owned.end() : end] if owned else text[first : body.at if body else end])
        role = role if body else _GOES_ON.split(role, maxsplit=1)[0]
        role = _ARTICLE.sub("", role).strip(" ,")
        if body and not role and rules.role.match(text, max(first, body.at)):
            role = text[max(first, body.at) : body.to]  # the name of a body that is that of its head
        if role or body:
            ended = rules.former.search(text, max(0, begin - _LONGEST_RANKS), owned.end() if owned else first)
            to_whom = body.entity if body else None
            yield Role(role, begin, body.to if body else end, to_whom, ended=ended is not None)
