"""Disagreements among the statements of one topic: what cannot all hold.

Compared is only what documents assert. Each document may be right about its own time: where time can
change a thing, only statements of one time are compared (graph.derived.developments has the rest).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import combinations

from graph.columns import node
from graph.derived.findings import Finding, iris
from graph.derived.listings import Sides, in_question, readings
from graph.derived.predicates import behaviour_of, lasting
from graph.derived.preference import Preference, by_partition, by_reference, reference_value
from graph.derived.statements import Statement
from graph.iris import digest, document_iri
from graph.periods import bounds, overlaps
from graph.records import Document
from graph.terms import DATE
from ontology.terms import COVERS_OBJECTIVE, HAS_COUNT

_HEADING_DATE = "heading-date"


def disagreements(statements: list[Statement]) -> list[Finding]:
    """All disagreements of one topic; graph.derived.predicates says what a topic is."""
    return [*set_differences(statements), *contradictions(statements), *polarity_clashes(statements)]


def set_differences(statements: list[Statement]) -> list[Finding]:
    """Whole lists of two documents that have different members: one finding for each member in question."""
    by_whole = readings(statements)
    shared = by_partition(by_whole) if any(s.predicate == COVERS_OBJECTIVE for s in statements) else {}
    alike = _by_ends(statements)
    findings: list[Finding] = []
    for whole, found in sorted(by_whole.items()):
        questions = in_question(found)
        preference = shared.get(whole) or by_reference(whole, found, statements) if questions else None
        findings += [_difference(member, questions[member], preference, alike) for member in sorted(questions)]
    return findings


_Ends = tuple[str, object]


def _by_ends(statements: Iterable[Statement]) -> dict[_Ends, list[Statement]]:
    groups: dict[_Ends, list[Statement]] = {}
    for statement in statements:
        groups.setdefault((statement.subject, statement.object), []).append(statement)
    return groups


def _difference(
    member: str, sides: Sides, preference: Preference | None, alike: Mapping[_Ends, list[Statement]]
) -> Finding:
    said = [statement for reading in sides.having.values() for statement in reading.on(member)]
    left_out = [statement for reading in sides.lacking.values() for statement in reading.statements]
    preferred: list[Statement] = []
    readings_of_it = (*sides.having.values(), *sides.lacking.values())
    if preference and any(reading.members == preference.members for reading in readings_of_it):
        preferred = said if member in preference.members else left_out
    one = min(said, key=lambda statement: statement.iri)
    disputes = [s for s in alike[one.subject, one.object] if s.positive and lasting(s)]
    return Finding(
        "setDifference",
        one.subject,
        one.predicate,
        one.object,
        member,
        between=iris(said) | iris(left_out),
        preferred=iris(preferred),
        reason=preference.reason if preference and preferred else "",
        disputes=iris(said) | iris(disputes),
    )


def contradictions(statements: list[Statement]) -> list[Finding]:
    """Two documents that give different values where there is one: the time of an event, a figure of one moment."""
    findings = []
    for group, differ in _single_valued(statements):
        clashing = _clashing(group, differ)
        if not clashing:
            continue
        values = sorted({statement.object.value for statement in clashing})
        one = clashing[0]
        preference = reference_value(values, statements)
        preferred = [s for s in clashing if preference and s.object.value in preference.members]
        findings.append(
            Finding(
                "contradiction",
                one.subject,
                one.predicate,
                between=iris(clashing),
                preferred=iris(preferred),
                reason=preference.reason if preference else "",
                disputes=iris(clashing),
                apart=tuple(part or "" for part in (one.unit, one.measure, one.role)),
            )
        )
    return findings


def polarity_clashes(statements: list[Statement]) -> list[Finding]:
    """The same affirmed and denied, for times that are not known to be apart."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        if statement.asserted and statement.document:
            groups.setdefault((statement.subject, statement.object), []).append(statement)
    findings = []
    for group in groups.values():
        clashing = {
            s for yes, no in affirmed_and_denied(group) if not periods_apart(yes, no) for s in (yes, no)
        }  # fmt: skip
        if clashing:
            one = group[0]
            names = iris(clashing)
            findings.append(
                Finding("polarityClash", one.subject, one.predicate, one.object, between=names, disputes=names)
            )
    return findings


