"""Tables of a page without drawn lines are rows; columns of running text, lists and letterheads are not."""

import io
import random
from collections.abc import Sequence
from itertools import chain, product

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from loaders.pipeline import read_document
from loaders.reading.intake import opened, read_bytes
from loaders.reading.read import read
from tests.loaders.told import WORLD, told

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12, alignment=4, spaceAfter=8)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=10, leading=12)
PROSE = (
    "The delegations that had come early walked through the old town with the officers of the host. In the evening"
    " they heard a report on the schools of the valley, and asked how its costs were borne. "
)
CHAMPIONS = (
    ("Country", "Champion since", "Focal point"),
    ("Ghana", "May 2021", "Ministry of the Interior"),
    ("Peru", "June 2021", "Foreign Ministry"),
    ("Kenya", "July 2022", "State Department"),
    ("Bangladesh", "July 2022", "Ministry of Expatriates and their welfare abroad"),
)
CALENDAR = (
    ("Date", "Event", "Place"),
    ("12 May 2026", "Workshop on statistics", "Lima"),
    ("3 June 2026", "Meeting of the consultation group of all regions", "San José, Costa Rica"),
    ("9 September 2026", "Seminar on return", "Quito"),
)
PLEDGES = (
    ("State", "Objective", "Pledge"),
    ("Ghana", "5 and 7", "Train two hundred officers at its borders on the rights of children before the year ends"),
    ("Peru", "8", "Search for those who went missing in the desert, together with its neighbours"),
    ("Kenya", "23", "Host the next meeting"),
)
TABLES = {"champions": CHAMPIONS, "calendar": CALENDAR, "pledges": PLEDGES}
Rows = Sequence[Sequence[str]]


def page(story: list[Flowable], columns: int) -> bytes:
    """A PDF in columns."""
    out = io.BytesIO()
    wide = {1: 480, 2: 230}[columns]
    template = BaseDocTemplate(out, pagesize=A4, invariant=True)
    frames = [Frame(60 + 250 * number, 60, wide, 700) for number in range(columns)]
    template.addPageTemplates([PageTemplate(frames=frames)])
    template.build(story)
    return out.getvalue()


def set_in(rows: Rows, columns: int, padding: int) -> bytes:
    """A PDF with a table between paragraphs."""
    cells = [[Paragraph(cell, _CELL) for cell in row] for row in rows]
    widths = [110, 100, 240] if columns == 1 else [70, 70, 88]
    space = [("TOPPADDING", (0, 0), (-1, -1), padding), ("BOTTOMPADDING", (0, 0), (-1, -1), padding)]
    table = Table(cells, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *space])
    return page([Paragraph(PROSE * 4, _BODY), table, *(Paragraph(PROSE * 3, _BODY) for _ in range(8))], columns)


def drawn(places: Sequence[tuple[float, float, str]]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 10)
    for x, y, text in places:
        canvas.drawString(x, y, text)
    canvas.save()
    return out.getvalue()


def cells(data: bytes) -> list[list[str]]:
    """The rows of the tables that were read in a PDF."""
    text = opened(read_bytes(data, "a.pdf"))
    rows: dict[int, dict[int, str]] = {}
    for block in read(text.raw, text.name, text.sha256, text.places).blocks:
        if block.row is not None and block.column is not None:
            rows.setdefault(block.row, {})[block.column] = block.text
    return [list(row.values()) for row in rows.values()]


@pytest.mark.parametrize(
    ("name", "columns", "padding"),
    # of a calendar without space between its rows nothing tells where a day goes on that runs over two lines
    [one for one in product(TABLES, (1, 2), (0, 3)) if one != ("calendar", 2, 0)],
)
def test_a_table_without_lines_is_rows(name: str, columns: int, padding: int) -> None:
    """Also where cells run over several lines, and where no space but that between lines parts its rows."""
    assert cells(set_in(TABLES[name], columns, padding)) == [list(row) for row in TABLES[name]]


