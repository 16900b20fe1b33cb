"""Everything that is computed, from the documents and the reference data alone."""

from collections.abc import Callable

from pyoxigraph import Quad

from graph.contract import Store, View, Writer
from graph.counts import Counts
from graph.derived.authority import authority_graphs
from graph.derived.gather import document_quads_in, document_slugs, judged_in
from graph.derived.gathered import Gathered
from graph.iris import (
    DECISIONS_GRAPH,
    ENTITIES_GRAPH,
    FACTS_GRAPH,
    REFERENCE_GRAPH,
    RUNS_GRAPH,
    VOID_GRAPH,
    document_iri,
)
from graph.quads import outline_of, records_of
from graph.void import void_quads

Progress = Callable[[int, int], None]


def recompute(store: Store, gathered: Gathered | None = None, progress: Progress | None = None) -> None:
    """Write vocabulary, reference data, entities, facts and counts anew, in one commit; documents stay as they are.

    gathered: what is known already of some documents, as they are in the store; the others are read from it. It counts
    for nothing when other decisions hold by now than those it was gathered under.
    progress: called with how many documents were read and how many there are to read.
    Raises RecordError when a document's graph cannot be read, and what the store's writer raises.
    """
    with store.writer() as writer, store.view() as view, _usable(gathered, view) as known:
        gather_rest(view, known, progress or _silent)
        _write_authority(writer, known)
        for graph in (FACTS_GRAPH, ENTITIES_GRAPH):
            writer.withdraw(graph)
        for graph, portion in known.derived():
            writer.patch(graph, (), portion)
            known.counts.add(portion)
        for graph in (RUNS_GRAPH, DECISIONS_GRAPH):
            known.counts.add(view.graph(graph))
        writer.replace(VOID_GRAPH, void_quads(known.counts))


def _write_authority(writer: Writer, known: Gathered) -> None:
    """Vocabulary and reference data, which are not held any longer than that."""
    for graph, quads in authority_graphs().items():
        writer.replace(graph, quads)
        known.counts.add(quads)
        if graph == REFERENCE_GRAPH:
            known.refer(quads)


def computed_graphs(view: View, authority: dict[str, frozenset[Quad]]) -> dict[str, frozenset[Quad]]:
    """What graph/facts, graph/entities and graph/void must hold, by the documents in a view and the authority graphs.

    Raises RecordError when a document's graph cannot be read.
    """
    computed: dict[str, set[Quad]] = {FACTS_GRAPH: set(), ENTITIES_GRAPH: set()}
    with Gathered(judged_in(view)) as gathered:
        gather_rest(view, gathered, _silent)
        gathered.refer(authority[REFERENCE_GRAPH])
        for graph, quads in gathered.derived():
            computed[graph].update(quads)
    counts: Counts = gathered.counts
    for found in (*authority.values(), *computed.values(), view.graph(RUNS_GRAPH), view.graph(DECISIONS_GRAPH)):
        counts.add(found)
    whole = {graph: frozenset(quads) for graph, quads in computed.items()}
    return whole | {VOID_GRAPH: frozenset(void_quads(counts))}


def gather_rest(view: View, gathered: Gathered, progress: Progress) -> None:
    """Gather the documents of a view that are not yet in what was gathered."""
    slugs = [slug for slug in document_slugs(view) if slug not in gathered.documents]
    for done, slug in enumerate(slugs, start=1):
        quads = document_quads_in(view, slug)
        judged = document_iri(slug) in gathered.judged.speaks_of()
        gathered.add(records_of(quads) if judged else outline_of(quads), quads)
        progress(done, len(slugs))


def _usable(gathered: Gathered | None, view: View) -> Gathered:
    judged = judged_in(view)
    if gathered is not None and gathered.judged == judged:
        return gathered
    return Gathered(judged)


def _silent(done: int, total: int) -> None:
    """Progress for callers that want none."""
