"""Tables become cells with row and column, whatever they are written in."""

from loaders.reading.blocks import Block
from tests.loaders.readings import blocks


def cells(*lines: str) -> list[tuple[int | None, int | None, str, str]]:
    return [_cell(block) for block in blocks(*lines)]


def _cell(block: Block) -> tuple[int | None, int | None, str, str]:
    return block.row, block.column, block.kind.value, block.text


def test_a_markdown_table() -> None:
    """The header is row 0; the line of dashes is no row; empty cells are left out."""
    assert cells("| State | Since |", "|:---|---|", "| **Kenya** | May 2021 |", "| Fiji | |") == [
        (0, 0, "cell", "State"),
        (0, 1, "cell", "Since"),
        (1, 0, "cell", "Kenya"),
        (1, 1, "cell", "May 2021"),
        (2, 0, "cell", "Fiji"),
    ]


def test_an_escaped_bar_parts_no_cells() -> None:
    assert cells("| a \\| b | c |")[0] == (0, 0, "cell", "a | b")


def test_rows_in_bold_parted_by_tabs_with_lists() -> None:
    """The list of a cell gives items of that cell, introduced by its text."""
    found = blocks(
        "<b>9:00</b>\t<b>Opening</b> <ul><li>• Ana Ruiz, Chair</li><li>• John Doe, IOM</li></ul>",
        "<b>9:30</b>\t<b>Debate</b> <ul><li>What now?</li></ul> <p>Moderator: Peru</p>",
    )
    assert [_cell(block) for block in found] == [
        (0, 0, "cell", "9:00"),
        (0, 1, "cell", "Opening"),
        (0, 1, "item", "Ana Ruiz, Chair"),
        (0, 1, "item", "John Doe, IOM"),
        (1, 0, "cell", "9:30"),
        (1, 1, "cell", "Debate"),
        (1, 1, "item", "What now?"),
        (1, 1, "cell", "Moderator: Peru"),
    ]
    assert found[2].lead == 1
    assert found[6].lead == 5


def test_an_html_table_over_several_lines() -> None:
    assert cells(
        "<table>",
        "<tr><th>Day</th><th>Item</th></tr>",
        "<tr>",
        "<td>1</td>",
        "<td>Round<br>table</td></tr>",
        "</table>",
    ) == [
        (0, 0, "cell", "Day"),
        (0, 1, "cell", "Item"),
        (1, 0, "cell", "1"),
        (1, 1, "cell", "Round table"),
    ]


def test_a_table_inside_a_cell_belongs_to_the_cell() -> None:
    found = cells("<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>")
    assert found == [(0, 0, "cell", "a"), (0, 1, "cell", "b"), (0, 1, "cell", "c")]


def test_lines_parted_by_tabs_are_rows_only_in_company() -> None:
    """One line with a tab is a line of text."""
    assert cells("Ghana\t2020", "Kenya\t2021") == [
        (0, 0, "cell", "Ghana"),
        (0, 1, "cell", "2020"),
        (1, 0, "cell", "Kenya"),
        (1, 1, "cell", "2021"),
    ]
    assert cells("Ghana\tsince 2020.") == [(None, None, "paragraph", "Ghana since 2020.")]


def test_bullets_behind_breaks_in_a_cell_are_items() -> None:
    assert cells("| Panel | - Ana Ruiz<br>- John Doe |", "|---|---|")[1:] == [
        (0, 1, "item", "Ana Ruiz"),
        (0, 1, "item", "John Doe"),
    ]


def test_a_list_in_html_outside_a_table() -> None:
    assert cells("<ul><li>Ghana</li><li>Kenya</li></ul>") == [
        (None, None, "item", "Ghana"),
        (None, None, "item", "Kenya"),
    ]


def test_deep_nesting_does_not_hang() -> None:
    assert len(blocks("<table><tr><td>" * 20_000 + "x" + "</td></tr></table>" * 20_000)) == 1


def test_a_label_too_long_for_its_column_opens_a_row_all_the_same() -> None:
    told = cells(
        "Type:            Process",
        "Former host countries: Fiji (2019)",
        "Members (3):     Chad; Togo;",
        "                 Mali",
        "Seat:  Apia",
    )
    assert [cell for cell in told if cell[1] is not None] == [
        (0, 0, "cell", "Type:"),
        (0, 1, "cell", "Process"),
        (1, 0, "cell", "Former host countries:"),
        (1, 1, "cell", "Fiji (2019)"),
        (2, 0, "cell", "Members (3):"),
        (2, 1, "cell", "Chad; Togo;"),
        (2, 1, "cell", "Mali"),
        (3, 0, "cell", "Seat:"),
        (3, 1, "cell", "Apia"),
    ]


def spans(*lines: str) -> list[tuple[str, int | None, int | None, int, int]]:
    return [(block.text, block.row, block.column, block.height, block.width) for block in blocks(*lines)]


def test_marks_of_a_cell_that_spans_rows_or_columns() -> None:
    """They are no cells; a list in a cell spans as the cell does; a mark above which nothing stands is none."""
    assert spans(
        "| Day | Session | << |",
        "|---|---|---|",
        "| Monday<br>- morning | Opening | Hall |",
        "| ^^ | Debate | |",
        "| ^^ | Closing | ^^ |",
    ) == [
        ("Day", 0, 0, 1, 1),
        ("Session", 0, 1, 1, 2),
        ("Monday", 1, 0, 3, 1),
        ("morning", 1, 0, 3, 1),
        ("Opening", 1, 1, 1, 1),
        ("Hall", 1, 2, 1, 1),
        ("Debate", 2, 1, 1, 1),
        ("Closing", 3, 1, 1, 1),
    ]


def test_cells_that_span_in_html_move_those_beside_and_below_them() -> None:
    assert spans(
        "<table>",
        "<tr><td rowspan='2' colspan=2>a</td><td>b</td></tr>",
        "<tr><td>c</td></tr>",
        "<tr><td>d</td><td>e</td><td>f</td></tr>",
        "</table>",
    ) == [
        ("a", 0, 0, 2, 2), ("b", 0, 2, 1, 1), ("c", 1, 2, 1, 1),
        ("d", 2, 0, 1, 1), ("e", 2, 1, 1, 1), ("f", 2, 2, 1, 1),
    ]  # fmt: skip
