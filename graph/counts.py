"""How many triples, classes and properties the graph holds, kept up to date by what a change adds and removes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter

from pyoxigraph import NamedNode, Quad

from graph.iris import VOID_GRAPH, slug_of_document_graph
from graph.terms import TYPE
from ontology.namespaces import GRAPH

_GRAPH, _PREDICATE = attrgetter("graph_name"), attrgetter("predicate")
_TOGETHER = 5_000  # quads that are in memory at a time
DOCUMENTS = f"{GRAPH}document"


@dataclass(frozen=True, slots=True)
class Counts:
    """graphs: triples by named graph, those of all documents under one name. properties, classes: by IRI."""

    graphs: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)

    def add(self, quads: Iterable[Quad], sign: int = 1) -> None:
        """Count quads in, or out with sign -1."""
        rest = iter(quads)
        while portion := list(islice(rest, _TOGETHER)):
            self._add(portion, sign)

    def _add(self, quads: list[Quad], sign: int) -> None:
        for name, number in Counter(map(_GRAPH, quads)).items():
            self.graphs[_group(name)] += sign * number
        for predicate, number in Counter(map(_PREDICATE, quads)).items():
            self.properties[predicate.value] += sign * number
        classes = Counter(quad.object for quad in quads if quad.predicate == TYPE)
        for cls, number in classes.items():
            if isinstance(cls, NamedNode):
                self.classes[cls.value] += sign * number

    @property
    def triples(self) -> int:
        """All of them."""
        return self.graphs.total()


def _group(graph: object) -> str:
    name = graph.value if isinstance(graph, NamedNode) else VOID_GRAPH
    return DOCUMENTS if slug_of_document_graph(name) is not None else name
