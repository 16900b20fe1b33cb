"""The reference data as triples: each once, relations only as statements, nothing lost."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.namespace import OWL

from ontology import terms
from ontology.namespaces import ID
from ontology.reference import entities, statements
from ontology.reference_graph import SCHEMES, reference_lines, scheme_lines
from ontology.term_source import read_graph
from ontology.vocabulary import relations

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data="".join(reference_lines()), format="nt")


def test_no_triple_comes_twice() -> None:
    """A repeated triple would be counted twice by a union of graphs."""
    lines = [*reference_lines(), *read_graph().serialize(format="nt").splitlines(keepends=True)]
    assert len(lines) == len(set(lines))


def test_relations_stand_on_statements_only(graph: Graph) -> None:
    """No plain relation triple: those are computed with the facts."""
    plain = {URIRef(relation.iri) for relation in relations().values()}
    assert plain.isdisjoint(graph.predicates())


def test_every_statement_has_its_node(graph: Graph) -> None:
    """As many statements as rows, each with subject, property, object and a source."""
    nodes = set(graph.subjects(RDF.type, URIRef(terms.AUTHORITY_STATEMENT)))
    assert len(nodes) == len(statements())
    source = URIRef("http://purl.org/dc/terms/source")
    for part in (RDF.subject, RDF.predicate, RDF.object, URIRef(terms.CONTESTED), source):
        assert nodes <= set(graph.subjects(part))


def test_every_entity_has_one_class_and_a_name(graph: Graph) -> None:
    """Type, preferred labels in all its languages, and the identifier of Wikidata where there is one."""
    for entity in entities():
        node = URIRef(ID + entity.path)
        types = [str(t) for t in graph.objects(node, RDF.type) if str(t).startswith(ID.removesuffix("id/"))]
        assert len(types) == 1
        assert {label.language for label in graph.objects(node, SKOS.prefLabel) if isinstance(label, Literal)} == set(
            entity.names
        )
        assert bool(list(graph.objects(node, OWL.sameAs))) == ("wikidata" in entity.codes)


def test_the_three_kinds_of_labels_are_disjoint(graph: Graph) -> None:
    """SKOS, integrity condition S13."""
    kinds = [set(graph.subject_objects(kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
    assert all(kinds)
    assert len(set.union(*kinds)) == sum(map(len, kinds))


def test_a_wrong_name_is_no_label(graph: Graph) -> None:
    """Negative labels serve recognition, they name nothing."""
    assert Literal("Gulf of Mexico", lang="en") not in set(graph.objects())


def test_a_figure_has_unit_and_measure(graph: Graph) -> None:
    """`USD; mobilised` is a unit and a measure, the number is a decimal, and the day is one for which it is told."""
    node = next(graph.subjects(RDF.object, Literal("20000000", datatype="http://www.w3.org/2001/XMLSchema#decimal")))
    assert str(graph.value(node, URIRef(terms.UNIT))) == "USD"
    assert str(graph.value(node, URIRef(terms.MEASURE))) == "mobilised"
    assert str(graph.value(node, URIRef(terms.ATTESTED_AT))) == "2021-11-03"
    assert graph.value(node, URIRef(terms.PERIOD)) is None


@pytest.mark.parametrize(
    ("cls", "name", "count"), [("Objective", "objectives", 23), ("GuidingPrinciple", "principles", 10)]
)
def test_scheme_files_say_what_the_graph_says(cls: str, name: str, count: int) -> None:
    """The Turtle file of a scheme holds the same triples as graph/reference."""
    written = Graph().parse(ROOT / "ontology" / "schemes" / f"{name}.ttl")
    assert set(written) == set(Graph().parse(data="".join(scheme_lines(cls)), format="nt"))
    assert len(set(written.subjects(SKOS.inScheme, URIRef(f"{ID}scheme/{SCHEMES[cls]}")))) == count


def test_another_base_moves_every_address_of_ours() -> None:
    """With another base no IRI of the default one is left."""
    code = "from graph.derived.authority import *; print(*sum(map(list, authority_graphs().values()), []), sep='\\n')"
    environment = {"GCM_BASE_IRI": "https://example.org/kg/", "PYTHONIOENCODING": "utf-8"}
    text = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert re.findall(r"<https://w3id\.org/gcm-kg/[^>]*>", text) == []
    assert "<https://example.org/kg/id/state/mexico>" in text
