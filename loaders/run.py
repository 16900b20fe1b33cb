"""The one orchestrator: files in, records out, and a load written to a store.

Reading is spread over processes; each document is read alone, so one that fails harms no other. A file
whose bytes and reader are those of last time is skipped; a changed one replaces what it said before.

Files are taken up as processes become free and records written as they come, so that memory does not grow with their
number. A few documents go into the graph with all that follows from them in one commit. More are written commit by
commit, and what follows from them once, at the end: an interruption costs the documents of one commit, and the same
load takes up the others.
"""

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain, islice
from os import cpu_count
from pathlib import Path
from uuid import uuid4

from graph.contract import Store
from graph.derived.gather import judged_in
from graph.derived.gathered import Gathered
from graph.iris import digest, slug
from graph.publish import DocumentState, append, ensure_reference, is_current, publish, state_of_documents
from graph.records import DocumentRecords, Failure, Run
from loaders.collector import collecting_seldom
from loaders.errors import LoadError
from loaders.pipeline import VERSION, read_document, version_for
from loaders.reading.intake import Text, find_files, opened, read_file
from loaders.recognition.names.gazetteer import reference_gazetteer
from loaders.workers import Lost, spread
from ontology.settings import Settings

Progress = Callable[[int, int], None]
_LOG = logging.getLogger(__name__)
_FEW = 50  # documents that go in with all that follows from them
_COMMIT = 500  # documents in one commit of a long load ...
_COMMIT_SECONDS = 20.0  # ... and its time: what an interruption makes read again
_SECONDS = 300.0  # after which a process is taken to be stuck in its document
_TOO_FEW = 3  # documents below which starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read."""

    text: Text
    slug: str
    origin: str


@dataclass(frozen=True, slots=True)
class _Unchanged:
    """A file that says what it said when it was read last, or what another one says."""


@dataclass(slots=True)
class _Tally:
    """What a load did so far."""

    id: str = field(default_factory=lambda: digest("run", uuid4()))
    started: str = field(default_factory=lambda: _now())
    loaded: list[str] = field(default_factory=list)
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("claims", "evidence", "mentions"), 0))

    def records(self, items: Iterable[DocumentRecords | Failure | _Unchanged]) -> Iterator[DocumentRecords]:
        """The records among some results; all are counted."""
        for item in items:
            if isinstance(item, Failure):
                self.failures.append(item)
            elif isinstance(item, _Unchanged):
                self.unchanged += 1
            else:
                self.loaded.append(item.document.slug)
                for kind in self.counts:
                    self.counts[kind] += len(getattr(item, kind))
                yield item

    def run(self) -> Run:
        """The record of the load."""
        return Run(
            id=self.id,
            started=self.started,
            ended=_now(),
            version=VERSION,
            loaded=tuple(self.loaded),
            unchanged=self.unchanged,
            failures=tuple(self.failures),
            counts=tuple(self.counts.items()),
        )


