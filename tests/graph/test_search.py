"""Words find entities in any language, and passages; hostile text finds nothing and breaks nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.iris import document_iri, entity_iri
from graph.publish import ensure_reference, publish
from graph.search import SearchIndex, open_index
from graph.stores.store_memory import MemoryStore
from ontology.settings import load_settings
from tests.graph.samples import briefing, champions_meeting, corpus, leaflet


@pytest.fixture(scope="module")
def store():
    with_all = MemoryStore()
    ensure_reference(with_all)
    publish(with_all, corpus())
    yield with_all
    with_all.close()


@pytest.fixture(scope="module")
def index(store):
    found = SearchIndex()
    with store.view() as view:
        found.refresh(view)
    yield found
    found.close()


def iris(hits, kind="entity"):
    return [hit.iri for hit in hits if hit.kind == kind]


def test_entities_come_first_and_by_exact_name(index):
    """`niger` is Niger before it is Nigeria, and entities stand before passages."""
    hits = index.search("niger")
    assert iris(hits)[0] == entity_iri("state/niger")
    kinds = [hit.kind for hit in hits]
    assert kinds == sorted(kinds)
    assert "passage" in kinds


def test_accents_and_case_do_not_matter(index):
    """A Spanish label is found as people type it."""
    assert entity_iri("event/rcm-gcm-virtual-workshop-2021-09-17") in iris(index.search("TÁLLER virtuál"))


def test_marks_are_the_words_found(index):
    """Marks are offsets into the text of the hit."""
    hits = [hit for hit in index.search("presidency rcm") if hit.kind == "passage"]
    assert hits[0].document == document_iri("rcm-concept-note")
    assert [hits[0].text[start:end] for start, end in hits[0].marks] == ["Presidency", "RCM"]


@given(
    st.text(max_size=60) | st.sampled_from(['" OR *', "NEAR(a b)", "text:x", "{a b}", "'; DROP TABLE label; --", "a*"])
)
def test_any_text_is_only_words(index, text):
    """Operators, quotes and statements in a search are looked for, not obeyed."""
    assert isinstance(index.search(text), list)


def test_refresh_follows_replacement_and_withdrawal():
    """After a load the index knows what the graph knows, and no more."""
    store, index = MemoryStore(), SearchIndex()
    publish(store, [leaflet(), champions_meeting()])
    with store.view() as view:
        index.refresh(view)
        assert index.generation == view.generation
    publish(store, [briefing()], ["imrf-roadmap"])
    with store.view() as view:
        index.refresh(view)
    assert iris(index.search("ROADMAP"), "passage") == []
    assert iris(index.search("confirmed"), "passage") != []
    assert iris(index.search("steering")) == [entity_iri("working-group/migration-mptf-steering-committee")]
    publish(store, [], ["champions-meeting"])
    with store.view() as view:
        index.refresh(view)
    assert index.search("steering") == []
    store.close()


def test_an_index_in_a_folder_lasts(tmp_path, store):
    """It stands beside the store, and is there when the process starts again."""
    settings = load_settings({}, store_url=str(tmp_path / "store"))
    first = open_index(settings)
    with store.view() as view:
        first.refresh(view)
        generation = view.generation
    first.close()
    again = open_index(settings)
    assert again.generation == generation
    assert again.search("mexico")
    again.close()
    assert open_index(load_settings({}, store_url="memory:")).generation == ""


def test_a_broken_index_is_made_anew(tmp_path):
    """The file holds nothing that the graph has not: garbage in its place is no reason to stop."""
    path = tmp_path / "search.sqlite"
    path.write_bytes(b"not a database" * 100)
    index = SearchIndex(path)
    assert index.generation == ""
    index.close()


def test_names_alike_are_found_by_some_of_their_words(index):
    """In any order; what shares none is not found, and hostile text is only ever words."""
    assert entity_iri("process/imrf") in index.alike("the Review Forum on International Migration")
    assert index.alike("Qwertz Asdfg") == []
    assert index.alike('" ( * ^ ) :') == index.alike("") == []
    assert isinstance(index.alike('x" OR NEAR("a" *) AND NOT ^'), list)
    assert len(index.alike("migration", 3)) == 3
