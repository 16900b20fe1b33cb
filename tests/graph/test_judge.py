"""What people decide changes what is computed, in every store, and taking it back restores what was."""

import threading
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.check import check
from graph.decisions import Decision, Verdict
from graph.derived.gather import decisions_in, judged_in
from graph.derived.gathered import Gathered
from graph.derived.recompute import recompute
from graph.dump import dump
from graph.errors import DecisionRefused
from graph.iris import DECISIONS_GRAPH, ENTITIES_GRAPH, FACTS_GRAPH, VOID_GRAPH, entity_iri
from graph.judge import decide, restore, withdraw
from graph.publish import append, ensure_reference, publish
from graph.quads_decisions import decision_quads
from graph.records import DocumentRecords, LinkStatus, Run
from graph.stores.store_memory import MemoryStore
from graph.terms import CONFIRMED, DECIDED_BY, MERGED, PROVISIONAL, REPLACED_BY, SET_ASIDE_BY, STATUS, gcm
from tests.graph.conftest import KINDS
from tests.graph.samples import Draft
from tests.strategies import BODIES, STATES, document_records

REVIEW, MEETING, GROUP = "event/asia-review", "event/review-meeting", "working-group/data-group"
NETWORK = "un-entity/un-network-on-migration"
RUN = Run("1", "2026-01-01T00:00:00+00:00", "2026-01-01T00:00:01+00:00", "1")
VIEWS = (FACTS_GRAPH, ENTITIES_GRAPH)


def note(slug: str = "note", opening: str = "A note.") -> DocumentRecords:
    """A document with two provisional names for one meeting, a group, and words linked by their context."""
    draft = Draft(slug, "Note", None)
    draft.say(opening)
    draft.say("Ghana took part in the Asia review.", claim("state/ghana", "participatesIn", REVIEW))
    draft.mention("Asia review", REVIEW)
    draft.say("Mexico took part in the review meeting.", claim("state/mexico", "participatesIn", MEETING))
    draft.mention("review meeting", MEETING)
    draft.say("Iraq leads the Data Group.", claim("state/iraq", "leads", GROUP))
    draft.mention("Data Group", GROUP)
    draft.say("The Network organised the review meeting.", claim(NETWORK, "organizes", MEETING))
    draft.mention("Network", NETWORK)
    draft.describe(REVIEW, "Event", "Asia review")
    draft.describe(MEETING, "Event", "Review meeting")
    draft.describe(GROUP, "WorkingGroup", "Data Group")
    records = draft.records()
    mentions = tuple(replace(m, method="context") if m.entity == NETWORK else m for m in records.mentions)
    return replace(records, mentions=tuple(replace(m, status=LinkStatus.LINKED) for m in mentions))


def claim(subject: str, predicate: str, object: str) -> dict:
    return {"subject": subject, "predicate": predicate, "object": object}


def filled(store):
    ensure_reference(store)
    publish(store, [note()])
    return store


@pytest.fixture
def memory():
    store = MemoryStore()
    yield filled(store)
    store.close()


def graphs_of(store, names=VIEWS):
    with store.view() as view:
        return {name: set(view.graph(name)) for name in names}


def stated(store, subject, predicate, object):
    """Whether it stands as a plain triple."""
    with store.view() as view:
        triple = (NamedNode(entity_iri(subject)), gcm(predicate), NamedNode(entity_iri(object)))
        return any(True for _ in view.quads(*triple))


def status(store, entity):
    with store.view() as view:
        return [quad.object for quad in view.quads(NamedNode(entity_iri(entity)), STATUS)]


def claim_of(store, subject, predicate):
    with store.view() as view:
        rows = view.rows("claims_about", subject=NamedNode(entity_iri(subject)))
        return next(row["claim"].value for row in rows if row["property"] == gcm(predicate)).rpartition("/id/")[2]


def findings(store):
    with store.view() as view:
        return list(check(view))


