"""Cues are data: each pattern finds the texts it is there for and leaves those that look like them."""

from typing import Any

import pytest

from loaders.rules.cues import NOUNS, cue
from loaders.rules.lexicons import load

FILES = ("about_objectives", "adopted_papers", "bodies_meant", "focus", "handed_in", "holdings", "mixed_lists")
ENTRIES: list[tuple[str, str, dict[str, Any]]] = [
    (file, name, entry) for file in FILES for name, entry in load(file).items() if name != NOUNS
]

each_cue = pytest.mark.parametrize(
    ("file", "name", "entry"), ENTRIES, ids=[f"{file}-{name}" for file, name, _ in ENTRIES]
)


@each_cue
def test_a_cue_finds_its_texts(file: str, name: str, entry: dict[str, Any]) -> None:
    missed = [text for text in entry["finds"] if not cue(file, name).search(text)]
    assert entry["finds"]
    assert not missed


@each_cue
def test_a_cue_leaves_what_looks_alike(file: str, name: str, entry: dict[str, Any]) -> None:
    found = [text for text in entry["leaves"] if cue(file, name).search(text)]
    assert entry["leaves"]
    assert not found


@pytest.mark.parametrize("file", FILES)
def test_every_word_list_is_used_by_a_pattern(file: str) -> None:
    entries = load(file)
    patterns = "".join(part for name, entry in entries.items() if name != NOUNS for part in entry["pattern"])
    assert [slot for slot in entries.get(NOUNS, ()) if f"{{{slot}}}" not in patterns] == []
