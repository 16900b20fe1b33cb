"""Words of a PDF page to segments: stretches of a printed line without a wide gap."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from loaders.reading.pdf_words import Word

RAISED, LOWERED = "\ue000", "\ue001"
"""Stand around the mark of a note in the text of a line, until it is written."""

_CLOSING = ",.;:)”»"
"""Signs before which a mark of a note leaves no space, whatever the file says."""
_APART = 1.8
_SAME_LINE = 0.5


@dataclass(slots=True)
class Segment:
    """A stretch of a printed line without a wide gap, or a table, which has no text."""

    left: float
    right: float
    low: float
    high: float
    base: float
    size: float
    text: str = ""
    bold: bool = False
    table: Sequence[Sequence[str]] = ()
    words: Sequence[Word] = ()


def segments(words: Iterable[Word], is_bold: Callable[[int], bool]) -> list[Segment]:
    """Stretches of lines, in the order of the file."""
    found: list[Segment] = []
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line, word):
            found.append(_segment(line, is_bold))
            line = []
        line.append(word)
    if line:
        found.append(_segment(line, is_bold))
    return found


def _goes_on(line: Sequence[Word], word: Word) -> bool:
    before = line[-1]
    size = max(before.size, word.size)
    overlap = min(before.low + before.size, word.low + word.size) - max(before.low, word.low)
    gap = word.left - before.right
    return overlap > _SAME_LINE * min(before.size, word.size) and -0.5 * size < gap < _APART * size


def _segment(line: Sequence[Word], is_bold: Callable[[int], bool]) -> Segment:
    size = _size(line)
    full = [word for word in line if 0.9 * size <= word.size <= 1.1 * size]
    base = median(word.base for word in full)
    bold = is_bold(full[0].index) and is_bold(full[-1].index)
    low = min(word.low for word in full)
    right = max(word.right for word in line)
    return Segment(line[0].left, right, low, low + size, base, size, text_of(line, base, size), bold, words=tuple(line))


def text_of(line: Sequence[Word], base: float, size: float) -> str:
    """The words of a line with spaces, marks of notes raised. base, size: of its letters."""
    pieces: list[str] = []
    end = line[0].left
    for word in line:
        raised = word.is_raised_over(base, size)
        apart = word.spaced or word.left - end > 0.25 * size
        closes = pieces[-1:] != [] and pieces[-1].endswith(LOWERED) and word.text[0] in _CLOSING
        if pieces and apart and not raised and not closes:
            pieces.append(" ")
        pieces.append(f"{RAISED}{word.text.strip(',')}{LOWERED}" if raised else word.text)
        end = word.right
    return "".join(pieces)


def _size(line: Sequence[Word]) -> float:
    """The size of most of its letters: a bullet may be larger, the mark of a note is smaller."""
    letters: Counter[float] = Counter()
    for word in line:
        letters[word.size] += len(word.text)
    return max(letters, key=lambda size: (letters[size], size))
