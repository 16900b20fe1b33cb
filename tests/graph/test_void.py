"""The description of the dataset counts what is there."""

from collections import Counter

import pytest
from pyoxigraph import NamedNode

from graph.counts import DOCUMENTS, Counts
from graph.iris import FACTS_GRAPH, VOID_GRAPH, slug_of_document_graph
from graph.publish import ensure_reference, publish
from graph.records import Run
from graph.stores.store_memory import MemoryStore
from graph.terms import TYPE
from graph.void import DATASET, counts_in, void_quads
from ontology.namespaces import PREFIXES
from tests.graph.samples import briefing, corpus, leaflet


@pytest.fixture(scope="module")
def view():
    store = MemoryStore()
    ensure_reference(store)
    publish(store, corpus(), run=Run("r", "2026-11-22T10:00:00Z", "2026-11-22T10:00:01Z", "1"))
    publish(store, [leaflet()], [briefing().document.slug])
    with store.view() as opened:
        yield opened
    store.close()


def test_counts_are_those_of_the_graphs(view):
    """By graph, property and class, after loads, a replacement and a withdrawal."""
    counts = counts_in(view)
    graphs = {name: list(view.graph(name)) for name in view.graphs() if name != VOID_GRAPH}
    quads = [quad for found in graphs.values() for quad in found]
    documents = sum(len(found) for name, found in graphs.items() if slug_of_document_graph(name))
    assert counts.graphs[DOCUMENTS] == documents
    assert counts.graphs[FACTS_GRAPH] == len(graphs[FACTS_GRAPH])
    assert counts.triples == len(quads)
    assert counts.properties == Counter(quad.predicate.value for quad in quads)
    assert counts.classes == Counter(quad.object.value for quad in quads if quad.predicate == TYPE)


def test_the_dataset_tells_its_size(view):
    """void:triples of the dataset is the sum of its graphs."""
    triples = NamedNode(PREFIXES["void"] + "triples")
    (said,) = view.quads(NamedNode(DATASET), triples)
    assert int(said.object.value) == counts_in(view).triples


def test_what_is_gone_is_not_described():
    """A count of zero leaves no partition."""
    counts = Counts()
    counts.add(void_quads(Counts()))
    counts.add(void_quads(Counts()), -1)
    assert void_quads(counts) == void_quads(Counts())
