"""`/id`, `/data`, `/graph`, `/ontology`: what IRIs answer to programs."""

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, parse

from ontology.namespaces import ID, ONTOLOGY

PARSERS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD}
TYPES = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
}


@pytest.mark.parametrize(
    ("accept", "target"),
    [
        ("text/html,*/*;q=0.8", "/page/state/mexico"),
        ("text/turtle", "/data/state/mexico.ttl"),
        ("application/ld+json, text/turtle;q=0.3", "/data/state/mexico.jsonld"),
        ("application/n-triples", "/data/state/mexico.nt"),
        ("application/rdf+xml", "/data/state/mexico.rdf"),
        ("*/*", "/data/state/mexico.ttl"),
    ],
)
def test_a_thing_answers_303_to_what_describes_it(client: FlaskClient, accept: str, target: str) -> None:
    """By the Accept header, with links to all the others."""
    response = client.get("/id/state/mexico", headers={"Accept": accept})
    assert (response.status_code, response.headers["Location"]) == (303, target)
    assert "Accept" in response.headers["Vary"]
    assert response.headers["Link"].count('rel="alternate"') == 5


def test_what_is_not_known_is_not_found(client: FlaskClient) -> None:
    """404 as a page for people and a problem for programs."""
    page = client.get("/id/state/atlantis", headers={"Accept": "text/html"})
    data = client.get("/data/state/atlantis.ttl")
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert (data.status_code, data.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize("name", PARSERS)
def test_a_suffix_a_parameter_and_a_header_give_the_same_bytes(client: FlaskClient, name: str) -> None:
    """Three ways to ask for one format."""
    answers = [
        client.get(f"/data/state/mexico.{name}"),
        client.get(f"/data/state/mexico?format={name}"),
        client.get("/data/state/mexico", headers={"Accept": TYPES[name]}),
    ]
    assert {answer.mimetype for answer in answers} == {TYPES[name]}
    assert len({answer.data for answer in answers}) == 1


def test_all_formats_say_the_same(client: FlaskClient) -> None:
    """The same set of triples in each."""
    sets = [
        {str(quad.triple) for quad in parse(client.get(f"/data/state/mexico.{name}").data, format=fmt)}
        for name, fmt in PARSERS.items()
    ]
    assert all(one == sets[0] for one in sets)


def test_a_description_holds_facts_both_ways_and_their_sentences(client: FlaskClient) -> None:
    """Own triples, facts, claims with evidence: enough to check a statement without asking again."""
    triples = list(parse(client.get("/data/process/gcm-champion-countries.nt").data, format=RdfFormat.N_TRIPLES))
    subjects = {quad.subject.value for quad in triples if isinstance(quad.subject, NamedNode)}
    kinds = {subject.removeprefix(ID).split("/")[0] for subject in subjects}
    assert {"process", "fact", "claim", "evidence"} <= kinds


@pytest.mark.parametrize("path", ["claim", "evidence", "fact", "passage", "mention", "disagreement"])
def test_records_resolve_as_well(client: FlaskClient, path: str) -> None:
    """Every IRI in the data leads somewhere."""
    text = client.get("/graph/facts.nt").data.decode() + client.get("/graph/document/odd.nt").data.decode()
    names = {part.split(">")[0] for part in text.split(f"<{ID}{path}/")[1:]}
    name = f"{path}/{min(names)}"
    assert client.get(f"/id/{name}", headers={"Accept": "text/html"}).headers["Location"] == f"/page/{name}"
    assert client.get(f"/page/{name}", headers={"Accept": "text/html"}).status_code == 200
    assert client.get(f"/data/{name}.ttl").status_code == 200


def test_a_claim_shows_its_sentence_and_leads_to_its_place(client: FlaskClient) -> None:
    """One click from the claim to the line of the document."""
    text = client.get("/graph/document/rcm-concept-note.nt").data.decode()
    line = next(one for one in text.splitlines() if "<" + ONTOLOGY + "partyTo>" in one)
    path = line.split("<", 1)[1].split(">")[0].removeprefix(ID)
    page = client.get(f"/page/{path}", headers={"Accept": "text/html"}).text
    assert "are not part of the Compact." in page
    assert 'href="/document/rcm-concept-note#e-' in page


def test_a_document_is_a_page_or_its_graph(client: FlaskClient) -> None:
    """Negotiated at its own address, since a document is what it shows."""
    assert client.get("/document/odd", headers={"Accept": "text/html"}).mimetype == "text/html"
    quads = list(parse(client.get("/document/odd.nq").data, format=RdfFormat.N_QUADS))
    assert {str(quad.graph_name) for quad in quads} == {"<https://w3id.org/gcm-kg/graph/document/odd>"}
    assert client.get("/document/odd", headers={"Accept": "text/turtle"}).mimetype == "text/turtle"
    assert client.get("/document/none", headers={"Accept": "text/turtle"}).status_code == 404


def test_named_graphs_come_whole(client: FlaskClient) -> None:
    """N-Quads by default, triples where a format has no graph names, 404 for a graph that is not there."""
    assert client.get("/graph/facts").mimetype == "application/n-quads"
    assert client.get("/graph/facts.trig").mimetype == "application/trig"
    quads = client.get("/graph/document/odd.nq").data.count(b"\n")
    assert client.get("/graph/document/odd.nt").data.count(b"\n") == quads
    assert client.get("/graph/nothing").status_code == 404


def test_the_vocabulary_is_a_page_with_anchors_and_data(client: FlaskClient) -> None:
    """`ontology#championOf` lands on its definition."""
    assert 'id="championOf"' in client.get("/ontology", headers={"Accept": "text/html"}).text
    for response in (client.get("/ontology", headers={"Accept": "text/turtle"}), client.get("/ontology.ttl")):
        subjects = {quad.subject for quad in parse(response.data, format=RdfFormat.TURTLE)}
        assert NamedNode(f"{ONTOLOGY}championOf") in subjects


def test_data_is_open_to_scripts_of_other_sites(client: FlaskClient) -> None:
    """CORS on everything that is data."""
    for path in ("/id/state/mexico", "/data/state/mexico.ttl", "/graph/facts", "/ontology.ttl"):
        assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("accept", "name"), [("application/json", "jsonld"), ("application/xml", "rdf"), ("text/xml, */*;q=0.1", "rdf")]
)
def test_programs_that_know_no_rdf_type_get_what_they_can_read(client: FlaskClient, accept: str, name: str) -> None:
    """JSON-LD is JSON, RDF/XML is XML."""
    response = client.get("/id/state/mexico", headers={"Accept": accept})
    assert (response.status_code, response.headers["Location"]) == (303, f"/data/state/mexico.{name}")
    assert client.get("/document/odd", headers={"Accept": accept}).data == client.get(f"/document/odd.{name}").data


def test_an_unknown_document_is_unknown_in_any_format(client: FlaskClient) -> None:
    """404 goes before 406."""
    for accept in ("image/png", "application/json", "text/html"):
        assert client.get("/document/none", headers={"Accept": accept}).status_code == 404
