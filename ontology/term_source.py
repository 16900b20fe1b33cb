"""gcm.ttl as plain values: the terms of the vocabulary, sorted, for the generator and the linter."""

from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import OWL, Namespace
from rdflib.term import Node

from ontology.errors import OntologyError
from ontology.settings import DEFAULT_BASE_IRI

PATH = Path(__file__).with_name("gcm.ttl")
GCM = Namespace(f"{DEFAULT_BASE_IRI}ontology#")
SCHEMA = Namespace("https://schema.org/")

_KINDS: dict[Node, str] = {
    OWL.Class: "class",
    OWL.ObjectProperty: "property",
    OWL.DatatypeProperty: "property",
    OWL.AnnotationProperty: "property",
    RDF.Property: "property",
    SKOS.ConceptScheme: "scheme",
    SKOS.Concept: "concept",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of the vocabulary; `local` is its name after `ontology#`, other terms of ours are given likewise."""

    local: str
    kind: str
    labels: dict[str, str]
    inverse_labels: dict[str, str]
    definition: str
    example: str
    parents: tuple[str, ...]
    domain: str
    range: str
    domain_includes: tuple[str, ...]
    range_includes: tuple[str, ...]
    scheme: str
    path_prefix: str
    extract_name: str
    negative_extract_name: str

    @property
    def is_relation(self) -> bool:
        """Whether documents state it between entities."""
        return self.kind == "property" and bool(self.domain_includes)


def read_graph(path: Path = PATH) -> Graph:
    """The vocabulary as written, with the default base. Raises OntologyError when it is not Turtle."""
    try:
        return Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path.name} cannot be read: {error}") from error


def read_terms(graph: Graph | None = None) -> tuple[Term, ...]:
    """All own terms, by kind and name."""
    source = read_graph() if graph is None else graph
    subjects = {s for s in source.subjects(RDF.type, None) if isinstance(s, URIRef) and s in GCM and s != URIRef(GCM)}
    order = list(dict.fromkeys(_KINDS.values()))
    terms = (_term(source, subject) for subject in subjects)
    return tuple(sorted(terms, key=lambda term: (order.index(term.kind), term.local)))


def _term(graph: Graph, subject: URIRef) -> Term:
    kinds = [_KINDS[kind] for kind in graph.objects(subject, RDF.type) if kind in _KINDS]
    if len(kinds) != 1:
        raise OntologyError(f"gcm.ttl: {_name(graph, subject)} must be one class, property, scheme or concept")
    return Term(
        local=_name(graph, subject),
        kind=kinds[0],
        labels=_by_language(graph, subject, RDFS.label),
        inverse_labels=_by_language(graph, subject, GCM.inverseLabel),
        definition=_text(graph, subject, SKOS.definition),
        example=_text(graph, subject, SKOS.example),
        parents=_names(graph, subject, RDFS.subClassOf) + _names(graph, subject, RDFS.subPropertyOf),
        domain=" ".join(_names(graph, subject, RDFS.domain)),
        range=" ".join(_names(graph, subject, RDFS.range)),
        domain_includes=_names(graph, subject, SCHEMA.domainIncludes),
        range_includes=_names(graph, subject, SCHEMA.rangeIncludes),
        scheme=" ".join(_names(graph, subject, SKOS.inScheme)),
        path_prefix=_text(graph, subject, GCM.pathPrefix),
        extract_name=_text(graph, subject, GCM.extractName),
        negative_extract_name=_text(graph, subject, GCM.negativeExtractName),
    )


def _name(graph: Graph, node: Node) -> str:
    """Local name of a term of ours, `prefix:local` of any other."""
    iri = str(node)
    return iri.removeprefix(str(GCM)) if iri.startswith(str(GCM)) else graph.namespace_manager.normalizeUri(iri)


def _names(graph: Graph, subject: URIRef, predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted(_name(graph, node) for node in graph.objects(subject, predicate)))


def _text(graph: Graph, subject: URIRef, predicate: URIRef) -> str:
    return str(graph.value(subject, predicate) or "")


def _by_language(graph: Graph, subject: URIRef, predicate: URIRef) -> dict[str, str]:
    literals = [node for node in graph.objects(subject, predicate) if isinstance(node, Literal)]
    return {str(node.language): str(node) for node in sorted(literals, key=lambda node: str(node.language))}
