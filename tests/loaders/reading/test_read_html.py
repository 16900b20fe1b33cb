"""Pages as blocks: nothing dropped but what is no text."""

import pytest

from graph.records import PassageKind
from loaders.errors import LoadError
from loaders.reading.blocks import Block
from loaders.reading.intake import opened, read_bytes
from loaders.reading.read import read


def blocks(page: str | bytes) -> tuple[Block, ...]:
    data = page.encode() if isinstance(page, str) else page
    text = opened(read_bytes(data, "page.html"))
    return read(text.raw, text.name, text.sha256, text.places).blocks


def kinds(page: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(page)]


def test_headings_paragraphs_and_lists() -> None:
    page = (
        "<h1>One <em>title</em></h1><p>Text &amp; more.</p><h3>Two</h3><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
    )
    assert [(b.kind.value, b.level, b.text) for b in blocks(page)] == [
        ("heading", 1, "One title"),
        ("paragraph", 0, "Text & more."),
        ("heading", 3, "Two"),
        ("item", 0, "a"),
        ("item", 1, "b"),
        ("item", 0, "c"),
    ]


def test_an_item_of_two_paragraphs_is_one_item() -> None:
    assert kinds("<ol><li><p>First.</p><p>Then more.</p></li><li>Second.</li></ol>") == [
        ("item", "First. Then more."),
        ("item", "Second."),
    ]


def test_what_is_no_text_is_left_out() -> None:
    page = (
        "<head><title>T</title><style>p {}</style></head><nav><a href='/'>Home</a></nav><h1>Title</h1>"
        "<script>a()</script><p>Text<!-- aside --><span hidden>gone</span>.</p><button>Go</button>"
    )
    assert kinds(page) == [("heading", "Title"), ("paragraph", "Text.")]


def test_a_page_without_a_heading_has_its_title() -> None:
    assert kinds("<head><title>Note on pledges</title></head><p>Text of it.</p>")[0] == ("heading", "Note on pledges")


def test_the_declared_day_stands_under_the_title() -> None:
    page = "<head><meta property='article:published_time' content='2022-05-03T10:00'></head><h1>News</h1><p>Text.</p>"
    assert kinds(page)[:2] == [("heading", "News"), ("paragraph", "2022-05-03")]


def test_cells_have_rows_and_columns_and_items() -> None:
    page = (
        "<table><tr><th colspan=2>A</th><th>B</th></tr><tr><td rowspan=2>1</td><td>x<ul><li>Ana</li><li>Bo</li></ul>"
        "</td><td>p|q</td></tr><tr><td>y</td><td>z</td></tr></table>"
    )
    assert [(b.kind.value, b.row, b.column, b.text) for b in blocks(page)] == [
        ("cell", 0, 0, "A"),
        ("cell", 0, 2, "B"),
        ("cell", 1, 0, "1"),
        ("cell", 1, 1, "x"),
        ("item", 1, 1, "Ana"),
        ("item", 1, 1, "Bo"),
        ("cell", 1, 2, "p|q"),
        ("cell", 2, 1, "y"),
        ("cell", 2, 2, "z"),
    ]


def test_cells_that_span_say_how_far() -> None:
    """Also the last one of a row, and one that spans both ways; the words stand in the text once."""
    page = (
        "<table><tr><td>1</td><td rowspan=3>all</td></tr><tr><td>2</td></tr><tr><td>3</td></tr>"
        "<tr><td colspan=2 rowspan=2>wide</td></tr><tr></tr><tr><td>4</td><td>5</td></tr></table>"
    )
    assert [(b.row, b.column, b.height, b.width, b.text) for b in blocks(page)] == [
        (0, 0, 1, 1, "1"),
        (0, 1, 3, 1, "all"),
        (1, 0, 1, 1, "2"),
        (2, 0, 1, 1, "3"),
        (3, 0, 2, 2, "wide"),
        (5, 0, 1, 1, "4"),
        (5, 1, 1, 1, "5"),
    ]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    page = f"<table><tr><td><h1>T</h1><p>Some text.</p></td><td>{inner}</td></tr></table>"
    assert [(b.kind.value, b.text, b.row) for b in blocks(page)] == [
        ("heading", "T", None),
        ("paragraph", "Some text.", None),
        ("cell", "a", 0),
        ("cell", "b", 0),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<p>In 2022<sup><a href='#fn1' id='r1'>2</a></sup> it met.</p>"
        "<ol><li id='fn1'>The note. <a href='#r1'>↩</a></li></ol>",
        "<p>In 2022<a href='#_ftn2' name='_ftnref2'>[2]</a> it met.</p>"
        "<div id='ftn2'><p><a href='#_ftnref2' name='_ftn2'>[2]</a> The note.</p></div>",
        "<p>In 2022<sup>2</sup> it met.</p><p><sup>2</sup> The note.</p>",
    ],
)
def test_notes_hang_on_their_marks(page: str) -> None:
    """A number that leads to a note is no part of the text before it."""
    first, note = blocks(page)
    assert (first.text, note.text) == ("In 2022 it met.", "The note.")
    assert (note.kind, note.note, note.host) == (PassageKind.FOOTNOTE, "2", 0)


