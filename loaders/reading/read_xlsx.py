"""XLSX to canonical text: the visible sheets, each cell with its sheet and cell name."""

import datetime
import io
import re
from collections.abc import Sequence

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from loaders.errors import BrokenDocument, TooLarge
from loaders.reading import archives
from loaders.reading.canonical import ABOVE, BEFORE, Canonical, plain
from loaders.reading.sheets import write_rows

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_FILLED = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]*(?<!/)>(?=<(?:\w+:)?(?:v|is|f)\b)")
_MOST_CELLS = 2_000_000
_UNNAMED = re.compile(r"(?:sheet|feuil|feuille|hoja|tabelle|table)\s?\d*", re.IGNORECASE)


def read(data: bytes) -> Canonical:
    """The canonical text of a workbook. Raises BrokenDocument or TooLarge."""
    archives.check(data)
    for name, xml in archives.members(data, lambda name: bool(_SHEET.fullmatch(name))).items():
        _check_extent(name, xml)
    canonical = Canonical()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet in book.sheets_metadata:
                if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
                    _write(canonical, sheet.name, book)
    except (CalamineError, *archives.FAULTS) as error:
        raise BrokenDocument("it is no sound XLSX file") from error
    return canonical


def _check_extent(name: str, xml: bytes) -> None:
    """Few cells far apart would be laid out with all that is empty between them."""
    columns: set[bytes] = set()
    rows = [0]
    for found in _FILLED.finditer(xml):
        columns.add(found[1])
        rows.append(int(found[2]))
    width = max((_column(one) for one in columns), default=0)
    if max(rows) * width > _MOST_CELLS:
        raise TooLarge(f"{name} spans {max(rows)} rows and {width} columns, more than {_MOST_CELLS:,} cells")


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number


def _write(canonical: Canonical, name: str, book: CalamineWorkbook) -> None:
    sheet = book.get_sheet_by_name(name)
    if not sheet.width or not sheet.height:
        return
    canonical.place(name)
    if not _UNNAMED.fullmatch(name):
        canonical.heading(1, plain(name))
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    _mark_merged(rows, sheet.merged_cell_ranges or ())
    write_rows(canonical, enumerate(rows), name)
    canonical.end_table()


def _mark_merged(rows: Sequence[list[str]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Puts in where a merged cell reaches to. Such cells do not overlap, so all of them are no more than the sheet."""
    room = sum(map(len, rows))
    for (top, left), (bottom, right) in merged:
        for number in range(top, min(bottom + 1, len(rows))):
            row = rows[number]
            for column in range(left, min(right + 1, len(row))):
                room -= 1
                if room < 0:
                    return
                if not row[column] and (number, column) != (top, left):
                    row[column] = ABOVE if number > top else BEFORE


def _text(cell: Cell) -> str:
    """What a cell holds, as people write it: whole numbers without a fraction, dates in ISO 8601."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time.min:
        return cell.date().isoformat()
    return str(cell)
