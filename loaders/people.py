"""Persons and their roles, by how papers of this kind write them.

"Name, Role, Body" (agenda items) - "Role of Body, Name" - honorific and name - "Name/Body".
A name stands as it is written; titles are taken off.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus
from loaders.lexicons import alternatives, load
from loaders.spans import Span


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is at a body: `text` as written, at [at, to); the body it names, if known."""

    text: str
    at: int
    to: int
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A name at [at, to) and the roles that stand with it."""

    name: str
    at: int
    to: int
    roles: tuple[Role, ...] = field(default=())
    known: Span | None = None

    @property
    def path(self) -> str:
        """Entity path: the known person's, else one minted from the name."""
        return self.known.entity if self.known else f"person/{slug(self.name)}"

    @property
    def span(self) -> Span:
        """The span of the name."""
        return self.known or Span(self.at, self.to, "H", self.path, "pattern", LinkStatus.PROVISIONAL)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns and word sets."""

    name: str
    honorific: re.Pattern[str]
    role_first: re.Pattern[str]
    name_first: re.Pattern[str]
    slash: re.Pattern[str]
    role: re.Pattern[str]
    beside: re.Pattern[str]
    never: frozenset[str]
    particles: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of names, compiled once a process."""
    words = load("people")
    particle = alternatives(words["particles"])
    part = r"[A-ZÁÉÍÓÚÑÜÖÄÇŞÀÈÂÊÎÔÛ][\w'’-]*[a-záéíóúñüöäçşàèâêîôûß]"
    initial = r"[A-Z]\."
    name = rf"{part}(?:[ ](?:(?:{particle}[ -]){{1,2}})?(?:{part}|{initial})){{1,4}}"
    honorifics = alternatives([re.escape(h) for h in words["honorifics"]])
    roles = alternatives([re.escape(r) for listed in words["roles"].values() for r in listed])
    title = rf"(?:(?:{honorifics})\.?[ ])"
    return Grammar(
        name=name,
        honorific=re.compile(rf"\b(?<!\w\.){title}+(?P<name>{name}|{part})"),
        role_first=re.compile(
            rf"\b(?P<role>(?i:{roles})\b[^.;:()\[\]]{{0,110}}?),?[ ](?:{title}){{0,2}}(?P<name>{name})(?=[,.;:)]|[ ][a-z]|$)"
        ),
        name_first=re.compile(
            rf"(?:^|(?<=[\s(•·–-]))(?:{title}){{0,3}}(?P<name>{name})\s*(?:,|\(|[–-])\s*(?P<role>(?:the[ ]|la[ ]|el[ ]|le[ ]|l['’])?"
            rf"(?i:{roles})\b(?:(?![ ]/[ ]|\.\s+[A-ZÀ-Ý]|[, ]\s?(?:and|et|y|e)?\s?(?:M|Mme|Mr|Ms|Mrs|Dr|Sra?)\.?[ ][A-ZÀ-Ý])[^;()\n])*)"
        ),
        slash=re.compile(rf"(?P<name>{name})\s?/\s?(?=[A-Z])"),
        role=re.compile(rf"\b(?i:{roles})\b"),
        beside=re.compile(rf"(?:^|(?<=[\s(:]))(?:{title}){{0,3}}(?P<name>{name})(?:,\s|\s\()(?=[A-Z])"),
        never=frozenset(words["never"]),
        particles=frozenset(words["particles"]),
    )


def find_people(text: str, known: Iterable[Span]) -> list[Person]:
    """The persons of one block. `known`: spans already linked; a name never runs into one.

    A name found twice keeps the reading that tells a role.
    """
    spans = sorted((s for s in known if s.code != "H"), key=lambda s: s.at)
    listed = [s for s in known if s.code == "H"]
    found: dict[tuple[int, int], Person] = {}
    for person in _candidates(text, spans):
        person = replace(person, known=next((s for s in listed if s.at <= person.to and person.at <= s.to), None))
        place = (person.at, person.to)
        if place not in found or len(person.roles) > len(found[place].roles):
            found[place] = person
    kept: list[Person] = []
    for person in sorted(found.values(), key=lambda p: (-len(p.roles), p.at - p.to)):
        if all(person.to <= other.at or other.to <= person.at for other in kept):
            kept.append(person)
    return sorted(kept, key=lambda p: p.at)


