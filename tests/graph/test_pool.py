"""Queries that users wrote are evaluated in processes that can be ended."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import QueryBusy, QueryError, QueryRefused, QueryTimeout, QueryTooLarge, StoreError
from graph.generation import Generation
from graph.jail import forbid_calls
from graph.media import wanted
from graph.pool import Pool
from graph.store import open_store
from graph.store_embedded import EmbeddedStore
from graph.wire import Request
from ontology.settings import load_settings
from tests.graph.quads_of import A, numbered

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GREEDY = "SELECT (STRLEN(?x34) AS ?n) { BIND('aaaa' AS ?x0) %s }" % " ".join(
    f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(34)
)
NESTED = f"ASK {{ FILTER {'(' * 9000}true{')' * 9000} }}"
MANY_PATTERNS = "SELECT * { %s }" % " ".join(f"?s ?p{i} ?o{i} ." for i in range(200))
POINT = "SELECT ?o { <https://example.org/s7> ?p ?o }"
CSV = {"solutions": "text/csv"}


class Lab:
    """A store with 2,000 quads and a way past the guard."""

    def __init__(self, folder: Path, **limits: object) -> None:
        settings = load_settings({}, store_url=str(folder), **limits)
        store = open_store(settings)
        assert isinstance(store, EmbeddedStore)
        self.store, self.settings = store, settings
        with store.writer() as writer:
            writer.replace(A, numbered(A, 2000))

    @property
    def pool(self) -> Pool:
        return self.store._pool

    def ask(self, text: str) -> bytes:
        with self.store.view() as view:
            return view.query(text, CSV).body

    def ask_unguarded(self, text: str) -> bytes:
        generation: Generation = self.store._generations.current()
        try:
            request = Request(text, wanted(CSV), False, None, self.settings.query_seconds, 1 << 20)
            return self.pool.evaluate(generation, request).body
        finally:
            generation.release()

    def workers(self) -> set[int]:
        zygote = self.pool._zygote
        return children(zygote._process.pid) if zygote else set()


def children(pid: int) -> set[int]:
    """Processes whose parent is this one, those that ended but were not collected too."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid:
            found.add(int(path.parent.name))
    return found


def gone(pids: set[int]) -> bool:
    """Whether these processes end, and are collected, before long."""
    for _ in range(2000):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.01)
    return False


def ended(pid: int) -> bool:
    """Whether this process ends before long; its parent need not have collected it."""
    for _ in range(2000):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    made = Lab(tmp_path / "store", query_seconds=1.0, query_memory_mb=256, query_result_mb=1)
    yield made
    made.store.close()


@pytest.fixture
def patient_lab(tmp_path: Path) -> Iterator[Lab]:
    made = Lab(tmp_path / "store", query_seconds=600.0)
    yield made
    made.store.close()


@pytest.mark.parametrize("text", [RUNAWAY, MANY_PATTERNS], ids=["product", "200 patterns"])
def test_a_runaway_query_is_ended_and_its_process_too(lab: Lab, text: str) -> None:
    """Nothing of it runs on, and the next query is answered."""
    lab.ask(POINT)
    before = lab.workers()
    with pytest.raises(QueryTimeout):
        lab.ask(text)
    assert gone(before)
    assert lab.ask(POINT) == b"o\r\n7\r\n"


def test_others_are_served_while_a_query_runs_away(patient_lab: Lab) -> None:
    """Short queries find a worker; closing the store ends the long one."""
    ended: list[BaseException] = []

    def run_away() -> None:
        try:
            patient_lab.ask(RUNAWAY)
        except QueryError as error:
            ended.append(error)

    thread = threading.Thread(target=run_away)
    thread.start()
    while not patient_lab.workers():
        time.sleep(0.01)
    for _ in range(200):
        assert patient_lab.ask(POINT) == b"o\r\n7\r\n"
    assert thread.is_alive()
    workers = patient_lab.workers()
    patient_lab.store.close()
    thread.join()
    assert len(ended) == 1
    assert gone(workers)


def test_only_as_many_long_queries_run_as_there_are_slots(patient_lab: Lab) -> None:
    """One more is turned away with the time to wait; short ones are not."""
    while patient_lab.pool._slots.acquire(blocking=False):
        pass
    with pytest.raises(QueryBusy) as caught:
        patient_lab.ask(RUNAWAY)
    assert caught.value.retry_after > 0
    assert patient_lab.ask(POINT) == b"o\r\n7\r\n"


def test_memory_is_limited(lab: Lab) -> None:
    """A query that doubles a string 34 times costs its worker, and says why."""
    with pytest.raises(QueryTooLarge, match="memory"):
        lab.ask(GREEDY)
    assert lab.ask(POINT) == b"o\r\n7\r\n"


def test_an_answer_has_a_largest_size(lab: Lab) -> None:
    """It is cut off by an error, never in the middle; its worker lives on."""
    with pytest.raises(QueryTooLarge, match="LIMIT"):
        lab.ask("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 100000")
    assert len(lab.ask("SELECT * { ?s ?p ?o } LIMIT 1000")) > 10_000


