"""What stands before a sentence and names no one."""

from collections.abc import Mapping

import pytest

from loaders.claims.fronted import without_front
from loaders.rules.lexicons import load


@pytest.mark.parametrize("example", load("fronts")["examples"], ids=lambda example: example["text"])
def test_a_phrase_that_tells_of_no_one_is_left_out_and_any_other_stays(example: Mapping[str, str]) -> None:
    assert without_front(example["text"]) == example.get("leaves", example["text"])
