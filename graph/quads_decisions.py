"""Decisions as quads of graph/decisions, and back."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from graph.columns import Column, Sheet, node, read_local, read_record, read_text, resources, write_concept
from graph.decisions import Decision, Verdict
from graph.iris import DECISIONS_GRAPH
from graph.terms import (
    COMPARED_WITH,
    DECIDED_BY,
    DECISION,
    EXACT,
    GENERATED_AT,
    HAS_SOURCE,
    INVALIDATED_AT,
    JUDGES,
    KIND,
    MEANING,
    NOTE,
    TYPE,
    WITHDRAWN_BY,
    XSD_DATETIME,
)


def _moment(text: str) -> Literal:
    return Literal(text, datatype=XSD_DATETIME)


_DECISION = (
    Column("verdict", KIND, write_concept, lambda term: Verdict(read_local(term))),
    Column("about", JUDGES, NamedNode, read_text),
    Column("other", COMPARED_WITH, NamedNode, read_text, None),
    Column("document", HAS_SOURCE, NamedNode, read_text, None),
    Column("words", EXACT, Literal, read_text, None),
    Column("meaning", MEANING, Literal, read_text, None),
    Column("by", DECIDED_BY, Literal, read_text),
    Column("at", GENERATED_AT, _moment, read_text),
    Column("note", NOTE, Literal, read_text, ""),
    Column("withdrawn_by", WITHDRAWN_BY, Literal, read_text, None),
    Column("withdrawn_at", INVALIDATED_AT, _moment, read_text, None),
)


def decision_node(decision: Decision) -> NamedNode:
    """The node of a decision."""
    return node("decision", decision.id)


def decision_quads(decision: Decision) -> list[Quad]:
    """One decision, with its withdrawal if it was taken back."""
    sheet = Sheet(NamedNode(DECISIONS_GRAPH))
    subject = decision_node(decision)
    sheet.add(subject, TYPE, DECISION)
    sheet.add_record(subject, decision, _DECISION)
    return sheet.quads


def read_decisions(quads: Iterable[Quad]) -> list[Decision]:
    """The decisions of a graph, in the order in which they were taken.

    Raises RecordError or DecisionRefused for one that is none.
    """
    found = (read_record(row, _DECISION) for row in resources(quads).values() if DECISION in row.get(TYPE.value, ()))
    return sorted((Decision(**fields) for fields in found), key=lambda one: (one.at, one.id))
