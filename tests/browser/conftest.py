"""Chromium on a real site. Nothing here shares a process with the server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from .server import Site, free_port, stop

PASSWORD = "regiekader-demo"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Login = Callable[..., Page]


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, fresh, served by a real server with its worker."""
    site = Site(tmp_path_factory.mktemp("demo"), free_port())
    site.manage("demo", "--fresh", "--no-serve")
    processes = site.start()
    try:
        yield site
    finally:
        stop(processes)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium; `playwright` is pytest-playwright's, since a process can start only one."""
    browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def log_in(demo_site: Site, chromium: Browser) -> Iterator[Login]:
    """log_in("regisseur") gives a page of a browser of their own; errors in the console or of the CSP fail the test."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def make(user: str, *, width: int = 1440, height: int = 900, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=demo_site.url,
            viewport={"width": width, "height": height},
            locale="nl-NL",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15000)
        page.on("pageerror", lambda error: problems.append(f"pageerror: {error}"))
        page.on(
            "console",
            lambda m: (
                problems.append(f"{m.text} ({m.location}, {page.url})") if "Content Security Policy" in m.text else None
            ),
        )
        page.on("dialog", lambda dialog: problems.append(f"dialog: {dialog.type}") or dialog.dismiss())
        page.goto("/inloggen/")
        page.get_by_label("Gebruikersnaam").fill(user)
        page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_load_state()
        return page

    yield make
    for context in contexts:
        context.close()
    assert not problems


def axe_violations(page: Page) -> list[str]:
    """What axe finds on this page: WCAG A and AA, best practices and target size, each as one line."""
    results = Axe().run(page).response
    return [f"{v['id']}: {node['html'][:160]}" for v in results["violations"] for node in v["nodes"]]


@pytest.fixture
def pictures() -> Path | None:
    """Where screenshots go; only when asked for by REGIEKADER_PICTURES."""
    folder = os.environ.get("REGIEKADER_PICTURES")
    if not folder:
        return None
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Path(folder)
