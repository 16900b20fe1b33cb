"""A store in a folder of this machine (pyoxigraph): one owner writes, any process reads whole states.

In the folder: `live`, the store that is written; `gen-NNNNNN`, the published states; `CURRENT`, the name of the one to
read; `LOCK` (graph.stores.ownership) and `DIRTY` (graph.stores.live).
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from graph.errors import StoreError
from graph.querying.pool import Pool
from graph.stores.generations import CURRENT, Generations
from graph.stores.live import Live, create
from graph.stores.local_view import LocalView
from graph.stores.ownership import Ownership
from graph.stores.writing import CollectingWriter, Turn
from ontology.settings import Settings

SPILL = 50_000
"""A writer that has collected so many quads writes them to the live store before it goes on."""


class EmbeddedStore:
    """The store in `settings.data_dir`. write: own it; without, follow what its owner publishes.

    Raises StoreLocked when another process owns it, StoreError when the folder is none of ours or not there,
    StoreFull when there is no space for an empty one.
    """

    def __init__(self, settings: Settings, *, write: bool = True) -> None:
        self._settings, self._folder = settings, settings.data_dir
        self._pool = Pool(settings)
        self._turn = Turn()
        self._owned = _own(self._folder) if write else None
        self._generations = Generations(self._folder, owner=write)
        self._live = Live(self._folder, self._generations)
        try:
            if write:
                _tidy(self._folder)
                if not self._generations.recover():
                    create(self._folder, self._generations)
            self._generations.current().release()
        except BaseException:
            self.close()
            raise

    def view(self) -> LocalView:
        """The state published last, in this process or by the owner of the folder."""
        generation = self._generations.current()
        self._pool.forget(generation.name)
        return LocalView(generation, self._pool, self._settings)

    def writer(self) -> "EmbeddedWriter":
        """A writer; waits for the one before it. Raises StoreError in a store that was opened for reading."""
        if self._owned is None:
            raise StoreError(f"{self._folder} was opened for reading")
        return EmbeddedWriter(self._turn, self._live, self._published)

    def _published(self) -> None:
        generation = self._generations.current()
        try:
            self._pool.forget(generation.name)
            self._pool.warm(generation)
        finally:
            generation.release()

    def close(self) -> None:
        """End workers, wait for a writer at work, give the folder free."""
        self._pool.close()
        with self._turn.ending():
            self._live.abandon()
            self._generations.close()
            if self._owned is not None:
                self._owned.release()
                self._owned = None


class EmbeddedWriter(CollectingWriter):
    """Publishes its changes as a new generation."""

    def __init__(self, turn: Turn, live: Live, published: Callable[[], None]) -> None:
        super().__init__(turn)
        self._live, self._published = live, published
        self._spilled = False

    def _collected(self) -> None:
        """Keep memory flat in a long load; nobody reads the live store, so nothing shows before its time."""
        if self._changes.size >= SPILL:
            self._spilled = True
            self._live.change(self._changes)
            self._changes.clear()

    def _commit(self) -> None:
        if not (self._changes or self._spilled):
            return
        try:
            self._live.change(self._changes)
            self._live.publish()
        except BaseException:
            self._live.abandon()
            raise
        finally:
            self._spilled = False
        self._published()

    def _forget(self) -> None:
        if self._spilled:
            self._spilled = False
            self._live.abandon()


def _own(folder: Path) -> Ownership:
    """Make the folder if need be and take it. Raises StoreError for a folder with other things in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        foreign = any(folder.iterdir()) and not (folder / "LOCK").exists()
    except OSError as error:
        raise StoreError(f"{folder} cannot be a store: {error.strerror}") from error
    if foreign:
        raise StoreError(f"{folder} is not empty and no store of this program")
    return Ownership(folder)


def _tidy(folder: Path) -> None:
    """Remove what a killed process left half done."""
    for path in (*folder.glob("gen-*.tmp"), folder / "live.tmp"):
        shutil.rmtree(path, ignore_errors=True)
    for path in (*folder.glob("live/bulk-*.sst"), folder / f"{CURRENT}.tmp"):
        path.unlink(missing_ok=True)
