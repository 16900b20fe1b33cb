"""What documents state by their layout: labels, headings, tables, timetables (cases in structures.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.loaders.told import in_world, records_of, told

DATA: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("structures.yaml").read_text(encoding="utf-8"))


def holds(claim: str, said: list[str]) -> bool:
    """Whether a claim is among those told; `*` stands for any words."""
    parts = claim.split("*")
    return any(one.startswith(parts[0]) and one.endswith(parts[-1]) and all(p in one for p in parts) for one in said)


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["name"])
def test_layout_tells(case: dict[str, Any]) -> None:
    """A label, a heading or a column says of its values what a sentence would say, and nothing of the others."""
    said = told(in_world(case["text"], case.get("file", "note.md")))
    assert [claim for claim in case["claims"] if not holds(claim, said)] == [], said
    assert [claim for claim in case.get("nots", ()) if holds(claim, said)] == [], said


@pytest.mark.parametrize("text", DATA["look_alikes"], ids=lambda text: text.splitlines()[0].strip("# "))
def test_look_alikes_claim_nothing(text: str) -> None:
    """The same layout in a document of another world tells nothing."""
    assert told(records_of(text)) == []
