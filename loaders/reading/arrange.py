"""Puts cleaned drafts in their places: sections, depths, what introduces a list, which block has the mark of a note."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from graph.records import PassageKind
from loaders.reading.blocks import Block
from loaders.reading.clean import CleanText
from loaders.reading.drafts import Draft
from loaders.reading.sentences import pieces, split
from loaders.rules.sought import Sought

Cleaned = Sequence[tuple[Draft, CleanText]]

_INTRODUCES = Sought(r"following|siguiente|suivant", re.IGNORECASE)
_WHOLE = (PassageKind.HEADING,)


def arrange(cleaned: Cleaned, language: str) -> tuple[Block, ...]:
    """Blocks in order, each with its section, level, lead, host and sentences."""
    levels = _levels(cleaned)
    sections = _sections(cleaned, levels)
    leads = _leads(cleaned)
    hosts = _hosts(cleaned)
    return tuple(
        Block(
            order=order,
            kind=draft.kind,
            text=clean.text,
            offsets=clean.offsets,
            level=levels[order],
            section=sections[order],
            row=draft.row,
            column=draft.column,
            height=draft.height,
            width=draft.width,
            note=draft.note,
            host=hosts.get(order),
            marks=clean.marks,
            sentences=tuple(pieces(clean.text, 0, len(clean.text)))
            if draft.kind in _WHOLE
            else split(clean.text, language),
            lead=leads.get(order),
            marker=draft.marker,
        )
        for order, (draft, clean) in enumerate(cleaned)
    )


def _levels(cleaned: Cleaned) -> list[int]:
    """Of headings, their level, a bold line one below the marked heading above it; of items, their depth."""
    levels: list[int] = []
    marked = 0
    indents: list[int] = []
    for draft, _ in cleaned:
        level = draft.level
        if draft.kind is PassageKind.HEADING:
            if level < 0:  # below the marked heading above it
                level = min(marked - level, 6)
            else:
                marked = level
        if draft.kind is PassageKind.ITEM and draft.row is None:
            while indents and indents[-1] >= draft.indent - 1:
                indents.pop()
            level = len(indents)
            indents.append(draft.indent)
        elif draft.kind is not PassageKind.FOOTNOTE:
            indents = []
        levels.append(max(level, 0))
    return levels


def _sections(cleaned: Cleaned, levels: Sequence[int]) -> list[int | None]:
    """For each block the heading it stands under: for a heading, the nearest one above of a higher level."""
    sections: list[int | None] = []
    open_headings: list[tuple[int, int]] = []
    for order, (draft, _) in enumerate(cleaned):
        if draft.kind is PassageKind.HEADING:
            while open_headings and open_headings[-1][0] >= levels[order]:
                open_headings.pop()
        sections.append(open_headings[-1][1] if open_headings else None)
        if draft.kind is PassageKind.HEADING:
            open_headings.append((levels[order], order))
    return sections


def _introduces(text: str) -> bool:
    """A text that opens a list: it ends in a colon or without a stop, or says that something follows."""
    if text.endswith(":"):
        return True
    return text[-1] not in ".!?;,…" or bool(_INTRODUCES.search(text, max(0, len(text) - 120)))


def _leads(cleaned: Cleaned) -> dict[int, int]:
    """For each item, what introduces its list: a paragraph, or an item of another kind ("a) Views on ...:")."""
    leads: dict[int, int] = {}
    lead: int | None = None
    inner: int | None = None
    for order, (draft, clean) in enumerate(cleaned):
        if draft.kind is PassageKind.FOOTNOTE:
            continue
        if draft.kind is not PassageKind.ITEM:
            introduces = draft.kind in (PassageKind.PARAGRAPH, PassageKind.CELL) and _introduces(clean.text)
            lead, inner = order if introduces else None, None
            continue
        if inner is not None and _list_kind(cleaned[inner][0]) == _list_kind(draft):
            inner = None
        introduced_by = inner if inner is not None else lead
        if introduced_by is not None and _same_cell(draft, cleaned[introduced_by][0]):
            leads[order] = introduced_by
        numbered = draft.marker[-2:-1].isalnum() and clean.text[-1] not in ".;,"
        if clean.text.endswith(":") or numbered:
            inner = order
    return leads


def _list_kind(draft: Draft) -> tuple[bool, int]:
    """What the items of one list share: numbered or not, and how far they are indented."""
    return draft.marker[-2:-1].isalnum(), draft.indent // 2


def _same_cell(draft: Draft, lead: Draft) -> bool:
    return draft.row is None or (draft.row, draft.column) == (lead.row, lead.column)


def _hosts(cleaned: Cleaned) -> dict[int, int]:
    """For each footnote, the block with its mark: the nearest before it that no other note has, else the next after."""
    places: dict[str, list[int]] = defaultdict(list)
    for order, (_, clean) in enumerate(cleaned):
        for _, number in clean.marks:
            places[number].append(order)
    hosts: dict[int, int] = {}
    taken: set[tuple[str, int]] = set()
    for order, (draft, _) in enumerate(cleaned):
        if draft.note is None:
            continue
        found = places[draft.note]
        nearest = bisect_left(found, order)
        before = found[nearest - 1] if nearest else None
        after = next((place for place in found[nearest : nearest + 2] if place != order), None)
        host = before if before is not None and (draft.note, before) not in taken else after
        if host is not None:
            hosts[order] = host
            taken.add((draft.note, host))
    return hosts
