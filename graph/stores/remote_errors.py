"""What a SPARQL server answers instead of a result, in our own errors."""

import time
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from graph.errors import GraphError, QueryBusy, QueryError, QueryTimeout, QueryTooLarge, StoreError, StoreUnreachable
from graph.querying.syntax import syntax_error
from ontology.settings import Settings

_CHUNK = 1 << 16


class Readable(Protocol):
    """Something to read bytes from."""

    def read(self, size: int) -> bytes:
        """At most so many bytes."""
        ...


def read_limited(source: Readable, settings: Settings) -> bytes:
    """All there is to read. Raises QueryTooLarge or QueryTimeout past the limits of an answer."""
    chunks, left = [], settings.query_result_mb * 1024 * 1024
    deadline = time.monotonic() + settings.query_seconds
    while chunk := source.read(_CHUNK):
        chunks.append(chunk)
        left -= len(chunk)
        if left < 0:
            raise QueryTooLarge("the answer is larger than an answer may be; ask for less, or use LIMIT")
        if time.monotonic() > deadline:
            raise _timeout(settings)
    return b"".join(chunks)


@contextmanager
def network_errors(settings: Settings) -> Iterator[None]:
    """Turn what the network says into our errors."""
    try:
        yield
    except urllib.error.HTTPError as error:
        with error:
            raise refusal(error.code, error.read(_CHUNK), settings) from error
    except OSError as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise _timeout(settings) from error
        raise StoreUnreachable(f"{settings.store_url} does not answer: {reason}") from error


def refusal(code: int, body: bytes, settings: Settings) -> GraphError:
    """The error for an HTTP status (SPARQL 1.1 Protocol, 2.1.6) and what the server wrote with it."""
    said = body.decode("utf-8", "replace")
    match code:
        case 400:
            return syntax_error(said)
        case 401 | 403 | 404 | 405:
            return StoreError(f"{settings.store_url} answers no queries: HTTP status {code}")
        case 408 | 504:
            return _timeout(settings)
        case 413:
            return QueryTooLarge("the server refuses a query of that size")
        case 429 | 503:
            return QueryBusy("the server is busy")
        case _:
            return QueryError(f"the server failed with HTTP status {code}: {' '.join(said.split())[:200]}")


def _timeout(settings: Settings) -> QueryTimeout:
    return QueryTimeout(f"the query was given up after {settings.query_seconds:g} seconds")
