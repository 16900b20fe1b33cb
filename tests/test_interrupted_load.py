"""A load of many documents that is ended at any moment: nothing is lost, nothing doubled, and readers are told."""

import os
import pty
import random
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from benchmarks.loading.generate import Writer
from graph.contract import Store
from graph.publish import ensure_reference, is_current, state_of_documents
from graph.store import open_store
from graph.stores.store_memory import MemoryStore
from loaders.run import load
from ontology.settings import load_settings

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = 60
SMALL_COMMITS = """
import sys
import gcm, loaders.run
loaders.run._COMMIT = 6
sys.exit(gcm.main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many small documents, and one that is none."""
    path = tmp_path_factory.mktemp("documents")
    for seed in range(DOCUMENTS):
        (path / f"paper-{seed:03}.md").write_text(Writer(seed).document(500), encoding="utf-8")
    (path / "empty.md").touch()
    return path


@pytest.fixture(scope="module")
def whole(folder: Path) -> dict[str, set[object]]:
    """The graph of an uninterrupted load."""
    store = MemoryStore(load_settings({}))
    assert len(load([folder], store, load_settings({})).loaded) == DOCUMENTS
    graphs = everything(store)
    store.close()
    return graphs


def everything(store: Store) -> dict[str, set[object]]:
    """All quads by graph, but for those that tell of loads."""
    with store.view() as view:
        return {name: set(view.graph(name)) for name in view.graphs() if not name.endswith(("/runs", "/void"))}


@contextmanager
def loading(folder: Path, store: Path) -> Iterator[subprocess.Popen[str]]:
    """`gcm load` in a process of its own that commits often."""
    with subprocess.Popen(
        [sys.executable, "-c", SMALL_COMMITS, "load", str(folder), "--store", str(store)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        yield process


def wait_for_commits(store: Path, process: subprocess.Popen[str], number: int) -> None:
    """Until so many states were published, or the process has ended."""
    while process.poll() is None:
        if (store / "CURRENT").exists() and int((store / "CURRENT").read_text()[4:10]) >= number:
            return
        time.sleep(0.005)


@contextmanager
def opened(store: Path) -> Iterator[Store]:
    """The store, owned by the test."""
    found = open_store(load_settings({}, store_url=str(store)), write=True)
    yield found
    found.close()


def test_killed_again_and_again_it_ends_in_the_same_graph(
    folder: Path, whole: dict[str, set[object]], tmp_path: Path
) -> None:
    """What was committed stays, what was under way is read again, facts come in the end."""
    chance, store, there = random.Random(2018), tmp_path / "store", 0
    for number in (2, 4):
        with loading(folder, store) as process:
            wait_for_commits(store, process, number)
            time.sleep(chance.random() * 0.1)
            os.killpg(process.pid, signal.SIGKILL)
        with opened(store) as found, found.view() as view:
            assert there <= len(state_of_documents(view)) < DOCUMENTS
            assert not is_current(view)
            there = len(state_of_documents(view))
    assert there > 0
    with loading(folder, store) as process:
        told, _ = process.communicate()
    assert told.startswith(f"{DOCUMENTS - there} loaded, {there} unchanged, 1 not read")
    with opened(store) as found:
        assert everything(found) == whole
        assert not ensure_reference(found)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_says_in_one_line_what_is_stored(
    number: signal.Signals, folder: Path, whole: dict[str, set[object]], tmp_path: Path
) -> None:
    """Readers are told that facts are missing; a server that starts computes them, for the documents that are in."""
    store = tmp_path / "store"
    with loading(folder, store) as process:
        wait_for_commits(store, process, 3)
        if number is signal.SIGINT:
            os.killpg(process.pid, number)  # as a terminal does: to the processes that read, too
        else:
            process.send_signal(number)
        _, told = process.communicate()
    assert process.returncode == 130
    assert told.count("\n") == 1
    assert "the same command goes on" in told
    status = subprocess.run(
        [sys.executable, "gcm.py", "status", "--store", str(store)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "interrupted" in status.stderr
    with opened(store) as found:
        assert ensure_reference(found)
        load([folder], found, load_settings({}))
        assert everything(found) == whole


def test_a_bar_with_rate_and_time_left_is_drawn_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    """On standard error, while documents are read."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    command = [sys.executable, "gcm.py", "load", str(folder), "--store", str(tmp_path / "store")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        drawn = b""
        with suppress(OSError):  # at the end the terminal is gone
            while part := os.read(ours, 4096):
                drawn += part
        process.communicate()
    os.close(ours)
    assert b"loading" in drawn
    assert f"/{DOCUMENTS + 1} [".encode() in drawn
    assert b"doc/s" in drawn
