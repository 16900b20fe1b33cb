"""A cell stands in each row that it spans."""

from loaders.reading.table_rows import table_rows
from tests.loaders.readings import blocks


def rows(*lines: str) -> list[dict[int, list[str]]]:
    """The rows of all tables: the texts of their cells."""
    return [
        {number: [block.text for held in row.values() for block in held] for number, row in table.items()}
        for table in table_rows(blocks(*lines))
    ]


def test_a_cell_stands_in_each_row_that_it_spans() -> None:
    assert rows("| A | B |", "|---|---|", "| x | 1 |", "| ^^ | 2 |", "| y | 3 |", "| z | ^^ |") == [
        {0: ["A", "B"], 1: ["x", "1"], 2: ["x", "2"], 3: ["y", "3"], 4: ["z", "3"]}
    ]


def test_a_cell_reaches_no_further_than_its_table() -> None:
    """Text between them, or a first row, parts two tables."""
    tables = rows("<table><tr><td rowspan=9>a</td><td>b</td></tr></table>", "", "Text.", "", "| c | d |", "|---|---|")
    assert tables == [{0: ["a", "b"]}, {0: ["c", "d"]}]


def test_what_stands_in_the_place_of_a_cell_from_above_goes_first() -> None:
    """As in a page whose cells lie over each other."""
    lines = ("<tr><td>p</td><td rowspan=3>a</td></tr>", "<tr><td colspan=2>b</td></tr>", "<tr><td>c</td></tr>")
    assert rows("<table>", *lines, "</table>") == [{0: ["p", "a"], 1: ["b", "a"], 2: ["c", "a"]}]
