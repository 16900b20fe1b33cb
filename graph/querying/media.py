"""The media types of answers, by kind of answer, and the serialisation behind each."""

from collections.abc import Mapping
from typing import Final

from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.errors import QueryRefused

RESULTS: Final[Mapping[str, QueryResultsFormat]] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS: Final[Mapping[str, RdfFormat]] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
}
MEDIA_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "solutions": tuple(RESULTS),
    "boolean": tuple(RESULTS),
    "graph": tuple(GRAPHS),
}
"""What each kind of answer can be written as; the first is the default."""

BY_NAME: Final[Mapping[str, Mapping[str, str]]] = {
    name: {"solutions": table, "boolean": table, "graph": triples}
    for name, table, triples in (
        ("csv", "text/csv", "text/turtle"),
        ("tsv", "text/tab-separated-values", "text/turtle"),
        ("json", "application/sparql-results+json", "application/ld+json"),
        ("xml", "application/sparql-results+xml", "application/rdf+xml"),
    )
}
"""What each kind of answer is written as when somebody names a format for all."""


def wanted(accept: Mapping[str, str]) -> dict[str, str]:
    """A media type for each kind of answer: the one wanted, else the default.

    Raises QueryRefused when it is none we write.
    """
    chosen = {}
    for kind, offered in MEDIA_TYPES.items():
        chosen[kind] = accept.get(kind, offered[0])
        if chosen[kind] not in offered:
            raise QueryRefused(f"an answer of kind {kind} cannot be written as {chosen[kind]}")
    return chosen
