"""Texts of other worlds that use the words of this one, and short texts of this world that name it but once."""

from pathlib import Path

import pytest
import yaml

from loaders.recognition.names.gazetteer import reference_classes
from tests.loaders.told import named, recognised, records_of

DATA = yaml.safe_load(Path(__file__).with_name("worlds.yaml").read_text(encoding="utf-8"))


def first_line(text: str) -> str:
    """What a text is called in the listing of tests."""
    return text.splitlines()[0].strip("# ")


@pytest.mark.parametrize("text", DATA["others"], ids=first_line)
def test_other_worlds_give_states_and_bodies_of_the_united_nations_alone(text: str) -> None:
    """Nothing is claimed, and nothing else is named."""
    records = records_of(text)
    assert records.claims == ()
    assert {reference_classes().get(path) for path in named(records)} <= {"State", "UNEntity"}


@pytest.mark.parametrize("text", DATA["this"], ids=first_line)
def test_short_papers_of_this_world_are_read(text: str) -> None:
    """One weak anchor is enough where the paper is on migrants."""
    assert recognised(text).of_this_world


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Members elected Georgia, Kenya and Chad.", {"state/georgia", "state/kenya", "state/chad"}),
        ("Readers in Georgia leave their lights off; Jordan, a striker, scored. Kenya won.", {"state/kenya"}),
        ("The dialogue was held in Marrakech, Morocco.", {"state/morocco"}),
    ],
)
def test_states_of_other_worlds(text: str, states: set[str]) -> None:
    """A name that is also a person's is a state's beside another; the state behind a city is a state."""
    assert set(named(records_of(text))) == states


@pytest.mark.parametrize(
    "text",
    [
        "Unlike the Global Compact for Migration, this fund is for migrants who are refugees. Migrants and asylum.",
        "A no confundir con el Pacto Mundial para la Migración: migrantes, migrantes.",
        "À la différence du Pacte mondial pour les migrations, ce texte vise les migrants et les migrations internes.",
    ],
)
def test_a_name_set_aside_tells_nothing(text: str) -> None:
    """What a text says it is not on does not make it of this world."""
    assert not recognised(text).of_this_world
