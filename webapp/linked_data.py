"""`/id/...` and `/data/...`: what an IRI answers to programs (Cool URIs for the Semantic Web, the 303 pattern)."""

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as Redirect

from graph.iris import entity_iri
from webapp import formats
from webapp.entities import node_of
from webapp.errors import UnknownThing
from webapp.negotiation import Choice, choose
from webapp.nodes import read_node
from webapp.requests import view
from webapp.words import url

blueprint = Blueprint("linked_data", __name__)

DATA = (*formats.TRIPLES, *formats.GENERAL)
CHOICES = (formats.HTML, *DATA)


def alternate_links(path: str) -> str:
    """`Link` header (RFC 8288) naming every representation of an entity."""
    data = (f'</data/{path}.{one.name}>; rel="alternate"; type="{one.media_type}"' for one in formats.TRIPLES)
    return ", ".join((f'</page/{path}>; rel="alternate"; type="text/html"', *data))


def split_suffix(path: str) -> tuple[str, str | None]:
    """`state/mexico.ttl` -> (`state/mexico`, `ttl`); a path without a known suffix comes back whole."""
    stem, dot, suffix = path.rpartition(".")
    return (stem, suffix) if dot and suffix in formats.EXTENSIONS else (path, None)


def _require(path: str) -> None:
    node_of(entity_iri(path))
    if read_node(view(), entity_iri(path)) is None:
        raise UnknownThing(f"Nothing is known as {path!r}.")


@blueprint.get("/id/<path:path>")
def identify(path: str) -> Redirect:
    """303 from a thing to what describes it: a page for people, data for programs."""
    _require(path)
    choice = choose(request.headers.get("Accept"), CHOICES, formats.format_name(request.args.get("format")))
    target = url(f"/page/{path}") if choice is formats.HTML else f"/data/{path}.{choice.name}"
    response = redirect(target, 303)
    response.headers["Link"] = alternate_links(path)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response


@blueprint.get("/data/<path:path>")
def describe(path: str) -> Response:
    """The bounded description of a thing: its own triples, facts and claims that it is part of, their evidence."""
    stem, suffix = split_suffix(path)
    _require(stem)
    wanted = suffix or formats.format_name(request.args.get("format"))
    choice = choose(request.headers.get("Accept"), DATA, wanted)
    triples = view().triples("page_description", entity=node_of(entity_iri(stem)))
    response = data_response(formats.write_triples(triples, choice.name), choice)
    response.headers["Link"] = f'<{entity_iri(stem)}>; rel="describes", {alternate_links(stem)}'
    return response


def data_response(body: bytes, choice: Choice) -> Response:
    """A response with data in a negotiated format, open to scripts of any site."""
    kind = choice.media_type
    response = Response(body, content_type=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response
