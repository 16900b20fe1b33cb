"""A load changes documents and what follows from them, at once, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.derived.recompute import recompute
from graph.errors import RecordError
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, RUNS_GRAPH, VOID_GRAPH, entity_iri
from graph.publish import ensure_reference, publish, state_of_documents
from graph.records import Run
from graph.stores.store_memory import MemoryStore
from graph.terms import gcm
from tests.graph.samples import briefing, champions_meeting, concept_note, corpus, leaflet
from tests.strategies import document_records

SLUGS = ["one", "two", "three"]


def graphs_of(store):
    with store.view() as view:
        return {name: set(view.graph(name)) for name in view.graphs()}


@st.composite
def loads(draw):
    """Loads one after the other: some documents come or are replaced, others are withdrawn."""
    steps = []
    for _ in range(draw(st.integers(1, 4))):
        loaded = draw(st.lists(st.sampled_from(SLUGS), unique=True, max_size=2))
        left = [slug for slug in SLUGS if slug not in loaded]
        withdrawn = draw(st.lists(st.sampled_from(left), unique=True, max_size=1))
        steps.append(([draw(document_records(slug)) for slug in loaded], withdrawn))
    return steps


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(loads())
def test_step_by_step_is_from_nothing(steps):
    """After any loads, replacements and withdrawals the graph is what computing it from nothing gives."""
    store = MemoryStore()
    ensure_reference(store)
    for loaded, withdrawn in steps:
        publish(store, loaded, withdrawn)
    stepwise = graphs_of(store)
    recompute(store)
    anew = graphs_of(store)
    for name in (FACTS_GRAPH, ENTITIES_GRAPH, VOID_GRAPH):
        assert stepwise.get(name) == anew.get(name)
    store.close()


def test_order_of_loads_does_not_matter():
    """The five documents in any order, at once or one by one, are one graph."""
    stores = [MemoryStore() for _ in range(2)]
    for store in stores:
        ensure_reference(store)
    publish(stores[0], corpus())
    for item in reversed(corpus()):
        publish(stores[1], [item])
    assert graphs_of(stores[0]) == graphs_of(stores[1])


def test_withdrawing_leaves_nothing():
    """What all came goes without a trace."""
    store = MemoryStore()
    ensure_reference(store)
    before = graphs_of(store)
    publish(store, corpus())
    publish(store, [], [item.document.slug for item in corpus()])
    assert graphs_of(store) == before


def test_loading_again_changes_nothing():
    """The same records replace themselves."""
    store = MemoryStore()
    publish(store, corpus())
    before = graphs_of(store)
    publish(store, [leaflet(), briefing()])
    assert graphs_of(store) == before


def test_each_triple_is_in_one_graph():
    """A query over the union never counts a triple twice."""
    store = MemoryStore()
    ensure_reference(store)
    publish(store, corpus(), run=Run("r", "2026-11-22T10:00:00Z", "2026-11-22T10:00:01Z", "1"))
    triples = [quad.triple for quads in graphs_of(store).values() for quad in quads]
    assert len(triples) == len(set(triples))
    assert RUNS_GRAPH in graphs_of(store)


def test_a_document_twice_in_one_load_is_refused():
    """Nothing of such a load is written."""
    store = MemoryStore()
    with pytest.raises(RecordError, match="twice"):
        publish(store, [leaflet(), leaflet()])
    assert graphs_of(store) == {}


def test_state_of_documents_tells_bytes_and_version():
    """A load can skip what did not change."""
    store = MemoryStore()
    publish(store, [concept_note()])
    with store.view() as view:
        states = state_of_documents(view)
    document = concept_note().document
    assert list(states) == [document.slug]
    assert (states[document.slug].sha256, states[document.slug].version) == (document.sha256, "1")


def test_reference_is_written_once():
    """Started again, nothing is written."""
    store = MemoryStore()
    assert ensure_reference(store)
    with store.view() as view:
        generation = view.generation
    assert not ensure_reference(store)
    with store.view() as view:
        assert view.generation == generation


def test_reference_statements_are_facts_too():
    """Roundtable 4 covers objective 7 by the reference data, before any document says so."""
    store = MemoryStore()
    ensure_reference(store)
    with store.view() as view:
        table, objective = (NamedNode(entity_iri(p)) for p in ("roundtable/imrf-2022-4", "objective/7"))
        assert any(quad.object == objective for quad in view.quads(table, gcm("coversObjective")))


def test_entities_of_documents_are_described_once():
    """The meeting that a document brings has one class and one preferred label."""
    store = MemoryStore()
    publish(store, [champions_meeting()])
    described = graphs_of(store)[ENTITIES_GRAPH]
    assert len(described) == 6
