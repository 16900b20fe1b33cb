"""One thing, one class, one preferred name, whatever many documents propose."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from graph.derived.entities import entity_quads
from graph.records import Description
from graph.terms import ALT_LABEL, PREF_LABEL, TYPE, gcm
from tests.strategies import descriptions

WORKSHOP = "event/workshop"


def proposed(document, cls="Event", name="Workshop", *labels):
    return Description(document, WORKSHOP, cls, name, labels)


def objects(quads, predicate):
    return {quad.object for quad in quads if quad.predicate == predicate}


def test_the_majority_names_and_classes():
    """Two against one; the other name stands beside."""
    quads = entity_quads([proposed("a"), proposed("b"), proposed("c", "Process", "The workshop")])
    assert objects(quads, TYPE) == {gcm("Event")}
    assert objects(quads, PREF_LABEL) == {Literal("Workshop")}
    assert objects(quads, ALT_LABEL) == {Literal("The workshop")}


def test_among_equals_the_most_specific_class():
    """A state is more than an actor."""
    assert objects(entity_quads([proposed("a", "Actor"), proposed("b", "State")]), TYPE) == {gcm("State")}


def test_labels_keep_their_languages():
    """A name that somebody gives in a language has it; others are alternatives."""
    quads = entity_quads([proposed("a", "Event", "Workshop", ("Workshop", "en"), ("Taller", "es"))])
    assert objects(quads, PREF_LABEL) == {Literal("Workshop", language="en")}
    assert objects(quads, ALT_LABEL) == {Literal("Taller", language="es")}


def test_nothing_proposed_is_nothing_known():
    """No quads without a description."""
    assert entity_quads([]) == set()


@given(st.lists(descriptions("a"), min_size=1, max_size=6), st.randoms())
def test_order_does_not_matter(rows, random):
    """The same proposals in any order give one class and one preferred name, the same each time."""
    rows = [Description(row.document, WORKSHOP, row.cls, row.name, row.labels) for row in rows]
    quads = entity_quads(rows)
    random.shuffle(rows)
    assert entity_quads(rows) == quads
    assert len(objects(quads, TYPE)) == len(objects(quads, PREF_LABEL)) == 1
    assert not objects(quads, PREF_LABEL) & objects(quads, ALT_LABEL)
