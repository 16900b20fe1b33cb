"""A cell that spans several rows is told of each, as if it stood in each of them, and its words are quoted once."""

from collections.abc import Sequence

import pytest

from graph.records import DocumentRecords
from loaders.pipeline import read_document
from loaders.reading.intake import opened, read_bytes
from tests.loaders.told import WORLD, told

Row = Sequence[str]
TABLES: dict[str, tuple[str, Row, Sequence[Row]]] = {
    "days": (
        "Programme of the International Migration Review Forum, 17–20 May 2022",
        ("Day", "Time", "Session"),
        (
            ("Tuesday, 17 May 2022", "10:00", "Round table 1: objectives 2 and 5"),
            ("Tuesday, 17 May 2022", "15:00", "Round table 2: objectives 4 and 6"),
            ("Wednesday, 18 May 2022", "10:00", "Round table 3: objectives 1 and 3"),
            ("Wednesday, 18 May 2022", "15:00", "Round table 4: objectives 7 and 8"),
        ),
    ),
    "groups": (
        "Working groups of the Network",
        ("Working group", "Co-leads", "Members"),
        (("Statistics", "IOM", "Ghana"), ("Statistics", "UNICEF", "Peru"), ("Transit", "ILO", "Kenya")),
    ),
    "leads of two groups": (
        "Working groups of the Network",
        ("Working group", "Co-leads", "Members"),
        (("Statistics", "IOM", "Ghana"), ("Visas", "IOM", "Peru"), ("Transit", "ILO", "Kenya")),
    ),
    "sums of one donor": (
        "Contributions to the Migration MPTF",
        ("Donor", "Year", "Contribution (USD)"),
        (("Germany", "2021", "1,000,000"), ("Germany", "2022", "2,500,000"), ("Norway", "2022", "300,000")),
    ),
    "delegates": (
        "Delegates",
        ("Country", "Name", "Title"),
        (("Ghana", "Ana Ruiz", "Minister of Labour"), ("Ghana", "John Doe", "Director of Migration")),
    ),
}


def page(title: str, head: Row, rows: Sequence[Row], *, span: bool) -> str:
    """A page with a table; span: cells that repeat the one above are one cell with it."""
    lines = ["".join(f"<th>{cell}</th>" for cell in head)]
    for number, row in enumerate(rows):
        cells = ""
        for column, cell in enumerate(row):
            alike = [one[column] == cell for one in rows[number:]]
            height = alike.index(False) if False in alike else len(alike)
            if not span or number == 0 or rows[number - 1][column] != cell:
                cells += f"<td rowspan={height if span else 1}>{cell}</td>"
        lines.append(cells)
    return table_under(title, *lines)


def table_under(title: str, *rows: str) -> str:
    """A page with a table of some rows."""
    return f"<h1>{title}</h1><p>{WORLD}</p><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def records_of(text: str) -> DocumentRecords:
    found = opened(read_bytes(text.encode(), "page.html"))
    records = read_document(found.raw, found.name, "page", found.sha256, found.places)
    assert all(found.raw[one.start : one.end] == one.exact for one in records.evidence)
    return records


@pytest.mark.parametrize("name", TABLES)
def test_a_cell_over_several_rows_tells_as_one_in_each(name: str) -> None:
    """The same claims, none of them twice."""
    title, head, rows = TABLES[name]
    repeated, spanned = (told(records_of(page(title, head, rows, span=span))) for span in (False, True))
    assert len(rows) <= len(set(spanned))
    assert sorted(set(spanned)) == sorted(set(repeated))
    assert len(spanned) == len(set(spanned))


def test_the_words_of_such_a_cell_are_mentioned_once() -> None:
    title, head, rows = TABLES["leads of two groups"]
    named = [one for one in records_of(page(title, head, rows, span=True)).mentions if one.exact == "IOM"]
    assert len(named) == 1


def test_a_sum_over_several_donors_is_of_none_of_them() -> None:
    rows = (
        "<th>Donor</th><th>Contribution (USD)</th>",
        "<td>Norway</td><td rowspan=2>3,000,000</td>",
        "<td>Denmark</td>",
        "<td>Fiji</td><td>10,000</td>",
    )
    found = told(records_of(table_under("Contributions to the Migration MPTF", *rows)))
    assert [one for one in found if "hasCount" in one] == ["Fiji hasCount 10000 USD contributed"]
    assert {"Norway contributesTo Migration MPTF", "Denmark contributesTo Migration MPTF"} <= set(found)


def test_a_header_over_two_columns_heads_both() -> None:
    rows = (
        "<th>Working group</th><th colspan=2>Co-leads</th>",
        "<td>Statistics</td><td>IOM</td><td>Ghana</td>",
        "<td>Transit</td><td>ILO</td><td>Peru</td>",
    )
    leads = {one for one in told(records_of(table_under("Working groups of the Network", *rows))) if " leads " in one}
    assert leads == {
        "IOM leads Working group: Statistics",
        "Ghana leads Working group: Statistics",
        "ILO leads Working group: Transit",
        "Peru leads Working group: Transit",
    }


def test_a_day_that_has_its_row_to_itself_opens_the_day_of_the_rows_below() -> None:
    """In a table of one column it is one entry of a list."""
    title = "Programme of the International Migration Review Forum, 17–18 May 2022"
    rows = (
        "Tuesday, 17 May 2022",
        "Round table 1: objective 2",
        "Wednesday, 18 May 2022",
        "Round table 3: objective 1",
    )
    wide = [f"<td>10:00</td><td>{row}</td>" if "table" in row else f"<td colspan=2>{row}</td>" for row in rows]
    narrow = [f"<td>{row}</td>" for row in rows]
    opened_days = {"IMRF Roundtable 1 takesPlaceOn 2022-05-17", "IMRF Roundtable 3 takesPlaceOn 2022-05-18"}
    assert opened_days <= set(told(records_of(table_under(title, *wide))))
    assert not opened_days & set(told(records_of(table_under(title, *narrow))))
