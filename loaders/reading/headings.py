"""Headings that carry no mark: titles, lines in capitals, "Session 2: ...", short lines above a paragraph.

Also the opposite: short lines in a row are the entries of a list whose bullets were lost.
"""

import re
from collections.abc import Sequence

from graph.records import PassageKind
from loaders.dates.calendar import DAY_AND_MONTH
from loaders.reading.drafts import Draft
from loaders.reading.line_labels import is_kind, is_label, is_labelled
from loaders.reading.lines import LABEL
from loaders.reading.read_markdown import bold_heading
from loaders.rules.labels import meanings_of

UNDER_MARKED = -1
"""Level of a bold line: one below the marked heading above it."""
UNDER_BOLD = -2
"""Level of a label on a line of its own: below the bold lines."""
_CLOSED = ".!?:;,…"
_DIVISION = re.compile(
    r"(?:agenda item|annex|anexo|annexe|appendix|chapter|capítulo|chapitre|day|día|item|module|panel|part|parte|partie"
    r"|plenary|round ?table|mesa redonda|table ronde|section|sección|session|sesión|séance|workshop|working group)"
    r"\s+(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|uno|dos|tres|un|deux|trois)\b",
    re.IGNORECASE,
)
_WRAPPING = re.compile(r"^[*_\s]+|[*_\s]+$")
_EMPHASIS = re.compile(r"\*+")
_LONGEST = 90
_LONGEST_TITLE = 200
_LONGEST_ENTRY = 60
_BODY = 90
# a line of three names or more: "Fiji, Samoa and Tonga"
_WORD = r"[A-ZÀ-Ý][\w'’.-]*"
_THE = r"(?:(?:the|el|la|los|las|les?)\s|l['’])?"
_OF = r"(?:(?:of|de|du|des|del|la|the|and|y|et|d['’])\s)*"
_NAME = rf"{_THE}{_WORD}(?:\s{_OF}{_WORD}){{0,4}}"
_JOINT = r"(?:[,;]\s|,?\s(?:and|y|e|et)\s)"
_FEW = re.compile(rf"{_NAME}(?:{_JOINT}{_NAME})+\.?")
_ENUMERATION = re.compile(rf"{_NAME}[,;]\s{_NAME}(?:{_JOINT}{_NAME})+")
_ADDRESS = re.compile(
    r"(?:excellenc|distinguished|ladies|dear |colleagues|mesdames|messieurs|chers |señoras|estimad|thank you|gracias"
    r"|merci)",
    re.IGNORECASE,
)


def find_headings(raw: str, drafts: Sequence[Draft]) -> None:
    """Turns drafts that are headings, or entries of a list, by their looks and their neighbours, into what they are."""
    flow = [draft for draft in drafts if draft.kind is not PassageKind.FOOTNOTE]
    texts = [
        _EMPHASIS.sub("", _WRAPPING.sub("", draft.raw_text(raw)[: _LONGEST_TITLE + 50])) if draft.row is None else ""
        for draft in flow
    ]
    marked = any(draft.kind is PassageKind.HEADING for draft in flow)
    body = _first_body(flow, texts)
    if not marked:
        _titles(flow[:body], texts)
    for index in range(len(flow)):
        _consider(raw, flow, texts, index, body)
    _entries(flow, texts, body)
    for index, text in enumerate(texts):
        if text.endswith(":") and flow[index].kind is PassageKind.PARAGRAPH and is_label(text):
            _listed_below(flow, texts, index + 1)


def _first_body(flow: Sequence[Draft], texts: Sequence[str]) -> int:
    """Index of the first draft that is running text."""
    for index, (draft, text) in enumerate(zip(flow, texts, strict=True)):
        closed = text.endswith((".", "!", "?", ":", ","))
        if draft.kind is not PassageKind.HEADING and (len(text) > _LONGEST_TITLE or (closed and len(text) > 40)):
            return index
        if draft.kind is PassageKind.ITEM:
            return index
    return len(flow)


def _titles(front: Sequence[Draft], texts: Sequence[str]) -> None:
    """What stands above the first running text: a title, then what goes with it; lines of date and place stay."""
    level = 1
    for index, (draft, text) in enumerate(zip(front, texts, strict=False)):
        if not _may_be_heading(draft, text, _LONGEST_TITLE) or _ADDRESS.match(text) or is_date_line(text):
            continue
        if _is_value(front, texts, index):
            continue
        if LABEL.match(text) and len(text.split(":")[0].split()) < 2:
            continue
        draft.kind, draft.level = PassageKind.HEADING, level
        level = 2


def _consider(raw: str, flow: Sequence[Draft], texts: Sequence[str], index: int, body: int) -> None:
    draft, text = flow[index], texts[index]
    following = flow[index + 1] if index + 1 < len(flow) else None
    if bold_heading(raw, draft):
        draft.kind, draft.level = PassageKind.HEADING, UNDER_MARKED
        return
    if draft.kind is PassageKind.ITEM:
        if following is not None and _is_numbered_heading(flow, texts, index):
            draft.kind, draft.level = PassageKind.HEADING, 2 + draft.marker.rstrip(".").count(".")
        return
    if not _may_be_heading(draft, text, _LONGEST_TITLE if text.isupper() else _LONGEST) or _is_value(
        flow, texts, index
    ):
        return
    if is_capitals(text):
        draft.kind, draft.level = PassageKind.HEADING, 2
        return
    if index >= body and _ENUMERATION.fullmatch(text):
        return
    division = _DIVISION.match(text) and following is not None and following.gap >= draft.gap - 1
    if division or (index >= body and _stands_above(flow, texts, index)):
        draft.kind, draft.level = PassageKind.HEADING, 3
    elif _heads_values(flow, texts, index):
        draft.kind, draft.level = PassageKind.HEADING, UNDER_BOLD


