"""Figures: sums, counts and shares with what they count, and the numbers that are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates.dates import find_dates
from loaders.figures.figures import Figure, find_figures
from loaders.figures.numbers import find_numbers, written


def only(text: str, language: str = "en") -> Figure:
    (figure,) = find_figures(text, language)
    return figure


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "attended by 117 participants from all regions", "117", "participants"),
        ("en", "from 25 Member States represented by capitals", "25", "member states"),
        ("en", "9 joint programmes currently underway", "9", "joint programmes underway"),
        ("en", "with 32 joint programmes in the pipeline", "32", "joint programmes in the pipeline"),
        ("en", "six joint programmes", "6", "joint programmes"),
        ("en", "So far, 31 Networks have been set up", "31", "networks"),
        ("en", "four interactive, evidence-based, and action-oriented round tables", "4",
         "interactive, evidence-based, and action-oriented round tables"),
        ("en", "one hundred and seventeen delegates", "117", "delegates"),
        ("en", "Fifty-six countries took part", "56", "countries"),
        ("en", "281 million international migrants", "281", "million international migrants"),
        ("en", "61 per cent of them", "61", "per cent"),
        ("en", "1,200 people were reached", "1200", "people"),
        ("es", "nueve programas conjuntos en curso", "9", "programas conjuntos en curso"),
        ("es", "treinta y un países", "31", "países"),
        ("es", "ciento diecisiete participantes", "117", "participantes"),
        ("es", "1.200 personas", "1200", "personas"),
        ("fr", "quatre-vingt-dix pays", "90", "pays"),
        ("fr", "soixante-dix-sept délégations", "77", "délégations"),
        ("fr", "1 200 personnes", "1200", "personnes"),
        ("fr", "Quatorze pays s'étaient déclarés", "14", "pays"),
    ],
)  # fmt: skip
def test_counts(language: str, text: str, value: str, unit: str) -> None:
    figure = only(text, language)
    assert (figure.value, figure.unit, figure.currency) == (Decimal(value), unit, None)


@pytest.mark.parametrize(
    ("language", "text", "exact", "amount", "currency", "unit"),
    [
        ("en", "stands at USD 12.5 million today", "USD 12.5 million", 12_500_000, "USD", "million USD"),
        ("en", "a target of USD25 million.", "USD25 million", 25_000_000, "USD", "million USD"),
        ("en", "gave US$ 3 m and left", "US$ 3 m", 3_000_000, "USD", "million USD"),
        ("en", "400 million dollars more", "400 million dollars", 400_000_000, "USD", "million USD"),
        ("en", "€1,500,000 in grants", "€1,500,000", 1_500_000, "EUR", "EUR"),
        ("es", "EUR 2 millones", "EUR 2 millones", 2_000_000, "EUR", "million EUR"),
        ("es", "12,5 millones de dólares", "12,5 millones de dólares", 12_500_000, "USD", "million USD"),
        ("fr", "2 milliards d'euros", "2 milliards d'euros", 2_000_000_000, "EUR", "billion EUR"),
    ],
)
def test_sums(language: str, text: str, exact: str, amount: int, currency: str, unit: str) -> None:
    """The value is as written; the amount is the whole of it."""
    figure = only(text, language)
    assert text[figure.at : figure.to] == exact
    assert (figure.amount, figure.currency, figure.unit) == (amount, currency, unit)


@pytest.mark.parametrize(
    ("language", "text", "approximate", "bound"),
    [
        ("en", "Around 70 Member States", True, ""),
        ("en", "approximately USD 12.5 million", True, ""),
        ("en", "– some 56 –", True, ""),
        ("en", "at least one joint programme", False, "at least"),
        ("en", "more than 74 concept notes", False, "more than"),
        ("en", "fewer than 5 States", False, "less than"),
        ("en", "up to 20 delegates", False, "up to"),
        ("es", "cerca de 70 Estados", True, ""),
        ("es", "más de 70 Estados", False, "more than"),
        ("fr", "environ 70 États", True, ""),
        ("fr", "au moins 70 États", False, "at least"),
        ("en", "exactly 70 States", False, ""),
    ],
)
def test_about_and_bounds(language: str, text: str, approximate: bool, bound: str) -> None:
    figure = only(text, language)
    assert (figure.approximate, figure.bound) == (approximate, bound)


@pytest.mark.parametrize(
    "text",
    [
        "objectives 2, 5, 6, 12 and 18 of the Compact",
        "GCM Objectives: 14, 15, 16, 19, 20 and 22",
        "paragraph 47 and 51 of the GCM",
        "round table 4 and RT 1: drivers",
        "one in five of all projects",
        "from 17 to 20 May 2022 States met",
        "at 14:30-17:30 in Room VII",
        "every four years",
        "the 360-degree approach",
        "a four-day event",
        "(possibly 3-4 countries)",
        "COVID-19 measures",
        "A/RES/73/195 measures",
        "in 2021 States met",
        "one of them",
        "No. 12 members",
        "three which served a full term",
        "1. Participants",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert find_figures(text) == ()


def test_dates_that_are_known_already_are_not_looked_for_again() -> None:
    text = "On 3 November 2021, 25 States met."
    assert find_figures(text, "en", find_dates(text)) == find_figures(text)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,200", "en", "1200"),
        ("12.5", "es", "12.5"),
        ("12,5", "en", "12.5"),
        ("1.200.000", "es", "1200000"),
        ("1,234.5", "en", "1234.5"),
        ("1 200", "fr", "1200"),
        ("0.125", "es", "0.125"),
    ],
)
def test_marks_in_digits(text: str, language: str, value: str) -> None:
    assert written(text, language) == Decimal(value)


@given(st.integers(1, 999))
def test_number_words_are_read_in_english(number: int) -> None:
    units = (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen"
    )
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    small = ["", *units.split()]
    hundreds, rest = divmod(number, 100)
    words = small[rest] if rest < 20 else f"{tens[rest // 10 - 2]}-{small[rest % 10]}".rstrip("-")
    spoken = " and ".join(part for part in (f"{small[hundreds]} hundred" if hundreds else "", words) if part)
    (found,) = find_numbers(f"{spoken} States")
    assert found.value == number


@given(st.text(alphabet=st.sampled_from("0123456789.,- USDmilionStates€%"), max_size=60))
def test_figures_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert end <= figure.at < figure.to <= figure.unit_to <= len(text)
        end = figure.to
