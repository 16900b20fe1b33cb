"""HTML to canonical text: every heading, paragraph, list and table in the order of the page.

Nothing is guessed about what is the "main" text: tools that do so drop headings and tables. Scripts, styles, forms'
controls and navigation are left out.
"""

import codecs
import re

from loaders.errors import UnknownEncoding
from loaders.reading.canonical import Canonical
from loaders.reading.decode import decode
from loaders.reading.html_walk import write

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{1,40})", re.I
)
_HEAD = 4096
_AS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What browsers take for these names."""


def read(data: bytes) -> Canonical:
    """The canonical text of a page. Raises BinaryDocument or UnknownEncoding."""
    canonical = Canonical()
    write(text_of(data), canonical)
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
