"""A view of a generation in this process: named queries at once, queries that users wrote through the pool.

Iterators of pyoxigraph end the whole process when another thread touches them, so none leaves this module: results
are lists, or are read one graph at a time.
"""

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self

from pyoxigraph import NamedNode, Quad, QuerySolutions, QueryTriples, Triple

from graph.contract import Answer, Row, Selection, Term
from graph.errors import GraphError, QuerySyntaxError, StoreError
from graph.generation import Generation
from graph.querying import wire
from graph.querying.guard import inspect
from graph.querying.media import wanted
from graph.querying.pool import Pool
from graph.querying.query import NamedQuery, named_query
from graph.querying.syntax import explained
from ontology.settings import Settings


class LocalView:
    """One whole state, read from a pinned generation (which it gives back on `close`)."""

    def __init__(self, generation: Generation, pool: Pool, settings: Settings) -> None:
        self._generation, self._pool, self._settings = generation, pool, settings
        self._open = True

    @property
    def generation(self) -> str:
        """Name of the state."""
        return self._generation.name

    def query(self, text: str, accept: Mapping[str, str], selection: Selection | None = None) -> Answer:
        """Evaluate a query a user wrote in a worker process; see graph.contract.View."""
        shape = inspect(text)
        media_types = wanted(accept)
        request = wire.Request(
            text=text,
            accept=media_types,
            own_dataset=shape.selection is not None,
            selection=selection or None,
            seconds=self._settings.query_seconds,
            max_bytes=self._settings.query_result_mb * 1024 * 1024,
        )
        try:
            reply = self._pool.evaluate(self._pinned(), request)
        except QuerySyntaxError as error:
            raise explained(text, error) from error
        kind = wire.KINDS[reply.status]
        return Answer(reply.body, media_types[kind], kind, self.generation)

    def rows(self, name: str, /, **bindings: Term) -> list[Row]:
        """Rows of the named SELECT query."""
        result = self._run(named_query(name), bindings)
        if not isinstance(result, QuerySolutions):
            raise GraphError(f"query {name} is no SELECT")
        columns = [(variable.value, variable) for variable in result.variables]
        return [{column: solution[variable] for column, variable in columns} for solution in result]

    def triples(self, name: str, /, **bindings: Term) -> list[Triple]:
        """Triples of the named CONSTRUCT or DESCRIBE query."""
        result = self._run(named_query(name), bindings)
        if not isinstance(result, QueryTriples):
            raise GraphError(f"query {name} is no CONSTRUCT")
        return list(result)

    def graph(self, graph: str) -> Iterator[Quad]:
        """All quads of one named graph."""
        return iter(list(self._pinned().store().quads_for_pattern(None, None, None, NamedNode(graph))))

    def graphs(self) -> list[str]:
        """IRIs of the named graphs, sorted."""
        names = self._pinned().store().named_graphs()
        return sorted(name.value for name in names if isinstance(name, NamedNode))

    def quads(
        self, subject: Term | None = None, predicate: NamedNode | None = None, object: Term | None = None
    ) -> Iterator[Quad]:
        """Quads that match a pattern; one without subject and object is read graph by graph."""
        store = self._pinned().store()
        if subject is None and object is None:
            return self._by_graph(self.graphs(), predicate)
        return iter(list(store.quads_for_pattern(subject, predicate, object, None)))  # type: ignore[arg-type]

    def _by_graph(self, graphs: list[str], predicate: NamedNode | None) -> Iterator[Quad]:
        """Holds the generation itself: reading one whose files are gone takes all memory (Oxigraph 0.5)."""
        generation = self._generation
        if not generation.pin():
            raise StoreError("the view is closed")
        try:
            for graph in graphs:
                yield from list(generation.store().quads_for_pattern(None, predicate, None, NamedNode(graph)))
        finally:
            generation.release()

    def _run(self, query: NamedQuery, bindings: Mapping[str, Term]) -> object:
        union = query.shape.selection is None
        return self._pinned().store().query(query.bind(bindings), use_default_graph_as_union=union)

    def _pinned(self) -> Generation:
        if not self._open:
            raise StoreError("the view is closed")
        return self._generation

    def close(self) -> None:
        """Give the state back; a second time does nothing."""
        if self._open:
            self._open = False
            self._generation.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
