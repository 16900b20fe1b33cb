"""The frame of a document: its date with its basis, and what is odd about it."""

import pytest

from graph.records import Basis
from loaders.frame.frame import Frame, frame
from tests.loaders.readings import reading

BODY = "The participants discussed this at length and agreed to come back to it at their next meeting, in spring."


def framed(*lines: str) -> Frame:
    return frame(reading("\n\n".join(lines)))


def dated(*lines: str) -> tuple[str, str] | None:
    date = framed(*lines).date
    return (date.edtf, date.basis.value) if date else None


@pytest.mark.parametrize(
    ("lines", "value", "basis"),
    [
        (["# Meeting on data", "3 November 2021", BODY], "2021-11-03", "header"),
        (["# Meeting on data", "Geneva, Room XII, 4 April 2019, 14:30–17:30", BODY], "2019-04-04", "header"),
        (["# Road to the Forum", "**#3 - BULLETIN - SEPTEMBER 2021**", BODY], "2021-09", "header"),
        (["# Nota", "Ciudad de México, 17 al 18 de mayo de 2023", "Los Estados hablaron de la migración en la región."],
         "2023-05-17/2023-05-18", "header"),
        (["# Note", "Rabat, le 25 mars 2022", "Les ministres des pays se sont réunis et ont parlé de la migration."],
         "2022-03-25", "header"),
        (["# Workshop", BODY, "Date: 17 September 2021, 9:00 – 11:00"], "2021-09-17", "header"),
        (["March 2024 - The Fund now counts 21 programmes, as its secretariat told the press."], "2024-03", "header"),
        (["GENEVA, 3 May 2021 – The Network said that it would go on with its work."], "2021-05-03", "header"),
        (["Dear colleagues,", "I would like to tell you where we stand today, 24 June 2021."], "2021-06-24", "stated"),
        (["On 3 November 2021, the Network invited the champion countries to a meeting."], "2021-11-03", "stated"),
        (["# Consultation", "4 April - 14:30-17:30", "The Chair convened a meeting on 4 April 2019 to hear all."],
         "2019-04-04", "header"),
    ],
)  # fmt: skip
def test_dates_that_are_stated(lines: list[str], value: str, basis: str) -> None:
    """A line in the head, a label, a dateline, "today", the first sentence."""
    assert dated(*lines) == (value, basis)


@pytest.mark.parametrize(
    ("lines", "date", "meeting"),
    [
        (["# The Forum at a glance", "*Edition of April 2026*", "When: 5 - 8 May 2026", BODY],
         "2026-04", "2026-05-05/2026-05-08"),
        (["# Report on the review", "Distr.: LIMITED — 2 September 2024", "Cairo, 3 and 4 July 2024", BODY],
         "2024-09-02", "2024-07-03/2024-07-04"),
        (["# Record", "16 June 2025", "Geneva and online, 12 June 2025", BODY], "2025-06-16", "2025-06-12"),
        (["# Tríptico", "La Conferencia reúne a doce Estados de la región.", "*Impreso en marzo de 2026.*"],
         "2026-03", None),
        (["# Note de cadrage", "Riohacha, du 2 au 4 septembre 2025", "*Version du 30 juin 2025*",
          "La table ronde est préparée par les pays de son équipe."], "2025-06-30", "2025-09-02/2025-09-04"),
        (["# Meeting on data", "3 November 2021", BODY], "2021-11-03", "2021-11-03"),
    ],
)  # fmt: skip
def test_the_date_of_the_text_and_that_of_the_meeting(lines: list[str], date: str, meeting: str | None) -> None:
    """A word like "edition of" says that a date is that of the text; a place or time, that it is of a meeting."""
    found = framed(*lines)
    assert found.date is not None
    assert found.date.edtf == date
    assert (found.event_date.edtf if found.event_date else None) == meeting


def test_a_head_without_year_is_completed_by_the_text() -> None:
    found = framed(
        "# Consultation", "4 April", "The Chair convened a meeting on 4 April 2019 with the aim of hearing all."
    )
    assert found.date_note == "The head gives 4 April without a year; the text has 4 April 2019."
    assert found.date_block == 1