@pytest.mark.parametrize("columns", [1, 2])
def test_the_text_around_a_table_stays_text(columns: int) -> None:
    text = opened(read_bytes(set_in(CHAMPIONS, columns, 3), "a.pdf"))
    around = [b.text for b in read(text.raw, text.name, text.sha256, text.places).blocks if b.row is None]
    assert " ".join(around) == (PROSE * 28).strip()


def test_its_rows_are_told_of() -> None:
    """Who is a champion is read from the page as from any table."""
    rows = (("Working group", "Co-leads"), ("Statistics", "IOM"), ("Visas", "ILO"), ("Transit", "UNHCR"))
    table = Table([[Paragraph(cell, _CELL) for cell in row] for row in rows], colWidths=[100, 80])
    text = opened(read_bytes(page([Paragraph(WORLD, _BODY), table, Paragraph(PROSE, _BODY)], 1), "a.pdf"))
    records = read_document(text.raw, text.name, "a", text.sha256, text.places)
    assert {one for one in told(records) if " leads " in one} == {
        "IOM leads Working group: Statistics",
        "ILO leads Working group: Visas",
        "UNHCR leads Working group: Transit",
    }


def test_empty_cells_keep_their_place() -> None:
    rows = (
        ("Date", "Event", "Host"),
        ("12 May 2026", "Workshop", "Peru"),
        ("3 June 2026", "Seminar", ""),
        ("4 July 2026", "Congress", "Chile"),
        ("", "Side event", "Fiji"),
        ("5 July 2026", "Forum", "Cuba"),
    )
    places = [(70.0 + 110 * at, 700.0 - 18 * n, cell) for n, row in enumerate(rows) for at, cell in enumerate(row)]
    assert cells(drawn(places)) == [[cell for cell in row if cell] for row in rows]


LISTS = {
    "numbers with dots": [("1.", "The ministers met."), ("2.", "They agreed."), ("3.", "They left."), ("4.", "Fin.")],
    "bare numbers": [("7", "The ministers met."), ("8", "They agreed."), ("9", "They left."), ("10", "Fin.")],
    "letters": [("a)", "The ministers met."), ("b)", "They agreed."), ("c)", "They left."), ("d)", "Fin.")],
    "letters under a title": [("Item", "Text"), ("a)", "They agreed."), ("b)", "They left."), ("c)", "Fin.")],
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_no_table(name: str) -> None:
    places = [
        (x, 700.0 - 14 * n, text)
        for n, row in enumerate(LISTS[name])
        for x, text in zip((70.0, 88.0), row, strict=True)
    ]
    assert cells(drawn(places)) == []


def _columns_of_text(seed: int) -> list[tuple[float, float, str]]:
    """Two or three columns of words, of six lines at least; some lines open with a capital."""
    chance = random.Random(seed)
    count = chance.choice((2, 3))
    width, step = (40, 250) if count == 2 else (26, 170)
    words = PROSE.split()
    places = []
    for column in range(count):
        for number in range(6 + seed % 9):
            line = ""
            while len(line) < width - 8:
                line += f"{chance.choice(words)} "
            line = line[0].upper() + line[1:] if chance.random() < 0.2 else line
            places.append((60.0 + step * column, 700.0 - 12 * number, line[:width].strip()))
    return places


def test_columns_of_running_text_are_no_table() -> None:
    """Whatever their lines open with; a hundred pages of them."""
    pages = map(_columns_of_text, range(100))
    assert list(chain.from_iterable(cells(drawn(places)) for places in pages)) == []


def test_a_text_in_two_languages_side_by_side_is_no_table() -> None:
    """Its paragraphs stand beside each other, and each begins anew."""
    left = ["The ministers met by the lake in the", "month of May and agreed on a plan.", "They thanked the hosts."]
    right = ["Los ministros se reunieron junto al", "lago en mayo y acordaron un plan.", "Dieron las gracias."]
    places = [
        (x, 700.0 - 12 * n - 60 * number, line)
        for number in range(4)
        for x, side in ((60.0, left), (310.0, right))
        for n, line in enumerate(side)
    ]
    assert cells(drawn(places)) == []
