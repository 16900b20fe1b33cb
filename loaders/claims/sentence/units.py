"""The units rules read: sentences; and lists whose introduction stands elsewhere, put together as one line."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.claims.sentence.masked import Masked, list_note, mask
from loaders.reading.blocks import Block, Reading, Spot
from loaders.recognition.names.spans import Span

_LONGEST_ITEM = 160
_LISTED = frozenset("SUORW")
# what an item says of its names before them: "three donors: ", "de trois pays partenaires – ", "two cities ("
_ITEM_LABEL = re.compile(r"^[^:(–—⟦]{3,60}?(?:\s?:\s|\s[–—-]\s|\s\()(?:(?:the|la|las|el|los|le|les)\s|l['’])?")
_OF_A_LIST = re.compile(r"(?:[\s,;/&]|\b(?:and|y|e|et|the|las?|los|el|les?|del?|du|des)\b|\b[ld]['’])*")


@dataclass(frozen=True, slots=True)
class Unit:
    """One reading of one sentence or list. `spots`: what it rests on, the trigger's own sentence first."""

    masked: Masked
    block: Block
    spots: tuple[Spot, ...]
    joined: bool = False


def units(reading: Reading, spans: dict[int, list[Span]]) -> Iterator[Unit]:
    """All units of a document, in reading order."""
    notes = _list_notes(reading, spans)
    items: dict[int, list[Block]] = defaultdict(list)
    for block in reading.blocks:
        if block.lead is not None:
            items[block.lead].append(block)
    for block in reading.blocks:
        sentences = block.sentences or ((0, len(block.text)),)
        for at, to in sentences:
            for masked in mask(block, at, to, spans, notes.get(block.order)):
                spots = (Spot(block.order, at, to), *(_whole(reading.blocks[n]) for n in masked.notes))
                yield Unit(masked, block, spots)
        if items[block.order]:
            yield from _with_items(block, items[block.order], spans)


def as_they_stand(told: Iterable[Unit]) -> dict[tuple[int, int], Masked]:
    """Of the readings of each sentence, by its block and place, the one that leaves nothing out."""
    found: dict[tuple[int, int], Masked] = {}
    for unit in told:
        if not unit.joined:
            found.setdefault((unit.block.order, unit.masked.at), unit.masked)
    return found


def _whole(block: Block) -> Spot:
    return Spot(block.order, 0, len(block.text))


def _list_notes(reading: Reading, spans: dict[int, list[Span]]) -> dict[int, dict[str, Block]]:
    found: dict[int, dict[str, Block]] = defaultdict(dict)
    for block in reading.blocks:
        if block.note and block.host is not None and list_note(block, spans[block.order]):
            found[block.host][block.note] = block
    return found


def _joined(parts: list[tuple[Block, int, int]], glue: list[str], spans: dict[int, list[Span]]) -> Iterator[Masked]:
    """Several stretches of text as one: a block made of them, with their spans moved along.

    The spans keep their own block in `Located`, so evidence still points to where they stand.
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
    whole = Block(first.order, first.kind, text, range(len(text)))
    for masked in mask(whole, 0, len(text), {first.order: moved}):
        groups = tuple(
            tuple(replace(member, block=home.get(member.span, member.block)) for member in group)
            for group in masked.groups
        )
        yield replace(masked, groups=groups)


def _are_listed(text: str, named: list[Span]) -> bool:
    """Whether nothing but joining words stands between the names of an item, which are none of persons."""
    joined = (_OF_A_LIST.fullmatch(text, one.to, other.at) for one, other in pairwise(named))
    return all(one.code in _LISTED for one in named) and all(joined)


def _with_items(lead: Block, items: list[Block], spans: dict[int, list[Span]]) -> Iterator[Unit]:
    """An introduction and its items as one enumeration, when each item is little more than a name."""
    entries = []
    for item in items:
        own = [s for s in spans[item.order] if s.entity]
        label = _ITEM_LABEL.match(item.text)
        if label and own and own[0].at < label.end() and not label[0].rstrip().endswith(":"):
            label = None  # "Food and Agriculture Organization (FAO)", "Elena Brandt – ILO"
        begins = label.end() if label else 0
        own = [s for s in own if s.at >= begins]
        unknown = label is not None and item.text[begins].isupper()  # names that no list has may stand first
        if not own or len(item.text) > _LONGEST_ITEM or (own[0].at > begins + 6 and not unknown):
            return
        entries.append((item, own[0].at, own[-1].to if label or _are_listed(item.text, own) else own[0].to))
    at, to = lead.sentences[-1] if lead.sentences else (0, len(lead.text))
    glue = ["", " " if lead.text.rstrip().endswith(":") else ": ", *[", "] * (len(entries) - 1)]
    spots = (Spot(lead.order, at, to), *(_whole(item) for item in items))
    for masked in _joined([(lead, at, to), *entries], glue, spans):
        yield Unit(masked, lead, spots, joined=True)
