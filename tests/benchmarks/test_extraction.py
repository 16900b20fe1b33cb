"""Extraction does not get worse unseen: all sets of the yardstick against the figures of `baseline.json`.

Only totals are looked at. The test half is for measuring: its documents and what was missed in them are not shown.
`gcm evaluate` prints the figures; whoever makes extraction better writes them into the baseline, and never lowers it
without saying in the same commit what was gained for it.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from graph.records import DocumentRecords
from loaders.export import to_json
from loaders.run import extract
from loaders.scoring.evaluate import Count, Score, evaluate, read_gold
from ontology.settings import load_settings

YARDSTICK = Path(__file__).resolve().parents[2] / "benchmarks" / "extraction"
BASELINE: dict[str, Any] = json.loads((YARDSTICK / "baseline.json").read_text(encoding="utf-8"))
HALVES = ("development", "test")
MEASURES = ("precision", "recall", "f1")

each_half = pytest.mark.parametrize("half", HALVES)


@lru_cache(maxsize=3)
def score(half: str) -> Score:
    """The score of one half, read as `gcm extract` reads it."""
    return evaluate(read_gold(YARDSTICK / half / "gold"), [to_json(one) for one in records(half)])


@lru_cache(maxsize=3)
def records(half: str) -> tuple[DocumentRecords, ...]:
    """What is read from the documents of one half."""
    found = extract([YARDSTICK / half / "documents"], load_settings({}, load_workers=1))
    return tuple(one for one in found if isinstance(one, DocumentRecords))


def measured(half: str, what: str, measure: str) -> float:
    """One figure: precision, recall or F1 of the entities or the relations of a half."""
    counts: dict[str, Count] = {"entities": score(half).entities, "relations": score(half).relations}
    return float(getattr(counts[what], measure))


@each_half
@pytest.mark.parametrize(
    ("what", "measure"), [("relations", m) for m in MEASURES] + [("entities", m) for m in MEASURES]
)
def test_no_figure_falls_by_more_than_two_points(half: str, what: str, measure: str) -> None:
    """Precision, recall and F1 of entities and relations are what they were, within two points."""
    assert measured(half, what, measure) >= BASELINE[half][what][measure] - BASELINE["tolerance"]


@each_half
def test_every_document_is_read(half: str) -> None:
    """No document of the yardstick fails."""
    assert score(half).missing == []
    assert score(half).documents == len(records(half))


@each_half
def test_every_relation_has_evidence_that_is_in_the_text(half: str) -> None:
    """All that counts rests on an exact quotation at its offsets."""
    assert score(half).with_evidence == score(half).relations.predicted
    wrong = sum(
        row["evidence"] != one.document.text[row["start"] : row["end"]]
        for one in records(half)
        for row in to_json(one)["relations"]
    )
    assert wrong == 0


@each_half
def test_the_baseline_is_of_these_documents(half: str) -> None:
    """Figures of other documents say nothing: whoever adds some measures anew."""
    assert BASELINE[half]["documents"] == score(half).documents
    assert BASELINE[half]["relations annotated"] == score(half).relations.expected


def test_the_baseline_is_complete() -> None:
    """It says when it was measured, what may be lost, and all figures of both halves."""
    assert set(BASELINE) == {"measured", "tolerance", *HALVES}
    assert BASELINE["tolerance"] == 0.02
    for half in HALVES:
        assert set(BASELINE[half]) == {"documents", "relations annotated", "entities", "relations"}
        assert {frozenset(BASELINE[half][what]) for what in ("entities", "relations")} == {frozenset(MEASURES)}
