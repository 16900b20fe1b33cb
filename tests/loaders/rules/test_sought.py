"""Patterns that are tried only where their words stand find what they would find anywhere."""

import re

import pytest

from loaders.rules.sought import Sought, SoughtUncased

TEXT = "Ghana said so, and Peru Said it too."


def test_a_pattern_finds_what_re_finds() -> None:
    """All of it, within the places asked for."""
    said = Sought(r"[A-Z]\w+ said", re.IGNORECASE)
    assert [found[0] for found in said.finditer(TEXT)] == ["Ghana said", "Peru Said"]
    assert said.search(TEXT, 5).group() == "Peru Said"  # type: ignore[union-attr]
    assert said.match(TEXT, 1, 9) is None
    assert said.fullmatch(TEXT, 0, len("Ghana said")) is not None
    assert said.sub("none", TEXT) == "none so, and none it too."


def test_a_pattern_without_regard_to_case_is_found_at_its_place() -> None:
    told = SoughtUncased(r"PERU\s(?P<verb>said)").search(TEXT)
    assert told is not None
    assert TEXT[slice(*told.span("verb"))] == "Said"


def test_a_pattern_that_is_made_behind_others_is_found_as_well() -> None:
    """The sieve is not made anew for each of them."""
    for word in ("ghana", "said", "peru", "too") * 20:
        assert SoughtUncased(word).search(TEXT)
    assert not SoughtUncased("nepal").search(TEXT)


@pytest.mark.parametrize(("text", "may"), [(TEXT, True), ("Ghana spoke", False)])
def test_a_text_without_the_words_of_a_pattern_is_told_without_trying(text: str, *, may: bool) -> None:
    patterns = [Sought(r"\bsaid\b") for _ in range(40)]
    assert patterns[0].may_match(text) is may
