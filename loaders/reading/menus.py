"""The menu of a site that a page opens with: entries ("Who we are", "Our work") above its title."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from loaders.reading.lines import Line
from loaders.rules.lexicons import alternatives, load

_ENTRY = re.compile(r"[-*•+]\s+(?P<text>\[?[^\W\d][^.:;!?\d\n]{1,40})(?:\]\([^)\s]*\))?")
_OF_PRESS = re.compile(r"press|nota|comunicado|communiqué", re.IGNORECASE)  # these tell what the paper is
_FEWEST = 3


@lru_cache(maxsize=1)
def _of_sites() -> re.Pattern[str]:
    return re.compile(alternatives([*load("pages")["menus"], *load("pages")["navigation"]]), re.IGNORECASE)


def menu(lines: Sequence[Line]) -> frozenset[int]:
    """Start offsets of the entries; none where no entry is one that sites have, or nothing follows them."""
    plain = list(takewhile(lambda line: _of_sites().fullmatch(line.text) and not _OF_PRESS.match(line.text), lines))
    if len(plain) > 1:
        return frozenset(line.start for line in plain) if len(plain) < len(lines) else frozenset()
    entries = list(takewhile(lambda line: _ENTRY.fullmatch(line.text), lines))
    texts = [found["text"].strip("[] ") for line in entries if (found := _ENTRY.fullmatch(line.text))]
    is_menu = _FEWEST <= len(entries) < len(lines) and any(map(_of_sites().fullmatch, texts))
    return frozenset(line.start for line in entries) if is_menu else frozenset()
