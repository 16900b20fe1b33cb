"""A dump depends on nothing but the graph, and is all of it."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from graph.dump import dump, sorted_quads
from graph.errors import GraphError
from graph.publish import publish
from graph.stores.store_memory import MemoryStore
from tests.graph.samples import corpus

NODE = NamedNode("urn:x")


def dumped(records, format="nq"):
    store = MemoryStore()
    publish(store, records)
    with store.view() as view:
        found = b"".join(dump(view, format))
        quads = {quad for name in view.graphs() for quad in view.graph(name)}
    store.close()
    return found, quads


@pytest.mark.parametrize(("format", "syntax"), [("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)])
def test_a_dump_reads_back_as_the_graph(format, syntax):
    """Every quad, in its graph."""
    found, quads = dumped(corpus(), format)
    assert set(parse(found, format=syntax)) == quads


@pytest.mark.parametrize("format", ["nq", "trig"])
def test_a_dump_does_not_depend_on_history(format):
    """Documents in another order give the same bytes."""
    assert dumped(corpus(), format)[0] == dumped(corpus()[::-1], format)[0]


def test_lines_of_n_quads_are_sorted_within_a_graph():
    """Two dumps can be compared line by line."""
    store = MemoryStore()
    publish(store, corpus())
    with store.view() as view:
        for part in dump(view):
            subjects = [line.split(" ", 1)[0] for line in part.decode().splitlines()]
            assert subjects == sorted(subjects)


def test_blank_nodes_have_canonical_labels():
    """Whatever a parser called them."""
    one, other = ([Quad(BlankNode(name), NODE, Literal("a")), Quad(NODE, NODE, BlankNode(name))] for name in ("a", "b"))
    assert [str(quad) for quad in sorted_quads(one)] == [str(quad) for quad in sorted_quads(other)]


def test_another_format_is_refused():
    """In one line that names the formats there are."""
    with pytest.raises(GraphError, match="nq, trig"):
        list(dump(MemoryStore().view(), "xlsx"))
