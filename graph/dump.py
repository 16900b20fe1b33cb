"""The whole graph as N-Quads or TriG, in an order that depends on nothing but the graph.

Graphs are written one after the other, sorted, so that memory is that of the largest graph. Blank
nodes (there are some only in foreign data) get the labels of RDFC-1.0, the W3C's canonical form.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Quad,
    RdfFormat,
    serialize,
)

from graph.contract import View
from graph.errors import GraphError
from ontology.namespaces import PREFIXES

FORMATS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}


def dump(view: View, format: str = "nq") -> Iterator[bytes]:
    """Parts of the serialisation, in UTF-8, one a graph. Raises GraphError for a format that is none of FORMATS."""
    if format not in FORMATS:
        raise GraphError(f"a dump is one of {', '.join(FORMATS)}, not {format!r}")
    for name in view.graphs():
        quads = sorted_quads(view.graph(name))
        if format == "trig":
            yield _serialized(quads, RdfFormat.TRIG, PREFIXES)
        else:
            yield _serialized(quads, RdfFormat.N_QUADS, None)


def sorted_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Quads by the text of subject, predicate, object, graph; blank nodes in canonical form."""
    found = list(quads)
    if any(isinstance(term, BlankNode) for quad in found for term in (quad.subject, quad.object)):
        dataset = Dataset(found)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        found = list(dataset)
    return sorted(found, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))


def _serialized(quads: Iterable[Quad], format: RdfFormat, prefixes: dict[str, str] | None) -> bytes:
    return serialize(quads, format=format, prefixes=prefixes) or b""
