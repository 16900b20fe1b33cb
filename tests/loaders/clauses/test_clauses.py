"""Who does what, whatever stands between, before or behind."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.clauses.clauses import clauses
from loaders.clauses.strands import strands
from loaders.clauses.words import words

BANK: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("clauses.yaml").read_text(encoding="utf-8"))
TOKENS = re.compile(r"⟦[A-Z]+#(\d+)⟧")
STRETCHES = sorted({stretch for row in BANK for stretch in row["text"].rstrip(".").split(", ")})


@pytest.mark.parametrize("row", BANK, ids=lambda row: row["text"][:60])
def test_a_verb_is_told_of_its_subject(row: dict[str, Any]) -> None:
    groups = len(TOKENS.findall(row["text"]))
    told = {clause.verbs: sorted(clause.subjects) for clause in clauses(row["text"], groups, row["in"])}
    assert told == row["says"]


@pytest.mark.parametrize("row", BANK, ids=lambda row: row["text"][:60])
def test_the_ends_of_what_is_told_are_its_tokens(row: dict[str, Any]) -> None:
    groups = len(TOKENS.findall(row["text"]))
    for clause in clauses(row["text"], groups, row["in"]):
        assert clause.text.startswith("⟦", clause.at)
        assert f"#{groups}⟧" in clause.text[clause.at : clause.to]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(STRETCHES), min_size=1, max_size=6), st.sampled_from(["en", "es", "fr"]))
def test_strands_cover_a_sentence_and_do_not_overlap(stretches: list[str], language: str) -> None:
    """Each name stands in one strand, or in the aside that one keeps; none is lost."""
    text = ", ".join(f"{stretch} ⟦S#{100 + n}⟧" for n, stretch in enumerate(stretches))
    found = list(strands(text, words(language), lambda _: -1))
    main = [strand for strand in found if strand.how != "participle"]
    numbers = [number for strand in main for number in TOKENS.findall(strand.text) if int(number) >= 100]
    assert len(numbers) == len(set(numbers))
    kept = " ".join(strand.text for strand in found)
    assert all(f"#{100 + n}⟧" in kept for n in range(len(stretches)))


def test_a_sentence_without_such_verbs_has_no_clauses() -> None:
    assert not list(clauses("⟦S#0⟧ is a state, and ⟦S#1⟧ another.", 2, "en"))


def test_a_long_sentence_is_read_in_short_time() -> None:
    text = "⟦S#0⟧, which, with ⟦S#1⟧, hosted, took the floor and, " * 400
    assert len(list(clauses(text, 2, "en"))) >= 0
