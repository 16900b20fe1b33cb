"""Footnotes: where they start, which mark each belongs to, and paragraphs that a footnote cut in two.

Some converters lose the raised position of a mark, so "countries¹" reads "countries1" and the note
is a line "1 Bangladesh, ...". A digit is read as such a mark only where a line of that kind follows.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.records import PassageKind
from loaders.reading.drafts import Draft
from loaders.reading.lines import LABEL, LEFT_OPEN, Line

_BARE_BODY = re.compile(r"(\d{1,2})\s{1,4}(?=[\"“'‘«(]?[^\W\d_a-zà-ÿ]|https?:)")
_BARE_MARK = re.compile(r"(?<!\d)((?:19|20)\d\d)?(\d{1,2})(?![\w%°º/-]|[.,:]\d)")
_AFTER = frozenset('.,;)”"’')
_MONTH_START = re.compile(
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fév|fev|avr|mai|juin|juil|août|aout|déc)[a-zé]*\b"
)
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_FARTHEST = 20_000
"""A plain-digit mark further before its note than this is not its mark."""


@dataclass(frozen=True, slots=True)
class BareNotes:
    """Notes as plain digits. marks: offset -> number; bodies: offset of the line -> (number, offset of its text)."""

    marks: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, tuple[str, int]] = field(default_factory=dict)


def bare_notes(raw: str, lines: Sequence[Line]) -> BareNotes:
    """Pairs of a plain-digit mark and the line that is its note."""
    candidates = [(line, found) for line in lines if (found := _bare_body(line))]
    if not candidates:
        return BareNotes()
    wanted = {found[1] for _, found in candidates}
    places: dict[str, list[int]] = defaultdict(list)
    for mark in _BARE_MARK.finditer(raw):
        if mark[2] in wanted and (mark[1] or _hangs_on_word(raw, mark.start(2))):
            places[mark[2]].append(mark.start(2))
    notes = BareNotes()
    for line, found in candidates:
        number = found[1]
        nearest = bisect_left(places[number], line.start) - 1
        if nearest < 0:
            continue
        offset = places[number][nearest]
        if line.start - offset <= _FARTHEST and offset not in notes.marks:
            notes.marks[offset] = number
            notes.bodies[line.start] = (number, line.start + found.end())
    return notes


def _bare_body(line: Line) -> re.Match[str] | None:
    if not line.text[0].isdigit() or line.text[0] == "0":
        return None
    found = _BARE_BODY.match(line.text)
    return None if found and _MONTH_START.match(line.text, found.end()) else found


def _hangs_on_word(raw: str, at: int) -> bool:
    """A word, or a mark that closes one, stands right before; of a short name in capitals ("RT1") it is a part."""
    before = raw[max(0, at - 3) : at]
    if not before:
        return False
    if before[-1].isalpha():
        return before[-1].islower() or (len(before) == 3 and before.isalpha() and before.isupper())
    return before[-1] in _AFTER and (before[-2:-1].islower() or before[-2:-1] == ")")


def bracketed_numbers(raw: str) -> frozenset[str]:
    """Numbers that stand in brackets both in running text and at the start of a line: notes written `[1]`."""
    if "[" not in raw:
        return frozenset()
    at_start: set[str] = set()
    inside: set[str] = set()
    for found in _BRACKETED.finditer(raw):
        line_start = raw.rfind("\n", max(0, found.start() - 8), found.start()) + 1
        is_first = (line_start > 0 or found.start() < 8) and not raw[line_start : found.start()].strip()
        (at_start if is_first else inside).add(found[1])
    return frozenset(at_start & inside)


def mend_cut(raw: str, drafts: Iterable[Draft]) -> list[Draft]:
    """Joins a paragraph or item with its rest where a rule, a footnote or page furniture stood between them."""
    mended: list[Draft] = []
    flow: Draft | None = None
    for draft in drafts:
        if draft.kind is PassageKind.FOOTNOTE:
            mended.append(draft)
            continue
        if flow is not None and _goes_on(raw, flow, draft):
            flow.regions.extend(draft.regions)
            flow.lines += draft.lines
            continue
        mended.append(draft)
        flow = draft if draft.kind in (PassageKind.PARAGRAPH, PassageKind.ITEM) and draft.row is None else None
    return mended


_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]*_\s]*(?:<sup\b[^<>]*>[^<>]{0,12}</sup>|\[\^[^\]]{1,20}\])?[\"'”’»)\]*_\s]*$")
_LONG_ENOUGH = 80


def _goes_on(raw: str, before: Draft, draft: Draft) -> bool:
    if draft.kind is not PassageKind.PARAGRAPH or draft.row is not None:
        return False
    tail = raw[max(before.start, before.end - 60) : before.end]
    if _CLOSED.search(tail):
        return False
    head = raw[draft.start : draft.start + 60].lstrip("*_\"'“‘«([")
    size = before.end - before.start
    if head[:1].islower():
        return bool(draft.cut) or size >= _LONG_ENOUGH
    if not draft.cut:
        return False
    if LEFT_OPEN.search(tail):
        return True
    return draft.cut != "rule" and size >= _LONG_ENOUGH and not LABEL.match(raw, before.start) and before.lines > 0
