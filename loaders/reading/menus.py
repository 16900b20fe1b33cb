"""The menu of a site that a page opens with: bulleted entries ("Who we are", "Our work") above its title."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from loaders.reading.lines import Line
from loaders.rules.lexicons import alternatives, load

_ENTRY = re.compile(r"[-*•+]\s+(?P<text>\[?[^\W\d][^.:;!?\d\n]{1,40})(?:\]\([^)\s]*\))?")
_FEWEST = 3


@lru_cache(maxsize=1)
def _of_sites() -> re.Pattern[str]:
    return re.compile(alternatives([*load("pages")["menus"], *load("pages")["navigation"]]), re.IGNORECASE)


def menu(lines: Sequence[Line]) -> frozenset[int]:
    """Start offsets of the entries; none where no entry is one that sites have, or nothing follows them."""
    entries = list(takewhile(lambda line: _ENTRY.fullmatch(line.text), lines))
    texts = [found["text"].strip("[] ") for line in entries if (found := _ENTRY.fullmatch(line.text))]
    is_menu = _FEWEST <= len(entries) < len(lines) and any(map(_of_sites().fullmatch, texts))
    return frozenset(line.start for line in entries) if is_menu else frozenset()
