"""What follows from the statements of one topic: its facts, disagreements and developments, as quads."""

from collections.abc import Iterable

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
    found: set[Quad] = set()
    for group in by_topic(statements).values():
        in_question = disagreements(group)
        disputed = frozenset().union(*(finding.disputes for finding in in_question))
        found.update(fact_quads(facts_of(group, disputed)))
        found.update(finding_quads([*in_question, *developments(group)]))
    return found


def derived_of_document(document: Document) -> set[Quad]:
    """Quads of graph/facts that rest on one document alone."""
    return set(finding_quads(internal_contradictions(document)))


def by_topic(statements: Iterable[Statement]) -> dict[Topic, list[Statement]]:
    """Statements by topic, in a definite order."""
    groups: dict[Topic, list[Statement]] = {}
    for statement in sorted(statements, key=lambda statement: statement.iri):
        groups.setdefault(topic_of(statement), []).append(statement)
    return groups
