"""An answer as a table for people: rows of cells with their links. What is left out of a page is counted and said."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.contract import Answer
from ontology.namespaces import shorten
from webapp.links import href

ROWS_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """A term as people read it: short text, whole text, link, language."""

    text: str
    whole: str = ""
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Header and rows to show; `total` counts all rows of the answer."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    kind: str

    @property
    def shown(self) -> int:
        """How many rows stand on the page."""
        return len(self.rows)


def _iri_cell(iri: str) -> Cell:
    return Cell(shorten(iri), iri, href(iri))


def _json_cell(term: dict[str, Any] | None) -> Cell:
    if term is None:
        return Cell("")
    if term["type"] == "uri":
        return _iri_cell(term["value"])
    if term["type"] == "bnode":
        return Cell(f"_:{term['value']}")
    return Cell(term["value"], shorten(term.get("datatype", "")), language=term.get("xml:lang", ""))


def _term_cell(term: object) -> Cell:
    if isinstance(term, NamedNode):
        return _iri_cell(term.value)
    if isinstance(term, Literal):
        return Cell(term.value, language=term.language or "")
    return Cell(str(term))


def _triple_rows(body: bytes) -> Iterator[tuple[Cell, ...]]:
    for quad in parse(body, format=RdfFormat.N_TRIPLES):
        yield _term_cell(quad.subject), _term_cell(quad.predicate), _term_cell(quad.object)


def read_answer(answer: Answer) -> Table:
    """The table of an answer that came as SPARQL JSON (solutions, boolean) or N-Triples (graph)."""
    if answer.kind == "graph":
        rows = tuple(_triple_rows(answer.body))
        return Table(("subject", "predicate", "object"), rows[:ROWS_SHOWN], len(rows), "graph")
    document = json.loads(answer.body)
    if answer.kind == "boolean":
        return Table(("answer",), ((Cell("yes" if document["boolean"] else "no"),),), 1, "boolean")
    names = tuple(document["head"]["vars"])
    bindings = document["results"]["bindings"]
    shown = tuple(tuple(_json_cell(row.get(name)) for name in names) for row in bindings[:ROWS_SHOWN])
    return Table(names, shown, len(bindings), "solutions")
