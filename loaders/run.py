"""The one orchestrator: files in, records out, and a load written to a store.

Reading is spread over processes; each document is read alone, so one that fails harms no other. A file
whose bytes and reader are those of last time is skipped; a changed one replaces what it said before.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from os import cpu_count
from pathlib import Path

from graph.contract import Store
from graph.iris import digest, slug
from graph.publish import DocumentState, publish, state_of_documents
from graph.records import DocumentRecords, Failure, Run
from loaders.errors import LoadError
from loaders.pipeline import VERSION, read_document
from loaders.reading.intake import Text, find_files, read_file
from loaders.recognition.gazetteer import reference_gazetteer
from loaders.workers import Lost, spread
from ontology.settings import Settings

Progress = Callable[[int, int], None]
_LOG = logging.getLogger(__name__)
_COMMIT = 500  # documents in one commit: bounds memory, and what an interrupted load has to do again
_SECONDS = 300.0  # after which a process is taken to be stuck in its document
_TOO_FEW = 3  # documents below which starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read."""

    text: Text
    slug: str
    origin: str


@dataclass(slots=True)
class _Tally:
    loaded: list[str] = field(default_factory=list)
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)
    claims: int = 0
    mentions: int = 0
    evidence: int = 0

    def add(self, records: DocumentRecords) -> DocumentRecords:
        self.loaded.append(records.document.slug)
        self.claims += len(records.claims)
        self.mentions += len(records.mentions)
        self.evidence += len(records.evidence)
        return records

    def counts(self) -> tuple[tuple[str, int], ...]:
        return (("claims", self.claims), ("evidence", self.evidence), ("mentions", self.mentions))


def extract(
    paths: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> Iterator[DocumentRecords | Failure]:
    """Records of each document in the order of the files; a Failure for each file that cannot be read."""
    files = list(find_files(paths))
    tasks: list[Task | Failure] = list(_tasks(files, settings, {}, _Tally()))
    yield from _read_all(tasks, settings, progress or _silent)


def load(paths: Sequence[Path], store: Store, settings: Settings, progress: Progress | None = None) -> Run:
    """Read documents and write them to the store; the run tells what was loaded, skipped and not readable.

    Raises what the store's writer raises; what was committed before stays.
    """
    started = _now()
    with store.view() as view:
        known = state_of_documents(view)
    tally = _Tally()
    tasks = _tasks(list(find_files(paths)), settings, known, tally)
    items = _read_all(list(tasks), settings, progress or _silent)
    while batch := list(islice(items, _COMMIT)):
        tally.failures += [item for item in batch if isinstance(item, Failure)]
        records = [tally.add(item) for item in batch if not isinstance(item, Failure)]
        if records:
            publish(store, records)
    run = Run(
        id=digest("run", started, *tally.loaded),
        started=started,
        ended=_now(),
        version=VERSION,
        loaded=tuple(tally.loaded),
        unchanged=tally.unchanged,
        failures=tuple(tally.failures),
        counts=tally.counts(),
    )
    if tally.loaded or tally.failures:
        publish(store, (), (), run)
    return run


def _tasks(
    files: Iterable[Path | Failure], settings: Settings, known: dict[str, DocumentState], tally: _Tally
) -> Iterator[Task | Failure]:
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
        if (text.sha256, VERSION) in same:
            tally.unchanged += 1
            continue
        same.add((text.sha256, VERSION))
        origin = digest("origin", str(path.resolve()))
        name = addresses.get(origin) or slug(path.stem)
        if owners.setdefault(name, origin) != origin:
            name = f"{name}-{origin[:6]}"
        yield Task(text, name, origin)


def _read_all(
    tasks: list[Task | Failure], settings: Settings, progress: Progress
) -> Iterator[DocumentRecords | Failure]:
    documents = [task for task in tasks if isinstance(task, Task)]
    workers = min(settings.load_workers or cpu_count() or 1, max(1, len(documents) // _TOO_FEW))
    results = map(_read_one, documents) if workers == 1 else _in_processes(documents, workers)
    for done, task in enumerate(tasks, start=1):
        yield task if isinstance(task, Failure) else next(results)
        progress(done, len(tasks))


def _in_processes(documents: list[Task], workers: int) -> Iterator[DocumentRecords | Failure]:
    results = spread(_read_one, documents, workers, _SECONDS, reference_gazetteer)
    for task, result in zip(documents, results, strict=True):
        yield Failure(task.text.name, result.reason) if isinstance(result, Lost) else result


def _read_one(task: Task) -> DocumentRecords | Failure:
    try:
        records = read_document(task.text.raw, task.text.name, task.slug, task.text.sha256)
        return replace(records, document=replace(records.document, origin=task.origin))
    except Exception as error:  # noqa: BLE001
        # one document must not end the load of the others; the trace goes to the log
        _LOG.exception("reading %s", task.text.name)
        return Failure(task.text.name, f"could not be understood ({type(error).__name__}: {error})")


def _silent(done: int, total: int) -> None:
    """Progress for callers that want none."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
