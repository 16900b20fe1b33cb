"""Reading a SPARQL protocol request (SPARQL 1.1 Protocol, section 2.1): plain values in, no engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from graph.contract import Selection
from webapp.errors import BadRequest, UnsupportedBody, UpdateRefused
from webapp.formats import format_name

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
FORMAT_PARAMETERS = ("format", "output", "results")

Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ProtocolRequest:
    """A query with its dataset and the format that a parameter asks for. `query` is None when none was sent."""

    query: str | None
    selection: Selection | None
    format: str | None


def _parameters(text: str) -> dict[str, list[str]]:
    """Decode once: a second round would change IRIs that hold `%25` or `%20`."""
    try:
        return parse_qs(text, keep_blank_values=True, strict_parsing=False, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise BadRequest(f"The parameters cannot be read as UTF-8: {error}") from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(f"The body is not UTF-8: byte {error.start}") from error


def _check_charset(parameters: Mapping[str, str]) -> None:
    charset = parameters.get("charset", "utf-8").strip('"').lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise UnsupportedBody(f"Queries are read as UTF-8, not {charset}.")


def _only(parameters: Parameters, name: str) -> str | None:
    """2.1.4: a query operation has exactly one query string."""
    values = parameters.get(name, ())
    if len(values) > 1:
        raise BadRequest(f"Send one {name}, not {len(values)}.")
    return values[0] if values else None


def _absolute(iris: Sequence[str], name: str) -> tuple[str, ...]:
    for iri in iris:
        if not urlsplit(iri).scheme or any(c in '<>"{}|\\^`' or c <= " " for c in iri):
            raise BadRequest(f"{name} must be an absolute IRI: {iri[:200]!r}")
    return tuple(iris)


def _selection(parameters: Parameters) -> Selection | None:
    """2.1.4: the RDF dataset of the protocol goes before FROM and FROM NAMED of the query."""
    default = _absolute(parameters.get("default-graph-uri", ()), "default-graph-uri")
    named = _absolute(parameters.get("named-graph-uri", ()), "named-graph-uri")
    return Selection(default, named) if default or named else None


def _wanted(parameters: Parameters) -> str | None:
    """Clients send `format`, `output` and `results` with the same meaning (SPARQLWrapper sends all three)."""
    for name in FORMAT_PARAMETERS:
        for value in parameters.get(name, ()):
            if value.strip():
                return format_name(value)
    return None


def _refuse_update(parameters: Parameters) -> None:
    if "update" in parameters:
        raise UpdateRefused("This endpoint answers queries; it takes no SPARQL Update.")


def read_get(query_string: str) -> ProtocolRequest:
    """2.1.1: query via GET; everything stands in the query string."""
    parameters = _parameters(query_string)
    _refuse_update(parameters)
    return ProtocolRequest(_only(parameters, "query"), _selection(parameters), _wanted(parameters))


def read_post(content_type: str, type_parameters: Mapping[str, str], query_string: str, body: bytes) -> ProtocolRequest:
    """2.1.2 and 2.1.3: query via POST, as a form or directly. Raises UnsupportedBody for other content types."""
    if content_type == UPDATE:
        raise UpdateRefused("This endpoint answers queries; it takes no SPARQL Update.")
    if content_type not in (FORM, QUERY):
        raise UnsupportedBody(f"POST a query as {FORM} or {QUERY}, not as {content_type or 'nothing'}.")
    _check_charset(type_parameters)
    around = _parameters(query_string)
    _refuse_update(around)
    if content_type == QUERY:
        # 2.1.3: the body is the query itself, the dataset stands in the query string.
        if "query" in around:
            raise BadRequest("The query stands in the body; send none in the address.")
        return ProtocolRequest(_text(body), _selection(around), _wanted(around))
    # 2.1.2: a form holds query and dataset; what only picks the format may stand in the address.
    form = _parameters(_text(body))
    _refuse_update(form)
    query = _only(form, "query")
    if query is None:
        raise BadRequest("The form has no field `query`.")
    return ProtocolRequest(query, _selection(form), _wanted(form) or _wanted(around))
