"""Facts: statements of equal meaning seen together, and the plain triples they allow.

Only what is asserted makes a fact. A denial is a fact of its own, and gives no plain triple; nor does a
disputed fact, nor a figure, which without its unit says nothing. A plain triple says that it was so at
some time; when, stands on the fact.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from graph.columns import Sheet, node
from graph.derived.statements import Statement
from graph.iris import FACTS_GRAPH, digest
from graph.periods import bounds, order_key, time_literal
from graph.terms import (
    DOCUMENT_COUNT,
    ENDED,
    FACT,
    FIRST_ATTESTED,
    LAST_ATTESTED,
    MEASURE,
    NEGATIVE,
    OBJECT,
    PERIOD,
    POLARITY,
    PREDICATE,
    ROLE,
    STATUS,
    SUBJECT,
    SUPPORT_COUNT,
    SUPPORTED_BY,
    TYPE,
    UNIT,
    gcm,
)
from ontology.terms import HAS_COUNT


@dataclass(frozen=True)
class Fact:
    """One fact and the statements that carry it; `disputed` when a disagreement is open on one of them."""

    statements: tuple[Statement, ...]
    disputed: bool

    @cached_property
    def one(self) -> Statement:
        """Any of its statements: they agree in all that makes a fact."""
        return self.statements[0]

    @property
    def iri(self) -> str:
        """Name by meaning."""
        return node("fact", digest("fact", *_meaning(self.one))).value

    @property
    def status(self) -> str:
        """Local name of its status."""
        if self.disputed or all(statement.contested for statement in self.statements):
            return "disputed"
        return "uncontested" if self.one.positive else "denied"

    @property
    def is_plain(self) -> bool:
        """Whether it may be said as a plain triple."""
        return self.status == "uncontested" and self.one.predicate != HAS_COUNT and self.one.unit is None

    @property
    def attested(self) -> list[str]:
        """The moments at which documents say so, first to last."""
        return sorted({s.attested for s in self.statements if s.attested and bounds(s.attested)}, key=order_key)

    @property
    def ended(self) -> bool:
        """Whether the latest statements say that it is over."""
        last = self.attested[-1:]
        latest = [s for s in self.statements if not last or s.attested == last[0]]
        return any(statement.ended for statement in latest)


def facts_of(statements: Iterable[Statement], disputed: Collection[str] = frozenset()) -> list[Fact]:
    """Facts made by the asserted statements; `disputed` names the statements that a disagreement is open on."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        if statement.asserted:
            groups.setdefault(_meaning(statement), []).append(statement)
    return [
        Fact(tuple(sorted(group, key=lambda s: s.iri)), any(s.iri in disputed for s in group))
        for group in groups.values()
    ]


def fact_quads(facts: Iterable[Fact]) -> Iterator[Quad]:
    """Facts and plain triples as quads of graph/facts; a plain triple of several facts comes once."""
    sheet = Sheet(NamedNode(FACTS_GRAPH))
    plain: dict[Quad, None] = {}
    for fact in facts:
        _add_fact(sheet, fact)
        if fact.is_plain:
            one = fact.one
            plain[Quad(NamedNode(one.subject), NamedNode(one.predicate), one.object, sheet.graph)] = None
    return iter([*sheet.quads, *plain])


def _meaning(statement: Statement) -> tuple[object, ...]:
    s = statement
    return (s.subject, s.predicate, s.object, s.unit, s.measure, s.role, s.period, s.positive)


def _add_fact(sheet: Sheet, fact: Fact) -> None:
    subject, one = NamedNode(fact.iri), fact.one
    sheet.add(subject, TYPE, FACT)
    sheet.add(subject, SUBJECT, NamedNode(one.subject))
    sheet.add(subject, PREDICATE, NamedNode(one.predicate))
    sheet.add(subject, OBJECT, one.object)
    for predicate, text in ((UNIT, one.unit), (MEASURE, one.measure), (ROLE, one.role)):
        if text is not None:
            sheet.add(subject, predicate, Literal(text))
    if one.period is not None:
        sheet.add(subject, PERIOD, time_literal(one.period))
    if not one.positive:
        sheet.add(subject, POLARITY, NEGATIVE)
    if fact.ended:
        sheet.add(subject, ENDED, Literal(True))
    sheet.add(subject, STATUS, gcm(fact.status))
    _add_support(sheet, subject, fact)


def _add_support(sheet: Sheet, subject: NamedNode, fact: Fact) -> None:
    for statement in fact.statements:
        sheet.add(subject, SUPPORTED_BY, NamedNode(statement.iri))
    sheet.add(subject, SUPPORT_COUNT, Literal(len(fact.statements)))
    sheet.add(subject, DOCUMENT_COUNT, Literal(len({s.document for s in fact.statements if s.document})))
    if attested := fact.attested:
        sheet.add(subject, FIRST_ATTESTED, time_literal(attested[0]))
        sheet.add(subject, LAST_ATTESTED, time_literal(attested[-1]))
