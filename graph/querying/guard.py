"""Look at a query before anything evaluates it: refuse what would call out, change data or end the process.

Pure and lexical; a parser comes later and may still refuse. The limits keep what gets through below the sizes at
which Oxigraph 0.5 overflows its stack; what is merely slow is ended by its deadline.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from graph.contract import Selection
from graph.errors import QueryRefused, QuerySyntaxError
from graph.querying.sparql_tokens import Kind, Token, position, tokens
from ontology.namespaces import BASE

MAX_BYTES = 64 * 1024
MAX_DEPTH = 100
MAX_TOKENS = 10_000  # outside VALUES, which is data
MAX_PATTERNS = 1_000
MAX_OPERATORS = 2_000

_KIND_OF_FORM = {"SELECT": "solutions", "ASK": "boolean", "CONSTRUCT": "graph", "DESCRIBE": "graph"}
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
_OPERATORS = frozenset("!&|+-*/^=<>?")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a query is, as far as its tokens tell.

    form: SELECT, ASK, CONSTRUCT, DESCRIBE, or empty (the parser will say what is wrong).
    selection: the dataset of its FROM clauses, or None without any; then none may be forced on it.
    where: offset just after the brace that opens its WHERE group, or None.
    subselect: the WHERE group is nothing but a SELECT.
    """

    form: str
    selection: Selection | None
    where: int | None
    subselect: bool

    @property
    def kind(self) -> str:
        """Kind of answer: solutions, boolean or graph."""
        return _KIND_OF_FORM.get(self.form, "solutions")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A token with the bracket around it, how deep it stands, and whether it is data of a VALUES block."""

    token: Token
    depth: int
    bracket: str
    data: bool


def inspect(text: str) -> Shape:
    """The shape of a query that may be evaluated.

    Raises QueryRefused (too long, deep or large; SERVICE; an update) or QuerySyntaxError (a string without end,
    bytes that were no UTF-8).
    """
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        line, column = position(text, error.start)
        raise QuerySyntaxError(f"line {line}, column {column}: this is not UTF-8 text", line, column) from error
    if size > MAX_BYTES:
        raise QueryRefused(f"the query is longer than {MAX_BYTES // 1024} KiB")
    placed = list(_place(text))
    _check_size(placed)
    top = [index for index, place in enumerate(placed) if place.depth == 0]
    _check_words(placed, top)
    where = _where(placed, top)
    return Shape(
        form=_form(placed, top),
        selection=_selection([placed[index].token for index in top]),
        where=None if where is None else placed[where].token.end,
        subselect=where is not None and placed[where + 1 : where + 2] != [] and _is(placed[where + 1].token, "SELECT"),
    )


def undeclared_prefix(text: str) -> Token | None:
    """The first prefixed name whose prefix the query does not declare: parsers say this badly."""
    found = list(tokens(text))
    declared = {name.text for word, name in itertools.pairwise(found) if _is(word, "PREFIX") and name.kind is Kind.NAME}
    names = (token for token in found if token.kind is Kind.NAME)
    return next((token for token in names if f"{token.text.split(':', 1)[0]}:" not in declared), None)


def _place(text: str) -> Iterator[_Placed]:
    """Every token with its place; opening and closing brackets stand outside themselves."""
    stack: list[str] = []
    awaited = False  # VALUES was read, its block not yet
    block: int | None = None
    for token in tokens(text):
        if token.kind is Kind.CLOSE and stack:
            stack.pop()
            if block is not None and len(stack) < block:
                block = None
        yield _Placed(token, len(stack), stack[-1] if stack else "", block is not None)
        if token.kind is Kind.WORD:
            awaited = token.text.upper() == "VALUES"
        elif token.kind is Kind.OPEN:
            stack.append(token.text)
            if len(stack) > MAX_DEPTH:
                raise QueryRefused(f"the query is nested deeper than {MAX_DEPTH}")
            if awaited and token.text == "{":
                awaited, block = False, len(stack)


def _check_size(placed: Sequence[_Placed]) -> None:
    """Refuse what has too many parts; data in VALUES is free."""
    counted = [place for place in placed if not place.data]
    marks = [place for place in counted if place.token.kind is Kind.MARK]
    operators = sum(place.token.text in _OPERATORS for place in marks)
    separators = sum(place.token.text in ".;" or (place.token.text == "," and place.bracket != "(") for place in marks)
    groups = sum(place.token.text == "{" for place in counted)
    for number, limit, what in (
        (len(counted), MAX_TOKENS, "words and signs outside VALUES"),
        (operators, MAX_OPERATORS, "operators"),
        (separators + groups, MAX_PATTERNS, "patterns"),
    ):
        if number > limit:
            raise QueryRefused(f"the query has more than {limit} {what}")


def _check_words(placed: Sequence[_Placed], top: Sequence[int]) -> None:
    """Refuse SERVICE, wherever a parser might find it, and a FROM that cannot be told from a name."""
    for place in placed:
        if "SERVICE" in _keyword(place.token) or "SERVICE" in _after_dot(place.token):
            raise QueryRefused("SERVICE is not allowed, nor as a prefix: queries are answered from this graph only")
    for index in top:
        token = placed[index].token
        declared = index > 0 and _is(placed[index - 1].token, "PREFIX")
        if token.kind is Kind.NAME and "FROM" in _keyword(token) and not declared:
            raise QueryRefused("put a space between FROM and the name of the graph")


def _keyword(token: Token) -> str:
    """The letters of a token in which a parser may find a keyword, in capitals."""
    return token.text.split(":", 1)[0].upper() if token.kind in (Kind.WORD, Kind.NAME) else ""


def _after_dot(token: Token) -> str:
    """The part of a name at which Oxigraph may begin anew: `:b1.1.SERVICE` is `:b1.1 . SERVICE` to it."""
    return token.text.upper().partition(".")[2] if token.kind in (Kind.NAME, Kind.BLANK) else ""


def _is(token: Token, word: str) -> bool:
    return token.kind is Kind.WORD and token.text.upper() == word


def _form(placed: Sequence[_Placed], top: Sequence[int]) -> str:
    """The form, from the first word that is no part of the prologue. Raises QueryRefused for an update."""
    previous: Token | None = None
    for index in top:
        token = placed[index].token
        word = _keyword(token)
        if word and not word.startswith(("PREFIX", "BASE", "VERSION")) and not (previous and _is(previous, "PREFIX")):
            if word.startswith(_UPDATES):
                raise QueryRefused("this is an update; only queries are answered here")
            return next((form for form in _KIND_OF_FORM if word.startswith(form)), "")
        previous = token
    return ""


def _where(placed: Sequence[_Placed], top: Sequence[int]) -> int | None:
    """Index of the brace that opens the WHERE group: the first outside all brackets that is no template."""
    for index in top:
        template = index > 0 and _is(placed[index - 1].token, "CONSTRUCT")
        if placed[index].token.text == "{" and not template:
            return index
    return None


def _selection(top: Sequence[Token]) -> Selection | None:
    """The dataset that the FROM clauses name (SPARQL 1.1 Query, 13.2), with names resolved by the prologue."""
    base, prefixes = BASE, dict[str, str]()
    default: list[str] = []
    named: list[str] = []
    words = [_keyword(token) for token in top]
    for index, token in enumerate(top[1:], start=1):
        if token.kind is Kind.IRI and words[index - 1].endswith("BASE"):
            base = urljoin(base, token.text[1:-1])
        elif token.kind is Kind.IRI and index > 1 and words[index - 2].endswith("PREFIX"):
            prefixes[top[index - 1].text] = urljoin(base, token.text[1:-1])
        elif words[index - 1].endswith("FROM") and token.kind in (Kind.IRI, Kind.NAME):
            default.append(_resolve(token, base, prefixes))
        elif words[index - 1].endswith("NAMED") and token.kind in (Kind.IRI, Kind.NAME):
            named.append(_resolve(token, base, prefixes))
    return Selection(tuple(default), tuple(named)) if default or named else None


def _resolve(token: Token, base: str, prefixes: dict[str, str]) -> str:
    if token.kind is Kind.IRI:
        return urljoin(base, token.text[1:-1])
    prefix, local = token.text.split(":", 1)
    return prefixes.get(f"{prefix}:", f"{prefix}:") + local.replace("\\", "")
