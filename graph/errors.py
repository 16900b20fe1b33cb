"""Errors of the graph.

GcmError
└── GraphError
    ├── RecordError            a record that cannot be true of any document
    ├── DecisionRefused        a decision that cannot be taken, or taken back, as things stand
    ├── StoreError             the store cannot be used
    │   ├── StoreLocked        another process owns it
    │   ├── StoreFull          no space left where it writes
    │   └── StoreUnreachable   a remote server does not answer
    ├── UnknownGraph           no named graph of that name
    └── QueryError             a query that got no answer
        ├── QuerySyntaxError   it is not SPARQL 1.1 (carries line and column)
        ├── QueryRefused       it asks for what is not allowed, or is too large to evaluate
        ├── QueryTimeout       it ran past its limit and was ended
        ├── QueryTooLarge      its answer, or the memory it needed, passed the limit
        └── QueryBusy          all workers for long queries are taken (carries seconds to wait)
"""

from ontology.errors import GcmError


class GraphError(GcmError):
    """Anything the graph package refuses."""


class RecordError(GraphError):
    """A record that cannot be true of any document."""


class DecisionRefused(GraphError):
    """A decision that cannot be taken, or taken back, as things stand."""


class StoreError(GraphError):
    """The store cannot be used."""


class StoreLocked(StoreError):
    """Another process owns the store."""


class StoreFull(StoreError):
    """There is no space left where the store writes."""


class StoreUnreachable(StoreError):
    """A remote server does not answer."""


class UnknownGraph(GraphError):
    """There is no named graph of that name."""


class QueryError(GraphError):
    """A query that got no answer."""


class QuerySyntaxError(QueryError):
    """Not SPARQL 1.1; `line` and `column` count from 1 where the parser told them."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class QueryRefused(QueryError):
    """Asks for what is not allowed (SERVICE, LOAD, an update), or is too deep or long to evaluate."""


class QueryTimeout(QueryError):
    """Ran past its limit and was ended."""


class QueryTooLarge(QueryError):
    """Its answer, or the memory it needed, passed the limit."""


class QueryBusy(QueryError):
    """All workers for long queries are taken; try again after `retry_after` seconds."""

    def __init__(self, message: str, retry_after: int = 5) -> None:
        super().__init__(message)
        self.retry_after = retry_after
