"""A pattern in lower case finds what the same pattern finds without regard to case."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.lexicons import RuleError
from loaders.rules.uncased import Uncased, in_lower_case

PIECES = r"Ab [A-C] [^B] (?P<one>AB) \W \w (?:É|b) (?<!B)a (?=C)".split()


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4, unique=True), st.text("aAbBcCéÉ ", max_size=8))
def test_the_same_places_are_found(pieces: list[str], text: str) -> None:
    """Whatever the case of letters in pattern and text."""
    source = "".join(pieces)
    expected = [found.span() for found in re.finditer(source, text, re.IGNORECASE)]
    assert [found.span() for found in Uncased(source).finditer(text)] == expected


def test_only_within_the_bounds() -> None:
    """As the methods of `re.Pattern` do."""
    pattern = Uncased("B")
    assert pattern.search("Ab b", 2) is not None
    assert pattern.search("Ab b", 2, 3) is None
    assert pattern.match("Ab b", 1) is not None
    assert pattern.fullmatch("Ab b", 1, 2) is not None
    assert [found.start() for found in pattern.finditer("Ab b", 2)] == [3]


@pytest.mark.parametrize(
    ("source", "expected"), [(r"A\WB", r"a\Wb"), ("(?P<Of>A)", "(?P<of>a)"), (r"[À-Þ]\\A", r"[à-þ]\\a")]
)
def test_classes_of_letters_stay(source: str, expected: str) -> None:
    """What is escaped is no letter."""
    assert in_lower_case(source) == expected


def test_a_pattern_that_asks_for_capitals_is_refused() -> None:
    """It would be met by small letters."""
    with pytest.raises(RuleError, match="case counts"):
        in_lower_case(r"in (?-i:[A-Z])\w+")
