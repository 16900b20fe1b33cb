"""What lists of names are told to be by the noun or verb that introduces them, where no rule told of their names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from loaders.claims.about.context import Context
from loaders.claims.about.focus import AT_MEETINGS, OF_NO_MEETING
from loaders.claims.claims import stated_by
from loaders.claims.clause_claims import plain
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.clauses.lists import Cue, goes_on, listed
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.rulebook import KINDS, Rule

_LISTED = frozenset("SUORW")
_OTHERS = frozenset("CDENIJT")
_LEAST = 2
_GROUPS = "working-group/"
_OF_ITS_STATES = "listed-of-body"  # "the States of ⟦O⟧ (⟦S⟧) and ⟦S⟧": the last is none of them
_TOKEN = re.compile(r"⟦([A-Z]+)#(\d+)⟧")
# relations by which one of a kind is told already: who observed or spoke was there
_SAME = {
    "participatesIn": frozenset({"participatesIn", "observerOf", "spokeAt", "hosts", "organizes"}),
    "observerOf": frozenset({"observerOf"}),
    "memberOf": frozenset({"memberOf", "memberOfCommittee", "observerOf", "championOf", "chairs", "coChairs", "leads"}),
}


def list_claims(
    found: Recognition, context: Context, told: Iterable[Unit], stated: Sequence[Stated]
) -> Iterator[Stated]:
    """What is told of lists of which nothing of the kind was found in their sentence.

    told: the readings of each sentence. stated: what was found in them.
    """
    known: dict[Spot, list[Stated]] = defaultdict(list)
    for one in stated:
        known[one.spots[0]].append(one)
    for unit in plain(told):
        if "⟧" not in unit.masked.text:
            continue
        here = known[unit.spots[0]]
        listing = list(_of_lists(found, context, unit, here))
        yield from listing
        yield from _too(found, unit, [*here, *listing])


def _of_lists(found: Recognition, context: Context, unit: Unit, known: Sequence[Stated]) -> Iterator[Stated]:
    lists = _lists(unit)
    text = unit.masked.text
    language = found.language_of(text) if lists else ""
    for one in listed(text, lists, language) if language else ():
        relation = one.cue.relation
        members = {member.span.entity for member in unit.masked.members(one.number)}
        if any(of.relation in _SAME[relation] and of.subject in members for of in known):
            continue
        if found.frame.genre in OF_NO_MEETING and relation == "participatesIn":
            continue
        match = _at(one.number, one.body).match(text, one.at, one.to)
        for told in stated_by(found, unit, context, _rule(one.cue), match) if match else ():
            if not one.of_group or relation in AT_MEETINGS or (told.object or "").startswith(_GROUPS):
                yield told


def _lists(unit: Unit) -> dict[int, int]:
    """Where the lists of two names or more begin, by the numbers of their tokens."""
    found: dict[int, int] = {}
    if all(len(group) < _LEAST for group in unit.masked.groups):
        return found
    for token in _TOKEN.finditer(unit.masked.text):
        members = unit.masked.members(int(token[2]))
        if len(members) >= _LEAST and all(member.span.code in _LISTED for member in members):
            found[int(token[2])] = token.start()
    return found


def _too(found: Recognition, unit: Unit, known: Sequence[Stated]) -> Iterator[Stated]:
    """Who is told of with those before them, in a list that other words part: "by ⟦S⟧, and by the embassy of ⟦S⟧"."""
    subjects = {one.subject for one in known if one.relation in _SAME}
    if not subjects:
        return
    text, tokens = unit.masked.text, list(_TOKEN.finditer(unit.masked.text))
    language = found.language_of(text)
    for before, behind in pairwise(token for token in tokens if not _OTHERS.issuperset(token[1])):
        members = [member.span for member in unit.masked.members(int(behind[2]))]
        first = {member.span.entity for member in unit.masked.members(int(before[2]))} & subjects
        if not first or not all(span.code in _LISTED for span in members):
            continue
        if not language or not goes_on(text, before.end(), behind.start(), behind.end(), language):
            continue
        told = [one for one in known if one.subject in first and one.relation in _SAME and one.rule != _OF_ITS_STATES]
        for one in told:
            new = [span for span in members if span.entity not in subjects]
            for span in new:
                yield replace(one, subject=span.entity, rule="listed-too", listing=None, role=None)


@lru_cache(maxsize=64)
def _at(number: int, body: int | None) -> re.Pattern[str]:
    before = rf".*?⟦[A-Z]+#(?P<o>{body})⟧" if body is not None else ""
    return re.compile(rf"{before}.*?⟦[A-Z]+#(?P<s>{number})⟧.*", re.DOTALL)


@lru_cache(maxsize=64)
def _rule(cue: Cue) -> Rule:
    """What makes the claims of a cue."""
    return Rule(
        id=cue.id, relation=cue.relation, object=cue.object, patterns=(), only={},
        kinds={"s": KINDS["member"], "o": KINDS["joined"]},
    )  # fmt: skip
