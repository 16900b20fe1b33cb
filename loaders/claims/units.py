"""The units rules read: sentences; and lists whose introduction stands elsewhere.

"Participants:" above a list, a heading above a row of names, the cells of a table row: each is put
together with what it belongs to, as one line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.records import PassageKind
from loaders.claims.masked import Masked, list_note, mask
from loaders.reading.blocks import Block, Reading, Spot
from loaders.recognition.spans import Span, longest_first
from loaders.recognition.typed import objectives, roundtables

_LONGEST_ITEM = 160
_ITEM_LABEL = re.compile(r"^[^:⟦]{3,60}:\s")
_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class Unit:
    """One reading of one sentence or list. `spots`: what it rests on, the trigger's own sentence first."""

    masked: Masked
    block: Block
    spots: tuple[Spot, ...]
    joined: bool = False


def units(reading: Reading, spans: dict[int, list[Span]], edition: str) -> Iterator[Unit]:
    """All units of a document, in reading order. edition: year of the review forum it is about."""
    notes = _list_notes(reading, spans)
    items: dict[int, list[Block]] = defaultdict(list)
    for block in reading.blocks:
        if block.lead is not None:
            items[block.lead].append(block)
    headings = {b.order: b for b in reading.blocks if b.kind is PassageKind.HEADING}
    for block in reading.blocks:
        sentences = block.sentences or ((0, len(block.text)),)
        for at, to in sentences:
            for masked in mask(block, at, to, spans, notes.get(block.order)):
                spots = (Spot(block.order, at, to), *(_whole(reading.blocks[n]) for n in masked.notes))
                yield Unit(masked, block, spots)
        if items[block.order]:
            yield from _with_items(block, items[block.order], spans)
        heading = headings.get(block.section) if block.section is not None else None
        if heading and block.kind is not PassageKind.FOOTNOTE and len(heading.text) <= _LONGEST_HEADING:
            yield from _under_heading(heading, block, spans)
    yield from _rows(reading, spans, edition)


def _whole(block: Block) -> Spot:
    return Spot(block.order, 0, len(block.text))


def _list_notes(reading: Reading, spans: dict[int, list[Span]]) -> dict[int, dict[str, Block]]:
    found: dict[int, dict[str, Block]] = defaultdict(dict)
    for block in reading.blocks:
        if block.note and block.host is not None and list_note(block, spans[block.order]):
            found[block.host][block.note] = block
    return found


def _joined(
    parts: list[tuple[Block, int, int]], glue: list[str], spans: dict[int, list[Span]], edition: str = ""
) -> Iterator[Masked]:
    """Several stretches of text as one: a block made of them, with their spans moved along.

    The spans keep their own block in `Located`, so evidence still points to where they stand. edition: the year of the
    forum whose roundtables a table row may number ("RT" over "1").
    """
    text = ""
    moved: list[Span] = []
    home: dict[Span, int] = {}
    for (block, at, to), before in zip(parts, glue, strict=True):
        text += before
        for span in spans[block.order]:
            if at <= span.at and span.to <= to:
                one = replace(span, at=span.at - at + len(text), to=span.to - at + len(text))
                moved.append(one)
                home[one] = block.order
        text += block.text[at:to]
    first = parts[0][0]
    if edition:
        moved = longest_first([*moved, *objectives(text), *roundtables(text, edition)])
    whole = Block(first.order, first.kind, text, range(len(text)))
    for masked in mask(whole, 0, len(text), {first.order: moved}):
        groups = tuple(
            tuple(replace(member, block=home.get(member.span, member.block)) for member in group)
            for group in masked.groups
        )
        yield replace(masked, groups=groups)


def _with_items(lead: Block, items: list[Block], spans: dict[int, list[Span]]) -> Iterator[Unit]:
    """An introduction and its items as one enumeration, when each item is little more than a name."""
    entries = []
    for item in items:
        own = [s for s in spans[item.order] if s.entity]
        label = _ITEM_LABEL.match(item.text)
        begins = label.end() if label else 0
        own = [s for s in own if s.at >= begins]
        if not own or len(item.text) > _LONGEST_ITEM or own[0].at > begins + 6:
            return
        entries.append((item, own[0].at, own[-1].to if label else own[0].to))
    at, to = lead.sentences[-1] if lead.sentences else (0, len(lead.text))
    glue = ["", " " if lead.text.rstrip().endswith(":") else ": ", *[", "] * (len(entries) - 1)]
    spots = (Spot(lead.order, at, to), *(_whole(item) for item in items))
    for masked in _joined([(lead, at, to), *entries], glue, spans):
        yield Unit(masked, lead, spots, joined=True)


def _under_heading(heading: Block, block: Block, spans: dict[int, list[Span]]) -> Iterator[Unit]:
    """A heading and the first sentence of a block under it, when the block is a list of names."""
    own = [s for s in spans[block.order] if s.entity]
    if not own or block.kind is PassageKind.HEADING or own[0].at > 6:
        return
    at, to = block.sentences[0] if block.sentences else (0, len(block.text))
    named = sum(s.to - s.at for s in own if s.to <= to)
    if named * 2 < to - at:
        return  # a sentence of its own, no list
    for masked in _joined([(heading, 0, len(heading.text)), (block, at, to)], ["", ": "], spans):
        yield Unit(masked, block, (Spot(block.order, at, to), _whole(heading)), joined=True)


def _rows(reading: Reading, spans: dict[int, list[Span]], edition: str) -> Iterator[Unit]:
    """Table rows: the first cell, a colon, the others; a header names the column it stands over."""
    rows: dict[tuple[int | None, int], list[Block]] = defaultdict(list)
    for block in reading.blocks:
        if block.row is not None and block.kind is PassageKind.CELL and block.text:
            rows[(block.section, block.row)].append(block)
    header: dict[tuple[int | None, int | None], str] = {}
    for (section, row), cells in sorted(rows.items(), key=lambda r: r[1][0].order):
        if row == 0:
            header |= {(section, cell.column): cell.text for cell in cells}
        if len(cells) < 2:
            continue
        parts = [(cell, 0, len(cell.text)) for cell in cells]
        names = [header.get((section, cell.column), "") if row else "" for cell in cells]
        first = f"{names[0]} " if names[0] and cells[0].text.isdigit() else ""
        labels = [f"{name}: " if name else "" for name in names[1:]]
        glue = [first, *(f"{'; ' if index else ': '}{label}" for index, label in enumerate(labels))]
        for masked in _joined(parts, glue, spans, edition):
            yield Unit(masked, cells[0], tuple(_whole(cell) for cell in cells), joined=True)
