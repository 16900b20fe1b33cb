"""Each shape accepts its valid example and refuses its invalid one, and knows the vocabulary it speaks of."""

import re
from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

from ontology import reference_graph
from ontology.term_source import GCM, read_terms
from ontology.vocabulary import relations

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
SHAPES = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
SH = Namespace("http://www.w3.org/ns/shacl#")
RECORDS = {"document", "passage", "mention", "evidence", "claim", "fact", "disagreement", "entity", "decision"}


@cache
def _all_shapes() -> Graph:
    shapes = Graph()
    for path in SHAPES:
        shapes.parse(path)
    return shapes


def _findings(data: Graph) -> set[URIRef]:
    """The node shapes that the data break."""
    conforms, report, _ = validate(data, shacl_graph=_all_shapes(), advanced=False)
    assert isinstance(report, Graph)
    broken = set(report.objects(None, SH.sourceShape))
    owners = {owner for source in broken for owner in _all_shapes().subjects(SH.property, source)}
    found = {node for node in broken | owners if isinstance(node, URIRef)}
    assert conforms == (not found)
    return found


def test_there_is_a_shape_for_each_class_of_record() -> None:
    """Documents, what is read from them and what is computed all have a shape."""
    assert {path.stem for path in SHAPES} >= RECORDS


@pytest.mark.parametrize("name", [path.stem for path in SHAPES])
def test_a_valid_example_conforms(name: str) -> None:
    """The valid example of a shape conforms to every shape."""
    assert _findings(Graph().parse(ONTOLOGY / "examples" / "valid" / f"{name}.ttl")) == set()


@pytest.mark.parametrize("name", [path.stem for path in SHAPES])
def test_an_invalid_example_breaks_the_shape_it_names(name: str) -> None:
    """The invalid example of a shape breaks that shape and no other."""
    path = ONTOLOGY / "examples" / "invalid" / f"{name}.ttl"
    named = re.match(r"# Breaks gcm:(\w+):", path.read_text(encoding="utf-8"))
    assert named
    assert _findings(Graph().parse(path)) == {GCM[named[1]]}


def test_no_example_is_without_a_shape() -> None:
    """Examples and shapes have the same names."""
    for kind in ("valid", "invalid"):
        assert {path.stem for path in (ONTOLOGY / "examples" / kind).glob("*.ttl")} == {path.stem for path in SHAPES}


def test_shapes_speak_of_terms_that_exist() -> None:
    """Every own term that a shape names is in the vocabulary, or is the shape."""
    known = {term.local for term in read_terms()}
    shapes = set(_all_shapes().subjects(RDF.type, SH.NodeShape))
    named = {node for triple in _all_shapes() for node in triple if isinstance(node, URIRef) and node in GCM}
    assert {str(node).removeprefix(str(GCM)) for node in named - shapes} - known == set()


@pytest.mark.parametrize("shape", ["ClaimShape", "AuthorityStatementShape"])
def test_relations_of_a_shape_are_those_of_the_vocabulary(shape: str) -> None:
    """A relation added to the vocabulary must be allowed in claims, with the right kind of object."""
    shapes = _all_shapes()
    listed = [
        {str(item).removeprefix(str(GCM)) for item in Collection(shapes, members)}
        for choice in shapes.objects(GCM[shape], SH["or"])
        for branch in Collection(shapes, choice)
        for constraint in shapes.objects(branch, SH.property)
        for members in shapes.objects(constraint, SH["in"])
    ]
    values = {name for name, relation in relations().items() if relation.has_value}
    assert sorted(listed, key=len) == [values, set(relations()) - values]


def test_the_reference_data_conform() -> None:
    """What graph/reference holds satisfies the shapes of entities and statements."""
    assert _findings(Graph().parse(data="".join(reference_graph.reference_lines()), format="nt")) == set()
