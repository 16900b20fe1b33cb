"""Queries that users wrote are evaluated in processes that can be ended."""

import os
import threading
import time

import pytest

from graph.errors import QueryBusy, QueryError, QueryRefused, QueryTimeout, QueryTooLarge, StoreError
from tests.graph.lab import CSV, GREEDY, MANY_PATTERNS, NESTED, POINT, RUNAWAY, Lab, gone
from tests.graph.quads_of import A, numbered


@pytest.mark.parametrize("text", [RUNAWAY, MANY_PATTERNS], ids=["product", "200 patterns"])
def test_a_runaway_query_is_ended_and_its_process_too(hasty_lab: Lab, text: str) -> None:
    """Nothing of it runs on, and the next query is answered."""
    hasty_lab.ask(POINT)
    before = hasty_lab.workers()
    with pytest.raises(QueryTimeout):
        hasty_lab.ask(text)
    assert gone(before)
    assert hasty_lab.ask(POINT) == b"o\r\n7\r\n"


def test_others_are_served_while_a_query_runs_away(lab: Lab) -> None:
    """Short queries find a worker; closing the store ends the long one."""
    ended: list[BaseException] = []

    def run_away() -> None:
        try:
            lab.ask(RUNAWAY)
        except QueryError as error:
            ended.append(error)

    thread = threading.Thread(target=run_away)
    thread.start()
    while not lab.workers():
        time.sleep(0.01)
    for _ in range(200):
        assert lab.ask(POINT) == b"o\r\n7\r\n"
    assert thread.is_alive()
    workers = lab.workers()
    lab.store.close()
    thread.join()
    assert len(ended) == 1
    assert gone(workers)


def test_only_as_many_long_queries_run_as_there_are_slots(lab: Lab) -> None:
    """One more is turned away with the time to wait; its worker is replaced."""
    while lab.pool._slots.acquire(blocking=False):
        pass
    with pytest.raises(QueryBusy) as caught:
        lab.ask(RUNAWAY)
    assert caught.value.retry_after > 0
    lab.pool._slots.release()  # a busy machine may make a short query long
    assert lab.ask(POINT) == b"o\r\n7\r\n"


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
    while not lab.all_idle_are_dead():
        time.sleep(0.01)
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
