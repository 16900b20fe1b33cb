"""From error to status: each of our errors, and those nobody expected."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph import errors
from graph.contract import Store, View
from graph.stores.store_memory import MemoryStore
from ontology.errors import GcmError
from ontology.settings import Settings
from webapp.app import create_app

CASES = (
    (errors.QueryTimeout("over"), 504),
    (errors.QueryTooLarge("big"), 413),
    (errors.QueryBusy("full", retry_after=7), 503),
    (errors.QueryRefused("no"), 403),
    (errors.StoreLocked("locked"), 503),
    (errors.StoreFull("full disk"), 507),
    (errors.StoreUnreachable("gone"), 502),
    (errors.StoreError("odd"), 503),
    (GcmError("other"), 500),
)


class Failing:
    """A store whose views cannot be had."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def view(self) -> View:
        raise self.error


def failing(error: Exception) -> FlaskClient:
    store: Store = Failing(error)  # type: ignore[assignment]
    return create_app(Settings(store_url="memory:"), store).test_client()


@pytest.mark.parametrize(("error", "status"), CASES, ids=lambda one: type(one).__name__)
def test_each_error_has_its_status(error: GcmError, status: int) -> None:
    """Said in one line to programs and on a page to people."""
    client = failing(error)
    for accept, media_type in (("application/json", "application/problem+json"), ("text/html", "text/html")):
        response = client.get("/sparql?query=ASK%20%7B%7D", headers={"Accept": accept})
        assert (response.status_code, response.mimetype) == (status, media_type)
        assert str(error) in response.text
        assert "Traceback" not in response.text


def test_a_busy_service_says_when_to_come_back() -> None:
    """Retry-After, RFC 9110, 10.2.3."""
    assert failing(errors.QueryBusy("full", retry_after=7)).get("/documents").headers["Retry-After"] == "7"


def test_a_surprise_is_told_without_its_inside(caplog: pytest.LogCaptureFixture) -> None:
    """500; the trace is in the log and only there."""
    response = failing(ValueError("secret path")).get("/documents")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "secret path" in caplog.text


@pytest.fixture
def empty() -> Iterator[Flask]:
    settings = Settings(store_url="memory:")
    store = MemoryStore(settings)
    yield create_app(settings, store)
    store.close()


@pytest.mark.parametrize(
    "path", ["/", "/documents", "/classes", "/disagreements", "/question/champions", "/sparql", "/graph"]
)
def test_an_empty_graph_has_pages_too(empty: Flask, path: str) -> None:
    """Before the first load nothing breaks."""
    assert empty.test_client().get(path, headers={"Accept": "text/html"}).status_code == 200


def test_methods_that_are_not_offered_are_named(empty: Flask) -> None:
    """405 with Allow."""
    response = empty.test_client().post("/documents")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
