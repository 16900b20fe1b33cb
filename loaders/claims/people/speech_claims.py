"""Who speaks in a speech, and as what, from the lines above it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.claims.people.people_claims import role_claim
from loaders.claims.sentence.stated import Stated
from loaders.frame.speech_head import speech_head
from loaders.reading.blocks import Block, Spot
from loaders.recognition.people.people import find_people
from loaders.recognition.people.person import Person, Role
from loaders.recognition.recognition import Recognition

_COMMA = ", "
_LONGEST_LINE = 120
# to whom a letter goes
_ADDRESSED = re.compile(
    r"\W*(?:to|attention|for the attention of|cc|c\.c\.|copy|copies|copie|copia|con copia|à l['’]attention|à"
    r"|a la atención|at(?:t|n)n?\.?|para|destinataires?|destinatari[oa]s?)\b"
    r"(?:[^.:]{0,12}:|\s(?:of|de|du|d['’]|to|à|a)\b"
    r"|\s(?=(?:H\.?E|Mr|Ms|Mme|M\.|Madame|Monsieur|Son|Su|Sra?)\b))",
    re.IGNORECASE,
)


def speech_claims(found: Recognition, occasion: str | None) -> Iterator[Stated]:
    """spokeAt and holdsRole of those who deliver a speech; of its state where no person does.

    occasion: the meeting at which it was given, if at no round table of it.
    """
    if found.frame.genre != "speech":
        return
    head, occasion = list(speech_head(found.reading.blocks)), found.roundtable or occasion
    head = [block for block in head if not _ADDRESSED.match(block.text)]
    delivered = [(block, person) for block in head for person in found.people[block.order]]
    for block, person in delivered:
        line = Spot(block.order, 0, len(block.text))
        if occasion:
            yield Stated(subject=person.path, relation="spokeAt", object=occasion, spots=(line,), rule="statement-head")
        for role in _roles(found, head, block, person):
            yield from role_claim(person.path, role, line)
    if not delivered and occasion and found.speaker:
        for block in head:
            if any(span.entity == found.speaker for span in found.spans[block.order]):
                line = Spot(block.order, 0, len(block.text))
                yield Stated(
                    subject=found.speaker, relation="spokeAt", object=occasion, spots=(line,), rule="statement-head"
                )


def is_told_by_head(found: Recognition, block: Block, who: str, rule: str) -> bool:
    """Whether the head of a speech tells where somebody speaks: whom it names; and who thanks in it ("we thank")."""
    if found.frame.genre != "speech":
        return False
    if who == found.speaker:
        return rule == "said"
    return who.startswith("person/") and block in list(speech_head(found.reading.blocks))


def _roles(found: Recognition, head: list[Block], block: Block, person: Person) -> Iterator[Role]:
    """The offices that the head gives a person, also on its next line; of its state where of no body."""
    for role in person.roles:
        if role.body is None and found.speaker and role.text:
            yield Role(role.text, role.at, role.to, found.speaker)
    below = next((one for one in head if one.order == block.order + 1), None)
    if person.roles or below is None or block.text[person.to :].strip(" ,.*") or len(below.text) > _LONGEST_LINE:
        return
    text = block.text[: person.to] + _COMMA
    spans = [s for s in found.spans[block.order] if s.to <= person.to and s.code != "H"]
    spans += [replace(s, at=s.at + len(text), to=s.to + len(text)) for s in found.spans[below.order]]
    for same in find_people(text + below.text, spans):
        for role in same.roles if same.at == person.at else ():
            if role.body or found.speaker:
                yield Role(role.text, role.at, role.to, role.body or found.speaker)
