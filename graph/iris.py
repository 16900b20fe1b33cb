"""Mint and parse the IRIs of this service.

An entity is named everywhere by its *path*, `class-slug/name-slug` (`state/costa-rica`,
`objective/7`, `roundtable/imrf-2022-4`); its IRI is the base, `id/` and the path. What a document
says (passages, mentions, evidence, claims) has a content-addressed name.
"""

import hashlib
import re
import unicodedata

from ontology.namespaces import DOCUMENT, GRAPH, ID

_NOT_SLUG = re.compile(r"[^a-z0-9]+")

ONTOLOGY_GRAPH = f"{GRAPH}ontology"
REFERENCE_GRAPH = f"{GRAPH}reference"
ENTITIES_GRAPH = f"{GRAPH}entities"
FACTS_GRAPH = f"{GRAPH}facts"
DECISIONS_GRAPH = f"{GRAPH}decisions"
RUNS_GRAPH = f"{GRAPH}runs"
VOID_GRAPH = f"{GRAPH}void"


def slug(text: str, limit: int = 80) -> str:
    """Lower-case ASCII words joined by hyphens; at most `limit` characters, cut at a word.

    A text without any Latin letter or digit gets a digest, so that no two of them meet.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    name = _NOT_SLUG.sub("-", plain).strip("-")
    if not name:
        return f"x{digest(text)[:12]}"
    if len(name) > limit:
        name = name[:limit].rsplit("-", 1)[0] if "-" in name[:limit] else name[:limit]
    return name


def digest(*parts: object) -> str:
    """32 hexadecimal digits (128 bits) of BLAKE2b over the parts, each prefixed by its length.

    The length keeps ("ab", "c") apart from ("a", "bc"); None differs from the empty string.
    """
    data = [None if part is None else str(part).encode() for part in parts]
    prefixed = b"".join([b"-" if part is None else b"%d:%b" % (len(part), part) for part in data])
    return hashlib.blake2b(prefixed, digest_size=16).hexdigest()


def entity_iri(path: str) -> str:
    """`state/costa-rica` -> its IRI."""
    return f"{ID}{path}"


def entity_path(iri: str) -> str | None:
    """The path of an entity IRI of ours, or None."""
    return iri[len(ID) :] if iri.startswith(ID) else None


def document_iri(document_slug: str) -> str:
    """IRI of a document by its slug."""
    return f"{DOCUMENT}{document_slug}"


def document_graph(document_slug: str) -> str:
    """IRI of the named graph that holds all one document says."""
    return f"{GRAPH}document/{document_slug}"


def slug_of_document_graph(graph: str) -> str | None:
    """The document slug of such a graph, or None for any other graph."""
    prefix = f"{GRAPH}document/"
    return graph[len(prefix) :] if graph.startswith(prefix) else None
