"""Named queries are files, bound with RDF terms only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store, Variable

from graph.errors import GraphError, QueryRefused
from graph.querying.query import named_queries, named_query, parse_query, values_block

SAID = "SELECT ?x WHERE { ?s <https://example.org/says> ?x }"


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_every_named_query_is_sparql(name: str) -> None:
    """With and without its parameters bound."""
    query = named_query(name)
    store = Store()
    store.query(query.text)
    names = query.parameters or tuple(sorted(query.optional))[:1]
    if names and query.shape.where is not None and not query.shape.subselect:
        store.query(query.bind(dict.fromkeys(names, NamedNode("https://example.org/x"))))


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_declared_columns_are_those_of_the_query(name: str) -> None:
    """So that whoever reads the file knows what comes out."""
    query = named_query(name)
    result = Store().query(query.text)
    if query.columns and isinstance(result, QuerySolutions):
        assert [variable.value for variable in result.variables] == list(query.columns)


def test_the_header_says_what_a_query_is() -> None:
    """Title, parameters that must and may be given, columns."""
    query = parse_query("q", f"# title: Words\n# parameters: s, [x]\n# columns: x\n{SAID}")
    assert (query.title, query.parameters, query.optional, query.columns) == ("Words", ("s",), frozenset("x"), ("x",))
    assert "VALUES (?s)" in query.bind({"s": Literal("a")})
    for wrong in ({}, {"x": Literal("a")}, {"s": Literal("a"), "y": Literal("b")}):
        with pytest.raises(GraphError):
            query.bind(wrong)


def test_a_file_without_a_header_takes_any_of_its_variables() -> None:
    """Its first comment is its title."""
    query = parse_query("q", f"# Words said.\n{SAID}")
    assert query.title == "Words said."
    assert query.bind({}) == query.text
    query.bind({"s": Literal("a"), "x": Literal("b")})
    with pytest.raises(GraphError, match="unknown y"):
        query.bind({"y": Literal("a")})


@pytest.mark.parametrize(
    "text",
    [
        f"# parameters: nobody\n{SAID}",
        "# parameters: x\nSELECT ?x { SELECT ?x { ?s ?p ?x } }",
        "# parameters: x\nDESCRIBE ?x",
    ],
)
def test_a_parameter_without_a_place_is_refused(text: str) -> None:
    """When the file is read, not when it is asked."""
    with pytest.raises(GraphError):
        parse_query("q", text)


def test_a_named_query_is_guarded_too() -> None:
    """An update is no query."""
    with pytest.raises(QueryRefused):
        parse_query("q", "INSERT DATA {}")


def test_names_and_blank_nodes_are_no_terms_to_bind() -> None:
    """A blank node would match anything; a name that is no variable could be anything."""
    with pytest.raises(GraphError):
        values_block({"x": BlankNode("b")})
    for name in ("x y", "x)", "", "x?y"):
        with pytest.raises(GraphError):
            values_block({name: Literal("a")})


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "en", "es"]))
def test_any_literal_binds_to_itself(text: str, language: str | None) -> None:
    """What stands in it is never read as SPARQL."""
    literal = Literal(text, language=language) if language else Literal(text)
    store = Store()
    named = NamedNode("https://example.org/g")
    says = NamedNode("https://example.org/says")
    store.add(Quad(NamedNode("https://example.org/s"), says, literal, named))
    store.add(Quad(NamedNode("https://example.org/t"), says, Literal(f"{text} "), named))
    bound = parse_query("q", SAID).bind({"x": literal})
    result = store.query(bound, use_default_graph_as_union=True)
    assert isinstance(result, QuerySolutions)
    assert [row[Variable("x")] for row in result] == [literal]
