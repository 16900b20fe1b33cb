"""A store in memory, for tests and for `extract`: nothing of it lasts, views are true snapshots.

The graphs are kept as values; a state gets an engine when it is first read, and a folder that query workers can open
when the first query of a user comes. So a query a user wrote has the same limits here as in an embedded store.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from itertools import chain, count
from pathlib import Path
from uuid import uuid4
from weakref import finalize

from pyoxigraph import Quad, Store

from graph.generation import Generation
from graph.querying.pool import Pool
from graph.stores.changes import Changes
from graph.stores.local_view import LocalView
from graph.stores.writing import CollectingWriter, Turn
from ontology.settings import Settings

Graphs = Mapping[str, frozenset[Quad]]


class MemoryStore:
    """A store that begins empty and ends with its process."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._pool = Pool(self._settings)
        self._turn = Turn()
        self._token, self._numbers = uuid4().hex[:8], count(1)
        self._graphs: Graphs = {}
        self._current = self._generation({})

    def view(self) -> LocalView:
        """The state that was committed last."""
        current = self._current
        while not current.pin():  # another thread has just committed the next one
            current = self._current
        return LocalView(current, self._pool, self._settings)

    def writer(self) -> "MemoryWriter":
        """A writer; waits for the one before it."""
        return MemoryWriter(self._turn, self.commit)

    def commit(self, changes: Changes) -> None:
        """Make the changes the current state."""
        graphs = dict(self._graphs)
        for change in changes:
            name = change.graph.value
            before = frozenset[Quad]() if change.whole else graphs.pop(name, frozenset())
            after = before.difference(change.remove).union(change.add)
            graphs.pop(name, None)
            if after:
                graphs[name] = after
        previous, self._graphs, self._current = self._current, graphs, self._generation(graphs)
        previous.release()
        self._pool.forget(self._current.name)

    def _generation(self, graphs: Graphs) -> Generation:
        folders: list[Path] = []

        def folder() -> Path:
            folders.append(Path(tempfile.mkdtemp(prefix="gcm-")))
            finalize(self, shutil.rmtree, folders[0], ignore_errors=True)  # for a store that nobody closes
            Store(str(folders[0] / "store")).extend(chain.from_iterable(graphs.values()))
            return folders[0] / "store"

        def end() -> None:
            for path in folders:
                shutil.rmtree(path, ignore_errors=True)

        return Generation(f"{next(self._numbers)}-{self._token}", lambda: _load(graphs), folder, end)

    def close(self) -> None:
        """End workers and forget the graph."""
        self._pool.close()
        self._current.release()


class MemoryWriter(CollectingWriter):
    """Makes its changes the current state."""

    def __init__(self, turn: Turn, commit: Callable[[Changes], None]) -> None:
        super().__init__(turn)
        self._change = commit

    def _commit(self) -> None:
        if self._changes:
            self._change(self._changes)


def _load(graphs: Graphs) -> Store:
    store = Store()
    store.extend(chain.from_iterable(graphs.values()))
    return store
