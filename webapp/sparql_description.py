"""What the endpoint says of itself (SPARQL 1.1 Service Description): formats, dataset, graphs."""

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode, Triple

from graph.contract import View
from ontology.namespaces import PREFIXES

_SD = PREFIXES["sd"]
_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)


def describe_service(endpoint: str, view: View) -> Iterator[Triple]:
    """Triples that describe the service at the address `endpoint` (section 3 of the recommendation)."""
    service, dataset, default = NamedNode(endpoint), BlankNode("dataset"), BlankNode("default")
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    # 3.2.8: without a dataset in the request, the default graph is the union of all named graphs.
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for name in _FORMATS:
        yield Triple(service, _sd("resultFormat"), NamedNode(f"http://www.w3.org/ns/formats/{name}"))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, _TYPE, _sd("Graph"))
    for number, name in enumerate(view.graphs()):
        named, graph = BlankNode(f"named{number}"), BlankNode(f"graph{number}")
        yield Triple(dataset, _sd("namedGraph"), named)
        yield Triple(named, _TYPE, _sd("NamedGraph"))
        yield Triple(named, _sd("name"), NamedNode(name))
        yield Triple(named, _sd("graph"), graph)
        yield Triple(graph, _TYPE, _sd("Graph"))
