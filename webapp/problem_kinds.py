"""The kinds of problems: which status each of our errors has, and what the one who asks can do about it."""

from dataclasses import dataclass

from graph import errors as graph_errors
from ontology.errors import GcmError
from webapp import errors


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its status, its name in URLs, and what it means for the one who asks."""

    status: int
    slug: str
    title: str
    advice: str


TABLE: tuple[tuple[type[GcmError], Kind], ...] = (
    (
        errors.BadRequest,
        Kind(400, "bad-request", "The request is not complete or not well formed", "Check its parameters."),
    ),
    (
        errors.UpdateRefused,
        Kind(403, "update-refused", "This endpoint does not change the graph", "Documents are loaded by the operator."),
    ),
    (
        errors.ReviewClosed,
        Kind(
            403,
            "review-closed",
            "Review is not open on this server",
            "Its operator opens it by setting GCM_WRITE_TOKEN; the command gcm review works without.",
        ),
    ),
    (
        errors.NotSignedIn,
        Kind(401, "not-signed-in", "The write token is needed for this", "Sign in on /review, or send it as Bearer."),
    ),
    (
        errors.CrossSite,
        Kind(
            403,
            "cross-site",
            "This form was not sent from a page of this site",
            "Open the page again and decide there.",
        ),
    ),
    (
        errors.TooManyAttempts,
        Kind(429, "too-many-attempts", "Too many wrong tokens", "Try again after the time named in Retry-After."),
    ),
    (
        graph_errors.DecisionRefused,
        Kind(
            409,
            "decision-refused",
            "This decision cannot be taken as things stand",
            "Read what was decided before; nothing has changed.",
        ),
    ),
    (
        errors.UnknownThing,
        Kind(
            404, "unknown", "There is nothing of that name here", "Search for it, or start from the list of its class."
        ),
    ),
    (
        errors.NotAcceptable,
        Kind(406, "not-acceptable", "None of the formats asked for is available", "Ask for one of those listed."),
    ),
    (
        errors.UnsupportedBody,
        Kind(
            415,
            "unsupported-body",
            "The content type of the request is not read here",
            "Send a form or application/sparql-query.",
        ),
    ),
    (
        graph_errors.UnknownGraph,
        Kind(
            404,
            "unknown-graph",
            "There is no named graph of that name",
            "The description of the data lists all graphs.",
        ),
    ),
    (
        graph_errors.QuerySyntaxError,
        Kind(400, "query-syntax", "The query is not SPARQL 1.1", "The line and column say where reading stopped."),
    ),
    (
        graph_errors.QueryRefused,
        Kind(
            403,
            "query-refused",
            "The query asks for what is not allowed here",
            "No updates, SERVICE or LOAD; keep queries short and flat.",
        ),
    ),
    (
        graph_errors.QueryTimeout,
        Kind(
            504,
            "query-timeout",
            "The query ran past its time limit and was ended",
            "Make it more specific; nothing of it was answered in part.",
        ),
    ),
    (
        graph_errors.QueryTooLarge,
        Kind(
            413,
            "query-too-large",
            "The answer, or the memory it needed, passed the limit",
            "Add LIMIT and OFFSET, or take the data dump.",
        ),
    ),
    (
        graph_errors.QueryBusy,
        Kind(
            503,
            "query-busy",
            "All workers for long queries are taken",
            "Try again after the time named in Retry-After.",
        ),
    ),
    (graph_errors.StoreLocked, Kind(503, "store-locked", "Another process holds the store", "Try again in a moment.")),
    (
        graph_errors.StoreFull,
        Kind(507, "store-full", "There is no space left where the store writes", "The operator has to make room."),
    ),
    (
        graph_errors.StoreUnreachable,
        Kind(502, "store-unreachable", "The server that keeps the graph does not answer", "Try again in a moment."),
    ),
    (graph_errors.StoreError, Kind(503, "store-error", "The store cannot be used now", "Try again in a moment.")),
    (graph_errors.QueryError, Kind(500, "query-error", "The query got no answer", "Change the query or try again.")),
    (GcmError, Kind(500, "error", "This could not be done", "Try again; if it stays so, tell the operator.")),
)
"""Most specific first: the first class that fits decides."""

KINDS = tuple(kind for _, kind in TABLE)
