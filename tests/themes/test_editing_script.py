"""Editing in a real browser: unstored text is stored before a form is sent, and only what was touched goes along."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from .conftest import HOST, FakeSite

pytestmark = pytest.mark.chromium
SOON = 4000


def open_form(page: Any) -> None:
    """The section with a second field, sending what was touched alone."""
    page.goto(f"{HOST}/werk/opgave/")
    page.evaluate(
        """() => {
          const form = document.getElementById("plan");
          form.setAttribute("data-touched-only", "");
          form.insertAdjacentHTML("beforeend", `<input type="hidden" name="basis" value="7">
            <label for="twee">Twee</label><input id="twee" name="twee" value="oud">
            <span id="stand-opgave">Nog leeg</span>
            <label><input type="radio" name="keuze" value="ja"> Ja</label>
            <label><input type="radio" name="keuze" value="open" checked> Open</label>`);
        }"""
    )
    page.add_script_tag(url="/static/rk/js/editing.js", type="module")


def sent(page: Any) -> dict[str, list[str]]:
    pairs = page.evaluate("[...new FormData(document.getElementById('plan'))].map(([n, v]) => `${n}=${v}`).join('&')")
    return parse_qs(pairs, keep_blank_values=True)


def test_only_touched_fields_are_sent_and_hidden_ones_always(page: Any, fake_site: FakeSite) -> None:
    open_form(page)
    assert set(sent(page)) == {"csrfmiddlewaretoken", "basis"}
    page.fill("#tekst", "Nieuw.")
    assert sent(page)["tekst"] == ["Nieuw."]
    assert "twee" not in sent(page)
    page.fill("#tekst", "")
    assert sent(page)["tekst"] == [""]
    page.get_by_label("Ja").check()
    assert sent(page)["keuze"] == ["ja"]


def test_the_reason_outside_the_form_is_sent_once_it_was_typed(page: Any, fake_site: FakeSite) -> None:
    open_form(page)
    page.fill("#id_reden", "Na het UVO.")
    assert sent(page)["reden"] == ["Na het UVO."]


def test_the_states_in_the_answer_of_autosave_are_put_in_place(page: Any, fake_site: FakeSite) -> None:
    body = json.dumps({"standen": '<span id="stand-opgave">1 punt open</span><span id="elders">x</span>'})
    fake_site.answer = lambda: {"status": 200, "content_type": "application/json", "body": body}
    open_form(page)
    page.fill("#tekst", "Nieuw.")
    expect(page.locator("#stand-opgave")).to_have_text("1 punt open", timeout=SOON)
    assert page.locator("#elders").count() == 0


def test_who_turns_out_to_be_logged_out_stays_with_the_text(page: Any, fake_site: FakeSite) -> None:
    fake_site.answer = lambda: {"status": 302, "headers": {"Location": "/inloggen/"}}
    page.goto(f"{HOST}/werk/opgave/")
    page.fill("#tekst", "Net getypt.")
    page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    page.get_by_text("je bent niet meer ingelogd").first.wait_for(timeout=SOON)
    assert page.input_value("#tekst") == "Net getypt."
    assert fake_site.submitted == {}
    fake_site.answer = lambda: {"status": 204}
    page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    expect(page).to_have_title("Klaar", timeout=SOON)
    assert fake_site.submitted["tekst"] == "Net getypt."


def test_a_text_that_is_refused_is_sent_so_that_the_page_says_why(page: Any, fake_site: FakeSite) -> None:
    fake_site.answer = lambda: {"status": 422, "content_type": "application/json", "body": '{"melding": "Te lang."}'}
    page.goto(f"{HOST}/werk/opgave/")
    page.fill("#tekst", "Te lang.")
    page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    expect(page).to_have_title("Klaar", timeout=SOON)


def test_a_button_that_throws_away_keeps_nothing_on_its_way(page: Any, fake_site: FakeSite) -> None:
    page.goto(f"{HOST}/werk/opgave/")
    page.evaluate(
        """() => document.body.insertAdjacentHTML(
          "beforeend", '<button id="weg" type="submit" form="plan" formaction="/werk/weggooien/">Gooi weg</button>')"""
    )
    page.fill("#tekst", "Moet weg.")
    page.locator("#weg").click()
    expect(page).to_have_title("Klaar", timeout=SOON)
    page.wait_for_timeout(1800)
    assert fake_site.autosaves == 0


def test_a_section_opens_in_a_new_tab_by_the_browsers_own_click(page: Any, fake_site: FakeSite) -> None:
    open_form(page)
    page.evaluate(
        """() => {
          const link = '<a id="tab" href="/werk/zorgen/" hx-post="/werk/opgave/">Tab</a>';
          document.body.insertAdjacentHTML("beforeend", link);
          htmx.process(document.getElementById("tab"));
        }"""
    )
    with page.context.expect_page(timeout=SOON):
        page.locator("#tab").click(modifiers=["Control"])
    assert page.url.endswith("/werk/opgave/")
    assert fake_site.submitted == {}
