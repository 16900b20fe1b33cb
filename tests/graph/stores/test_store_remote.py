"""A store on a SPARQL server: what only it has to bear."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from graph.errors import (
    GraphError,
    QueryBusy,
    QueryError,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
    StoreError,
    StoreFull,
    StoreUnreachable,
)
from graph.stores.graph_store_protocol import candidates
from graph.stores.store_remote import STATE_GRAPH, RemoteStore
from ontology.settings import load_settings
from tests.graph.conftest import Serve
from tests.graph.quads_of import A, B, says, words

pytestmark = pytest.mark.server


def test_two_processes_see_what_the_other_wrote(serve: Serve) -> None:
    """By the name of the state, which the server keeps."""
    settings = load_settings({}, store_url=serve("--union-default-graph"))
    one, two = RemoteStore(settings), RemoteStore(settings)
    before = two.view().generation
    with one.writer() as writer:
        writer.replace(A, says(A, "x"))
    assert two.view().generation == one.view().generation != before
    assert words(two.view().graph(A)) == ["x"]
    assert STATE_GRAPH not in two.view().graphs()
    assert words(two.view().quads()) == ["x"]


def test_a_server_without_union_is_refused(serve: Serve) -> None:
    """At the first look after the first write, with what to do about it."""
    store = RemoteStore(load_settings({}, store_url=serve()))
    with store.writer() as writer:
        writer.replace(A, says(A, "x"))
    with pytest.raises(StoreError, match="--union-default-graph"):
        store.view()


class _Server(http.server.BaseHTTPRequestHandler):
    """Answers what its server was told to: a status and a body, or nothing for long."""

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        text = self.rfile.read(length).decode()
        self.server.asked.append(text)  # type: ignore[attr-defined]
        status, body = self.server.answers.pop(0) if "store" not in text else (200, EMPTY)  # type: ignore[attr-defined]
        if status == 0:
            self.server.release.wait()  # type: ignore[attr-defined]
            return
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.server.put_status)  # type: ignore[attr-defined]
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


EMPTY = b'{"head":{"vars":["name","seen"]},"results":{"bindings":[]}}'


@pytest.fixture
def odd() -> Iterator[http.server.ThreadingHTTPServer]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server) as server:
        server.asked, server.answers, server.put_status = [], [(200, EMPTY)], 204  # type: ignore[attr-defined]
        server.release = threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.release.set()  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


def remote(server: http.server.ThreadingHTTPServer) -> RemoteStore:
    url = f"http://127.0.0.1:{server.server_address[1]}/ds/query"
    return RemoteStore(load_settings({}, store_url=url, query_seconds=1.0, query_result_mb=1))


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, b"error at 1:7: expected SELECT", QuerySyntaxError),
        (401, b"", StoreError),
        (404, b"", StoreError),
        (413, b"", QueryTooLarge),
        (500, b"broken\nin two lines", QueryError),
        (503, b"", QueryBusy),
        (504, b"", QueryTimeout),
        (418, b"", QueryError),
        (200, b"x" * (2 << 20), QueryTooLarge),
        (0, b"", QueryTimeout),
    ],
)
def test_what_a_server_refuses_comes_as_our_error(
    odd: http.server.ThreadingHTTPServer, status: int, body: bytes, error: type[GraphError]
) -> None:
    """In one line each."""
    store = remote(odd)
    odd.answers.extend([(200, EMPTY), (status, body)])  # type: ignore[attr-defined]
    with pytest.raises(error) as caught, store.view() as view:
        view.query("SELECT * { ?s ?p ?o }", {})
    assert "\n" not in str(caught.value)
    if isinstance(caught.value, QuerySyntaxError):
        assert (caught.value.line, caught.value.column) == (1, 7)


@pytest.mark.parametrize(("status", "error"), [(507, StoreFull), (500, StoreError), (405, StoreError)])
def test_what_is_not_taken_is_told(odd: http.server.ThreadingHTTPServer, status: int, error: type[StoreError]) -> None:
    """A full server, a broken one, one that has no graph store anywhere."""
    store = remote(odd)
    odd.put_status = status  # type: ignore[attr-defined]
    with pytest.raises(error), store.writer() as writer:
        writer.replace(A, says(A, "x"))


def test_an_address_where_nobody_answers() -> None:
    """Says so at once."""
    with pytest.raises(StoreUnreachable, match="does not answer"):
        RemoteStore(load_settings({}, store_url="http://127.0.0.1:1/query"))


def test_the_graph_store_is_looked_for_beside_the_query_address() -> None:
    """Where Oxigraph, Fuseki and RDF4J have it; last at the same address."""
    found = candidates("http://h:1/ds/query")
    assert found[:2] == ["http://h:1/ds/store", "http://h:1/ds/data"]
    assert found[-1] == "http://h:1/ds/query"


def test_a_patch_of_two_graphs_touches_no_other(serve: Serve) -> None:
    """Each is read, changed and put back."""
    store = RemoteStore(load_settings({}, store_url=serve("--union-default-graph")))
    with store.writer() as writer:
        writer.replace(A, says(A, "one", "two"))
        writer.replace(B, says(B, "three"))
    with store.writer() as writer:
        writer.patch(A, says(A, "one"), [])
        writer.patch(B, [], says(B, "four"))
    with store.view() as view:
        assert (words(view.graph(A)), words(view.graph(B))) == (["two"], ["four", "three"])
