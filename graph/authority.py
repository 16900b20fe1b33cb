"""Vocabulary and reference data as quads, with a key by which a store knows whether it has these."""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.derivation import VERSION
from graph.iris import ONTOLOGY_GRAPH, REFERENCE_GRAPH, digest, entity_iri
from graph.periods import is_edtf, time_literal
from graph.terms import (
    AUTHORITY_STATEMENT,
    CONTESTED,
    OBJECT,
    PERIOD,
    PREDICATE,
    PREF_LABEL,
    ROLE,
    SHA256,
    SOURCE,
    SUBJECT,
    TYPE,
    gcm,
)
from ontology import reference
from ontology.namespaces import ID, rebase


@cache
def authority_graphs() -> dict[str, frozenset[Quad]]:
    """The graphs graph/ontology and graph/reference, the key among the latter."""
    graphs = {ONTOLOGY_GRAPH: frozenset(_ontology()), REFERENCE_GRAPH: frozenset(_reference())}
    graphs[REFERENCE_GRAPH] |= {_key(graphs)}
    return graphs


def authority_key() -> Quad:
    """The quad that tells content of both graphs and the way in which views are computed."""
    node = NamedNode(REFERENCE_GRAPH)
    return next(q for q in authority_graphs()[REFERENCE_GRAPH] if q.subject == node and q.predicate == SHA256)


def _key(graphs: dict[str, frozenset[Quad]]) -> Quad:
    content = digest(VERSION, *sorted(str(quad) for quads in graphs.values() for quad in quads))
    return Quad(NamedNode(REFERENCE_GRAPH), SHA256, Literal(content), NamedNode(REFERENCE_GRAPH))


def _ontology() -> Iterator[Quad]:
    path = reference.FOLDER.with_name("gcm.ttl")
    graph = NamedNode(ONTOLOGY_GRAPH)
    for quad in parse(rebase(path.read_text(encoding="utf-8")), format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)


def _reference() -> Iterator[Quad]:
    graph = NamedNode(REFERENCE_GRAPH)
    for entity in reference.entities():
        subject = NamedNode(entity_iri(entity.path))
        yield Quad(subject, TYPE, gcm(entity.cls), graph)
        yield Quad(subject, PREF_LABEL, Literal(entity.name, language="en"), graph)
    for row in reference.statements():
        name = digest("statement", row.subject, row.predicate, row.object, row.period, row.role)
        subject = NamedNode(f"{ID}statement/{name}")
        yield Quad(subject, TYPE, AUTHORITY_STATEMENT, graph)
        yield Quad(subject, SUBJECT, NamedNode(entity_iri(row.subject)), graph)
        yield Quad(subject, PREDICATE, gcm(row.predicate), graph)
        is_entity = row.object in reference.by_path()
        object = NamedNode(entity_iri(row.object)) if is_entity else Literal(row.object)
        yield Quad(subject, OBJECT, time_literal(row.object) if is_edtf(row.object) else object, graph)
        yield Quad(subject, CONTESTED, Literal(row.contested), graph)
        yield Quad(subject, SOURCE, Literal(row.source), graph)
        if row.period:
            yield Quad(subject, PERIOD, time_literal(row.period), graph)
        if row.role:
            yield Quad(subject, ROLE, Literal(row.role), graph)
