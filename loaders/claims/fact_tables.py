"""Tables of facts: rows of what is counted and how many there are ("Donors | 31")."""

from collections.abc import Iterator

from loaders.claims.context import Context
from loaders.claims.figure_claims import measures
from loaders.claims.masked import unmasked
from loaders.claims.money_tables import currency_of, only_number
from loaders.claims.stated import Stated
from loaders.claims.units import Unit
from loaders.reading.blocks import Block, Spot
from loaders.recognition.recognition import Recognition

_LONGEST = 80  # letters of a cell that says what is counted


def fact_tables(found: Recognition, context: Context) -> Iterator[Stated]:
    """A count for each row of two cells, the first of which names no one."""
    for table in found.grids:
        for row in table.rows:
            cells = [row[number][0] for number in sorted(row)]
            if len(cells) == 2 and not any(span.code in "SUOE" for span in found.spans[cells[0].order]):
                yield from _row(found, context, *cells)


def _row(found: Recognition, context: Context, label: Block, cell: Block) -> Iterator[Stated]:
    money = currency_of(cell.text)
    number = only_number(cell.text, found.reading.language)
    if number is None or len(label.text) > _LONGEST:
        return
    unit = Unit(unmasked(label, 0, len(label.text)), label, (_whole(cell), _whole(label)))
    for one in measures():
        if one.look.endswith("money") != bool(money) or not one.words.search(label.text) or number.value < one.least:
            continue
        owner = context.fill("context-fund", unit) if one.whose == "F" else one.whose if "/" in one.whose else None
        if owner and ("/" not in one.whose or owner in context.named):
            yield Stated(subject=owner, relation="hasCount", value=number.value, unit=money or label.text.lower(),
                         measure=one.measure, spots=unit.spots, rule=f"row-{one.measure}")  # fmt: skip
            return


def _whole(block: Block) -> Spot:
    return Spot(block.order, 0, len(block.text))
