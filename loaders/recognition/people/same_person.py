"""Who is meant where a text does not give the whole name again: "Ms. Haddad", or the name without its role."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from unicodedata import combining, normalize

from loaders.recognition.names.spans import Row, Span, apart, longest_first
from loaders.recognition.people.person import Person
from loaders.recognition.people.person_grammar import grammar
from loaders.recognition.people.told_people import speaking_surname
from loaders.recognition.recognition import Recognition

# words with a capital letter one behind the other
_RUN = re.compile(r"(?<![\w'’-])(?:[^\W\d_a-zß-öø-ÿ][\w'’-]{2,}[ ]?)+(?<![ ])(?!\w)")


def join_persons(found: Recognition) -> None:
    """Makes later mentions of a person those of the person: by surname behind a title, by the whole name anywhere."""
    full = {p.name: p for people in found.people.values() for p in people if " " in p.name}
    if not full:
        return
    surnames = _surnames(full)
    for order, people in found.people.items():
        joined = [_as_known(person, surnames) for person in people]
        if joined != people:
            paths = {(p.at, p.to): p.span for p in joined}
            found.people[order] = joined
            found.spans[order] = [paths.get((s.at, s.to), s) if s.code == "H" else s for s in found.spans[order]]
    _mention(found, full, surnames)


def _plain(name: str) -> str:
    """A name without accents and small letters: authors differ over them."""
    if name.isascii():
        return name.casefold()
    return "".join([c for c in normalize("NFD", name) if not combining(c)]).casefold()


def _surnames(full: Mapping[str, Person]) -> Mapping[str, Person]:
    """Persons by the last words of their names, where only one has them."""
    by_ending: dict[str, list[Person]] = {}
    for name, person in full.items():
        words = name.split()
        for count in range(1, min(3, len(words))):
            by_ending.setdefault(_plain(" ".join(words[-count:])), []).append(person)
            # "Gabriela Montalvo Ríos" is "la Sra. Montalvo"
            by_ending.setdefault(_plain(" ".join(words[-count - 1 : -1])), []).append(person)
        if "-" in words[-1]:  # "Raquel Chaves-Ureña" is "Chaves"
            by_ending.setdefault(_plain(words[-1].partition("-")[0]), []).append(person)
    return {ending: people[0] for ending, people in by_ending.items() if len({p.path for p in people}) == 1}


def _as_known(person: Person, surnames: Mapping[str, Person]) -> Person:
    meant = surnames.get(_plain(person.name))
    if meant is None or meant.path == person.path or person.known or len(person.name.split()) > 2:
        return person
    span = replace(meant.span, at=person.at, to=person.to, method="coreference")
    return replace(person, known=span)


def _mention(found: Recognition, full: Mapping[str, Person], surnames: Mapping[str, Person]) -> None:
    """A name that was told once is a name wherever it stands; a surname alone where it is said to speak."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(full, key=len, reverse=True)))})(?!\w)")
    for block in found.reading.blocks:
        named = [(full[m[0]], *m.span()) for m in pattern.finditer(block.text)]
        named += _by_surname(block.text, surnames)
        if not named:
            continue
        row = Row(found.spans[block.order])
        new = apart(
            Person(block.text[at:to], at, to, known=_at(person, at, to))
            for person, at, to in named
            if not row.touching(at, to)
        )
        if new:
            found.people[block.order] += new
            found.spans[block.order] = longest_first([*found.spans[block.order], *(p.span for p in new)])


def _by_surname(text: str, surnames: Mapping[str, Person]) -> Iterator[tuple[Person, int, int]]:
    """A surname that stands for itself: no part of a longer name, and no street or school that is called so."""
    plain = _plain(text)
    if not any(ending in plain for ending in surnames):  # most passages, and the patterns are slow
        return
    for run in _RUN.finditer(text):
        at = run.start() + (run[0].find(" ") + 1) * (run[0].partition(" ")[0] in grammar().openers)
        name = _plain(text[at : run.end()])
        person = surnames.get(name)
        if person and " " in person.name and not _plain(person.name).startswith(f"{name} "):
            yield person, at, run.end()
    for pattern in speaking_surname():
        for named in pattern.finditer(text):
            person = surnames.get(_plain(named["name"]))
            if person and " " in person.name:
                yield person, *named.span("name")


def _at(person: Person, at: int, to: int) -> Span:
    return replace(person.span, at=at, to=to, method="coreference")
