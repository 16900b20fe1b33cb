"""What a document says, as the quads of its named graph, and back.

`records_of(document_quads(records)) == ordered(records)`: nothing is lost but the order of what has
none in RDF.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from pyoxigraph import NamedNode, Quad

from graph.columns import Resource, Sheet, resources
from graph.errors import RecordError
from graph.iris import document_graph, slug_of_document_graph
from graph.quads_claims import (
    add_claims,
    add_descriptions,
    add_evidence,
    add_mentions,
    listing_name,
    read_claims,
    read_descriptions,
    read_evidence,
    read_mentions,
)
from graph.quads_document import add_document, add_passages, read_document, read_passages
from graph.records import Claim, DocumentRecords


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Identified)


def document_quads(records: DocumentRecords) -> list[Quad]:
    """All quads of a document's graph. Of two records with one name the first is kept.

    Raises RecordError when a passage names another that is not there, or is not of this document.
    """
    document = records.document
    sheet = Sheet(NamedNode(document_graph(document.slug)))
    add_document(sheet, document)
    add_passages(sheet, document, records.passages)
    add_mentions(sheet, _named(records.mentions))
    add_descriptions(sheet, _named(records.descriptions))
    add_evidence(sheet, document.slug, _named(records.evidence))
    add_claims(sheet, document.slug, _named(records.claims))
    return sheet.quads


def records_of(quads: Iterable[Quad]) -> DocumentRecords:
    """The records of one document's graph. Raises RecordError when the quads are not those of one document."""
    slug, found = _one_document(quads)
    document = read_document(slug, found)
    return ordered(
        DocumentRecords(
            document,
            read_passages(document, found),
            read_mentions(slug, found),
            read_descriptions(slug, found),
            read_evidence(slug, found),
            read_claims(slug, found),
        )
    )


def outline_of(quads: Iterable[Quad]) -> DocumentRecords:
    """The document, its descriptions and claims alone, claims by name: what facts are computed from.

    Raises RecordError as `records_of` does.
    """
    slug, found = _one_document(quads)
    return DocumentRecords(
        read_document(slug, found), descriptions=read_descriptions(slug, found), claims=read_claims(slug, found)
    )


def _one_document(quads: Iterable[Quad]) -> tuple[str, dict[str, Resource]]:
    quads = list(quads)
    slugs = {slug_of_document_graph(quad.graph_name.value) for quad in quads if isinstance(quad.graph_name, NamedNode)}
    slug = slugs.pop() if len(slugs) == 1 else None
    if slug is None:
        raise RecordError("these are not the quads of one document's graph")
    return slug, resources(quads)


def ordered(records: DocumentRecords) -> DocumentRecords:
    """The same records without doubles, in the order in which they are read back: that of the text."""
    document = records.document
    flags = tuple(sorted(document.flags, key=lambda flag: (flag.kind, flag.message)))
    place = {item.id: (item.start, item.end) for item in records.evidence}
    descriptions = [replace(row, labels=tuple(sorted(set(row.labels)))) for row in _distinct(records.descriptions)]
    claims = [_ordered_claim(claim, document.slug) for claim in _distinct(records.claims)]
    first = (0, 0)
    return DocumentRecords(
        replace(document, flags=tuple(replace(flag, evidence=tuple(sorted(flag.evidence))) for flag in flags)),
        tuple(sorted(records.passages, key=lambda row: row.order)),
        tuple(sorted(_distinct(records.mentions), key=lambda row: (row.start, row.end, row.entity))),
        tuple(sorted(descriptions, key=lambda row: (row.entity, row.cls, row.name, row.labels))),
        tuple(sorted(_distinct(records.evidence), key=lambda row: (row.start, row.end, row.passage))),
        tuple(sorted(claims, key=lambda row: (min(place.get(e, first) for e in row.evidence), row.id))),
    )


def _ordered_claim(claim: Claim, document: str) -> Claim:
    listing = None if claim.listing is None else listing_name(document, claim.listing)
    return replace(
        claim,
        evidence=tuple(sorted(set(claim.evidence))),
        inferences=tuple(sorted(set(claim.inferences))),
        listing=listing,
        exhaustive=claim.exhaustive and listing is not None,
    )


def _distinct(records: Sequence[_Record]) -> list[_Record]:
    return list(_named(records).values())


def _named(records: Sequence[_Record]) -> dict[str, _Record]:
    """Records by name; of two with one name the first is kept."""
    seen: dict[str, _Record] = {}
    for record in records:
        seen.setdefault(record.id, record)
    return seen
