"""What pages need to know of a request: its view of the graph, its language, its labels.

Nothing of a request is kept in a module: one reader's language never reaches another's page.
"""

from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app, g, request

from graph.contract import Store, View
from graph.search import SearchIndex
from ontology.settings import Settings
from webapp.labels import LabelMemory, Labels
from webapp.languages import choose_language
from webapp.network_memory import NetworkMemory
from webapp.reviewers import Door


@dataclass(frozen=True, slots=True)
class Service:
    """What the application was made with: settings, store, search index, and who may decide."""

    settings: Settings
    store: Store
    index: SearchIndex
    door: Door
    memory: LabelMemory = field(default_factory=LabelMemory)
    networks: NetworkMemory = field(default_factory=NetworkMemory)


def service(app: Flask | None = None) -> Service:
    """The service of an application, by default of the one that answers now."""
    return cast(Service, (app or current_app).extensions["gcm"])


def search_index() -> SearchIndex:
    """The search index, brought up to the state of the graph that this request reads."""
    index = service().index
    index.refresh(view())
    return index


def view() -> View:
    """The state of the graph this request reads: the same one from its first line to its last."""
    if "view" not in g:
        g.view = service().store.view()
    return cast(View, g.view)


def language() -> str:
    """Language of labels: `?lang=`, else the best of Accept-Language, else English."""
    if "language" not in g:
        g.language = choose_language(request.args.get("lang"), request.accept_languages.values())
    return cast(str, g.language)


def labels() -> Labels:
    """Labels in the language of this request."""
    if "labels" not in g:
        g.labels = Labels(view(), language(), service().memory.of(view().generation))
    return cast(Labels, g.labels)


def _give_back(_error: BaseException | None) -> None:
    held = g.pop("view", None)
    if held is not None:
        held.close()


def register(app: Flask) -> None:
    """Give the view of each request back when it ends."""
    app.teardown_appcontext(_give_back)
