"""The lines of a raw text: where each starts and ends, how far it stands from the one before, and how the text is set.

Text drawn from a PDF often has every printed line as a paragraph of its own ("spaced"). Whether a
text is set so, and how wide its lines run, is measured once here.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"^([^\S\n]*)(\S.*)$", re.MULTILINE)
_BREAKS = str.maketrans({"\f": "\n", "\v": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_OTHER_BREAK = re.compile("[\f\v\x85\u2028\u2029]")
LEFT_OPEN = re.compile(
    r"(?:[,–—-]|\b(?i:the|and|or|of|in|a|an|for|to|on|with|by|from|at|as|that|which|its|their|de|la|el|los|las|y|o|en|con|por"
    r"|para|del|al|un|una|que|le|les|et|ou|des|du|à|au|aux|dans|sur|avec|pour|par))[*_\s]*$"
)
"""What a text ends with that must go on: a comma, a dash, a function word."""
LABEL = re.compile(r"[^\W\d_a-z][^:.!?\n]{1,50}:\s")
"""How a line starts that gives a value for a label: "Place: New York"."""
PERSON = re.compile(
    r"(?:(?:H\.E|Mr|Mrs|Ms|Mme|M|Dr|Sr|Sra|Amb|Ambassador|Excm[oa])\.?\s){0,3}[A-ZÀ-Ý][\w'’-]+"
    r"(?:\s(?:(?:de|del|la|van|von|bin|al|el|da|dos)\s){0,2}[A-ZÀ-Ý][\w'’.-]*){1,4}(?:,\s|\s[(–—-])"
)
"""How a line starts that names a person and what they are: "Marta Solís Vega, Vice-Minister"."""
TERMINAL = ".!?:;…"
CLOSERS = "\"'”’»)]*_ "
MOST_WIDTH = 90
"""A line longer than this is not wrapped to a page."""
_UNWRAPPED, _MUCH, _FULL = 2 * MOST_WIDTH, 0.4, 0.85


class Line(NamedTuple):
    """One line that is not blank; `start`/`end` leave out the white space around it.

    gap: line breaks between this line and the one before. page: a form feed stands between them.
    """

    start: int
    end: int
    indent: int
    gap: int
    page: bool
    text: str

    @property
    def ends_sentence(self) -> bool:
        """The line ends with a mark that closes a sentence or opens a list."""
        return self.text.rstrip(CLOSERS)[-1:] in TERMINAL or self.text[-1:] in TERMINAL

    @property
    def is_left_open(self) -> bool:
        """The line ends in a comma, a dash or a function word: it must go on."""
        return bool(LEFT_OPEN.search(self.text[-12:]))

    @property
    def starts_low(self) -> bool:
        """The line starts in the middle of a sentence, as far as its first letter tells."""
        first = self.text.lstrip("\"'“‘«([*_")[:1]
        return first.islower()


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set. spaced: every printed line is its own paragraph; gap: breaks inside a paragraph; unwrapped:
    each paragraph is one line, however long.
    """

    spaced: bool
    gap: int
    width: int
    unwrapped: bool = False


def _fills(line: Line, width: int) -> bool:
    """Whether a line is as long as lines of a page are, and no longer: what runs on may open with a capital there."""
    return _FULL * width <= len(line.text) <= MOST_WIDTH


def scan(raw: str) -> list[Line]:
    """The lines that are not blank, in order."""
    text = raw.translate(_BREAKS) if _OTHER_BREAK.search(raw) else raw
    feeds = "\f" in raw
    lines: list[Line] = []
    before = 0
    for found in _LINE.finditer(text):
        start, end = found.span(2)
        content = found[2].rstrip()
        line = Line(
            start,
            start + len(content),
            len(found[1].expandtabs(4)),
            text.count("\n", before, start),
            feeds and raw.find("\f", before, start) >= 0,
            content,
        )
        before = end
        lines.append(line)
    return lines


def measure(lines: Sequence[Line]) -> Setting:
    """How the text is set, from the places where a sentence plainly runs over a line break."""
    lengths = sorted(min(len(line.text), MOST_WIDTH) for line in lines)
    width = lengths[int(len(lengths) * 0.9)] if lengths else MOST_WIDTH
    apart = running = plainly = 0
    gaps: Counter[int] = Counter()
    for before, line in pairwise(lines):
        if line.gap < 2:
            continue
        apart += 1
        if before.ends_sentence:
            continue
        plainly += line.starts_low
        if line.starts_low or before.is_left_open or _fills(before, width):
            running += 1
            gaps[line.gap] += 1
    each = 2 * apart > len(lines)  # most lines stand apart, so what runs on may be told by full lines too
    spaced = plainly >= max(3, apart * 0.2) or (each and plainly > 1 and running >= max(4, apart * 0.33))
    long = [len(line.text) for line in lines if len(line.text) > _UNWRAPPED]
    unwrapped = not spaced and len(long) > 1 and sum(long) > _MUCH * sum(len(line.text) for line in lines)
    return Setting(spaced, gaps.most_common(1)[0][0] if spaced else 1, width, unwrapped)
