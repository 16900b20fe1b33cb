"""What a list is a list of: the noun or verb that introduces it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.clauses.lists import goes_on, listed

BANK: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("lists.yaml").read_text(encoding="utf-8"))
TOKEN = re.compile(r"⟦[A-Z]+#\d+⟧")


@pytest.mark.parametrize("row", BANK, ids=lambda row: row["text"][:60])
def test_a_list_is_told_by_its_cue(row: dict[str, Any]) -> None:
    at = re.search(r"⟦[A-Z]+#0⟧", row["text"])
    assert at is not None
    assert {one.number: one.cue.id for one in listed(row["text"], {0: at.start()}, row["in"])} == row["says"]


@pytest.mark.parametrize(
    ("text", "language", "goes"),
    [
        ("⟦S#0⟧, and by the embassies of ⟦S#1⟧.", "en", True),
        ("(⟦S#0⟧) ainsi que la ⟦S#1⟧.", "fr", True),
        ("⟦S#0⟧; por la ⟦O#1⟧.", "es", True),
        ("⟦S#0⟧ came as observers, and so did, for the first time, ⟦S#1⟧.", "en", True),
        ("La ⟦S#0⟧ asistió como observadora y otro tanto hizo ⟦S#1⟧.", "es", True),
        ("⟦S#0⟧; and ⟦S#1⟧ may follow.", "en", False),
        ("⟦S#0⟧ came, and so much the better for ⟦S#1⟧.", "en", False),
        ("⟦S#0⟧, y como invitada la ⟦O#1⟧.", "es", False),
        ("⟦S#0⟧, and ⟦S#1⟧ as an observer.", "en", False),
    ],
)
def test_a_list_goes_on_with_a_name_that_only_joining_words_part_from_it(text: str, language: str, goes: bool) -> None:
    first, second = TOKEN.finditer(text)
    assert goes_on(text, first.end(), second.start(), second.end(), language) is goes