@pytest.mark.parametrize("store_settings", KINDS, indirect=True)
def test_every_store_keeps_and_applies_decisions(store):
    """One decision of each kind: facts follow, the graph is sound, and after taking all back it is what it was."""
    before = graphs_of(filled(store))
    network = claim_of(store, "state/iraq", "leads")
    taken = [
        decide(store, Verdict.SAME, REVIEW, "Ana", other=MEETING, note="One meeting, two names."),
        decide(store, Verdict.NOT_SAME, MEETING, "Ana", other="event/imrf-2022"),
        decide(store, Verdict.NEW, GROUP, "Ana"),
        decide(store, Verdict.WRONG, network, "Ana"),
        decide(store, Verdict.NOT_SAME, "note", "Ana", other=NETWORK, words="Network"),
    ]
    with store.view() as view:
        assert decisions_in(view) == sorted(taken, key=lambda one: (one.at, one.id))
    assert stated(store, "state/ghana", "participatesIn", MEETING)
    assert not stated(store, "state/ghana", "participatesIn", REVIEW)
    assert not stated(store, "state/iraq", "leads", GROUP)
    assert not stated(store, NETWORK, "organizes", MEETING)
    assert (status(store, REVIEW), status(store, GROUP)) == ([MERGED], [CONFIRMED])
    assert findings(store) == []
    for one in taken:
        withdraw(store, one.id, "Eve")
    assert graphs_of(store) == before
    assert findings(store) == []


@pytest.mark.parametrize("store_settings", KINDS, indirect=True)
def test_of_two_people_at_once_one_is_told(store):
    """Decisions that cannot hold together are taken one after the other, and the later one is refused."""
    filled(store)
    asked = [("same", {"other": MEETING}), ("new", {}), ("same", {"other": "event/imrf-2022"})]
    refused = []

    def person(verdict, more):
        try:
            decide(store, verdict, REVIEW, "Ana", **more)
        except DecisionRefused as error:
            refused.append(str(error))

    people = [threading.Thread(target=person, args=one) for one in asked]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert len(refused) == 2
    with store.view() as view:
        assert len(decisions_in(view)) == 1
    assert findings(store) == []


def test_a_decision_stays_when_it_is_taken_back(memory):
    """Who decided, who took it back, and when, can be read afterwards; nothing of it is removed."""
    taken = decide(memory, Verdict.NEW, GROUP, "Ana", note="Named in the statutes.")
    before = graphs_of(memory, [DECISIONS_GRAPH])[DECISIONS_GRAPH]
    back = withdraw(memory, taken.id[:8], "Eve")
    after = graphs_of(memory, [DECISIONS_GRAPH])[DECISIONS_GRAPH]
    assert before < after
    with memory.view() as view:
        assert decisions_in(view) == [back]
    assert (back.by, back.withdrawn_by, back.active, back.id) == ("Ana", "Eve", False, taken.id)
    decide(memory, Verdict.NEW, GROUP, "Ana")
    assert status(memory, GROUP) == [CONFIRMED]


def test_what_counts_for_another_leads_to_it_through_every_step(memory):
    """A is B and B is C: A leads to C, whatever was decided first; without the second step it leads to B."""
    decide(memory, Verdict.SAME, REVIEW, "Ana", other=MEETING)
    second = decide(memory, Verdict.SAME, MEETING, "Ana", other="event/imrf-2022")
    with memory.view() as view:
        found = {quad.object.value for quad in view.quads(NamedNode(entity_iri(REVIEW)), REPLACED_BY)}
    assert found == {entity_iri("event/imrf-2022")}
    assert stated(memory, "state/ghana", "participatesIn", "event/imrf-2022")
    withdraw(memory, second.id, "Ana")
    assert stated(memory, "state/ghana", "participatesIn", MEETING)


def test_the_next_load_respects_decisions(memory):
    """Another document with the same name, and a new version with the same claim, change nothing of what was judged."""
    decide(memory, Verdict.SAME, REVIEW, "Ana", other=MEETING)
    decide(memory, Verdict.WRONG, claim_of(memory, "state/iraq", "leads"), "Ana")
    decide(memory, Verdict.NOT_SAME, "note", "Ana", other=NETWORK, words="network")
    publish(memory, [note(opening="A note with another beginning."), note("second")])
    assert stated(memory, "state/ghana", "participatesIn", MEETING)
    assert not stated(memory, "state/ghana", "participatesIn", REVIEW)
    with memory.view() as view:
        aside = {
            (row["claim"].value, row["document"].value.rpartition("/")[2]) for row in view.rows("claims_set_aside")
        }
    assert {document for _, document in aside} == {"note"}
    assert len(aside) == 2
    assert stated(memory, "state/iraq", "leads", GROUP), "the other document says so, and was not judged"
    assert findings(memory) == []


