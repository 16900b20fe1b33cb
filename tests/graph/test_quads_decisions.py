"""Decisions as quads and back."""

from hypothesis import given
from hypothesis import strategies as st

from graph.decisions import Decision, Verdict
from graph.iris import DECISIONS_GRAPH, document_iri, entity_iri
from graph.quads_decisions import decision_quads, read_decisions

said = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40)
moments = st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
people = {"by": said, "at": moments, "note": st.just("") | said}
entities = st.sampled_from([entity_iri(f"event/{name}") for name in "abc"])
decisions = st.one_of(
    st.builds(Decision, verdict=st.just(Verdict.NEW), about=entities, **people),
    st.builds(
        Decision,
        verdict=st.sampled_from([Verdict.SAME, Verdict.NOT_SAME]),
        about=st.just(document_iri("note")),
        other=entities,
        words=said,
        **people,
    ),
    st.builds(
        Decision,
        verdict=st.just(Verdict.WRONG),
        about=st.just(entity_iri("claim/1")),
        document=st.just(document_iri("note")),
        meaning=said,
        **people,
    ),
)
withdrawn = st.builds(Decision.withdrawn, decisions, said, moments)


@given(st.lists(decisions | withdrawn, max_size=4, unique_by=lambda one: one.id))
def test_nothing_is_lost(taken):
    """What was written is read back, in the order in which it was taken, and all of it stands in one graph."""
    quads = [quad for one in taken for quad in decision_quads(one)]
    assert read_decisions(quads) == sorted(taken, key=lambda one: (one.at, one.id))
    assert {quad.graph_name.value for quad in quads} <= {DECISIONS_GRAPH}


@given(decisions, said, moments)
def test_taking_back_only_adds(taken, who, when):
    """The name stays, and no quad of the decision changes."""
    back = taken.withdrawn(who, when)
    assert back.id == taken.id
    assert set(decision_quads(taken)) < set(decision_quads(back))
