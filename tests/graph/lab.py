"""An embedded store with its pool laid open, and queries that do harm."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

from graph.generation import Generation
from graph.querying.media import wanted
from graph.querying.pool import Pool
from graph.querying.wire import Request
from graph.store import open_store
from graph.stores.store_embedded import EmbeddedStore
from ontology.settings import load_settings
from tests.graph.quads_of import A, numbered

ROOT = Path(__file__).resolve().parents[2]
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GREEDY = "SELECT (STRLEN(?x34) AS ?n) {{ BIND('aaaa' AS ?x0) {} }}".format(
    " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(34))
)
NESTED = f"ASK {{ FILTER {'(' * 9000}true{')' * 9000} }}"
MANY_PATTERNS = "SELECT * {{ {} }}".format(" ".join(f"?s ?p{i} ?o{i} ." for i in range(200)))
POINT = "SELECT ?o { <https://example.org/s7> ?p ?o }"
CSV = {"solutions": "text/csv"}


class Lab:
    """A store with 2,000 quads and a way past the guard."""

    def __init__(self, folder: Path, **limits: object) -> None:
        settings = load_settings({}, store_url=str(folder), **limits)
        store = open_store(settings)
        assert isinstance(store, EmbeddedStore)
        self.store, self.settings = store, settings
        with store.writer() as writer:
            writer.replace(A, numbered(A, 2000))

    @property
    def pool(self) -> Pool:
        return self.store._pool

    def ask(self, text: str) -> bytes:
        with self.store.view() as view:
            return view.query(text, CSV).body

    def ask_unguarded(self, text: str) -> bytes:
        generation: Generation = self.store._generations.current()
        try:
            request = Request(text, wanted(CSV), False, None, self.settings.query_seconds, 1 << 20)
            return self.pool.evaluate(generation, request).body
        finally:
            generation.release()

    def all_idle_are_dead(self) -> bool:
        """A process that was killed may hold its socket for a moment after it is told to be gone."""
        return all(member.dead for members in self.pool._idle.values() for member in members)

    def workers(self) -> set[int]:
        zygote = self.pool._zygote
        return children(zygote._process.pid) if zygote else set()


def children(pid: int) -> set[int]:
    """Processes whose parent is this one, those that ended but were not collected too."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid:
            found.add(int(path.parent.name))
    return found


def gone(pids: set[int]) -> bool:
    """Whether these processes end, and are collected, before long."""
    for _ in range(2000):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.01)
    return False


def program(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """A process of its own that has `store` in the folder it is given."""
    start = """
        import sys
        from graph.store import open_store
        from ontology.settings import load_settings
        from tests.graph.quads_of import A, B, numbered, says, words
        store = open_store(load_settings({}, store_url=sys.argv[1]))
    """
    text = textwrap.dedent(start) + textwrap.dedent(code)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", text, *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.PIPE, text=True, env=environment
    )
