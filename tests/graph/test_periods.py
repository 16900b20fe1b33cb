"""Times: what each spans, how two relate, how they read."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.periods import bounds, contains, finer_than, is_edtf, is_time, order_key, overlaps, time_literal
from graph.periods_text import display
from graph.terms import EDTF, XSD_DATE

days = st.dates(date(1000, 1, 1), date(9000, 12, 31))


@st.composite
def times(draw):
    """A time together with its first and last day."""
    day = draw(days)
    kind = draw(st.sampled_from(["day", "month", "year", "interval", "quarter", "half"]))
    if kind == "day":
        return day.isoformat(), day, day
    if kind == "month":
        after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return f"{day:%Y-%m}", day.replace(day=1), after - timedelta(days=1)
    if kind == "year":
        return f"{day:%Y}", day.replace(month=1, day=1), day.replace(month=12, day=31)
    if kind == "interval":
        last = day + timedelta(days=draw(st.integers(0, 400)))
        return f"{day.isoformat()}/{last.isoformat()}", day, last
    if kind == "quarter":
        number = draw(st.integers(0, 3))
        last = {0: (3, 31), 1: (6, 30), 2: (9, 30), 3: (12, 31)}[number]
        return f"{day:%Y}-{33 + number}", date(day.year, 3 * number + 1, 1), date(day.year, *last)
    number = draw(st.integers(0, 1))
    last = date(day.year, 12, 31) if number else date(day.year, 6, 30)
    return f"{day:%Y}-{40 + number}", date(day.year, 6 * number + 1, 1), last


@given(times())
def test_bounds_are_first_and_last_day(time):
    """Every form spans the days that the calendar gives it."""
    text, first, last = time
    span = bounds(text)
    assert span is not None
    assert (span.first, span.last) == (first, last)


@given(times(), times())
def test_relations_are_those_of_day_intervals(one, other):
    """Containing, overlapping and being finer agree with the days spanned."""
    a, a1, a2 = one
    b, b1, b2 = other
    assert contains(a, b) == (a1 <= b1 and b2 <= a2)
    assert overlaps(a, b) == overlaps(b, a) == (a1 <= b2 and b1 <= a2)
    assert finer_than(a, b) == (contains(b, a) and (a1, a2) != (b1, b2))
    assert (order_key(a) <= order_key(b)) or (order_key(b) <= order_key(a))


@given(st.text(max_size=20))
def test_any_text_is_taken(text):
    """Hostile text spans nothing known and never fails."""
    assert bounds(text) is None or is_edtf(text)
    assert isinstance(display(text, "es"), str)
    assert overlaps(text, "2022") or bounds(text) is not None


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("2022-02-30", False), ("2022-13", False), ("0000", False), ("20X2", False), ("2022-05-17/2022-05-10", False),
        ("../..", False), ("XXXX-01-19", True), ("2019~", True), ("202X", True), ("2022-XX", True), ("2020/..", True),
        ("../2020", True), ("9999-12", True), ("2022-42", False), ("", False),
    ],
)  # fmt: skip
def test_the_subset(text, understood):
    """What is and what is not a time here."""
    assert is_edtf(text) == understood


def test_refinement_of_the_forum():
    """The first half of 2022 contains 17 to 20 May 2022, which says it more exactly."""
    assert finer_than("2022-05-17/2022-05-20", "2022-40")
    assert not finer_than("2022-40", "2022-05-17/2022-05-20")


def test_days_without_a_year_meet_only_the_same_day():
    """19 January of an unknown year may be that of 2022, never the 26th."""
    assert overlaps("XXXX-01-19", "2022-01-19")
    assert overlaps("XXXX-01-19", "2022")
    assert not overlaps("XXXX-01-19", "2022-01-26")
    assert not contains("2022", "XXXX-01-19")


def test_only_full_days_are_xsd_dates():
    """A day is xsd:date; a month, an interval or an impossible day is EDTF."""
    assert time_literal("2021-11-03").datatype == XSD_DATE
    for text in ("2021-11", "2022-05-17/2022-05-20", "2022-02-30", "XXXX-01-19", "2021-11-03~"):
        assert time_literal(text).datatype == EDTF
        assert is_time(time_literal(text))


@pytest.mark.parametrize(
    ("edtf", "english", "spanish", "french"),
    [
        ("2022-05-17/2022-05-20", "17–20 May 2022", "17–20 de mayo de 2022", "17–20 mai 2022"),
        ("2018-06-28/2018-07-01", "28 June – 1 July 2018", "28 de junio – 1 de julio de 2018", "28 juin – 1er juillet 2018"),  # noqa: E501
        ("2021-11-03", "3 November 2021", "3 de noviembre de 2021", "3 novembre 2021"),
        ("2022-40", "first half of 2022", "primer semestre de 2022", "premier semestre 2022"),
        ("2022-33", "first quarter of 2022", "primer trimestre de 2022", "premier trimestre 2022"),
        ("2022-05", "May 2022", "mayo de 2022", "mai 2022"),
        ("2021", "2021", "2021", "2021"),
        ("XXXX-01-19", "19 January", "19 de enero", "19 janvier"),
        ("2020/..", "since 2020", "desde 2020", "depuis 2020"),
        ("../2020-05", "until May 2020", "hasta mayo de 2020", "jusqu'à mai 2020"),
        ("2019~", "about 2019", "hacia 2019", "vers 2019"),
        ("2021/2023", "2021 to 2023", "2021 a 2023", "2021 à 2023"),
    ],
)  # fmt: skip
def test_times_in_words(edtf, english, spanish, french):
    """Each form in three languages; a language not known is answered in English."""
    assert [display(edtf, language) for language in ("en", "es", "fr", "ar")] == [english, spanish, french, english]
