"""A page of our own parts, served to Chromium without a server: the scripts are tested, not Django."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from .stylesheets import BASE

HOST = "http://rk.test"
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
SECTIONS = ("opgave", "zorgen")
PAGE = engines["django"].from_string(
    '{% extends "base.html" %}{% block title %}{{ titel }}{% endblock %}{% block page %}{{ body }}{% endblock %}'
)


@dataclass
class FakeSite:
    """What the pages of a test know: the texts that were stored, and how the autosave address answers."""

    stored: dict[str, str] = field(default_factory=dict)
    submitted: dict[str, str] = field(default_factory=dict)
    autosaves: int = 0
    answer: Callable[[], dict[str, Any]] = field(default=lambda: {"status": 204})

    def page(self, section: str, *, errors: bool = False) -> str:
        links = "".join(f'<li><a href="/werk/{name}/">{name.title()}</a></li>' for name in SECTIONS)
        panel = render_to_string(
            "rk/guidance_panel.html",
            {"kaarten": [], "onderwerp_label": section.title(), "fase": 2, "onderwerp": section},
        )
        summary = (
            '<div class="rk-form-errors" tabindex="-1" data-error-summary><h2>Kijk dit na</h2></div>' if errors else ""
        )
        form = f"""
          <form id="plan" method="post" action="/werk/{section}/" data-autosave-url="/bewaar/{section}/">
            <input type="hidden" name="csrfmiddlewaretoken" value="oud"><h1>{section.title()}</h1>{summary}
            <label for="tekst">Tekst</label><textarea id="tekst" name="tekst">{self.stored.get(section, "")}</textarea>
          </form>"""
        body = f"""
          <div id="werkblad">
            <nav aria-label="Onderdelen" hx-boost="true" hx-target="#werkblad" hx-select="#werkblad"
              hx-swap="outerHTML show:window:top"><ol>{links}</ol></nav>
            <main id="inhoud" tabindex="-1">{form}</main>{panel}
          </div>
          {render_to_string("rk/save_bar.html", {"form_id": "plan"})}"""
        return PAGE.render({"titel": section.title(), "body": mark_safe(body)})

    def answer_to(self, route: Any) -> None:
        address = urlsplit(route.request.url)
        kind, _slash, section = address.path.strip("/").partition("/")
        if kind == "static":
            path = BASE.parent / section
            route.fulfill(status=200, content_type=TYPES[path.suffix], body=path.read_bytes())
        elif kind == "bewaar":
            self.autosaves += 1
            answer = self.answer()
            if answer["status"] < 300:
                self.stored[section.strip("/")] = parse_qs(route.request.post_data or "").get("tekst", [""])[0]
            route.fulfill(**answer)
        elif kind == "werk" and route.request.method == "POST":
            self.submitted = {name: values[0] for name, values in parse_qs(route.request.post_data or "").items()}
            route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Klaar</title>")
        elif kind == "werk" and section:
            body = self.page(section.strip("/"), errors="fout" in address.query)
            route.fulfill(status=200, content_type="text/html", headers={"Content-Security-Policy": CSP}, body=body)
        else:
            route.fulfill(
                status=200, content_type="text/html", body="<!doctype html><title>Inloggen</title><h1>Inloggen</h1>"
            )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": "/usr/bin/chromium",
        "args": ["--no-sandbox", "--disable-background-networking"],
    }


@pytest.fixture
def fake_site(page: Any, settings: Any) -> Iterator[FakeSite]:
    """The fake site, reachable from `page` under http://rk.test; a script error fails the test."""
    settings.ROOT_URLCONF = "tests.themes.urls"
    site, faults = FakeSite(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    page.context.route("**/*", site.answer_to)
    yield site
    assert not faults
