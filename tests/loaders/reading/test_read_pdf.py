"""Printed pages as text: notes lifted, columns in order, tables as cells, page furniture dropped."""

import io
import zlib

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from graph.records import PassageKind
from loaders.errors import BrokenDocument, LoadError, TooLarge
from loaders.reading.blocks import Reading
from loaders.reading.intake import opened, read_bytes
from loaders.reading.read import read
from tests.loaders.reading import files
from tests.loaders.reading.files import Heading, Rows, Text

SENTENCES = (
    "The meeting took note of the report on data and of the work that was done since. Delegations thanked the hosts for"
    " their welcome and for the care with which the papers had been prepared. "
)
LONG = [Text(f"Paragraph {number}. {SENTENCES * 3}") for number in range(24)]


def reading(data: bytes) -> Reading:
    text = opened(read_bytes(data, "a.pdf"))
    return read(text.raw, text.name, text.sha256, text.places)


def drawn(*pages: list[tuple[float, float, str]], size: float = 10, **options: object) -> bytes:
    """A PDF with texts at places."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True, **options)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(texts: list[str], x: float = 70, top: float = 700) -> list[tuple[float, float, str]]:
    return [(x, top - 12 * number, text) for number, text in enumerate(texts)]


def test_a_raised_number_is_a_mark_and_no_digit() -> None:
    """A year with note 2 ("2022" and a raised "2") is not the number 20222."""
    found = reading(files.pdf([Text("In the first semester of 2022", "On dates.", " the Network met.")]))
    text, note = found.blocks
    assert text.text == "In the first semester of 2022 the Network met."
    assert text.marks == ((len("In the first semester of 2022"), "1"),)
    assert (note.kind, note.text, note.note, note.host) == (PassageKind.FOOTNOTE, "On dates.", "1", 0)


@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_are_whole_over_lines_columns_and_pages(columns: int) -> None:
    """Everything stands in order, without running heads and page numbers, and no sentence is cut."""
    data = files.pdf(LONG, columns=columns, running_head="Summary of the review, page by page")
    found = [block.text for block in reading(data).blocks]
    assert " ".join(found) == " ".join(f"Paragraph {number}. {SENTENCES * 3}".strip() for number in range(24))
    assert all(text.endswith(".") for text in found)
    assert len(found) < 30


def test_passages_lead_to_their_page() -> None:
    found = reading(files.pdf(LONG))
    pages = [found.place(block.offsets[0]) for block in found.blocks]
    assert pages[0] == "page 1"
    assert pages[-1] == "page 4"
    assert pages == sorted(pages)


def test_headings_go_by_size() -> None:
    found = reading(files.pdf([Heading(1, "The title"), *LONG[:1], Heading(2, "A part"), *LONG[1:2]]))
    assert [(b.level, b.text) for b in found.blocks if b.kind is PassageKind.HEADING] == [
        (1, "The title"),
        (2, "A part"),
    ]


def test_ruled_tables_are_cells() -> None:
    """A cell of several lines is one cell; the paragraphs around it are none."""
    rows = [["Time", "Session", "Speakers"], ["10:00", "Opening of the " + "long " * 12 + "day", "Ana | Bo"]]
    found = reading(files.pdf([*LONG[:1], Rows(rows), *LONG[1:2]]))
    cells = {(b.row, b.column): b.text for b in found.blocks if b.row is not None}
    assert cells == {(r, c): " ".join(text.split()) for r, row in enumerate(rows) for c, text in enumerate(row)}
    assert [b.text[:11] for b in found.blocks if b.row is None] == ["Paragraph 0", "Paragraph 1"]


def test_a_cell_that_spans_drawn_rows_or_columns_says_how_far() -> None:
    out = io.BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 1), (0, 2))]
    rows = [
        ["Day", "Session", ""],
        ["Monday", "Opening", "Hall"],
        ["", "Debate", "Room"],
        ["Friday", "Closing", "Hall"],
    ]
    SimpleDocTemplate(out, pagesize=A4, invariant=True).build([Table(rows, style=style)])
    told = {b.text: (b.row, b.column, b.height, b.width) for b in reading(out.getvalue()).blocks}
    assert told["Session"] == (0, 1, 1, 2)
    assert told["Monday"] == (1, 0, 2, 1)
    assert told["Room"] == (2, 2, 1, 1)
    assert told["Friday"] == (3, 0, 1, 1)


def test_columns_without_lines_are_cells() -> None:
    rows = [("Country", "Year"), ("Ghana", "2021"), ("Peru", "2022")]
    page = [(x, 700.0 - 14 * n, text) for n, row in enumerate(rows) for x, text in zip((70, 250), row, strict=True)]
    assert [(b.row, b.column, b.text) for b in reading(drawn(page)).blocks] == [
        (r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)
    ]


def test_columns_drawn_line_by_line_are_read_column_by_column() -> None:
    """A file that draws across both columns is read as people read it."""
    left = [f"left line {number} of a text that fills it all" for number in range(12)]
    right = [f"right line {number} of a text that fills it all" for number in range(12)]
    page = [one for pair in zip(lines(left, 60), lines(right, 320), strict=True) for one in pair]
    text = " ".join(block.text for block in reading(drawn(page)).blocks)
    assert [word for word in text.split() if word in ("left", "right")] == ["left"] * 12 + ["right"] * 12


@pytest.mark.parametrize(("declared", "language"), [("es-EC", "es"), ("", "en"), (None, "en")])
def test_the_language_that_a_file_declares_is_that_of_its_few_words(declared: str | None, language: str) -> None:
    text = opened(read_bytes(drawn(lines(["Palabras finales"]), lang=declared), "a.pdf"))
    assert read(text.raw, text.name, declared=text.declared).language == language


def test_broken_words_are_mended_and_compounds_kept() -> None:
    """The rest of the document decides which hyphens belong to a word."""
    page = lines(
        [
            "The implementation of the Compact is a matter of the whole-of-society approach; the imple-",
            "mentation of it follows from what the delegations said about the whole-of-",
            "society approach in the course of the days before.",
        ]
    )
    (block,) = reading(drawn(page)).blocks
    assert "the implementation of it" in block.text
    assert "the whole-of-society approach in" in block.text


def test_a_note_in_small_print_is_a_note() -> None:
    """Where the number of a note is not raised, its small letters and the raised mark tell it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    text = canvas.beginText(70, 700)
    text.setFont("Helvetica", 10)
    for line in ("The delegations of several states took part in the work of the meeting on all of", "its days"):
        text.textLine(line)
    canvas.drawText(text)
    canvas.setFont("Helvetica", 6)
    canvas.drawString(70 + canvas.stringWidth("its days", "Helvetica", 10), 692, "1")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(70, 80, "1 Bangladesh, Ghana and Peru.")
    canvas.save()
    body, note = reading(out.getvalue()).blocks
    assert body.text.endswith("its days")
    assert (note.kind, note.text, note.host) == (PassageKind.FOOTNOTE, "Bangladesh, Ghana and Peru.", 0)