def internal_contradictions(document: Document) -> list[Finding]:
    """A document whose own date cannot be: its heading is older than what its text knows."""
    return [
        Finding(
            "internalContradiction",
            document_iri(document.slug),
            DATE.value,
            reason=flag.message,
            evidence=frozenset(node("evidence", name).value for name in flag.evidence),
            apart=(digest(flag.message),),
        )
        for flag in document.flags
        if flag.kind == _HEADING_DATE
    ]


def affirmed_and_denied(group: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of a statement that affirms and one that denies."""
    group = list(group)
    denials = [statement for statement in group if not statement.positive]
    for yes in group if denials else ():
        if yes.positive:
            yield from ((yes, no) for no in denials)


def periods_apart(one: Statement, other: Statement) -> bool:
    """Whether both state a period, and the two share no day."""
    return one.period is not None and other.period is not None and not overlaps(one.period, other.period)


def times_apart(one: Statement, other: Statement) -> bool:
    """Whether the values of two statements are times without a common day."""
    return not overlaps(one.object.value, other.object.value)


def figures_apart(one: Statement, other: Statement) -> bool:
    """Whether two exact figures of one moment differ."""
    if one.approximate or other.approximate or one.object == other.object or periods_apart(one, other):
        return False
    if lasting(one):
        return True
    return one.time is not None and other.time is not None and bounds(one.time) == bounds(other.time)


_Differ = Callable[[Statement, Statement], bool]


def _single_valued(statements: Iterable[Statement]) -> Iterator[tuple[list[Statement], _Differ]]:
    """Groups of statements that must agree in their value, with what makes two of them differ."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for s in statements:
        if not (s.asserted and s.positive and s.document):
            continue
        if behaviour_of(s.predicate).single:
            groups.setdefault((s.subject, None), []).append(s)
        elif s.predicate == HAS_COUNT and s.measure:
            groups.setdefault((s.subject, s.unit, s.measure, s.role), []).append(s)
    for group in groups.values():
        yield group, times_apart if behaviour_of(group[0].predicate).single else figures_apart


def _clashing(group: list[Statement], differ: _Differ) -> list[Statement]:
    """Statements of two documents each of which gives no value that agrees with the other's.

    Documents that say the same are compared as one: there may be thousands of them.
    """
    by_document: dict[str, list[Statement]] = {}
    for statement in group:
        by_document.setdefault(statement.document or "", []).append(statement)
    alike: dict[frozenset[Hashable], list[Statement]] = {}
    for said in by_document.values():
        alike.setdefault(frozenset((s.object, s.approximate, s.period, s.time) for s in said), []).extend(said)
    clashing: dict[str, Statement] = {}
    for comparable in _of_one_moment(alike.values(), differ):
        for one, other in combinations(comparable, 2):
            if all(differ(a, b) for a in _distinct(one) for b in _distinct(other)):
                clashing.update((statement.iri, statement) for statement in (*one, *other))
    return sorted(clashing.values(), key=lambda statement: statement.iri)


def _of_one_moment(found: Iterable[list[Statement]], differ: _Differ) -> Iterable[list[list[Statement]]]:
    """What may clash at all: figures that time can change clash only where all are of one and the same moment."""
    groups: dict[frozenset[object], list[list[Statement]]] = {}
    for said in found:
        moments = frozenset[object]()
        if differ is figures_apart and not lasting(said[0]):
            moments = frozenset(bounds(statement.time) if statement.time else None for statement in said)
        groups.setdefault(moments, []).append(said)
    return [said for moments, said in groups.items() if len(moments) < 2]


def _distinct(statements: list[Statement]) -> Iterable[Statement]:
    return {(s.object, s.approximate, s.period, s.time): s for s in statements}.values()
