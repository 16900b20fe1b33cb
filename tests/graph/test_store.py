"""The contract of a store: the same facts about all three implementations."""

import json
import threading

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.contract import Selection, Store, View
from graph.errors import (
    GraphError,
    StoreError,
    StoreLocked,
    StoreUnreachable,
)
from graph.querying import query as query_files
from graph.querying.query import parse_query
from graph.store import open_store
from ontology.settings import Settings, load_settings
from tests.graph.conftest import KINDS
from tests.graph.quads_of import SAYS, A, B, iri, numbered, says, words

pytestmark = pytest.mark.parametrize("store_settings", KINDS, indirect=True)

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s <https://example.org/says> ?o }"
HOSTILE = ['"', "'", '"""', "\\", "}", "} UNION { ?s ?p ?o", "a\nb\r\tc", "?o", "<x>", "\u202e", "\U0001f600", "#", " "]


def fill(store: Store, *graphs: tuple[str, list[Quad]]) -> None:
    with store.writer() as writer:
        for graph, quads in graphs:
            writer.replace(graph, quads)


def count(view: View, text: str = COUNT, selection: Selection | None = None) -> int:
    answer = view.query(text, {"solutions": "application/sparql-results+json"}, selection)
    return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Named queries of the tests beside those of the project."""
    texts = {
        "said": "SELECT ?s WHERE { ?s <https://example.org/says> ?word }",
        "how_many": "SELECT (COUNT(*) AS ?n) WHERE { ?s <https://example.org/says> ?word }",
        "not_said": "SELECT ?s WHERE { ?s a ?c FILTER NOT EXISTS { ?s <https://example.org/says> ?word } }",
        "copy": "CONSTRUCT { ?s ?p ?word } WHERE { ?s ?p ?word }",
    }
    queries = {**query_files.named_queries(), **{name: parse_query(name, text) for name, text in texts.items()}}
    monkeypatch.setattr(query_files, "named_queries", lambda: queries)


def test_a_new_store_is_empty(store: Store) -> None:
    """There are no graphs in it, and a query is answered."""
    with store.view() as view:
        assert view.graphs() == []
        assert list(view.graph(A)) == []
        assert list(view.quads()) == []
        assert count(view) == 0


def test_what_is_written_is_there(store: Store) -> None:
    """By graph, by pattern, and in the list of graphs."""
    fill(store, (B, says(B, "two")), (A, says(A, "one", "three")))
    with store.view() as view:
        assert view.graphs() == [A, B]
        assert words(view.graph(A)) == ["one", "three"]
        assert words(view.quads()) == ["one", "three", "two"]
        assert words(view.quads(predicate=SAYS)) == ["one", "three", "two"]
        assert words(view.quads(subject=iri("s"), object=Literal("two"))) == ["two"]
        assert [quad.graph_name for quad in view.quads(object=Literal("two"))] == [NamedNode(B)]
        assert list(view.quads(subject=iri("nobody"))) == []


def test_replacing_a_graph_leaves_the_others(store: Store) -> None:
    """Only the new quads are in the replaced one."""
    fill(store, (A, says(A, "old", "kept")), (B, says(B, "other")))
    fill(store, (A, says(A, "kept", "new")))
    with store.view() as view:
        assert words(view.graph(A)) == ["kept", "new"]
        assert words(view.graph(B)) == ["other"]


def test_a_withdrawn_graph_is_gone(store: Store) -> None:
    """As is one replaced by nothing or emptied by a patch; withdrawing what is not there does nothing."""
    for graph in (A, B):
        fill(store, (A, says(A, "x")), (B, says(B, "y")))
        with store.writer() as writer:
            writer.withdraw(A)
            writer.withdraw("https://example.org/graph/none")
            writer.replace(B, []) if graph == A else writer.patch(B, says(B, "y"), [])
        with store.view() as view:
            assert view.graphs() == []


def test_a_patch_changes_only_what_it_names(store: Store) -> None:
    """Removing what is not there does nothing; a graph that was not there begins with what is added."""
    fill(store, (A, says(A, "one", "two")))
    with store.writer() as writer:
        writer.patch(A, says(A, "one", "nothing"), says(A, "three"))
        writer.patch(B, says(B, "nothing"), says(B, "first"))
    with store.view() as view:
        assert words(view.graph(A)) == ["three", "two"]
        assert words(view.graph(B)) == ["first"]


def test_changes_count_in_their_order(store: Store) -> None:
    """Several changes of one graph in one writer give what they give one after the other."""
    with store.writer() as writer:
        writer.replace(A, says(A, "gone"))
        writer.withdraw(A)
        writer.patch(A, [], says(A, "one", "two"))
        writer.patch(A, says(A, "two"), says(A, "three"))
        writer.replace(B, says(B, "gone"))
        writer.replace(B, says(B, "last"))
    with store.view() as view:
        assert words(view.graph(A)) == ["one", "three"]
        assert words(view.graph(B)) == ["last"]


def test_an_error_leaves_everything_as_it_was(store: Store) -> None:
    """Nothing of the writer's changes is seen, and the next writer works."""
    fill(store, (A, says(A, "before")))

    def fail() -> None:
        with store.writer() as writer:
            writer.replace(A, says(A, "half"))
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="middle"):
        fail()
    with store.view() as view:
        assert words(view.graph(A)) == ["before"]
    fill(store, (A, says(A, "after")))
    with store.view() as view:
        assert words(view.graph(A)) == ["after"]


