"""Figures read as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.figures import figure, measured, number

NUMBERS = (
    ("12500000.0", "12,500,000"), ("12.5", "12.5"), ("20", "20"), ("many", "many"), ("NaN", "NaN"), ("0.0", "0"),
)  # fmt: skip
FIGURES = (
    ("12500000.0", "USD", "USD 12.5 million"),
    ("20000000", "USD", "USD 20 million"),
    ("1234567", "USD", "USD 1,234,567"),
    ("950000", "EUR", "EUR 950,000"),
    ("2500000000", "USD", "USD 2.5 billion"),
    ("20", "USD million", "USD 20 million"),
    ("25", "champions", "25 champions"),
    ("1500000", "migrants", "1,500,000 migrants"),
    ("7", "", "7"),
    ("many", "USD", "USD many"),
    ("NaN", "USD", "USD NaN"),
)
MEASURES = (
    ("champions", "champions", ""),
    ("round tables", "roundtables", ""),
    ("joint programme", "joint programmes", ""),
    ("joint programmes underway", "joint programmes", ""),
    ("USD", "mobilised", "mobilised"),
    ("member states", "states represented", "states represented"),
    ("pledges", "", ""),
    ("", "members", "members"),
)


@pytest.mark.parametrize(("value", "text"), NUMBERS)
def test_numbers_are_grouped(value: str, text: str) -> None:
    """What is no number stays as it is."""
    assert number(value) == text


@pytest.mark.parametrize(("value", "unit", "text"), FIGURES)
def test_a_figure_stands_with_its_unit(value: str, unit: str, text: str) -> None:
    """Money by its code and in millions where that loses nothing."""
    assert figure(value, unit) == text


@pytest.mark.parametrize(("unit", "measure", "text"), MEASURES)
def test_what_is_measured_is_told_unless_the_unit_says_it(unit: str, measure: str, text: str) -> None:
    """`25 champions` needs no `(champions)`."""
    assert measured(unit, measure) == text


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(["USD", "EUR", "states"]))
def test_no_digit_is_lost(value: Decimal, unit: str) -> None:
    """However it is written, it is the same number."""
    words = [word for word in figure(value, unit).replace(",", "").split() if word != unit]
    scale = {"million": 10**6, "billion": 10**9}.get(words[-1], 1)
    assert Decimal(words[0]) * scale == value
