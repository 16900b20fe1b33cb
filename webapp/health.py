"""Whether the service can answer: for monitors and load balancers."""

from flask import Blueprint, Response, jsonify

from webapp import release
from webapp.requests import view

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> Response:
    """200 with the state of the graph when the store can be read; the table of problems speaks otherwise."""
    response = jsonify(status="ok", generation=view().generation, release=release.VERSION)
    response.headers["Cache-Control"] = "no-store"
    return response
