"""Walks a page in order, without recursion, and writes its blocks: what opens and closes decides what text is."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.reading.canonical import Canonical, plain
from loaders.reading.html_notes import Notes, find_notes
from loaders.reading.html_tables import Grid, layouts
from loaders.reading.language import primary

_SKIPPED = frozenset(
    "script style nav noscript template svg math head iframe object canvas audio video select button textarea input"
    " datalist -comment".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " header hgroup hr html legend li main ol p pre section summary ul h1 h2 h3 h4 h5 h6"
    " table caption thead tbody tfoot tr td th".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_RAISED = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}(?:\s?,\s?\d{1,3})*|[*†‡§]{1,3})\s*[\])]?\s*")
_DATES = ("article:published_time", "dcterms.date", "dcterms.issued", "dc.date", "date", "datepublished")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write(source: str, canonical: Canonical) -> None:
    """Write the blocks of a page."""
    page = LexborHTMLParser(source)
    root = page.body or page.root
    if root is None:
        return
    walker = _Walker(canonical, find_notes(page), layouts(_events(root)), [(0, _language(page.root))], _published(page))
    title = page.css_first("head title")
    if title is not None and page.css_first("h1") is None and title.text().strip():
        walker.heading(1, plain(title.text()))
    for node, opens in _events(root):
        if not opens:
            walker.close(node)
        elif node.tag == "-text":
            walker.text(node.text_content or "")
        else:
            walker.open(node)
    walker.flush()
    canonical.language = max(walker.letters, key=lambda code: walker.letters[code], default="")


def _published(page: LexborHTMLParser) -> str:
    """The day of publication that a page declares, as it is written there; empty where it declares none."""
    for meta in page.css("meta[content]"):
        names = (meta.attributes.get(name) for name in ("property", "name", "itemprop"))
        day = _DAY.match(meta.attributes.get("content") or "")
        if day and any((name or "").lower() in _DATES for name in names):
            return day[0]
    return ""


def _language(node: LexborNode | None) -> str:
    """The language that an element declares; empty where it declares none."""
    told = (node.attributes.get(name) for name in ("lang", "xml:lang")) if node is not None else ()
    return primary(next(filter(None, told), None) or "")


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node as it opens (True) and closes (False), in order; what is left out does neither."""
    node: LexborNode | None = root
    above: list[LexborNode] = []
    while node is not None:
        read = node.tag not in _SKIPPED and "hidden" not in node.attributes
        if read:
            yield node, True
            if node.first_child is not None:
                above.append(node)
                node = node.first_child
                continue
            yield node, False
        while above and node.next is None:
            node = above.pop()
            yield node, False
        node = node.next if above else None


@dataclass(slots=True)
class _List:
    """An open list. number: of its next item; None where items have bullets."""

    number: int | None
    marker: str = ""


