"""The questions of the project, by name, with their answers."""

import pytest
from pyoxigraph import Literal, NamedNode

from graph.iris import document_iri, entity_iri
from graph.publish import ensure_reference, publish
from graph.querying.query import named_queries
from graph.stores.store_memory import MemoryStore
from graph.terms import gcm
from tests.graph.samples import CHAMPIONS, COMMITTEE, MEETING, corpus

PAGES = ("page_", "store_")


@pytest.fixture(scope="module")
def view():
    store = MemoryStore()
    ensure_reference(store)
    publish(store, corpus())
    with store.view() as opened:
        yield opened
    store.close()


def entity(path):
    return NamedNode(entity_iri(path))


def ends(rows, column):
    """Last parts of the IRIs of a column, in the order of the rows."""
    return [row[column].value.rpartition("/")[2] for row in rows]


def test_roundtable_four_by_document(view):
    """Four objectives by the leaflet, five by the concept note."""
    rows = view.rows("roundtable_objectives_by_document", roundtable=entity("roundtable/imrf-2022-4"))
    by_document = {}
    for document, objective in zip(ends(rows, "document"), ends(rows, "objective"), strict=True):
        by_document.setdefault(document, set()).add(int(objective))
    assert by_document == {"imrf-roadmap": {1, 3, 7, 17}, "rcm-concept-note": {1, 3, 7, 17, 23}}


def test_the_disagreement_on_objective_23_has_both_sentences(view):
    """One sentence of each document, the preferred one marked, with the reason."""
    rows = [row for row in view.rows("disagreement_sentences") if row["member"] == entity("objective/23")]
    preferred = {document: row["preferred"].value for document, row in zip(ends(rows, "document"), rows, strict=True)}
    assert preferred == {"imrf-roadmap": "false", "rcm-concept-note": "true"}
    assert all("exactly one roundtable" in row["reason"].value for row in rows)
    assert all(row["sentence"].value for row in rows)


def test_the_heading_that_cannot_be_is_among_the_disagreements(view):
    """The leaflet's own date."""
    rows = [row for row in view.rows("disagreement_sentences") if row["kind"].value.endswith("internalContradiction")]
    assert [row["sentence"].value for row in rows] == ["#3 - IMRF ROADMAP - SEPTEMBER 2021"]


def test_champions_as_each_document_attests_them(view):
    """Fourteen in October 2020, two new ones in November 2021, six of the region."""
    counts = {}
    for document in ends(view.rows("champions_by_document"), "document"):
        counts[document] = counts.get(document, 0) + 1
    assert counts == {"coordinator-briefing": 14, "champions-meeting": 2, "imrf-roadmap": 6}


def test_how_many_champions(view):
    """Fourteen, then 25."""
    rows = view.rows("champion_count")
    assert [(row["value"].value, row["attested"].value) for row in rows] == [("14", "2020-10-19"), ("25", "2021-11-03")]


def test_what_mexico_is_and_does(view):
    """Champion, presidency in 2021, committee, each with a sentence."""
    rows = view.rows("country_roles", state=entity("state/mexico"))
    properties = {row["property"].value.rpartition("#")[2] for row in rows}
    assert properties == {"championOf", "chairs", "memberOfCommittee", "spokeAt"}
    assert [row["period"].value for row in rows if row["role"]] == ["2021"]
    assert all(row["sentence"].value for row in rows)


def test_who_is_not_part_of_the_compact(view):
    """The United States and the Dominican Republic; no plain triple says that they are."""
    rows = view.rows("not_party", instrument=entity("instrument/gcm"))
    assert ends(rows, "state") == ["dominican-republic", "united-states"]
    assert not list(view.quads(entity("state/united-states"), None, entity("instrument/gcm")))


def test_who_spoke_and_who_observed(view):
    """Thirteen took the floor; observers are others."""
    assert len(view.rows("meeting_speakers", event=entity(MEETING))) == 13
    assert ends(view.rows("meeting_observers", event=entity(MEETING)), "observer") == ["fiji", "jamaica", "luxembourg"]


def test_who_left_the_committee_and_who_sits_on_it(view):
    """Four serve, three have served."""
    rows = view.rows("steering_committee", committee=entity(COMMITTEE))
    sides = {False: [], True: []}
    for member, row in zip(ends(rows, "member"), rows, strict=True):
        sides[row["ended"] is not None].append(member)
    assert sides == {False: ["ghana", "iraq", "mexico", "philippines"], True: ["ecuador", "morocco", "thailand"]}


def test_dates_of_documents_have_a_basis(view):
    """The leaflet's date is inferred, and flagged."""
    rows = dict(zip(ends(view.rows("document_dates"), "document"), view.rows("document_dates"), strict=True))
    leaflet = rows["imrf-roadmap"]
    assert leaflet["date"].value == "2022-01-24/2022-02-28"
    assert leaflet["basis"].value.endswith("#inferred")
    assert leaflet["flag"].value == "heading-date"


def test_a_possibility_is_no_fact(view):
    """The GFMD could act as a mechanism: attributed to participants, and no triple."""
    rows = [row for row in view.rows("possibilities") if row["modality"].value.endswith("#possible")]
    assert [row["attributedTo"].value for row in rows] == ["participants"]
    assert not list(view.quads(entity("process/gfmd"), None, entity("process/imrf")))


def test_figures_have_unit_and_date(view):
    """USD 12.5 million in October 2020, 20 in November 2021."""
    rows = view.rows("figures", subject=entity("fund/migration-mptf"))
    found = [(row["value"].value, row["unit"].value, row["date"].value) for row in rows]
    assert found == [("12.5", "USD million", "2020-10-19"), ("20", "USD million", "2021-11-03")]
    assert [row["approximate"] is not None for row in rows] == [True, False]


@pytest.mark.parametrize("name", sorted(name for name in named_queries() if not name.startswith(PAGES)))
def test_every_query_answers_with_the_columns_it_declares(view, name):
    """Header and query agree, and each can be bound."""
    query = named_queries()[name]
    given = {
        "document": NamedNode(document_iri("imrf-roadmap")), "event": entity(MEETING), "state": entity("state/mexico"),
        "body": entity("regional-process/rcm"), "entity": entity(CHAMPIONS), "fact": NamedNode("urn:none"),
        "subject": entity("state/mexico"), "object": entity(CHAMPIONS),
        "predicate": gcm("championOf"), "place": entity("state/mexico"), "method": Literal("context"),
    }  # fmt: skip
    bound = {parameter: given[parameter] for parameter in query.parameters}
    if not query.columns:
        assert isinstance(view.triples(name, **bound), list)
        return
    for row in view.rows(name, **bound):
        assert set(row) == set(query.columns)
