"""CSV to canonical text: one table, each cell with its place as a spreadsheet names it."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from loaders.errors import BrokenDocument
from loaders.reading.canonical import Canonical
from loaders.reading.decode import decode
from loaders.reading.sheets import write_rows

_SEPARATORS = ",;\t|"
_SAMPLE = 20


def read(data: bytes) -> Canonical:
    """The canonical text of a table. Raises BinaryDocument, UnknownEncoding or BrokenDocument."""
    text = decode(data)
    canonical = Canonical()
    try:
        write_rows(canonical, enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))))
    except csv.Error as error:
        raise BrokenDocument(f"it is no sound table: {error}") from error
    return canonical


def _separator(text: str) -> str:
    """The sign that parts the first lines into the same number of cells, the greatest such number."""
    sample = io.StringIO(text[:65_536], newline="").readlines()[:_SAMPLE]
    return max(_SEPARATORS, key=lambda sign: _evenness(list(csv.reader(sample, delimiter=sign))))


def _evenness(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, often = widths.most_common(1)[0] if widths else (0, 0)
    return often, width
