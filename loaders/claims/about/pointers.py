"""What a noun or a pronoun points back to, of things about objectives: "the programme", "this text", "it"."""

import re
from collections.abc import Callable, Sequence

from loaders.claims.sentence.subjects import is_devoted
from loaders.claims.sentence.units import Unit
from loaders.recognition.groups.committees import is_committee
from loaders.recognition.names.spans import Row

POINTERS = {
    "context-text": "I",
    "context-programme": "P",
    "context-working-group": "W",
    "context-seat": "W",
    "context-devoted": "IPWT",
}
"""The kinds of what is meant, by the name that rules give it."""
_ANY = "context-devoted"
_SEAT = "context-seat"  # there are seats on a committee, and none in a working group
_TO_THE_END = 10**9
_SENTENCES_BACK = 4
_PRONOUN = re.compile(r"(?:It|Il|Elle|Es|También|Forma parte|Pertenece)\b")


def pointed_at(
    name: str, unit: Unit, row: Callable[[int, str], Row], back: Sequence[int], group: str | None
) -> str | None:
    """What the passage, the one before it or its heading named last of its kind; nothing where a pronoun may mean two.

    row: the spans of some kinds in a block. back: the blocks before, nearest first. group: what the document is about,
    where that is a group.
    """
    above = [unit.block.section] if unit.block.section is not None else []
    for order, to in ((unit.block.order, unit.masked.at), *((order, _TO_THE_END) for order in [*back[:1], *above])):
        named = [span.entity for span in row(order, POINTERS[name]).starting(0, to) if _may_be_meant(name, span.entity)]
        if named and (name != _ANY or len(set(named)) == 1):
            return named[-1]
        if named:
            return group if group in named else None
    return group if "W" in POINTERS[name] and group and _may_be_meant(name, group) else None


def _may_be_meant(name: str, entity: str) -> bool:
    return is_devoted(entity) and (name != _SEAT or is_committee(entity))


def state_before(unit: Unit, row: Callable[[int, str], Row]) -> str | None:
    """The state that the sentences right before are about: the nearest that names any names one alone.

    One that names none is passed where it opens with a pronoun, as does what is told of the same state before.
    """
    for at, to in reversed(unit.block.sentences_before(unit.masked.at, _SENTENCES_BACK)):
        named = {span.entity for span in row(unit.block.order, "S").starting(at, to)}
        if named or not _PRONOUN.match(unit.block.text, at):
            return named.pop() if len(named) == 1 else None
    return None
