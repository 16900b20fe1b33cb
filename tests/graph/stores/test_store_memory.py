"""A store in memory is a store like the others; only nothing lasts."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import QueryTimeout
from graph.stores.store_memory import MemoryStore
from ontology.settings import Settings
from tests.graph.lab import ROOT
from tests.graph.quads_of import A, numbered, says, words


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryStore]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    opened = MemoryStore(Settings(query_seconds=3.0))
    yield opened
    opened.close()


def put(store: MemoryStore, *said: object) -> None:
    with store.writer() as writer:
        writer.replace(A, says(A, *said))


def test_views_are_snapshots(store: MemoryStore) -> None:
    """For named queries, patterns and the queries of users."""
    put(store, "one")
    with store.view() as view:
        put(store, "two")
        assert words(view.graph(A)) == ["one"]
        assert b"one" in view.query("SELECT ?o { ?s ?p ?o }", {}).body
        with store.view() as now:
            assert words(now.graph(A)) == ["two"]
            assert now.generation != view.generation


def test_queries_are_limited_here_too(store: MemoryStore) -> None:
    """They run in worker processes on a copy in a folder."""
    with store.writer() as writer:
        writer.replace(A, numbered(A, 1000))
    with store.view() as view, pytest.raises(QueryTimeout):
        view.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", {})


def test_no_folder_is_made_before_a_user_asks_and_none_is_left(store: MemoryStore, tmp_path: Path) -> None:
    """Loading and named queries need none; the last reader of a state removes its."""
    put(store, "one")
    with store.view() as view:
        assert view.rows("store_graphs")
        assert list(tmp_path.iterdir()) == []
        view.query("ASK {}", {})
        assert len(list(tmp_path.iterdir())) == 1
    put(store, "two")
    assert list(tmp_path.iterdir()) == []
    with store.view() as view:
        view.query("ASK {}", {})
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_nobody_closes_leaves_no_folder(tmp_path: Path) -> None:
    """When its process ends."""
    code = "from graph.stores.store_memory import MemoryStore; print(MemoryStore().view().query('ASK {}', {}).body)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert b"boolean" in done.stdout.encode()
    assert list(tmp_path.iterdir()) == []
