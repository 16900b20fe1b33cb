"""The reference page of named queries says what the files say."""

from graph.queries_page import PAGE, queries_page


def test_the_page_is_fresh():
    """`python -m graph.queries_page` writes it."""
    assert PAGE.read_text(encoding="utf-8") == queries_page()


def test_a_query_has_title_meaning_parameters_and_columns():
    """As in the header of its file."""
    entry = queries_page().split("### `champions_by_document`")[1].split("###")[0]
    assert "Champion countries, as each document attests them. Who is called" in entry
    assert "Parameters: `[state]`." in entry
    assert "Columns: `state`, `name`" in entry
