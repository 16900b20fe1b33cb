"""Review in a real browser: by keyboard, with and without scripts, and axe finds nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from graph.judge import decide
from graph.publish import publish
from graph.store import open_store
from ontology.settings import Settings
from tests.graph.test_judge import note
from tests.webapp.browser.test_accessibility import findings
from tests.webapp.serving import Served, running
from tests.webapp.world import HOSTILE, fill
from webapp.app import create_app

pytestmark = pytest.mark.browser

TOKEN = "correct horse battery"
LISTS = ("entities", "links", "claims", "decisions")


@pytest.fixture(scope="module")
def reviewed() -> Iterator[Served]:
    """A server on which people may decide, with things to judge."""
    settings = Settings(store_url="memory:", port=0, write_token=TOKEN)
    store = open_store(settings)
    fill(store)
    publish(store, [note()])
    decide(store, "new", "working-group/data-group", "Bo", note=HOSTILE)
    with running(create_app(settings, store), settings) as one:
        yield one
    store.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request: pytest.FixtureRequest, chromium: Browser, reviewed: Served) -> Iterator[Page]:
    context = chromium.new_context(base_url=reviewed.base, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def sign_in(page: Page) -> None:
    """By keyboard alone."""
    page.goto("/review")
    page.get_by_label("Your name").focus()
    page.keyboard.type("Ana")
    page.keyboard.press("Tab")
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")


def test_a_person_decides_and_takes_back_by_keyboard(page: Page) -> None:
    """Tab, arrow, letters and Enter are enough; what was done is told at the top."""
    sign_in(page)
    item = page.locator(".item", has=page.get_by_role("link", name="Asia review"))
    item.get_by_role("radio", name="a thing of its own").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("event/review-meeting")
    page.keyboard.press("Tab")
    page.keyboard.type("One meeting, two names.")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=*")
    assert "Asia review – the same as Review meeting" in page.get_by_role("status").inner_text()
    assert page.locator(".item", has=page.get_by_role("link", name="Asia review")).count() == 0
    page.goto("/page/event/asia-review")
    assert page.url.endswith("/page/event/review-meeting")
    assert "Ghana" in page.locator("main").inner_text()
    page.goto("/review?list=decisions")
    page.get_by_role("button", name="Take back").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**done=*")
    assert "Taken back" in page.get_by_role("status").inner_text()
    page.goto("/page/event/asia-review")
    assert page.url.endswith("/page/event/asia-review")


def test_enter_in_a_note_decides_nothing_without_a_choice(page: Page) -> None:
    """The browser asks for the choice first."""
    sign_in(page)
    page.locator(".item").first.get_by_label("Why").focus()
    page.keyboard.press("Enter")
    assert "done=" not in page.url


def test_every_list_is_accessible(chromium: Browser, reviewed: Served) -> None:
    """axe finds nothing on the form, the lists and the pages that decisions lead to; nothing leaves the host."""
    context = chromium.new_context(base_url=reviewed.base)
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda asked: outside.append(asked.url) if not asked.url.startswith(reviewed.base) else None)
    page.goto("/review/sign-in")
    assert findings(page) == []
    sign_in(page)
    for name in LISTS:
        page.goto(f"/review?list={name}")
        assert findings(page) == []
    page.get_by_role("link", name="decision ").first.click()
    page.wait_for_load_state()
    assert findings(page) == []
    assert outside == []
    context.close()


def test_the_page_fits_a_narrow_screen(chromium: Browser, reviewed: Served) -> None:
    """No sideways scrolling at 360 pixels."""
    context = chromium.new_context(base_url=reviewed.base, viewport={"width": 360, "height": 740})
    page = context.new_page()
    sign_in(page)
    for name in LISTS:
        page.goto(f"/review?list={name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
