"""Facts gather statements of equal meaning; plain triples say only what stands."""

from decimal import Decimal

from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode

from graph.derived.derivation import derived, derived_in_parts
from graph.derived.facts import fact_quads, facts_of
from graph.derived.statements import Statement, statements_of
from graph.iris import entity_iri
from graph.publish import ensure_reference, publish
from graph.records import Modality, Polarity, When
from graph.stores.store_memory import MemoryStore
from graph.terms import DOCUMENT_COUNT, FIRST_ATTESTED, LAST_ATTESTED, SUBJECT, SUPPORT_COUNT, TYPE, gcm
from ontology.settings import load_settings
from tests.graph.samples import Draft
from tests.strategies import document_records

CHAMPION = {"subject": "state/mexico", "predicate": "championOf", "object": "process/gcm-champion-countries"}


def said(slug, *claims, date="2021-01-01"):
    draft = Draft(slug, slug, When(date))
    for claim in claims:
        draft.say(f"{slug} says {claim['subject']}.", claim)
    return statements_of(draft.records())


def values(quads, predicate):
    return [quad.object.value for quad in quads if quad.predicate == predicate]


def plain(quads):
    """Triples that are about no node of ours but entities."""
    nodes = {quad.subject for quad in quads if quad.predicate in (TYPE, SUBJECT)}
    return [quad for quad in quads if quad.subject not in nodes]


def test_support_is_counted_and_dated():
    """Three claims in two documents: first and last attestation, and one plain triple."""
    statements = [
        *said("a", CHAMPION, CHAMPION, date="2020-10-19"),
        *said("b", CHAMPION | {"attested": When("2021-11-03")}),
    ]
    quads = list(fact_quads(facts_of(statements)))
    assert values(quads, SUPPORT_COUNT) == ["3"]
    assert values(quads, DOCUMENT_COUNT) == ["2"]
    assert (values(quads, FIRST_ATTESTED), values(quads, LAST_ATTESTED)) == (["2020-10-19"], ["2021-11-03"])
    assert len(plain(quads)) == 1


def test_reference_statements_count_as_support_but_not_as_documents():
    """Authority data is no document."""
    (claim,) = said("a", CHAMPION)
    authority = Statement("urn:s", claim.subject, claim.predicate, claim.object, source="UN")
    quads = list(fact_quads(facts_of([claim, authority])))
    assert (values(quads, SUPPORT_COUNT), values(quads, DOCUMENT_COUNT)) == (["2"], ["1"])


def test_periods_and_roles_keep_facts_apart():
    """A presidency of 2021 and one of 2016 are two facts and one plain triple."""
    chair = {"subject": "state/mexico", "predicate": "chairs", "object": "regional-process/rcm"}
    facts = facts_of(said("a", chair | {"when": When("2021")}, chair | {"when": When("2016")}))
    assert len(facts) == 2
    assert len(plain(list(fact_quads(facts)))) == 1


def test_only_assertions_make_facts():
    """What is planned, possible or requested is none."""
    firm = [modality for modality in Modality if facts_of(said("a", CHAMPION | {"modality": modality}))]
    assert firm == [Modality.ASSERTED]


def test_a_denial_is_a_fact_without_a_plain_triple():
    """The United States are not part of the Compact."""
    denial = {"subject": "state/united-states", "predicate": "partyTo", "object": "instrument/gcm"}
    facts = facts_of(said("a", denial | {"polarity": Polarity.NEGATIVE}))
    assert [fact.status for fact in facts] == ["denied"]
    assert plain(list(fact_quads(facts))) == []


def test_a_figure_gives_no_plain_triple():
    """Without unit and day a number says nothing."""
    facts = facts_of(said("a", {"subject": "fund/migration-mptf", "predicate": "hasCount", "value": Decimal(20)}))
    assert [fact.status for fact in facts] == ["uncontested"]
    assert plain(list(fact_quads(facts))) == []


