"""A good graph has no findings; each way of breaking it has one."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.check import check
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, REFERENCE_GRAPH, document_graph, document_iri, entity_iri
from graph.publish import ensure_reference, publish
from graph.stores.store_memory import MemoryStore
from graph.terms import CONTENT, DOCUMENT, EVIDENCE, TYPE, gcm
from tests.graph.samples import champions_meeting, leaflet

GRAPH = NamedNode(document_graph("imrf-roadmap"))
FACTS = NamedNode(FACTS_GRAPH)


@pytest.fixture
def store():
    filled = MemoryStore()
    ensure_reference(filled)
    publish(filled, [leaflet(), champions_meeting()])
    yield filled
    filled.close()


def broken(store, graph, remove=(), add=()):
    """What is found after the change."""
    with store.writer() as writer:
        writer.patch(graph.value, remove, add)
    with store.view() as view:
        return {(finding.rule, finding.graph) for finding in check(view)}


def quad_in(store, graph, predicate):
    with store.view() as view:
        return min((quad for quad in view.graph(graph.value) if quad.predicate == predicate), key=str)


def test_a_good_graph_has_no_findings(store):
    """Reference data, documents and what follows from them."""
    with store.view() as view:
        assert list(check(view)) == []


def test_a_triple_in_two_graphs_is_found(store):
    """It would be counted twice."""
    extra = Quad(NamedNode(document_iri("imrf-roadmap")), TYPE, DOCUMENT, NamedNode(REFERENCE_GRAPH))
    found = broken(store, NamedNode(REFERENCE_GRAPH), add=[extra])
    assert "one graph" in {rule for rule, _ in found}


def test_a_quote_that_is_not_in_the_text_is_found(store):
    """The text of a document was changed under its evidence."""
    old = quad_in(store, GRAPH, CONTENT)
    new = Quad(old.subject, CONTENT, Literal("x" + old.object.value), GRAPH)
    assert ("exact quote", GRAPH.value) in broken(store, GRAPH, [old], [new])


def test_a_claim_without_evidence_is_found(store):
    """Its document cannot be read any more, and the shape says why."""
    with store.view() as view:
        claims = [
            quad for quad in view.graph(GRAPH.value) if quad.predicate == EVIDENCE and "claim/" in str(quad.subject)
        ]
    found = broken(store, GRAPH, claims[:1])
    assert {("readable", GRAPH.value), ("shape", GRAPH.value)} <= found


def test_a_plain_triple_that_follows_from_nothing_is_found(store):
    """Somebody wrote into graph/facts."""
    extra = Quad(NamedNode(entity_iri("state/niger")), gcm("chairs"), NamedNode(entity_iri("process/gfmd")), FACTS)
    assert ("computed", FACTS.value) in broken(store, FACTS, add=[extra])


def test_a_missing_plain_triple_is_found(store):
    """Somebody removed from graph/facts."""
    gone = quad_in(store, FACTS, gcm("championOf"))
    assert ("computed", FACTS.value) in broken(store, FACTS, [gone])


def test_an_entity_that_nobody_describes_is_found(store):
    """Claims may only speak of what is known."""
    with store.view() as view:
        descriptions = list(view.graph(ENTITIES_GRAPH))
    found = broken(store, NamedNode(ENTITIES_GRAPH), descriptions)
    assert ("described", document_graph("champions-meeting")) in found


def test_findings_are_lines(store):
    """One line each, for people."""
    broken(store, FACTS, [quad_in(store, FACTS, gcm("championOf"))])
    with store.view() as view:
        assert all("\n" not in str(finding) and FACTS.value in str(finding) for finding in check(view) if finding)
