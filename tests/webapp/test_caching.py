"""Conditional requests, headers of safety, health."""

from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

from graph.publish import publish
from graph.stores.store_memory import MemoryStore
from ontology.settings import Settings
from tests.graph.samples import briefing, leaflet
from webapp.app import create_app


def test_what_the_client_has_is_not_sent_again(client: FlaskClient) -> None:
    """304 without a body for the same question on the same state."""
    first = client.get("/data/state/mexico.ttl")
    again = client.get("/data/state/mexico.ttl", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_another_format_or_language_is_another_answer(client: FlaskClient) -> None:
    """The tag covers what was negotiated."""
    tag = client.get("/document/odd", headers={"Accept": "text/turtle"}).headers["ETag"]
    for headers in ({"Accept": "text/html"}, {"Accept": "text/turtle", "Accept-Language": "fr"}):
        assert client.get("/document/odd", headers=headers | {"If-None-Match": tag}).status_code == 200


def test_a_load_makes_every_answer_new() -> None:
    """The tag goes with the state of the graph."""
    settings = Settings(store_url="memory:")
    store = MemoryStore(settings)
    client = create_app(settings, store).test_client()
    publish(store, [leaflet()])
    tag = client.get("/documents").headers["ETag"]
    publish(store, [briefing()])
    assert client.get("/documents", headers={"If-None-Match": tag}).status_code == 200
    store.close()


def _headers(client: FlaskClient, path: str) -> Headers:
    with client.get(path, headers={"Accept": "text/html"}) as response:
        return response.headers


def test_every_answer_keeps_pages_to_this_host(client: FlaskClient) -> None:
    """No outside address, no inline script or style, no frame, on pages and on errors."""
    for path in ("/", "/nope", "/sparql", "/static/site.css"):
        headers = _headers(client, path)
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy.replace("style-src-attr 'unsafe-inline'", "")
        assert "http" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_health_tells_the_state(client: FlaskClient) -> None:
    """For monitors: never cached as fresh, always JSON."""
    body = client.get("/health").json
    assert body is not None
    assert body["status"] == "ok"
    assert body["generation"]
