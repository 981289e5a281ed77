"""axe on the shared parts and the fixed pages: every theme, light and dark, wide and narrow.

Screens with data of the site are looked at in tests/browser.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template import engines
from django.template.loader import render_to_string

from . import samples
from .conftest import CSP, HOST, FakeSite

pytestmark = pytest.mark.chromium
NAMES = ["onderdelen", "privacy.html", "toegankelijkheid.html", "sneltoetsen.html", "404.html", "account/lockout.html"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def render(name: str, thema: str, kleur: str) -> str:
    context = samples.context() | {"weergave": SimpleNamespace(thema=thema, kleur=kleur)}
    if name == "onderdelen":
        return str(engines["django"].from_string(samples.PAGE).render(context))
    return render_to_string(name, context)


def show(page: Any, html: str) -> None:
    page.route(
        f"{HOST}/proef/",
        lambda route: route.fulfill(
            status=200, content_type="text/html", headers={"Content-Security-Policy": CSP}, body=html
        ),
    )
    page.goto(f"{HOST}/proef/")
    page.wait_for_load_state("networkidle")


def violations(page: Any, thema: str) -> list[str]:
    rules = {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": thema == "contrast"}}
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("kleur", ["licht", "donker"])
@pytest.mark.parametrize("thema", ["neutraal", "contrast"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_no_violations_in_any_theme(
    page: Any, fake_site: FakeSite, name: str, thema: str, kleur: str
) -> None:
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        show(page, render(name, thema, kleur))
        for details in page.locator("details").all():
            details.evaluate("element => { element.open = true }")
        assert violations(page, thema) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_never_scrolls_sideways(page: Any, fake_site: FakeSite, name: str) -> None:
    show(page, render(name, "neutraal", "systeem"))
    for width in (320, 390, 768, 1000, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_a_fault_is_found(page: Any, fake_site: FakeSite) -> None:
    show(page, '<!doctype html><html lang="nl"><title>Fout</title><main><h1>Fout</h1><img src="/x.png"></main>')
    assert any(fault.startswith("image-alt") for fault in violations(page, "neutraal"))


def test_who_asks_the_system_for_more_contrast_gets_it(page: Any, fake_site: FakeSite) -> None:
    page.emulate_media(contrast="more")
    show(page, render("privacy.html", "neutraal", "licht"))
    token = "getComputedStyle(document.documentElement).getPropertyValue('--rk-color-text')"
    assert "#000000" in page.evaluate(token)
