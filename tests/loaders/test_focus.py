"""Whether words that name no meeting are about the one that a paper reports."""

import pytest

from loaders.claims.about.focus import goes_elsewhere, is_only_mentioned, points_back


@pytest.mark.parametrize("text", ["Kenya spoke there.", "Denmark attended it.", "Les deux pays y ont participé."])
def test_a_sentence_points_back(text: str) -> None:
    assert points_back(text)


def test_a_sentence_that_says_that_there_is_something_points_at_nothing() -> None:
    assert not points_back("Fiji said that there were too many forms.")


@pytest.mark.parametrize("before", ["presented the outcome of the ", "following the ", "the plan agreed at the "])
def test_a_meeting_is_only_mentioned(before: str) -> None:
    assert is_only_mentioned(f"{before}⟦E#1⟧", len(before))


def test_a_meeting_one_speaks_at_is_more_than_mentioned() -> None:
    assert not is_only_mentioned("spoke at the ⟦E#1⟧", len("spoke at the "))


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [("⟦S#1⟧ took part in a search mechanism.", True), ("⟦S#1⟧ took part in the discussion.", False)],
)
def test_one_takes_part_in_something_else_than_a_meeting(text: str, elsewhere: bool) -> None:
    assert goes_elsewhere("participatesIn", text, 0, len("⟦S#1⟧ took part")) is elsewhere
