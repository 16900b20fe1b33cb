"""Words broken at the end of a line: whether their hyphen belongs to the word.

PDF text keeps both kinds alike: "imple-/mentation" must lose its hyphen, "whole-of-/government" must
not. The document itself is the word list.
"""

import re
from functools import cached_property

PREFIXES = frozenset(
    "anti auto bi cross co counter cyber de eco ex extra high inter intra low macro mega meta micro mid mini"
    " mono multi neo non over pan para peri poly post pre pro proto pseudo re self semi short socio sub super"
    " trans tri ultra under uni vice well whole long near one two three four all part full half open cost data"
    " evidence action needs people gender child climate rights follow decision".split()
)
"""First parts of English, Spanish and French compounds that keep their hyphen when nothing else decides."""

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_PART_BEFORE = re.compile(r"[^\W_]+$")
_PART_AFTER = re.compile(r"[^\W_]+")
_LONGEST_PART = 40


class Vocabulary:
    """The words of one text, whole and hyphenated, in lower case."""

    def __init__(self, raw: str) -> None:
        """Nothing is read before it is asked for."""
        self._raw = raw

    @cached_property
    def words(self) -> frozenset[str]:
        """Each word that stands within one line; of a hyphenated word the parts too."""
        whole = set(_WORD.findall(self._raw.casefold()))
        parts = {part for word in whole if "-" in word for part in word.split("-")}
        return frozenset(whole | parts)

    def keeps_hyphen(self, raw: str, hyphen: int, following: int) -> bool:
        """Whether the word before the hyphen and the one at `following` are joined with it, not without."""
        before = _PART_BEFORE.search(raw[max(0, hyphen - _LONGEST_PART) : hyphen])
        after = _PART_AFTER.match(raw, following, following + _LONGEST_PART)
        if not before or not after:
            return True
        first, second = before[0], after[0]
        low = first.casefold()
        joined = low + second.casefold()
        if f"{low}-{second.casefold()}" in self.words:
            return True
        if joined in self.words:
            return False
        if not second[0].islower() or first.isupper() or first[-1].isdigit():
            return True
        return low in PREFIXES or raw[max(0, hyphen - len(first) - 1)] == "-" or low in self._standing_alone

    @cached_property
    def _standing_alone(self) -> frozenset[str]:
        """Words that also stand somewhere without being the first half of a broken word."""
        return frozenset(re.findall(r"(?<![\w-])[^\W\d_]+(?![\w-])", self._raw.casefold()))
