"""The guard knows a query's shape from its tokens and refuses what must not be evaluated."""

import itertools
import os
from contextlib import suppress
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.contract import Selection
from graph.errors import QueryError, QueryRefused, QuerySyntaxError
from graph.querying.guard import MAX_BYTES, MAX_DEPTH, inspect, undeclared_prefix
from graph.querying.sparql_tokens import tokens

X = "http://x/"
SERVICES = [
    "SELECT * { SERVICE <http://x/> {} }",
    "SELECT * { service\n<http://x/> {} }",
    "SELECT * { SERVICE SILENT ?s {} }",
    "PREFIX : <http://x/> SELECT * { SERVICE:x {} }",
    "PREFIX : <http://x/> SELECT * { ?s ?p trueSERVICE:x {} }",
    "PREFIX : <http://x/> SELECT * { ?s ?p 1SERVICE:x {} }",
    "PREFIX : <http://x/> SELECT * { ?s ?p 1e5SERVICE:x {} }",
    "PREFIX : <http://x/> SELECT * { SERVICESILENT:x {} }",
    "PREFIX : <http://x/> SELECT * { ?s ?p :b1.1.SERVICE?x {} }",
    "SELECT * { ?s ?p 'a'SERVICE<http://x/> {} }",
    "SELECT * { ?s ?p ?o#\nSERVICE<http://x/> {} }",
    "SELECT * { ?s ?p ?o FILTER(?s<?o)SERVICE<http://x/> {} }",
    "SELECT * { { SELECT * { OPTIONAL { SERVICE?x {} } } } }",
    "SELECT * { ?s ?p 'a'@en--ltrSERVICE<http://x/> {} }",
]
HARMLESS = [
    "ASK { ?s ?p 'SERVICE' }",
    'ASK { ?s ?p """a "SERVICE" b""" }',
    "ASK { ?SERVICE ?p $service }",
    "ASK { <http://x/SERVICE> ?p <http://SERVICE/> }",
    "ASK { ?s ?p ?o } # SERVICE <http://x/> {}",
    "PREFIX x: <http://x/> ASK { ?s x:SERVICE x:service }",
    "ASK { ?s ?p 'a\\'SERVICE' }",
    "ASK { ?s ?p 'x'@service }",
    "ASK { ?s ?p _:service }",
]


@pytest.mark.parametrize("text", SERVICES)
def test_service_is_refused(text: str) -> None:
    """Wherever the parser of Oxigraph finds it."""
    with pytest.raises(QueryRefused, match="SERVICE"):
        inspect(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_service_as_a_name_or_text_is_no_service(text: str) -> None:
    """Strings, variables, IRIs, local names, languages, comments."""
    assert inspect(text).form == "ASK"
    pyoxigraph.Store().query(text)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA {}",
        "prefix x: <http://x/> delete where { ?s ?p ?o }",
        "LOAD <http://x/>",
        "WITH <http://x/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "BASE<http://x/>CLEAR ALL",
        "# SELECT\nDROP SILENT ALL",
        "COPY DEFAULT TO <http://x/>",
    ],
)
def test_updates_are_refused(text: str) -> None:
    """By their first word."""
    with pytest.raises(QueryRefused, match="update"):
        inspect(text)


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("SELECT * {}", "SELECT", "solutions"),
        ("PREFIX select: <http://x/> ASK {}", "ASK", "boolean"),
        ("base <http://x/> prefix ask: <y> construct where {}", "CONSTRUCT", "graph"),
        ("DESCRIBE<http://x/>", "DESCRIBE", "graph"),
        ("SELECTDISTINCT?s{?s ?p ?o}", "SELECT", "solutions"),
        ("# INSERT\nASK{}", "ASK", "boolean"),
        ("PREFIX:<http://x/>DESCRIBE :a", "DESCRIBE", "graph"),
        ("nonsense", "", "solutions"),
        ("", "", "solutions"),
    ],
)
def test_the_form_is_known(text: str, form: str, kind: str) -> None:
    """From the first word that is no prologue."""
    shape = inspect(text)
    assert (shape.form, shape.kind) == (form, kind)


@pytest.mark.parametrize(
    ("text", "selection"),
    [
        ("SELECT * { ?s ?p ?o }", None),
        ("SELECT * FROM <http://x/g> { ?s ?p ?o }", Selection(("http://x/g",))),
        ("SELECT*FROM<http://x/g>FROM NAMED<http://x/h>{}", Selection(("http://x/g",), ("http://x/h",))),
        ("PREFIX g: <http://x/> ASK FROM g:a FROM NAMED g:b\\-c {}", Selection((f"{X}a",), (f"{X}b-c",))),
        ("PREFIX : <http://x/> DESCRIBE :a from :g", Selection((f"{X}g",))),
        ("BASE <http://x/y/> ASK FROM <../g> {}", Selection(("http://x/g",))),
        ("BASE <http://x/> PREFIX g: <h/> ASK FROM g:a {}", Selection(("http://x/h/a",))),
        ("ASK { ?s ?p 'FROM' . ?FROM <FROM> <x> }", None),
        ("PREFIX from: <http://x/> ASK { ?s from:a ?o }", None),
        ("CONSTRUCT { ?s ?p ?o } FROM <http://x/g> WHERE { ?s ?p ?o }", Selection(("http://x/g",))),
    ],
)
def test_from_is_found_and_resolved(text: str, selection: Selection | None) -> None:
    """With the prefixes and the base of the prologue."""
    assert inspect(text).selection == selection


