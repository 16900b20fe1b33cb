"""From error to answer: one table of statuses, a page for people, `application/problem+json` (RFC 9457) for programs.

The trace of an unexpected error goes to the log and nowhere else.
"""

import json
import logging
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Blueprint, Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.sansio.response import Response as WsgiResponse

from graph import errors as graph_errors
from ontology.errors import GcmError
from ontology.namespaces import BASE
from webapp import errors
from webapp.negotiation import prefers_html
from webapp.problem_kinds import KINDS, TABLE

log = logging.getLogger(__name__)
blueprint = Blueprint("problems", __name__)

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is told of an error."""

    status: int
    slug: str
    title: str
    detail: str
    advice: str = ""
    extra: dict[str, object] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def document(self) -> dict[str, object]:
        """The members of a problem document (RFC 9457, 3.1)."""
        kind = "about:blank" if self.slug == "http" else f"{BASE}problem/{self.slug}"
        return {"type": kind, "title": self.title, "status": self.status, "detail": self.detail} | self.extra


def problem_of(error: GcmError) -> Problem:
    """The problem that one of our errors is."""
    kind = next(kind for cls, kind in TABLE if isinstance(error, cls))
    extra: dict[str, object] = {}
    headers: dict[str, str] = {}
    if isinstance(error, graph_errors.QuerySyntaxError):
        extra = {name: value for name in ("line", "column") if (value := getattr(error, name)) is not None}
    if isinstance(error, errors.NotAcceptable):
        extra = {"available": list(error.choices)}
    if kind.status == HTTPStatus.UNAUTHORIZED:
        headers = {"WWW-Authenticate": 'Bearer realm="review"'}
    if kind.status in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS):
        headers = {"Retry-After": str(getattr(error, "retry_after", 5))}
    return Problem(kind.status, kind.slug, kind.title, str(error), kind.advice, extra, headers)


def http_problem(error: HTTPException) -> Problem:
    """The problem that an error of the HTTP layer is (404, 405, 413, ...)."""
    status = HTTPStatus(error.code or 500)
    methods = getattr(error, "valid_methods", None)
    headers = {"Allow": ", ".join(sorted(methods))} if methods else {}
    return Problem(status.value, "http", status.phrase, error.description or status.description, headers=headers)


def answer(problem: Problem) -> Response:
    """The response that tells a problem: a page where a person asks, else a problem document."""
    if prefers_html(request.headers.get("Accept")):
        response = make_response(render_template("problem.html", problem=problem, title=problem.title), problem.status)
    else:
        text = json.dumps(problem.document(), ensure_ascii=False, indent=1) + "\n"
        response = Response(text, problem.status, content_type=MEDIA_TYPE)
    response.headers.update(problem.headers)
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept")
    return response


def _on_ours(error: GcmError) -> Response:
    problem = problem_of(error)
    if problem.status >= 500:
        log.warning("%s: %s", problem.slug, error)
    return answer(problem)


def _on_http(error: HTTPException) -> WsgiResponse:
    return answer(http_problem(error)) if (error.code or 500) >= 400 else error.get_response()


def _on_surprise(error: Exception) -> Response:
    log.exception("no answer to %s", request.path, exc_info=error)
    detail = "Something went wrong on this side. It has been written to the log."
    return answer(Problem(500, "http", HTTPStatus.INTERNAL_SERVER_ERROR.phrase, detail))


@blueprint.get("/problem/<slug>")
def kind_page(slug: str) -> str:
    """What a kind of problem means: the address that problem documents name as their type."""
    kind = next((one for one in KINDS if one.slug == slug), None)
    if kind is None:
        raise errors.UnknownThing(f"No kind of problem is called {slug!r}.")
    return render_template("problem_kind.html", kind=kind, title=kind.title)


def register(app: Flask) -> None:
    """Answer every error of the application by the table."""
    app.register_error_handler(GcmError, _on_ours)
    app.register_error_handler(HTTPException, _on_http)
    app.register_error_handler(Exception, _on_surprise)
    app.register_blueprint(blueprint)
