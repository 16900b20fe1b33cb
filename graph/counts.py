"""How many triples, classes and properties the graph holds, kept up to date by what a change adds and removes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from graph.iris import VOID_GRAPH, slug_of_document_graph
from graph.terms import TYPE
from ontology.namespaces import GRAPH

DOCUMENTS = f"{GRAPH}document"


@dataclass(frozen=True, slots=True)
class Counts:
    """graphs: triples by named graph, those of all documents under one name. properties, classes: by IRI."""

    graphs: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)

    def add(self, quads: Iterable[Quad], sign: int = 1) -> None:
        """Count quads in, or out with sign -1."""
        graphs, properties, classes = self.graphs, self.properties, self.classes
        for quad in quads:
            predicate = quad.predicate
            graphs[_group(quad)] += sign
            properties[predicate.value] += sign
            if predicate == TYPE and isinstance(quad.object, NamedNode):
                classes[quad.object.value] += sign

    @property
    def triples(self) -> int:
        """All of them."""
        return self.graphs.total()


def _group(quad: Quad) -> str:
    name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else VOID_GRAPH
    return DOCUMENTS if slug_of_document_graph(name) is not None else name
