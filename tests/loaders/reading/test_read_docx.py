"""What Word keeps in parts of its own comes back in its place."""

import io

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from loaders.reading.blocks import Block
from loaders.reading.intake import opened, read_bytes
from loaders.reading.read import read
from tests.loaders.reading import files
from tests.loaders.reading.files import Text


def blocks(data: bytes) -> tuple[Block, ...]:
    text = opened(read_bytes(data, "a.docx"))
    return read(text.raw, text.name, text.sha256, text.places).blocks


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_footnotes_hang_on_their_marks() -> None:
    """Each on its own, and none of their numbers in the text."""
    content = [Text("In 2021", "First note.", " and"), Text("in 2022", "Second note.", " it met.")]
    found = blocks(files.docx(content))
    assert [(b.text, b.note, b.host) for b in found] == [
        ("In 2021 and", None, None),
        ("in 2022 it met.", None, None),
        ("First note.", "1", 0),
        ("Second note.", "2", 1),
    ]


def test_a_raised_number_that_was_typed_is_a_mark() -> None:
    document = Document()
    document.add_paragraph("In 2022").add_run("2").font.superscript = True
    document.paragraphs[0].add_run(" it met.")
    (block,) = blocks(saved(document))
    assert (block.text, block.marks) == ("In 2022 it met.", ((7, "2"),))


def test_the_title_is_a_heading_above_the_parts() -> None:
    document = Document()
    document.add_heading("The title", 0)
    document.add_heading("A part", 2)
    document.add_paragraph("Some text that stands in the part.")
    assert [(b.kind.value, b.level) for b in blocks(saved(document))] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_merged_cells_keep_the_columns() -> None:
    document = Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "both"
    table.cell(0, 2).text = "third"
    for column, text in enumerate("abc"):
        table.cell(1, column).text = text
    assert [(b.row, b.column, b.text) for b in blocks(saved(document))] == [
        (0, 0, "both"), (0, 2, "third"), (1, 0, "a"), (1, 1, "b"), (1, 2, "c"),
    ]  # fmt: skip


def test_cells_merged_over_rows_span_them() -> None:
    document = Document()
    table = document.add_table(3, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "both"
    for row, text in enumerate("abc"):
        table.cell(row, 1).text = text
    table.cell(2, 0).text = "own"
    assert [(b.row, b.column, b.height, b.text) for b in blocks(saved(document))] == [
        (0, 0, 2, "both"), (0, 1, 1, "a"), (1, 1, 1, "b"), (2, 0, 1, "own"), (2, 1, 1, "c"),
    ]  # fmt: skip


def test_of_a_tracked_change_the_new_text_is_read() -> None:
    document = Document()
    paragraph = document.add_paragraph("The meeting is in ")
    for name, tag, text in (("del", "delText", "May"), ("ins", "t", "June")):
        xml = f'<w:{name} {nsdecls("w")} w:id="1" w:author="a"><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{name}>'
        paragraph._p.append(parse_xml(xml))
    assert [block.text for block in blocks(saved(document))] == ["The meeting is in June"]


def test_the_language_of_a_file_is_that_of_most_of_its_text() -> None:
    """Word marks what is in another language than the styles say."""
    document = Document()
    paragraph = document.add_paragraph("Palabras ")
    assert declared(document) == "en"
    for text in ("finales ", "dichas ", "ayer"):
        paragraph.add_run(text)._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="es-PE"/>'))
    assert declared(document) == "es"


def declared(document: object) -> str:
    return opened(read_bytes(saved(document), "a.docx")).declared
