"""Claims for those whom a paper calls by their office alone: "The Chair thanked ...", "the Chair convened a meeting".

Who that is, the paper says elsewhere: the one who chairs the meeting at which it is said, where there is just one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from graph.records import Modality, Polarity
from loaders.claims.about.context import Context
from loaders.claims.sentence.masked import Masked, unmasked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Block, Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.sought import Sought
from loaders.rules.word_lists import fastest

_FIRM = (Modality.ASSERTED, Modality.PLANNED)
_ONE = r"(?:chair(?:person|man|woman)?|president[ea]|presidencia|présidente?|présidence)"
_SEVERAL = r"(?:co-?chairs|co-?president[ea]s|copresidencia|co-?présidente?s|coprésidence)"
_NAMED = rf"(?:the|el|la|los|las|le|les|l['’])\s?(?:(?P<several>{_SEVERAL})|(?P<one>{_ONE}))"
_OFFICE = rf"{_NAMED}\b(?! (?:of|de|del|du|des|for|pro)\b)(?!-)"
_OPENS = r"(?:opening|closing|welcome|(?:opening|closing) remarks|apertura|clausura|ouverture|clôture)"
_PROCESS = re.compile(r"(?:regional-)?process/")
_LIKE_AN_OFFICE = Sought(_NAMED, re.IGNORECASE)


@lru_cache(maxsize=1)
def _said() -> tuple[Sought, ...]:
    words = {name: fastest(name) for name in ("said", "spoke", "spoken-by", "speech-of")}
    return tuple(
        Sought(source, re.IGNORECASE)
        for source in (
            rf"(?:^|[.;] |, )(?:\w+, )?{_OFFICE}(?:, [^.;:]{{1,60}},)?(?:\s(?:then|also|también|ensuite))?\s"
            rf"(?:{words['said']}|{words['spoke']}|extended|gave|closed|opened)(?!\w)(?! (?:it|them) to)",
            rf"\b(?:{words['speech-of']}|{words['spoken-by']}(?:\s\w+){{0,2}}? (?:by|por|par)|{_OPENS} by)\s?{_OFFICE}",
            rf"\b(?:{words['speech-of']})\b[^.]{{1,250}}[;,]? (?:and|y|et) (?:by |por |par |de )?{_OFFICE}(?=[.;,]|$)",
            rf"(?:^|[.;] ){_OPENS}\s?:\s{_OFFICE}",
        )
    )


@lru_cache(maxsize=1)
def _convened() -> Sought:
    return Sought(
        rf"(?:^|[.;] |, )(?:\w+, )?{_OFFICE}\s(?:{fastest('organize')})(?!\w)[^⟦⟧.;]{{0,60}}⟦E#(?P<meeting>\d+)⟧",
        re.IGNORECASE,
    )


def officer_claims(
    found: Recognition, context: Context, stated: Sequence[Stated], sentences: Mapping[tuple[int, int], Masked]
) -> Iterator[Stated]:
    """What the chairs that `stated` tells of are said to have said, and to have convened.

    sentences: those with names, masked, by their block and place.
    """
    chairs = _chairs(stated)
    presiding = _presiding(chairs)
    for block in found.reading.blocks if chairs else ():
        if block in found.header:
            continue
        for at, to in _sentences_on_an_office(block):
            masked = sentences.get((block.order, at)) or unmasked(block, at, to)
            unit = Unit(masked, block, (Spot(block.order, at, to),))
            yield from _of_sentence(unit, context, chairs)
            if presiding:
                yield from _convenes(unit, presiding)


def _convenes(unit: Unit, holder: str) -> Iterator[Stated]:
    """As in "To this end, the Chair convened a consultation on 4 April": who holds the chair organizes it."""
    convened = _convened().search(unit.masked.text)
    if convened is None or convened["several"]:
        return
    qualification = qualify(unit.masked.text, convened.start(), convened.end())
    if qualification.polarity is Polarity.POSITIVE and qualification.modality in _FIRM:
        meeting = unit.masked.members(int(convened["meeting"]))[-1].span.entity
        yield Stated(subject=holder, relation="organizes", object=meeting, spots=unit.spots, rule="officer-convenes",
                     qualification=qualification, inferences=("context",))  # fmt: skip


def _presiding(chairs: Mapping[tuple[str, bool], Sequence[str]]) -> str | None:
    """Who chairs the only process of whose chair a paper tells; None where it tells of several, or of two who do."""
    of_processes = [holders for (body, joint), holders in chairs.items() if _PROCESS.match(body) and not joint]
    return of_processes[0][0] if len(of_processes) == 1 and len(of_processes[0]) == 1 else None


def _sentences_on_an_office(block: Block) -> Iterator[tuple[int, int]]:
    """Where the sentences stand that have what all patterns need."""
    sentences = block.sentences or ((0, len(block.text)),)
    offices = [office.start() for office in _LIKE_AN_OFFICE.finditer(block.text)]
    yield from ((at, to) for at, to in sentences if any(at <= office < to for office in offices))


def _of_sentence(unit: Unit, context: Context, chairs: Mapping[tuple[str, bool], Sequence[str]]) -> Iterator[Stated]:
    text = unit.masked.text
    for said in filter(None, (pattern.search(text) for pattern in _said())):
        meeting = context.fill("context-debate", unit, said.end())
        qualification = qualify(text, said.start(), said.end())
        holders = chairs.get((meeting or "", said["several"] is not None), ())
        wanted = len(holders) > 1 if said["several"] else len(holders) == 1
        if wanted and qualification.polarity is Polarity.POSITIVE and qualification.modality in _FIRM:
            for holder in holders:
                yield Stated(subject=holder, relation="spokeAt", object=meeting, spots=unit.spots, rule="officer",
                             qualification=qualification, inferences=("context",))  # fmt: skip
            return


def _chairs(stated: Sequence[Stated]) -> Mapping[tuple[str, bool], Sequence[str]]:
    """Who chairs each meeting, and who co-chairs it; persons before what they are of."""
    found: dict[tuple[str, bool], dict[str, None]] = defaultdict(dict)
    for one in stated:
        firm = one.qualification.modality in _FIRM and one.qualification.polarity is Polarity.POSITIVE
        if one.relation in ("chairs", "coChairs") and one.object and firm and not one.qualification.ended:
            found[one.object, one.relation == "coChairs"][one.subject] = None
    return {
        key: [one for one in holders if one.startswith("person/")] or list(holders) for key, holders in found.items()
    }
