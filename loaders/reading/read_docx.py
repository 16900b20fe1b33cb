"""DOCX to canonical text, by way of the HTML that mammoth makes of it: headings, lists, tables, footnotes."""

import io
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


def read(data: bytes) -> Canonical:
    """The canonical text of a DOCX file. Raises BrokenDocument or TooLarge."""
    archives.check(data)
    without_pictures = mammoth.images.img_element(lambda _: {})
    try:
        page = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=without_pictures).value
    except (*archives.FAULTS, ExpatError, AttributeError, IndexError, TypeError) as error:
        raise BrokenDocument("it is no sound DOCX file") from error
    canonical = Canonical()
    write(page, canonical)
    return canonical