def test_bullets_are_items_by_depth() -> None:
    page = [
        (70, 700, "Points of the day:"),
        (80, 686, "• First point"),
        (100, 672, "• Inner"),
        (80, 658, "• Second point"),
    ]
    found = reading(drawn([(float(x), float(y), text) for x, y, text in page])).blocks
    assert [(b.kind.value, b.level, b.text) for b in found] == [
        ("paragraph", 0, "Points of the day:"),
        ("item", 0, "First point"),
        ("item", 1, "Inner"),
        ("item", 0, "Second point"),
    ]


def test_a_line_that_returns_in_the_text_is_no_running_head() -> None:
    """What stands among other lines is text, however often it returns."""
    page = lines(
        ["The states agreed.", *(f"Line {number} of the text." for number in range(5)), "They will meet again."]
    )
    text = opened(read_bytes(drawn(page, page, page), "a.pdf")).raw
    assert text.count("The states agreed.") == text.count("They will meet again.") == 3


@pytest.mark.parametrize("first", [1, 118])
def test_heads_that_change_with_the_chapter_go_with_the_number_of_their_page(first: int) -> None:
    """Over the fourth page "Chapter 2: Data 4" is no text; "4. Data" is the head of a part, and stays."""
    pages = []
    for number, chapter in enumerate(["1: Why", "2: Data", "2: Data", "3: Work", "4: Return", "4: Return"], first):
        text = lines([f"Line {row} of chapter {chapter}." for row in range(4)], top=690)
        pages.append([(70.0, 740.0, f"Chapter {chapter} {number}"), (70.0, 702.0, f"{number}. What is told"), *text])
    told = [block.text for block in reading(drawn(*pages)).blocks]
    assert not [text for text in told if text.startswith("Chapter")]
    assert sum("What is told" in text for text in told) == len(pages)


def test_what_is_all_there_is_stays() -> None:
    """Pages with the same line and nothing else are not empty."""
    pages = [[(70.0, 700.0, f"Sheet {number} of the set")] for number in range(1, 5)]
    assert len(reading(drawn(*pages)).blocks) == 4


