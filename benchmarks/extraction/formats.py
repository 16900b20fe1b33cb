"""Measure the readers of formats: the development documents written to each format, read back, and compared.

Prints for each format how many claims are those of the Markdown, missing or added, and what reading costs:
`text` is bytes to canonical text (for PDF, its text layer), `claims` all that follows.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from graph.records import DocumentRecords, PassageKind
from loaders.dates.dates import find_dates
from loaders.export import to_json
from loaders.pipeline import read_document
from loaders.reading.blocks import Block
from loaders.reading.intake import opened, read_bytes
from loaders.reading.read import read
from tests.loaders.reading import files
from tests.loaders.reading.files import Content, Heading, Items, Rows, Text

OWN = Path(__file__).parent / "development" / "documents"
WRITERS: dict[str, tuple[str, Callable[[Content], bytes]]] = {
    "Markdown": (".md", files.markdown),
    "HTML": (".html", files.html),
    "DOCX": (".docx", files.docx),
    "PDF": (".pdf", files.pdf),
    "PDF, two columns": (".pdf", partial(files.pdf, columns=2)),
}


def content(blocks: Sequence[Block]) -> Content:
    """The parts of a document that was read, for the writers."""
    parts: list[Heading | Text | Items | Rows] = []
    items: list[str] = []
    rows: dict[int, dict[int, str]] = {}

    def close() -> None:
        if items:
            parts.append(Items(tuple(items)))
        if rows:
            width = 1 + max(column for row in rows.values() for column in row)
            parts.append(Rows([[row.get(column, "") for column in range(width)] for row in rows.values()]))
        items.clear()
        rows.clear()

    for block in blocks:
        if block.row is not None and block.column is not None:
            if items or (rows and block.row < max(rows)):
                close()
            row = rows.setdefault(block.row, {})
            row[block.column] = f"{row.get(block.column, '')} {block.text}".strip()
        elif block.kind is PassageKind.ITEM:
            if rows:
                close()
            items.append(block.text)
        elif block.kind is not PassageKind.FOOTNOTE:
            close()
            heading = block.kind is PassageKind.HEADING
            parts.append(Heading(min(max(block.level, 1), 4), block.text) if heading else Text(block.text))
    close()
    return parts


def told(records: DocumentRecords) -> Counter[str]:
    """Each claim in the names that `gcm extract` prints."""
    names = ("subject", "predicate", "object", "value", "unit", "date", "modality", "polarity")
    return Counter(" ".join(str(row[name]) for name in names) for row in to_json(records)["relations"])


class Clock:
    """Seconds of processor time for the text and for the claims, the best of several rounds, and bytes of text."""

    def __init__(self) -> None:
        self.text = self.claims = 0.0
        self.size = 0

    def read(self, data: bytes, name: str, rounds: int) -> DocumentRecords:
        """The records of a file, timed."""
        texts, claims = [], []
        for _ in range(rounds):
            find_dates.cache_clear()  # else a text read before costs less
            start = time.process_time()
            text = opened(read_bytes(data, name))
            middle = time.process_time()
            records = read_document(text.raw, text.name, "document", text.sha256, text.places)
            texts.append(middle - start)
            claims.append(time.process_time() - middle)
        self.text += min(texts)
        self.claims += min(claims)
        self.size += len(text.raw.encode())
        return records


def main() -> None:
    """Print a table of the formats."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[OWN], help="text files or folders of them")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    found = [file for path in options.paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    documents = [content(read(file.read_text(encoding="utf-8"), file.name).blocks) for file in found]
    print(f"{len(documents)} documents; ms of one core for 10 KB of text")
    print(f"  {'':18} {'same':>6} {'missing':>8} {'added':>6} {'text':>7} {'claims':>7}")
    expected: list[Counter[str]] = []
    for name, (ending, write) in WRITERS.items():
        clock = Clock()
        written = [write(document) for document in documents]
        said = [told(clock.read(data, f"document{ending}", options.rounds)) for data in written]
        expected = expected or said
        pairs = list(zip(said, expected, strict=True))
        same, missing = (
            sum(sum(c.values()) for c in counts) for counts in ((a & b for a, b in pairs), (b - a for a, b in pairs))
        )
        added = sum(sum((a - b).values()) for a, b in pairs)
        each = 1e7 / clock.size
        print(f"  {name:18} {same:6} {missing:8} {added:6} {clock.text * each:7.1f} {clock.claims * each:7.1f}")


if __name__ == "__main__":
    main()
