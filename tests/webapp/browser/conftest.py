"""A real Chromium: Debian's, found by CHROMIUM or on the path."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.webapp.serving import Served

_ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


@dataclass
class Watch:
    """What a page asked for and complained of."""

    base: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        """Note a request that leaves this host."""
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.outside.append(request.url)


def _executable() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("no Chromium on this machine; make test installs it")
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_executable(), args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def watch(served: Served) -> Watch:
    return Watch(served.base)


@pytest.fixture
def tab(chromium: Browser, served: Served, watch: Watch) -> Iterator[Page]:
    """A page in a fresh profile, whose requests and errors are watched."""
    context = chromium.new_context(base_url=served.base, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("request", watch.asked)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.on("console", lambda message: watch.errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()


@pytest.fixture
def plain_tab(chromium: Browser, served: Served) -> Iterator[Page]:
    """A page without JavaScript."""
    context = chromium.new_context(base_url=served.base, java_script_enabled=False)
    yield context.new_page()
    context.close()
