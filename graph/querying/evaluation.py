"""Evaluate one query on an open store and serialise its answer, up to a size."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store, Triple, serialize

from graph.querying.media import GRAPHS, RESULTS
from graph.querying.wire import Reply, Request, Status
from ontology.namespaces import BASE, PREFIXES

_WITH_PREFIXES = (RdfFormat.TURTLE, RdfFormat.TRIG)


class _TooLarge(Exception):
    """The answer has passed its limit; raised inside write(), it ends the query."""


class _Sink:
    """A file that takes so many bytes and no more."""

    def __init__(self, limit: int) -> None:
        self.chunks: list[bytes] = []
        self.left = limit

    def write(self, data: bytes) -> int:
        """Keep the bytes."""
        self.left -= len(data)
        if self.left < 0:
            raise _TooLarge
        self.chunks.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing to do: the bytes are in memory."""


def evaluate(store: Store, request: Request) -> Reply:
    """The serialised answer, or why there is none: this never raises for what a query can cause."""
    sink = _Sink(request.max_bytes)
    try:
        status = _answer(store, request, sink)
    except SyntaxError as error:
        return Reply(Status.SYNTAX, str(error).encode())
    except (_TooLarge, MemoryError):
        return Reply(Status.TOO_LARGE, b"")
    except (OSError, RuntimeError, ValueError) as error:
        return Reply(Status.FAILED, str(error).encode())
    return Reply(status, b"".join(sink.chunks))


def _answer(store: Store, request: Request, sink: _Sink) -> Status:
    result = run(store, request)
    if isinstance(result, QuerySolutions):
        result.serialize(sink, RESULTS[request.accept["solutions"]])  # type: ignore[arg-type]
        return Status.SOLUTIONS
    if isinstance(result, QueryBoolean):
        result.serialize(sink, RESULTS[request.accept["boolean"]])  # type: ignore[arg-type]
        return Status.BOOLEAN
    format = GRAPHS[request.accept["graph"]]
    if format in _WITH_PREFIXES:  # the serialiser of results writes no prefixes
        triples = list(result)
        serialize(triples, sink, format, prefixes=_used_prefixes(triples))  # type: ignore[arg-type]
    else:
        result.serialize(sink, format)  # type: ignore[arg-type]
    return Status.GRAPH


def _used_prefixes(triples: Iterable[Triple]) -> dict[str, str]:
    """The prefixes of our table under which something in the triples stands."""
    iris = {term.value for triple in triples for term in triple if isinstance(term, NamedNode)}
    namespaces = {iri[: max(iri.rfind("#"), iri.rfind("/")) + 1] for iri in iris}
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if namespace in namespaces}


def run(store: Store, request: Request) -> QuerySolutions | QueryBoolean | QueryTriples:
    """The result of a query over its dataset.

    Relative IRIs are resolved against the base of this service (SPARQL 1.1 Query, 4.1.1.2).
    pyoxigraph lets each dataset parameter hide FROM, so a query with FROM gets none.
    """
    if request.selection is not None:
        return store.query(
            request.text,
            base_iri=BASE,
            default_graph=[NamedNode(iri) for iri in request.selection.default],
            named_graphs=[NamedNode(iri) for iri in request.selection.named],
        )
    return store.query(request.text, base_iri=BASE, use_default_graph_as_union=not request.own_dataset)
