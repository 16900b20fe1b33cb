"""The sieve holds back only patterns that cannot match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.frames import rows
from loaders.rules.pattern_source import needs, spelled_out, worth
from loaders.rules.rulebook import FILES, matches, rules
from loaders.rules.sieve import Sieve, fold

PIECES = (
    r"ab cd (?:ab|cd) (?:ab|c) x? (?:ab)? [ab] \d \b a+ (ef|gh) (?!zz) (?=ab) b{2} b{0,2} \( ."
    r" (?:ab(?:cd|ef)|gh) (?i:gh|ij) (?:|h) [Aa]"
).split()


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("abc", [{"abc"}]),
        ("colou?r", [{"colo"}]),
        (r"(?:one|two) (?:three)?", [{"one", "two"}]),
        ("one|two three", [{"one", "two three"}]),
        ("(?:one|)", []),
        ("[ab]cd", [{"cd"}]),
        (r"\bco-?chair", [{"co"}, {"chair"}]),
        ("s(?:aid|tated) so", [{"said", "stated"}, {" so"}]),
        ("in(?: the|) ", [{"in the", "in"}]),
        ("in(?: the)? room", [{"in"}, {" room"}]),
        ("in (?=room)", [{"in "}, {"room"}]),
        ("[Ss]tate", [{"State"}]),
        ("(?<!new )york", [{"york"}]),
        ("(?<=new )york", [{"new "}, {"york"}]),
        ("a.b", []),
        ("(?>ab)", []),
        (r"dr\. no", [{"dr. no"}]),
        ("ab{title}?cd {gap+}", [{"ab"}, {"cd "}, {"{gap+}"}]),
    ],
)
def test_needs_of_a_pattern(pattern: str, expected: list[set[str]]) -> None:
    """Literals in a row, one of each branch; nothing of what may be missing."""
    assert needs(pattern) == [frozenset(need) for need in expected]


def test_words_that_most_sentences_have_tell_less_than_a_short_verb() -> None:
    """Length alone would choose the article of "take the place"."""
    assert worth(frozenset({"take", "took"})) > worth(frozenset({" the "}))


def test_a_list_without_words_lets_no_text_through() -> None:
    """A rule that names one cannot match, but a choice that has another branch can."""
    found = [needs("{none} ab"), needs("(?:{none}|cd) ab")]
    sieve = Sieve(spelled_out(one, {"{none}": [frozenset()]}) for one in found)
    assert sieve.passing("ab cd ab") == [1]


def test_a_named_pattern_is_needed_by_what_it_needs() -> None:
    """All its needs where it must stand, the best of them where it is one of several."""
    said = [frozenset({"said", "told"}), frozenset({"that"})]
    assert list(spelled_out(needs("ab {said}"), {"{said}": said})) == [{"ab "}, *said]
    assert list(spelled_out(needs("(?:{said}|abc)"), {"{said}": said})) == [{"that", "abc"}]
    assert list(spelled_out(needs("(?:{said}|abc)"), {"{said}": []})) == []


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
    st.text("abcdefghijxz1( ", max_size=30),
    st.booleans(),
)
def test_a_pattern_that_matches_passes(pieces: list[str], text: str, chosen: bool) -> None:
    """Whatever a pattern is made of, a text in which it matches is let through."""
    pattern = ("|" if chosen else "").join(pieces)
    if re.search(pattern, text, re.IGNORECASE):
        assert Sieve([needs(pattern)]).passing(text) == [0]


@given(st.sampled_from("aikſKsİıß"), st.sampled_from("aiksß"))
def test_letters_that_are_alike_to_patterns_are_alike_to_the_sieve(letter: str, wanted: str) -> None:
    """Patterns without regard to case take a long s for an s, and a dotless i for an i."""
    if re.fullmatch(wanted, letter, re.IGNORECASE):
        assert fold(wanted) in fold(letter)


def test_rules_find_the_same_with_and_without_the_sieve() -> None:
    """On their own examples, with a token in the place of each name."""
    examples = [example["text"] for name in FILES for row in rows(name) for example in row.get("examples", ())]
    names = re.compile(r"(?:[A-Z][\w-]+ ?){1,4}")
    for text in examples:
        masked = names.sub(lambda found: f"⟦{'SUORPWE'[len(found[0]) % 7]}#0⟧ ", text)
        everywhere = [
            (rule.id, match.span())
            for rule in rules()
            if not rule.genres
            for pattern in rule.patterns
            for match in pattern.finditer(masked)
            if not (rule.forbid and rule.forbid.search(masked[max(0, match.start() - 30) : match.end() + 60]))
        ]
        assert [(rule.id, match.span()) for rule, match in matches(masked, "SUORPWE", "")] == everywhere