@pytest.mark.parametrize(
    ("language", "page"),
    [
        ("es", "<html lang='es-MX'><h1>Palabras finales</h1></html>"),
        ("fr", "<html xml:lang='fr'><h1>Ordre jour</h1></html>"),
        ("es", "<html lang='en'><body><p>Next</p><main lang='es'><h1>Palabras finales</h1><p lang=''>Uno</p></main>"),
        ("en", "<html lang='es'><body><p>Uno</p><div lang='en'><h1>Closing words</h1></div>"),
        ("en", "<html lang='es'><h1>Statement of the Chair</h1><p>It was read in the plenary.</p></html>"),
    ],
)
def test_a_short_page_is_in_the_language_of_most_of_its_text(language: str, page: str) -> None:
    """As the page and its parts declare it, unless the words say otherwise."""
    text = opened(read_bytes(page.encode(), "page.html"))
    assert read(text.raw, text.name, declared=text.declared).language == language


def test_links_to_sections_are_no_notes() -> None:
    page = "<p>See section <a href='#s3'>3</a> below.</p><h2 id='s3'>Third</h2>"
    assert kinds(page) == [("paragraph", "See section 3 below."), ("heading", "Third")]


@pytest.mark.parametrize(
    "text", ["costs 3 * 4 * 5", "a_b_c", "*so*", "[1] and [^x]", "<b>", "&lt;", "# 1", "| a | b |"]
)
def test_signs_of_the_text_are_no_markup(text: str) -> None:
    """What people see on the page is what is read, whatever it would mean in Markdown."""
    page = f"<p>Ghana said {text} and left.</p>".replace("<b>", "&lt;b&gt;").replace("&lt;;", "&amp;lt;")
    shown = page[3:-4].replace("&lt;b&gt;", "<b>").replace("&lt;", "<")
    assert kinds(page) == [("paragraph", shown)]


def test_the_declared_encoding_holds() -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><p>Perú y México</p></html>".encode("latin-1")
    assert blocks(page)[0].text == "Perú y México"
    page = '<?xml version="1.0" encoding="windows-1251"?><html><p>Женева</p></html>'.encode("cp1251")
    assert blocks(page)[0].text == "Женева"


def test_an_encoding_that_is_a_lie_does_no_harm() -> None:
    assert blocks("<meta charset='utf-99'><p>Perú</p>".encode())[0].text == "Perú"


DEEP = 100_000
HOSTILE = {
    "divisions": "<div>" * DEEP + "Ghana" + "</div>" * DEEP,
    "lists": "<ul><li>" * 20_000 + "Ghana",
    "tables": "<table><tr><td>" * 3_000 + "Ghana",
    "bold": "<b>" * 3_000 + "Ghana",
    "cells": "<table><tr>" + "<td colspan=100000 rowspan=100000>Ghana" * 50,
    "notes": "<a href='#n'>1</a>" * 20_000 + "<p id='n'>Ghana",
    "attributes": "<p " + "a=b " * DEEP + ">Ghana",
    "nothing closed": "<p>Ghana" * DEEP,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_read_or_refused(kind: str) -> None:
    """However deep or long, without recursion and without an error that is not a plain line."""
    try:
        found = " ".join(block.text for block in blocks(HOSTILE[kind]))
    except LoadError as error:
        found = f"Ghana is nested too deeply: {error}"
    assert "Ghana" in found
