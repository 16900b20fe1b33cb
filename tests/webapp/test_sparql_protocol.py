"""The endpoint, request by request."""

import json
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse
from werkzeug.test import TestResponse

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/gcm-kg/ontology#Document> } ORDER BY ?s"
CONSTRUCT = "CONSTRUCT { ?s a <http://x/D> } WHERE { ?s a <https://w3id.org/gcm-kg/ontology#Document> }"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def ask(client: FlaskClient, query: str, accept: str | None = None, **more: str) -> TestResponse:
    return client.get(f"/sparql?{urlencode({'query': query} | more)}", headers={"Accept": accept} if accept else {})


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, None, "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values, text/csv;q=0.1", "text/tab-separated-values"),
        ("ASK { ?s ?p ?o }", "application/sparql-results+json", "application/sparql-results+json"),
        (CONSTRUCT, None, "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json;q=0.9, text/turtle;q=0.1", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE <https://w3id.org/gcm-kg/document/odd>", "text/turtle", "text/turtle"),
    ],
)
def test_each_kind_of_answer_comes_as_negotiated(
    client: FlaskClient, query: str, accept: str | None, media_type: str
) -> None:
    """2.1.6: by the Accept header, with its weights."""
    response = ask(client, query, accept)
    assert response.status_code == 200
    assert response.mimetype == media_type
    assert "Accept" in response.headers["Vary"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(("name", "kind"), [("json", "json"), ("xml", "xml"), ("csv", "csv"), ("tsv", "separated")])
def test_a_parameter_picks_the_format(client: FlaskClient, name: str, kind: str) -> None:
    """format=, output= and results= mean the same and overrule the header."""
    for parameter in ("format", "output", "results"):
        assert kind in ask(client, SELECT, "text/html", **{parameter: name}).mimetype


def test_a_parameter_that_does_not_fit_the_kind_is_passed_over(client: FlaskClient) -> None:
    """Clients send one value whatever the query is."""
    assert ask(client, CONSTRUCT, "text/turtle", format="csv").mimetype == "text/turtle"
    assert ask(client, SELECT, "text/csv", format="whatever").mimetype == "text/csv"


def test_a_kind_without_an_acceptable_format_is_refused_with_the_choices(client: FlaskClient) -> None:
    """406, once it is known what kind of answer it is."""
    response = ask(client, SELECT, "text/turtle")
    assert response.status_code == 406
    assert "text/csv" in response.json["available"]  # type: ignore[index]


def test_the_three_ways_to_send_a_query_answer_alike(client: FlaskClient) -> None:
    """2.1.1, 2.1.2, 2.1.3."""
    answers = [
        ask(client, SELECT).data,
        client.post("/sparql", data={"query": SELECT}).data,
        client.post("/sparql", data=SELECT, content_type="application/sparql-query; charset=UTF-8").data,
    ]
    assert len(set(answers)) == 1
    assert len(json.loads(answers[0])["results"]["bindings"]) == 6


def test_the_dataset_of_the_request_goes_before_that_of_the_query(client: FlaskClient) -> None:
    """2.1.4."""
    only = "https://w3id.org/gcm-kg/graph/document/odd"
    other = "FROM <https://w3id.org/gcm-kg/graph/document/imrf-roadmap>"
    query = SELECT.replace("WHERE", f"{other} WHERE")
    for text in (SELECT, query):
        rows = ask(client, text, **{"default-graph-uri": only}).json["results"]["bindings"]  # type: ignore[index]
        assert [row["s"]["value"] for row in rows] == ["https://w3id.org/gcm-kg/document/odd"]


@pytest.mark.parametrize(
    ("query", "status", "kind"),
    [
        ("SELECT ?s WHERE {\n ?s ?p", 400, "query-syntax"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403, "query-refused"),
        ("DELETE WHERE { ?s ?p ?o }", 403, "query-refused"),
    ],
)
def test_errors_are_problem_documents(client: FlaskClient, query: str, status: int, kind: str) -> None:
    """2.1.7 and RFC 9457."""
    response = ask(client, query)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert response.json["type"].endswith(kind)  # type: ignore[index]
    assert response.json["status"] == status  # type: ignore[index]


def test_a_syntax_error_says_where(client: FlaskClient) -> None:
    """Line and column for editors, and for people a page with their query."""
    query = "SELECT ?s\nWHERE { ?s ?p ]"
    assert ask(client, query).json["line"] == 2  # type: ignore[index]
    page = client.get(f"/sparql?{urlencode({'query': query})}", headers=BROWSER)
    assert page.status_code == 400
    assert b"Line 2" in page.data
    assert b"?s ?p ]" in page.data


def test_a_request_without_a_query_gets_the_description_of_the_service(client: FlaskClient) -> None:
    """Service Description, section 2; browsers get the editor."""
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    triples = list(parse(response.data, format=RdfFormat.TURTLE))
    names = {str(triple.object) for triple in triples}
    assert "<http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph>" in names
    assert "<https://w3id.org/gcm-kg/graph/document/odd>" in names
    assert b"textarea" in client.get("/sparql", headers=BROWSER).data


def test_a_browser_gets_the_answer_as_a_table(client: FlaskClient) -> None:
    """The form works without script; the table links to pages of ours."""
    page = client.get(f"/sparql?{urlencode({'query': SELECT, 'format': 'html'})}")
    assert b'href="/document/odd"' in page.data
    assert b"6 rows" in page.data


def test_a_long_table_says_what_it_leaves_to_the_download(client: FlaskClient) -> None:
    """Nothing is cut off in silence."""
    page = client.get(f"/sparql?{urlencode({'query': 'SELECT ?s ?p WHERE { ?s ?p ?o }', 'format': 'html'})}")
    assert b"This page shows the first 500 of" in page.data


def test_updates_and_other_methods_are_refused(client: FlaskClient) -> None:
    """403 for an update, 405 with Allow for a method that is not offered."""
    assert client.post("/sparql", data="CLEAR ALL", content_type="application/sparql-update").status_code == 403
    refused = client.put("/sparql", data=SELECT)
    assert refused.status_code == 405
    assert "POST" in refused.headers["Allow"]


def test_scripts_of_other_sites_may_ask_first(client: FlaskClient) -> None:
    """CORS preflight."""
    response = client.options("/sparql")
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Methods"] == "GET, POST, OPTIONS"


def test_a_body_beyond_the_limit_is_refused(client: FlaskClient) -> None:
    """413, before anything is read into a query."""
    response = client.post("/sparql", data=b"x" * 5_000_000, content_type="application/sparql-query")
    assert response.status_code == 413