def test_a_document_without_date_lies_between_what_is_past_and_what_is_coming() -> None:
    """The years of its days come from the dated plan."""
    found = framed(
        "Excellencies,",
        "When I last briefed you on 4 March, the world looked different.",
        "On 6 October, the Committee selected the first six programmes.",
        "Other reviews will take place during the first quarter of 2021.",
        "In November we will release the report. It is likely to be discussed on 1 December.",
    )
    assert found.date is not None
    assert (found.date.edtf, found.date.basis) == ("2020-10-06/2020-10-31", Basis.ORDER)
    assert "6 October as past" in found.date_note
    assert "November as still to come" in found.date_note


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["The workshop was held on 3 May 2020. The next one will be held on 9 July 2020."], "2020-05-03/2020-07-08"),
        (["The workshop was held on 3 May 2020."], "2020-05-03/.."),
        (["The workshop will be held on 3 May 2020."], "../2020-05-02"),
        (["The workshop was held on 3 May. The next one will be held on 9 July."], None),
        (["A workshop about data."], None),
    ],
)
def test_what_the_order_of_events_leaves_open(lines: list[str], value: str | None) -> None:
    """One end may stay open; without any year nothing is concluded."""
    found = dated(*lines)
    assert (found[0] if found else None) == value


def test_a_heading_against_its_own_text_is_flagged() -> None:
    """The heading's date stays, the interval of the text goes into the note."""
    found = framed(
        "# Road to the Forum",
        "**BULLETIN - SEPTEMBER 2021**",
        "The Forum will be held from 17 to 20 May 2022.",
        "The report was published on 24 January.",
        "The Network has had a series of dialogues (19 and 26 January, and 2 and 9 February).",
        "Forms must be submitted before 28 February.",
        "IOM will organize round tables in March/April 2022.",
    )
    assert found.date is not None
    assert (found.date.edtf, found.date.basis) == ("2021-09", Basis.HEADER)
    assert [flag.kind for flag in found.flags] == ["heading-date"]
    assert found.flags[0].message.startswith(
        "The heading says SEPTEMBER 2021, but the text tells of 9 February as past"
    )
    assert "9–27 February 2022" in found.date_note


@pytest.mark.parametrize(
    "lines",
    [
        [
            "# Bulletin",
            "SEPTEMBER 2021",
            "The report was published on 24 August. Forms must be submitted before 28 October.",
        ],
        [
            "# Summary",
            "3 November 2021",
            "They thanked for the briefing that was held on 19 October. A launch is planned for January.",
        ],
        [
            "# Annual note",
            "December 2022",
            "The Forum was opened on 17 May. The next summit will be held in February 2024.",
        ],
        [
            "# Note",
            "4 April 2019",
            "A first meeting took place on 10 May 2019, after which nothing more was heard of it.",
        ],
    ],
)
def test_headings_that_fit_are_not_flagged(lines: list[str]) -> None:
    assert framed(*lines).flags == ()


def test_two_reports_of_later_days_are_flagged() -> None:
    found = framed(
        "# Note",
        "4 April 2019",
        "The summit took place on 10 July 2020. The report was published on 3 August 2020, as agreed.",
    )
    assert [flag.kind for flag in found.flags] == ["heading-date"]


def test_a_wrong_day_of_the_week_is_flagged() -> None:
    found = framed("# Note", "3 May 2022", "They met on Monday, 17 May 2022, in New York.")
    assert [flag.kind for flag in found.flags] == ["weekday"]


def test_a_language_without_claims_is_flagged() -> None:
    found = framed("اجتمعت الدول الأعضاء في جنيف لمناقشة الاتفاق العالمي بشأن الهجرة")
    assert [flag.kind for flag in found.flags] == ["language"]


def test_a_speech_without_title_is_named_by_its_speaker() -> None:
    found = framed(
        "Excellencies,", "As the Network Coordinator I welcome you all to this meeting of today.", "I thank you."
    )
    assert (found.genre, found.title) == ("speech", "[Speech by the Network Coordinator]")
    assert [role.role for role in found.speaker_roles] == ["Network Coordinator"]


def test_an_empty_document_has_a_frame() -> None:
    assert framed("") == Frame(title="[Untitled]", genre="other")
