"""Whom a text means by an office alone: "the Minister told delegates", behind "the Minister of Labour, Ms. Otieno".

The office is that of one person alone of those named before, and nothing behind it makes it that of another body.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.recognition.names.spans import Row, apart, longest_first
from loaders.recognition.people.person import Person
from loaders.recognition.people.person_grammar import grammar
from loaders.recognition.recognition import Recognition

_DEFINITE = re.compile(r"(?:\b(?:the|el|la|le)\s|\bl['’])$", re.IGNORECASE)
_LONGEST_ARTICLE = 6
_WORD = re.compile(r"[\w'’-]+")
# "of the ...", "de ...", a name: it is the office of another
_ANOTHERS = re.compile(
    r"['’]s\b|-|,?\s(?!(?:A|El|La|Le|On|In|En)\b)[A-ZÀ-Ý]|\s(?:of|for|de|del|du|des|d['’]|para|pour|and [a-z]+ of)\b\s?"
    r"|,\s(?:(?:Mrs?|Ms|Sra?|Mme|Dra?|H\.E|M)\.?\s|(?:la|el|le|the)\s[A-Z])",
)
# offices of a moment, or that many hold
_OF_MANY = re.compile(
    r"(?i:chair|co-?chair|president|présid|representa|représent|expert|delegat?|member|agent|responsable|officer)"
)


def join_offices(found: Recognition) -> None:
    """Makes "the Minister" a mention of the person who was called so before."""
    held: dict[str, set[str]] = {}
    spoken_of: dict[str, Person] = {}
    for block in found.reading.blocks:
        people = sorted(found.people.get(block.order, ()), key=lambda p: p.at)
        if held or people:
            new = apart(_mentions(found, block.order, block.text, people, held, spoken_of))
            if new:
                found.people[block.order] += new
                found.spans[block.order] = longest_first([*found.spans[block.order], *(p.span for p in new)])


def _mentions(
    found: Recognition, order: int, text: str, people: Sequence[Person], held: dict[str, set[str]],
    spoken_of: dict[str, Person],
) -> Iterator[Person]:  # fmt: skip
    row, waiting = Row(found.spans[order]), list(people)
    for at, to in _offices(text):
        while waiting and waiting[0].at < at:
            _hold(waiting.pop(0), held, spoken_of)
        meant = _holder(text, at, to, held)
        if meant and not row.touching(at, to):
            yield Person(text[at:to], at, to, known=replace(spoken_of[meant].span, at=at, to=to, method="coreference"))
    for person in waiting:
        _hold(person, held, spoken_of)


def _hold(person: Person, held: dict[str, set[str]], spoken_of: dict[str, Person]) -> None:
    spoken_of.setdefault(person.path, person)
    for role in person.roles:
        words = _WORD.findall(role.text.casefold())
        for count in range(1, len(words) + 1):
            held.setdefault(" ".join(words[:count]), set()).add(person.path)


def _offices(text: str) -> Iterator[tuple[int, int]]:
    """Where an office stands behind an article."""
    for noun in grammar().role.finditer(text):
        if _DEFINITE.search(text, max(0, noun.start() - _LONGEST_ARTICLE), noun.start()):
            yield noun.span()


def _holder(text: str, at: int, to: int, held: Mapping[str, set[str]]) -> str | None:
    words = " ".join(_WORD.findall(text[at:to].casefold()))
    holders = held.get(words, set())
    if len(holders) != 1 or _OF_MANY.search(words) or _ANOTHERS.match(text, to):
        return None
    return next(iter(holders))
