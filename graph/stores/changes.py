"""Changes to named graphs: collected first, applied to a store together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Store

from graph.errors import StoreError

BULK = 5_000
"""From so many quads on, writing new files (bulk_extend) is faster than a transaction (extend)."""
FLUSHED = 100_000
"""After so many removals one by one what the engine holds of them in memory is written: it would hold a gigabyte."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one graph: taken away whole or quad by quad, then added to."""

    graph: NamedNode
    whole: bool
    remove: list[Quad] = field(default_factory=list)
    add: list[Quad] = field(default_factory=list)


class Changes:
    """What a writer was told, in order."""

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self.size = 0

    def __bool__(self) -> bool:
        return bool(self._changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self._changes)

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Make these the only quads of the graph. Raises StoreError for a quad of another graph."""
        node = NamedNode(graph)
        self._take(Change(node, True, add=_of(node, quads)))

    def withdraw(self, graph: str) -> None:
        """Remove the graph."""
        self._take(Change(NamedNode(graph), True))

    def patch(self, graph: str, remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        """Take quads out of the graph, then put others in. Raises StoreError for a quad of another graph."""
        node = NamedNode(graph)
        self._take(Change(node, False, _of(node, remove), _of(node, add)))

    def _take(self, change: Change) -> None:
        self._changes.append(change)
        self.size += len(change.remove) + len(change.add) + 1

    def clear(self) -> None:
        """Forget all."""
        self._changes.clear()
        self.size = 0


def _of(graph: NamedNode, quads: Iterable[Quad]) -> list[Quad]:
    """The quads as a list, all of that graph: a quad that goes astray would break "one triple, one graph"."""
    found = list(quads)
    for quad in found:
        if quad.graph_name != graph:
            raise StoreError(f"a quad of {quad.graph_name} was given to {graph}")
    return found


def apply(store: Store, changes: Iterable[Change]) -> None:
    """Change the store; additions go in together. Raises OSError when it cannot write."""
    added: list[Quad] = []
    touched: set[str] = set()
    for change in changes:
        if (change.whole or change.remove) and change.graph.value in touched:
            _add(store, added)
            touched.clear()
        if change.whole:
            _remove(store, change.graph)
        for quad in change.remove:
            store.remove(quad)
        if change.add:
            added += change.add
            touched.add(change.graph.value)
        elif change.remove and next(store.quads_for_pattern(None, None, None, change.graph), None) is None:
            store.remove_graph(change.graph)  # else it would stay in the list of graphs, empty
    _add(store, added)


def _remove(store: Store, graph: NamedNode) -> None:
    """Quad by quad: the time of one transaction over all of a large graph grows faster than the graph."""
    if store.contains_named_graph(graph):
        for number, quad in enumerate(store.quads_for_pattern(None, None, None, graph), 1):  # of the state from before
            store.remove(quad)
            if number % FLUSHED == 0:
                store.flush()
        store.remove_graph(graph)


def _add(store: Store, quads: list[Quad]) -> None:
    if len(quads) >= BULK:
        store.bulk_extend(quads)
    elif quads:
        store.extend(quads)
    quads.clear()
