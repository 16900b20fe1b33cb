"""`/sparql`: the SPARQL 1.1 protocol for programs, the editor and a table of the answer for people."""

from urllib.parse import urlencode

from flask import Blueprint, Response, make_response, render_template, request

from webapp import formats
from webapp.errors import BadRequest, NotAcceptable
from webapp.negotiation import Choice, acceptable, choose, prefers_html
from webapp.queries import examples
from webapp.requests import view
from webapp.security import EDITOR, policy
from webapp.sparql_description import describe_service
from webapp.sparql_request import ProtocolRequest, read_get, read_post
from webapp.sparql_table import Table, read_answer

blueprint = Blueprint("sparql", __name__)

KINDS = {"solutions": formats.SOLUTIONS, "boolean": formats.SOLUTIONS, "graph": formats.GRAPH_ANSWERS}
_FOR_TABLE = {"solutions": "application/sparql-results+json", "boolean": "application/sparql-results+json",
              "graph": "application/n-triples"}  # fmt: skip
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Expose-Headers": "Retry-After, Link, Content-Type",
    "Access-Control-Max-Age": "86400",
}


def _read() -> ProtocolRequest:
    try:
        address = request.query_string.decode("ascii")
    except UnicodeDecodeError as error:
        raise BadRequest("The address holds characters that must be percent-encoded.") from error
    if request.method != "POST":
        return read_get(address)
    return read_post(request.mimetype, request.mimetype_params, address, request.get_data(cache=False))


def pick_format(accept: str | None, wanted: str | None, choices: tuple[Choice, ...]) -> Choice | None:
    """The format of one kind of answer: by a parameter that fits, else by the Accept header; None when neither does.

    A parameter that does not fit is passed over, for clients send one value whatever the query is.
    """
    if wanted:
        for choice in choices:
            if wanted == choice.name or (wanted == "xml" and choice.name == "rdf"):
                return choice
            if wanted == "json" and choice.name == "jsonld":
                return choice
    return acceptable(accept, choices)


def _answer(asked: ProtocolRequest, text: str) -> Response:
    """2.1.6: the answer in the format that was negotiated for its kind (solutions, boolean, graph)."""
    accept = request.headers.get("Accept")
    picked = {kind: pick_format(accept, asked.format, choices) for kind, choices in KINDS.items()}
    # What kind a query is shows when it is parsed; a kind without an acceptable format is refused then.
    engine = {kind: formats.CANONICAL[(choice or KINDS[kind][0]).name] for kind, choice in picked.items()}
    answer = view().query(text, engine, asked.selection)
    choice = picked[answer.kind]
    if choice is None:
        raise NotAcceptable(tuple(dict.fromkeys(one.media_type for one in KINDS[answer.kind])))
    return Response(answer.body, content_type=_content_type(choice.media_type))


def _content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _describe() -> Response:
    choice = choose(request.headers.get("Accept"), formats.TRIPLES)
    try:
        described = list(describe_service(request.base_url, view()))
    except ValueError as error:
        raise BadRequest("The Host header names no host.") from error
    body = formats.write_triples(described, choice.name)
    return Response(body, content_type=_content_type(choice.media_type))


def _page(text: str, table: Table | None) -> Response:
    listed = examples()
    response = make_response(
        render_template(
            "sparql.html", title="Query editor", query=text, table=table, examples=listed, answer_as=_answer_as,
            default_query=listed[0].text if listed else "",
        )
    )  # fmt: skip
    response.headers["Content-Security-Policy"] = policy(EDITOR)
    return response


def _answer_as(name: str) -> str:
    """Address of the answer on this page in another format."""
    fields = [(key, value) for key, value in request.values.items(multi=True) if key not in ("format", "lang")]
    return f"/sparql?{urlencode([*fields, ('format', name)])}"


def _answer_page(asked: ProtocolRequest, text: str) -> Response:
    return _page(text, read_answer(view().query(text, _FOR_TABLE, asked.selection)))


def _wants_page(asked: ProtocolRequest) -> bool:
    if asked.format == "html":
        return True
    known = {choice.name for choices in KINDS.values() for choice in choices}
    return asked.format not in known and prefers_html(request.headers.get("Accept"))


@blueprint.route("/sparql", methods=["GET", "POST", "OPTIONS"], provide_automatic_options=False)
def endpoint() -> Response:
    """The one address of the endpoint."""
    if request.method == "OPTIONS":
        return Response(status=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
    asked = _read()
    page = _wants_page(asked)
    if asked.query is None:
        # Service Description, section 2: a request without a query gets the description.
        return _page("", None) if page else _describe()
    return _answer_page(asked, asked.query) if page else _answer(asked, asked.query)


@blueprint.after_app_request
def _open_to_all(response: Response) -> Response:
    """Scripts of any site may query (CORS); nothing here depends on who asks."""
    if request.path == "/sparql":
        response.headers.update(_CORS)
        response.vary.add("Accept")
        response.headers.setdefault("Cache-Control", "no-cache")
    return response
