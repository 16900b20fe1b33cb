"""Clean text of a passage, with the raw offset of each of its characters.

White space is folded, markup and the targets of links go, words broken over lines are mended, and
note marks are lifted out. One search finds the characters that may need an edit; the rule of that
character looks at what stands there. No rule looks further than it can bound, so the cost is linear.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.reading.markup import RULES, Edit, Marks
from loaders.reading.source import Source

_CANDIDATE = re.compile("[" + "".join(re.escape(char) for char in RULES) + "]")
_SPACES = re.compile(" {2,}")
_BEFORE_NO_SPACE = " \n\t,.;:)"


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text, raw offset of each character, and note marks as (position in the text, number)."""

    text: str
    offsets: "array[int]"
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class _Output:
    pieces: list[str] = field(default_factory=list)
    offsets: "array[int]" = field(default_factory=lambda: array("I"))
    marks: list[tuple[int, str]] = field(default_factory=list)

    @property
    def last(self) -> str:
        return self.pieces[-1][-1] if self.pieces else ""

    def copy(self, source: Source, start: int, end: int) -> None:
        if start < end:
            self.pieces.append(source.raw[start:end])
            self.offsets.extend(source.identity[start:end])

    def write(self, text: str, origin: int) -> None:
        if text == " " and self.last in ("", " "):
            return
        self.pieces.append(text)
        self.offsets.extend(range(origin, origin + len(text)))

    def drop_last(self) -> None:
        self.pieces[-1] = self.pieces[-1][:-1]
        self.offsets.pop()
        if not self.pieces[-1]:
            self.pieces.pop()

    def mark(self, numbers: Marks, following: str) -> None:
        if self.last == " " and (not following or following in _BEFORE_NO_SPACE):
            self.drop_last()
        self.marks.extend((len(self.offsets), number) for number in numbers)


def clean(source: Source, regions: Iterable[tuple[int, int]]) -> CleanText:
    """The clean text of some regions of the raw text, read as one passage."""
    out = _Output()
    for start, end in regions:
        _join(out, source, start)
        _clean_region(out, source, start, end)
    return _finish(out)


def _join(out: _Output, source: Source, start: int) -> None:
    """One space between two regions, or none where a word was broken between them."""
    if not out.pieces or out.last == " ":
        return
    end = out.offsets[-1] + 1
    if out.last in "-\u2010" and source.raw[start].isalnum():
        if not source.vocabulary.keeps_hyphen(source.raw, end - 1, start):
            out.drop_last()
        return
    out.write(" ", end)


def _candidates(source: Source, start: int, end: int) -> Iterable[int]:
    found = (match.start() for match in _CANDIDATE.finditer(source.raw, start, end))
    if not source.bare:
        return found
    bare = source.bare_offsets
    return sorted([*found, *bare[bisect_left(bare, start) : bisect_left(bare, end)]])


def _clean_region(out: _Output, source: Source, start: int, end: int) -> None:
    raw, position = source.raw, start
    for at in _candidates(source, start, end):
        if at < position:
            continue
        edit = _edit(source, at, end)
        if edit is None:
            continue
        out.copy(source, position, at)
        position = min(edit.to, end)
        if edit.marks:
            out.mark(edit.marks, raw[position : position + 1])
        if edit.text:
            out.write(edit.text, edit.origin)
    out.copy(source, position, end)


def _edit(source: Source, at: int, end: int) -> Edit | None:
    number = source.bare.get(at)
    if number is not None:
        return Edit(at + len(number), marks=(number,))
    rule = RULES.get(source.raw[at])
    return rule(source, at, end) if rule else None


def _finish(out: _Output) -> CleanText:
    """Folds runs of spaces, and takes the white space off both ends."""
    text, offsets = "".join(out.pieces), out.offsets
    marks = out.marks
    if "  " in text:
        kept: array[int] = array("I")
        position = 0
        runs: list[tuple[int, int]] = []
        for run in _SPACES.finditer(text):
            kept.extend(offsets[position : run.start() + 1])
            position = run.end()
            runs.append((run.start(), run.end() - run.start() - 1))
        kept.extend(offsets[position:])
        marks = [(at - sum(n for start, n in runs if start < at), number) for at, number in marks]
        text, offsets = _SPACES.sub(" ", text), kept
    lead = len(text) - len(text.lstrip())
    stripped = text.strip()
    size = len(stripped)
    return CleanText(
        stripped,
        offsets[lead : lead + size],
        tuple((min(max(at - lead, 0), size), number) for at, number in marks),
    )
