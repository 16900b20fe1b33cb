"""One node of the graph as a small record: its properties by local name, from whichever graph holds them."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from graph.contract import Term, View

_FIRST = (
    "type",
    "subject",
    "predicate",
    "object",
    "unit",
    "measure",
    "role",
    "polarity",
    "modality",
    "status",
    "period",
)
"""Properties in the order in which a statement is read; the others follow by name."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node and the values of its properties, each list in a fixed order. Properties go by the end of their IRI."""

    iri: str
    properties: dict[str, list[Term]]

    def all(self, name: str) -> list[Term]:
        """Values of a property."""
        return self.properties.get(name, [])

    def one(self, name: str) -> Term | None:
        """First value of a property."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """First value of a property as plain text; concepts by the end of their IRI."""
        term = self.one(name)
        if isinstance(term, NamedNode):
            return local_name(term.value)
        return term.value if term is not None else ""

    def is_a(self, cls: str) -> bool:
        """Whether the node has a class of that local name."""
        return any(local_name(term.value) == cls for term in self.all("type"))


def local_name(iri: str) -> str:
    """What stands after the last `#` or `/`."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def read_node(view: View, iri: str) -> Node | None:
    """The node, or None when no graph says anything of it."""
    found: dict[str, set[Term]] = defaultdict(set)
    for quad in view.quads(NamedNode(iri)):
        if not isinstance(quad.object, Triple):
            found[local_name(quad.predicate.value)].add(quad.object)
    if not found:
        return None
    return Node(iri, {name: sorted(found[name], key=str) for name in sorted(found, key=_reading_order)})


def _reading_order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
