"""The live store of an embedded store: the only one that is written, and never read by anybody else.

While it differs from the published generation a file `DIRTY` says so; whoever opens it then makes it anew from that
generation. So a process may be killed at any moment: what was published last is what there is.
"""

import errno
import os
import shutil
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Store

from graph.errors import StoreError, StoreFull
from graph.stores.changes import Change, apply
from graph.stores.generations import Generations, sync_folder

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FULL_WORDS = tuple(os.strerror(number) for number in _FULL)


class Live:
    """The live store in a folder. Not safe for threads: the writer's lock is around every call."""

    def __init__(self, folder: Path, generations: Generations) -> None:
        self._folder, self._path, self._generations = folder, folder / "live", generations
        self._marker = folder / "DIRTY"
        self._store: Store | None = None

    def change(self, changes: Iterable[Change]) -> None:
        """Apply changes; they are not published yet. Raises StoreFull or StoreError, then `abandon` must follow."""
        with disk_errors(self._folder):
            store = self._opened()
            self._mark()
            apply(store, changes)

    def publish(self) -> None:
        """Make the live content the current generation. Raises as `change`."""
        with disk_errors(self._folder):
            self._generations.publish(self._opened())
            self._marker.unlink(missing_ok=True)

    def abandon(self) -> None:
        """Drop what was not published."""
        self._store = None

    def _opened(self) -> Store:
        if self._store is None:
            if self._marker.exists() or not self._path.exists():
                self._restore()
            try:
                self._store = Store(str(self._path))
            except (OSError, RuntimeError):  # damaged: what was published is still whole
                self._restore()
                self._store = Store(str(self._path))
        return self._store

    def _mark(self) -> None:
        if not self._marker.exists():
            self._marker.touch()
            sync_folder(self._folder)

    def _restore(self) -> None:
        """The current generation as a new live folder: its table files linked, since none is ever changed."""
        draft = self._folder / "live.tmp"
        for path in (draft, self._path):
            if path.exists():
                shutil.rmtree(path)
        draft.mkdir()
        generation = self._generations.current()
        try:
            for source in generation.folder().iterdir():
                if source.suffix == ".sst":
                    os.link(source, draft / source.name)
                elif source.name != "LOCK" and not source.name.startswith("LOG"):
                    shutil.copyfile(source, draft / source.name)
        finally:
            generation.release()
        draft.rename(self._path)
        sync_folder(self._folder)
        self._marker.unlink(missing_ok=True)


def create(folder: Path, generations: Generations) -> None:
    """Publish an empty graph as the first generation. Raises StoreFull or StoreError."""
    with disk_errors(folder):
        shutil.rmtree(folder / "live", ignore_errors=True)
        generations.publish(Store(str(folder / "live")))


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk says into one line."""
    try:
        yield
    except BaseException as error:
        traceback.clear_frames(error.__traceback__)  # they hold the live store open, and with it its lock
        if not isinstance(error, OSError | RuntimeError):  # the engine raises the second for damaged files
            raise
        if getattr(error, "errno", None) in _FULL or any(words in str(error) for words in _FULL_WORDS):
            raise StoreFull(f"no space left in {folder}; the graph is as it was before") from error
        raise StoreError(f"{folder} cannot be written: {' '.join(str(error).split())[:200]}") from error
