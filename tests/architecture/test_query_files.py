"""SPARQL lives in files and is bound with RDF terms; no query is put together from strings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.project import ROOT, source_files, tree

SPARQL = re.compile(
    r"\b(SELECT\s+(DISTINCT\s+)?[?*(]|CONSTRUCT\s*(\{|WHERE)|ASK\s*\{|DESCRIBE\s+[?<]|INSERT\s+(DATA\s*)?\{|DELETE\s+(DATA\s*|WHERE\s*)?\{"
    r"|WHERE\s*\{|VALUES\s+[?(]|FILTER\s*\(|OPTIONAL\s*\{|GRAPH\s+[?<]|(CLEAR|DROP)\s+(SILENT\s+)?(GRAPH|ALL))"
)

BINDING = ("graph/querying/query.py", "values_block")
"""The one function that may write SPARQL: a VALUES block out of serialised RDF terms."""


def composed_texts(module: ast.Module, leave_out: str = "") -> Iterator[tuple[int, str]]:
    """Line and constant text of every string put together at run time, outside the function to leave out."""
    left_out = [n for n in module.body if isinstance(n, ast.FunctionDef) and n.name == leave_out]
    inside = {id(node) for function in left_out for node in ast.walk(function)}
    for node in ast.walk(module):
        if id(node) in inside:
            continue
        match node:
            case ast.JoinedStr(values=values) if any(isinstance(part, ast.FormattedValue) for part in values):
                yield node.lineno, "".join(part.value for part in values if isinstance(part, ast.Constant))
            case ast.BinOp(op=ast.Add() | ast.Mod(), left=left, right=right):
                yield node.lineno, _constant(left) + _constant(right)
            case ast.Call(
                func=ast.Attribute(value=value, attr="format" | "replace" | "join" | "substitute"), args=args
            ):
                yield node.lineno, _constant(value) + "".join(_constant(part) for part in args)


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@pytest.mark.parametrize("path", list(source_files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_query_is_put_together_from_strings(path: Path) -> None:
    """Interpolation, concatenation, `%`, format, replace and join never touch SPARQL."""
    leave_out = BINDING[1] if path == ROOT / BINDING[0] else ""
    assert [(line, text) for line, text in composed_texts(tree(path), leave_out) if SPARQL.search(text)] == []


@pytest.mark.parametrize(
    "code",
    [
        'f"SELECT ?s WHERE {{ ?s a <{cls}> }}"',
        '"SELECT * WHERE { ?s ?p <" + iri + "> }"',
        '"ASK { ?s ?p <%s> }" % iri',
        '"CONSTRUCT WHERE { <{}> ?p ?o }".format(iri)',
        'f"DROP GRAPH <{graph}>"',
        'query.replace("}", "FILTER (?s = <x>) }")',
    ],
)
def test_the_watch_sees_each_way_of_putting_a_query_together(code: str) -> None:
    """The test above can fail."""
    assert any(SPARQL.search(text) for _, text in composed_texts(ast.parse(code)))


def test_a_plain_sentence_is_no_query() -> None:
    """Words such as "select" or "where" in a message are left alone."""
    assert not any(
        SPARQL.search(text) for _, text in composed_texts(ast.parse('f"Select one of {names}, where you like"'))
    )
