"""Developments among the statements of one topic: they differ, and need not disagree.

A value is made more exact, a plan is carried out or moved, an office passes on, a group or figure grows.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations, pairwise

from graph.derived.disagreements import affirmed_and_denied, periods_apart
from graph.derived.findings import Finding, iris
from graph.derived.listings import Reading, readings
from graph.derived.predicates import behaviour_of, lasting
from graph.derived.statements import Statement
from graph.periods import finer_than, order_key, overlaps
from graph.records import Modality
from ontology.terms import HAS_COUNT


def developments(statements: list[Statement]) -> list[Finding]:
    """All developments of one topic, in a definite order."""
    statements = sorted(statements, key=lambda statement: statement.iri)
    found = [
        *refinements(statements),
        *plans(statements),
        *successions(statements),
        *endings(statements),
        *figures_over_time(statements),
        *groups_over_time(statements),
    ]
    return list({finding.iri: finding for finding in found}.values())


def refinements(statements: list[Statement]) -> Iterator[Finding]:
    """A value of one document that says the same as another's, more exactly."""
    for by_value in _values(s for s in statements if s.positive and s.document).values():
        for coarse in by_value:
            for fine in by_value:
                said, exact = by_value[coarse], by_value[fine]
                if finer_than(fine, coarse) and _several_documents(said, exact):
                    yield _finding("refinement", [*said, *exact], (coarse, fine))


def plans(statements: list[Statement]) -> Iterator[Finding]:
    """What was planned, and what came of it (or the plan that took its place)."""
    positive = [s for s in statements if s.positive and s.document]
    for group in _same(positive, lambda s: (s.subject, s.object, s.role)).values():
        planned, done = _split(group)
        if planned and done:
            yield _finding("planAndOutcome", group, object_of=group[0])
    for by_value in _values(positive).values():
        for (one, first), (other, second) in combinations(sorted(by_value.items()), 2):
            if overlaps(one, other):
                continue
            planned = [*_split(first)[0], *_split(second)[0]]
            if planned and _several_documents(first, second):
                yield _finding("planAndOutcome", [*first, *second], (one, other))


def successions(statements: list[Statement]) -> Iterator[Finding]:
    """One holder of an office after another, by the periods stated."""
    held = [s for s in statements if s.asserted and s.positive and s.period and behaviour_of(s.predicate).office]
    for group in _same(held, lambda s: (s.object, s.role)).values():
        terms = _same(group, lambda s: (s.period, s.subject))
        in_order = sorted(terms.values(), key=lambda term: (order_key(term[0].period or ""), term[0].subject))
        for before, after in pairwise(in_order):
            both = [*before, *after]
            passed_on = periods_apart(before[0], after[0]) and before[0].subject != after[0].subject
            if passed_on and any(s.document for s in both):
                apart = (before[0].subject, before[0].period or "", after[0].subject, after[0].period or "")
                yield _finding("succession", both, apart, object_of=after[0])


def endings(statements: list[Statement]) -> Iterator[Finding]:
    """A membership that one text states and another calls over, or denies for another period."""
    asserted = [s for s in statements if s.asserted and s.document]
    for group in _same(asserted, lambda s: (s.subject, s.object, s.role)).values():
        over = [s for s in group if s.ended and s.positive]
        going_on = [s for s in group if not s.ended and s.positive]
        denied = [s for pair in affirmed_and_denied(group) if periods_apart(*pair) for s in pair]
        if over and going_on:
            yield _finding("succession", [*going_on, *over], ("ended",), object_of=group[0])
        if denied:
            yield _finding("succession", denied, ("denied",), object_of=group[0])


def figures_over_time(statements: list[Statement]) -> Iterator[Finding]:
    """A figure that is another one later."""
    figures = [s for s in statements if s.predicate == HAS_COUNT and s.asserted and s.document and s.time]
    for group in _same((s for s in figures if not lasting(s)), lambda s: (s.subject, s.unit, s.measure)).values():
        moments = _same(group, lambda s: (s.time, s.object))
        in_order = sorted(
            moments.values(), key=lambda moment: (order_key(moment[0].time or ""), moment[0].object.value)
        )
        for before, after in pairwise(in_order):
            if before[0].object != after[0].object and not overlaps(before[0].time or "", after[0].time or ""):
                apart = tuple(
                    part or ""
                    for s in (before[0], after[0])
                    for part in (s.unit, s.measure, s.time, s.object.value)
                )  # fmt: skip
                yield _finding("growth", [*before, *after], apart)


def groups_over_time(statements: list[Statement]) -> Iterator[Finding]:
    """A whole list that has other members later."""
    for whole, found in sorted(readings(statements).items()):
        dated = sorted((reading for reading in found if reading.time), key=_reading_order)
        for before, after in pairwise(dated):
            if before.members != after.members and not overlaps(before.time or "", after.time or ""):
                apart = (whole, before.time or "", after.time or "")
                yield _finding("growth", [*before.statements, *after.statements], apart)


def _reading_order(reading: Reading) -> tuple[object, ...]:
    return (order_key(reading.time or ""), sorted(reading.members))


def _finding(
    kind: str, statements: Iterable[Statement], apart: tuple[str, ...] = (), object_of: Statement | None = None
) -> Finding:
    statements = list(statements)
    one = object_of or min(statements, key=lambda s: s.subject)
    return Finding(
        kind, one.subject, one.predicate, object_of.object if object_of else None, between=iris(statements), apart=apart
    )


def _same(statements: Iterable[Statement], key: Callable[[Statement], Hashable]) -> dict[Hashable, list[Statement]]:
    groups: dict[Hashable, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(key(statement), []).append(statement)
    return groups


def _values(statements: Iterable[Statement]) -> dict[object, dict[str, list[Statement]]]:
    """Subject -> value -> statements, asserted or planned, of relations that have one value."""
    groups: dict[object, dict[str, list[Statement]]] = {}
    for s in statements:
        if behaviour_of(s.predicate).single and s.modality in (Modality.ASSERTED, Modality.PLANNED):
            groups.setdefault(s.subject, {}).setdefault(s.object.value, []).append(s)
    return groups


def _split(group: Iterable[Statement]) -> tuple[list[Statement], list[Statement]]:
    """Planned and asserted statements."""
    group = list(group)
    return [s for s in group if s.modality == Modality.PLANNED], [s for s in group if s.asserted]


def _several_documents(one: Iterable[Statement], other: Iterable[Statement]) -> bool:
    return len({statement.document for statement in (*one, *other)}) > 1
