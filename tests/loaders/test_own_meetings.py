"""The meeting of a paper, whatever its name is made of and wherever it stands (cases in own_meetings.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.export import to_json
from loaders.recognition.meetings.first_paragraphs import is_headline
from tests.loaders.told import FRENCH, SPANISH, WORLD, records_of, set_in

DATA: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("own_meetings.yaml").read_text(encoding="utf-8"))
WORLDS = {"en": WORLD, "es": SPANISH, "fr": FRENCH}


@pytest.mark.parametrize("case", DATA, ids=lambda case: case["paper"][:60])
def test_a_paper_has_its_meeting(case: dict[str, Any]) -> None:
    """One meeting has the day and the place, and something else that the paper tells."""
    name = "note.md" if case["paper"].startswith(("#", "*")) else "note.txt"
    rows = to_json(records_of(f"{case['paper']}\n\n{WORLDS[case['language']]}", name=name))["relations"]
    days = {row["subject"] for row in rows if row["predicate"] == "takesPlaceOn" and row["object"] == case["on"]}
    there = {row["subject"] for row in rows if row["predicate"] == "takesPlaceIn" and row["object"] == case["in"]}
    told = {
        end for row in rows if not row["predicate"].startswith("takesPlace") for end in (row["subject"], row["object"])
    }
    assert len(days & there) == 1
    assert days & there <= told


@pytest.mark.parametrize(
    "text",
    [
        "The 2027 MIDSA declaration was published in Gaborone on 3 May 2027.",
        "The annual MIDSA report appeared in Lusaka on 3 May 2027.",
        "MIDSA took part in a survey of 3 May 2027.",
        "A request to the MIDSA was held back in Lusaka on 3 May 2027.",
        "La CRM realizó una encuesta el 3 de mayo de 2027.",
        "Le secrétariat de la MIDWA a ouvert un bureau à Dakar le 3 mai 2027.",
        "The chair passed to Ghana on 3 May 2027 without a ceremony.",
    ],
)
def test_a_process_that_does_something_has_no_meeting_by_that(text: str) -> None:
    """Its name tells whose something is, or who did it."""
    assert set_in(text) <= {"place/new-york"}


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Belize hands the gavel to Canada", True),
        ("Honduras entrega la presidencia a Panamá", True),
        ("Le Togo passe le témoin au Bénin", True),
        ("Kenya statement at the review", False),
        ("Chile en el foro regional", False),
        ("Bénin et Togo : deuxième atelier commun", False),
        ("Colombo Process members", False),
    ],
)
def test_what_a_state_does_makes_a_headline(title: str, sentence: bool) -> None:
    """A verb stands right behind its name."""
    assert is_headline(title) is sentence


def test_a_heading_of_a_body_and_its_day_is_its_meeting() -> None:
    """A unit that signs a paper on a day does not meet on it."""
    text = (
        "# News of the forum\n\nGeneva, 12 June 2027 – The Global Forum on Migration and Development (GFMD) was busy."
        "\n\n## Steering Group (9 June)\n\nThailand took the floor.\n\nFund Management Unit, 27 February 2027"
    )
    rows = to_json(records_of(f"{text}\n\n{WORLD}"))["relations"]
    days = {row["subject"]: row["object"] for row in rows if row["predicate"] == "takesPlaceOn"}
    assert [day for name, day in days.items() if name.startswith("Steering Group meeting")] == ["2027-06-09"]
    assert "2027-02-27" not in days.values()


@pytest.mark.parametrize(
    "opening",
    [
        "# Second round of preparatory meetings\n\nGeneva, 12 June 2027 – Delegates came on 9 and 10 June 2027 for the "
        "second preparatory meetings of the Global Forum on Migration and Development (GFMD).",
        "# About the GFMD\n\nThe Global Forum on Migration and Development (GFMD) is chaired by Kenya. The GFMD "
        "is not the International Migration Review Forum.",
    ],
)
def test_round_tables_of_a_summit_are_its_own_wherever_they_are_prepared(opening: str) -> None:
    """A meeting that prepares the summit, or a page on the forum, has no round tables of its own."""
    told_there = "The Eighteenth GFMD Summit will be held in Nairobi from 3 to 5 November 2027."
    text = f"{opening}\n\n{told_there}\n\nRoundtable 2 is co-chaired by Ghana and Nepal."
    rows = to_json(records_of(text))["relations"]
    chaired = {row["object"] for row in rows if row["predicate"] == "coChairs"}
    wholes = {row["object"] for row in rows if row["predicate"] == "partOf" and row["subject"] in chaired}
    assert len(chaired) == 1
    assert "Eighteenth GFMD Summit" in wholes.pop()


def test_a_speech_is_given_at_the_review_that_its_head_names() -> None:
    """The region stands behind all that the review is of."""
    text = (
        "République du Bénin\n\nAllocution de S.E. M. Koffi Agossou, Ministre du travail, au troisième Examen régional "
        "du Pacte mondial pour des migrations sûres, ordonnées et régulières dans la région arabe\n\n"
        "Mascate, 5 juillet 2028\n\nMonsieur le Président,\n\nJe vous remercie."
    )
    rows = to_json(records_of(f"{text}\n\n{FRENCH}", "speech"))["relations"]
    assert ("Koffi Agossou", "Third Arab regional review") in {
        (row["subject"], row["object"]) for row in rows if row["predicate"] == "spokeAt"
    }


def test_an_item_that_names_its_meeting_is_that_one() -> None:
    """The line over a list names those of its items that name nothing; a number before it is no part of a name."""
    text = (
        "# Report on the Global Compact\n\nThree consultations were held:\n\n- In Lima, on 3 May 2027, a national "
        "workshop on data, run by IOM.\n- In Quito, on 4 June 2027, with trade unions."
    )
    rows = to_json(records_of(f"{text}\n\n{WORLD}"))["relations"]
    days = {row["object"]: row["subject"] for row in rows if row["predicate"] == "takesPlaceOn"}
    assert days["2027-05-03"].startswith("National workshop on data")
    assert days["2027-06-04"].startswith("Consultation")
