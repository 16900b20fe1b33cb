"""What leads about a site: the menu that a page opens with ("Who we are", "Our work"), and what it closes with."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from loaders.reading.lines import Line
from loaders.rules.lexicons import alternatives, load

_RULE = re.compile(r"[-_*=\s]{3,}")
_ENTRY = re.compile(r"[-–—*•+]\s+(?P<text>\[?[^\W\d][^.:;!?\d\n]{1,40})(?:\]\([^)\s]*\))?")
_OF_PRESS = re.compile(r"press|nota|comunicado|communiqué", re.IGNORECASE)  # these tell what the paper is
_FEWEST = 3


@lru_cache(maxsize=1)
def _of_sites() -> re.Pattern[str]:
    return re.compile(alternatives([*load("pages")["menus"], *load("pages")["navigation"]]), re.IGNORECASE)


@lru_cache(maxsize=1)
def _of_feet() -> re.Pattern[str]:
    one = alternatives(load("pages")["footers"])
    return re.compile(rf"{one}(?:\s?[|·•/]\s?{one})*", re.IGNORECASE)


def menu(lines: Sequence[Line]) -> frozenset[int]:
    """Start offsets of the entries; none where no entry is one that sites have, or nothing follows them."""
    opening = list(takewhile(lambda line: _entry(line) is not None, lines))
    known = [line for line in opening if _of_sites().fullmatch(_entry(line) or "")]
    marked = sum(_ENTRY.fullmatch(line.text) is not None for line in opening)
    is_menu = len(opening) < len(lines) and (len(known) > 1 or (known and marked >= _FEWEST))
    return frozenset(line.start for line in opening) if is_menu else frozenset()


def foot(lines: Sequence[Line]) -> frozenset[int]:
    """Start offsets of the lines with which a page closes: "Share this page", "Contact us | Privacy | © 2026"."""
    closing = list(takewhile(lambda line: _RULE.fullmatch(line.text) or _of_feet().fullmatch(line.text), lines[::-1]))
    is_foot = len(closing) < len(lines) and any(not _RULE.fullmatch(line.text) for line in closing)
    return frozenset(line.start for line in closing) if is_foot else frozenset()


def _entry(line: Line) -> str | None:
    """What a line names that may be of a menu: behind a bullet anything short, without one what sites have."""
    marked = _ENTRY.fullmatch(line.text)
    if marked:
        return marked["text"].strip("[] ")
    return line.text if _of_sites().fullmatch(line.text) and not _OF_PRESS.match(line.text) else None
