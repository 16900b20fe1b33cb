"""Say in one line what the parser of Oxigraph says in many.

It lists what could have stood at the last place that it reached, which is seldom what is missing and often past it:
`?s ?p }` is answered with "expected OPTIONAL". So a query is told where reading stopped and what stands there.
"""

import re

from graph.errors import QuerySyntaxError
from graph.querying.guard import undeclared_prefix
from graph.querying.sparql_tokens import position

_PLACE = re.compile(r"error at (\d+):(\d+):\s*(.*)", re.DOTALL)
_CHARACTER_CLASS = re.compile(r"\[[^\]]*\]")
_SENTENCE = re.compile(r"[A-Z][A-Za-z]*(?: [A-Za-z]+){3,}")
"""What the parser found wrong in a query that it could read: `The SELECT contains a variable that is unbound`."""

_LIMIT, _SHOWN = 200, 30


def syntax_error(message: str) -> QuerySyntaxError:
    """The error for a message such as `error at 1:10: expected one of ...`, with its line and column."""
    found = _PLACE.search(message)
    if not found:
        return QuerySyntaxError(_plain(message))
    line, column = int(found[1]), int(found[2])
    sentence = _SENTENCE.search(_CHARACTER_CLASS.sub("", found[3]))
    said = sentence[0] if sentence else "this cannot be read as SPARQL here, or just before"
    return QuerySyntaxError(f"line {line}, column {column}: {said}", line, column)


def explained(text: str, error: QuerySyntaxError) -> QuerySyntaxError:
    """The error with what stands before the place, or one that names what the parser only stumbles over.

    That is a query without anything in it, or a prefix that is not declared.
    """
    if not text.strip():
        return QuerySyntaxError("the query is empty", error.line, error.column)
    token = undeclared_prefix(text)
    if token is not None:
        line, column = position(text, token.start)
        prefix = token.text.split(":", 1)[0]
        return QuerySyntaxError(f"line {line}, column {column}: the prefix {prefix}: is not declared", line, column)
    read = " ".join(_before(text, error).split())
    if not read:
        return error
    shown = read if len(read) <= _SHOWN else f"... {read[-_SHOWN:]}"
    return QuerySyntaxError(f"{error}, after: {shown}", error.line, error.column)


def _before(text: str, error: QuerySyntaxError) -> str:
    """The text up to the place of the error."""
    if error.line is None or error.column is None:
        return ""
    lines = text.split("\n")
    return "\n".join([*lines[: error.line - 1], "".join(lines[error.line - 1 : error.line])[: error.column - 1]])


def _plain(message: str) -> str:
    """In one line, and not endless."""
    words = " ".join(_CHARACTER_CLASS.sub("", message).split())
    return f"{words[:_LIMIT].rsplit(' ', 1)[0]} ..." if len(words) > _LIMIT else words or "not SPARQL"
