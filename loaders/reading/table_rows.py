"""Tables as rows of cells: a cell that spans several rows stands in each of them."""

from collections.abc import Iterable, Iterator

from loaders.reading.blocks import Block

Cells = dict[int, list[Block]]
"""The cells of a row by column; a cell is the passages in it."""


def table_rows(blocks: Iterable[Block]) -> Iterator[dict[int, Cells]]:
    """The rows of each table of a document, by their numbers. What is no cell, and a step back, ends a table."""
    table: dict[int, Cells] = {}
    last = (0, 0)
    for block in blocks:
        if block.row is None or block.column is None:
            if table:
                yield _reached_down(table)
            table = {}
            continue
        here = (block.row, block.column)
        if table and here < last:
            yield _reached_down(table)
            table = {}
        table.setdefault(block.row, {}).setdefault(block.column, []).append(block)
        last = here
    if table:
        yield _reached_down(table)


def _reached_down(table: dict[int, Cells]) -> dict[int, Cells]:
    """The rows with what reaches down into them, where nothing else stands in its place."""
    reaching: Cells = {}
    for number, row in table.items():
        held = {column: cells for column, cells in reaching.items() if column not in row and _reaches(cells, number)}
        reaching = {**held, **{column: cells for column, cells in row.items() if cells[0].height > 1}}
        if held:
            table[number] = dict(sorted({**row, **held}.items()))
    return table


def _reaches(cells: list[Block], number: int) -> bool:
    return (cells[0].row or 0) + cells[0].height > number
