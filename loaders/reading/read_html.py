"""HTML to canonical text: every heading, paragraph, list and table in the order of the page.

Nothing is guessed about what is the "main" text: tools that do so drop headings and tables. Scripts, styles, forms'
controls and navigation are left out.
"""

import codecs
import re

from loaders.errors import BrokenDocument, UnknownEncoding
from loaders.reading.canonical import Canonical
from loaders.reading.decode import decode
from loaders.reading.html_walk import write

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{1,40})", re.I
)
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|main|ul|ol|dl|table|blockquote|form|fieldset|center|font|b|i|u|em|strong|a|svg)\b",
    re.IGNORECASE,
)
_DEEPEST = 10_000
_HEAD = 4096
_AS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What browsers take for these names."""


def read(data: bytes) -> Canonical:
    """The canonical text of a page. Raises BinaryDocument, UnknownEncoding, or BrokenDocument where it is too deep.

    A parser looks up through all that is open at each tag: its time grows with the square of the depth.
    """
    source = text_of(data)
    if _depth(source) > _DEEPEST:
        raise BrokenDocument("its parts are nested too deeply to be read")
    canonical = Canonical()
    write(source, canonical)
    return canonical


def text_of(data: bytes) -> str:
    """Its source text: by byte order mark, by the charset that it declares, else as any text."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            name = codecs.lookup((declared[1] or declared[2]).decode("ascii")).name
            if not name.startswith("utf-16"):  # its own bytes could not have told it
                return data.decode(_AS_READ.get(name, name)).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return decode(data)
    except UnknownEncoding:
        return data.decode("cp1252", "replace")


def _depth(source: str) -> int:
    """How deep elements are nested that must be closed, at most."""
    deepest = depth = 0
    for tag in _NESTING.finditer(source):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
