"""Say in one line what the parser of Oxigraph says in many."""

import re

from graph.errors import QuerySyntaxError
from graph.guard import undeclared_prefix
from graph.sparql_tokens import position

_PLACE = re.compile(r"error at (\d+):(\d+):\s*(.*)", re.DOTALL)
_CHARACTER_CLASS = re.compile(r"\[[^\]]*\]")
_LIMIT = 200


def syntax_error(message: str) -> QuerySyntaxError:
    """The error for a message such as `error at 1:10: expected one of ...`, with its line and column."""
    found = _PLACE.search(message)
    if not found:
        return QuerySyntaxError(_plain(message))
    line, column = int(found[1]), int(found[2])
    return QuerySyntaxError(f"line {line}, column {column}: {_plain(found[3])}", line, column)


def explained(text: str, error: QuerySyntaxError) -> QuerySyntaxError:
    """The error, or one that names a prefix that is not declared: the parser only stumbles somewhere near it."""
    token = undeclared_prefix(text)
    if token is None:
        return error
    line, column = position(text, token.start)
    prefix = token.text.split(":", 1)[0]
    return QuerySyntaxError(f"line {line}, column {column}: the prefix {prefix}: is not declared", line, column)


def _plain(message: str) -> str:
    """Without the classes of characters that names and white space are made of, and not endless."""
    words = ", ".join(part for part in (p.strip(" ,|\n") for p in _CHARACTER_CLASS.sub("", message).split(",")) if part)
    words = " ".join(words.split())
    return f"{words[:_LIMIT].rsplit(' ', 1)[0]} ..." if len(words) > _LIMIT else words or "not SPARQL"
