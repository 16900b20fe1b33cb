"""Whether a graph is what it must be: its shapes, and what no shape can say.

Every finding is a value; nothing is changed. Shapes are checked graph by graph and large graphs in
parts, so that memory stays flat.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode, Quad

from graph.check_shapes import shape_findings
from graph.conflicts import conflict
from graph.contract import View
from graph.derived.gather import decisions_in, document_quads_in, document_slugs
from graph.derived.recompute import computed_graphs
from graph.errors import GraphError, RecordError
from graph.iris import DECISIONS_GRAPH, ENTITIES_GRAPH, ONTOLOGY_GRAPH, REFERENCE_GRAPH, document_graph, entity_iri
from graph.quads import records_of
from graph.querying.inspection import Finding
from graph.records import DocumentRecords, Evidence, Mention
from graph.terms import PREF_LABEL

_MOST = 20  # examples of one kind; a broken graph is not listed triple by triple


def check(view: View) -> Iterator[Finding]:
    """Everything that is wrong; nothing when all is well."""
    yield from repeated_triples(view)
    named = _named(view)
    readable = True
    for slug in document_slugs(view):
        try:
            records = records_of(document_quads_in(view, slug))
        except (RecordError, KeyError, ValueError) as error:
            readable = False
            yield Finding(document_graph(slug), document_graph(slug), "readable", f"cannot be read: {error}")
            continue
        yield from document_findings(records, named)
    wrong = list(decision_findings(view))
    yield from wrong
    if readable and not wrong:
        yield from stale_views(view)
    yield from shape_findings(view)


def repeated_triples(view: View) -> Iterator[Finding]:
    """Triples that stand in more than one graph: a query over all graphs would count them twice.

    Known by 64-bit hashes, so that ten million of them fit into memory.
    """
    seen: set[int] = set()
    for graph in view.graphs():
        for quad in view.graph(graph):
            mark = hash(quad.triple)
            if mark in seen:
                yield Finding(graph, str(quad.subject), "one graph", f"{quad.triple} stands in another graph too")
            seen.add(mark)


def document_findings(records: DocumentRecords, named: set[object]) -> Iterator[Finding]:
    """Quotes that are not in the text, evidence that is not there, entities that nobody describes."""
    document = records.document
    graph = document_graph(document.slug)
    quotes: list[Evidence | Mention] = [*records.evidence, *records.mentions]
    for quote in quotes:
        if document.text[quote.start : quote.end] != quote.exact:
            yield Finding(graph, quote.id, "exact quote", f"{quote.exact[:60]!r} is not at {quote.start}-{quote.end}")
    there = {item.id for item in records.evidence}
    for claim in records.claims:
        for name in claim.evidence:
            if name not in there:
                yield Finding(graph, claim.id, "evidence", f"the claim names evidence {name}, which is not there")
    for path in sorted(_entities(records)):
        if NamedNode(entity_iri(path)) not in named:
            yield Finding(graph, path, "described", "is referred to, and nothing says what it is")


def decision_findings(view: View) -> Iterator[Finding]:
    """Decisions that cannot be read, or cannot hold together."""
    try:
        decisions = decisions_in(view)
    except (GraphError, ValueError) as error:
        yield Finding(DECISIONS_GRAPH, DECISIONS_GRAPH, "readable", f"cannot be read: {error}")
        return
    for place, one in enumerate(decisions):
        if one.active and (against := conflict(one, decisions[:place])):
            yield Finding(DECISIONS_GRAPH, one.id, "decisions", against)


def stale_views(view: View) -> Iterator[Finding]:
    """Where facts, entities or counts are not what the documents and the reference data give."""
    authority = {name: frozenset(view.graph(name)) for name in (ONTOLOGY_GRAPH, REFERENCE_GRAPH)}
    for graph, wanted in computed_graphs(view, authority).items():
        there = frozenset(view.graph(graph))
        yield from _differences(graph, wanted - there, "is missing")
        yield from _differences(graph, there - wanted, "follows from nothing")


def _differences(graph: str, quads: Iterable[Quad], message: str) -> Iterator[Finding]:
    for quad in islice(sorted(quads, key=str), _MOST):
        yield Finding(graph, str(quad.subject), "computed", f"{quad.predicate} {quad.object} {message}")


def _named(view: View) -> set[object]:
    graphs = (REFERENCE_GRAPH, ENTITIES_GRAPH)
    return {quad.subject for graph in graphs for quad in view.graph(graph) if quad.predicate == PREF_LABEL}


def _entities(records: DocumentRecords) -> set[str]:
    found = {mention.entity for mention in records.mentions}
    for claim in records.claims:
        found.add(claim.subject)
        if claim.object is not None:
            found.add(claim.object)
    return found
