"""The year that stands above a table and is not repeated in its rows: "Calendar 2026" over "14 April | ..."."""

import re
from collections.abc import Iterator

from loaders.reading.blocks import Block, Reading

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])")


def year_above(reading: Reading, block: Block, title: str) -> int | None:
    """The one year that the nearest line above a row tells; None where that line tells several, or none does.

    The lines are, in this order: the row that heads the table, the line that introduces it, the headings, the title.
    """
    for line in _lines(reading, block, title):
        years = {int(year) for year in _YEAR.findall(line)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _lines(reading: Reading, block: Block, title: str) -> Iterator[str]:
    first = reading.table_start(block)
    if block.row is not None:
        yield " ".join(b.text for b in reading.blocks[first.order :] if b.row == first.row and b.order < block.order)
    if block.lead is not None:
        yield reading.blocks[block.lead].text
    section = first.section
    while section is not None and section != block.order:
        yield reading.blocks[section].text
        above = reading.blocks[section].section
        section = above if above != section else None
    yield title