def test_a_claim_of_another_sentence_is_judged_anew(memory):
    """A new version that says it in other words brings another claim, and the decision waits without effect."""
    decide(memory, Verdict.WRONG, claim_of(memory, "state/iraq", "leads"), "Ana")
    changed = Draft("note", "Note", None)
    changed.say("Iraq has led the Data Group since 2020.", claim("state/iraq", "leads", GROUP))
    changed.describe(GROUP, "WorkingGroup", "Data Group")
    publish(memory, [changed.records()])
    assert stated(memory, "state/iraq", "leads", GROUP)
    publish(memory, [note()])
    assert not stated(memory, "state/iraq", "leads", GROUP)


def test_an_old_address_resolves_after_its_document_left(memory):
    """What was merged still leads to what it was judged to be."""
    decide(memory, Verdict.SAME, REVIEW, "Ana", other="event/imrf-2022")
    publish(memory, (), ["note"])
    with memory.view() as view:
        assert [quad.predicate for quad in view.quads(NamedNode(entity_iri(REVIEW)))] == [REPLACED_BY]
    assert findings(memory) == []


@pytest.mark.parametrize(
    ("verdict", "about", "more", "says"),
    [
        (Verdict.SAME, REVIEW, {"other": "event/nowhere"}, "no entity is known"),
        (Verdict.SAME, REVIEW, {"other": "scheme/objectives"}, "no entity is known"),
        (Verdict.SAME, "event/nowhere", {"other": MEETING}, "no entity is known"),
        (Verdict.SAME, REVIEW, {}, "need an entity to compare with"),
        (Verdict.SAME, REVIEW, {"other": REVIEW}, "the same as itself"),
        (Verdict.NEW, REVIEW, {"other": MEETING}, "the others take none"),
        (Verdict.NEW, "state/mexico", {}, "reference data"),
        (Verdict.NEW, "claim/0", {}, "only be judged wrong"),
        (Verdict.WRONG, REVIEW, {}, "no claim is known"),
        (Verdict.WRONG, "claim/<x> ?s {}", {}, "not a name"),
        (Verdict.NOT_SAME, "note", {"other": NETWORK, "words": "the Forum"}, "no words"),
        (Verdict.NOT_SAME, "nowhere", {"other": NETWORK, "words": "Network"}, "no document"),
        (Verdict.NEW, GROUP, {"note": "x" * 2001}, "at most"),
        (Verdict.NEW, GROUP, {"note": "a\x00b"}, "cannot be shown"),
        (Verdict.NEW, GROUP, {"by": " "}, "who takes it"),
    ],
)
def test_a_decision_that_cannot_be_taken_changes_nothing(memory, verdict, about, more, says):
    """What is not there, or makes no sense, is refused in one line."""
    before = graphs_of(memory, [*VIEWS, DECISIONS_GRAPH, VOID_GRAPH])
    with pytest.raises(DecisionRefused, match=says):
        decide(memory, verdict, about, **{"by": "Ana", **more})
    assert graphs_of(memory, [*VIEWS, DECISIONS_GRAPH, VOID_GRAPH]) == before


def test_taking_back_needs_one_decision_that_holds(memory):
    """Not a short beginning of a name, not a name of nothing, and not twice."""
    taken = decide(memory, Verdict.NEW, GROUP, "Ana")
    for name in (taken.id[:7], "f" * 32, ""):
        with pytest.raises(DecisionRefused, match="name of no decision"):
            withdraw(memory, name, "Ana")
    with pytest.raises(DecisionRefused, match="gives a name"):
        withdraw(memory, taken.id, " ")
    withdraw(memory, taken.id, "Ana")
    with pytest.raises(DecisionRefused, match="was taken back by Ana"):
        withdraw(memory, taken.id, "Ana")


