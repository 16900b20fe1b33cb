"""Bytes to text: byte order marks, UTF-8, and the encodings of older files."""

import codecs
import re

from charset_normalizer import from_bytes

from loaders.errors import BinaryDocument, UnknownEncoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zipped file, such as DOCX, XLSX or ODT"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_WESTERN = re.compile(
    r"[^\x00-\x7f\x80-\x9fáàâäãåéèêëíìîïóòôöõúùûüñçœæøßýÁÀÂÄÉÈÊËÍÎÏÓÔÖÚÛÜÑÇŒØ«»‹›“”„‘’‚–—…•·€£¥§©®™°ºª¹²³½¼¿¡´¨±×\xa0\xad]"
)
_MOST_CONTROLS = 0.002
_SAMPLE = 65_536


def decode(data: bytes) -> str:
    """The text of some bytes, line ends as newlines, without a byte order mark.

    UTF-8 first; then Windows-1252, where all it gives are letters and marks of Western European text; then what
    charset-normalizer finds. Raises BinaryDocument or UnknownEncoding.
    """
    text = _marked(data)
    if text is None:
        for signature, name in _FORMATS:
            if data.startswith(signature):
                raise BinaryDocument(f"it is {name}, not a text")
        if b"\x00" in data:
            raise BinaryDocument("it is a binary file, not a text")
        text = _unmarked(data)
    _check(text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnknownEncoding(
                    f"it begins like {encoding.removesuffix('-sig')}, but is not: {error.reason}"
                ) from error
    return None


def _unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and not _WESTERN.search(western):
        return western
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnknownEncoding("its encoding cannot be told; save it as UTF-8")
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnknownEncoding(f"it is not all in one encoding ({best.encoding} fits its beginning only)") from error


def _check(text: str) -> None:
    if "\x00" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise BinaryDocument("it is a binary file, not a text")
