"""Years, only where their company says so."""

import pytest

from loaders.dates.years import find_years


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Argentina (2021 Presidency Pro-Tempore of the Conference)", ["2021"]),
        ("en", "every four years beginning in 2022", ["2022"]),
        ("en", "the GFMD 2019 Chair", ["2019"]),
        ("en", "in 2019 and 2020", ["2019", "2020"]),
        ("en", "the International Migration Review Forum 2022", ["2022"]),
        ("en", "2019: Guatemala", ["2019"]),
        ("en", "adopted (2018)", ["2018"]),
        ("es", "existe desde 1996. En 2021 la presidió México", ["1996", "2021"]),
        ("fr", "préside le forum en 2022-2023", ["2022/2023"]),
        ("en", "the Plan of Action 2023-2027", ["2023/2027"]),
    ],
)
def test_years(language: str, text: str, values: list[str]) -> None:
    assert [span.edtf for span in find_years(text, language)] == values


@pytest.mark.parametrize(
    "text",
    [
        "the 2030 Agenda",
        "Agenda 2030",
        "A/RES/73/2019",
        "some of 2000 participants",
        "USD 2000",
        "room 2021",
        "2021.5",
        "+33 2021 44",
    ],
)
def test_other_numbers_are_no_years(text: str) -> None:
    assert find_years(text) == ()
