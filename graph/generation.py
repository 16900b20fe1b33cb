"""A generation: one whole, unchanging state of a local store, kept as long as anybody reads it."""

import threading
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Store


class Generation:
    """A named state with a count of its readers. All methods may be called from any thread.

    opening: opens it in this process. folder: the folder that query workers open; both are called once, when needed.
    ending: called once, when the last reader has given it back.
    """

    def __init__(
        self, name: str, opening: Callable[[], Store], folder: Callable[[], Path], ending: Callable[[], None]
    ) -> None:
        self.name = name
        self._opening, self._folder, self._ending = opening, folder, ending
        self._readers = 1
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._path: Path | None = None

    def pin(self) -> bool:
        """Count one more reader; False when the last one is already gone."""
        with self._lock:
            if self._readers == 0:
                return False
            self._readers += 1
            return True

    def release(self) -> None:
        """Count one reader less; the last one ends it."""
        with self._lock:
            self._readers -= 1
            if self._readers:
                return
            self._store = None
        self._ending()

    def store(self) -> Store:
        """The state, open for reading in this process."""
        with self._lock:
            if self._store is None:
                self._store = self._opening()
            return self._store

    def folder(self) -> Path:
        """The folder in which another process can open it for reading."""
        with self._lock:
            if self._path is None:
                self._path = self._folder()
            return self._path
