"""Who takes the floor in a record that gives each speaker a paragraph: "**Kenya.** Described its new law"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from loaders.claims.about.context import Context
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition

_DEBATE = re.compile(
    r"\b(?:interventions?|statements?|discussions?|debates?|exchange of views|contributions? from the floor|remarks"
    r"|débats?|intervenciones|declaraciones|exposiciones|intercambio|pronunciamientos|déclarations|échanges?|allocutions)\b",
    re.IGNORECASE,
)
# a name, what may stand in brackets behind it, and the stop before what they said
_TURN = re.compile(r"⟦(?P<code>[SUORWH])#(?P<group>\d+)⟧(?:\s\([^()]{1,90}\))?(?:\.|\s?[:–—-])(?=\s|$)")
_LEAST = 2


def turn_claims(found: Recognition, context: Context, units: Sequence[Unit]) -> Iterator[Stated]:
    """spokeAt for each name that opens a paragraph of a debate, where its neighbours open with names as well."""
    turns: dict[int | None, list[tuple[Unit, re.Match[str]]]] = defaultdict(list)
    for unit in units:
        opening = _TURN.match(unit.masked.text) if _opens(unit) else None
        if opening:
            turns[unit.block.section].append((unit, opening))
    for section, opened in turns.items():
        blocks = {unit.block.order for unit, _ in opened}
        heading = found.reading.blocks[section].text if section is not None else found.frame.title
        if len(blocks) < _LEAST or not (_DEBATE.search(heading) or _DEBATE.search(found.frame.title)):
            continue
        for unit, opening in opened:
            meeting = context.fill("roundtable-of-passage or context-debate", unit, 0)
            whole = Spot(unit.block.order, 0, len(unit.block.text))
            for member in unit.masked.members(int(opening["group"])) if meeting else ():
                for path in member.span.entities:
                    yield Stated(subject=path, relation="spokeAt", object=meeting, spots=(whole,), rule="turn",
                                 inferences=("context",))  # fmt: skip


def _opens(unit: Unit) -> bool:
    return not unit.joined and unit.spots[0].at == 0
