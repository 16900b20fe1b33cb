"""PDF to canonical text: words with their places, tables, lines in reading order, paragraphs; page by page."""

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from loaders.errors import BrokenDocument, TooLarge
from loaders.reading import pdf_streams
from loaders.reading.canonical import ABOVE, BEFORE, Canonical
from loaders.reading.pdf_flow import write
from loaders.reading.pdf_furniture import without_furniture
from loaders.reading.pdf_rows import Row, rows
from loaders.reading.pdf_segments import Segment, segments
from loaders.reading.pdf_tables import Cell, Table, find_tables
from loaders.reading.pdf_words import PageText, Word

_MOST_PAGES = 3_000
_LONGEST_TAG = 64
_MOST_WORDS = 3_000_000
_FAULTS = {
    "password": "it is locked with a password",
    "security": "it is locked in a way that cannot be opened",
}


def read(data: bytes) -> Canonical:
    """The canonical text of a PDF. Raises BrokenDocument or TooLarge; a scanned one has no text layer to read."""
    pdf_streams.check(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        told = next((text for word, text in _FAULTS.items() if word in str(error).lower()), "")
        raise BrokenDocument(told or "it is no sound PDF file: damaged or cut short") from error
    try:
        if len(document) > _MOST_PAGES:
            raise TooLarge(f"it has {len(document)} pages, more than the {_MOST_PAGES} that are read")
        pages = list(_pages(document))
        language = _language(document)
    finally:
        document.close()
    if not any(pages):
        raise BrokenDocument(
            "it is a scanned PDF: pictures of pages without a text layer; recognise its text (OCR) first"
        )
    canonical = Canonical()
    write(canonical, without_furniture(pages))
    canonical.language = language
    return canonical


def _language(document: pdfium.PdfDocument) -> str:
    """The language that the file says it is in."""
    told = ctypes.create_string_buffer(2 * _LONGEST_TAG)
    raw.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(told, ctypes.POINTER(raw.FPDF_WCHAR)), len(told))
    return told.raw.decode("utf-16-le", "replace").partition("\0")[0]


def _pages(document: pdfium.PdfDocument) -> Iterator[list[Row]]:
    """The lines of each page. A page that is damaged has none."""
    count = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            yield []
            continue
        text = PageText(page)
        try:
            turns = text.words()
            count += sum(map(len, turns.values()))
            if count > _MOST_WORDS:
                raise TooLarge(f"it has more than {_MOST_WORDS:,} words")
            yield _lines(page, text, turns)
        finally:
            text.close()
            page.close()


def _lines(page: pdfium.PdfPage, text: PageText, turns: dict[int, list[Word]]) -> list[Row]:
    """The lines of a page: those that run as most do, then what is printed sideways."""
    found: list[Row] = []
    for turn in sorted(turns, key=lambda turn: -len(turns[turn])):
        tables = [] if found else find_tables(page, turn)
        lines = rows(_parts(turns[turn], tables, text))
        for row in lines:
            row.column += found[-1].column + 1 if found else 0
        found.extend(lines)
    return found


def _parts(words: Sequence[Word], tables: Sequence[Table], text: PageText) -> list[Segment]:
    """Stretches of lines outside of tables, and the tables."""
    held: list[dict[Cell, list[Word]]] = [{cell: [] for cell in table.cells} for table in tables]
    free = []
    for word in words:
        middle, height = (word.left + word.right) / 2, word.base + 0.25 * word.size
        cell = next(
            ((index, cell) for index, table in enumerate(tables) if (cell := table.holding(middle, height))), None
        )
        if cell is None:
            free.append(word)
        else:
            held[cell[0]][cell[1]].append(word)
    parts = segments(free, text.is_bold)
    parts.extend(_table(table, of, text) for table, of in zip(tables, held, strict=True) if any(of.values()))
    return parts


def _table(table: Table, held: dict[Cell, list[Word]], text: PageText) -> Segment:
    """A table as one part of the page: its cells as lines of text, by row and column."""
    grid = [[""] * len(table.lefts) for _ in table.tops]
    for cell, words in held.items():
        lines = [row.text.replace("\t", " ") for row in rows(segments(words, text.is_bold), cell=True)]
        for top, left in table.places(cell):
            grid[top][left] = ABOVE if table.tops[top] != cell.high else BEFORE
        grid[table.tops.index(cell.high)][table.lefts.index(cell.left)] = "\n".join(lines)
    box = table.box
    size = max((word.size for words in held.values() for word in words), default=1.0)
    return Segment(
        box.left, box.right, box.low, box.high, box.high - size, size, table=[r for r in grid if any(map(_is_told, r))]
    )


def _is_told(cell: str) -> bool:
    return cell not in ("", ABOVE, BEFORE)
