"""Any text survives the way through N-Triples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal

from ontology.ntriples import boolean, expand, iri, line, literal, time

SUBJECT, PREDICATE = "https://example.org/s", "https://example.org/p"


def _read(term: str) -> Literal:
    objects = list(Graph().parse(data=line(SUBJECT, PREDICATE, term), format="nt").objects())
    assert len(objects) == 1
    assert isinstance(objects[0], Literal)
    return objects[0]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_is_read_back(text: str) -> None:
    """Quotes, backslashes and line ends are escaped; everything else stays as it is."""
    assert str(_read(literal(text))) == text


def test_a_literal_has_a_language_or_a_datatype() -> None:
    """Language and datatype are written as RDF 1.1 has them."""
    assert _read(literal("Níger", "es")).language == "es"
    assert str(_read(literal("25", datatype="xsd:decimal")).datatype) == expand("xsd:decimal")
    assert _read(boolean(True)).value is True


@pytest.mark.parametrize(
    ("edtf", "datatype"),
    [
        ("2021-11-03", "xsd:date"),
        ("2021", "edtf:EDTF"),
        ("2022-05-17/2022-05-20", "edtf:EDTF"),
        ("../2021-11", "edtf:EDTF"),
        ("2006/..", "edtf:EDTF"),
    ],
)
def test_a_day_is_a_date_and_all_else_edtf(edtf: str, datatype: str) -> None:
    """Only a full day is an xsd:date."""
    assert time(edtf) == f'"{edtf}"^^{iri(expand(datatype))}'