def test_a_scanned_file_is_told_in_one_line() -> None:
    """Pages that are pictures have no text layer."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(50, 50, 300, 300, fill=1)
    canvas.save()
    with pytest.raises(BrokenDocument, match=r"scanned.*OCR"):
        reading(out.getvalue())


def test_a_locked_file_is_told_in_one_line() -> None:
    with pytest.raises(BrokenDocument, match="password"):
        reading(drawn(lines(["Text."]), encrypt="secret"))


def test_too_many_pages_are_told() -> None:
    """A tree of pages that says it has a million of them."""
    parts = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1000000>>endobj",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj",
    ]
    with pytest.raises(TooLarge, match="pages"):
        reading(b"%PDF-1.4\n" + b"\n".join(parts) + b"\ntrailer<</Root 1 0 R>>\n%%EOF")


HOSTILE = {
    "arrays in arrays": b"1 0 obj" + b"[" * 200_000 + b"]" * 200_000 + b"endobj",
    "a tree that leads back": (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj"
    ),
    "references that lead back": b"xref\n0 1\n0000000000 65535 f\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9",
    "nothing": b"",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gives_one_line(kind: str) -> None:
    with pytest.raises(LoadError) as caught:
        reading(b"%PDF-1.7\n" + HOSTILE[kind] + b"\ntrailer<</Root 1 0 R>>\n%%EOF")
    assert "\n" not in str(caught.value)


def test_a_page_full_of_lines_is_read() -> None:
    """Ten thousand drawn lines are no table that anyone could read."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(70, 700, "Ghana took the floor.")
    for number in range(5_000):
        canvas.line(0, number / 10, 500, number / 10)
        canvas.line(number / 10, 0, number / 10, 500)
    canvas.save()
    assert [block.text for block in reading(out.getvalue()).blocks] == ["Ghana took the floor."]


def test_a_stream_that_unfolds_without_end_is_not_unfolded() -> None:
    """A hundred kilobytes that would become fifty megabytes of drawing."""
    packed = zlib.compress(b"BT /F1 1 Tf (aaaaaaaaaa) Tj ET\n" * 1_600_000, 9)
    parts = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj",
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream endobj" % (len(packed), packed),
    ]
    with pytest.raises(TooLarge, match="unfolds"):
        reading(b"%PDF-1.4\n" + b"\n".join(parts) + b"\ntrailer<</Root 1 0 R>>\n%%EOF")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_shown(turn: int) -> None:
    """Its lines and its tables, as on a page that stands upright."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    width, height = A4
    canvas.setPageRotation(turn)
    canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
    canvas.rotate(turn)
    for x, y, text in lines(
        ["The first line of a text that goes on to the second", "line and is at its end here."], top=500
    ):
        canvas.drawString(x, y, text)
    for at in (300, 320, 340):
        canvas.line(70, at, 270, at)
    for at in (70, 170, 270):
        canvas.line(at, 300, at, 340)
    for x, y, text in ((75, 325, "a"), (175, 325, "b"), (75, 305, "c"), (175, 305, "d")):
        canvas.drawString(x, y, text)
    canvas.save()
    found = [(block.row, block.column, block.text) for block in reading(out.getvalue()).blocks]
    assert found[0][2] == "The first line of a text that goes on to the second line and is at its end here."
    assert found[1:] == [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]


def test_what_is_printed_sideways_is_read_after_the_page() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for x, y, text in lines(["The first line of a text that goes on to the second", "line and is at its end here."]):
        canvas.drawString(x, y, text)
    canvas.translate(30, 300)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Printed on the side")
    canvas.save()
    assert [block.text for block in reading(out.getvalue()).blocks][1:] == ["Printed on the side"]


def test_a_line_with_wide_gaps_among_full_lines_is_text() -> None:
    """Words spread over a narrow column are no cells."""
    page = lines(
        [
            "The conference that was held in the city of Panama",
            "",
            "was the third one of its kind and the last of them.",
        ]
    )
    page[1:2] = [(70.0, 688.0, "in the month"), (190.0, 688.0, "of April"), (270.0, 688.0, "of that year")]
    (block,) = reading(drawn(page)).blocks
    assert "Panama in the month of April of that year was" in block.text


def test_a_dash_that_begins_a_line_of_a_sentence_opens_no_item() -> None:
    page = lines(
        [
            "The delegations that took the floor on the first day of it",
            "– there were nine of them – spoke of pledges they made.",
        ]
    )
    assert [block.kind for block in reading(drawn(page)).blocks] == [PassageKind.PARAGRAPH]
