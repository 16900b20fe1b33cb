"""Marks in a text."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.marking import Mark, occurrences, runs

_MARKS = st.builds(
    Mark,
    st.integers(-5, 60),
    st.integers(-5, 60),
    st.sampled_from(["evidence", "mention", "found"]),
    st.sampled_from("abc"),
)


@given(st.text(max_size=50), st.lists(_MARKS, max_size=8))
def test_the_runs_of_a_text_give_the_text_back(text: str, marks: list[Mark]) -> None:
    """Nothing is lost, doubled or moved, whatever is marked."""
    assert "".join(run.text for run in runs(text, marks)) == text


@given(st.text(min_size=1, max_size=50), st.lists(_MARKS, max_size=8))
def test_each_evidence_begins_once(text: str, marks: list[Mark]) -> None:
    """Its anchor is unique on the page."""
    spans = {
        (one.name, max(one.at, 0))
        for one in marks
        if one.kind == "evidence" and max(one.at, 0) < min(one.to, len(text))
    }
    begun = [(name, 0) for run in runs(text, marks) for name in run.begins]
    assert len(begun) == len(spans)


def test_a_mention_inside_evidence_carries_both() -> None:
    """The link stands in the marked sentence."""
    found = runs("Mexico spoke.", [Mark(0, 13, "evidence", "e"), Mark(0, 6, "mention", "m")])
    assert [(run.text, run.evidence, run.mention) for run in found] == [
        ("Mexico", ("e",), "m"),
        (" spoke.", ("e",), ""),
    ]


def test_a_link_never_stands_in_a_link() -> None:
    """Of two overlapping mentions the longer outer one is kept."""
    found = runs("Mexico City", [Mark(0, 6, "mention", "a"), Mark(0, 11, "mention", "b")])
    assert [(run.text, run.mention) for run in found] == [("Mexico City", "b")]


def test_words_of_a_search_are_found_whatever_their_case() -> None:
    """All occurrences of each word."""
    assert {(one.at, one.to) for one in occurrences("Round table, round", "ROUND")} == {(0, 5), (13, 18)}
