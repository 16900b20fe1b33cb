"""The names of months and days of the week."""

import pytest

from loaders.dates.calendar import LANGUAGES, MONTH_NUMBERS, MONTHS, WEEKDAYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_those_of_the_cldr(language: str) -> None:
    """Checked against Babel where it is installed."""
    babel = pytest.importorskip("babel")
    locale = babel.Locale(language)
    assert [names[0] for names in MONTHS[language]] == list(locale.months["stand-alone"]["wide"].values())
    assert list(WEEKDAYS[language]) == [locale.days["stand-alone"]["wide"][day] for day in range(7)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_has_its_number_in_each_spelling(language: str) -> None:
    assert sorted(set(MONTH_NUMBERS[language].values())) == list(range(1, 13))
    assert MONTH_NUMBERS["en"]["SEPTEMBER"] == 9


def test_english_months_need_their_capital() -> None:
    """In small letters they are verbs."""
    assert "may" not in MONTH_NUMBERS["en"]
    assert "mayo" in MONTH_NUMBERS["es"]
