"""The application factory: one place that joins the concerns."""

from flask import Flask

from graph.contract import Store
from graph.search import open_index
from ontology.settings import Settings
from webapp import (
    about_pages,
    caching,
    disagreement_pages,
    document_pages,
    entity_pages,
    graph_data,
    health,
    linked_data,
    network_views,
    path_pages,
    problems,
    record_pages,
    requests,
    review_pages,
    search_pages,
    security,
    sparql_protocol,
    start_pages,
    words,
)  # fmt: skip
from webapp.reviewers import Door

MAX_BODY = 4 * 1024 * 1024
"""Bytes of a request body; no query is longer."""

_CONCERNS = (
    start_pages, entity_pages, record_pages, document_pages, disagreement_pages, search_pages, path_pages,
    network_views, about_pages, linked_data, graph_data, sparql_protocol, health,
    review_pages,
)  # fmt: skip


def create_app(settings: Settings, store: Store) -> Flask:
    """The WSGI application over a store, which it reads; what people decide in review is all it writes."""
    app = Flask("webapp", template_folder="templates", static_folder="static")
    app.extensions["gcm"] = requests.Service(settings, store, open_index(settings), Door(settings.write_token))
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, MAX_FORM_MEMORY_SIZE=MAX_BODY)
    app.url_map.strict_slashes = False
    requests.register(app)
    words.register(app)
    problems.register(app)
    security.register(app)
    caching.register(app)
    for concern in _CONCERNS:
        app.register_blueprint(concern.blueprint)
    return app
