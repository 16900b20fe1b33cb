"""The site as people use it: keyboard, picture, editor, and all of it without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.webapp.browser.conftest import Watch

pytestmark = pytest.mark.browser

_PAINTED = """
() => {
  const canvas = document.querySelector('#network canvas');
  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
  }
  return colours.size;
}
"""


_WRITTEN = """
() => {
  const write = CanvasRenderingContext2D.prototype.fillText;
  window.written = [];
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2;
    window.written.push([text, x - half, x + half, y, y + 13]);
    return write.apply(this, arguments);
  };
}
"""


def drawn(page: Page, path: str) -> None:
    """Open a network and wait until it is painted."""
    page.goto(path)
    page.wait_for_selector("#network[data-drawn=yes]")


def test_the_picture_is_painted(tab: Page) -> None:
    """Many colours of shapes, edges and letters stand on the canvas."""
    drawn(tab, "/network/state/mexico")
    assert tab.evaluate(_PAINTED) > 20


@pytest.mark.parametrize("path", ["/network", "/network/state/mexico"])
def test_no_name_lies_over_another(tab: Page, path: str) -> None:
    """Whole and from near, the names that are written have room; from near a reader sees names too."""
    drawn(tab, path)
    tab.evaluate(_WRITTEN)
    for closer in range(2):
        tab.evaluate("() => { window.written = []; }")
        tab.click("[data-do=in]" if closer else "[data-do=fit]")
        tab.wait_for_function("() => window.written.length > 0")
        boxes = tab.evaluate("() => window.written")
        for n, (text, left, right, top, bottom) in enumerate(boxes):
            for other, west, east, north, south in boxes[:n]:
                assert (text, top) == (other, north) or right < west or east < left or bottom < north or south < top


def test_the_picture_is_walked_by_keyboard(tab: Page) -> None:
    """Arrows move, the live region tells, Enter opens the page."""
    drawn(tab, "/network/state/mexico")
    tab.focus("#network")
    tab.keyboard.press("ArrowRight")
    expect(tab.locator("#selected")).to_contain_text("link")
    first = tab.locator("#selected").inner_text()
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        tab.keyboard.press(key)
    expect(tab.locator("#selected a")).to_be_visible()
    assert first
    target = tab.locator("#selected a").get_attribute("href")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**{target}")


def test_hostile_names_run_nothing_in_the_picture(tab: Page, watch: Watch) -> None:
    """Labels and titles are text, also on hovering."""
    tab.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    drawn(tab, "/network/working-group/hidden-group")
    box = tab.locator("#network").bounding_box()
    assert box is not None
    for x in range(20):
        tab.mouse.move(box["x"] + box["width"] * x / 20, box["y"] + box["height"] / 2)
    assert watch.errors == []
    assert tab.locator("#network script, #network img").count() == 0


def test_picture_and_table_say_the_same(tab: Page) -> None:
    """Every pair that is joined in the picture stands in the table, and the other way round."""
    drawn(tab, "/network/state/mexico")
    data = tab.evaluate("JSON.parse(document.getElementById('network-data').textContent)")
    names = {node["id"]: node["name"] for node in data["nodes"]}
    pairs = {(names[edge["from"]], names[edge["to"]]) for edge in data["edges"] if not edge["to"].endswith(" more")}
    rows = tab.locator("table tbody tr").all()
    assert {(row.locator("td").nth(0).inner_text(), row.locator("td").nth(2).inner_text()) for row in rows} == pairs


def test_a_filter_is_an_address(plain_tab: Page) -> None:
    """Without JavaScript: the form gives a URL that shows the same again."""
    plain_tab.goto("/network/state/mexico")
    plain_tab.get_by_text("Only some kinds or relations").click()
    plain_tab.locator("input[name=property][value=championOf]").check()
    plain_tab.get_by_role("button", name="Show").click()
    assert "property=championOf" in plain_tab.url
    rows = plain_tab.locator("table tbody tr").all()
    assert rows
    assert all("champion of" in row.inner_text() for row in rows)


def test_the_editor_runs_an_example(tab: Page, watch: Watch) -> None:
    """A click on an example shows rows, and nothing is asked of another host."""
    tab.goto("/sparql")
    expect(tab.locator(".yasgui")).to_be_visible()
    expect(tab.locator("#plain")).to_be_hidden()
    tab.locator("a[data-query]").first.click()
    expect(tab.locator(".yasr table tbody tr").first).to_be_visible()
    assert watch.outside == []


def test_a_query_in_the_address_is_shown_with_its_answer(tab: Page, watch: Watch) -> None:
    """The editor holds it, the page answers it, and nothing is asked twice."""
    tab.goto("/sparql?format=html&query=SELECT%20%2A%20%7B%3Fs%20a%20%3Fo%7D%20LIMIT%205", wait_until="networkidle")
    expect(tab.get_by_role("heading", name="Answer: 5 rows")).to_be_visible()
    shown = tab.evaluate("document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()")
    assert shown == "SELECT * {?s a ?o} LIMIT 5"
    assert "<!doctype" not in tab.locator("#editor").inner_text().lower()
    assert watch.errors == []


def test_a_named_query_runs_at_a_click_and_stands_in_the_editor(tab: Page) -> None:
    """From the list of queries to its rows, ready to be changed."""
    tab.goto("/queries")
    tab.get_by_role("button", name="Run champion_count").click()
    expect(tab.get_by_role("heading", name=re.compile("Answer: [1-9]"))).to_be_visible()
    expect(tab.locator(".yasqe .CodeMirror")).to_be_visible()
    shown = tab.evaluate("document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()")
    assert "How many champion countries" in shown


def test_the_editor_does_not_trap_the_keyboard(tab: Page) -> None:
    """Tab moves on from the text of the query (WCAG 2.1.2)."""
    tab.goto("/sparql")
    expect(tab.locator(".yasqe .CodeMirror")).to_be_visible()
    tab.locator(".yasqe textarea").focus()
    before = tab.evaluate("document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()")
    tab.keyboard.press("Tab")
    assert not tab.evaluate("document.activeElement.matches('.yasqe textarea')")
    assert tab.evaluate("document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()") == before


def test_a_query_is_answered_without_javascript(plain_tab: Page) -> None:
    """The plain form and a table."""
    plain_tab.goto("/sparql")
    plain_tab.locator("textarea[name=query]").fill(
        "SELECT ?s WHERE { ?s a <https://w3id.org/gcm-kg/ontology#Document> }"
    )
    plain_tab.get_by_role("button", name="Run").click()
    expect(plain_tab.get_by_role("heading", name="Answer: 6 rows")).to_be_visible()


def test_from_a_question_to_the_sentence_by_keyboard(plain_tab: Page) -> None:
    """Start page, question, sentence, its place in the document: three steps, without JavaScript or mouse."""
    page = plain_tab
    page.goto("/")
    page.get_by_role("link", name="Which countries are champions").press("Enter")
    page.locator("summary", has_text="Technical meeting").first.press("Enter")
    page.locator("details[open] .from a").first.press("Enter")
    assert re.search(r"/document/champions-meeting#e-[0-9a-f]{32}$", page.url)
    expect(page.locator("mark.evidence", has_text="Welcomed new Champion countries")).to_be_in_viewport()


def test_the_first_stop_of_the_keyboard_leads_to_the_content(tab: Page) -> None:
    """A skip link that shows itself."""
    tab.goto("/page/state/mexico")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_the_language_stays_from_page_to_page(plain_tab: Page) -> None:
    """Chosen once at the foot of a page."""
    plain_tab.goto("/documents")
    plain_tab.get_by_role("link", name="Español").click()
    plain_tab.get_by_role("link", name="Entities").click()
    assert plain_tab.url.endswith("?lang=es")
