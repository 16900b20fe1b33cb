"""Missing years come from the document's date and the order of events, or stay missing."""

from datetime import date

import pytest

from graph.records import Basis, When
from loaders.dates.completion import complete, first_after, last_before
from loaders.dates.dates import find_dates

NOVEMBER = When("2021-11-03", Basis.HEADER)


def completed(
    text: str, anchor: When | None = NOVEMBER, known: tuple[str, ...] = (), language: str = "en"
) -> tuple[str, str] | None:
    (span,) = find_dates(text, language)
    when = complete(span, anchor, text, language, known)
    return (when.edtf, when.basis.value) if when else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thanked all for the 19 October briefing", "2021-10-19"),
        ("They met on 5 December", "2020-12-05"),
        ("Consultations are being planned for January", "2022-01"),
        ("It will be held from 28 December to 2 January", "2021-12-28/2022-01-02"),
    ],
)
def test_past_is_the_last_before_and_coming_the_first_after(text: str, value: str) -> None:
    assert completed(text) == (value, "order-of-events")


def test_a_year_that_is_stated_stays() -> None:
    assert completed("on 26 May 2019") == ("2019-05-26", "stated")


def test_what_nothing_settles_stays_without_a_year() -> None:
    """No date of the document, or no word on whether the day is past."""
    assert completed("They met on 5 December", None) is None
    assert completed("Name day: 5 December") is None


def test_the_same_day_given_in_full_elsewhere_settles_the_year() -> None:
    assert completed("4 April", None, ("2019-04-04", "2018-12-10")) == ("2019-04-04", "inferred")
    assert completed("4 April", None, ("2019-04-04", "2020-04-04")) is None


def test_distances_are_counted_from_the_document() -> None:
    assert completed("It will take place next month", When("2020-10-06/2020-10-31")) == ("2020-11", "inferred")
    assert completed("expected in early June this year", When("2019-04-04")) == ("2019-06~", "inferred")
    assert completed("By October last year they had 14", When("2021-06-24")) == ("2020-10", "inferred")
    assert completed("It will take place next month", When("2020")) is None


def test_a_day_of_the_week_settles_the_year() -> None:
    """17 May was a Tuesday in 2022 only, of the years around."""
    assert completed("Tuesday, 17 May", When("2021-12")) == ("2022-05-17", "order-of-events")


def test_spanish_and_french_tenses() -> None:
    assert completed("La reunión se celebró el 19 de octubre", language="es") == ("2021-10-19", "order-of-events")
    assert completed("La réunion se tiendra le 19 janvier", language="fr") == ("2022-01-19", "order-of-events")


def test_occurrences_around_a_day() -> None:
    day = date(2021, 11, 3)
    assert last_before("XXXX-11-03", day) == (day, day)
    assert first_after("XXXX-11-02", day) == (date(2022, 11, 2), date(2022, 11, 2))
    assert last_before("unknown", day) is None