def test_the_order_of_decisions_does_not_matter():
    """Three decisions in any order give one view."""
    asked = [
        (Verdict.SAME, REVIEW, {"other": MEETING}),
        (Verdict.SAME, MEETING, {"other": "event/imrf-2022"}),
        (Verdict.NEW, GROUP, {}),
    ]
    found = []
    for order in permutations(asked):
        store = filled(MemoryStore())
        for verdict, about, more in order:
            decide(store, verdict, about, "Ana", **more)
        found.append(graphs_of(store))
        store.close()
    assert all(one == found[0] for one in found)


@st.composite
def steps(draw):
    """Loads, decisions and withdrawals, one after the other."""
    kinds = draw(st.lists(st.sampled_from(["load", "decide", "decide", "wrong", "link", "back"]), max_size=8))
    names = ["event/workshop-on-data", *BODIES, *STATES[:1]]
    return [
        (kind, draw(document_records(draw(st.sampled_from(["one", "two"])))) if kind == "load" else None,
         draw(st.sampled_from(names)), draw(st.sampled_from(names)), draw(st.sampled_from([*Verdict][:3])),
         draw(st.integers(0, 9)))
        for kind in kinds
    ]  # fmt: skip


def take(store, kind, item, about, other, verdict, choice):
    """One step; a decision that is refused is none."""
    if kind == "load":
        publish(store, [item])
        return
    with store.view() as view:
        decisions, claims = decisions_in(view), sorted(view.rows("claims_set_aside") + claims_in(view), key=str)
        mentions = sorted({(quad.subject.value, quad.object.value) for quad in view.quads(None, gcm("refersTo"))})
    try:
        if kind == "decide":
            decide(store, verdict, about, "Ana", other=None if verdict is Verdict.NEW else other)
        elif kind == "wrong" and claims:
            decide(store, Verdict.WRONG, claims[choice % len(claims)]["claim"].value.rpartition("/id/")[2], "Ana")
        elif kind == "link" and mentions:
            decide_link(store, *mentions[choice % len(mentions)])
        elif kind == "back" and decisions:
            withdraw(store, decisions[choice % len(decisions)].id, "Eve")
    except DecisionRefused:
        pass


def claims_in(view):
    return [{"claim": quad.subject} for quad in view.quads(None, gcm("modality"))]


def decide_link(store, mention, entity):
    with store.view() as view:
        found = {quad.predicate.value.rpartition("#")[2]: quad for quad in view.quads(NamedNode(mention))}
    slug = found["refersTo"].graph_name.value.rpartition("/")[2]
    decide(store, Verdict.NOT_SAME, slug, "Ana", other=entity.rpartition("/id/")[2], words=found["exact"].object.value)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document_records("one"), steps())
def test_step_by_step_is_from_nothing(first, taken):
    """After any loads, decisions and withdrawals the graph is what computing it from nothing gives.

    When all decisions are taken back, it is the graph of the documents alone.
    """
    store, bare = MemoryStore(), MemoryStore()
    for one in (store, bare):
        ensure_reference(one)
        publish(one, [first])
    for step in taken:
        take(store, *step)
        if step[0] == "load":
            publish(bare, [step[1]])
    stepwise = graphs_of(store, [*VIEWS, VOID_GRAPH])
    recompute(store)
    assert graphs_of(store, [*VIEWS, VOID_GRAPH]) == stepwise
    with store.view() as view:
        holding = [one for one in decisions_in(view) if one.active]
    for one in holding:
        withdraw(store, one.id, "Eve")
    assert graphs_of(store) == graphs_of(bare)
    store.close()
    bare.close()


def test_a_claim_that_is_set_aside_names_its_decision(memory):
    """The claim stays with its document, and says by which decision it does not count."""
    name = claim_of(memory, "state/iraq", "leads")
    taken = decide(memory, Verdict.WRONG, name, "Ana")
    with memory.view() as view:
        quads = {quad.predicate: quad for quad in view.quads(NamedNode(entity_iri(name)))}
    assert quads[SET_ASIDE_BY].object.value == entity_iri(f"decision/{taken.id}")
    assert quads[SET_ASIDE_BY].graph_name.value == FACTS_GRAPH
    assert gcm("rule") in quads


