"""Records become quads and come back as they were."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.errors import RecordError
from graph.iris import document_graph
from graph.quads import document_quads, ordered, records_of
from graph.quads_run import run_change, run_quads
from graph.records import Claim, Failure, Run
from graph.terms import FAILURE, LOADED, REASON, RECORD_COUNT, SUBJECT
from ontology.namespaces import ID
from tests.graph.samples import leaflet
from tests.strategies import document_records


@settings(max_examples=60, deadline=None)
@given(document_records())
def test_records_survive_a_store(records):
    """Written to a store and read back, a document's records are the same."""
    store = Store()
    store.extend(document_quads(records))
    quads = store.quads_for_pattern(None, None, None, NamedNode(document_graph(records.document.slug)))
    assert records_of(quads) == ordered(records)


@settings(max_examples=40, deadline=None)
@given(document_records("one"), document_records("other"))
def test_documents_share_no_triple(one, other):
    """Nothing that one document says is a triple of another document's graph."""
    triples = [{quad.triple for quad in document_quads(records)} for records in (one, other)]
    assert not triples[0] & triples[1]


@given(document_records())
@settings(max_examples=25, deadline=None)
def test_order_of_records_does_not_matter(records):
    """The same records in another order are the same quads."""
    turned = replace(records, claims=records.claims[::-1], mentions=records.mentions[::-1])
    assert set(document_quads(turned)) == set(document_quads(records))


def test_a_claim_keeps_its_name_through_rdf():
    """Every claim read back has the name under which it was written."""
    quads = document_quads(leaflet())
    written = {quad.subject.value.removeprefix(f"{ID}claim/") for quad in quads if quad.predicate == SUBJECT}
    assert {claim.id for claim in records_of(quads).claims} == written


def test_a_section_that_is_not_there_is_refused():
    """A passage may only name passages of its document."""
    records = leaflet()
    broken = replace(records.passages[0], section=99)
    with pytest.raises(RecordError, match="passage 99"):
        document_quads(replace(records, passages=(broken, *records.passages[1:])))


def test_a_passage_of_another_document_is_refused():
    """Names of passages rest on the digest of their document."""
    records = leaflet()
    broken = replace(records.passages[0], sha256="other")
    with pytest.raises(RecordError, match="digest"):
        document_quads(replace(records, passages=(broken, *records.passages[1:])))


@pytest.mark.parametrize("graphs", [[], ["graph/facts"], ["document/a", "document/b"]])
def test_only_one_documents_quads_are_read(graphs):
    """Quads of another graph, of none or of several are no document."""
    node = NamedNode("urn:x")
    with pytest.raises(RecordError):
        records_of([Quad(node, node, Literal("x"), NamedNode(document_graph("") + graph)) for graph in graphs])


def test_a_listing_without_an_address_gets_one_of_its_document():
    """Two documents may both call a listing `1`; they stay two."""
    claim = Claim(document="a", subject="state/ghana", predicate="memberOf", object="regional-process/x", listing="1",
                  exhaustive=True, evidence=("e",))  # fmt: skip
    records = leaflet()
    names = {ordered(replace(records, document=replace(records.document, slug=slug), claims=(claim,))).claims[0].listing
             for slug in ("a", "b")}  # fmt: skip
    assert len(names) == 2
    assert all(len(name) == 32 for name in names)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_failures_of_a_run_are_kept(reason):
    """A run tells which file it could not read, and why."""
    run = Run("r1", "2026-11-22T10:00:00Z", "2026-11-22T10:00:02Z", "1", ("a",), 3, ("b",), (Failure("x.pdf", reason),),
              (("claims", 412),))  # fmt: skip
    quads = run_quads(run)
    assert [quad.object.value for quad in quads if quad.predicate == REASON] == [reason]
    assert [quad.object.value for quad in quads if quad.predicate == RECORD_COUNT] == ["claims 412"]
    assert sum(quad.predicate == FAILURE for quad in quads) == 1


def test_what_changes_in_the_record_of_a_run_leads_from_one_to_the_next():
    """A long load is recorded commit by commit, and what was loaded before is not written again."""
    first = Run("r1", "2026-11-22T10:00:00Z", "2026-11-22T10:00:02Z", "1", ("a", "b"), 0, (),
                (Failure("x.pdf", "empty"),), (("claims", 4),))  # fmt: skip
    then = replace(first, ended="2026-11-22T10:00:09Z", loaded=("a", "b", "c"), unchanged=1, counts=(("claims", 7),),
                   failures=(*first.failures, Failure("y.pdf", "scanned")))  # fmt: skip
    remove, add = run_change(None, first)
    assert not remove
    assert add == set(run_quads(first))
    remove, add = run_change(first, then)
    assert set(run_quads(first)) - remove | add == set(run_quads(then))
    assert not remove & add
    assert {quad.object.value.rpartition("/")[2] for quad in add if quad.predicate == LOADED} == {"c"}
