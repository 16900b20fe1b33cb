"""What follows from the statements of one topic: its facts, disagreements and developments, as quads."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

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
Item = TypeVar("Item")


def derived(statements: Iterable[Statement]) -> set[Quad]:
    """Quads of graph/facts for all statements of one topic (or of several whole ones)."""
    return set().union(*derived_in_parts(statements))


def derived_in_parts(statements: Iterable[Statement]) -> Iterator[set[Quad]]:
    """The same in small parts, so that few quads are in memory: thousands of documents may speak of one topic.

    No quad is in two of them: those of a fact or finding are about it, and plain triples have ends of their own.
    """
    for group in by_topic(statements).values():
        in_question = disagreements(group)
        disputed = frozenset().union(*(finding.disputes for finding in in_question))
        for facts in _alike(facts_of(group, disputed), lambda fact: (fact.one.subject, fact.one.object)):
            yield set(fact_quads(facts))
        for findings in _alike([*in_question, *developments(group)], lambda finding: finding.iri):
            yield set(finding_quads(findings))


def _alike(items: Iterable[Item], key: Callable[[Item], Hashable]) -> Iterable[list[Item]]:
    """Items with one key together, in the order of the first of them."""
    groups: dict[Hashable, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups.values()


def derived_of_document(document: Document) -> set[Quad]:
    """Quads of graph/facts that rest on one document alone."""
    return set(finding_quads(internal_contradictions(document)))


def by_topic(statements: Iterable[Statement]) -> dict[Topic, list[Statement]]:
    """Statements by topic, in a definite order."""
    groups: dict[Topic, list[Statement]] = {}
    for statement in sorted(statements, key=lambda statement: statement.iri):
        groups.setdefault(topic_of(statement), []).append(statement)
    return groups
