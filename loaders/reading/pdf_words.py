"""The words of a PDF page with where they stand; digits and signs that are raised are words of their own."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_WORD = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?")
"""The two signs are what PDFium makes of the hyphen of a word that goes on in the next line."""
_MAY_BE_RAISED = re.compile(r"[0-9*†‡§¹²³⁰⁴-⁹,]+")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SIGNS = str.maketrans({**_LIGATURES, 0x02: "-", 0xFFFE: "-", 0x00: " ", 0xFFFF: " ", 0x0C: " "})
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_MOST_ON_PAGE = 200_000
_QUARTER = math.pi / 2
_RAISED_BY = 0.1
_SMALLER = 0.85


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Where a point stands once the page is turned back by so many quarters."""
    return ((x, y), (-y, x), (-x, -y), (y, -x))[turn]


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space between them, in points from the lower left corner of the page.

    base: of the letters; size: height of a line of them; index: of the first character on the page.
    spaced: white space stands before it.
    """

    text: str
    left: float
    right: float
    base: float
    low: float
    size: float
    index: int
    spaced: bool

    def is_raised_over(self, base: float, size: float) -> bool:
        """Smaller and higher than letters of that base and size: the mark of a note."""
        small = self.size < _SMALLER * size and self.base > base + _RAISED_BY * size
        return small and bool(_MAY_BE_RAISED.fullmatch(self.text))


class PageText:
    """The text layer of one page."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._text = page.get_textpage()
        self._box = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._turn = 0

    def close(self) -> None:
        """Give back its memory."""
        self._text.close()

    def words(self) -> dict[int, list[Word]]:
        """Its words in the order of the file, by how many quarters they are turned.

        Those that are turned stand where they would stand were the page turned back.
        """
        count = min(self._text.count_chars(), _MOST_ON_PAGE)
        text = self._text.get_text_range(0, count) if count > 0 else ""
        if len(text) != count:
            text = "".join(chr(raw.FPDFText_GetUnicode(self._text, at) or 32) for at in range(count))
        text = _WITHOUT_HALVES.sub("\ufffd", text)
        words: dict[int, list[Word]] = {}
        for found in _WORD.finditer(text):
            angle = max(raw.FPDFText_GetCharAngle(self._text, found.start()), 0.0)
            self._turn = round(angle / _QUARTER) % 4
            words.setdefault(self._turn, []).extend(self._pieces(found[0], found.start()))
        return words

    def is_bold(self, index: int) -> bool:
        """Whether the font of a character is a bold one."""
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._text, index, name, 128, flags)
        return bool(_BOLD.search(name.value.decode("utf-8", "replace")))

    def _pieces(self, text: str, start: int) -> Iterator[Word]:
        """One word, parted where digits in it change their size or their base."""
        cuts = [0, len(text)]
        for run in _MAY_BE_RAISED.finditer(text):
            cuts.extend(self._breaks(run.start(), run.end(), start, len(text)))
        for one, other in pairwise(sorted(set(cuts))):
            yield self._word(text[one:other], start + one, one == 0)

    def _breaks(self, begin: int, end: int, start: int, length: int) -> Iterator[int]:
        first, last = max(begin - 1, 0), min(end + 1, length)
        if last - first < 2:
            return
        before = self._place(start + first)
        for at in range(first + 1, last):
            here = self._place(start + at)
            if abs(here[1] - before[1]) > _RAISED_BY * max(here[0], before[0]) and here[0] != before[0]:
                yield at
            before = here

    def _place(self, index: int) -> tuple[float, float]:
        """(height, base) of a character."""
        _, low, _, high = self._box_of(index)
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        return high - low, turned(self._x.value, self._y.value, self._turn)[1]

    def _box_of(self, index: int) -> tuple[float, float, float, float]:
        """(left, low, right, high) of a character."""
        raw.FPDFText_GetLooseCharBox(self._text, index, self._box)
        box = self._box
        if not self._turn:
            return box.left, box.bottom, box.right, box.top
        one, other = turned(box.left, box.bottom, self._turn), turned(box.right, box.top, self._turn)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])

    def _word(self, text: str, start: int, spaced: bool) -> Word:
        size, base = self._place(start)
        left, low, right, _ = self._box_of(start)
        if len(text) > 1:
            right = max(right, self._box_of(start + len(text) - 1)[2])
        return Word(text.translate(_SIGNS), left, right, base, low, max(size, 0.1), start, spaced)


_WITHOUT_HALVES = re.compile("[\ud800-\udfff]")
