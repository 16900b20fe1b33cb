"""The formats on offer: one table from name to media type, and how quads are written in each."""

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from ontology.namespaces import PREFIXES
from webapp.negotiation import Choice

HTML = Choice("html", "text/html", explicit=True)

TRIPLES = (
    Choice("ttl", "text/turtle"),
    Choice("jsonld", "application/ld+json"),
    Choice("nt", "application/n-triples"),
    Choice("rdf", "application/rdf+xml"),
)
"""Formats of a description (a set of triples), by suffix."""

GENERAL = (
    Choice("jsonld", "application/json", explicit=True),
    Choice("rdf", "application/xml", explicit=True),
    Choice("rdf", "text/xml", explicit=True),
)
"""What programs ask for that know no RDF media type, and the format they can read."""

QUADS = (
    Choice("nq", "application/n-quads"),
    Choice("trig", "application/trig"),
    *TRIPLES,
)
"""Formats of a named graph."""

SOLUTIONS = (
    Choice("json", "application/sparql-results+json"),
    Choice("xml", "application/sparql-results+xml"),
    Choice("csv", "text/csv"),
    Choice("tsv", "text/tab-separated-values"),
    Choice("json", "application/json"),
    Choice("xml", "application/xml"),
    Choice("xml", "text/xml"),
)
"""Formats of the answer to SELECT and ASK, with the general types that clients ask for in their place."""

GRAPH_ANSWERS = (
    *TRIPLES,
    Choice("ttl", "application/x-turtle"),
    Choice("ttl", "application/turtle"),
    Choice("nt", "text/plain"),
    Choice("rdf", "application/xml"),
    Choice("rdf", "text/xml"),
    Choice("jsonld", "application/json"),
)
"""Formats of the answer to CONSTRUCT and DESCRIBE."""

CANONICAL = {choice.name: choice.media_type for choice in reversed((*SOLUTIONS, *GRAPH_ANSWERS))}
"""Format name -> the media type that the engine knows it by."""

SPELLINGS = {
    "turtle": "ttl", "x-turtle": "ttl", "n3": "ttl", "text/turtle": "ttl",
    "json-ld": "jsonld", "application/ld+json": "jsonld", "ld+json": "jsonld",
    "n-triples": "nt", "ntriples": "nt", "nt11": "nt", "application/n-triples": "nt",
    "rdf+xml": "rdf", "rdfxml": "rdf", "rdf-xml": "rdf", "application/rdf+xml": "rdf", "owl": "rdf",
    "n-quads": "nq", "nquads": "nq", "application/n-quads": "nq", "application/trig": "trig",
    "application/sparql-results+json": "json", "application/json": "json",
    "application/sparql-results+xml": "xml", "application/xml": "xml", "text/xml": "xml",
    "text/csv": "csv", "text/tab-separated-values": "tsv", "text/html": "html",
}  # fmt: skip
"""What clients write in `format=`, `output=` and `results=`, in our names."""

EXTENSIONS = {"ttl", "jsonld", "nt", "rdf", "nq", "trig", "html"}

_ENGINE = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
}


def format_name(written: str | None) -> str | None:
    """Our name of what a client wrote (`turtle`, a media type); unknown spellings come back in lower case."""
    if not written:
        return None
    text = written.strip().lower()
    return SPELLINGS.get(text, text)


def write_triples(triples: Iterable[Triple], name: str) -> bytes:
    """A set of triples in a format of TRIPLES, in an order that depends on nothing but the triples."""
    unique = sorted(set(triples), key=str)
    if name != "ttl":
        return serialize(unique, format=_ENGINE[name]) or b""
    return _tidy(serialize(unique, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"")


def write_quads(quads: Iterable[Quad], name: str) -> bytes:
    """The quads of one graph in a format of QUADS; formats without graph names get the triples."""
    if name in ("ttl", "jsonld", "nt", "rdf"):
        return write_triples((quad.triple for quad in quads), name)
    unique = sorted(set(quads), key=str)
    if name != "trig":
        return serialize(unique, format=_ENGINE[name]) or b""
    return _tidy(serialize(unique, format=RdfFormat.TRIG, prefixes=PREFIXES) or b"")


def _tidy(document: bytes) -> bytes:
    """The engine declares all prefixes in no fixed order; those in use, sorted, make equal graphs equal bytes."""
    lines = document.split(b"\n")
    start = next((at for at, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    body = b"\n".join(lines[start:])
    used = [line for line in sorted(lines[:start]) if line.split()[1] in body]
    return b"\n".join([*used, body])
