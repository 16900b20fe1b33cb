"""Which of several meetings a sentence is about: texts of a few sentences, and at which meeting their actors are."""

import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.export import to_json
from tests.loaders.told import records_of, told_row

BANK: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "focus.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", BANK, ids=[str(number) for number in range(1, len(BANK) + 1)])
def test_what_is_done_at_a_meeting_is_said_of_that_meeting(entry: dict[str, Any]) -> None:
    """Each text claims what it lists, and nothing that is under `not`; `*` stands for any words."""
    rows = to_json(records_of(entry["text"], entry.get("genre", "")))["relations"]
    told = [told_row(row) for row in rows if row["modality"] in ("asserted", "planned")]
    assert [one for one in entry.get("claims", ()) if not fnmatch.filter(told, one)] == [], told
    assert [claim for one in entry.get("not", ()) for claim in fnmatch.filter(told, one)] == []
