"""DOCX to canonical text, by way of the HTML that mammoth makes of it: headings, lists, tables, footnotes."""

import io
import re
from collections import Counter
from xml.parsers.expat import ExpatError

import mammoth

from loaders.errors import BrokenDocument
from loaders.reading import archives
from loaders.reading.canonical import Canonical
from loaders.reading.html_walk import write

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
"""

_LOOKS = re.compile(rb"<w:(latentStyles|tblStylePr|rPr|tblPr|tcPr|trPr)(?=[\s>])(?:[^>]*[^/>])?>")
"""What styles say of looks only: most of the markup of a file, and of no use to its text."""


_TEXT, _LOOK = "word/document.xml", "word/styles.xml"
_RUN = re.compile(rb"<w:r[ >]")
_MARKED = re.compile(rb"<w:lang\b[^>]*?\bw:val=\"([A-Za-z]{2,3})\b")


def read(data: bytes) -> Canonical:
    """The canonical text of a DOCX file. Raises BrokenDocument or TooLarge."""
    archives.check(data)
    slim = archives.replaced(data, _LOOK, _without_looks)
    without_pictures = mammoth.images.img_element(lambda _: {})
    try:
        page = mammoth.convert_to_html(io.BytesIO(slim), style_map=_STYLES, convert_image=without_pictures).value
    except (*archives.FAULTS, ExpatError, AttributeError, IndexError, TypeError) as error:
        raise BrokenDocument("it is no sound DOCX file") from error
    canonical = Canonical()
    write(page, canonical)
    canonical.language = _language(data)
    return canonical


def _language(data: bytes) -> str:
    """The language that most runs of text are marked with; those without a mark have that of the styles."""
    parts = archives.members(data, lambda name: name in (_TEXT, _LOOK))
    marks = Counter(_MARKED.findall(parts.get(_TEXT, b"")))
    usual = _MARKED.search(parts.get(_LOOK, b""))
    if usual:
        marks[usual[1]] += max(len(_RUN.findall(parts.get(_TEXT, b""))) - marks.total(), 0)
    return max(marks, key=lambda code: marks[code], default=b"").decode("ascii")


def _without_looks(styles: bytes) -> bytes:
    kept: list[bytes] = []
    position = 0
    for found in _LOOKS.finditer(styles):
        if found.start() < position:
            continue
        close = b"</w:%s>" % found[1]
        end = styles.find(close, found.end())
        if end < 0:
            return styles
        kept.append(styles[position : found.start()])
        position = end + len(close)
    return b"".join((*kept, styles[position:]))
