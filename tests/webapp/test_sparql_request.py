"""Reading requests of the SPARQL protocol."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import BadRequest, UnsupportedBody, UpdateRefused
from webapp.sparql_request import FORM, QUERY, UPDATE, read_get, read_post

ASK = "ASK { ?s ?p ?o }"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_a_query_is_decoded_exactly_once(query: str) -> None:
    """2.1.1 and 2.1.2: an IRI that holds %20 or %2520 arrives as it was sent."""
    address = f"query={quote(query, safe='')}"
    assert read_get(address).query == query
    assert read_post(FORM, {}, "", address.encode()).query == query
    assert read_post(QUERY, {}, "", query.encode()).query == query


def test_the_dataset_stands_in_the_form_or_beside_the_direct_query() -> None:
    """2.1.2 and 2.1.3."""
    graphs = (
        "default-graph-uri=http%3A%2F%2Fx%2Fa&default-graph-uri=http%3A%2F%2Fx%2Fb&named-graph-uri=http%3A%2F%2Fx%2Fc"
    )
    for read in (read_post(FORM, {}, "", f"query=x&{graphs}".encode()), read_post(QUERY, {}, graphs, b"x")):
        assert read.selection is not None
        assert read.selection.default == ("http://x/a", "http://x/b")
        assert read.selection.named == ("http://x/c",)


@pytest.mark.parametrize("address", ["query=a&query=b", "default-graph-uri=relative&query=x", "query=%ff",
                                     "query=x&named-graph-uri=http%3A%2F%2Fx%2F%3E"])  # fmt: skip
def test_what_is_doubled_or_broken_is_refused(address: str) -> None:
    """2.1.4: one query; graph names are absolute IRIs; everything is UTF-8."""
    with pytest.raises(BadRequest):
        read_get(address)


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/json", "multipart/form-data"])
def test_other_bodies_are_not_read(content_type: str) -> None:
    """Only the two content types of the protocol."""
    with pytest.raises(UnsupportedBody):
        read_post(content_type, {}, "", ASK.encode())


def test_a_body_in_another_encoding_is_not_read() -> None:
    """2.1.2 and 2.1.3: UTF-8."""
    with pytest.raises(UnsupportedBody):
        read_post(QUERY, {"charset": "UTF-16"}, "", ASK.encode("utf-16"))
    with pytest.raises(BadRequest):
        read_post(QUERY, {}, "", b"\xff\xfe")
    assert read_post(QUERY, {"charset": "utf-8"}, "", ASK.encode()).query == ASK


def test_an_update_is_refused_in_every_form() -> None:
    """2.2 is not offered here."""
    for call in (
        lambda: read_get("update=CLEAR+ALL"),
        lambda: read_post(UPDATE, {}, "", b"CLEAR ALL"),
        lambda: read_post(FORM, {}, "", b"update=CLEAR+ALL"),
    ):
        with pytest.raises(UpdateRefused):
            call()


def test_a_form_without_a_query_is_refused() -> None:
    """2.1.2: the field is required."""
    with pytest.raises(BadRequest):
        read_post(FORM, {}, "", b"quer=x")


def test_the_format_may_be_called_by_any_of_three_names() -> None:
    """SPARQLWrapper sends all three."""
    assert read_get("query=x&format=json&output=json&results=json").format == "json"
    assert read_get("query=x&output=JSON-LD").format == "jsonld"
    assert read_get("query=x").format is None
