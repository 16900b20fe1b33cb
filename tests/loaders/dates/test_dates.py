"""Dates: what is one, what it comes to in EDTF, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates.dates import find_dates


def values(text: str, language: str = "en") -> list[str]:
    return [span.edtf for span in find_dates(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 3 November 2021", "2021-11-03"),
        ("on the 19th of December 2018", "2018-12-19"),
        ("November 3, 2021", "2021-11-03"),
        ("December 10-11, 2018", "2018-12-10/2018-12-11"),
        ("17 to 20 May 2022", "2022-05-17/2022-05-20"),
        ("29 and 30 July 2021", "2021-07-29/2021-07-30"),
        ("29-30 July 2021", "2021-07-29/2021-07-30"),
        ("22–26 October 2018", "2018-10-22/2018-10-26"),
        ("3, 4 and 5 May 2022", "2022-05-03/2022-05-05"),
        ("31 August to 1 September 2021", "2021-08-31/2021-09-01"),
        ("between 1 March and 3 April 2021", "2021-03-01/2021-04-03"),
        ("between 11 and 13 June 2024", "2024-06-11/2024-06-13"),
        ("from Monday 3 to Wednesday 5 May 2027", "2027-05-03/2027-05-05"),
        ("from 12 November 2020 to 3 January 2021", "2020-11-12/2021-01-03"),
        ("in March/April 2022", "2022-03/2022-04"),
        ("January–March 2022", "2022-01/2022-03"),
        ("in March and April 2022", "2022-03/2022-04"),
        ("SEPTEMBER 2021", "2021-09"),
        ("in Sept. 2021", "2021-09"),
        ("first semester of 2022", "2022-40"),
        ("the second half of 2022", "2022-41"),
        ("first quarter of 2022", "2022-33"),
        ("Q3 2022", "2022-35"),
        ("the last quarter of 2022", "2022-36"),
        ("late 2019", "2019~"),
        ("mid-2023", "2023~"),
        ("spring 2022", "2022-21"),
        ("the fourth week of August 2021", "2021-08-22/2021-08-28"),
        ("the last week of March 2022", "2022-03-25/2022-03-31"),
        ("2021-11-03", "2021-11-03"),
        ("13/05/2022", "2022-05-13"),
        ("On 3 November, we", "XXXX-11-03"),
        ("in November we will", "XXXX-11"),
        ("1 March to 3 April", "XXXX-03-01/XXXX-04-03"),
        ("in early June", "XXXX-06~"),
        ("4 April - 14:30-17:30", "XXXX-04-04"),
    ],
)
def test_english(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("del 17 al 20 de mayo de 2022", "2022-05-17/2022-05-20"),
        ("los días 2 y 3 de diciembre de 2021", "2021-12-02/2021-12-03"),
        ("del 31 de agosto al 1 de septiembre de 2021", "2021-08-31/2021-09-01"),
        ("entre el 1 de marzo y el 3 de abril de 2021", "2021-03-01/2021-04-03"),
        ("el 1.º de abril de 2021", "2021-04-01"),
        ("Setiembre de 2025", "2025-09"),
        ("primer semestre de 2022", "2022-40"),
        ("tercer trimestre del 2021", "2021-35"),
        ("la última semana de marzo de 2022", "2022-03-25/2022-03-31"),
        ("a finales de 2021", "2021~"),
        ("en octubre", "XXXX-10"),
    ],
)
def test_spanish(text: str, value: str) -> None:
    assert values(text, "es") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("du 17 au 20 mai 2022", "2022-05-17/2022-05-20"),
        ("les 10 et 11 décembre 2018", "2018-12-10/2018-12-11"),
        ("du 31 août au 1er septembre 2021", "2021-08-31/2021-09-01"),
        ("le 1er avril", "XXXX-04-01"),
        ("au premier semestre 2022", "2022-40"),
        ("troisième trimestre de 2021", "2021-35"),
        ("fin 2021", "2021~"),
        ("début juin", "XXXX-06~"),
    ],
)
def test_french(text: str, value: str) -> None:
    assert values(text, "fr") == [value]


def test_days_listed_one_by_one_are_dates_of_their_own() -> None:
    """Only a run of neighbouring days is an interval; a year that closes the list holds for all."""
    text = "(19 and 26 January, and 2 and 9 February)"
    found = find_dates(text)
    assert [span.edtf for span in found] == ["XXXX-01-19", "XXXX-01-26", "XXXX-02-02", "XXXX-02-09"]
    assert [text[span.at : span.to] for span in found] == ["19", "26 January", "2", "9 February"]
    assert values("19 and 26 January and 2 and 9 February 2022") == [
        "2022-01-19",
        "2022-01-26",
        "2022-02-02",
        "2022-02-09",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "objectives 2, 5, 6, 12 and 18",
        "paragraph 47 and 51 of the GCM",
        "resolution A/RES/73/195",
        "the 2030 Agenda",
        "first half of the meeting",
        "we may march on",
        "29 February 2021",
        "31 April 2022",
        "at 14:30-17:30 in Room VII",
        "12/05/2022",
        "April Smith spoke",
        "1.2.3 Scope",
        "2021-13-45",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Numbers alone, days that no calendar has, and numeric dates that can be read in two ways."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("next month", ("month", 1)),
        ("a year earlier", ("year", -1)),
        ("later this year", ("year", 0)),
        ("By October last year", ("year", -1)),
    ],
)
def test_distances_have_no_year(text: str, shift: tuple[str, int]) -> None:
    (span,) = find_dates(text)
    assert span.shift == shift
    assert not span.has_year


def test_a_day_of_the_week_is_compared() -> None:
    right, wrong, alone = (
        find_dates(text)[0] for text in ("Tuesday, 17 May 2022", "Monday, 17 May 2022", "17 May 2022")
    )
    assert (right.weekday_agrees, wrong.weekday_agrees, alone.weekday_agrees) == (True, False, None)


@given(st.text(alphabet=st.sampled_from("1234 ,-/andtoMyuebrofJl2021"), max_size=60))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for span in find_dates(text):
        assert end <= span.at < span.to <= len(text)
        end = span.to