def test_a_quad_of_another_graph_is_refused(store: Store) -> None:
    """It would stand in two graphs."""
    with pytest.raises(StoreError, match="was given to"), store.writer() as writer:
        writer.replace(A, says(B, "astray"))


def test_every_commit_has_its_own_name(store: Store) -> None:
    """A writer that changed nothing makes none."""
    names = []
    for number in range(3):
        fill(store, (A, says(A, number)))
        with store.view() as view:
            names.append(view.generation)
    with store.writer():
        pass
    with store.view() as view:
        assert view.generation == names[-1]
    assert len(set(names)) == 3


def test_literals_come_back_as_they_were(store: Store) -> None:
    """Quotes, line ends, languages and types."""
    plain = [Literal(text) for text in HOSTILE]
    literals = [*plain, Literal("a", language="es"), Literal("2021-11-03", datatype=iri("date")), Literal(7)]
    quads = [Quad(iri("s"), SAYS, literal, NamedNode(A)) for literal in literals]
    fill(store, (A, quads))
    with store.view() as view:
        assert set(view.graph(A)) == set(quads)


@pytest.mark.usefixtures("named")
def test_bound_literals_are_never_read_as_sparql(store: Store) -> None:
    """Each hostile literal finds exactly itself."""
    quads = [Quad(iri(f"h{i}"), SAYS, Literal(text), NamedNode(A)) for i, text in enumerate(HOSTILE)]
    fill(store, (A, quads))
    with store.view() as view:
        for index, text in enumerate(HOSTILE):
            assert [row["s"] for row in view.rows("said", word=Literal(text))] == [iri(f"h{index}")]


@pytest.mark.usefixtures("named")
def test_bindings_hold_inside_counts_and_negation(store: Store) -> None:
    """They are there before anything is grouped or denied; unbound, a parameter matches all."""
    fill(store, (A, says(A, "one", "two") + says(A, "one", subject="t")))
    with store.writer() as writer:
        types = [Quad(iri(name), iri("a"), iri("c"), NamedNode(B)) for name in "st"]
        typed = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        writer.replace(B, [Quad(quad.subject, typed, quad.object, NamedNode(B)) for quad in types])
    with store.view() as view:
        assert view.rows("how_many", word=Literal("one")) == [{"n": Literal(2)}]
        assert view.rows("how_many") == [{"n": Literal(3)}]
        assert [row["s"] for row in view.rows("not_said", word=Literal("two"))] == [iri("t")]
        assert {triple.subject for triple in view.triples("copy", word=Literal("one"))} == {iri("s"), iri("t")}


@pytest.mark.usefixtures("named")
def test_named_queries_are_asked_for_what_they_are(store: Store) -> None:
    """Unknown names and parameters, and rows of a CONSTRUCT, are refused."""
    with store.view() as view:
        for wrong in (
            lambda: view.rows("no_such_query"),
            lambda: view.rows("said", nonsense=Literal("x")),
            lambda: view.rows("copy"),
            lambda: view.triples("said"),
        ):
            with pytest.raises(GraphError):
                wrong()


def test_writers_wait_for_each_other(store: Store) -> None:
    """No increment is lost when four threads count together."""
    fill(store, (A, says(A, 0)))
    failures: list[BaseException] = []

    def increase() -> None:
        try:
            for _ in range(10):
                with store.writer() as writer, store.view() as view:
                    (before,) = words(view.graph(A))
                    writer.replace(A, says(A, int(before) + 1))
        except BaseException as error:  # noqa: BLE001 - it is the thread's result
            failures.append(error)

    threads = [threading.Thread(target=increase) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.view() as view:
        assert words(view.graph(A)) == ["40"]


def test_a_second_writer_in_the_same_thread_is_refused(store: Store) -> None:
    """It would wait for itself."""
    with store.writer(), pytest.raises(StoreError, match="open in this thread"), store.writer():
        pass


def test_a_thread_may_read_what_another_began(store: Store) -> None:
    """The engine's own iterators would end the process."""
    fill(store, (A, numbered(A, 20)), (B, says(B, *range(20))))
    with store.view() as view:
        quads = view.quads()
        found = [next(quads)]
        thread = threading.Thread(target=lambda: found.extend(quads))
        thread.start()
        thread.join()
    assert len(found) == 40


def test_opening_says_what_is_wrong(store_settings: Settings, store: Store) -> None:
    """In our errors: a second owner, an address where nobody answers."""
    if store_settings.store_url.startswith("http"):
        with pytest.raises(StoreUnreachable):
            open_store(load_settings({}, store_url="http://127.0.0.1:1/query"))
    elif store_settings.store_url != "memory:":
        with pytest.raises(StoreLocked):
            open_store(store_settings)