def test_from_glued_to_a_name_is_refused() -> None:
    """It could be a prefix; a dataset parameter would hide it."""
    with pytest.raises(QueryRefused, match="space"):
        inspect("PREFIX : <http://x/> SELECT * FROM:g { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("text", "before", "subselect"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * {", False),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE {", False),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT WHERE {", False),
        ("SELECT ('{' AS ?x) { SELECT * {} }", "SELECT ('{' AS ?x) {", True),
        ("DESCRIBE <http://x/>", None, False),
    ],
)
def test_the_where_group_is_found(text: str, before: str | None, subselect: bool) -> None:
    """The group after the template, if there is one."""
    shape = inspect(text)
    assert (shape.where is None) if before is None else (text[: shape.where] == before)
    assert shape.subselect == subselect


@pytest.mark.parametrize(
    "text",
    [
        "ASK { %s }" % ("x" * MAX_BYTES),
        "ASK {} {}".format("{" * (MAX_DEPTH + 1), "}" * (MAX_DEPTH + 1)),
        "ASK {{ FILTER {}1{} }}".format("(" * MAX_DEPTH, ")" * MAX_DEPTH),
        "ASK { ?s ?p %s }" % ("[" * MAX_DEPTH),
        "ASK { FILTER(?x IN (%s 1)) }" % ("1, " * 6000),
        "ASK { FILTER(%s true) }" % ("!" * 3000),
        "ASK { %s }" % ("?s ?p ?o . " * 1001),
        "ASK { ?s ?p %s ?o }" % ("?o, " * 1001),
        "ASK { %s }" % ("{} UNION " * 1001),
    ],
    ids=["bytes", "braces", "brackets", "lists", "words", "operators", "patterns", "objects", "unions"],
)
def test_too_much_is_refused(text: str) -> None:
    """Before a parser or planner has to bear it."""
    with pytest.raises(QueryRefused):
        inspect(text)


def test_values_are_data() -> None:
    """Twelve thousand of them are no reason to refuse, nor are the words after the block free."""
    data = "VALUES ?x { %s }" % ("1 " * 12_000)
    assert inspect(f"ASK {{ {data} ?x ?p ?o }}").form == "ASK"
    assert inspect(f"ASK {{ ?x ?p ?o }} {data}").form == "ASK"
    with pytest.raises(QueryRefused):
        inspect("ASK { VALUES ?x { 1 } %s }" % ("?s ?p ?o . " * 1001))


def test_a_string_without_end_is_a_syntax_error() -> None:
    """With its place."""
    with pytest.raises(QuerySyntaxError) as caught:
        inspect("ASK {\n  ?s ?p 'no end }")
    assert (caught.value.line, caught.value.column) == (2, 9)


def test_an_undeclared_prefix_is_named() -> None:
    """The first one; what is declared is none."""
    token = undeclared_prefix("PREFIX a: <http://x/> ASK { a:b c:d e:f }")
    assert token is not None
    assert token.text == "c:d"
    assert undeclared_prefix("PREFIX : <http://x/> ASK { :b a 'c:d', <c:d> }") is None


@given(st.text(alphabet="SERVICEfrom{}()<>?:.'\"\\#@_-aé \n1", max_size=200))
def test_any_text_is_judged_without_another_error(text: str) -> None:
    """And its tokens are pieces of it, in order."""
    try:
        inspect(text)
        found = list(tokens(text))
    except QueryError:
        return
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


def evaluate(text: str) -> None:
    """On an empty store; port 9 is one that the engine refuses to call."""
    result = pyoxigraph.Store().query(text)
    if isinstance(result, pyoxigraph.QuerySolutions):
        list(result)


@given(
    st.lists(
        st.sampled_from([*"{}()<>.:;'\"1?a", "SERVICE", "true", "FROM", ":x", "<http://x/>", "?s", " "]), max_size=14
    )
)
def test_no_service_slips_past(parts: list[str]) -> None:
    """Where Oxigraph finds a SERVICE, so does the guard: what it lets through asks for nothing outside."""
    text = f"PREFIX : <http://127.0.0.1:9/> SELECT * {{ {''.join(parts)} {{}} }}"
    try:
        inspect(text)
    except QueryError:
        return
    try:
        evaluate(text)
    except SyntaxError:
        return
    except (OSError, RuntimeError) as error:
        pytest.fail(f"called out: {text}: {error}")


@pytest.mark.parametrize(
    "text",
    [
        "'" + "\\'" * 32_000, '"""' + '\\"""' * 16_000, "a-" * 32_000, "a.-" * 21_000, "a:" * 32_000, "<a" * 32_000,
        "a:" + "." * 60_000, "a:.-" * 16_000, "_:a-" * 16_000, "<" + "\\u0041" * 10_000, "@a-" * 20_000, "#\n" * 32_000,
    ],
)  # fmt: skip
def test_hostile_text_is_cut_in_linear_time(text: str) -> None:
    """Judged sixteen times over; patterns that go back over what they have read would take hours for this."""
    for _ in range(16):
        with suppress(QueryError):
            inspect(text)


SUITE = os.environ.get("GCM_W3C", "")


@pytest.mark.skipif(not SUITE, reason="GCM_W3C names no folder with the W3C test suites")
def test_the_queries_of_the_suites_pass_but_for_service() -> None:
    """And their kinds are those the engine finds."""
    kinds = {"QuerySolutions": "solutions", "QueryBoolean": "boolean", "QueryTriples": "graph"}
    for path in sorted(Path(SUITE).rglob("*.rq")):
        text = path.read_text(errors="replace")
        try:
            result = pyoxigraph.Store().query(text, base_iri=X)
        except (SyntaxError, OSError, RuntimeError):
            continue
        if "SERVICE" in text.upper():
            continue
        assert inspect(text).kind == kinds[type(result).__name__], path
