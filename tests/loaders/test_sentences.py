"""Sentences as papers of this genre word them, and what they claim: the recall of rules, and its known limits.

`sentences/<relation>.yaml` lists texts with `claims` (stated and affirmed) and `not` (never stated as a fact); `missed`
names with its reason what the rules are known not to reach.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.records import Modality, Polarity
from loaders.export import to_json
from tests.loaders.test_rules import holds
from tests.loaders.told import in_world

Case = Mapping[str, Any]


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}-{number}")
        for path in sorted(Path(__file__).with_name("sentences").glob("*.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")))
    ]


def stated(text: str) -> list[str]:
    """What a text states as a fact, each claim as "Subject relation Object"."""
    facts = [one for one in to_json(in_world(text))["relations"] if one["modality"] == Modality.ASSERTED]
    affirmed = [one for one in facts if one["polarity"] == Polarity.POSITIVE or one["predicate"] == "notPartyTo"]
    return [f"{one['subject']} {one['predicate']} {one['object']}" for one in affirmed]


@pytest.mark.parametrize("case", _cases())
def test_a_sentence_claims_what_it_says(case: Case) -> None:
    """All that a sentence states is claimed, and what it denies or plans is not."""
    said = stated(case["text"])
    assert [claim for claim in case.get("claims", []) if not holds(claim, said)] == [], said
    assert [claim for claim in case.get("not", []) if holds(claim, said)] == [], said


def test_what_is_missed_is_missed_for_a_reason() -> None:
    """A claim that is known not to be reached says what stands in the way."""
    cases = [param.values[0] for param in _cases()]
    assert [case["text"] for case in cases if case.get("missed") and not case.get("because")] == []
