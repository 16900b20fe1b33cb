"""What people are asked to look at, most used first, with the sentences."""

import json

import pytest

from graph.errors import GraphError
from graph.iris import document_iri, entity_iri
from graph.judge import decide, withdraw
from graph.publish import ensure_reference, publish
from graph.records import DocumentRecords
from graph.review import placed, to_review
from graph.review_text import review_lines
from graph.stores.store_memory import MemoryStore
from tests.graph.samples import Draft
from tests.graph.test_judge import GROUP, MEETING, NETWORK, REVIEW, claim, note


def inferred() -> DocumentRecords:
    """A document with a claim that rests on its context, and a second naming of the review."""
    draft = Draft("second", "Second", None)
    draft.say("x" * 400 + " and so on: the Asia review, " + "y" * 400)
    draft.mention("Asia review", REVIEW)
    draft.say("It was hosted by Thailand.", claim("state/thailand", "hosts", REVIEW) | {"inferences": ("context",)})
    draft.describe(REVIEW, "Event", "Asia review")
    return draft.records()


@pytest.fixture
def store():
    made = MemoryStore()
    ensure_reference(made)
    publish(made, [note(), inferred()])
    yield made
    made.close()


def listed(store, kind):
    with store.view() as view:
        return [placed(view, item) for item in to_review(view, kind)]


def test_entities_come_with_sentences_and_the_most_used_first(store):
    """Each provisional entity once, with its class, counts and the words around its names."""
    found = listed(store, "entities")
    assert [one.about for one in found] == [entity_iri(path) for path in (REVIEW, GROUP, MEETING)]
    first = found[0]
    assert (first.name, first.why, first.uses, first.documents) == ("Asia review", "Event", 2, 2)
    assert {one.document for one in first.sentences} == {document_iri("note"), document_iri("second")}
    near = next(one for one in first.sentences if one.document == document_iri("note"))
    assert (near.before, near.words, near.after) == ("Ghana took part in the ", "Asia review", ".")
    far = next(one for one in first.sentences if one.document == document_iri("second"))
    assert (far.before, far.after) == ("…and so on: the ", ",…")


def test_what_was_judged_is_not_asked_again(store):
    """New and the same leave the list; not the same stays, and says what was judged."""
    merged = decide(store, "same", REVIEW, "Ana", other=MEETING)
    decide(store, "new", GROUP, "Ana")
    decide(store, "notSame", MEETING, "Ana", other="event/imrf-2022")
    found = listed(store, "entities")
    assert [one.about for one in found] == [entity_iri(MEETING)]
    assert [one.other for one in found[0].decisions] == [entity_iri("event/imrf-2022")]
    withdraw(store, merged.id, "Ana")
    assert entity_iri(REVIEW) in [one.about for one in listed(store, "entities")]


@pytest.mark.parametrize("verdict", ["same", "notSame"])
def test_links_by_context_are_listed_until_they_are_judged(store, verdict):
    """One item for the words of one document; confirmed or cut, they are gone."""
    found = listed(store, "links")
    assert [(one.about, one.words, one.other, one.why) for one in found] == [
        (document_iri("note"), "network", entity_iri(NETWORK), "context")
    ]
    assert [one.words for one in found[0].sentences] == ["Network"]
    decide(store, verdict, "note", "Ana", other=NETWORK, words="Network")
    assert listed(store, "links") == []


def test_claims_by_inference_are_listed_until_they_are_set_aside(store):
    """With what they say, what was inferred, and the sentence."""
    found = listed(store, "claims")
    assert [(one.said, one.why) for one in found] == [
        ((entity_iri("state/thailand"), "hosts", entity_iri(REVIEW)), "context")
    ]
    assert [one.words for one in found[0].sentences] == ["It was hosted by Thailand."]
    decide(store, "wrongClaim", found[0].about.rpartition("/id/")[2], "Ana")
    assert listed(store, "claims") == []


def test_a_list_that_is_none_is_refused(store):
    """So is a page that is not there."""
    with store.view() as view:
        with pytest.raises(GraphError, match="one of entities, links, claims"):
            to_review(view, "persons")
        with pytest.raises(GraphError, match="no page 2"):
            list(review_lines(view, "entities", 2, "text"))


@pytest.mark.parametrize("kind", ["entities", "links", "claims", "decisions"])
def test_programs_and_people_read_the_same_things(store, kind):
    """As many lines of JSON as the text counts, each naming what to judge."""
    decide(store, "new", GROUP, "Ana", note="Two\nlines.")
    with store.view() as view:
        data = [json.loads(line) for line in review_lines(view, kind, 1, "jsonl")]
        text = list(review_lines(view, kind, 1, "text"))
    assert text[0].startswith(f"{len(data)} {kind}")
    assert data
    assert all(any(line.count(one["judge"]) for line in text) for one in data)
    assert not any("\n" in line for line in text)
