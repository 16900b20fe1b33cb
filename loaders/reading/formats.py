"""Which reader makes a text of which bytes. A reader, and the library behind it, is imported when one is met."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import cast

from loaders.errors import BrokenDocument, NotADocument
from loaders.reading.canonical import Canonical

READERS = {
    ".htm": "read_html",
    ".html": "read_html",
    ".pdf": "read_pdf",
    ".docx": "read_docx",
    ".xlsx": "read_xlsx",
    ".csv": "read_csv",
    ".tsv": "read_csv",
}
"""Module of `loaders.reading` by the ending of a file; its `read(data)` gives the text or raises LoadError."""

_PARTS = (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("xl/workbook.bin", ".xlsb"))
_SIGNED = (".pdf", ".docx", ".xlsx")
_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_HEAD = 1024


@dataclass(frozen=True, slots=True)
class Packed:
    """A document whose text is still to be made from its bytes, and the name of the module that makes it."""

    data: bytes = field(repr=False)
    reader: str


def packed(data: bytes, suffix: str) -> Packed | None:
    """The bytes with their reader; None for plain text and Markdown. suffix: ending of the file, in lower case.

    What the bytes say goes before the ending. Raises NotADocument for zipped files of other kinds, BrokenDocument
    where the ending promises a format and the bytes are not of it.
    """
    kind = _signed(data)
    if kind is None and suffix in _SIGNED:
        raise BrokenDocument(f"it ends in {suffix}, but its bytes are not of that format")
    if kind is None and not suffix and _HTML.match(data[:_HEAD]):
        kind = ".html"
    reader = READERS.get(kind or suffix)
    return Packed(data, reader) if reader else None


def unpack(document: Packed) -> Canonical:
    """The canonical text. Raises LoadError with the reason where there is none."""
    read = cast(Callable[[bytes], Canonical], import_module(f"loaders.reading.{document.reader}").read)
    try:
        return read(document.data)
    except RecursionError as error:
        raise BrokenDocument("its parts are nested too deeply to be read") from error


def _signed(data: bytes) -> str | None:
    """The format that the first bytes name, as the ending of its files."""
    if b"%PDF-" in data[:_HEAD]:
        return ".pdf"
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BrokenDocument("it begins like a zipped document, but is damaged or cut short") from error
    kind = next((ending for part, ending in _PARTS if part in names), None)
    if kind not in READERS:
        raise NotADocument("it is a zipped file, but neither DOCX nor XLSX")
    return kind
