"""What cannot all hold is a disagreement; what differs for a reason is a development."""

import pytest

from graph.derived.derivation import derived
from graph.derived.developments import developments
from graph.derived.disagreements import disagreements, internal_contradictions
from graph.derived.facts import facts_of
from graph.derived.gather import roundtables, statements_about
from graph.derived.predicates import topic_of
from graph.derived.preference import PARTITION
from graph.derived.statements import Statement, statements_of
from graph.publish import publish
from graph.records import Modality, Polarity, When
from graph.stores.store_memory import MemoryStore
from graph.terms import gcm
from ontology.namespaces import ID
from tests.graph.samples import CHAMPIONS, Draft, champions_meeting, concept_note, covers, each, leaflet, states

EVENT = {"subject": "event/imrf-2022", "predicate": "takesPlaceOn"}
CHAIR = {"predicate": "chairs", "object": "regional-process/rcm"}
FUND = {"subject": "fund/migration-mptf", "predicate": "hasCount", "unit": "USD million", "measure": "mobilised"}


def said(slug, *claims, date="2021-01-01"):
    """The statements of a document of one sentence."""
    draft = Draft(slug, slug, When(date) if date else None)
    draft.say(f"What {slug} says.", *claims)
    return statements_of(draft.records())


def kinds(found):
    return [finding.kind for finding in found]


def test_roundtable_four_and_objective_23():
    """Two whole lists, one with 23: a difference on 23, between both sentences, preferred because it shares out all."""
    statements = statements_of(leaflet()) + statements_of(concept_note())
    tables = [s for s in statements if s.predicate == gcm("coversObjective").value]
    (finding,) = disagreements(tables)
    assert (finding.kind, finding.subject) == ("setDifference", f"{ID}roundtable/imrf-2022-4")
    assert finding.member == f"{ID}objective/23"
    by_iri = {s.iri: s for s in tables}
    assert {by_iri[iri].document.rpartition("/")[2] for iri in finding.between} == {"imrf-roadmap", "rcm-concept-note"}
    assert [by_iri[iri].object.value for iri in finding.preferred] == [f"{ID}objective/23"]
    assert finding.reason == PARTITION
    disputed = [fact for fact in facts_of(tables, finding.disputes) if fact.status == "disputed"]
    assert [fact.one.object.value for fact in disputed] == [f"{ID}objective/23"]


def test_without_the_other_roundtables_there_is_no_reason():
    """The partition is computed from the claims about all roundtables; with one missing nothing is preferred."""
    statements = [*said("a", covers(4, (1, 3, 7, 17))), *said("b", covers(4, (1, 3, 7, 17, 23)))]
    (finding,) = disagreements(statements)
    assert (finding.preferred, finding.reason) == (frozenset(), "")


def test_the_reference_data_is_named_when_it_decides():
    """Agreement with the reference data is a reason, told as such."""
    statements = [*said("a", covers(4, (1, 3))), *said("b", covers(4, (1, 3, 23)))]
    authority = [
        Statement(f"urn:{s.object.value}", s.subject, s.predicate, s.object, source="UN")
        for s in statements
        if s.document.endswith("/b")
    ]
    (finding,) = disagreements(statements + authority)
    assert finding.reason == "The reference data has the same list (UN)."
    assert len(finding.preferred) == 1


@pytest.mark.parametrize("whole", [True, False])
def test_only_whole_lists_exclude(whole):
    """A list that is not given as whole leaves nothing out."""
    short = [claim | {"exhaustive": whole} for claim in covers(4, (1, 3))]
    statements = [*said("a", short), *said("b", covers(4, (1, 3, 7)))]
    assert len(disagreements(statements)) == whole


def test_a_list_of_states_omits_no_body():
    """Of two whole lists one names states only: it says nothing of organizations."""
    listing = {"listing": "p", "exhaustive": True}
    statements = [
        *said("a", each(states("ghana", "niger"), "participatesIn", "event/imrf-2022", **listing)),
        *said("b", each([*states("ghana", "niger"), "un-entity/iom"], "participatesIn", "event/imrf-2022", **listing)),
    ]
    assert disagreements(statements) == []


def test_growth_of_a_group_is_no_disagreement():
    """Fourteen champions in 2020 and others in 2021 are a development."""
    listing = {"listing": "c", "exhaustive": True}
    statements = [
        *said("a", each(states("ghana", "mexico"), "championOf", CHAMPIONS, **listing), date="2020-10-19"),
        *said("b", each(states("ghana", "mexico", "niger"), "championOf", CHAMPIONS, **listing), date="2021-11-03"),
    ]
    assert disagreements(statements) == []
    assert kinds(developments(statements)) == ["growth"]


def test_two_lists_of_one_moment_disagree():
    """Whole lists of the same day must have the same members."""
    listing = {"listing": "c", "exhaustive": True}
    statements = [
        *said("a", each(states("ghana", "mexico"), "championOf", CHAMPIONS, **listing)),
        *said("b", each(states("ghana"), "championOf", CHAMPIONS, **listing)),
    ]
    (finding,) = disagreements(statements)
    assert finding.member == f"{ID}state/mexico"


def test_refinement_is_no_disagreement():
    """First half of 2022, then 17 to 20 May 2022."""
    statements = [*said("a", EVENT | {"value": "2022-40"}), *said("b", EVENT | {"value": "2022-05-17/2022-05-20"})]
    assert disagreements(statements) == []
    assert kinds(developments(statements)) == ["refinement"]


