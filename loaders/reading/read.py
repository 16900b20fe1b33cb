"""Reading a document: raw text to blocks of clean text.

lines -> drafts -> footnotes lifted, cut paragraphs mended, headings found -> clean text -> blocks.
Pure, and linear in the length of the text.
"""

import hashlib
from collections.abc import Sequence

from graph.records import PassageKind
from loaders.reading import read_markdown, read_text, tables
from loaders.reading.arrange import arrange
from loaders.reading.blocks import Reading
from loaders.reading.canonical import Places
from loaders.reading.clean import clean
from loaders.reading.drafts import Draft
from loaders.reading.footnotes import BareNotes, bare_notes, bracketed_numbers, mend_cut
from loaders.reading.headings import find_headings
from loaders.reading.language import detect
from loaders.reading.line_labels import is_labelled
from loaders.reading.lines import MOST_WIDTH, PERSON, Line, Setting, measure, scan
from loaders.reading.long_passages import parted
from loaders.reading.markers import (
    is_link_definition,
    is_piped_row,
    is_rule,
    is_tagged_row,
    marker,
    note_body,
    numbering_capitals,
    same_numbering,
    timetable,
)
from loaders.reading.menus import foot, menu
from loaders.reading.source import Source


def read(raw: str, file_name: str, sha256: str | None = None, places: Places = (), declared: str = "") -> Reading:
    """The blocks of a document in reading order.

    raw: its text, line ends as newlines. sha256: of the bytes it was decoded from; by default of its
    UTF-8 form. places: where its parts stand in the file it was made from. declared: the language that the file says it
    is in. Any text can be read; one without words gives no blocks.
    """
    lines = scan(raw)
    bare = bare_notes(raw, lines)
    bracketed = bracketed_numbers(raw)
    # whoever makes a text of pages leaves out what is none
    skipped = frozenset() if places else read_text.furniture(lines) | menu(lines) | foot(lines)
    drafts = mend_cut(raw, _Composer(raw, lines, bare, bracketed, skipped).compose())
    find_headings(raw, drafts)
    source = Source(raw, bare.marks, bracketed)
    cleaned = [(draft, clean(source, draft.regions)) for draft in drafts]
    present = [(draft, text) for draft, text in cleaned if any(map(str.isalnum, text.text))]
    language = detect((text.text for _, text in present), declared)
    digest = sha256 or hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    return Reading(raw, digest, file_name, language, arrange(list(parted(present, language)), language), places)


