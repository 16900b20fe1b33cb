"""Spans side by side."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loaders.recognition.names.spans import Row, Span, apart, longest_first

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 8), st.sampled_from("SUE")).map(
        lambda made: Span(made[0], made[0] + made[1], made[2], f"state/{made[2]}")
    ),
    max_size=12,
)


@given(SPANS)
def test_the_longest_stay(spans: list[Span]) -> None:
    """None overlap, all are in order, and each that is left out touches one that is as long at least."""
    kept = longest_first(spans)
    assert all(one.to <= other.at for one, other in pairwise(kept))
    for lost in (s for s in spans if s not in kept):
        assert any(s.at < lost.to and lost.at < s.to and s.to - s.at >= lost.to - lost.at for s in kept)


@given(SPANS)
def test_the_first_ranked_stay(spans: list[Span]) -> None:
    """What is ranked first stays, whatever its length."""
    kept = apart(spans)
    assert not spans or spans[0] in kept
    assert kept == sorted(kept, key=lambda s: s.at)


@given(SPANS, st.integers(-2, 50), st.integers(0, 20))
def test_a_row_finds_what_a_search_through_all_finds(spans: list[Span], at: int, length: int) -> None:
    """By start, by character, within and across a stretch, and before a position."""
    kept = longest_first(spans)
    row, to = Row(reversed(kept)), at + length
    assert row.at(at) == next((s for s in kept if s.at == at), None)
    assert row.holding(at) == next((s for s in kept if s.at <= at < s.to), None)
    assert row.last_before(at) == next((s for s in reversed(kept) if s.to <= at), None)
    assert row.starting(at, to) == [s for s in kept if at <= s.at < to]
    assert row.inside(at, to) == [s for s in kept if at <= s.at and s.to <= to]
    if length:
        assert row.touching(at, to) == [s for s in kept if s.at < to and at < s.to]
