"""Which process owns an embedded store: a lock file, held as long as the process lives."""

import fcntl
import os
import threading
from pathlib import Path

from graph.errors import StoreError, StoreLocked

_OWNED: set[Path] = set()  # the system's lock does not keep one process out twice
_GUARD = threading.Lock()


class Ownership:
    """The right to write in a folder. Raises StoreLocked when another process, or this one, has it already."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        with _GUARD:
            if self._folder in _OWNED:
                raise StoreLocked(f"{folder} is already open for writing in this process")
            try:
                self._descriptor = os.open(self._folder / "LOCK", os.O_RDWR | os.O_CREAT, 0o644)
            except OSError as error:
                raise StoreError(f"{folder} cannot be written: {error.strerror}") from error
            try:
                fcntl.lockf(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                owner = os.read(self._descriptor, 20).decode("ascii", "replace").strip()
                os.close(self._descriptor)
                raise StoreLocked(
                    f"{folder} is in use by process {owner or 'unknown'}; stop that first (it may be a running server),"
                    " or name another store"
                ) from error
            _OWNED.add(self._folder)
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Give the right back."""
        with _GUARD:
            os.close(self._descriptor)
            _OWNED.discard(self._folder)
