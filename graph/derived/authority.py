"""Vocabulary and reference data as quads, with a key by which a store knows whether it has these."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.derived.derivation import VERSION
from graph.iris import ONTOLOGY_GRAPH, REFERENCE_GRAPH, digest
from graph.terms import SHA256
from ontology import reference_graph
from ontology.namespaces import BASE, rebase
from ontology.reference import FOLDER

_VOCABULARY = FOLDER.parent / "gcm.ttl"
_KEYED = NamedNode(REFERENCE_GRAPH)


def authority_graphs() -> dict[str, frozenset[Quad]]:
    """The graphs graph/ontology and graph/reference, the key among the latter."""
    return {
        ONTOLOGY_GRAPH: frozenset(_in_graph(ONTOLOGY_GRAPH, _vocabulary())),
        REFERENCE_GRAPH: frozenset([*_in_graph(REFERENCE_GRAPH, _reference()), authority_key()]),
    }


@cache
def authority_key() -> Quad:
    """A quad that is another when vocabulary, reference data, base or the way of computing views is another.

    It rests on the files, not on the triples made of them, so that a start with nothing to do costs nothing.
    """
    return Quad(_KEYED, SHA256, Literal(digest(VERSION, BASE, *(path.read_bytes().hex() for path in _files()))), _KEYED)


def _files() -> list[Path]:
    return [_VOCABULARY, FOLDER.parent / "reference_graph.py", *sorted(FOLDER.rglob("*.csv"))]


def _vocabulary() -> Iterable[Quad]:
    return parse(rebase(_VOCABULARY.read_text(encoding="utf-8")), format=RdfFormat.TURTLE)


def _reference() -> Iterable[Quad]:
    return parse("".join(reference_graph.reference_lines()), format=RdfFormat.N_TRIPLES)


def _in_graph(graph: str, parsed: Iterable[Quad]) -> list[Quad]:
    return [Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph)) for quad in parsed]
