"""What the clauses of a sentence tell beyond what its rules found: of each verb, of whom it is said."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.claims.about.context import Context
from loaders.claims.claims import OF_PERSONS, stated_by
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.clauses.clauses import Clause, clauses
from loaders.clauses.words import ACTORS
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import load
from loaders.rules.nearby import is_forbidden
from loaders.rules.rulebook import KINDS, Rule, rules

_OF_MEMBERS = ("regional-process/", "un-entity/un-network-on-migration")
_SHAPES = {
    "s": re.compile(r"⟦[A-Z]+#(?P<s>\d+)⟧.*", re.DOTALL),
    "so": re.compile(r"⟦[A-Z]+#(?P<s>\d+)⟧.*⟦[A-Z]+#(?P<o>\d+)⟧", re.DOTALL),
    "os": re.compile(r"⟦[A-Z]+#(?P<o>\d+)⟧.*⟦[A-Z]+#(?P<s>\d+)⟧", re.DOTALL),
}


def clause_claims(
    found: Recognition, context: Context, told: Iterable[Unit], stated: Sequence[Stated]
) -> Iterator[Stated]:
    """What clauses tell that no rule found in the same sentence. told: the readings of each sentence."""
    known: dict[Spot, set[tuple[str, str]]] = defaultdict(set)
    for one in stated:
        known[one.spots[0]].add((one.subject, one.relation))
    for unit in plain(told):
        here = known[unit.spots[0]]
        if not _says_of_others(unit.masked, {subject for subject, _ in here}):
            continue
        language = found.language_of(unit.masked.text)
        if not language:
            continue
        for clause in clauses(unit.masked.text, len(unit.masked.groups), language):
            for claim in _of_clause(found, context, unit, clause):
                if (claim.subject, claim.relation) not in here and not _is_doubtful(claim, context):
                    yield claim


def _is_doubtful(claim: Stated, context: Context) -> bool:
    """Whether a clause may tell of another meeting, or of the members of a process or network and not of itself."""
    elsewhere = bool(claim.inferences) and claim.relation == "spokeAt" and claim.object != context.main
    return elsewhere or (claim.subject.startswith(_OF_MEMBERS) and claim.relation in OF_PERSONS)


def _says_of_others(masked: Masked, told: set[str]) -> bool:
    """Whether a sentence names someone of whom nothing was found in it."""
    return any(m.span.code in ACTORS and m.span.entity not in told for group in masked.groups for m in group)


def plain(told: Iterable[Unit]) -> Iterator[Unit]:
    """Of the readings of each sentence the one without its brackets and with persons by their names alone."""
    of_sentence: dict[tuple[int, int], Unit] = {}
    for unit in told:
        if not unit.joined and unit.masked.plain:
            of_sentence.setdefault((unit.block.order, unit.masked.at), unit)
    return iter(of_sentence.values())


def _of_clause(found: Recognition, context: Context, unit: Unit, clause: Clause) -> Iterator[Stated]:
    rule = _rules()[clause.verbs]
    if rule.genres and found.frame.genre not in rule.genres:
        return
    if rule.forbid and rule.forbid.search(clause.text):
        return
    match = _SHAPES[clause.shape].match(clause.text, clause.at, clause.to)
    if match and not is_forbidden(clause.text, match, rule.forbid, rule.forbid_within):
        masked = unit.masked
        doers = tuple(member for number in clause.subjects for member in masked.groups[number])
        told = replace(masked, text=clause.text, groups=(*masked.groups, doers))
        yield from stated_by(found, replace(unit, masked=told), context, rule, match)


@lru_cache(maxsize=1)
def _rules() -> dict[str, Rule]:
    """For each class of verbs the rule that makes its claims."""
    by_id = {rule.id: rule for rule in rules()}
    made = {}
    for row in load("clauses")["verbs"]:
        like = by_id[row["as"]]
        made[like.id] = replace(
            like, id=f"clause-{like.id}", patterns=(), object=row.get("object", like.object), subject="", examples=(),
            kinds={"s": like.kinds["s"], "o": row.get("of", KINDS["meeting"])},
        )  # fmt: skip
    return made
