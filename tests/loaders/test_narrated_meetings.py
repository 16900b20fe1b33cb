"""Meetings that running prose tells of: when and where each is, and whose it is (cases in narrated_meetings.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.loaders.told import FRENCH, SPANISH, WORLD, records_of, told

DATA: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("narrated_meetings.yaml").read_text(encoding="utf-8")
)
# a paper that has no meeting of its own, with the day it was published
PAPER = {
    "en": ("# Migration newsletter\n\nPublished on 20 June 2025\n\nGhana takes part.", WORLD),
    "es": ("# Boletín sobre migración\n\nPublicado el 20 de junio de 2025\n\nGhana es parte.", SPANISH),
    "fr": ("# Bulletin sur les migrations\n\nPublié le 20 juin 2025\n\nLe Ghana participe.", FRENCH),
}


@pytest.mark.parametrize(
    ("language", "case"),
    [(language, case) for language, cases in DATA.items() for case in cases],
    ids=lambda one: one["text"][:60] if isinstance(one, dict) else one,
)
def test_prose_tells_of_meetings(language: str, case: dict[str, Any]) -> None:
    """Each with its day and place, and no other."""
    before, behind = PAPER[language]
    said = told(records_of(f"{before}\n\n{case['text']}\n\n{behind}"))
    assert [claim for claim in case.get("claims", ()) if claim not in said] == [], said
    settings = {claim for claim in said if " takesPlace" in claim}
    assert settings - set(case.get("claims", ())) == set()
