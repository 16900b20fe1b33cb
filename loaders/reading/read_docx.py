"""DOCX to canonical text, by way of the HTML that mammoth makes of it: headings, lists, tables, footnotes."""

import io
import re
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


def read(data: bytes) -> Canonical:
    """The canonical text of a DOCX file. Raises BrokenDocument or TooLarge."""
    archives.check(data)
    slim = archives.replaced(data, "word/styles.xml", _without_looks)
    without_pictures = mammoth.images.img_element(lambda _: {})
    try:
        page = mammoth.convert_to_html(io.BytesIO(slim), style_map=_STYLES, convert_image=without_pictures).value
    except (*archives.FAULTS, ExpatError, AttributeError, IndexError, TypeError) as error:
        raise BrokenDocument("it is no sound DOCX file") from error
    canonical = Canonical()
    write(page, canonical)
    return canonical


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
