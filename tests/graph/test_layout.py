"""Positions without physics: every node once, the same each time, neighbours near."""

import math

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout import layout


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 60), st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=120))
def test_every_node_has_a_finite_place_in_the_square(count, edges):
    """Loops, parallel edges, islands and empty networks included."""
    network = nx.MultiDiGraph()
    network.add_nodes_from(range(count))
    network.add_edges_from(edges)
    found = layout(network)
    assert set(found) == set(network)
    assert all(math.isfinite(x) and abs(x) <= 1000 for place in found.values() for x in place)


def test_the_same_network_gives_the_same_picture():
    """Whatever the order in which nodes and edges came."""
    network = nx.karate_club_graph()
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(network)))
    turned.add_edges_from(reversed(list(network.edges)))
    assert layout(network) == layout(turned)


def test_no_two_nodes_share_a_place():
    """A network of 600 nodes without any edge is spread out."""
    network = nx.empty_graph(600)
    assert len(set(layout(network).values())) == 600


def test_neighbours_are_near():
    """In a ring of cliques, joined nodes are far nearer than any two."""
    network = nx.connected_caveman_graph(20, 8)
    found = layout(network)
    joined = [math.dist(found[a], found[b]) for a, b in network.edges]
    every = [math.dist(found[a], found[b]) for a in found for b in found if a < b]
    assert sum(joined) / len(joined) < 0.2 * sum(every) / len(every)


def test_hubs_with_the_same_members_stand_apart():
    """Two processes that the same sixty States belong to are two places in the picture."""
    network = nx.complete_bipartite_graph(3, 60)
    found = layout(network)
    nearest = [min(math.dist(found[a], found[b]) for b in found if b != a) for a in found]
    hubs = [math.dist(found[a], found[b]) for a in range(3) for b in range(a)]
    assert min(hubs) > 0.5 * sum(nearest) / len(nearest)
