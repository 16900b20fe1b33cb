"""Counts told by a label: rows of what is counted ("Donors | 31"), columns ("Participants"), lines ("Members (8):")."""

import re
from collections.abc import Iterator
from decimal import Decimal

from loaders.claims.about.context import Context
from loaders.claims.counts.figure_claims import Measure, measures
from loaders.claims.counts.money_tables import currency_of, only_number
from loaders.claims.sentence.masked import unmasked
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Block, Spot
from loaders.recognition.grid import Grid, of_several
from loaders.recognition.recognition import Recognition

_LONGEST = 80  # letters of a cell that says what is counted
_BODIES = "RPUW"
# "Members (8):", "Participating States (14 States)"; "Written contributions received: 143"
_IN_BRACKET = re.compile(r"^\W*(?P<label>[^():]{3,60}?)\s?\((?P<number>\d{1,4})(?:\s[^\W\d][\w ]{2,30})?\)\W*(?::|$)")
_BEHIND_COLON = re.compile(r"^\W*(?P<label>[^():]{3,60}?)\s?:\W*(?P<number>\d{1,4})\W*$")


def fact_tables(found: Recognition, context: Context) -> Iterator[Stated]:
    """A count for each row of two cells the first of which names no one, and for each cell of a column of counts."""
    for table in found.grids:
        for row in table.rows:
            cells = [row[number][0] for number in sorted(row) if row[number][0].height == 1]
            if len(cells) == 2 and not any(span.code in "SUOE" for span in found.spans[cells[0].order]):
                yield from _row(found, context, *cells)
        yield from _columns(found, table)


def label_counts(found: Recognition, block: Block, context: Context) -> Iterator[Stated]:
    """A count for a line that is little else than a label with its number."""
    told = _IN_BRACKET.match(block.text) or _BEHIND_COLON.match(block.text)
    if told and block.row is None:
        unit = Unit(unmasked(block, 0, told.end()), block, (Spot(block.order, 0, told.end()),))
        yield from _labelled(context, told["label"], Decimal(told["number"]), unit)


def _row(found: Recognition, context: Context, label: Block, cell: Block) -> Iterator[Stated]:
    number = only_number(cell.text, found.reading.language)
    if number and len(label.text) <= _LONGEST:
        unit = Unit(unmasked(label, 0, len(label.text)), label, (_whole(cell), _whole(label)))
        yield from _labelled(context, label.text, number.value, unit, currency_of(cell.text))


def _labelled(context: Context, label: str, value: Decimal, unit: Unit, money: str | None = None) -> Iterator[Stated]:
    for one in measures():
        if one.look.endswith("money") != bool(money) or not _is_told(one, label, value):
            continue
        owner = _owner(context, one.whose, unit)
        if owner:
            yield Stated(subject=owner, relation="hasCount", value=value, unit=money or label.lower().strip(),
                         measure=one.measure, spots=unit.spots, rule=f"row-{one.measure}")  # fmt: skip
            return


def _is_told(one: Measure, label: str, value: Decimal) -> bool:
    return bool(one.words.search(label)) and value >= one.least and not (one.needs and not one.needs.search(label))


def _owner(context: Context, whose: str, unit: Unit) -> str | None:
    """Whose a count is of which only a label tells: what the lines around are about."""
    if "/" in whose:
        return whose if whose in context.named else None
    if whose == "F":
        return context.fill("context-fund", unit)
    if whose in ("event", "E", "review"):
        return context.fill("context-event", unit)
    if whose == "L":
        return context.fill("context-pledging", unit)
    body = whose in ("group", "RPUW", "RPW", "U", "R")
    return context.fill("context-body", unit) or context.only_process() if body else None


def _columns(found: Recognition, table: Grid) -> Iterator[Stated]:
    """A count for each cell of a column of counts, of the meeting or the body that its row is about."""
    head, *body = table.rows
    for number, cells in head.items():
        header = " ".join(cell.text for cell in cells)
        measure = next((one for one in measures() if one.look == "unit" and _heads(one, header)), None)
        for row in body if measure and number != min(head) else ():
            owner = _row_owner(found, row)
            told = only_number(row[number][0].text, found.reading.language) if number in row else None
            first = row[min(row)][0]
            if owner and measure and told and not of_several(row[number][0], first):
                yield Stated(subject=owner, relation="hasCount", value=told.value, unit=header.lower(),
                             measure=measure.measure, spots=(_whole(row[number][0]), _whole(first)),
                             rule=f"column-{measure.measure}")  # fmt: skip


def _heads(one: Measure, header: str) -> bool:
    return (
        len(header) <= _LONGEST and bool(one.words.search(header)) and not (one.needs and not one.needs.search(header))
    )


def _row_owner(found: Recognition, row: dict[int, list[Block]]) -> str | None:
    """The one meeting that a row names, else the body that its first cell does."""
    cells = [row[number][0] for number in sorted(row)]
    meetings = {span.entity for cell in cells for span in found.spans[cell.order] if span.code == "E"}
    if meetings:
        return meetings.pop() if len(meetings) == 1 else None
    bodies = {span.entity for span in found.spans[cells[0].order] if span.code in _BODIES}
    return bodies.pop() if len(bodies) == 1 else None


def _whole(block: Block) -> Spot:
    return Spot(block.order, 0, len(block.text))
