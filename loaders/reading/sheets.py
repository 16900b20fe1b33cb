"""Rows of a sheet to canonical text: lone cells above a table are its title, the rest is a table."""

from collections.abc import Iterable, Sequence

from loaders.reading.canonical import ABOVE, BEFORE, Canonical, plain

_MOST_COLUMNS = 1000


def column_name(index: int) -> str:
    """A, B, ... Z, AA: what a spreadsheet calls its columns; index from 0."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def write_rows(canonical: Canonical, rows: Iterable[tuple[int, Sequence[str]]], sheet: str = "") -> None:
    """Write numbered rows (from 0). Empty rows part tables; a row with one cell stands for itself outside of one.

    sheet: its name, for the places of cells.
    """
    prefix = f"{sheet}!" if sheet else ""
    inside = False
    for number, row in rows:
        cells = [cell_text(cell) for cell in row[:_MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        filled = [index for index, cell in enumerate(cells) if cell not in ("", ABOVE, BEFORE)]
        if not filled and ABOVE in cells:
            continue  # nothing but cells from above
        if not filled:
            inside = False
            canonical.end_table()
        elif len(filled) == 1 and not inside:
            canonical.place(f"{prefix}{column_name(filled[0])}{number + 1}")
            canonical.paragraph(cells[filled[0]])
        else:
            inside = True
            canonical.row(cells, [f"{prefix}{column_name(index)}{number + 1}" for index in range(len(cells))])


def cell_text(text: str) -> str:
    """A cell as markup on one line; its own lines stay apart."""
    lines = (plain(line).strip().replace("|", "\\|") for line in text.strip().splitlines())
    return "<br>".join(line for line in lines if line)
