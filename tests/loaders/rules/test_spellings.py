"""What a word pattern stands for, told one by one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.lexicons import RuleError
from loaders.rules.spellings import spellings, words_of

PIECES = r"ab a b? (?:a|bc) (?:a|b)? [ab]c? \. (?:(?:a|b)(?:ca)?|c) a|b".split()


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join), st.text("abc.", max_size=6))
def test_a_text_is_spelled_if_the_pattern_matches_it(pattern: str, text: str) -> None:
    """No more and no less."""
    assert (text in spellings(pattern)) == bool(re.fullmatch(pattern, text))


@pytest.mark.parametrize("pattern", [r"champion\w+", "a+", "a{2}", ".", "[^a]", "[a-z]", "(?<=a)b"])
def test_a_pattern_that_matches_more_than_can_be_told_is_refused(pattern: str) -> None:
    """A list for an automaton has no room for it."""
    with pytest.raises(RuleError, match="stands for more"):
        spellings(pattern)


def test_words_of_patterns_are_found_whole() -> None:
    """The longest of those that begin together, without regard to case."""
    text = "Migrants and immigrants of mixed migration"
    found = words_of(["migrants?", "mixed (?:migration|flows)"]).find(text)
    assert [text[at:to] for at, to in found] == ["Migrants", "mixed migration"]