class _Composer:
    """Puts lines together to drafts: one pass, one open draft."""

    def __init__(
        self, raw: str, lines: Sequence[Line], bare: BareNotes, bracketed: frozenset[str], skipped: frozenset[int]
    ) -> None:
        self.raw = raw
        self.lines = lines
        self.bare = bare
        self.bracketed = bracketed
        self.setting: Setting = measure(lines)
        self.capitals = numbering_capitals(lines)
        self.skipped = skipped
        self.times = timetable(lines)
        self.right = max((line.indent + len(line.text) for line in lines if len(line.text) <= MOST_WIDTH), default=0)
        self.drafts: list[Draft] = []
        self.open: Draft | None = None
        self.before: Line | None = None
        self.cut = ""
        self.in_timetable = False

    def compose(self) -> list[Draft]:
        index = 0
        while index < len(self.lines):
            index = self._take(index)
        return self.drafts

    def _take(self, index: int) -> int:
        """Reads the line at `index`, with those that belong to a table that starts there; the next index."""
        line = self.lines[index]
        if line.page:
            self._close("page")
        if line.start in self.skipped:
            self._close("page")
        elif is_tagged_row(line):
            return self._tagged(index)
        elif is_piped_row(line):
            return self._piped(index)
        elif rows := tables.tabbed_rows(self.lines, index):
            return self._rows(index, index + rows)
        elif line.start not in self.times and (
            aligned := tables.aligned_rows(self.lines, index) or tables.barred_rows(self.lines, index)
        ):
            self._close("")
            self.drafts.extend(tables.aligned_table(aligned))
            return index + len(aligned)
        elif read_markdown.is_underline(line, self.open, self.raw) and self.open is not None:
            self.open.kind, self.open.level = PassageKind.HEADING, 1 if line.text[0] == "=" else 2
            self._close("")
        elif is_rule(line):
            self._close("rule")
        elif is_link_definition(line) or line.text.startswith("```"):
            self._close("")
        else:
            self._text(line)
        return index + 1

    def _text(self, line: Line) -> None:
        note = self.bare.bodies.get(line.start) or note_body(line, self.bracketed)
        if note is not None:
            self._close("note")
            self._open(Draft(PassageKind.FOOTNOTE, [(note[1], line.end)], note=note[0], gap=line.gap), line)
            return
        time = self.times.get(line.start)
        if time or (self.open is not None and self.before is not None and self._is_part(self.open, self.before, line)):
            self._close("")
            body = line.start + (time.end() if time else 0)
            mark_text = time["time"] if time else ""
            self._open(
                Draft(PassageKind.ITEM, [(body, line.end)], marker=mark_text, indent=line.indent, gap=line.gap), line
            )
            self.in_timetable = True
            return
        mark = marker(self.raw, line, self.capitals)
        if mark.kind and not self._is_inside(line, mark.text):
            self._marked(line, mark.kind, mark.text, mark.body)
        elif self.open is not None and self.before is not None and self._goes_on(self.open, self.before, line):
            self.open.reach(line.end)
            self.before = line
        else:
            self._close(self.cut)
            self._open(Draft(PassageKind.PARAGRAPH, [(mark.body, line.end)], indent=line.indent, gap=line.gap), line)

    def _is_part(self, draft: Draft, before: Line, line: Line) -> bool:
        """A line under a line of a timetable that was not merely wrapped: a speaker, a moderator, a group."""
        if not self.in_timetable or draft.kind is not PassageKind.ITEM or line.gap > 1 or line.starts_low:
            return False
        if is_labelled(line.text) or PERSON.match(line.text):
            return True
        word = line.text.split(maxsplit=1)[0]
        return not before.is_left_open and before.indent + len(before.text) + 1 + len(word) < self.right - 4

    def _marked(self, line: Line, kind: str, text: str, body: int) -> None:
        self._close("")
        if kind == "heading":
            end = body + len(self.raw[body : line.end].rstrip("# "))
            if end > body:
                self._open(Draft(PassageKind.HEADING, [(body, end)], level=len(text), gap=line.gap), line)
            self.open = None
            return
        draft = Draft(PassageKind.ITEM, [(body, line.end)], marker=text, indent=line.indent, gap=line.gap)
        self._open(draft, line)

    def _is_inside(self, line: Line, mark: str) -> bool:
        """A number or dash that only happens to start a printed line of running text."""
        if self.open is None or self.before is None or self.open.kind is PassageKind.HEADING:
            return False
        if line.gap > self.setting.gap or self.before.ends_sentence or mark[0] in "•·◦▪●":
            return False
        if self.open.kind is PassageKind.ITEM and same_numbering(self.open.marker, mark):
            return False
        if mark[0] in "-*+":
            return self.setting.spaced and len(self.before.text) > 0.75 * self.setting.width
        if self.before.is_left_open:
            return not self.before.text.endswith(",")
        return self.open.kind is PassageKind.PARAGRAPH and len(self.before.text) > 0.75 * self.setting.width

    def _goes_on(self, draft: Draft, before: Line, line: Line) -> bool:
        if draft.kind is PassageKind.HEADING:
            return False
        if self.setting.spaced:
            return read_text.goes_on(before, line, self.setting)
        return read_markdown.goes_on(draft, before, line, self.setting)

    def _open(self, draft: Draft, line: Line) -> None:
        draft.cut = self.cut
        if draft.kind is not PassageKind.FOOTNOTE:
            self.cut = ""
        self.drafts.append(draft)
        self.open, self.before = draft, line

    def _close(self, cut: str) -> None:
        """Ends the open draft. cut: what now stands between it and the next; a note outweighs a rule."""
        self.open = None
        self.in_timetable = False
        if not cut or self.cut != "note":
            self.cut = cut

    def _tagged(self, index: int) -> int:
        end, depth = index, 0
        while end < len(self.lines) and (depth > 0 or is_tagged_row(self.lines[end])):
            low = self.lines[end].text.lower()
            depth += low.count("<table") + low.count("<ul") + low.count("<ol")
            depth -= low.count("</table") + low.count("</ul") + low.count("</ol")
            end += 1
        return self._rows(index, end)

    def _rows(self, index: int, end: int) -> int:
        self._close("")
        self.drafts.extend(tables.tagged_table(self.raw, self.lines[index].start, self.lines[end - 1].end))
        return end

    def _piped(self, index: int) -> int:
        end = index
        while end < len(self.lines) and is_piped_row(self.lines[end]) and (end == index or self.lines[end].gap == 1):
            end += 1
        self._close("")
        self.drafts.extend(tables.piped_table(self.raw, self.lines[index:end]))
        return end
