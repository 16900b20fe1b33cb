"""The same content says the same, whatever file it comes in."""

from collections.abc import Callable

import pytest

from graph.records import DocumentRecords
from loaders.pipeline import read_document
from loaders.reading.intake import opened, read_bytes
from tests.loaders.reading import files
from tests.loaders.reading.files import Content, Heading, Items, Rows, Text
from tests.loaders.told import WORLD, told

SUMMARY: Content = (
    Heading(1, "Summary of the regional review of the Global Compact for Migration"),
    Text("Geneva, 20 and 21 November 2022"),
    Heading(2, "Opening"),
    Text(WORLD),
    Text(
        "During the first semester of 2022",
        "Mexico hosted the workshop on data of the United Nations Network on Migration.",
        ", Costa Rica & Peru took the floor at the International Migration Review Forum, and Ghana is a member of the"
        " Regional Conference on Migration.",
    ),
    Heading(2, "Speakers"),
    Text("The following states took the floor at the International Migration Review Forum:"),
    Items(["Kenya", "Viet Nam", "El Salvador"]),
    Heading(2, "Champion countries"),
    Rows([["Champion country", "Region", "Since"], ["Portugal", "Europe", "2021"], ["Iraq", "Asia", "3 May 2022"]]),
)
ROWS = [["Champion country", "Note", "Since"], ["Portugal", WORLD, "2021"], ["Côte d'Ivoire", "", "3 May 2022"]]
TEXTS: dict[str, Callable[[Content], bytes]] = {
    "note.html": files.html,
    "note.docx": files.docx,
    "note.pdf": files.pdf,
}
TABLES: dict[str, bytes] = {
    "note.csv": files.csv_of(ROWS),
    "note.tsv": files.csv_of(ROWS, "\t", "cp1252"),
    "semicolon.csv": files.csv_of(ROWS, ";", "utf-8-sig"),
    "note.xlsx": files.xlsx(("Champions", ROWS)),
    "note.html": files.html([Rows(ROWS)]),
    "note.docx": files.docx([Rows(ROWS)]),
    "note.pdf": files.pdf([Rows(ROWS)]),
}


def records(data: bytes, name: str) -> DocumentRecords:
    """What a file says."""
    text = opened(read_bytes(data, name))
    return read_document(text.raw, text.name, "note", text.sha256, text.places)


def said(of: DocumentRecords) -> list[tuple[str, str | None, str]]:
    """Each claim with its time and its standing."""
    times = [claim.when.edtf if claim.when else None for claim in of.claims]
    return sorted(zip(told(of), times, [claim.modality.value for claim in of.claims], strict=True), key=str)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_says_the_same_in_every_format(name: str) -> None:
    """Claims, mentions, kinds of passages, title and date are those of the Markdown."""
    expected = records(files.markdown(SUMMARY), "note.md")
    found = records(TEXTS[name](SUMMARY), name)
    assert said(found) == said(expected)
    assert {
        "Ghana memberOf Regional Conference on Migration",
        "Portugal champion GCM Champion countries",
    } <= set(told(found))
    assert [(p.kind, p.text, p.row, p.column, p.note, p.host) for p in found.passages] == [
        (p.kind, p.text, p.row, p.column, p.note, p.host) for p in expected.passages
    ]
    assert (found.document.title, found.document.date) == (expected.document.title, expected.document.date)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_the_same_in_every_format(name: str) -> None:
    """Claims are those of the Markdown table, by the same cells."""
    expected = records(files.markdown([Rows(ROWS)]), "note.md")
    found = records(TABLES[name], name)
    assert said(found) == said(expected)
    assert [time for one, time, _ in said(found) if "champion" in one] == ["2022-05-03", "2021"]
    assert {one.text for one in found.evidence} == {one.text for one in expected.evidence}


@pytest.mark.parametrize("name", TEXTS)
def test_every_quotation_stands_at_its_place(name: str) -> None:
    """Evidence and mentions are exact parts of the document as read, and the same bytes are read the same again."""
    data = TEXTS[name](SUMMARY)
    found = records(data, name)
    text = found.document.text
    assert found.evidence
    assert all(text[one.start : one.end] == one.exact for one in (*found.evidence, *found.mentions))
    assert records(data, name) == found
