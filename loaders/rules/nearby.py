"""What stands near a match: the text in which words forbid its claim, up to a clause that sets others against it."""

import re

from loaders.rules.sought import Sought

_BEFORE, _BEHIND = 30, 60
_PREFIX = 5  # letters before a word that are of it: "vice-chair"
_AGAINST = Sought(
    r"[,;]?\s(?:while|whereas|mientras(?:\sque)?|en\stanto\sque|tandis\sque|alors\sque)\s(?=[^.;⟦⟧]{0,40}⟦[SUORWH]+#)"
)


def nearby(text: str, match: re.Match[str]) -> str:
    """A match with what stands around it in its part of a sentence, cut at "while" before others than it tells of."""
    begin, end = max(0, match.start() - _BEFORE), match.end() + _BEHIND
    before = [cut.end() for cut in _AGAINST.finditer(text, begin, match.start() + 1)]
    behind = _AGAINST.search(text, match.end(), end + _BEHIND)
    return text[max(before, default=begin) : min(end, behind.start() if behind else end)]


def is_forbidden(text: str, match: re.Match[str], near: re.Pattern[str] | None, within: re.Pattern[str] | None) -> bool:
    """Whether words near a match, or in it, forbid its claim."""
    if near and near.search(nearby(text, match)):
        return True
    return within is not None and within.search(text, max(0, match.start() - _PREFIX), match.end()) is not None
