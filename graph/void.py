"""graph/void: the dataset described by VoID and DCAT, with its counts.

Sources: Describing Linked Datasets with the VoID Vocabulary (W3C 2011), sections 2 to 4; DCAT 3.
The description counts everything but itself.
"""

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.contract import Term, View
from graph.counts import DOCUMENTS, Counts
from graph.iris import (
    DECISIONS_GRAPH,
    ENTITIES_GRAPH,
    FACTS_GRAPH,
    ONTOLOGY_GRAPH,
    REFERENCE_GRAPH,
    RUNS_GRAPH,
    VOID_GRAPH,
    digest,
)
from graph.terms import TITLE, TYPE
from ontology.namespaces import BASE, ID, PREFIXES

DATASET = f"{BASE}dataset"
_VOID, _DCAT, _SD = PREFIXES["void"], PREFIXES["dcat"], PREFIXES["sd"]
_GRAPH = NamedNode(VOID_GRAPH)
_TITLES = {
    DOCUMENTS: "What documents say: one named graph a document",
    DECISIONS_GRAPH: "Decisions that people took in review",
    ENTITIES_GRAPH: "Entities that documents brought",
    FACTS_GRAPH: "Facts, disagreements and developments",
    ONTOLOGY_GRAPH: "Vocabulary",
    REFERENCE_GRAPH: "Reference data",
    RUNS_GRAPH: "Loads",
}


def void_quads(counts: Counts) -> list[Quad]:
    """The description of a dataset with these counts."""
    return list(_dataset(counts))


def counts_in(view: View) -> Counts:
    """The counts that the description in a view gives; zeros when there is none."""
    counts = Counts()
    described: dict[str, dict[str, Term]] = {}
    for quad in view.graph(VOID_GRAPH):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            described.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object
    for subject, found in described.items():
        _read(subject, found, counts)
    return counts


def _read(subject: str, found: dict[str, Term], counts: Counts) -> None:
    number = found.get(f"{_VOID}entities") or found.get(f"{_VOID}triples")
    if number is None or subject == DATASET:
        return
    for counter, key in ((counts.classes, f"{_VOID}class"), (counts.properties, f"{_VOID}property")):
        if key in found:
            counter[found[key].value] = int(number.value)
            return
    counts.graphs[subject] = int(number.value)


def _dataset(counts: Counts) -> Iterator[Quad]:
    yield _quad(DATASET, TYPE.value, NamedNode(f"{_VOID}Dataset"))
    yield _quad(DATASET, TYPE.value, NamedNode(f"{_DCAT}Dataset"))
    yield _quad(DATASET, TITLE.value, Literal("Global Compact for Migration knowledge graph", language="en"))
    yield _quad(DATASET, f"{_VOID}uriSpace", Literal(ID))
    yield _quad(DATASET, f"{_VOID}sparqlEndpoint", NamedNode(f"{BASE}sparql"))
    yield _quad(DATASET, f"{_VOID}triples", Literal(counts.triples))
    yield _quad(DATASET, f"{_VOID}classes", Literal(len(+counts.classes)))
    yield _quad(DATASET, f"{_VOID}properties", Literal(len(+counts.properties)))
    yield from _graphs(counts)
    yield from _partitions("class", "entities", counts.classes)
    yield from _partitions("property", "triples", counts.properties)


def _graphs(counts: Counts) -> Iterator[Quad]:
    for name, number in sorted((+counts.graphs).items()):
        yield _quad(DATASET, f"{_VOID}subset", NamedNode(name))
        yield _quad(name, TYPE.value, NamedNode(f"{_VOID}Dataset"))
        if name != DOCUMENTS:
            yield _quad(name, f"{_SD}name", NamedNode(name))
        if name in _TITLES:
            yield _quad(name, TITLE.value, Literal(_TITLES[name], language="en"))
        yield _quad(name, f"{_VOID}triples", Literal(number))


def _partitions(kind: str, counted: str, numbers: Counter[str]) -> Iterator[Quad]:
    for iri, number in sorted((+numbers).items()):
        part = f"{ID}partition/{digest(kind, iri)}"
        yield _quad(DATASET, f"{_VOID}{kind}Partition", NamedNode(part))
        yield _quad(part, f"{_VOID}{kind}", NamedNode(iri))
        yield _quad(part, f"{_VOID}{counted}", Literal(number))


def _quad(subject: str, predicate: str, object: Term) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), object, _GRAPH)
