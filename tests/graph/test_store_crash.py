"""What is left of an embedded store, and of its workers, after the worst."""

import random
import signal
import time
from pathlib import Path

import pytest

from graph.stores.store_embedded import EmbeddedStore
from ontology.settings import load_settings
from tests.graph.lab import program
from tests.graph.quads_of import A, B, words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


COUNTING = """
    import itertools
    number = int((words(store.view().graph(B)) or [0])[0])
    while True:
        number += 1
        with store.writer() as writer:
            writer.replace(A, says(A, number) + numbered(A, 3000))
            writer.replace(B, says(B, number))
        print(number, flush=True)
"""


@pytest.mark.slow
def test_killed_at_any_moment_the_published_state_is_there(folder: Path) -> None:
    """Two graphs that are written together always agree, and no acknowledged commit is lost."""
    chance = random.Random(20221)
    acknowledged = 0
    for _ in range(12):
        with program(COUNTING, folder) as child:
            assert child.stdout is not None
            acknowledged = int(child.stdout.readline())
            time.sleep(chance.random() * 0.15)
            child.send_signal(signal.SIGKILL)
            acknowledged = max([acknowledged, *map(int, child.stdout.read().split("\n")[:-1])])
        store = EmbeddedStore(load_settings({}, store_url=str(folder)))
        with store.view() as view:
            (number,) = map(int, words(view.graph(B)))
            assert str(number) in words(view.graph(A))
            assert len(list(view.graph(A))) == 3001
            assert number in (acknowledged, acknowledged + 1)
        assert len(list(folder.glob("gen-*"))) == 1
        store.close()


FULL = """
    import resource
    from graph.errors import StoreFull
    with store.writer() as writer:
        writer.replace(A, says(A, "before"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    for attempt in range(2):
        try:
            with store.writer() as writer:
                writer.replace(A, numbered(A, 15_000))
        except StoreFull as error:
            print("full", len(str(error).splitlines()), flush=True)
        print(words(store.view().graph(A)), flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with store.writer() as writer:
        writer.replace(B, says(B, "after"))
    print(words(store.view().graph(A)), words(store.view().graph(B)), flush=True)
    store.close()
"""


def test_a_full_disk_leaves_the_last_state(folder: Path) -> None:
    """One line says so; when there is space again, writing goes on. (The system refuses to let files grow.)."""
    output, errors = program(FULL, folder).communicate(timeout=120)
    assert output.splitlines() == ["full 1", "['before']", "full 1", "['before']", "['before'] ['after']"], errors


def test_workers_end_with_their_owner(folder: Path) -> None:
    """Killed without a chance to clean up, it leaves no query running."""
    code = """
        import threading
        view = store.view()
        for _ in range(2):
            threading.Thread(target=view.query, daemon=True, args=(
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", {})).start()
        with store.writer() as writer:
            writer.replace(A, numbered(A, 100))
        view.query("ASK { ?s ?p ?o }", {})
        print(store._pool._zygote._process.pid, flush=True)
        sys.stdin.read()
    """
    with program(code, folder) as owner:
        assert owner.stdout is not None
        zygote = int(owner.stdout.readline())
        workers = [path.parent.name for path in Path("/proc").glob("[0-9]*/stat") if _parent(path) == zygote]
        assert workers
        owner.kill()
    for _ in range(2000):
        if not any(_runs(pid) for pid in (str(zygote), *workers)):
            return
        time.sleep(0.01)
    pytest.fail("a worker outlived its owner")


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def _runs(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
