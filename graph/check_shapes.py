"""The SHACL shapes of the ontology, checked on each graph (Shapes Constraint Language, W3C 2017)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyshacl
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import Graph
from rdflib.namespace import RDF, SH

from graph.contract import View
from graph.iris import DECISIONS_GRAPH, ENTITIES_GRAPH, FACTS_GRAPH, REFERENCE_GRAPH, slug_of_document_graph
from graph.querying.inspection import Finding
from ontology import namespaces

SHAPES = Path(namespaces.__file__).with_name("shapes")
_PART = 20_000


def shape_findings(view: View) -> Iterator[Finding]:
    """What breaks a shape, in every graph that has shapes."""
    shapes = shapes_graph()
    for graph in view.graphs():
        if slug_of_document_graph(graph) is not None:
            yield from findings_in(graph, view.graph(graph), shapes)
        elif graph in (DECISIONS_GRAPH, ENTITIES_GRAPH, FACTS_GRAPH, REFERENCE_GRAPH):
            for part in _parts(view.graph(graph)):
                yield from findings_in(graph, part, shapes)


def shapes_graph() -> Graph:
    """All shapes; empty when the ontology has none."""
    shapes = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        shapes.parse(data=namespaces.rebase(path.read_text(encoding="utf-8")), format="turtle")
    return shapes


def findings_in(graph: str, quads: Iterable[Quad], shapes: Graph) -> Iterator[Finding]:
    """What breaks a shape among quads that are checked together."""
    lines = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
    data = Graph().parse(data=lines or b"", format="nt")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    if conforms:
        return
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        message = report.value(result, SH.resultMessage)
        found.append(Finding(graph, str(node), "shape", f"{message} ({path})" if path else str(message)))
    yield from sorted(found, key=str)


def _parts(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Quads in parts of limited size, each subject whole: these shapes look at one node alone."""
    by_subject: dict[str, list[Quad]] = {}
    for quad in quads:
        by_subject.setdefault(str(quad.subject), []).append(quad)
    part: list[Quad] = []
    for subject in sorted(by_subject):
        if part and len(part) + len(by_subject[subject]) > _PART:
            yield part
            part = []
        part += by_subject[subject]
    if part:
        yield part
