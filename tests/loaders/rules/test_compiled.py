"""A pattern that was kept is the one that `re` makes."""

import re

import pytest

from loaders.rules.compiled import _LONG, compiled

_WORDS = "|".join(f"word{number}" for number in range(_LONG))
_SOURCE = rf"\b(?P<first>the)\s(?P<word>{_WORDS})(?=\W(\d+)?|$)"


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_a_long_pattern_matches_as_it_does_when_it_is_not_kept(flags: re.RegexFlag) -> None:
    text = "The word7 and the WORD8, the word9 12 and the wordy, the word99"
    first, second, plain = compiled(_SOURCE, flags), compiled(_SOURCE, flags), re.compile(_SOURCE, flags)
    for pattern in (first, second):
        assert (pattern.pattern, pattern.flags, pattern.groups) == (plain.pattern, plain.flags, plain.groups)
        assert dict(pattern.groupindex) == dict(plain.groupindex)
        found, wanted = list(pattern.finditer(text)), list(plain.finditer(text))
        assert [(m.span(), m.groups(), m.lastgroup) for m in found] == [
            (m.span(), m.groups(), m.lastgroup) for m in wanted
        ]


@pytest.mark.parametrize("source", ["(", "(" + "a" * _LONG])
def test_what_is_no_pattern_is_told(source: str) -> None:
    with pytest.raises(re.error):
        compiled(source)
