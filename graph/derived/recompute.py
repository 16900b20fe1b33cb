"""Everything that is computed, from the documents and the reference data alone."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.contract import Store, View
from graph.counts import Counts
from graph.derived.authority import authority_graphs
from graph.derived.derivation import derived, derived_of_document
from graph.derived.entities import by_entity, entity_quads
from graph.derived.gather import document_quads_in, document_slugs
from graph.derived.statements import authority_statements, statements_of
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, REFERENCE_GRAPH, RUNS_GRAPH, VOID_GRAPH, entity_iri
from graph.quads import records_of
from graph.records import Description
from graph.terms import PREF_LABEL
from graph.void import void_quads


def recompute(store: Store) -> None:
    """Write vocabulary, reference data, entities, facts and counts anew, in one commit; documents stay as they are."""
    authority = authority_graphs()
    with store.writer() as writer, store.view() as view:
        for name, quads in (authority | computed_graphs(view, authority)).items():
            writer.replace(name, quads)


def computed_graphs(view: View, authority: dict[str, frozenset[Quad]]) -> dict[str, frozenset[Quad]]:
    """What graph/facts, graph/entities and graph/void must hold, by the documents in a view and the authority graphs.

    Raises RecordError when a document's graph cannot be read.
    """
    reference = authority[REFERENCE_GRAPH]
    counts = Counts()
    statements = authority_statements(reference)
    descriptions: list[Description] = []
    facts: set[Quad] = set()
    for slug in document_slugs(view):
        quads = document_quads_in(view, slug)
        item = records_of(quads)
        counts.add(quads)
        statements += statements_of(item)
        descriptions += item.descriptions
        facts |= derived_of_document(item.document)
    facts |= derived(statements)
    computed = {FACTS_GRAPH: frozenset(facts), ENTITIES_GRAPH: frozenset(_entities(descriptions, reference))}
    for graph in (*authority.values(), *computed.values(), view.graph(RUNS_GRAPH)):
        counts.add(graph)
    return computed | {VOID_GRAPH: frozenset(void_quads(counts))}


def _entities(descriptions: Iterable[Description], reference: Iterable[Quad]) -> set[Quad]:
    named = {
        quad.subject.value for quad in reference if quad.predicate == PREF_LABEL and isinstance(quad.subject, NamedNode)
    }
    quads: set[Quad] = set()
    for entity, proposed in by_entity(descriptions).items():
        if entity_iri(entity) not in named:
            quads |= entity_quads(proposed)
    return quads
