"""Which reader gets which bytes, and what is said of files that are not what they seem."""

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from loaders.errors import BrokenDocument, EmptyDocument, LoadError, NotADocument, TooLarge
from loaders.reading.formats import READERS
from loaders.reading.intake import Text, opened, read_bytes
from tests.loaders.reading import files
from tests.loaders.reading.files import Heading, Rows
from tests.loaders.reading.files import Text as Paragraph

CONTENT = [Heading(1, "A note"), Paragraph("Ghana took the floor."), Rows([["A", "B"], ["1", "2"]])]
FILES = {
    "a.pdf": files.pdf(CONTENT),
    "a.docx": files.docx(CONTENT),
    "a.xlsx": files.xlsx(("One", [["A", "B"], ["1", "Ghana took the floor."]])),
    "a.html": files.html(CONTENT),
    "a.csv": files.csv_of([["A", "B"], ["1", "Ghana took the floor."]]),
}
ZIPPED = ("a.docx", "a.xlsx")
HEAVY = ("mammoth", "pypdfium2", "python_calamine", "selectolax")


def read(data: bytes, name: str) -> Text:
    return opened(read_bytes(data, name))


def text_or_reason(data: bytes, name: str) -> str:
    """The text of a file, or why there is none; never empty."""
    try:
        return read(data, name).raw.strip()
    except LoadError as error:
        return f"not read: {error}"


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An archive with one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: content})


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_format_is_read(name: str) -> None:
    """The text is there, the digest is that of the bytes, and the same bytes give the same text."""
    text = read(FILES[name], name)
    assert "Ghana took the floor." in text.raw
    assert text.sha256 == hashlib.sha256(FILES[name]).hexdigest()
    assert read(FILES[name], name) == text


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx"])
@pytest.mark.parametrize("called", ["a.txt", "a", "a.html", "a.csv", "a.docx", "a.pdf"])
def test_the_bytes_go_before_the_ending(name: str, called: str) -> None:
    """A file with the ending of another format is read by what it is."""
    assert read(FILES[name], called).raw == read(FILES[name], name).raw


def test_a_page_without_an_ending_is_a_page() -> None:
    assert read(FILES["a.html"], "a").raw == read(FILES["a.html"], "a.html").raw


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx"])
def test_an_ending_that_promises_too_much_is_told(name: str) -> None:
    with pytest.raises(BrokenDocument, match=name[1:]):
        read(b"Ghana took the floor.", name)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_is_cut_short_gives_text_or_one_line(name: str, share: float) -> None:
    """Nothing but a LoadError of one line comes out of a damaged file."""
    said = text_or_reason(FILES[name][: int(len(FILES[name]) * share)], name)
    assert said
    assert not said.startswith("not read") or "\n" not in said


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx"])
def test_bytes_that_were_changed_give_text_or_one_line(name: str) -> None:
    """Whatever stands in the middle of a file."""
    data = FILES[name]
    for at in range(0, len(data), max(1, len(data) // 60)):
        said = text_or_reason(data[:at] + b"\xff\x00Z" + data[at + 3 :], name)
        assert not said.startswith("not read") or "\n" not in said


@pytest.mark.parametrize("name", ZIPPED)
def test_an_archive_that_unfolds_without_end_is_not_unfolded(name: str) -> None:
    """A few kilobytes that would become a hundred megabytes of markup."""
    part = "word/document.xml" if name == "a.docx" else "xl/worksheets/sheet1.xml"
    with pytest.raises(TooLarge, match="unfolds"):
        read(with_part(FILES[name], part, b" " * (100 << 20)), name)


@pytest.mark.parametrize("name", ZIPPED)
def test_markup_that_is_no_markup_is_told(name: str) -> None:
    part = "word/document.xml" if name == "a.docx" else "xl/workbook.xml"
    for content in (b"", b"<w:document", b"<a/>", b"\x00" * 100):
        with pytest.raises((BrokenDocument, EmptyDocument)):
            read(with_part(FILES[name], part, content), name)


def test_entities_that_grow_are_not_expanded() -> None:
    """Ten definitions, each ten times the one before: the parser ends it."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><x>&l11;</x>'
    with pytest.raises(BrokenDocument):
        read(with_part(FILES["a.docx"], "word/document.xml", xml.encode()), "a.docx")


def test_parts_nested_too_deeply_are_told() -> None:
    deep = 50_000
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f"<w:document {space}><w:body>{'<w:ins>' * deep}{'</w:ins>' * deep}</w:body></w:document>"
    with pytest.raises(LoadError):
        read(with_part(FILES["a.docx"], "word/document.xml", xml.encode()), "a.docx")


def test_other_archives_are_told() -> None:
    with pytest.raises(NotADocument, match="neither DOCX nor XLSX"):
        read(zipped({"content.opf": b"<x/>"}), "a.docx")


def test_an_empty_document_is_told() -> None:
    """A file whose pages, sheets or paragraphs hold nothing."""
    for name, data in {"a.docx": files.docx([]), "a.xlsx": files.xlsx(("One", [])), "a.html": b"<html></html>"}.items():
        with pytest.raises(EmptyDocument):
            read(data, name)


def test_no_library_is_loaded_before_a_file_asks_for_it() -> None:
    """The reader of the command's files imports none of them, and each format only its own."""
    code = "import sys, loaders.run; print([one for one in sys.argv[1:] if one in sys.modules])"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code, *HEAVY],
        cwd=root,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_every_reader_is_there() -> None:
    """Each name in the table is a module with a function `read`."""
    for module in set(READERS.values()):
        assert (Path(__file__).resolve().parents[3] / "loaders" / "reading" / f"{module}.py").is_file()
