"""A store on any SPARQL 1.1 server: queries by SPARQLWrapper, whole graphs by the Graph Store Protocol.

What such a server must offer, and where this store promises less than the others, is in docs/howto/remote-store.md.
A small graph of its own, `graph/state`, carries the name of the state, so that every process sees that another wrote.
"""

import ast
import warnings
from collections.abc import Iterator, Mapping
from math import ceil
from types import TracebackType
from typing import Self
from uuid import uuid4

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)
from SPARQLWrapper import POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from graph.contract import Answer, Row, Selection, Term
from graph.errors import GraphError, QuerySyntaxError, StoreError
from graph.querying.guard import inspect
from graph.querying.media import wanted
from graph.querying.query import named_query
from graph.querying.syntax import explained
from graph.stores.changes import Change, Changes
from graph.stores.graph_store_protocol import GraphStore
from graph.stores.remote_errors import network_errors, read_limited, refusal
from graph.stores.writing import CollectingWriter, Turn
from ontology.namespaces import GRAPH, ONTOLOGY
from ontology.settings import Settings

STATE_GRAPH = f"{GRAPH}state"
_STATE_NAME = NamedNode(f"{ONTOLOGY}stateName")
_JSON = "application/sparql-results+json"
_N_TRIPLES = "application/n-triples"


