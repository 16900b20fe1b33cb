"""Make what was read the state of the graph: documents, and what follows from them.

`publish` does both in one commit. Facts, disagreements and entities are computed anew for what a change touches, and
only for that: the topics (graph.derived.predicates) of the statements that come or go, and the entities described. A
test proves that this ends in the same graph as computing everything from nothing (graph.derived.recompute).

A long load writes documents alone, commit by commit (`append`), and computes everything once at its end
(`ensure_reference`). Between the two the graph lacks the key by which it is known that all of it is current, so
that whoever finds it so after an interruption computes what is missing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.contract import Store, View
from graph.derived.authority import authority_key
from graph.derived.gathered import Gathered
from graph.derived.recompute import Progress, recompute
from graph.errors import RecordError
from graph.iris import REFERENCE_GRAPH, RUNS_GRAPH, VOID_GRAPH, document_graph
from graph.quads import document_quads
from graph.quads_run import run_change, run_quads
from graph.records import DocumentRecords, Run
from graph.stores.change import Change
from graph.void import void_quads
from ontology.namespaces import DOCUMENT


@dataclass(frozen=True, slots=True)
class DocumentState:
    """What a load compares a file with."""

    file_name: str
    sha256: str
    version: str
    origin: str = ""


def publish(
    store: Store, records: Iterable[DocumentRecords], withdrawn: Iterable[str] = (), run: Run | None = None
) -> None:
    """Write documents (each replaces what was there of it), take others out, and all that follows, in one commit.

    records may be an iterator: only what facts need of a document is kept. Raises RecordError for records that are
    of no document or come twice, and what the store's writer raises; then nothing has changed.
    """
    with store.writer() as writer, store.view() as view:
        change = Change(view)
        for item in records:
            quads = document_quads(item)
            change.load(item, quads)
            writer.replace(document_graph(item.document.slug), quads)
        for slug in withdrawn:
            change.withdraw(slug)
            writer.withdraw(document_graph(slug))
        for graph, (remove, add) in change.derive().items():
            writer.patch(graph, remove, add)
        if run is not None:
            quads = run_quads(run)
            change.counts.add(quads)
            writer.patch(RUNS_GRAPH, (), quads)
        writer.replace(VOID_GRAPH, void_quads(change.counts))


def append(
    store: Store, records: Iterable[DocumentRecords], run: Callable[[], Run], before: Run | None, gathered: Gathered
) -> Run:
    """Write documents (each replaces what was there of it) and the record of their load, in one commit.

    What follows from them is not computed: `ensure_reference` must be called in the end.
    run: gives the record once all records are written; it takes the place of the one before, and is returned.
    Raises as `publish` does.
    """
    with store.writer() as writer:
        for item in records:
            if item.document.slug in gathered.documents:
                raise RecordError(f"{item.document.slug} comes twice in one load")
            quads = document_quads(item)
            gathered.add(item, quads)
            writer.replace(document_graph(item.document.slug), quads)
        now = run()
        writer.patch(RUNS_GRAPH, *run_change(before, now))
        writer.patch(REFERENCE_GRAPH, [authority_key()], ())
    return now


def is_current(view: View) -> bool:
    """Whether vocabulary and reference data are ours, and facts, entities and counts those of the documents."""
    return authority_key() in set(view.quads(NamedNode(REFERENCE_GRAPH), authority_key().predicate))


def ensure_reference(store: Store, gathered: Gathered | None = None, progress: Progress | None = None) -> bool:
    """Write vocabulary and reference data and compute everything anew, when the graph is not current.

    Returns whether anything was written. gathered, progress: see `recompute`.
    """
    with store.view() as view:
        if is_current(view):
            return False
    recompute(store, gathered, progress)
    return True


def state_of_documents(view: View) -> dict[str, DocumentState]:
    """Slug -> what a load compares a file with, to skip what did not change."""
    found: dict[str, DocumentState] = {}
    for row in view.rows("document_states"):
        document, file, sha256, version = row["document"], row["file"], row["sha256"], row["version"]
        if document and file and sha256:
            slug = document.value.removeprefix(DOCUMENT)
            origin = row["origin"]
            found[slug] = DocumentState(
                file.value, sha256.value, version.value if version else "", origin.value if origin else ""
            )
    return found