def extract(
    paths: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> Iterator[DocumentRecords | Failure]:
    """Records of each document in the order of the files; a Failure for each file that cannot be read."""
    for item in _read_all(list(find_files(paths)), {}, settings, progress or _silent):
        if not isinstance(item, _Unchanged):
            yield item


@collecting_seldom()
def load(
    paths: Sequence[Path],
    store: Store,
    settings: Settings,
    progress: Progress | None = None,
    deriving: Progress | None = None,
) -> Run:
    """Read documents and write them to the store; the run tells what was loaded, skipped and not readable.

    progress: how many files are done, and of how many; deriving: the same of what is read for facts at the end.
    Raises what the store's writer raises, and KeyboardInterrupt with what to know of what is stored; what was
    committed before stays.
    """
    with store.view() as view:
        known, current = state_of_documents(view), is_current(view)
    tally = _Tally()
    records = tally.records(_read_all(list(find_files(paths)), known, settings, progress or _silent))
    try:
        first = list(islice(records, _FEW + 1))
        if len(first) > _FEW or not current:
            _write_many(store, chain(first, records), tally, deriving)
        elif tally.loaded or tally.failures:
            publish(store, first, (), tally.run())
    except KeyboardInterrupt as stop:
        with store.view() as view:  # what was published counts, also where the interrupt came right behind it
            stored = sum(known.get(name) != state for name, state in state_of_documents(view).items())
        told = f"interrupted; documents stored by now: {stored}; the same command goes on from there"
        raise KeyboardInterrupt(told) from stop
    return tally.run()


def _write_many(store: Store, records: Iterator[DocumentRecords], tally: _Tally, deriving: Progress | None) -> None:
    """Commit by commit, and then what follows from all of it."""
    run: Run | None = None
    with store.view() as view:
        judged = judged_in(view)
    with Gathered(judged) as gathered:
        for item in records:
            run = append(store, chain([item], _until(records)), tally.run, run, gathered)
        if tally.failures and run is None:
            append(store, (), tally.run, run, gathered)
        ensure_reference(store, gathered, deriving)


def _until(records: Iterator[DocumentRecords]) -> Iterator[DocumentRecords]:
    """Records for one commit."""
    end = time.monotonic() + _COMMIT_SECONDS
    for item in islice(records, _COMMIT - 1):
        yield item
        if time.monotonic() > end:
            return


def _tasks(
    files: Iterable[Path | Failure], settings: Settings, known: dict[str, DocumentState]
) -> Iterator[Task | Failure | _Unchanged]:
    """What is to be read: each text once, under an address that no other file has."""
    same = {(state.sha256, state.version) for state in known.values()}
    owners = {slug: state.origin for slug, state in known.items() if state.origin}
    addresses = {origin: slug for slug, origin in owners.items()}
    for path in files:
        if isinstance(path, Failure):
            yield path
            continue
        try:
            text = read_file(path, settings)
        except LoadError as error:
            yield Failure(str(path), str(error))
            continue
        version = version_for(text.mapping)
        if (text.sha256, version) in same:
            yield _Unchanged()
            continue
        same.add((text.sha256, version))
        origin = digest("origin", str(path.resolve()))
        name = addresses.get(origin) or slug(path.stem)
        if owners.setdefault(name, origin) != origin:
            name = f"{name}-{origin[:6]}"
        yield Task(text, name, origin)


def _read_all(
    files: list[Path | Failure], known: dict[str, DocumentState], settings: Settings, progress: Progress
) -> Iterator[DocumentRecords | Failure | _Unchanged]:
    """A result for each file, in their order."""
    taken: deque[Task | Failure | _Unchanged] = deque()

    def documents() -> Iterator[Task]:
        for task in _tasks(files, settings, known):
            taken.append(task)
            if isinstance(task, Task):
                yield task

    workers = min(settings.load_workers or cpu_count() or 1, max(1, len(files) // _TOO_FEW))
    results = map(_read_one, documents()) if workers == 1 else _in_processes(documents(), workers)
    for done, result in enumerate(_in_order(results, taken), start=1):
        yield result
        progress(done, len(files))


def _in_order(
    results: Iterator[DocumentRecords | Failure], taken: deque[Task | Failure | _Unchanged]
) -> Iterator[DocumentRecords | Failure | _Unchanged]:
    """Results put between what needs no reading, as it was taken up."""
    for result in results:
        while not isinstance(task := taken.popleft(), Task):
            yield task
        yield result
    for task in taken:
        if not isinstance(task, Task):
            yield task


def _in_processes(documents: Iterable[Task], workers: int) -> Iterator[DocumentRecords | Failure]:
    names: deque[str] = deque()

    def named() -> Iterator[Task]:
        for task in documents:
            names.append(task.text.name)
            yield task

    for result in spread(_read_one, named(), workers, _SECONDS, reference_gazetteer):
        name = names.popleft()
        yield Failure(name, result.reason) if isinstance(result, Lost) else result


def _read_one(task: Task) -> DocumentRecords | Failure:
    try:
        text = opened(task.text)
        records = read_document(text.raw, text.name, task.slug, text.sha256, text.places, text.mapping, text.declared)
        return replace(records, document=replace(records.document, origin=task.origin))
    except LoadError as error:
        return Failure(task.text.name, str(error))
    except Exception as error:  # noqa: BLE001
        # one document must not end the load of the others; the trace goes to the log
        _LOG.exception("reading %s", task.text.name)
        return Failure(task.text.name, f"could not be understood ({type(error).__name__}: {error})")


def _silent(done: int, total: int) -> None:
    """Progress for callers that want none."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
