"""What a sentence says without telling who did what."""

from collections.abc import Mapping

import pytest

from loaders.claims.sentence.left_out import in_short, without_front, without_seat
from loaders.rules.lexicons import load

EXAMPLES = load("left_out")["examples"]


@pytest.mark.parametrize("example", EXAMPLES["fronts"], ids=lambda example: example["text"])
def test_a_phrase_in_front_that_tells_of_no_one_is_left_out_and_any_other_stays(example: Mapping[str, str]) -> None:
    assert without_front(example["text"]) == example.get("leaves", example["text"])


@pytest.mark.parametrize("example", EXAMPLES["words"], ids=lambda example: example["text"])
def test_words_that_change_nothing_are_left_out_and_others_stay(example: Mapping[str, str]) -> None:
    assert in_short(example["text"]) == example.get("leaves", example["text"])


@pytest.mark.parametrize("example", EXAMPLES["missions"], ids=lambda example: example["text"])
def test_the_body_that_missions_are_accredited_to_does_nothing_there(example: Mapping[str, str]) -> None:
    assert without_seat(example["text"]) == example.get("leaves", example["text"])
