"""Networks show facts, say what they leave out, and lead to sentences."""

import pytest

from graph.iris import entity_iri
from graph.network import neighbourhood, paths, whole
from graph.publish import ensure_reference, publish
from graph.stores.store_memory import MemoryStore
from tests.graph.samples import CHAMPIONS, COMMITTEE, MEETING, corpus

MEXICO, GHANA = entity_iri("state/mexico"), entity_iri("state/ghana")


@pytest.fixture(scope="module")
def view():
    store = MemoryStore()
    ensure_reference(store)
    publish(store, corpus())
    with store.view() as opened:
        yield opened
    store.close()


def test_neighbours_have_labels_types_and_facts(view):
    """Mexico's first hop: the presidency with its year, the committee, the champions."""
    network = neighbourhood(view, MEXICO, hops=1)
    assert network.nodes[MEXICO]["label"] == "Mexico"
    assert network.nodes[MEXICO]["type"] == "State"
    assert {entity_iri(path) for path in (CHAMPIONS, COMMITTEE, MEETING)} <= set(network)
    chairs = [data for _, _, data in network.edges(MEXICO, data=True) if data["property"] == "chairs"]
    assert "2021" in [data["period"] for data in chairs]
    assert {data["label"] for data in chairs} == {"chairs"}


def test_labels_follow_the_language(view):
    """In Spanish Mexico is México."""
    network = neighbourhood(view, MEXICO, hops=1, language="es")
    assert network.nodes[MEXICO]["label"] == "México"


@pytest.mark.parametrize("limit", [1, 5, 30])
def test_a_limit_is_kept_and_what_is_left_out_is_told(view, limit):
    """No node beyond the limit; each tells how many neighbours are not in the picture."""
    network = neighbourhood(view, MEXICO, limit=limit)
    assert len(network) == limit
    full = neighbourhood(view, MEXICO, hops=1, limit=10_000)
    inside = set(full.to_undirected()[MEXICO]) & set(network)
    assert network.nodes[MEXICO]["left_out"] == len(set(full.to_undirected()[MEXICO])) - len(inside)


def test_an_unknown_entity_stands_alone(view):
    """Nothing is known of it, and nothing fails."""
    network = neighbourhood(view, entity_iri("state/atlantis"))
    assert list(network) == [entity_iri("state/atlantis")]


def test_two_relations_between_two_entities_stay_two(view):
    """Mexico took part and spoke: parallel edges are kept."""
    network = whole(view)
    assert network.number_of_edges(MEXICO, entity_iri("regional-process/rcm")) >= 2


def test_the_whole_network_can_be_cut(view):
    """The best-joined nodes stay."""
    network = whole(view, limit=10)
    assert len(network) == 10
    assert entity_iri(CHAMPIONS) in network


def test_disputed_facts_are_marked(view):
    """Objective 23 of roundtable 4 is an edge, and called disputed."""
    network = whole(view, limit=10_000)
    ends = entity_iri("roundtable/imrf-2022-4"), entity_iri("objective/23")
    assert {data["status"] for data in network.get_edge_data(*ends).values()} == {"disputed"}


def test_a_way_leads_through_facts_with_their_sentences(view):
    """Ghana and Mexico serve on one committee, by a sentence of the meeting."""
    ways = paths(view, GHANA, MEXICO)
    assert all(len(way) == 2 for way in ways)
    middle = {way[0].end: way for way in ways}
    steps = middle[entity_iri(COMMITTEE)]
    assert [step.edge.property for step in steps] == ["memberOfCommittee"] * 2
    assert all(step.sentence.startswith("Ghana, Iraq, Mexico") for step in steps)
    assert all(step.document.endswith("champions-meeting") for step in steps)


def test_a_denied_fact_joins_nobody(view):
    """The United States and the Compact are not joined by what is denied of them."""
    ways = paths(view, entity_iri("state/united-states"), entity_iri("instrument/gcm"), longest=1)
    assert ways == []


@pytest.mark.parametrize("ends", [(MEXICO, MEXICO), (MEXICO, entity_iri("state/atlantis"))])
def test_no_way(view, ends):
    """To itself, or to what nobody knows."""
    assert paths(view, *ends) == []
