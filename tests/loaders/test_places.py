"""Stretches of a text and what touches them."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.places import Places

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
)


@given(SPANS, st.integers(0, 45), st.integers(1, 5))
def test_touching_is_sharing_a_character(spans: list[tuple[int, int]], at: int, size: int) -> None:
    expected = any(start < at + size and at < end for start, end in spans)
    assert Places(spans).touch(at, at + size) is expected


@given(SPANS, st.integers(0, 45))
def test_holding_is_touching_one_character(spans: list[tuple[int, int]], position: int) -> None:
    assert Places(spans).hold(position) is any(start <= position < end for start, end in spans)