def test_nesting_that_overflows_the_stack_costs_one_worker(lab: Lab) -> None:
    """The guard refuses it; past the guard it ends a worker and nothing else."""
    with pytest.raises(QueryRefused, match="nested"):
        lab.ask(NESTED)
    with pytest.raises(QueryRefused, match="nested"):
        lab.ask_unguarded(NESTED)
    assert lab.ask(POINT) == b"o\r\n7\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "ASK { FILTER(%s true) }" % ("! " * 1990),
        "ASK { FILTER(1 %s = 1) }" % ("+ 1 " * 1990),
        "ASK { FILTER(true %s) }" % ("&& true " * 990),
        "ASK { {} %s }" % ("UNION {} " * 980),
        "ASK { %s }" % " ".join(f"BIND(1 AS ?x{i})" for i in range(980)),
        "ASK { %s FILTER(true) %s }" % ("FILTER EXISTS { " * 98, "} " * 98),
        "ASK { %s }" % ("OPTIONAL { " * 98 + "} " * 98),
        "ASK { FILTER %strue%s }" % ("(" * 98, ")" * 98),
        "ASK { ?s <a:a>%s ?o }" % ("/<a:a>" * 900),
        "ASK { ?s %s<a:a>%s ?o }" % ("(" * 95, "*)" * 95),
        "ASK { VALUES ?x { %s } }" % ("1 " * 20000),
    ],
    ids=["not", "plus", "and", "union", "bind", "exists", "optional", "brackets", "path", "stars", "values"],
)
def test_what_the_guard_lets_through_does_not_overflow_the_stack(lab: Lab, text: str) -> None:
    """At its limits a query is answered, or ends for another reason."""
    try:
        lab.ask(text)
    except QueryRefused as error:
        pytest.fail(str(error))
    except QueryError:
        pass


@pytest.fixture
def trap() -> Iterator[tuple[str, list[object]]]:
    """An address, and who called it."""
    callers: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                callers.append(address)

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", callers
        done.set()
        thread.join()


@pytest.mark.parametrize("glue", ["SERVICE <%s>", "service:x", "trueSERVICE:x", "SERVICESILENT:x", "1SERVICE:x"])
def test_service_calls_nobody(lab: Lab, trap: tuple[str, list[object]], glue: str) -> None:
    """Refused by the guard, however it is glued to its neighbours; past the guard the worker cannot connect."""
    address, callers = trap
    part = glue.replace("%s", address)
    text = f"PREFIX : <{address}> SELECT * {{ <a:a> <a:b> {part} {{ ?s ?p ?o }} }}"
    if glue[0] in "Ss":
        text = f"PREFIX : <{address}> SELECT * {{ {part} {{ ?s ?p ?o }} }}"
    with pytest.raises(QueryRefused, match="SERVICE"):
        lab.ask(text)
    if _jail_works():
        try:
            lab.ask_unguarded(text)
        except QueryError:
            pass
    assert callers == []


def _jail_works() -> bool:
    """Tried in a process of its own: it cannot be taken back."""
    pid = os.fork()
    if pid == 0:
        os._exit(0 if forbid_calls() else 1)
    return os.waitpid(pid, 0)[1] == 0


def test_workers_of_an_old_state_retire(lab: Lab) -> None:
    """After a commit their places go to workers that read the new one."""
    lab.ask(POINT)
    before = lab.workers()
    with lab.store.writer() as writer:
        writer.replace(A, numbered(A, 10))
    assert lab.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == b"n\r\n10\r\n"
    assert gone(before)


def test_a_pinned_state_is_asked_beside_the_new_one(lab: Lab) -> None:
    """A view answers from its own state after a commit, as often as it is asked."""
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with lab.store.view() as view:
        with lab.store.writer() as writer:
            writer.withdraw(A)
        for _ in range(3):
            assert view.query(text, CSV).body == b"n\r\n2000\r\n"
            assert lab.ask(text) == b"n\r\n0\r\n"


def test_the_death_of_all_workers_is_survived(lab: Lab) -> None:
    """Killed from outside, workers and zygote are replaced."""
    lab.ask(POINT)
    for pid in lab.workers():
        os.kill(pid, 9)
        assert ended(pid)
    assert lab.ask(POINT) == b"o\r\n7\r\n"
    zygote = lab.pool._zygote
    assert zygote is not None
    workers = lab.workers()
    os.kill(zygote._process.pid, 9)
    assert gone(workers)
    while zygote.alive:
        time.sleep(0.01)
    assert lab.ask(POINT) == b"o\r\n7\r\n"


def test_more_threads_than_workers_all_get_their_answer(lab: Lab) -> None:
    """They wait for a worker."""
    answers: list[bytes] = []

    def ask() -> None:
        for _ in range(10):
            answers.append(lab.ask(POINT))

    threads = [threading.Thread(target=ask) for _ in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [b"o\r\n7\r\n"] * 240
    assert len(lab.workers()) <= lab.settings.query_workers


def test_a_closed_store_answers_no_query(lab: Lab) -> None:
    """In our words."""
    view = lab.store.view()
    lab.store.close()
    with pytest.raises(StoreError, match="closed"):
        view.query(POINT, CSV)
    view.close()
    with pytest.raises(StoreError, match="closed"):
        view.graphs()
