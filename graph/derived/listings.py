"""Whole lists that documents give of one thing, and where two of them differ."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from graph.derived.predicates import lasting, whole_and_member
from graph.derived.statements import Statement
from graph.iris import entity_path
from graph.periods import order_key


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


@dataclass(frozen=True, slots=True)
class Sides:
    """Readings, by number, that have a member, and those of the same time that leave it out; of several documents."""

    having: dict[int, Reading] = field(default_factory=dict)
    lacking: dict[int, Reading] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Listed:
    number: int
    reading: Reading
    documents: frozenset[str]
    kinds: frozenset[str]


def in_question(found: Iterable[Reading]) -> dict[str, Sides]:
    """Members that one document has on a list and another, of the same time, has not.

    Readings are compared member by member and not one by one: of some lists there are thousands.
    """
    questions: dict[str, Sides] = {}
    for has, lacks in _of_one_time(_by_time(found)):
        for member, having in _by_member(has).items():
            lacking = _without(member, lacks)
            with_it, without = _contested(having, lacking), _contested(lacking, having)
            if with_it and without:
                sides = questions.setdefault(member, Sides())
                sides.having.update(with_it)
                sides.lacking.update(without)
    return questions


def _by_member(found: Iterable[_Listed]) -> dict[str, list[_Listed]]:
    having: dict[str, list[_Listed]] = {}
    for one in found:
        for member in one.reading.members:
            having.setdefault(member, []).append(one)
    return having


def _without(member: str, found: Iterable[_Listed]) -> list[_Listed]:
    """Those that leave it out and list others of its kind: a list of states omits no body."""
    kind = _kind(member)
    return [one for one in found if kind in one.kinds and member not in one.reading.members]


def _contested(found: Iterable[_Listed], others: Iterable[_Listed]) -> dict[int, Reading]:
    """Those that some of the others, by another document, stand against."""
    against = frozenset[str]().union(*(other.documents for other in others))
    return {one.number: one.reading for one in found if against and len(one.documents | against) > 1}


def _by_time(found: Iterable[Reading]) -> dict[str | None, list[_Listed]]:
    groups: dict[str | None, list[_Listed]] = {}
    for number, reading in enumerate(found):
        kinds = frozenset(map(_kind, reading.members))
        groups.setdefault(reading.time, []).append(_Listed(number, reading, frozenset(reading.documents), kinds))
    return groups


def _of_one_time(groups: Mapping[str | None, list[_Listed]]) -> Iterator[tuple[list[_Listed], list[_Listed]]]:
    """Groups whose times may share a day, in both directions; what has no time is of any."""
    for one, other in _meeting_times(groups):
        yield groups[one], groups[other]
        if one != other:
            yield groups[other], groups[one]


def _meeting_times(times: Collection[str | None]) -> Iterator[tuple[str | None, str | None]]:
    if None in times:
        yield from ((None, time) for time in times)
    dated = sorted((time for time in times if time), key=order_key)
    for number, time in enumerate(dated):
        last = order_key(time)[1]
        for other in islice(dated, number, None):
            if order_key(other)[0] > last:
                break
            yield time, other


def _kind(member: str) -> str:
    return (entity_path(member) or "").partition("/")[0]
