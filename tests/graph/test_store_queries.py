"""The contract of a store, for the queries of users: the same facts about all three implementations."""

import json
import threading

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.contract import Selection, Store, View
from graph.errors import QueryRefused, QuerySyntaxError
from ontology.namespaces import ID
from ontology.settings import Settings
from tests.graph.conftest import KINDS
from tests.graph.quads_of import SAYS, A, B, numbered, says

pytestmark = pytest.mark.parametrize("store_settings", KINDS, indirect=True)

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s <https://example.org/says> ?o }"


def fill(store: Store, *graphs: tuple[str, list[Quad]]) -> None:
    with store.writer() as writer:
        for graph, quads in graphs:
            writer.replace(graph, quads)


def count(view: View, text: str = COUNT, selection: Selection | None = None) -> int:
    answer = view.query(text, {"solutions": "application/sparql-results+json"}, selection)
    return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])


def test_the_default_graph_is_the_union(store: Store) -> None:
    """With each triple in one graph, counts over all graphs are right."""
    fill(store, (A, numbered(A, 40)), (B, says(B, *range(20))))
    with store.view() as view:
        assert count(view) == 60
        assert count(view, "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s <https://example.org/says> ?o } }") == 2


def test_from_is_obeyed(store: Store) -> None:
    """FROM makes the default graph, FROM NAMED the named ones; a prefixed name will do."""
    fill(store, (A, says(A, 1, 2, 3)), (B, says(B, 4)))
    with store.view() as view:
        assert count(view, f"SELECT (COUNT(*) AS ?n) FROM <{A}> {{ ?s ?p ?o }}") == 3
        assert count(view, f"SELECT (COUNT(*) AS ?n) FROM <{A}> FROM <{B}> {{ ?s ?p ?o }}") == 4
        assert count(view, f"SELECT (COUNT(*) AS ?n) FROM NAMED <{B}> {{ GRAPH ?g {{ ?s ?p ?o }} }}") == 1
        prefix = "PREFIX g: <https://example.org/graph/> "
        assert count(view, f"{prefix}SELECT (COUNT(*) AS ?n) FROM g:b WHERE {{ ?s ?p ?o }}") == 1


def test_the_dataset_of_a_request_goes_first(store: Store) -> None:
    """It hides FROM (SPARQL 1.1 Protocol, 2.1.4)."""
    fill(store, (A, says(A, 1, 2, 3)), (B, says(B, 4)))
    with store.view() as view:
        assert count(view, COUNT, Selection(default=(B,))) == 1
        text = f"SELECT (COUNT(*) AS ?n) FROM <{A}> {{ ?s ?p ?o }}"
        assert count(view, text, Selection(default=(B,))) == 1
        assert count(view, COUNT, Selection()) == 4
        inside = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
        assert count(view, inside, Selection(named=(A,))) == 3


@pytest.mark.parametrize(
    ("text", "kind", "media_type", "has"),
    [
        ("SELECT ?o { ?s ?p ?o }", "solutions", "application/sparql-results+json", b'"value":"one"'),
        ("SELECT ?o { ?s ?p ?o }", "solutions", "application/sparql-results+xml", b"<literal>one</literal>"),
        ("SELECT ?o { ?s ?p ?o }", "solutions", "text/csv", b"one\r\n"),
        ("SELECT ?o { ?s ?p ?o }", "solutions", "text/tab-separated-values", b'"one"\n'),
        ("ASK { ?s ?p 'one' }", "boolean", "application/sparql-results+json", b'"boolean":true'),
        ("ASK { ?s ?p 'one' }", "boolean", "application/sparql-results+xml", b"<boolean>true</boolean>"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "graph", "text/turtle", b'"one"'),
        ("DESCRIBE <https://example.org/s>", "graph", "application/n-triples", b'<https://example.org/says> "one"'),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "graph", "application/rdf+xml", b">one<"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "graph", "application/ld+json", b'"one"'),
    ],
)
def test_answers_come_in_the_media_type_wanted(store: Store, text: str, kind: str, media_type: str, has: bytes) -> None:
    """Of the kind that the form of the query gives."""
    fill(store, (A, says(A, "one")))
    with store.view() as view:
        answer = view.query(text, {kind: media_type})
    assert (answer.kind, answer.media_type) == (kind, media_type)
    assert has in answer.body


def test_a_media_type_that_nobody_writes_is_refused(store: Store) -> None:
    """Before the query is evaluated."""
    with store.view() as view, pytest.raises(QueryRefused, match="cannot be written as"):
        view.query("ASK {}", {"boolean": "image/png"})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SELECT * {", 1),
        ("SELECT *\nWHERE { ?s ?p }", 2),
        ("", None),
        ("ASK { ?s ?p 'x }", 1),
        ("\nASK { x:y ?p ?o }", 2),
    ],
)
def test_a_syntax_error_says_where(store: Store, text: str, line: int | None) -> None:
    """In one line."""
    with store.view() as view, pytest.raises(QuerySyntaxError) as caught:
        view.query(text, {})
    assert "\n" not in str(caught.value)
    assert line is None or caught.value.line == line


@pytest.mark.parametrize(
    "text", ["INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:1/> {} }"]
)
def test_updates_and_service_are_refused(store: Store, text: str) -> None:
    """Nothing is changed, nobody is called."""
    with store.view() as view, pytest.raises(QueryRefused):
        view.query(text, {})


def test_many_threads_ask_at_once(store: Store) -> None:
    """Each gets its own answer."""
    fill(store, (A, numbered(A, 50)))
    answers: dict[int, bytes] = {}

    def ask(number: int) -> None:
        with store.view() as view:
            for _ in range(5):
                text = f"SELECT ?o {{ <https://example.org/s{number}> ?p ?o }}"
                answers[number] = view.query(text, {"solutions": "text/csv"}).body

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"o\r\n{number}\r\n".encode() for number in range(16)}


def test_relative_iris_are_resolved_against_our_base(store: Store, store_settings: Settings) -> None:
    """So `<id/state/mexico>` is enough; a server of its own has its own base."""
    if store_settings.store_url.startswith("http"):
        return
    fill(store, (A, [Quad(NamedNode(f"{ID}state/mexico"), SAYS, Literal("x"), NamedNode(A))]))
    with store.view() as view:
        assert count(view, "SELECT (COUNT(*) AS ?n) { <id/state/mexico> ?p ?o }") == 1
