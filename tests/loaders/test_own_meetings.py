"""The meeting of a paper, whatever its name is made of and wherever it stands (cases in own_meetings.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.export import to_json
from loaders.recognition.first_paragraphs import is_headline
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
