"""Days of the month of the paper, told without its name."""

import pytest

from loaders.dates.this_month import of_this_month


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("del 20 al 24 de este mes la capital acoge la cumbre", "2020-01-20/2020-01-24"),
        ("from 20 to 24 of this month the capital hosts it", "2020-01-20/2020-01-24"),
        ("on the 5th of this month", "2020-01-05"),
        ("ils ont échangé pendant trois jours, du 17 au 19.", "2020-01-17/2020-01-19"),
        ("le 20 de ce mois", "2020-01-20"),
    ],
)
def test_days_of_this_month(text: str, means: str) -> None:
    assert [value for _, _, value in of_this_month(text, "2020-01-14")] == [means]


@pytest.mark.parametrize(
    "text",
    ["les articles du 3 au 5.", "del 20 al 24 de mayo", "du 1 au 2.", "del 24 al 20 de este mes", "el 31 de este mes"],
)
def test_what_is_no_such_day(text: str) -> None:
    """Numbers of articles, days with a month of their own, days far from the paper's or that no calendar has."""
    assert list(of_this_month(text, "2020-02-20")) == []