def test_what_only_contested_authorities_state_is_disputed():
    """Sources that disagree give no plain triple; a document that says so does."""
    (claim,) = said("a", CHAMPION)
    contested = Statement("urn:s", claim.subject, claim.predicate, claim.object, contested=True)
    assert [fact.status for fact in facts_of([contested])] == ["disputed"]
    assert [fact.status for fact in facts_of([contested, claim])] == ["uncontested"]


def test_the_latest_statement_tells_whether_it_is_over():
    """Serving in 2020, served by 2021: over. The other way round: not."""
    seat = {"subject": "state/ecuador", "predicate": "memberOfCommittee", "object": "working-group/x"}
    early, late = "2020-10-19", "2021-11-03"
    over = facts_of([*said("a", seat, date=early), *said("b", seat | {"ended": True}, date=late)])
    on = facts_of([*said("a", seat, date=late), *said("b", seat | {"ended": True}, date=early)])
    assert [fact.ended for fact in (*over, *on)] == [True, False]


@settings(max_examples=30, deadline=None)
@given(document_records())
def test_every_asserted_statement_supports_one_fact(records):
    """None is lost, none counted twice; order does not matter."""
    statements = statements_of(records)
    facts = facts_of(statements)
    supporting = sorted(s.iri for fact in facts for s in fact.statements)
    assert supporting == sorted(s.iri for s in statements if s.asserted)
    assert set(fact_quads(facts_of(statements[::-1]))) == set(fact_quads(facts))


def test_terms_of_plain_triples():
    """Subject, relation and object as stated."""
    (quad,) = plain(list(fact_quads(facts_of(said("a", CHAMPION)))))
    assert quad.predicate == gcm("championOf")
    assert isinstance(quad.subject, NamedNode)
    assert not isinstance(quad.object, Literal)


def test_a_figure_of_the_reference_data_and_of_a_document_is_one_fact():
    """Both tell of 25 champions as of the same day; what the reference data doubts a document may settle."""
    store = MemoryStore(load_settings({}, store_url="memory:"))
    ensure_reference(store)
    draft = Draft("meeting", "Meeting", When("2021-11-03"))
    figure = {"subject": "process/gcm-champion-countries", "predicate": "hasCount", "measure": "champions"}
    draft.say("Now 25 champions, after 14 countries.", figure | {"value": Decimal(25), "unit": "champions"},
              figure | {"value": Decimal(14), "unit": "countries", "attested": When("2020-10-19")})  # fmt: skip
    publish(store, [draft.records()])
    with store.view() as view:
        rows = view.rows("page_facts_of", subject=NamedNode(entity_iri("process/gcm-champion-countries")))
    store.close()
    found = {
        row["object"].value: (row["documents"].value, row["first"].value, row["status"].value.rpartition("#")[2])
        for row in rows
        if row["predicate"] == gcm("hasCount")
    }
    assert len([row for row in rows if row["predicate"] == gcm("hasCount")]) == len(found) == 5
    assert found["25"] == ("1", "2021-11-03", "uncontested")
    assert found["14"] == ("1", "2020-10-19", "uncontested")
    assert found["22"] == ("0", "2021-05-27", "uncontested")


def test_parts_of_what_is_derived_have_no_quad_in_common():
    """A plain triple of two facts, and a disagreement of several documents, come in one part each."""
    fill = {"subject": "event/imrf-2026", "predicate": "hasCount", "unit": "states", "measure": "attended"}
    statements = [
        *said("a", CHAMPION, {**fill, "value": Decimal(3)}),
        *said("b", {**CHAMPION, "when": When("2022")}, {**fill, "value": Decimal(4)}),
        *said("c", {**CHAMPION, "polarity": Polarity.NEGATIVE}, {**fill, "value": Decimal(5)}),
    ]
    parts = list(derived_in_parts(statements))
    assert len(parts) > 5
    assert sum(map(len, parts)) == len(derived(statements))
