"""Cut a SPARQL text into tokens, without parsing it.

Names and words are cut longer than the grammar does, because parsers of the PEG kind (Oxigraph's is one) take
keywords out of the middle of a run of letters: `trueSERVICE:x{}` is `true SERVICE :x {}` to them. Whoever looks
for a keyword has to look inside the token. Every pattern runs in linear time, on hostile input too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.errors import QuerySyntaxError


class Kind(StrEnum):
    """What a token is."""

    IRI = "iri"
    STRING = "string"
    VARIABLE = "variable"
    LANGUAGE = "language"
    BLANK = "blank"
    NAME = "name"  # prefixed name
    WORD = "word"
    NUMBER = "number"
    OPEN = "open"
    CLOSE = "close"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\n\r]*)
  | (?P<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
             |"(?!"")(?:[^"\\\n\r]|\\.)*"|'(?!'')(?:[^'\\\n\r]|\\.)*')
  | (?P<broken>["'])
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<blank>_:\w(?:[.\-]*\w)*)
  | (?P<name>(?:[^\W\d_](?:[.\-]*\w)*)?:(?:\.*(?:[\w\-:%]|\\.))*)
  | (?P<word>[^\W\d](?:[.\-]*\w)*)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)
  | (?P<open>[{(\[])
  | (?P<close>[})\]])
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, without white space and comments.

    Raises QuerySyntaxError at a string that does not end (SPARQL 1.1, 19.8, STRING_LITERAL productions).
    """
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "space":
            continue
        if kind == "broken":
            line, column = position(text, match.start())
            raise QuerySyntaxError(f"line {line}, column {column}: this string does not end", line, column)
        yield Token(Kind(kind or "mark"), match.group(), match.start(), match.end())


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
