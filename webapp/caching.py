"""Conditional requests: a page changes only with the state of the graph, the release and what was asked.

RFC 9110, 8.8.3 and 13.1.2. The tag is known before anything is computed, so an answer that the
client has already costs one comparison.
"""

from flask import Flask, Response, request

from graph.iris import digest
from webapp import release
from webapp.requests import view

FRESH = frozenset({"static", "health.health", "sparql.endpoint", "problems.kind_page"})
FRESH_CONCERNS = frozenset({"review_pages"})
"""Endpoints that do not depend on the state of the graph, or on more than it."""

_ASKED = ("Accept", "Accept-Language")


def entity_tag() -> str:
    """The tag of what this request would get now."""
    asked = (request.headers.get(name) for name in _ASKED)
    return digest(release.VERSION, view().generation, request.full_path, *asked)


def _cacheable() -> bool:
    if request.method not in ("GET", "HEAD") or request.endpoint is None:
        return False
    return request.endpoint not in FRESH and request.blueprint not in FRESH_CONCERNS


def _not_modified() -> Response | None:
    if not _cacheable() or not request.if_none_match:
        return None
    tag = entity_tag()
    if not request.if_none_match.contains_weak(tag):
        return None
    response = Response(status=304)
    response.set_etag(tag)
    return _directives(response)


def _directives(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-cache"
    response.vary.update(_ASKED)
    return response


def _tag(response: Response) -> Response:
    if response.status_code == 200 and _cacheable() and "ETag" not in response.headers:
        response.set_etag(entity_tag())
        _directives(response)
    return response


def register(app: Flask) -> None:
    """Answer 304 where the client has the newest answer, and tag the others."""
    app.before_request(_not_modified)
    app.after_request(_tag)
