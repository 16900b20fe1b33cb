"""Fixture strategy.

Real things, as small as they can be: a memory store for what any store can show, a folder store where files matter, and
the sample documents loaded once a session for whoever only reads. Real servers start on free ports and say where they
are. Fixtures of one package stand in the conftest of its folder.

Order: fast tests first, then what builds (`slow`), what serves (`server`), what drives a browser (`browser`).
Nothing here may talk to another machine: a connection to any address but loopback raises.
"""

import ipaddress
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.contract import Store
from graph.publish import ensure_reference
from graph.store import open_store
from loaders.run import load
from ontology.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "loaders" / "samples"
LATE = ("slow", "server", "browser")


def pytest_configure() -> None:
    """Refuse connections to other machines, for the whole run."""
    sys.addaudithook(_only_loopback)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first: what is wrong shows early."""
    items.sort(
        key=lambda item: max(
            (LATE.index(mark.name) + 1 for mark in item.iter_markers() if mark.name in LATE), default=0
        )
    )


def _only_loopback(event: str, args: tuple[object, ...]) -> None:
    if event != "socket.connect" or not isinstance(args[1], tuple):
        return
    host = str(args[1][0])
    if host != "localhost" and not _is_loopback(host):
        raise PermissionError(f"a test asks another machine: {host}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a store of its own in an empty folder, whatever the environment says."""
    return load_settings({}, store_url=str(tmp_path / "store"))


@pytest.fixture(scope="session")
def sample_store() -> Iterator[Store]:
    """A memory store with reference data and all sample documents; read it, never write it."""
    settings = load_settings({}, store_url="memory:")
    store = open_store(settings)
    ensure_reference(store)
    load([SAMPLES], store, settings)
    yield store
    store.close()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a real `gcm serve` over a folder store with the sample documents."""
    environment = {**os.environ, "GCM_STORE_URL": str(tmp_path_factory.mktemp("service") / "store")}
    gcm = [sys.executable, str(ROOT / "gcm.py")]
    subprocess.run([*gcm, "load", str(SAMPLES)], env=environment, check=True, capture_output=True)
    with subprocess.Popen(
        [*gcm, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        found = next((m for line in process.stdout if (m := re.search(r"http://\S+", line))), None)
        assert found, "gcm serve ended without an address"
        drain = threading.Thread(target=process.stdout.read, daemon=True)
        drain.start()
        yield found.group().rstrip("/")
        process.terminate()
        process.wait(timeout=30)
        drain.join()
