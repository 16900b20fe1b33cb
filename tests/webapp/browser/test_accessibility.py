"""axe-core on every kind of page finds nothing, nothing leaves the host, nothing fails."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.webapp.browser.conftest import Watch

pytestmark = pytest.mark.browser

PAGES = (
    "/", "/documents", "/document/odd", "/document/imrf-roadmap", "/page/state/mexico", "/page/process/gfmd",
    "/page/working-group/hidden-group", "/page/state/dominican-republic", "/classes", "/class/state",
    "/disagreements", "/developments", "/search?q=mexico", "/path?from=state/mexico&to=fund/migration-mptf",
    "/path?from=imrf&to=qqq", "/network/state/mexico", "/network", "/about", "/queries", "/queries/page_documents",
    "/question/champions", "/question/figures", "/question/proposed", "/ontology", "/graph", "/nowhere",
    "/problem/query-timeout", "/sparql", "/sparql?format=html&query=SELECT%20%2A%20%7B%3Fs%20a%20%3Fo%7D%20LIMIT%205",
)  # fmt: skip


def findings(page: Page) -> list[str]:
    """What axe says, one line a failing element."""
    response = Axe().run(page).response
    return [
        f"{violation['id']}: {node['html'][:160]} {node['target']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_keeps_to_itself(tab: Page, watch: Watch, path: str) -> None:
    """No violation of any rule, no request to another host, no error in the console."""
    tab.goto(path, wait_until="networkidle")
    assert findings(tab) == []
    assert watch.outside == []
    assert [error for error in watch.errors if "404" not in error] == []


NARROW = ("/", "/page/state/mexico", "/document/odd", "/network/state/mexico", "/question/champions", "/sparql")


@pytest.mark.parametrize("path", NARROW)
def test_a_page_fits_a_telephone(tab: Page, path: str) -> None:
    """No page is wider than a narrow screen; wide tables scroll in themselves."""
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto(path)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert findings(tab) == []


def test_opened_sentences_are_accessible_too(tab: Page) -> None:
    """With every fold open."""
    tab.goto("/page/process/gcm-champion-countries")
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert findings(tab) == []
