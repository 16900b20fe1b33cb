"""A document arranged for its page: blocks in reading order, with what is marked in each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.contract import View
from graph.iris import document_graph, entity_iri
from graph.quads import records_of
from graph.records import Claim, Document, DocumentRecords, Evidence, LinkStatus, Passage, PassageKind
from webapp.errors import UnknownThing
from webapp.marking import Mark, Run, runs


@dataclass(frozen=True, slots=True)
class Part:
    """A passage with its marked text, and the notes that stand on it."""

    passage: Passage
    runs: tuple[Run, ...]
    notes: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """What is shown together: a heading, a paragraph, a list, a table. `rows` for tables, `parts` for the others."""

    kind: str
    parts: tuple[Part, ...] = ()
    rows: tuple[tuple[Part, ...], ...] = ()
    level: int = 2


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything a document's page shows."""

    document: Document
    blocks: tuple[Block, ...]
    notes: tuple[Part, ...]
    claims: tuple[Claim, ...]
    evidence: dict[str, Evidence]
    provisional: frozenset[str] = field(default_factory=frozenset)
    contents: tuple[Part, ...] = ()


def read_document_page(view: View, slug: str) -> DocumentPage:
    """The document of that slug. Raises UnknownThing when it is not loaded."""
    quads = list(view.graph(document_graph(slug)))
    if not quads:
        raise UnknownThing(f"No document is known as {slug!r}.")
    return arrange(records_of(quads))


def arrange(records: DocumentRecords) -> DocumentPage:
    """Passages with their marks, in blocks; footnotes apart."""
    marks = _marks(records)
    notes_of: dict[int, list[Passage]] = defaultdict(list)
    for passage in records.passages:
        if passage.kind is PassageKind.FOOTNOTE and passage.host is not None:
            notes_of[passage.host].append(passage)
    parts = [
        Part(one, tuple(runs(one.text, marks.get(one.id, []))), tuple(notes_of.get(one.order, [])))
        for one in records.passages
    ]
    running = [part for part in parts if part.passage.kind is not PassageKind.FOOTNOTE]
    return DocumentPage(
        document=records.document,
        blocks=tuple(_blocks(running)),
        notes=tuple(part for part in parts if part.passage.kind is PassageKind.FOOTNOTE),
        claims=records.claims,
        evidence={one.id: one for one in records.evidence},
        provisional=frozenset(one.entity for one in records.mentions if one.status is LinkStatus.PROVISIONAL),
        contents=tuple(part for part in running if part.passage.kind is PassageKind.HEADING),
    )


def _marks(records: DocumentRecords) -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = defaultdict(list)
    claimed = {name for claim in records.claims for name in claim.evidence}
    for one in records.evidence:
        if one.id in claimed:
            marks[one.passage].append(Mark(one.at, one.to, "evidence", one.id))
    for mention in records.mentions:
        marks[mention.passage].append(Mark(mention.at, mention.to, "mention", entity_iri(mention.entity)))
    return marks


def _blocks(parts: Sequence[Part]) -> Iterator[Block]:
    start = 0
    while start < len(parts):
        kind = parts[start].passage.kind
        end = start + 1
        if kind in (PassageKind.ITEM, PassageKind.CELL):
            while end < len(parts) and parts[end].passage.kind is kind and not _new_table(parts[end - 1], parts[end]):
                end += 1
        yield _block(kind, parts[start:end])
        start = end


def _new_table(before: Part, after: Part) -> bool:
    """Rows of one table only go up."""
    return (after.passage.row or 0) < (before.passage.row or 0)


def _block(kind: PassageKind, parts: Sequence[Part]) -> Block:
    if kind is PassageKind.CELL:
        rows: dict[int, list[Part]] = defaultdict(list)
        for part in parts:
            rows[part.passage.row or 0].append(part)
        return Block("table", rows=tuple(tuple(cells) for _, cells in sorted(rows.items())))
    if kind is PassageKind.ITEM:
        return Block("list", tuple(parts))
    # The title of the page is h1, so headings of the document start at h2.
    return Block(str(kind), tuple(parts), level=min(max(parts[0].passage.level, 1) + 1, 6))