def _candidates(text: str, spans: list[Span]) -> Iterator[Person]:
    rules = grammar()
    for found in rules.name_first.finditer(text):
        if _is_name(found["name"], found.start("name"), found.end("name"), spans):
            yield Person(found["name"], found.start("name"), found.end("name"), tuple(_roles(text, found, spans)))
    for found in rules.role_first.finditer(text):
        if _is_name(found["name"], found.start("name"), found.end("name"), spans):
            roles = tuple(_roles(text, found, spans))
            if any(role.body for role in roles) or found["role"].count(" ") <= 3:
                yield Person(found["name"], found.start("name"), found.end("name"), roles)
    for found in rules.slash.finditer(text):
        body = next((s for s in spans if s.at == found.end() and s.code in "UORW"), None)
        if body and _is_name(found["name"], found.start("name"), found.end("name"), spans):
            role = Role("", body.at, body.to, body.entity)
            yield Person(found["name"], found.start("name"), found.end("name"), (role,))
    for found in rules.beside.finditer(text):
        body = next((s for s in spans if s.at == found.end() and s.code in "UORWS"), None)
        closed = body is not None and (found[0][-1] == "(" or not text[body.to : body.to + 1].strip() or text[body.to] in ".;,)/")
        titled = rules.honorific.match(text, found.start()) is not None
        if body and closed and (body.code != "S" or titled) and _is_name(found["name"], *found.span("name"), spans):
            yield Person(found["name"], *found.span("name"), (Role(_title(found, text), body.at, body.to, body.entity),))
    for found in rules.honorific.finditer(text):
        at, to = found.span("name")
        if _is_name(found["name"], at, to, spans, titled=True):
            yield Person(found["name"], at, to)


def _title(found: re.Match[str], text: str) -> str:
    """The title before a name that is a role of its own: "Ambassador"."""
    before = text[found.start() : found.start("name")].strip()
    return before if before.rstrip(".") in ("Ambassador", "Amb", "Embajador", "Embajadora", "Ambassadeur", "Ambassadrice") else ""


def _is_name(name: str, at: int, to: int, spans: list[Span], *, titled: bool = False) -> bool:
    rules = grammar()
    words = name.split()
    if not titled and len([w for w in words if w not in rules.particles]) < 2:
        return False
    if any(word in rules.never for word in words) or rules.role.match(name):
        return False
    # "Georgia Whitfield, Senior Specialist" is no state: a first name may be one, where more of the name follows
    clash = [s for s in spans if not (s.to <= at or to <= s.at)]
    return all(s.code == "S" and s.at == at and s.to < to and s.method in ("name", "variant") for s in clash)


def _roles(text: str, found: re.Match[str], spans: list[Span]) -> Iterator[Role]:
    """The roles of "Coordinator of the Network and Director General of IOM": split at "and" before a role word only."""
    rules = grammar()
    at, to = found.span("role")
    starts = [m.start() for m in rules.role.finditer(text, at, to)]
    cuts = [at] + [s for s in starts if s > at and re.search(r"(?:\band|\by|\bet|&|,)\s+(?:the\s+)?$", text[at:s])] + [to]
    for begin, end in zip(cuts, cuts[1:], strict=False):
        body = next((s for s in spans if begin <= s.at and s.to <= end and s.code in "UORWPFES"), None)
        role_to = body.at if body else end
        role = re.sub(r"[\s,–-]*(?:\b(?:of|at|for|to|in|de|del|du|des|d|the|la|el|le|los|las|and|y|et)\b['’]?[\s,]*)*$", "", text[begin:role_to])
        role = re.sub(r"^(?:the|la|el|le)\s+", "", role).strip(" ,")
        if role or body:
            yield Role(role, begin, body.to if body else end, body.entity if body else None)
