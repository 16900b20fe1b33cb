"""Work spread over processes: answers in order, whatever becomes of a process."""

import os
import signal
import time
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.workers import Lost, spread


def nothing() -> None:
    """No preparation."""


def work(item: int) -> bytes:
    """Items below zero end their process, some in the middle of an answer; 1000 and more never come to an end."""
    if item == -1:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == -2:
        os._exit(0)
    if item >= 1000:
        time.sleep(1000)
    return bytes([item % 256]) * 100_000


def answers(items: list[int], processes: int, seconds: float = 60.0) -> list[bytes | Lost]:
    return list(spread(work, items, processes, seconds, nothing))


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(-2, 255), max_size=12), st.integers(1, 3))
def test_each_item_has_its_answer_in_its_place(items: list[int], processes: int) -> None:
    """Items that end their process are lost and named as such; all others have their answer."""
    for item, answer in zip(items, answers(items, processes), strict=True):
        assert isinstance(answer, Lost) if item < 0 else answer == work(item)


def test_an_item_without_end_is_ended() -> None:
    """After its time its process is ended, the reason told, and the others go on."""
    lost, *others = answers([1000, 1, 2, 3, 4, 5], 2, seconds=1.0)
    assert isinstance(lost, Lost)
    assert "longer than 1 s" in lost.reason
    assert others == [work(item) for item in (1, 2, 3, 4, 5)]


def test_an_iterator_left_early_leaves_no_process() -> None:
    """Who stops asking ends what is under way."""
    results = spread(work, [1, 1000, 1001], 2, 60.0, nothing)
    assert next(results) == work(1)
    began = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 30


def test_no_more_items_are_taken_than_are_worked_on() -> None:
    """However many there are, only some are held for each process."""
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for taken in range(1, 201):
            yield taken % 256

    results = spread(work, items(), 2, 60.0, nothing)
    most = 0
    for done, _ in enumerate(results, start=1):
        most = max(most, taken - done)
    assert taken == 200
    assert 0 < most < 20
