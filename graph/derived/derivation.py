"""What follows from the statements of one topic: its facts, disagreements and developments, as quads."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from graph.derived.developments import developments
from graph.derived.disagreements import disagreements, internal_contradictions
from graph.derived.facts import fact_quads, facts_of
from graph.derived.findings import finding_quads
from graph.derived.predicates import Topic, topic_of
from graph.derived.statements import Statement
from graph.records import Document

# Counts up when the same statements give other quads, so that what is stored is computed anew.
VERSION = "1"


def derived(statements: Iterable[Statement]) -> set[Quad]:
    """Quads of graph/facts for all statements of one topic (or of several whole ones)."""
    return set().union(*derived_by_topic(statements))


def derived_by_topic(statements: Iterable[Statement]) -> Iterator[set[Quad]]:
    """The same topic by topic, so that the quads of only one are in memory; no quad is of two topics."""
    for group in by_topic(statements).values():
        in_question = disagreements(group)
        disputed = frozenset().union(*(finding.disputes for finding in in_question))
        yield {*fact_quads(facts_of(group, disputed)), *finding_quads([*in_question, *developments(group)])}


def derived_of_document(document: Document) -> set[Quad]:
    """Quads of graph/facts that rest on one document alone."""
    return set(finding_quads(internal_contradictions(document)))


def by_topic(statements: Iterable[Statement]) -> dict[Topic, list[Statement]]:
    """Statements by topic, in a definite order."""
    groups: dict[Topic, list[Statement]] = {}
    for statement in sorted(statements, key=lambda statement: statement.iri):
        groups.setdefault(topic_of(statement), []).append(statement)
    return groups
