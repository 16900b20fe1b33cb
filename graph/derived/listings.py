"""Whole lists that documents give of one thing, and where two of them differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.derived.predicates import lasting, whole_and_member
from graph.derived.statements import Statement
from graph.iris import entity_path
from graph.periods import overlaps


@dataclass(frozen=True, slots=True)
class Reading:
    """One set of members, as all the documents together give it (at one time, where time can change it)."""

    members: frozenset[str]
    time: str | None
    statements: tuple[Statement, ...]

    @property
    def documents(self) -> set[str]:
        """Who reads it so."""
        return {statement.document for statement in self.statements if statement.document}

    def on(self, member: str) -> list[Statement]:
        """The statements about one member."""
        return [statement for statement in self.statements if whole_and_member(statement)[1] == member]


def readings(statements: Iterable[Statement]) -> dict[str, list[Reading]]:
    """Readings of each thing that is listed: its IRI -> distinct readings, in a definite order."""
    listings: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if statement.listing and statement.asserted and statement.positive:
            whole, _ = whole_and_member(statement)
            listings.setdefault((whole, statement.listing), []).append(statement)
    groups: dict[str, dict[tuple[frozenset[str], str | None], list[Statement]]] = {}
    for (whole, _), listed in listings.items():
        members = frozenset(whole_and_member(statement)[1] for statement in listed)
        time = None if lasting(listed[0]) else min((s.time or "" for s in listed), default="")
        groups.setdefault(whole, {}).setdefault((members, time), []).extend(listed)
    return {
        whole: [
            Reading(members, time, tuple(sorted(listed, key=lambda s: s.iri)))
            for (members, time), listed in sorted(
                found.items(), key=lambda item: (sorted(item[0][0]), item[0][1] or "")
            )
        ]
        for whole, found in groups.items()
    }


def differing(found: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Pairs of readings, from different documents and of one time, that do not have the same members."""
    for one, other in combinations(found, 2):
        if one.members != other.members and len(one.documents | other.documents) > 1 and _of_one_time(one, other):
            yield one, other


def only_in(one: Reading, other: Reading) -> list[str]:
    """Members of the first that the second leaves out, of kinds that it lists: a list of states omits no body."""
    kinds = {_kind(member) for member in other.members}
    return sorted(member for member in one.members - other.members if _kind(member) in kinds)


def _definite(item: tuple[tuple[frozenset[str], str | None], object]) -> tuple[list[str], str]:
    (members, time), _ = item
    return sorted(members), time or ""


def _of_one_time(one: Reading, other: Reading) -> bool:
    if one.time is None or other.time is None:
        return True
    return bool(one.time and other.time) and overlaps(one.time, other.time)


def _kind(member: str) -> str:
    return (entity_path(member) or "").partition("/")[0]
