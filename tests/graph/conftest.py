"""Stores of each kind, empty; the remote one is a real `oxigraph` server."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.contract import Store
from graph.errors import StoreUnreachable
from graph.store import open_store
from ontology.settings import Settings, load_settings
from tests.graph.lab import Lab

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
KINDS = ["memory", "embedded", pytest.param("remote", marks=pytest.mark.server)]

Serve = Callable[..., str]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start `oxigraph` servers; each call gives a query address."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*options: str) -> str:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command = [
            str(OXIGRAPH),
            "serve",
            "--location",
            str(tmp_path / f"server-{port}"),
            "--bind",
            f"127.0.0.1:{port}",
            *options,
        ]
        started.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        url = f"http://127.0.0.1:{port}/query"
        _wait_for(url, started[-1])
        return url

    yield start
    for process in started:
        process.terminate()
        process.wait(30)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            open_store(load_settings({}, store_url=url)).close()
            return
        except StoreUnreachable:
            assert process.poll() is None, "the server ended"
            time.sleep(0.05)
    raise AssertionError("the server does not answer")


@pytest.fixture
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty store of the kind the test is run for."""
    kind = request.param
    if kind == "remote":
        url = request.getfixturevalue("serve")("--union-default-graph")
    else:
        url = "memory:" if kind == "memory" else str(tmp_path / "store")
    return load_settings({}, store_url=url)


@pytest.fixture
def store(store_settings: Settings) -> Iterator[Store]:
    """An empty store of the kind the test is run for (`store_settings` has to be parametrised)."""
    opened = open_store(store_settings)
    yield opened
    opened.close()


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """A store whose queries have all the time there is, but little memory and short answers."""
    made = Lab(tmp_path / "store", query_seconds=600.0, query_memory_mb=256, query_result_mb=1)
    yield made
    made.store.close()


@pytest.fixture
def hasty_lab(tmp_path: Path) -> Iterator[Lab]:
    """A store that ends its queries soon."""
    made = Lab(tmp_path / "store", query_seconds=2.0, query_memory_mb=1024)
    yield made
    made.store.close()
