"""Measure an embedded store: point queries in process and through the pool, loading, replacing (see README.md)."""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from graph.contract import View
from graph.errors import GraphError
from graph.stores.store_embedded import EmbeddedStore
from ontology.settings import load_settings

EXAMPLE = "https://example.org/"
POINT = "SELECT ?p ?o WHERE { <https://example.org/claim/7-3> ?p ?o }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
JSON = {"solutions": "application/sparql-results+json"}


def document(number: int, quads: int, version: int = 0) -> tuple[str, list[Quad]]:
    """A graph of claims with eight properties each, a third of them entities, the rest words."""
    graph = f"{EXAMPLE}graph/{number}"

    def content() -> Iterator[Quad]:
        for index in range(quads):
            subject = NamedNode(f"{EXAMPLE}claim/{number}-{index // 8}")
            words = Literal(f"sentence {index} of document {number}, version {version}, in some more words")
            value = NamedNode(f"{EXAMPLE}entity/{index % 200}") if index % 3 else words
            yield Quad(subject, NamedNode(f"{EXAMPLE}p{index % 8}"), value, NamedNode(graph))

    return graph, list(content())


def median_of(calls: int, call: Callable[[], object]) -> float:
    """Median of five runs, in seconds a call."""
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        runs.append((time.perf_counter() - start) / calls)
    return statistics.median(runs)


def commit(store: EmbeddedStore, documents: list[tuple[str, list[Quad]]]) -> float:
    """Seconds of one commit that replaces these graphs."""
    start = time.perf_counter()
    with store.writer() as writer:
        for graph, quads in documents:
            writer.replace(graph, quads)
    return time.perf_counter() - start


@contextmanager
def runaways(view: View, number: int) -> Iterator[None]:
    """Keep so many queries running that never end by themselves."""
    stop = threading.Event()

    def attack() -> None:
        while not stop.is_set():
            with suppress(GraphError):
                view.query(RUNAWAY, JSON)

    threads = [threading.Thread(target=attack) for _ in range(number)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def measure_queries(store: EmbeddedStore, folder: Path, calls: int) -> None:
    """Print what a point query takes on each way."""
    engine = Store.read_only(str(next(folder.glob("gen-*"))))

    def in_process() -> bytes | None:
        answer = engine.query(POINT, use_default_graph_as_union=True)
        assert isinstance(answer, QuerySolutions)
        return answer.serialize(format=QueryResultsFormat.JSON)

    claim = NamedNode(f"{EXAMPLE}claim/7-3")
    with store.view() as view:
        assert view.query(POINT, JSON).body == in_process()
        alone = median_of(calls, in_process)
        pool = median_of(calls, lambda: view.query(POINT, JSON))
        named = median_of(calls, lambda: view.rows("store_quads", subject=claim))
        with runaways(view, os.cpu_count() or 1):
            attacked = median_of(calls // 5, lambda: view.query(POINT, JSON))
    print(f"point query in process            {alone * 1000:8.3f} ms     1.0")
    print(f"point query through the pool      {pool * 1000:8.3f} ms  {pool / alone:6.1f}")
    print(f"point query, named                {named * 1000:8.3f} ms  {named / alone:6.1f}")
    print(f"point query, pool, under attack   {attacked * 1000:8.3f} ms  {attacked / pool:6.1f} times calm")


def measure_load(settings_of: Callable[[str], EmbeddedStore], documents: int, quads: int) -> EmbeddedStore:
    """Print what loading takes; the full store."""
    content = [document(number, quads) for number in range(documents)]
    full = settings_of("full")
    seconds = commit(full, content)
    print(f"load in one commit                {documents / seconds:8.0f} documents/s")
    single = settings_of("single")
    part = content[: max(1, documents // 4)]
    seconds = sum(commit(single, [one]) for one in part)
    print(f"load, one commit a document       {len(part) / seconds:8.0f} documents/s")
    single.close()
    again = statistics.median(commit(full, [document(number, quads, 1)]) for number in range(min(20, documents)))
    print(f"replacing a document              {again * 1000:8.1f} ms")
    return full


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--quads", type=int, default=1500, help="quads of one document")
    parser.add_argument("--calls", type=int, default=3000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:

        def opened(name: str) -> EmbeddedStore:
            return EmbeddedStore(load_settings({}, store_url=str(Path(folder) / name), query_seconds=3.0))

        store = measure_load(opened, asked.documents, asked.quads)
        measure_queries(store, Path(folder) / "full", asked.calls)
        store.close()
    print(f"memory                            {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:8} MiB")


if __name__ == "__main__":
    main()