class RemoteStore:
    """The store behind the query address `settings.store_url`. Raises StoreUnreachable, StoreError."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._turn = Turn()
        self._graphs = GraphStore(settings.store_url, settings.query_seconds)
        self.view().close()

    def view(self) -> "RemoteView":
        """What the server holds. It is no snapshot: what others write meanwhile is seen in it."""
        return RemoteView(self._settings)

    def writer(self) -> "RemoteWriter":
        """A writer; waits for the one before it in this process, not for other processes."""
        return RemoteWriter(self._turn, self._graphs, self._settings)

    def close(self) -> None:
        """Nothing is held open."""


class RemoteView:
    """The server's graph, under the name it had when the view was made."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.generation = self._state()

    def query(self, text: str, accept: Mapping[str, str], selection: Selection | None = None) -> Answer:
        """Evaluate a query a user wrote on the server; see graph.contract.View.

        FROM is sent as the dataset of the request: a server with a union default graph may not see it otherwise.
        """
        shape = inspect(text)
        media_type = wanted(accept)[shape.kind]
        try:
            body = self._ask(text, media_type, selection or shape.selection)
        except QuerySyntaxError as error:
            raise explained(text, error) from error
        return Answer(body, media_type, shape.kind, self.generation)

    def rows(self, name: str, /, **bindings: Term) -> list[Row]:
        """Rows of the named SELECT query."""
        query = named_query(name)
        if query.shape.form != "SELECT":
            raise GraphError(f"query {name} is no SELECT")
        body = self._ask(query.bind(bindings), _JSON, query.shape.selection)
        result = parse_query_results(body, QueryResultsFormat.JSON)
        if not isinstance(result, QuerySolutions):
            raise StoreError(f"{self._settings.store_url} gave no rows for a SELECT")
        columns = [(variable.value, variable) for variable in result.variables]
        return [{column: solution[variable] for column, variable in columns} for solution in result]

    def triples(self, name: str, /, **bindings: Term) -> list[Triple]:
        """Triples of the named CONSTRUCT or DESCRIBE query."""
        query = named_query(name)
        if query.shape.kind != "graph":
            raise GraphError(f"query {name} is no CONSTRUCT")
        body = self._ask(query.bind(bindings), _N_TRIPLES, query.shape.selection)
        return [quad.triple for quad in parse(body, RdfFormat.N_TRIPLES)]

    def graph(self, graph: str) -> Iterator[Quad]:
        """All quads of one named graph."""
        return self._quads(graph=NamedNode(graph))

    def graphs(self) -> list[str]:
        """IRIs of the named graphs, sorted; without the one that carries the name of the state."""
        rows = self.rows("store_graphs")
        return sorted(row["graph"].value for row in rows if _is_ours(row["graph"]))  # type: ignore[union-attr]

    def quads(
        self, subject: Term | None = None, predicate: NamedNode | None = None, object: Term | None = None
    ) -> Iterator[Quad]:
        """Quads that match a pattern; all of them are read graph by graph."""
        if subject is None and object is None:
            for graph in self.graphs():
                yield from self._quads(graph=NamedNode(graph), predicate=predicate)
        else:
            yield from self._quads(subject=subject, predicate=predicate, object=object)

    def _quads(self, **pattern: Term | None) -> Iterator[Quad]:
        bindings = {name: term for name, term in pattern.items() if term is not None}
        for row in self.rows("store_quads", **bindings):
            graph = row.get("graph", bindings.get("graph"))
            terms = [row.get(name) or bindings[name] for name in ("subject", "predicate", "object")]
            if _is_ours(graph):
                yield Quad(terms[0], terms[1], terms[2], graph)  # type: ignore[arg-type]

    def _state(self) -> str:
        """The name the last writer left. Raises StoreError when the default graph is not the union of all."""
        rows = self.rows("store_state")
        if rows and str(rows[0]["seen"]) == str(Literal(False)):
            raise StoreError(
                f"{self._settings.store_url}: its default graph must be the union of the named graphs "
                "(for Oxigraph: --union-default-graph)"
            )
        return rows[0]["name"].value if rows else "0"  # type: ignore[union-attr]

    def _ask(self, text: str, media_type: str, selection: Selection | None) -> bytes:
        request = SPARQLWrapper(self._settings.store_url)
        request.setMethod(POST)
        request.setOnlyConneg(True)
        request.setTimeout(ceil(self._settings.query_seconds))
        request.addCustomHttpHeader("Accept", media_type)
        for iri in selection.default if selection else ():
            request.addParameter("default-graph-uri", iri)
        for iri in selection.named if selection else ():
            request.addParameter("named-graph-uri", iri)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # it warns of a form it does not know; the server refuses
            request.setQuery(text)
        with network_errors(self._settings):
            try:
                with request.query().response as response:
                    return read_limited(response, self._settings)
            except SPARQLWrapperException as error:
                raise self._refusal(error) from error

    def _refusal(self, error: SPARQLWrapperException) -> GraphError:
        """SPARQLWrapper keeps the status as the cause, and the server's words as a literal inside its message."""
        code = getattr(error.__context__, "code", 500)
        _, _, literal = str(error).partition("Response:\n")
        return refusal(code, ast.literal_eval(literal) if literal else b"", self._settings)

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class RemoteWriter(CollectingWriter):
    """Puts whole graphs. Each is replaced at once; all of them are not: the state has no lasting name meanwhile."""

    def __init__(self, turn: Turn, graphs: GraphStore, settings: Settings) -> None:
        super().__init__(turn)
        self._graphs, self._settings = graphs, settings

    def _commit(self) -> None:
        if not self._changes:
            return
        self._name("writing")
        for graph, change in _by_graph(self._changes).items():
            self._graphs.put(graph, self._content(graph, change))
        self._name("state")

    def _name(self, kind: str) -> None:
        name = Literal(f"{kind}-{uuid4().hex}")
        self._graphs.put(STATE_GRAPH, [Triple(NamedNode(STATE_GRAPH), _STATE_NAME, name)])

    def _content(self, graph: str, changes: list[Change]) -> list[Triple]:
        content: dict[Triple, None] = {}
        if not changes[0].whole:
            content = dict.fromkeys(quad.triple for quad in RemoteView(self._settings).graph(graph))
        for change in changes:
            if change.whole:
                content.clear()
            for quad in change.remove:
                content.pop(quad.triple, None)
            content.update(dict.fromkeys(quad.triple for quad in change.add))
        return list(content)


def _by_graph(changes: Changes) -> dict[str, list[Change]]:
    grouped: dict[str, list[Change]] = {}
    for change in changes:
        grouped.setdefault(change.graph.value, []).append(change)
    return grouped


def _is_ours(graph: object) -> bool:
    return isinstance(graph, NamedNode) and graph.value != STATE_GRAPH