def _heads_values(flow: Sequence[Draft], texts: Sequence[str], index: int) -> bool:
    """A label on a line of its own, apart from what stands before it, over what it is the label of."""
    apart = index == 0 or flow[index].gap > 1 or flow[index - 1].kind is PassageKind.HEADING
    if not apart or index + 1 == len(flow) or not is_label(texts[index]):
        return False
    following, text = flow[index + 1], texts[index + 1]
    listed = following.kind is PassageKind.ITEM and following.marker != ""  # the label introduces the list
    valued = following.kind in (PassageKind.PARAGRAPH, PassageKind.ITEM) and following.row is None
    return valued and not listed and (is_kind(text) or not (is_label(text) or is_labelled(text)))


def _is_value(flow: Sequence[Draft], texts: Sequence[str], index: int) -> bool:
    """What stands right under a heading that is a label is its value."""
    return index > 0 and flow[index - 1].kind is PassageKind.HEADING and is_label(texts[index - 1])


def _may_be_heading(draft: Draft, text: str, longest: int) -> bool:
    return (
        draft.kind is PassageKind.PARAGRAPH
        and draft.row is None
        and draft.lines <= 3
        and 2 < len(text) <= longest
        and (text[-1] not in _CLOSED or (text[-1] == "?" and is_label(text)))
        and not text[0].islower()
        and any(char.isalpha() for char in text)
        and not is_labelled(text)
    )


def is_capitals(text: str) -> bool:
    """Set in capitals throughout: two words or more, or one long one."""
    return text.isupper() and (len(text.split()) > 1 or len(text) > 4)


def is_date_line(text: str) -> bool:
    """Most of the line is a day and month (a date, or a place and a date)."""
    found = DAY_AND_MONTH.search(text)
    if not found or "(" in text[: found.start()]:
        return False
    return found.end() - found.start() >= 0.3 * len(text)


def _is_entry(draft: Draft, text: str) -> bool:
    return (
        _may_be_heading(draft, text, _LONGEST_ENTRY)
        and draft.lines == 1
        and not LABEL.match(text)
        and not _lists_names(text)
        and not is_date_line(text)
        and not is_capitals(text)
    )


def _stands_above(flow: Sequence[Draft], texts: Sequence[str], index: int) -> bool:
    """A short line, not one of several, with running text or a list under it."""
    if (
        index + 1 >= len(flow)
        or LABEL.match(texts[index])
        or is_date_line(texts[index])
        or _ADDRESS.match(texts[index])
    ):
        return False
    following, text = flow[index + 1], texts[index + 1]
    before = index and _is_entry(flow[index - 1], texts[index - 1])
    if before or flow[index].gap < 2 or following.row is not None:
        return False
    if following.kind is PassageKind.ITEM:
        return following.marker != "" and following.gap >= 2
    is_body = len(text) > _BODY or text[-1:] in ".?!:"
    is_body = is_body or (_lists_names(text) and bool(meanings_of(texts[index])))
    return following.kind is PassageKind.PARAGRAPH and is_body and following.gap >= 2


def _lists_names(text: str) -> bool:
    """Names alone, or behind what they are: "Africa: Ghana, Kenya and Nepal"."""
    label = LABEL.match(text)
    return (_FEW.fullmatch(text, label.end()) if label else _ENUMERATION.fullmatch(text)) is not None


def _is_numbered_heading(flow: Sequence[Draft], texts: Sequence[str], index: int) -> bool:
    """A numbered line ("2. The fund") on a line of its own, above running text, with no item before it."""
    draft, text, following = flow[index], texts[index], flow[index + 1]
    if not draft.marker[:1].isalnum() or draft.lines > 1 or not 2 < len(text) <= _LONGEST or text[-1] in _CLOSED:
        return False
    if draft.indent or text[0].islower() or draft.row is not None or draft.marker[0].islower():
        return False
    before = flow[index - 1].kind if index else None
    return following.kind is PassageKind.PARAGRAPH and following.gap >= 2 and before is not PassageKind.ITEM


def _listed_below(flow: Sequence[Draft], texts: Sequence[str], first: int) -> None:
    """What stands right below "Present:" is its list, as long as the lines follow each other or are short."""
    for index in range(first, len(flow)):
        draft = flow[index]
        goes_on = index == first or draft.gap == 1 or _is_entry(draft, texts[index])
        if draft.kind is not PassageKind.PARAGRAPH or draft.row is not None or is_labelled(texts[index]) or not goes_on:
            return
        draft.kind = PassageKind.ITEM


def _entries(flow: Sequence[Draft], texts: Sequence[str], body: int) -> None:
    """Three short lines or more in a row are items: in the running text, or under a marked heading of a lower level."""
    run: list[Draft] = []
    under = (i for i, draft in enumerate(flow[:body]) if draft.kind is PassageKind.HEADING and draft.level > 1)
    for index in range(next(under, body), len(flow) + 1):
        if index < len(flow) and _is_entry(flow[index], texts[index]):
            run.append(flow[index])
            continue
        if len(run) >= 3:
            for draft in run:
                draft.kind = PassageKind.ITEM
        run = []
