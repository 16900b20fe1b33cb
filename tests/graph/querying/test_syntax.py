"""What is wrong with a query is said in words that help, in one line."""

import pytest

from graph.contract import Store
from graph.errors import QuerySyntaxError
from graph.querying.syntax import syntax_error

pytestmark = pytest.mark.parametrize("store_settings", ["memory"], indirect=True)


def said(store: Store, text: str) -> str:
    with store.view() as view, pytest.raises(QuerySyntaxError) as caught:
        view.query(text, {})
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "SELECT * WHERE {\n ?s ?p \n}",
            "line 3, column 2: this cannot be read as SPARQL here, or just before, after: ",
        ),
        ("", "the query is empty"),
        (" \n ", "the query is empty"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "The SELECT contains a variable that is unbound"),
        ("SELECT * { ?s a dbo:City }", "line 1, column 17: the prefix dbo: is not declared"),
        ("ASK { ?s ?p '\udcff' }", "line 1, column 14: this is not UTF-8 text"),
    ],
)
def test_an_error_is_told_in_plain_words(store: Store, text: str, words: str) -> None:
    """Never as a list of what else the parser would have taken."""
    told = said(store, text)
    assert words in told
    assert "expected" not in told


def test_the_place_is_shown_by_what_stands_before_it(store: Store) -> None:
    """As much of it as helps."""
    assert said(store, "SELECT * WHERE {\n ?s ?p \n}").endswith("after: SELECT * WHERE { ?s ?p }")
    assert "after: ... " in said(store, f"SELECT * WHERE {{ {'?s ?p ?o . ' * 20} ?s ?p }}")


def test_a_message_without_a_place_stays_as_it_is(store: Store) -> None:
    """Cut, and in one line."""
    assert str(syntax_error("broken\nin two lines")) == "broken in two lines"
    assert len(str(syntax_error("word " * 100))) < 210
