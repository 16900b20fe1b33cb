"""One application over one small world, for all tests of the pages."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.stores.store_memory import MemoryStore
from ontology.settings import Settings
from tests.webapp.serving import Served, running
from tests.webapp.world import fill
from webapp.app import create_app
from webapp.requests import service


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(store_url="memory:", port=0, query_seconds=5.0, query_workers=2)


@pytest.fixture(scope="session")
def store(settings: Settings) -> Iterator[MemoryStore]:
    made = MemoryStore(settings)
    fill(made)
    yield made
    made.close()


@pytest.fixture(scope="session")
def app(settings: Settings, store: MemoryStore) -> Iterator[Flask]:
    made = create_app(settings, store)
    yield made
    service(made).index.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def served(settings: Settings, store: MemoryStore) -> Iterator[Served]:
    with running(create_app(settings, store), settings) as one:
        yield one
