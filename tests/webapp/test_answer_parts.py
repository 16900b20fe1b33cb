"""Answers are arranged so that one can count: by relation, by kind, by document."""

from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from tests.webapp.test_pages import get
from webapp.answer_parts import by_document, kind, parts
from webapp.statements import Sentence, Statement, numbered

BASE = "https://w3id.org/gcm-kg/"


def said(subject: str, predicate: str = "spokeAt", *sentences: Sentence) -> Statement:
    return Statement(
        f"{BASE}id/fact/{subject}", NamedNode(f"{BASE}id/{subject}"), predicate, NamedNode(f"{BASE}id/event/x"),
        sentences=sentences,
    )  # fmt: skip


def test_statements_are_told_apart_by_relation_and_counted_by_kind() -> None:
    """Whoever wants to know how many states spoke does not count rows."""
    found = parts([said("state/a"), said("person/b"), said("state/c", "observerOf"), said("state/d")])
    assert [(one.predicate, one.kinds) for one in found] == [
        ("observerOf", (("State", 1),)),
        ("spokeAt", (("State", 2), ("Person", 1))),
    ]


def test_things_of_others_are_of_no_kind() -> None:
    """Only addresses of ours tell the class."""
    assert kind(NamedNode("http://www.wikidata.org/entity/Q96")) == ""
    assert kind(NamedNode(f"{BASE}id/claim/0")) == ""


def test_each_document_names_whom_it_names_once() -> None:
    """The earliest first; the reference data is no document."""
    early = Sentence("c", "A.", "e1", "doc/1", "2020-10-19")
    again = Sentence("c", "B.", "e2", "doc/1", "2020-10-19")
    late = Sentence("c", "C.", "e3", "doc/2", "2021-11-03")
    entry = Sentence("c", source="A book.")
    found = by_document([said("state/a", "championOf", late, early, again, entry), said("state/b", "championOf", late)])
    assert [(one.document, one.attested, len(one.evidence)) for one in found] == [
        ("doc/1", "2020-10-19", 1),
        ("doc/2", "2021-11-03", 2),
    ]
    assert found[0].evidence[0][1] == "e1"


@given(st.lists(st.integers(0, 10**6), unique=True))
def test_numbers_in_names_are_in_order(numbers: list[int]) -> None:
    """Objective 3 stands before objective 17."""
    terms = [NamedNode(f"{BASE}id/objective/{number}") for number in sorted(numbers)]
    assert sorted(terms, key=numbered) == terms


def test_the_page_of_champions_tells_how_many_and_who_by_document(client: FlaskClient) -> None:
    """Counts with their day, and a row a document with links to its sentences."""
    page = get(client, "/question/champions")
    assert "How many, as it was told" in page
    assert "As each document names them" in page
    assert "25 champions" in page


def test_observers_and_speakers_are_lists_of_their_own(client: FlaskClient) -> None:
    """Each with its count."""
    page = get(client, "/question/participation")
    assert 'observers <span class="count">' in page
    assert "/page/state/fiji" in page


def test_an_answer_without_reference_data_names_none(client: FlaskClient) -> None:
    """What is not so is stated by documents only."""
    assert "and the reference data" not in get(client, "/question/not-party").split("</main>")[0]


def test_objectives_stand_in_their_order(client: FlaskClient) -> None:
    """By number and not by letter: 3 before 17."""
    page = get(client, "/page/roundtable/imrf-2022-4")
    assert page.index("Objective 3:") < page.index("Objective 17:")


def test_doubted_reference_data_leads_to_its_note(client: FlaskClient) -> None:
    """The badge is no dead end: the entry says what its sources disagree on."""
    page = get(client, "/page/fund/migration-mptf")
    address = page.split('">sources differ')[0].rpartition('href="')[2]
    assert "implausible" in get(client, address)


def test_what_has_a_date_stands_before_what_has_none(client: FlaskClient) -> None:
    """The sentences of documents are not hidden below undated entries of the reference data."""
    group = get(client, "/page/process/gcm-champion-countries").split("champion countries", 1)[1]
    dated, undated = group.index("as of "), group.index("/page/state/azerbaijan")
    assert dated < undated