def test_words_that_name_it_elsewhere_in_the_sentence_keep_a_claim(memory):
    """A link that is cut takes along only what rests on nothing else."""
    draft = Draft("both", "Both", None)
    draft.say(
        "The United Nations Network on Migration (Network) organised it.",
        claim(NETWORK, "organizes", "event/imrf-2022"),
    )
    draft.mention("United Nations Network on Migration", NETWORK)
    draft.mention("(Network", NETWORK)
    publish(memory, [draft.records()])
    decide(memory, Verdict.NOT_SAME, "both", "Ana", other=NETWORK, words="(Network")
    assert stated(memory, NETWORK, "organizes", "event/imrf-2022")
    assert status(memory, REVIEW) == [PROVISIONAL]


def test_decisions_outlive_a_store(memory):
    """Those of a dump come into a store made anew, before or after its documents, and give the same view."""
    decide(memory, Verdict.SAME, REVIEW, "Ana", other=MEETING)
    decide(memory, Verdict.WRONG, claim_of(memory, "state/iraq", "leads"), "Ana")
    withdraw(memory, decide(memory, Verdict.NEW, GROUP, "Ana").id, "Eve")
    with memory.view() as view:
        dumped = b"".join(dump(view))
        decisions = decisions_in(view)
    for before in (True, False):
        anew = MemoryStore()
        ensure_reference(anew)
        steps = [lambda store: publish(store, [note()]), lambda store: restore(store, dumped)]
        for step in steps[::-1] if before else steps:
            step(anew)
        assert graphs_of(anew, [*VIEWS, DECISIONS_GRAPH]) == graphs_of(memory, [*VIEWS, DECISIONS_GRAPH])
        assert restore(anew, dumped) == []
        assert findings(anew) == []
        anew.close()
    held = [one for one in decisions if one.active]
    withdraw(memory, held[0].id, "Eve")
    assert restore(memory, dumped) == [], "what was taken back here stays taken back"


def test_what_cannot_be_restored_changes_nothing(memory):
    """A file that is no dump, and a decision against one that holds."""
    with pytest.raises(DecisionRefused, match="no dump"):
        restore(memory, b"<a> nonsense")
    decide(memory, Verdict.SAME, REVIEW, "Ana", other=MEETING)
    with memory.view() as view:
        dumped = b"".join(dump(view))
    withdraw(memory, dumped_id(memory), "Ana")
    decide(memory, Verdict.NEW, REVIEW, "Bo")
    other = filled(MemoryStore())
    decide(other, Verdict.NEW, REVIEW, "Bo")
    with pytest.raises(DecisionRefused, match="judged new by Bo"):
        restore(other, dumped)
    with other.view() as view:
        assert len(decisions_in(view)) == 1
    other.close()


def dumped_id(store):
    with store.view() as view:
        return decisions_in(view)[0].id


def test_check_tells_decisions_that_cannot_hold(memory):
    """Written past the program: two that stand against each other, and one that nobody took."""
    decide(memory, Verdict.SAME, REVIEW, "Ana", other=MEETING)
    against = Decision(verdict=Verdict.NEW, about=entity_iri(REVIEW), by="Bo", at="2099-01-01T00:00:00Z")
    with memory.writer() as writer:
        writer.patch(DECISIONS_GRAPH, (), decision_quads(against))
    assert ["judged the same" in one.message for one in findings(memory)] == [True]
    with memory.writer() as writer:
        writer.patch(DECISIONS_GRAPH, [quad for quad in decision_quads(against) if quad.predicate == DECIDED_BY], ())
    assert "cannot be read" in str(findings(memory)[0])


@pytest.mark.parametrize("known", [True, False], ids=["gathered under the decisions", "gathered before them"])
def test_a_long_load_respects_decisions(memory, known):
    """Documents that are written first, and computed once at the end, are seen as decided."""
    decide(memory, Verdict.SAME, REVIEW, "Ana", other=MEETING)
    decide(memory, Verdict.WRONG, claim_of(memory, "state/iraq", "leads"), "Ana")
    with memory.view() as view:
        judged = judged_in(view) if known else None
    with Gathered(judged) as gathered:
        append(memory, [note(opening="Another."), note("second")], lambda: RUN, None, gathered)
        ensure_reference(memory, gathered)
    assert stated(memory, "state/ghana", "participatesIn", MEETING)
    assert not stated(memory, "state/ghana", "participatesIn", REVIEW)
    assert findings(memory) == []
    with memory.view() as view:
        assert len(view.rows("claims_set_aside")) == 1
