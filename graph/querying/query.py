"""The named queries of this project: files in `graph/queries`, loaded once, bound with RDF terms only.

A file starts with comments that say what it is:

    # title: The evidence of a claim
    # parameters: claim [document]
    # columns: text exact document

A parameter in brackets may be left unbound. A file that declares no parameters takes any of its variables; its
first comment is its title. Binding puts one VALUES block first into the WHERE group. The
substitutions of pyoxigraph 0.5 would be the other way: they demand that each parameter is projected, and were
measured 50 to 90 times slower inside GRAPH and UNION, where VALUES is as fast as a constant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode

from graph.contract import Term
from graph.errors import GraphError
from graph.querying.guard import Shape, inspect
from graph.querying.sparql_tokens import Kind, tokens
from ontology.namespaces import rebase

QUERIES = Path(__file__).parents[1] / "queries"
_HEADER = re.compile(r"#\s*(title|parameters|columns)\s*:\s*(.*?)\s*$", re.IGNORECASE)
_PARAMETER = re.compile(r"\[\s*\??(\w+)\s*\]|\??(\w+)")
_VARIABLE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query file: its text, what it is called, and the variables that go in and come out."""

    name: str
    title: str
    parameters: tuple[str, ...]
    optional: frozenset[str]
    columns: tuple[str, ...]
    text: str
    shape: Shape

    def bind(self, bindings: Mapping[str, Term]) -> str:
        """The query with its parameters bound: the only place where a text of SPARQL is made, from terms alone.

        Raises GraphError when a parameter is missing or unknown, or a blank node is given.
        """
        unknown = set(bindings) - set(self.parameters) - self.optional
        missing = set(self.parameters) - set(bindings)
        if unknown or missing:
            wrong = " and ".join(
                f"{what} {', '.join(sorted(names))}" for what, names in (("no", missing), ("unknown", unknown)) if names
            )
            raise GraphError(f"query {self.name}: {wrong}")
        if not bindings:
            return self.text
        if self.shape.where is None or self.shape.subselect:
            raise GraphError(f"query {self.name}: its WHERE group cannot be bound")
        return self.text[: self.shape.where] + values_block(bindings) + self.text[self.shape.where :]


def values_block(bindings: Mapping[str, Term]) -> str:
    """` VALUES (?a ?b) { (term term) } ` (SPARQL 1.1 Query, 10.2): each term as its own serialisation."""
    for name, term in bindings.items():
        if not _VARIABLE.fullmatch(name):
            raise GraphError(f"not the name of a variable: {name!r}")
        if isinstance(term, BlankNode):
            raise GraphError(f"a blank node cannot be bound to ?{name}")
    names = " ".join(f"?{name}" for name in bindings)
    return f" VALUES ({names}) {{ ({' '.join(str(term) for term in bindings.values())}) }} "


def parse_query(name: str, text: str) -> NamedQuery:
    """A query from the text of its file, moved to the configured base.

    Raises GraphError when a parameter has no place in it.
    """
    lines = text.splitlines()
    header = {key.lower(): value for key, value in (m.groups() for m in map(_HEADER.match, lines) if m)}
    declared = _PARAMETER.findall(header.get("parameters", ""))
    based = rebase(text)
    variables = frozenset(token.text[1:] for token in tokens(based) if token.kind is Kind.VARIABLE)
    query = NamedQuery(
        name=name,
        title=header.get("title") or next((line.strip("# ") for line in lines if line.startswith("#")), name),
        parameters=tuple(required for _, required in declared if required),
        optional=frozenset(optional for optional, _ in declared if optional) if "parameters" in header else variables,
        columns=tuple(_VARIABLE.findall(header.get("columns", ""))),
        text=based,
        shape=inspect(based),
    )
    if declared and (query.shape.where is None or query.shape.subselect):
        raise GraphError(f"query {name}: its parameters need a WHERE group that is more than a SELECT")
    absent = {*query.parameters, *query.optional} - variables
    if absent:
        raise GraphError(f"query {name}: there is no ?{min(absent)} in it")
    return query


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """All named queries, by file name without its ending. Raises GraphError for a file that is none."""
    paths = sorted(QUERIES.glob("*.rq"))
    return {path.stem: parse_query(path.stem, path.read_text(encoding="utf-8")) for path in paths}


def named_query(name: str) -> NamedQuery:
    """The query of that name. Raises GraphError when there is none."""
    query = named_queries().get(name)
    if query is None:
        raise GraphError(f"no named query {name!r}")
    return query
