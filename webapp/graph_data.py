"""`/graph/...`: the named graphs as data; `/ontology`: the vocabulary as a page or as data."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from pyoxigraph import Literal

from graph.errors import UnknownGraph
from graph.iris import ONTOLOGY_GRAPH, VOID_GRAPH
from ontology.namespaces import GRAPH, ONTOLOGY
from webapp import formats
from webapp.labels import Label, pick
from webapp.linked_data import data_response, split_suffix
from webapp.negotiation import choose
from webapp.nodes import local_name
from webapp.requests import language, view

blueprint = Blueprint("graph_data", __name__)

_NAMES = ("label", "prefLabel", "title")
_TEXTS = ("definition", "comment", "example", "scopeNote")
_KINDS = {
    "Class": "Classes",
    "ObjectProperty": "Properties",
    "DatatypeProperty": "Properties",
    "Property": "Properties",
    "AnnotationProperty": "Properties",
    "ConceptScheme": "Concepts",
    "Concept": "Concepts",
}


@dataclass(frozen=True, slots=True)
class Described:
    """A term of the vocabulary: where it stands on the page, its label and its definition."""

    local: str
    section: str
    label: Label
    texts: tuple[Label, ...]


def _wanted(suffix: str | None) -> str | None:
    return suffix or formats.format_name(request.args.get("format"))


@blueprint.get("/graph")
def listing() -> str:
    """All named graphs."""
    return render_template("graphs.html", title="Named graphs", graphs=view().graphs(), choices=formats.QUADS)


@blueprint.get("/graph/<path:path>")
def one(path: str) -> Response:
    """One named graph, whole."""
    stem, suffix = split_suffix(path)
    name = GRAPH + stem
    if name not in view().graphs():
        raise UnknownGraph(f"There is no named graph {stem!r}.")
    choice = choose(request.headers.get("Accept"), formats.QUADS, _wanted(suffix))
    return data_response(formats.write_quads(view().graph(name), choice.name), choice)


@blueprint.get("/.well-known/void")
def well_known() -> Response:
    """The description of the data (VoID), where crawlers look for it."""
    choice = choose(request.headers.get("Accept"), formats.TRIPLES, _wanted(None))
    return data_response(formats.write_quads(view().graph(VOID_GRAPH), choice.name), choice)


def _terms() -> list[Described]:
    found: dict[str, dict[str, list[object]]] = {}
    for quad in view().graph(ONTOLOGY_GRAPH):
        subject = str(getattr(quad.subject, "value", ""))
        if subject.startswith(ONTOLOGY) and subject != ONTOLOGY:
            local = subject.removeprefix(ONTOLOGY)
            found.setdefault(local, {}).setdefault(local_name(quad.predicate.value), []).append(quad.object)
    return sorted((_described(local, said) for local, said in found.items()), key=lambda one: (one.section, one.local))


def _described(local: str, said: dict[str, list[object]]) -> Described:
    kinds = [local_name(str(getattr(kind, "value", ""))) for kind in said.get("type", [])]
    section = next((_KINDS[kind] for kind in kinds if kind in _KINDS), "Other terms")
    names = tuple(one for key in _NAMES for one in said.get(key, []) if isinstance(one, Literal))
    texts = []
    for key in _TEXTS:
        chosen = pick(tuple(one for one in said.get(key, []) if isinstance(one, Literal)), language())
        texts += [chosen] if chosen else []
    return Described(local, section, pick(names, language()) or Label(local), tuple(texts))


@blueprint.get("/ontology")
def ontology() -> Response | str:
    """The vocabulary: a page with one anchor a term, or its graph."""
    choice = choose(request.headers.get("Accept"), (formats.HTML, *formats.QUADS[2:]), _wanted(None))
    if choice is formats.HTML:
        return render_template("ontology.html", title="Vocabulary", terms=_terms(), choices=formats.TRIPLES)
    return data_response(formats.write_quads(view().graph(ONTOLOGY_GRAPH), choice.name), choice)


@blueprint.get("/ontology.<suffix>")
def ontology_file(suffix: str) -> Response:
    """The vocabulary in the format of a suffix."""
    choice = choose(None, formats.TRIPLES, suffix)
    return data_response(formats.write_quads(view().graph(ONTOLOGY_GRAPH), choice.name), choice)
