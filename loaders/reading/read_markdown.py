"""Text with blank lines between its paragraphs: plain text as people type it, and Markdown (CommonMark 0.31 blocks)."""

import re

from graph.records import PassageKind
from loaders.reading.drafts import Draft
from loaders.reading.line_labels import is_labelled
from loaders.reading.lines import LABEL, MOST_WIDTH, PERSON, Line, Setting

_UNDERLINE = re.compile(r"=+|-+")
_ALL_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<text>(?:(?!(?P=mark)).)+)(?P=mark)")
_LONGEST_HEADING = 160
_SHORT = 0.55
"""A line this much shorter than the text is wide was ended on purpose."""
_CENTRED = 6
_STRUCTURED = (PassageKind.ITEM, PassageKind.FOOTNOTE)


def is_underline(line: Line, before: Draft | None, raw: str) -> bool:
    """The line underlines the one right above it, which so becomes a heading (setext)."""
    return (
        before is not None
        and before.kind is PassageKind.PARAGRAPH
        and before.lines == 1
        and line.gap == 1
        and line.text[0] in "=-"
        and len(line.text) >= 3
        and bool(_UNDERLINE.fullmatch(line.text))
        and before.end - before.start <= _LONGEST_HEADING
        and not raw[before.start : before.end].rstrip("*_ ").endswith((".", ";", ","))
    )


def goes_on(draft: Draft, before: Line, line: Line, setting: Setting) -> bool:
    """Whether a line of text belongs to the block that the line before it belongs to."""
    if line.gap > 1 or line.page:
        return draft.kind is PassageKind.ITEM and line.gap == 2 and not line.page and line.indent > draft.indent + 1
    if is_labelled(line.text):
        return False
    if setting.unwrapped and line.indent <= draft.indent and not (line.starts_low or before.is_left_open):
        return False
    if draft.kind in _STRUCTURED and line.indent > draft.indent:
        return True
    if draft.lines == 1 and before.text[0] in "*_" and _ALL_BOLD.fullmatch(before.text):
        return False
    if min(before.indent, line.indent) >= _CENTRED and abs(before.indent - line.indent) > 2:
        return False
    if len(before.text) >= _SHORT * min(setting.width, MOST_WIDTH) and not _gives_value(before, line):
        return True
    return line.starts_low or before.is_left_open


def _gives_value(before: Line, line: Line) -> bool:
    """Both lines are a label and its value, or a person and what they are: two entries, even where they are long."""
    return any(entry.match(line.text) and entry.match(before.text) for entry in (LABEL, PERSON))


def bold_heading(raw: str, draft: Draft) -> bool:
    """A paragraph of one line that is bold from end to end, and no sentence."""
    if draft.kind is not PassageKind.PARAGRAPH or draft.lines > 1 or draft.row is not None:
        return False
    if draft.end - draft.start > _LONGEST_HEADING or raw[draft.start] not in "*_":
        return False
    found = _ALL_BOLD.fullmatch(raw[draft.start : draft.end].strip())
    return bool(found) and not found["text"].rstrip(" *_").endswith((".", ";", ",", ":"))  # type: ignore[index]
