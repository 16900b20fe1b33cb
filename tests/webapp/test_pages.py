"""Every page: whole, safe, in the reader's language, and honest about what is not a fact."""

import re

import pytest
from flask.testing import FlaskClient

from tests.webapp.world import HOSTILE
from webapp.questions import QUESTIONS

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
PAGES = (
    "/", "/documents", "/document/odd", "/document/rcm-concept-note", "/page/state/mexico",
    "/page/working-group/hidden-group", "/page/process/gfmd", "/page/instrument/gcm", "/page/roundtable/imrf-2022-4",
    "/classes", "/class/state", "/class/objective", "/disagreements", "/developments", "/page/scheme/objectives",
    "/about", "/queries",
    "/queries/page_documents", "/sparql", "/graph", "/ontology", "/problem/query-timeout", "/network",
    "/network/state/mexico?hops=2", "/search", "/search?q=mexico", "/path", "/path?from=Mexico&to=fund/migration-mptf",
    *(f"/question/{question.name}" for question in QUESTIONS),
)  # fmt: skip


def get(client: FlaskClient, path: str) -> str:
    response = client.get(path, headers=BROWSER)
    assert response.status_code == 200, path
    return response.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole(client: FlaskClient, path: str) -> None:
    """Title, navigation, one heading of the first level, footer with release and licence."""
    page = get(client, path)
    assert page.startswith("<!doctype html>")
    assert page.count("<h1") == 1
    for part in ("<title>", '<nav class="main"', '<main id="main"', "<footer", "Release ", "Apache-2.0", "CC BY 4.0"):
        assert part in page


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_foreign_markup_or_an_outside_address(client: FlaskClient, path: str) -> None:
    """Document text is hostile; scripts, styles and images are ours alone."""
    page = get(client, path)
    assert "<script>" not in page
    assert "<img" not in page
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", re.sub(r">[^<]*<", "><", page))
    assert not re.search(r'(?:src|action)="(?:https?:)?//', page)
    assert not re.search(r'<link[^>]*href="(?:https?:)?//', page)
    assert " style=" not in page


def _status(client: FlaskClient, path: str) -> int:
    with client.get(path, headers=BROWSER) as response:
        return response.status_code


@pytest.mark.parametrize("path", PAGES)
def test_every_local_link_leads_somewhere(client: FlaskClient, path: str) -> None:
    """No page offers a way that ends in an error."""
    found = re.findall(r'href="(/[^"]*)"', get(client, path))
    hrefs = sorted({href.split("#")[0].replace("&amp;", "&") for href in found} - {""})
    assert [href for href in hrefs[:60] if _status(client, href) >= 400] == []


@pytest.mark.parametrize("path", PAGES)
def test_every_anchor_on_a_page_is_there_once(client: FlaskClient, path: str) -> None:
    """Identifiers are unique, and what points into the page finds its place."""
    page = get(client, path)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


MISSING = (
    "/nope", "/page/state/atlantis", "/document/none", "/class/nothing", "/question/none", "/queries/none",
    "/problem/none", "/page/claim/none", "/network/state/atlantis", "/sentence/none", "/page/%3Cscript%3E/x%20y",
)  # fmt: skip


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_is_said_on_a_page(client: FlaskClient, path: str) -> None:
    """404 for people, with ways to go on."""
    response = client.get(path, headers=BROWSER)
    assert (response.status_code, response.mimetype) == (404, "text/html")
    assert "<script>" not in response.text


def test_hostile_text_is_shown_as_it_stands(client: FlaskClient) -> None:
    """Escaped once, never run, never lost."""
    escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    for path in ("/document/odd", "/page/state/mexico", "/documents"):
        assert escaped in get(client, path)


def test_the_language_of_names_is_chosen_and_kept(client: FlaskClient) -> None:
    """`?lang=` names things in Spanish and stays in the links; another reader is not touched."""
    spanish = get(client, "/page/process/imrf?lang=es")
    assert 'lang="es"' in spanish
    assert 'href="/documents?lang=es"' in spanish
    assert "lang=es" not in get(client, "/page/process/imrf").replace("lang=es&", "").split("<footer")[0]


