"""What clauses without a verb of their own tell: the same as those before them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.claims.clause_claims import plain
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.clauses.elided import elided
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition

_AT_MEETINGS = frozenset({"spokeAt", "participatesIn"})


def elided_claims(found: Recognition, told: Iterable[Unit], stated: Sequence[Stated]) -> Iterator[Stated]:
    """spokeAt and participatesIn of those who do as the one before them. told: the readings of each sentence."""
    known: dict[Spot, list[Stated]] = defaultdict(list)
    for one in stated:
        if one.relation in _AT_MEETINGS:
            known[one.spots[0]].append(one)
    for unit in plain(told):
        here = list(known.get(unit.spots[0], ()))
        language = found.language_of(unit.masked.text) if here else ""
        for number, before in elided(unit.masked.text, language) if language else ():
            first = {member.span.entity for member in unit.masked.members(before)}
            spoken = {one.subject for one in here}
            for one in [one for one in here if one.subject in first]:
                for member in unit.masked.members(number):
                    if member.span.entity not in spoken:
                        here.append(replace(one, subject=member.span.entity, rule="elided", listing=None, role=None))
                        yield here[-1]
