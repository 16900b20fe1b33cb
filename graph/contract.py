"""The contract of a store: Store, Writer, View (after nomenklatura), and the terms they speak.

A reader holds a View: one whole state, never half a load. Only a loader gets a Writer. User-written
queries go through `View.query`, which guards and limits them; our own queries are files
(`graph/queries/*.rq`) run by name with RDF terms bound, through `View.rows` and `View.triples`.
Terms are pyoxigraph's (NamedNode, BlankNode, Literal, Quad): every implementation speaks them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal
Row = Mapping[str, Term | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """The dataset of a protocol request: `default-graph-uri` and `named-graph-uri` (SPARQL 1.1 Protocol, 2.1.4)."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)


@dataclass(frozen=True, slots=True)
class Answer:
    """The serialised answer to a query; `kind` is solutions, boolean or graph."""

    body: bytes
    media_type: str
    kind: str
    generation: str


class View(Protocol):
    """One whole, unchanging state of the graph."""

    @property
    def generation(self) -> str:
        """Name of the state; it changes with every commit."""
        ...

    def query(self, text: str, accept: Mapping[str, str], selection: Selection | None = None) -> Answer:
        """Evaluate a query a user wrote, under guard and limits.

        accept: media type wanted for each kind of answer, `{"solutions": ..., "boolean": ..., "graph": ...}`.
        Without a selection and without FROM the default graph is the union of all graphs.
        Raises QuerySyntaxError, QueryRefused, QueryTimeout, QueryTooLarge, QueryBusy.
        """
        ...

    def rows(self, name: str, /, **bindings: Term) -> list[Row]:
        """Rows of the named SELECT query with variables bound to terms."""
        ...

    def triples(self, name: str, /, **bindings: Term) -> list[Triple]:
        """Triples of the named CONSTRUCT query with variables bound to terms."""
        ...

    def graph(self, graph: str) -> Iterator[Quad]:
        """All quads of one named graph; nothing when it does not exist."""
        ...

    def graphs(self) -> list[str]:
        """IRIs of the named graphs, sorted."""
        ...

    def quads(
        self, subject: Term | None = None, predicate: NamedNode | None = None, object: Term | None = None
    ) -> Iterator[Quad]:
        """Quads that match a pattern in any named graph."""
        ...

    def close(self) -> None:
        """Give the state back."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Writer(Protocol):
    """Collects changes and makes them visible all at once on leaving the `with` block without an error."""

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Make these the only quads of the graph."""
        ...

    def withdraw(self, graph: str) -> None:
        """Remove the graph."""
        ...

    def patch(self, graph: str, remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        """Take quads out of a graph and put others in."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Store(Protocol):
    """Where the graph is kept. One writer at a time; any number of views."""

    def view(self) -> View:
        """The state that was committed last."""
        ...

    def writer(self) -> Writer:
        """A writer; waits for the one before it. Raises StoreFull or StoreUnreachable when leaving."""
        ...

    def close(self) -> None:
        """End workers and release locks."""
        ...