def test_the_language_of_the_browser_counts_when_none_is_chosen(client: FlaskClient) -> None:
    """Accept-Language, with its order."""
    page = client.get("/page/objective/7", headers=BROWSER | {"Accept-Language": "de, fr;q=0.8"}).text
    assert '<strong lang="fr"' in page


def test_what_is_not_asserted_stands_apart(client: FlaskClient) -> None:
    """A possibility that participants see is no fact of the Forum."""
    page = get(client, "/page/process/gfmd")
    facts, apart = page.split('id="apart"')
    assert "could act as a mechanism" not in facts
    assert "could act as a mechanism" in apart
    assert "according to participants" in apart
    assert "only possible" in apart


def test_what_is_denied_is_told_as_such(client: FlaskClient) -> None:
    """Not part of the Compact, with the sentence."""
    page = get(client, "/page/state/dominican-republic")
    assert "are not part of the Compact." in page.split('id="denied"')[1]


def test_a_disagreement_shows_both_sentences_and_the_reason(client: FlaskClient) -> None:
    """Objective 23 and the fourth round table."""
    page = get(client, "/disagreements")
    assert "RT 4: 1, 3, 7, and 17." in page
    assert "round table four: objectives 1, 3, 7, 17 and 23." in page
    assert "preferred" in page
    assert "Only this reading assigns each of the 23 objectives" in page


def test_a_plan_and_its_outcome_are_no_disagreement(client: FlaskClient) -> None:
    """A more exact date is a development."""
    assert "first half of 2022" not in get(client, "/disagreements")
    assert "17–20 May 2022" in get(client, "/developments")


def test_champions_are_shown_with_the_day_that_attests_them(client: FlaskClient) -> None:
    """As of, not since: a start is never invented."""
    page = get(client, "/question/champions")
    assert "as of 3 November 2021" in page
    assert "Welcomed new Champion countries Costa Rica and Niger" in page


def test_a_document_links_notes_both_ways_and_marks_sentences(client: FlaskClient) -> None:
    """Footnotes, list, table, anchors of evidence, dashed names that only documents know."""
    page = get(client, "/document/odd")
    assert 'href="#note-8"' in page
    assert 'href="#ref-8"' in page
    assert page.count("<td id=") == 4
    assert page.count(' title="page &#34;3&#34;"') == 1
    assert 'class="mention new"' in page
    assert re.search(r'id="e-[0-9a-f]{32}"></span><mark class="evidence">', page)


def test_a_warning_about_a_document_stands_before_its_text(client: FlaskClient) -> None:
    """A heading that contradicts the text is flagged with its sentence."""
    page = get(client, "/document/imrf-roadmap")
    assert page.index("The heading says September 2021") < page.index("<article")
    assert "inferred" in page


def test_a_record_can_be_cited(client: FlaskClient) -> None:
    """The page of a claim has the sentence, its document with the date, and an address that stays."""
    address = re.search(r'href="(/page/claim/[0-9a-f]{32})"', get(client, "/question/champions"))
    assert address is not None
    page = get(client, address[1])
    assert re.search(r"<figcaption><a [^>]*>[^<]*</a>, [^<]*20\d\d", page)
    path = address[1].removeprefix("/page/")
    assert f'<a href="/id/{path}">https://w3id.org/gcm-kg/id/{path}</a>' in page


def test_a_record_of_a_figure_reads_as_a_figure(client: FlaskClient) -> None:
    """With its unit, in its heading."""
    address = re.search(r'href="(/page/statement/[0-9a-f]{32})"', get(client, "/page/fund/migration-mptf"))
    assert address is not None
    assert re.search(r"<h1>[^\n]*USD [0-9.]+ million|<h1>[^\n]*joint programmes", get(client, address[1]))