def test_two_dates_of_one_event_contradict():
    """10 to 13 May or 17 to 20 May: one event, no common day; both facts are disputed."""
    statements = [
        *said("a", EVENT | {"value": "2022-05-10/2022-05-13"}),
        *said("b", EVENT | {"value": "2022-05-17/2022-05-20"}),
    ]
    (finding,) = disagreements(statements)
    assert finding.kind == "contradiction"
    assert {fact.status for fact in facts_of(statements, finding.disputes)} == {"disputed"}
    assert not any(quad.subject.value == f"{ID}event/imrf-2022" for quad in derived(statements))


def test_a_plan_that_changed_is_no_disagreement():
    """What was planned for one week and held in another."""
    statements = [
        *said("a", EVENT | {"value": "2022-05-10/2022-05-13", "modality": Modality.PLANNED}),
        *said("b", EVENT | {"value": "2022-05-17/2022-05-20"}),
    ]
    assert disagreements(statements) == []
    assert kinds(developments(statements)) == ["planAndOutcome"]


def test_days_of_one_document_do_not_contradict_each_other():
    """A series of dialogues on two days, in one text."""
    statements = said("a", EVENT | {"value": "2022-01-19"}, EVENT | {"value": "2022-01-26"})
    assert disagreements(statements) == []


def test_presidencies_of_different_years_succeed():
    """Mexico in 2021, El Salvador in 2022."""
    statements = [
        *said("a", CHAIR | {"subject": "state/mexico", "when": When("2021")}),
        *said("b", CHAIR | {"subject": "state/el-salvador", "when": When("2022")}),
    ]
    assert disagreements(statements) == []
    assert kinds(developments(statements)) == ["succession"]


@pytest.mark.parametrize(
    ("dates", "found"), [(("2020-10-19", "2021-11-03"), []), (("2021-11-03",) * 2, ["contradiction"])]
)
def test_figures_of_other_moments_do_not_contradict(dates, found):
    """USD 12.5 million in 2020 and 20 in 2021 is growth; on one day it is a contradiction."""
    statements = [
        *said("a", FUND | {"value": "12.5"}, date=dates[0]),
        *said("b", FUND | {"value": "20"}, date=dates[1]),
    ]
    assert kinds(disagreements(statements)) == found
    assert kinds(developments(statements)) == ([] if found else ["growth"])


def test_affirmed_and_denied():
    """One text says that a state is party, another that it is not: a clash; the denial gives no plain triple."""
    party = {"subject": "state/brazil", "predicate": "partyTo", "object": "instrument/gcm"}
    statements = [*said("a", party), *said("b", party | {"polarity": Polarity.NEGATIVE})]
    (finding,) = disagreements(statements)
    assert finding.kind == "polarityClash"
    assert not any(quad.predicate == gcm("partyTo") for quad in derived(statements))


def test_affirmed_and_denied_for_different_periods_is_a_development():
    """Party until 2019, not party in 2021."""
    party = {"subject": "state/brazil", "predicate": "partyTo", "object": "instrument/gcm"}
    statements = [
        *said("a", party | {"when": When("2018/2019")}),
        *said("b", party | {"when": When("2021"), "polarity": Polarity.NEGATIVE}),
    ]
    assert disagreements(statements) == []
    assert kinds(developments(statements)) == ["succession"]


def test_what_is_only_possible_takes_no_part():
    """A possibility is no fact, no disagreement and no development."""
    statements = [
        *said("a", EVENT | {"value": "2022-05-10", "modality": Modality.POSSIBLE}),
        *said("b", EVENT | {"value": "2022-05-17"}),
    ]
    assert disagreements(statements) == []
    assert developments(statements) == []
    assert len(facts_of(statements)) == 1


def test_a_heading_against_its_text_is_an_internal_contradiction():
    """The leaflet's flag becomes a disagreement of the document with itself, with the heading as evidence."""
    (finding,) = internal_contradictions(leaflet().document)
    assert finding.kind == "internalContradiction"
    assert finding.subject.endswith("document/imrf-roadmap")
    assert len(finding.evidence) == 1


def test_a_finding_keeps_its_name_when_another_document_joins():
    """The page of a disagreement stays where it is."""
    statements = [*said("a", covers(4, (1, 3))), *said("b", covers(4, (1, 3, 23)))]
    (before,) = disagreements(statements)
    (after,) = disagreements([*statements, *said("c", covers(4, (1, 3, 23)))])
    assert before.iri == after.iri
    assert before.between < after.between


@pytest.mark.parametrize("records", [champions_meeting(), concept_note(), leaflet()], ids=lambda r: r.document.slug)
def test_statements_of_records_are_those_of_the_store(records):
    """Both ways to the same statements."""
    store = MemoryStore()
    publish(store, [records])
    statements = statements_of(records)
    with store.view() as view:
        topics = {topic_of(statement) for statement in statements}
        stored = [s for topic in topics for s in statements_about(view, topic, roundtables(view))]
    assert sorted(stored, key=lambda s: s.iri) == sorted(statements, key=lambda s: s.iri)
    store.close()


def test_ended_memberships_stay_facts():
    """Ecuador served a full term: a fact that is over, beside those that go on."""
    facts = facts_of(statements_of(champions_meeting()))
    committee = [fact for fact in facts if fact.one.predicate == gcm("memberOfCommittee").value]
    assert sorted(fact.one.subject.rpartition("/")[2] for fact in committee if fact.ended) == [
        "ecuador",
        "morocco",
        "thailand",
    ]
