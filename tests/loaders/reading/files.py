"""One content in files of every format, made by the libraries that people's programs are made with."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Flowable, ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

_STYLES = getSampleStyleSheet()
_BODY = ParagraphStyle("body", parent=_STYLES["BodyText"], alignment=4)
_SMALL = ParagraphStyle("small", parent=_BODY, fontSize=7, leading=9)
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """note: the mark of a footnote stands behind `text`, before `rest`."""

    text: str
    note: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Rows:
    rows: Sequence[Sequence[str]]


Part_ = Heading | Text | Items | Rows
Content = Sequence[Part_]


def _notes(content: Content) -> list[str]:
    return [part.note for part in content if isinstance(part, Text) and part.note]


def markdown(content: Content) -> bytes:
    blocks = []
    notes = 0
    for part in content:
        match part:
            case Heading():
                blocks.append(f"{'#' * part.level} {part.text}")
            case Text():
                notes += bool(part.note)
                blocks.append(part.text + (f"[^{notes}]" if part.note else "") + part.rest)
            case Items():
                blocks.append("\n".join(f"- {item}" for item in part.items))
            case Rows():
                lines = ["| " + " | ".join(row) + " |" for row in part.rows]
                blocks.append("\n".join([lines[0], "|" + "---|" * len(part.rows[0]), *lines[1:]]))
    blocks += [f"[^{number}]: {note}" for number, note in enumerate(_notes(content), start=1)]
    return "\n\n".join(blocks).encode()


def html(content: Content, encoding: str = "utf-8") -> bytes:
    parts = [f"<!doctype html><html lang='en'><head><meta charset='{encoding}'><title>A site</title></head><body>"]
    parts.append("<nav><a href='/'>Ghana, home</a></nav>")
    notes = 0
    for part in content:
        match part:
            case Heading():
                parts.append(f"<h{part.level}>{escape(part.text)}</h{part.level}>")
            case Text():
                notes += bool(part.note)
                mark = f"<sup><a id='r{notes}' href='#fn{notes}'>{notes}</a></sup>" if part.note else ""
                parts.append(f"<p>{escape(part.text)}{mark}{escape(part.rest)}</p>")
            case Items():
                parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in part.items) + "</ul>")
            case Rows():
                head, *rows = (
                    "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
                    for tag, row in zip(["th"] + ["td"] * len(part.rows), part.rows, strict=False)
                )
                body = "".join(f"<tr>{row}</tr>" for row in rows)
                parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
    bodies = (
        f"<li id='fn{number}'>{escape(note)} <a href='#r{number}'>↩</a></li>"
        for number, note in enumerate(_notes(content), start=1)
    )
    parts.append(f"<ol>{''.join(bodies)}</ol><script>var x = 'Peru';</script></body></html>")
    return "\n".join(parts).encode(encoding, "xmlcharrefreplace")


def docx(content: Content) -> bytes:
    document = Document()
    notes = 0
    for part in content:
        match part:
            case Heading():
                document.add_heading(part.text, part.level)
            case Text():
                paragraph = document.add_paragraph(part.text)
                if part.note:
                    notes += 1
                    paragraph._p.append(
                        parse_xml(
                            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                            f'<w:footnoteReference w:id="{notes + 1}"/></w:r>'
                        )
                    )
                paragraph.add_run(part.rest)
            case Items():
                for item in part.items:
                    document.add_paragraph(item, style="List Bullet")
            case Rows():
                table = document.add_table(len(part.rows), len(part.rows[0]))
                for row, cells in zip(table.rows, part.rows, strict=True):
                    for cell, text in zip(row.cells, cells, strict=True):
                        cell.text = text
    if notes:
        _add_footnotes(document, _notes(content))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_footnotes(document: object, notes: Sequence[str]) -> None:
    """The part of the file that python-docx cannot write."""
    bodies = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{escape(note)}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, start=2)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{bodies}</w:footnotes>'
    main = document.part  # type: ignore[attr-defined]
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), main.package)
    main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def pdf(content: Content, *, columns: int = 1, running_head: str = "") -> bytes:
    """A PDF with its page number at the foot of each page; notes stand at the end, their marks raised."""
    story: list[Flowable] = []
    notes = 0
    for part in content:
        match part:
            case Heading():
                style = _STYLES["Title"] if part.level == 1 else _STYLES[f"Heading{part.level}"]
                story.append(Paragraph(escape(part.text), style))
            case Text():
                notes += bool(part.note)
                mark = f"<super>{notes}</super>" if part.note else ""
                story.append(Paragraph(escape(part.text) + mark + escape(part.rest), _BODY))
            case Items():
                items = [ListItem(Paragraph(escape(item), _BODY)) for item in part.items]
                story.append(ListFlowable(items, bulletType="bullet", start="•"))
            case Rows():
                cells = [[Paragraph(escape(cell), _BODY) for cell in row] for row in part.rows]
                story.append(Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    for number, note in enumerate(_notes(content), start=1):
        story.append(Paragraph(f"<super>{number}</super> {escape(note)}", _SMALL))
    return _printed(story, columns, running_head)


def _printed(story: list[Flowable], columns: int, running_head: str) -> bytes:
    out = io.BytesIO()

    def decorate(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(70, 815, running_head)  # type: ignore[attr-defined]
        canvas.drawCentredString(300, 25, str(document.page))  # type: ignore[attr-defined]

    if columns == 1:
        SimpleDocTemplate(out, pagesize=A4, invariant=True).build(story, onFirstPage=decorate, onLaterPages=decorate)
    else:
        frames = [Frame(60, 60, 230, 700), Frame(310, 60, 230, 700)]
        template = BaseDocTemplate(out, pagesize=A4, invariant=True)
        template.addPageTemplates([PageTemplate(frames=frames, onPage=decorate)])
        template.build(story)
    return out.getvalue()


def xlsx(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_of(rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)
