"""Printed lines to headings, paragraphs, items, notes and tables: by size, weight, distance and indent."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.canonical import ABOVE, BEFORE, Canonical, plain
from loaders.reading.lines import LEFT_OPEN
from loaders.reading.pdf_rows import Row
from loaders.reading.pdf_segments import LOWERED, RAISED
from loaders.reading.words import Vocabulary

_BULLET = re.compile(r"([·•◦▪‣●○■□➢➤✓❖\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—*](?=\s)|o(?=\s))\s*(?=\S)")
_DASHES = "-–—"
"""They open an item, and also a line of a sentence that goes on."""
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]\s")
_NOTE = re.compile(rf"{RAISED}([^{LOWERED}]*){LOWERED}")
_PLAIN_NOTE = re.compile(r"(\d{1,3})\s+(?=\S)")
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u00ad]$")
_LARGER = 1.15
_SAME_SIZE = 0.12
_FAR = 1.3
_CLOSE = 1.0
_LEAST_ROOM = 0.1
_LONGEST_HEADING = 200


@dataclass(slots=True)
class _Setting:
    """size: of the running text; leading: distance of its lines, by size; headings: sizes above it, largest first."""

    size: float
    leading: dict[int, float]
    headings: list[float]
    vocabulary: Vocabulary


def write(canonical: Canonical, pages: Sequence[Sequence[Row]]) -> None:
    """Write the text of all pages."""
    _join_lone(pages)
    setting = _measure(pages)
    for number, page in enumerate(pages, start=1):
        canonical.page(number)
        raised = {found[1] for row in page for found in _NOTE.finditer(row.text)}
        depths: list[float] = []
        for block in _blocks(page, setting):
            _write_block(canonical, block, setting, raised, depths)


def _join_lone(pages: Sequence[Sequence[Row]]) -> None:
    """A wide gap in one line alone parts no cells: it comes from words spread over the width of a column."""
    for page in pages:
        tabbed = ["\t" in row.text for row in page]
        for index, row in enumerate(page):
            if tabbed[index] and not any(tabbed[max(0, index - 1) : index] + tabbed[index + 1 : index + 2]):
                row.text = row.text.replace("\t", " ")


def _measure(pages: Sequence[Sequence[Row]]) -> _Setting:
    letters: Counter[float] = Counter()
    gaps: dict[int, list[float]] = defaultdict(list)
    for page in pages:
        for row in page:
            letters[round(row.first.size * 2) / 2] += len(row.text)
        for before, row in pairwise(page):
            gap = before.first.base - row.first.base
            if 0 < gap < 3 * row.first.size and before.column == row.column and _alike(before, row):
                gaps[round(row.first.size)].append(gap)
    size = letters.most_common(1)[0][0] if letters else 10.0
    headings: list[float] = []
    for one in sorted(letters, reverse=True):
        if one > _LARGER * size and (not headings or one < 0.95 * headings[-1]):
            headings.append(one)
    text = "\n".join(row.text for page in pages for row in page)
    leading = {key: _leading(key, found, size) for key, found in gaps.items()}
    return _Setting(size, leading, headings, Vocabulary(text))


def _leading(size: int, gaps: Sequence[float], body: float) -> float:
    """How far lines of one paragraph stand apart: the smaller of the distances that there are; in headings, close."""
    usual = sorted(gaps)[len(gaps) // 7]
    return usual if abs(size - body) < 1 else min(usual, _CLOSE * size)


def _alike(one: Row, other: Row) -> bool:
    sizes = one.first.size, other.first.size
    return max(sizes) - min(sizes) <= _SAME_SIZE * max(sizes)


def _blocks(page: Sequence[Row], setting: _Setting) -> Iterator[list[Row]]:
    block: list[Row] = []
    for row in page:
        if block and _parted(block, row, setting):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _parted(block: Sequence[Row], row: Row, setting: _Setting) -> bool:
    """Whether a line begins another block than the one before it."""
    before = block[-1]
    if before.first.table or row.first.table or "\t" in row.text or "\t" in before.text:
        return not ("\t" in row.text and "\t" in before.text)
    if not _alike(before, row) or before.first.bold != row.first.bold:
        return True
    closed = bool(_CLOSED.search(before.text))
    gap = before.first.base - row.first.base
    if before.column != row.column or gap <= 0:
        return not _goes_on(before, row, closed)
    if gap > _FAR * setting.leading.get(round(row.first.size), _CLOSE * row.first.size):
        return True
    bullet = _BULLET.match(row.text)
    if row.text.startswith(RAISED) or (bullet and bullet[1] not in _DASHES):
        return True
    short = before.right < before.edge - 0.2 * (before.edge - before.first.left)
    if bullet and (closed or short or _BULLET.match(block[0].text)):
        return True
    if _had_room(before, row) and not row.text[:1].islower() and not LEFT_OPEN.search(before.text[-12:]):
        return True
    if _NUMBERED.match(row.text) and (closed or short):
        return True
    indented = row.first.left > before.first.left + 0.8 * row.first.size and not _BULLET.match(before.text)
    return closed and (short or (indented and len(block) > 1))


def _had_room(before: Row, row: Row) -> bool:
    """Whether the first word of a line would have had its place in the line before, which so was ended on purpose."""
    word = row.text.split(" ", 1)[0]
    letter = (row.right - row.first.left) / max(len(row.text), 1)
    room = before.edge - before.right
    return room > (len(word) + 2) * letter and room > _LEAST_ROOM * (before.edge - before.first.left)


def _goes_on(before: Row, row: Row, closed: bool) -> bool:
    """Whether the first line of a column goes on with the last one of the column before."""
    if _BULLET.match(row.text) or row.text.startswith(RAISED):
        return False
    full = before.right > before.edge - 0.03 * (before.edge - before.first.left)
    return full or (not closed and (row.text[:1].islower() or bool(LEFT_OPEN.search(before.text[-12:]))))


def _write_block(
    canonical: Canonical, block: Sequence[Row], setting: _Setting, raised: set[str], depths: list[float]
) -> None:
    first = block[0].first
    if first.table:
        for cells in first.table:
            canonical.row([_cell(cell, setting) for cell in cells])
        canonical.end_table()
        return
    if "\t" in block[0].text and len(block) > 1:
        for row in block:
            canonical.row([_markup(part.text).replace("|", "\\|") for part in row.parts])
        canonical.end_table()
        return
    text = _mended([row.text.replace("\t", " ") for row in block], setting)
    is_heading = first.size > _LARGER * setting.size and len(text) <= _LONGEST_HEADING
    bullet = None if is_heading else _BULLET.match(text)
    if not bullet:
        depths.clear()
    note = _note(text, first.size, setting, raised)
    if note:
        canonical.note(note[0], _markup(note[1]))
    elif bullet:
        canonical.item(_depth(first.left, depths), "-", _markup(text[bullet.end() :]))
    elif is_heading:
        level = next((n for n, size in enumerate(setting.headings, start=1) if first.size >= 0.95 * size), 6)
        canonical.heading(level, _markup(text))
    else:
        _write_paragraph(canonical, block, text)


def _write_paragraph(canonical: Canonical, block: Sequence[Row], text: str) -> None:
    bold = (
        all(part.bold for row in block for part in row.parts) and len(text) <= _LONGEST_HEADING and RAISED not in text
    )
    canonical.paragraph(f"**{_markup(text)}**" if bold and any(map(str.isalnum, text)) else _markup(text))


def _note(text: str, size: float, setting: _Setting, raised: set[str]) -> tuple[str, str] | None:
    """(number, text) of a block that is a footnote: its number is raised, or its letters are small."""
    found = _NOTE.match(text)
    if found and text[found.end() :].strip():
        return found[1], text[found.end() :]
    found = _PLAIN_NOTE.match(text) if size < 0.95 * setting.size else None
    return (found[1], text[found.end() :]) if found and found[1] in raised else None


def _depth(left: float, depths: list[float]) -> int:
    """How deep in its list an item stands, by where its bullet stands."""
    while depths and depths[-1] > left + 3:
        depths.pop()
    if not depths or left > depths[-1] + 3:
        depths.append(left)
    return len(depths) - 1


def _mended(lines: Sequence[str], setting: _Setting) -> str:
    """Lines as one, words that were broken between them whole again."""
    text = ""
    for line in lines:
        broken = _HYPHEN.search(text)
        if broken and line[:1].isalnum():
            joined = f"{text[-60:]}{line[:60]}"
            at = min(len(text), 60) - 1
            keeps = text[-1] != "\u00ad" and setting.vocabulary.keeps_hyphen(joined, at, at + 1)
            text = (text if keeps else text[:-1]) + line
        else:
            text = f"{text} {line}" if text else line
    return text


def _cell(text: str, setting: _Setting) -> str:
    """The lines of a cell as one, but for items."""
    if text in (ABOVE, BEFORE):
        return text
    parts: list[list[str]] = []
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        if bullet or not parts:
            parts.append([f"- {line[bullet.end() :]}" if bullet else line])
        else:
            parts[-1].append(line)
    return "<br>".join(_markup(_mended(part, setting)).replace("|", "\\|") for part in parts)


def _markup(text: str) -> str:
    """Text as markup, marks of notes raised."""
    return _NOTE.sub(lambda found: f"<sup>{found[1]}</sup>", plain(text))
