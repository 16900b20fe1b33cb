"""Tables of XLSX and CSV: each cell with its place, titles above them apart, extents bounded."""

import datetime
import io

import pytest
from openpyxl import load_workbook

from loaders.errors import BrokenDocument, TooLarge
from loaders.reading.blocks import Reading
from loaders.reading.intake import opened, read_bytes
from loaders.reading.read import read
from loaders.reading.sheets import column_name
from tests.loaders.reading import files
from tests.loaders.reading.test_formats import with_part


def reading(data: bytes, name: str) -> Reading:
    text = opened(read_bytes(data, name))
    return read(text.raw, text.name, text.sha256, text.places)


def cells(data: bytes, name: str = "a.xlsx") -> dict[str, str]:
    """The text of each passage by its place."""
    found = reading(data, name)
    return {found.place(block.offsets[0]): block.text for block in found.blocks}


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [column_name(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_each_cell_leads_to_its_place() -> None:
    """Whatever stands above the table, and however many rows are empty."""
    sheet = [
        ["Champion countries of the Compact"],
        [],
        ["Country", None, "Year"],
        ["Ghana", None, 2021],
        [],
        [],
        ["x", "y"],
    ]
    assert cells(files.xlsx(("Champions", sheet))) == {
        "Champions": "Champions",
        "Champions!A1": "Champion countries of the Compact",
        "Champions!A3": "Country",
        "Champions!C3": "Year",
        "Champions!A4": "Ghana",
        "Champions!C4": "2021",
        "Champions!A7": "x",
        "Champions!B7": "y",
    }


def test_cells_read_as_people_write_them() -> None:
    """Whole numbers without a fraction, days without a time, signs of markup as they stand."""
    row = [3, 2.5, datetime.date(2022, 5, 3), datetime.datetime(2022, 5, 3, 10, 30), "a|b *c*", True]
    found = list(cells(files.xlsx(("Sheet1", [row]))).values())
    assert found == ["3", "2.5", "2022-05-03", "2022-05-03 10:30:00", "a|b *c*", "True"]


def test_lines_in_a_cell_with_bullets_are_items() -> None:
    found = reading(files.csv_of([["State", "Steps"], ["Ghana", "Two:\n- one\n- two"]]), "a.csv").blocks
    assert [(b.kind.value, b.row, b.column, b.text) for b in found[2:]] == [
        ("cell", 1, 0, "Ghana"),
        ("cell", 1, 1, "Two:"),
        ("item", 1, 1, "one"),
        ("item", 1, 1, "two"),
    ]


def test_hidden_sheets_are_not_read() -> None:
    book = load_workbook(io.BytesIO(files.xlsx(("One", [["a", "b"]]), ("Two", [["c", "d"]]))))
    book["Two"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert set(cells(out.getvalue()).values()) == {"One", "a", "b"}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_found(sign: str) -> None:
    """The sign that gives the lines the same number of cells, quoted ones and those in texts apart."""
    rows = [["Country", "Note"], ["Ghana", "first, second; third"], ["Peru", 'said "yes" | no']]
    assert list(cells(files.csv_of(rows, sign), "a.csv").values()) == [text for row in rows for text in row]


def test_a_field_without_end_is_told() -> None:
    with pytest.raises(BrokenDocument, match="table"):
        cells(b'a,b\n"' + b"x" * 200_000, "a.csv")


def _merged(rows: list[list[object]], *ranges: str) -> bytes:
    book = load_workbook(io.BytesIO(files.xlsx(("Plan", rows))))
    for one in ranges:
        book["Plan"].merge_cells(one)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_merged_cells_span() -> None:
    """A title over the whole width is a line; a day over several rows is one cell, at its own place."""
    rows: list[list[object]] = [
        ["Plan of the week", None, None],
        ["Day", "Session", None],
        ["Monday", "Opening", "Hall"],
        [None, "Debate", "Room"],
        [None, None, None],
        ["Friday", "Closing", "Hall"],
    ]
    found = reading(_merged(rows, "A1:C1", "B2:C2", "A3:A5", "B4:B5", "C4:C5"), "a.xlsx")
    assert [(b.text, b.row, b.column, b.height, b.width) for b in found.blocks] == [
        ("Plan", None, None, 1, 1),
        ("Plan of the week", None, None, 1, 1),
        ("Day", 0, 0, 1, 1),
        ("Session", 0, 1, 1, 2),
        ("Monday", 1, 0, 2, 1),
        ("Opening", 1, 1, 1, 1),
        ("Hall", 1, 2, 1, 1),
        ("Debate", 2, 1, 1, 1),
        ("Room", 2, 2, 1, 1),
        ("Friday", 3, 0, 1, 1),
        ("Closing", 3, 1, 1, 1),
        ("Hall", 3, 2, 1, 1),
    ]
    assert "Monday" not in {found.place(block.offsets[0]) for block in found.blocks}
    assert found.place(found.blocks[7].offsets[0]) == "Plan!B4"


def test_ranges_of_merged_cells_over_each_other_do_not_hang() -> None:
    """No program writes such a sheet; the same range a hundred thousand times is looked at once."""
    rows = '<row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>8</v></c></row><row r="999"><c r="XX999"><v>9</v></c></row>'
    ranges = '<mergeCell ref="A2:XX998"/>' * 100_000
    sheet = _sheet(rows).replace(b"</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>".encode())
    assert list(cells(with_part(BOOK, "xl/worksheets/sheet1.xml", sheet)).values()) == ["One", "7", "8", "9"]


def _sheet(rows: str) -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f'<?xml version="1.0"?><worksheet {space}><sheetData>{rows}</sheetData></worksheet>'.encode()


BOOK = files.xlsx(("One", [["a", "b"]]))


def test_a_million_empty_rows_are_nothing() -> None:
    """Rows that were only given a look."""
    empty = "".join(f'<row r="{number}"><c r="A{number}" s="1"/></row>' for number in range(3, 1_000_001))
    rows = f'<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>8</v></c></row>{empty}'
    assert cells(with_part(BOOK, "xl/worksheets/sheet1.xml", _sheet(rows))) == {
        "One": "One",
        "One!A2": "7",
        "One!B2": "8",
    }


def test_cells_at_the_ends_of_a_sheet_are_told() -> None:
    """Two cells seventeen thousand million apart."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    with pytest.raises(TooLarge, match="1048576 rows"):
        cells(with_part(BOOK, "xl/worksheets/sheet1.xml", _sheet(rows)))
