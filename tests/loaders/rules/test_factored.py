"""Word patterns put together match what each of them matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives

PIECES = r"ab ac a b (?:a|bc) (?:a|b)? [ab]c? c+ \s \. (?<!a)b (?:(?:a|b)\s(?:c\s)?a|c) a|b".split(" ")
WORDS = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join), min_size=1, max_size=6)


@given(WORDS, st.text("abc .", max_size=8))
def test_the_same_words_are_met(words: list[str], text: str) -> None:
    """Whatever the words have in common, a text is met by all of them together if one of them meets it."""
    assert bool(re.fullmatch(factored(words), text)) == bool(re.fullmatch(alternatives(words), text))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["stated", "told", "said"], "(?:s(?:tated|aid)|told)"),
        (["host", "hosts"], "(?:host(?:s|))"),
        (["ab?c", "abc"], "(?:a(?:b?c|bc))"),
    ],
)  # fmt: skip
def test_what_words_begin_with_is_said_once(words: list[str], expected: str) -> None:
    """A letter with what repeats it is another one than that letter alone."""
    assert factored(words) == expected


def test_auxiliaries_of_many_verbs_are_said_once() -> None:
    """A group that several words begin with stays one."""
    verbs = [rf"(?:(?:has|had)\s{verb}|{verb})" for verb in ("gone", "seen")]
    assert factored(verbs) == r"(?:(?:has|had)\s(?:gone|seen)|gone|seen)"
