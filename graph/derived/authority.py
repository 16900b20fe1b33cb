"""Vocabulary and reference data as quads, with a key by which a store knows whether it has these."""

from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.derived.derivation import VERSION
from graph.iris import ONTOLOGY_GRAPH, REFERENCE_GRAPH, digest
from graph.terms import SHA256
from ontology import reference_graph
from ontology.namespaces import BASE
from ontology.reference import FOLDER

_KEYED = NamedNode(REFERENCE_GRAPH)


def authority_graphs() -> dict[str, frozenset[Quad]]:
    """The graphs graph/ontology and graph/reference, the key among the latter."""
    return {
        ONTOLOGY_GRAPH: frozenset(_quads(reference_graph.ontology_lines(), ONTOLOGY_GRAPH)),
        REFERENCE_GRAPH: frozenset([*_quads(reference_graph.reference_lines(), REFERENCE_GRAPH), authority_key()]),
    }


@cache
def authority_key() -> Quad:
    """A quad that is another when vocabulary, reference data, base or the way of computing views is another.

    It rests on the files, not on the triples made of them, so that a start with nothing to do costs nothing.
    """
    return Quad(_KEYED, SHA256, Literal(digest(VERSION, BASE, *(path.read_bytes().hex() for path in _files()))), _KEYED)


def _files() -> list[Path]:
    package = FOLDER.parent
    return [package / "gcm.ttl", package / "reference_graph.py", *sorted(FOLDER.rglob("*.csv"))]


def _quads(lines: list[str], graph: str) -> list[Quad]:
    parsed = parse("".join(lines), format=RdfFormat.N_TRIPLES)
    return [Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph)) for quad in parsed]
