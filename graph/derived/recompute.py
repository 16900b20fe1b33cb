"""Everything that is computed, from the documents and the reference data alone."""

from collections.abc import Callable

from pyoxigraph import Quad

from graph.contract import Store, View
from graph.counts import Counts
from graph.derived.authority import authority_graphs
from graph.derived.gather import document_quads_in, document_slugs
from graph.derived.gathered import Gathered
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, REFERENCE_GRAPH, RUNS_GRAPH, VOID_GRAPH
from graph.quads import outline_of
from graph.void import void_quads

Progress = Callable[[int, int], None]


def recompute(store: Store, gathered: Gathered | None = None, progress: Progress | None = None) -> None:
    """Write vocabulary, reference data, entities, facts and counts anew, in one commit; documents stay as they are.

    gathered: what is known already of some documents, as they are in the store; the others are read from it.
    progress: called with how many documents were read and how many there are to read.
    Raises RecordError when a document's graph cannot be read, and what the store's writer raises.
    """
    authority = authority_graphs()
    with gathered or Gathered() as known, store.writer() as writer, store.view() as view:
        gather_rest(view, known, progress or _silent)
        for graph, quads in authority.items():
            writer.replace(graph, quads)
            known.counts.add(quads)
        for graph in (FACTS_GRAPH, ENTITIES_GRAPH):
            writer.withdraw(graph)
        for graph, portion in known.derived(authority[REFERENCE_GRAPH]):
            writer.patch(graph, (), portion)
            known.counts.add(portion)
        known.counts.add(view.graph(RUNS_GRAPH))
        writer.replace(VOID_GRAPH, void_quads(known.counts))


def computed_graphs(view: View, authority: dict[str, frozenset[Quad]]) -> dict[str, frozenset[Quad]]:
    """What graph/facts, graph/entities and graph/void must hold, by the documents in a view and the authority graphs.

    Raises RecordError when a document's graph cannot be read.
    """
    computed: dict[str, set[Quad]] = {FACTS_GRAPH: set(), ENTITIES_GRAPH: set()}
    with Gathered() as gathered:
        gather_rest(view, gathered, _silent)
        for graph, quads in gathered.derived(authority[REFERENCE_GRAPH]):
            computed[graph].update(quads)
    counts: Counts = gathered.counts
    for found in (*authority.values(), *computed.values(), view.graph(RUNS_GRAPH)):
        counts.add(found)
    whole = {graph: frozenset(quads) for graph, quads in computed.items()}
    return whole | {VOID_GRAPH: frozenset(void_quads(counts))}


def gather_rest(view: View, gathered: Gathered, progress: Progress) -> None:
    """Gather the documents of a view that are not yet in what was gathered."""
    slugs = [slug for slug in document_slugs(view) if slug not in gathered.documents]
    for done, slug in enumerate(slugs, start=1):
        quads = document_quads_in(view, slug)
        gathered.add(outline_of(quads), quads)
        progress(done, len(slugs))


def _silent(done: int, total: int) -> None:
    """Progress for callers that want none."""