@dataclass(slots=True)
class _Walker:
    """languages: of the open elements that declare one, by their identity. day: of publication, to be written under the
    first heading. letters: how many stand in each language.
    """

    canonical: Canonical
    notes: Notes
    layouts: frozenset[int]
    languages: list[tuple[int, str]]
    day: str = ""
    inline: list[str] = field(default_factory=list)
    plainly: bool = False
    bold: int = 0
    raised: int = 0
    level: int = 0
    note: str = ""
    note_node: int = 0
    lists: list[_List] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    hushed: int = 0
    letters: Counter[str] = field(default_factory=Counter)

    def text(self, text: str) -> None:
        """Text inside the open block."""
        if self.hushed or not text:
            return
        if self.raised and _RAISED.fullmatch(text):
            self.inline.append(f"<sup>{text.strip()}</sup>")
            return
        if not text.isspace():
            self.plainly = self.plainly or not self.bold
            self.letters[self.languages[-1][1]] += len(text)
        self.inline.append(plain(text))

    def open(self, node: LexborNode) -> None:
        """What an element begins."""
        tag = node.tag or ""
        if code := _language(node):
            self.languages.append((node.mem_id, code))
        if tag in _BLOCKS:
            self.flush()
            self._open_block(tag, node)
        elif tag == "br":
            self.inline.append("\n")
        elif tag == "a":
            self._open_link(node)
        elif tag in _BOLD:
            self.bold += 1
        elif tag == "sup":
            self.raised += 1
        self._open_note(node)

    def _open_link(self, node: LexborNode) -> None:
        if node.mem_id in self.notes.marks:
            self.inline.append(f"[^{self.notes.marks[node.mem_id]}]")
            self.hushed += 1
        elif node.mem_id in self.notes.back:
            self.hushed += 1

    def _open_note(self, node: LexborNode) -> None:
        name = node.attributes.get("id") or (node.attributes.get("name") if node.tag == "a" else None)
        if name and not self.note and name in self.notes.bodies:
            holder = node if node.tag in _BLOCKS else node.parent
            self.note, self.note_node = self.notes.bodies[name], holder.mem_id if holder is not None else 0

    def _open_block(self, tag: str, node: LexborNode) -> None:
        if tag in _HEADINGS:
            self.level = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self.lists.append(_List(_first_number(node) if tag == "ol" else None))
        elif tag == "li" and self.lists:
            self._number(self.lists[-1])
        elif tag == "table" and node.mem_id not in self.layouts:
            self.grids.append(Grid())
        elif self.grids:
            self.grids[-1].open(tag, node)

    def _number(self, of: _List) -> None:
        of.marker = "-" if of.number is None else f"{of.number}."
        of.number = None if of.number is None else of.number + 1

    def close(self, node: LexborNode) -> None:
        """What an element ends."""
        tag = node.tag or ""
        if self.languages[-1][0] == node.mem_id:
            self.languages.pop()
        if tag in _BLOCKS:
            self.flush()
            self._close_block(tag, node)
        elif tag == "a" and (node.mem_id in self.notes.marks or node.mem_id in self.notes.back):
            self.hushed -= 1
        elif tag in _BOLD:
            self.bold -= 1
        elif tag == "sup":
            self.raised -= 1
        if self.note and node.mem_id == self.note_node:
            self.note = ""

    def _close_block(self, tag: str, node: LexborNode) -> None:
        if tag in _HEADINGS:
            self.level = 0
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "table" and self.grids and node.mem_id not in self.layouts:
            self.grids[-1].end_row()
            for cells in self.grids.pop().rows:
                self.canonical.row(cells)
            self.canonical.end_table()

    def flush(self) -> None:
        """Write the text gathered so far as a block of the kind that is open."""
        text, plainly = _lines("".join(self.inline)), self.plainly
        self.inline, self.plainly = [], False
        if not text:
            return
        if self.grids and self.grids[-1].in_cell:
            marker = self._marker()
            self.grids[-1].write(f"- {text}" if marker else text)
        elif self.note:
            self._write_note(text)
        elif self.level:
            self.heading(self.level, text.replace("\n", " "))
        elif self.lists:
            self.canonical.item(len(self.lists) - 1, self._marker(), text)
        else:
            bold = not plainly and len(text) < 200 and "\n" not in text and not text.startswith("<sup>")
            self.canonical.paragraph(f"**{text}**" if bold and any(map(str.isalnum, text)) else text)

    def heading(self, level: int, text: str) -> None:
        """Write a heading, and under the first the day of publication."""
        self.canonical.heading(level, text)
        if self.day:
            self.canonical.paragraph(self.day)
        self.day = ""

    def _marker(self) -> str:
        """The marker of the open item, for its first text only."""
        if not self.lists:
            return ""
        marker, self.lists[-1].marker = self.lists[-1].marker, ""
        return marker

    def _write_note(self, text: str) -> None:
        if self.lists:
            self._marker()
        body = re.sub(r"^(?:<sup>[^<]{0,12}</sup>|\[\^[^\]]{1,20}\])\s*", "", text)
        self.canonical.note(self.note, body)


def _lines(text: str) -> str:
    """Lines without white space around them, none empty."""
    stripped = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(chain(line for line in stripped if line))


def _first_number(node: LexborNode) -> int:
    start = node.attributes.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 6 else 1
