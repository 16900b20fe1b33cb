"""Decisions that cannot hold together are told apart from those that can."""

import pytest

from graph.conflicts import conflict
from graph.decisions import Decision, Verdict
from graph.iris import document_iri, entity_iri

A, B, C, D = (entity_iri(f"event/{name}") for name in "abcd")


def same(about: str, other: str) -> Decision:
    return Decision(verdict=Verdict.SAME, about=about, other=other, by="Ana", at="2026-01-01T00:00:00Z")


def apart(about: str, other: str) -> Decision:
    return Decision(verdict=Verdict.NOT_SAME, about=about, other=other, by="Bo", at="2026-01-02T00:00:00Z")


def new(about: str) -> Decision:
    return Decision(verdict=Verdict.NEW, about=about, by="Cy", at="2026-01-03T00:00:00Z")


def link(verdict: Verdict, words: str = "the network") -> Decision:
    return Decision(
        verdict=verdict, about=document_iri("note"), other=A, words=words, by="Di", at="2026-01-04T00:00:00Z"
    )


def wrong(meaning: str) -> Decision:
    return Decision(verdict=Verdict.WRONG, about=entity_iri("claim/1"), document=document_iri("note"),
                    meaning=meaning, by="Ed", at="2026-01-05T00:00:00Z")  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "holding", "says"),
    [
        (same(A, B), [same(A, B)], "already"),
        (same(A, C), [same(A, B)], "judged the same as event/b by Ana on 2026-01-01"),
        (same(A, B), [new(A)], "judged new by Cy"),
        (new(A), [same(A, B)], "judged the same as event/b"),
        (same(B, A), [same(A, B)], "circle"),
        (same(C, A), [same(A, B), same(B, C)], "circle"),
        (apart(A, B), [same(A, B)], "if through others"),
        (apart(A, C), [same(A, B), same(B, C)], "if through others"),
        (apart(A, C), [same(A, B), same(C, B)], "if through others"),
        (same(B, C), [same(A, B), apart(A, C)], "event/a and event/c would become one"),
        (same(A, B), [apart(B, A)], "would become one"),
        (link(Verdict.SAME), [link(Verdict.NOT_SAME)], "decided otherwise"),
        (link(Verdict.SAME), [link(Verdict.SAME)], "already"),
        (wrong("m"), [wrong("m")], "already"),
    ],
)
def test_it_is_refused(decision, holding, says):
    """In one line that names who decided what stands against it."""
    refused = conflict(decision, holding)
    assert refused is not None
    assert says in refused
    assert "\n" not in refused


@pytest.mark.parametrize(
    ("decision", "holding"),
    [
        (same(A, B), []),
        (same(A, B), [same(C, B), apart(A, D)]),
        (same(B, C), [same(A, B)]),
        (apart(A, C), [same(A, B), new(C)]),
        (new(A), [apart(A, B), same(C, A)]),
        (same(A, C), [same(A, B).withdrawn("Eve", "2026-02-01T00:00:00Z")]),
        (link(Verdict.SAME), [link(Verdict.NOT_SAME, "the forum"), new(A)]),
        (wrong("m"), [wrong("n")]),
    ],
)
def test_it_can_be_taken(decision, holding):
    """What does not touch the question, or was taken back, stands in nobody's way."""
    assert conflict(decision, holding) is None
