"""Which meeting a document is about."""

import pytest

from loaders.recognition.event_book import Event
from tests.loaders.told import recognised


def own(title: str) -> Event | None:
    """The meeting of a summary with this title."""
    return recognised(f"# {title}\n\n5 May 2022\n\nThe GCM was discussed.", "meeting-summary").book.main


@pytest.mark.parametrize(
    "title",
    [
        "Notes on the technical meetings of 2021 and 2022 of the Champion countries of the GCM",
        "Notas sobre las reuniones técnicas de los países campeones del PMM",
    ],
)
def test_a_title_of_several_meetings_names_none(title: str) -> None:
    """Several are no one meeting of the paper's own."""
    assert own(title) is None


def test_a_title_names_the_meeting_of_its_paper() -> None:
    """With the day of the paper, where the title tells none."""
    main = own("Summary of the technical meeting of the Champion countries of the GCM")
    assert main is not None
    assert "technical meeting of the Champion" in main.words
    assert main.dates == ("2022-05-05",)
