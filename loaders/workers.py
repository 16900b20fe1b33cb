"""Work spread over processes that may die: each has a pipe of its own, so that the end of one harms no other.

A pool of the standard library shares one pipe among its processes: one that is killed in the middle of an
answer leaves the rest of it to be waited for without end.
"""

import logging
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from loaders.collector import collecting_seldom

_LOG = logging.getLogger(__name__)
_CONTEXT = get_context("forkserver")  # a fork of this process would copy its threads' locks in any state
_AHEAD = 8  # items taken for each process while an earlier one is under way: bounds memory
_TRIES = 2  # a process may have been ended for another's need of memory; an item that ends two is at fault

Item = TypeVar("Item")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer: the item ended every process that worked on it, or took too long."""

    reason: str


@dataclass(slots=True)
class _Worker(Generic[Item, Answer]):
    process: BaseProcess
    pipe: Connection
    position: int
    deadline: float


@dataclass(slots=True)
class _Job(Generic[Item]):
    """An item that has no answer yet."""

    item: Item
    tries: int = 0


def spread(
    work: Callable[[Item], Answer], items: Iterable[Item], processes: int, seconds: float, prepare: Callable[[], object]
) -> Iterator[Answer | Lost]:
    """The answer to each item, in order. Of the items no more are taken at a time than the processes are kept busy by.

    work, prepare: functions of a module, which a new process can import; prepare runs once in each process.
    seconds: after which the process of an item is ended.
    """
    _CONTEXT.set_forkserver_preload(["__main__", work.__module__, prepare.__module__])  # imported once for all
    pool = _Pool(work, items, seconds, prepare)
    try:
        yield from pool.answers(processes)
    finally:
        pool.close()


class _Pool(Generic[Item, Answer]):
    def __init__(
        self, work: Callable[[Item], Answer], items: Iterable[Item], seconds: float, prepare: Callable[[], object]
    ) -> None:
        self._work, self._seconds, self._prepare = work, seconds, prepare
        self._items = enumerate(items)
        self._jobs: dict[int, _Job[Item]] = {}
        self._todo: deque[int] = deque()
        self._answers: dict[int, Answer | Lost] = {}
        self._busy: dict[Connection, _Worker[Item, Answer]] = {}
        self._idle: list[_Worker[Item, Answer]] = []

    def answers(self, processes: int) -> Iterator[Answer | Lost]:
        position = 0
        while True:
            self._take(_AHEAD * processes)
            while position not in self._answers:
                if not self._jobs:
                    return
                self._hand_out(processes)
                self._collect()
            yield self._answers.pop(position)
            position += 1

    def _take(self, most: int) -> None:
        """Take items until there are so many whose answer was not yet given."""
        room = most - len(self._jobs) - len(self._answers)
        for position, item in islice(self._items, max(0, room)):
            self._jobs[position] = _Job(item)
            self._todo.append(position)

    def close(self) -> None:
        """End all processes: at once those under way, by the end of their pipe those that wait."""
        for worker in self._busy.values():
            worker.process.kill()
        for worker in (*self._busy.values(), *self._idle):
            _dismiss(worker)

    def _hand_out(self, processes: int) -> None:
        while self._todo and len(self._busy) < processes:
            worker = self._idle.pop() if self._idle else self._hire()
            worker.position = self._todo.popleft()
            worker.deadline = time.monotonic() + self._seconds
            job = self._jobs[worker.position]
            job.tries += 1
            self._busy[worker.pipe] = worker
            try:
                worker.pipe.send(job.item)
            except OSError:
                self._lose(worker, "ended by itself")

    def _hire(self) -> _Worker[Item, Answer]:
        ours, theirs = _CONTEXT.Pipe()
        level = logging.getLogger().getEffectiveLevel()
        process = _CONTEXT.Process(target=_serve, args=(theirs, self._work, self._prepare, level), daemon=True)
        process.start()
        theirs.close()  # so that its end is seen here
        return _Worker(process, ours, -1, 0.0)

    def _collect(self) -> None:
        """Wait for an answer, the end of a process or the end of its time."""
        patience = min(worker.deadline for worker in self._busy.values()) - time.monotonic()
        for pipe in wait(list(self._busy), max(0.0, patience)):
            assert isinstance(pipe, Connection)
            worker = self._busy[pipe]
            try:
                answer: Answer = pipe.recv()
            except (EOFError, OSError):
                self._lose(worker, "ended by itself")
                continue
            self._answer(worker.position, answer)
            self._idle.append(self._busy.pop(pipe))
        for worker in [worker for worker in self._busy.values() if worker.deadline <= time.monotonic()]:
            self._jobs[worker.position].tries = _TRIES  # it would take as long again
            self._lose(worker, f"took longer than {self._seconds:g} s")

    def _lose(self, worker: _Worker[Item, Answer], what: str) -> None:
        del self._busy[worker.pipe]
        worker.process.kill()
        _dismiss(worker)
        _LOG.warning("the process at item %d %s", worker.position, what)
        if self._jobs[worker.position].tries < _TRIES:
            self._todo.appendleft(worker.position)
        else:
            self._answer(worker.position, Lost(f"the process that read it {what}"))

    def _answer(self, position: int, answer: Answer | Lost) -> None:
        del self._jobs[position]
        self._answers[position] = answer


def _dismiss(worker: _Worker[Item, Answer]) -> None:
    worker.pipe.close()
    worker.process.join()
    worker.process.close()


def _serve(pipe: Connection, work: Callable[[Item], Answer], prepare: Callable[[], object], level: int) -> None:
    """In the process: answer until the pipe ends. level: of what is logged, as in the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the process that asks decides
    logging.basicConfig(level=level)
    with collecting_seldom():
        prepare()
        while True:
            try:
                pipe.send(work(pipe.recv()))
            except (EOFError, OSError):  # nobody asks any more
                return
