"""The whole network is read once for each state of the graph, and never shown past it."""

from graph.publish import publish
from graph.stores.store_memory import MemoryStore
from ontology.settings import load_settings
from tests.graph import samples
from webapp.network_memory import NetworkMemory
from webapp.network_picture import places_of


def test_the_same_state_is_read_once_and_a_new_one_anew() -> None:
    """What was read comes back as it is; after a commit it is read again."""
    store, memory = MemoryStore(load_settings({}, store_url="memory:")), NetworkMemory()
    publish(store, [samples.leaflet()])
    with store.view() as view:
        first, places = memory.whole(view, 150, "en")
        assert memory.whole(view, 150, "en")[0] is first
        assert places == places_of(first)
    publish(store, [samples.champions_meeting()])
    with store.view() as view:
        assert len(memory.whole(view, 150, "en")[0]) > len(first)
    store.close()


def test_sizes_and_languages_are_kept_apart() -> None:
    """A small picture is no part of a large one, and each reader gets labels in their language, in the same places."""
    store, memory = MemoryStore(load_settings({}, store_url="memory:")), NetworkMemory()
    publish(store, [samples.champions_meeting(), samples.leaflet()])
    with store.view() as view:
        english, places = memory.whole(view, 150, "en")
        french, alike = memory.whole(view, 150, "fr")
        small, _ = memory.whole(view, 5, "en")
    store.close()
    assert len(small) == 5 < len(english)
    assert alike is places
    assert set(french) == set(english)
