"""Persons and their roles, by how papers of this kind write them.

"Name, Role, Body" (agenda items) - "Role of Body, Name" - honorific and name - "Name/Body".
A name stands as it is written; titles are taken off.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from loaders.recognition.bodies import class_of_name
from loaders.recognition.person import Person, Role
from loaders.recognition.role_bounds import end_of_role, settled
from loaders.recognition.spans import Row, Span, apart
from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load, lower_in_place

_CLOSING = ("", ".", ";", ",", ")", "/")  # what stands behind a body that closes "Name, Body"
_ROLES_IN_TITLES = ("Ambassador", "Amb", "Embajador", "Embajadora", "Ambassadeur", "Ambassadrice")
_JOINS = re.compile(r"(?:\band|\by|\bet|&|,)\s+(?:the\s+)?$")
_LONGEST_JOIN = 12
_LONGEST_RANKS = 24
_LOOSE_END = re.compile(
    r"[\s,.(–-]*(?:\b(?:of|at|for|to|in|de|del|du|des|d|the|la|el|le|l|los|las|and|y|et)\b['’]?[\s,]*)*$"
)
# no name of a person: "Minister of the [Interior Affairs]"
_NOT_GOVERNED = "".join(
    f"(?<!{word}[ ])"
    for word in (
        "of for in on at and the de del des du d y et la las los el les le en para pour "
        "Asuntos asuntos Affaires affaires Affairs Relaciones relaciones"
    ).split()
)
_TERM = r"(?:[ ](?i:interin[oa]|adjunt[oa]|adjointe?|encargad[oa]|suplente|designate)\b)?"  # no name either
# "Consulares y Vinculación": what an office is for
_OF_A_FIELD = re.compile(
    r"\b(?!Concepción|Asunción|Encarnación|Purificación|Ascensión)\w+(?:ción|ciones|sión|tions?|sions?)\b"
)
_LOOSE_AND = re.compile(r"\s(?:and|y|e|et|&)$")
_NEXT = re.compile(r",?\s(?:(?:and|y|e|et|&)\s)?(?:(?:by|por|par|from|de)\s)?(?=[A-ZÀ-Ý])")
_OWNS = re.compile(r"['’]s?\s")
_OWNER = re.compile(r"(?:['’]s)?\s")
# "elected Mr. Alemu (Ethiopia) Chair": whom the meeting has for it, not whom Ethiopia has
_ELECTED = re.compile(
    r"\)\s(?:as\s(?:its\s)?|como\s|comme\s|en qualité de\s)?(?:Co-)?(?:Chair|Vice|Rapporteu|President|Présid|Relator)"
)
_GOES_ON = re.compile(r",\s(?=[^\W\d_A-ZÀ-Ý])")  # "president of the league, said"
_ARTICLE = re.compile(r"^(?:the|la|el|le)\s+")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns and word sets."""

    name: str
    honorific: re.Pattern[str]
    role_first: re.Pattern[str]
    role_comma: re.Pattern[str]
    name_first: re.Pattern[str]
    whole: re.Pattern[str]
    slash: re.Pattern[str]
    role: re.Pattern[str]
    beside: re.Pattern[str]
    role_words: AhoCorasick
    ranks: re.Pattern[str]
    never: frozenset[str]
    never_first: frozenset[str]
    particles: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of names, compiled once a process."""
    words = load("people")
    particle = alternatives(words["particles"])
    part = r"[A-ZÁÉÍÓÚÑÜÖÄÇŞÀÈÂÊÎÔÛ][\w'’-]{0,60}[a-záéíóúñüöäçşàèâêîôûß]"
    initial = r"(?:[A-Z]|Md|Mohd|Jr|Sr)\."
    name = rf"(?:Md\. )?{part}(?:[ ](?:(?:{particle}[ -]){{1,2}})?(?:{part}|{initial})){{1,4}}"
    honorifics = factored(re.escape(h) for h in words["honorifics"])
    listed = [role for by_language in words["roles"].values() for role in by_language]
    roles = rf"(?:{alternatives(words['ranks'])}[ -]){{0,2}}{factored(re.escape(role) for role in listed)}"
    title = rf"(?:(?:{honorifics})\.?[ ])"
    return Grammar(
        name=name,
        honorific=re.compile(rf"\b(?<!\w\.){title}+(?P<name>{name}|{part})"),
        role_first=re.compile(
            rf"\b(?P<role>(?i:{roles})\b{_TERM}[^.;:()\[\]\n•·|/]{{0,110}}?),?[ ](?:{title}){{0,2}}{_NOT_GOVERNED}"
            rf"(?!(?i:{roles})\b)(?!\w+[ ](?:y|e|et|and)[ ]\w+(?:ción|sión|tion|sion)\b)(?P<name>{name})"
            r"(?=[,.;:)]|[ ][a-z]|$)"
        ),
        name_first=re.compile(
            rf"(?:^|(?<=[\s(•·–’'-]))(?:{title}){{0,3}}(?P<name>{name})\s*(?:,|\(|[–-])\s*"
            rf"(?P<role>(?:the[ ]|la[ ]|el[ ]|le[ ]|l['’]|[A-Z][\w ]{{2,40}}['’]s?[ ])?"
            rf"(?:[A-Z][\w-]+[ ]){{0,3}}?(?i:{roles})\b"  # "Senior Social Protection Specialist"
            # up to a slash or the next sentence; a bracket may hold an acronym
            r"(?:(?![ ]/[ ]|\.\s+[A-ZÀ-Ý])(?:\s\([A-Z][\w.-]{1,14}\)|[^;()\n•|]))*)"
        ),
        # "the regional director for Latin America and the Caribbean, Luis Pérez": no name before the comma
        role_comma=re.compile(
            rf"\b(?P<role>(?i:{roles})\b[^.;:\[\]\n•·|/]{{0,140}}?),[ ](?:{title}){{0,2}}(?P<name>{name})"
            r"(?=[,.;:)]|[ ][a-z]|$)"
        ),
        # "..., Luis Pérez, ...", "and by Luis Pérez, ...": a name and nothing else
        whole=re.compile(rf"(?P<name>{name})(?=[,.;]|[ ](?:and|y|e|et)[ ]|$)"),
        slash=re.compile(rf"(?P<name>{name})\s?/\s?(?=[A-Z])"),
        role=re.compile(rf"\b(?i:{roles})\b"),
        beside=re.compile(
            rf"(?:^|(?<=[\s(:'’]))(?:{title}){{0,3}}(?P<name>{name})(?:,\s|\s\(|(?P<of>\s(?:of|from)\s))"
            rf"(?P<mission>{alternatives(words['missions'])}\s(?:of|de|del|du|de la|d['’])\s?(?:the\s|la\s)?)?"
            r"(?=[A-ZÀ-Ý])"
        ),
        role_words=AhoCorasick(sorted({lower_in_place(role) for role in listed}), store_patterns=False),
        ranks=re.compile(rf"\b(?:{alternatives(words['ranks'])}[ -]){{1,2}}$", re.IGNORECASE),
        never=frozenset(words["never"]),
        never_first=frozenset(words["never_first"]),
        particles=frozenset(words["particles"]),
    )


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
    yield from _before_slash(text, spans)
    yield from _beside_body(text, spans)
    for found in grammar().honorific.finditer(text):
        at, to = found.span("name")
        if _is_name(found["name"], at, to, spans, titled=True):
            yield Person(found["name"], at, to)


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
        if _is_name(found["name"], *found.span("name"), spans):
            yield Person(found["name"], *found.span("name"), tuple(_roles(text, at, end, spans)))
    end = 0
    for at in role_words:
        behind = _named_behind(text, at, spans) if at >= end else None
        if behind:
            end = behind.end()
            roles = tuple(_roles(text, *behind.span("role"), spans))
            before = spans.last_before(at)
            if before and before.code in "UOR" and _OWNER.fullmatch(text, before.to, at) and roles:
                roles = (replace(roles[0], body=before.entity), *roles[1:])
            if any(role.body for role in roles) or behind["role"].count(" ") <= 6:
                yield Person(behind["name"], *behind.span("name"), roles)


def _named_behind(text: str, at: int, spans: Row) -> re.Match[str] | None:
    """The name behind the role that begins at a place, and the words of the role."""
    for pattern in (grammar().role_first, grammar().role_comma):
        found = pattern.match(text, at)
        if found is None or end_of_role(text, *found.span("role")) < found.end("role"):
            continue
        if not _LOOSE_AND.search(found["role"]) and _is_name(found["name"], *found.span("name"), spans):
            return found
    return None


def _before_slash(text: str, spans: Row) -> Iterator[Person]:
    """As in "Name/Body"."""
    for found in grammar().slash.finditer(text) if "/" in text else ():
        body = spans.at(found.end())
        if body and body.code in "UORW" and _is_name(found["name"], *found.span("name"), spans):
            yield Person(found["name"], *found.span("name"), (Role("", body.at, body.to, body.entity),))


def _beside_body(text: str, spans: Row) -> Iterator[Person]:
    """As in "Name, Body", "Name (Body)", "Name of Body"; before a state the name needs a title, or a mission."""
    rules = grammar()
    for found in rules.beside.finditer(text):
        body = spans.at(found.end())
        codes = "UOR" if found["of"] and not found["mission"] else "UORWS"
        if body is None or body.code not in codes or not _is_name(found["name"], *found.span("name"), spans):
            continue
        closed = found[0][-1] == "(" or text[body.to : body.to + 1] in _CLOSING or text[body.to].isspace()
        if found[0][-1] == "(" and _ELECTED.match(text, body.to):
            continue
        if closed and (body.code != "S" or found["mission"] or rules.honorific.match(text, found.start())):
            role = Role(_title(found, text), body.at, body.to, body.entity)
            yield Person(found["name"], *found.span("name"), (role,))


def _title(found: re.Match[str], text: str) -> str:
    """The title before a name that is a role of its own: "Ambassador"."""
    before = text[found.start() : found.start("name")].strip()
    return before if before.rstrip(".") in _ROLES_IN_TITLES else ""


def _is_name(name: str, at: int, to: int, spans: Row, *, titled: bool = False) -> bool:
    rules = grammar()
    words = name.split()
    if not titled and len([w for w in words if w not in rules.particles]) < 2:
        return False
    if rules.never.intersection(words) or words[0] in rules.never_first or _OF_A_FIELD.search(name):
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


def _roles(text: str, at: int, to: int, spans: Row) -> Iterator[Role]:
    """The roles of "Coordinator of the Network and Director General of IOM": cut at "and" before a role word only."""
    starts = [m.start() for m in grammar().role.finditer(text, at, to)]
    cuts = [at, *(s for s in starts if s > at and _JOINS.search(text, max(at, s - _LONGEST_JOIN), s)), to]
    for begin, end in pairwise(cuts):
        body = next((s for s in spans.inside(begin, end) if s.code in "UORWPFES"), None)
        owned = _OWNS.match(text, body.to) if body and body.at == begin else None
        role = _LOOSE_END.sub("", text[owned.end() : end] if owned else text[begin : body.at if body else end])
        role = role if body else _GOES_ON.split(role, maxsplit=1)[0]
        role = _ARTICLE.sub("", role).strip(" ,")
        if role or body:
            yield Role(role, begin, body.to if body else end, body.entity if body else None)
