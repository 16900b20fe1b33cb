"""The published states of an embedded store: folders `gen-NNNNNN`, and `CURRENT`, which names the one to read.

A generation is a backup of the live store: hard links, a few milliseconds. `CURRENT` changes by an atomic rename, so
every reader, in this process or another, sees whole states only. A reader holds a shared lock on the folder it reads;
an old folder is removed by the owner once nobody does. The system drops the locks of a process that dies.
"""

import fcntl
import os
import shutil
import threading
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from pyoxigraph import Store

from graph.errors import StoreError
from graph.generation import Generation

CURRENT = "CURRENT"
_PREFIX = "gen-"


class Generations:
    """The generations in one folder. owner: whether this process publishes and removes them."""

    def __init__(self, folder: Path, owner: bool) -> None:
        self._folder, self._owner = folder, owner
        self._lock = threading.RLock()
        self._stamp: tuple[int, int] | None = None
        self._current: Generation | None = None

    def current(self) -> Generation:
        """The generation published last, pinned for the caller. Raises StoreError when there is none."""
        with self._lock:
            while True:
                stamp = self._stamp_now()
                if self._current is None or stamp != self._stamp:
                    self._turn_to(self._open(*self.published()), stamp)
                if self._current is not None and self._current.pin():
                    return self._current

    def published(self) -> tuple[str, str]:
        """Folder name of the current generation, and the token of the store. Raises StoreError without one."""
        try:
            name, token = (self._folder / CURRENT).read_text(encoding="ascii").split()
        except (OSError, ValueError) as error:
            raise StoreError(f"{self._folder} holds no published graph") from error
        return name, token

    def publish(self, live: Store) -> None:
        """Make the content of the live store the current generation. Raises OSError when there is no space."""
        with self._lock:
            number, token = self._next()
            name = f"{_PREFIX}{number:06}"
            draft = self._folder / f"{name}.tmp"
            for path in (draft, self._folder / name):  # left by a process that was killed here
                shutil.rmtree(path, ignore_errors=True)
            live.backup(str(draft))
            draft.rename(self._folder / name)
            write_whole(self._folder / CURRENT, f"{name} {token}\n")
            self.current().release()
        self.sweep()

    def recover(self) -> bool:
        """At start: make the newest generation current if none is, remove what was never published; False if none."""
        found = self._folders()
        if found and not (self._folder / CURRENT).exists():
            write_whole(self._folder / CURRENT, f"{found[-1].name} {uuid4().hex[:8]}\n")
        if not (self._folder / CURRENT).exists():
            return False
        kept, _ = self.published()
        for path in found:
            if _number(path.name) > _number(kept):
                _remove_unread(path)
        self.sweep()
        return True

    def sweep(self) -> None:
        """Remove the generations before the current one that nobody reads; only the owner does.

        Later ones stay: another thread may be about to publish one.
        """
        if not self._owner:
            return
        with suppress(StoreError):
            kept, _ = self.published()
            for path in self._folders():
                if _number(path.name) < _number(kept):
                    _remove_unread(path)

    def _folders(self) -> list[Path]:
        found = (path for path in self._folder.glob(f"{_PREFIX}*") if path.suffix != ".tmp")
        return sorted(found, key=lambda path: _number(path.name))

    def close(self) -> None:
        """Give back the current generation."""
        with self._lock:
            self._turn_to(None, None)

    def _next(self) -> tuple[int, str]:
        try:
            name, token = self.published()
        except StoreError:
            return 1, uuid4().hex[:8]
        return _number(name) + 1, token

    def _stamp_now(self) -> tuple[int, int] | None:
        try:
            status = (self._folder / CURRENT).stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def _turn_to(self, generation: Generation | None, stamp: tuple[int, int] | None) -> None:
        before, self._current, self._stamp = self._current, generation, stamp
        if before is not None:
            before.release()

    def _open(self, name: str, token: str) -> Generation | None:
        """The generation under a shared lock, or None when it was removed in the same moment."""
        path = self._folder / name
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except FileNotFoundError as error:
            if self.published()[0] == name:
                raise StoreError(f"{self._folder} names {name} as current, which is not there") from error
            return None
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if not _same(descriptor, path):
            os.close(descriptor)
            return None

        def end() -> None:
            os.close(descriptor)
            self.sweep()

        label = f"{_number(name)}-{token}"
        return Generation(label, lambda: _read(path), lambda: path, end)


def _read(path: Path) -> Store:
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path} cannot be read: {' '.join(str(error).split())[:200]}") from error


def _number(name: str) -> int:
    return int(name.removeprefix(_PREFIX))


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all, after a power cut too."""
    draft = path.with_name(f"{path.name}.tmp")
    with draft.open("w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _same(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _remove_unread(path: Path) -> None:
    """Remove a generation's folder unless somebody holds it."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(path, ignore_errors=True)
    except BlockingIOError:
        pass
    finally:
        os.close(descriptor)
