"""What all writers share: they wait for their turn, collect changes, and make them visible at the end or not at all."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from pyoxigraph import Quad

from graph.errors import StoreError
from graph.stores.changes import Changes


class Turn:
    """Lets one writer after the other in; tells a thread that would wait for itself.

    An interrupt may cut a writer off between any two steps, with the turn in any state: `ending` goes on from each.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._taken = False

    def take(self) -> None:
        """Wait for the turn. Raises StoreError when this thread has it."""
        self._lock.acquire()
        if self._taken:  # only this thread can see that
            self._lock.release()
            raise StoreError("a writer is open in this thread already")
        self._taken = True

    def give(self) -> None:
        """Let the next one in."""
        self._taken = False
        self._lock.release()

    @contextmanager
    def ending(self) -> Iterator[None]:
        """Wait for the last turn, to close the store; a thread that was cut off in its own has it still."""
        with self._lock:
            yield


class CollectingWriter:
    """A writer (see graph.contract) that collects; stores say what committing is."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._changes = Changes()

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Make these the only quads of the graph."""
        self._changes.replace(graph, quads)
        self._collected()

    def withdraw(self, graph: str) -> None:
        """Remove the graph."""
        self._changes.withdraw(graph)

    def patch(self, graph: str, remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        """Take quads out of a graph and put others in."""
        self._changes.patch(graph, remove, add)
        self._collected()

    def _collected(self) -> None:
        """Called after each change."""

    def _commit(self) -> None:
        raise NotImplementedError

    def _forget(self) -> None:
        """Called instead of `_commit` after an error."""

    def __enter__(self) -> Self:
        self._turn.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._commit()
            else:
                self._forget()
        finally:
            self._changes.clear()
            self._turn.give()
