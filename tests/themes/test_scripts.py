"""What the scripts do in a real browser: no text lost, the focus where it should be, keys that can be switched off."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import HOST, FakeSite

pytestmark = pytest.mark.chromium
SOON = 4000


def state(page: Any) -> Any:
    return page.locator("[data-autosave-state]").first


def open_section(page: Any, section: str = "opgave", query: str = "") -> None:
    page.goto(f"{HOST}/werk/{section}/{query}")
    page.wait_for_load_state("load")


def test_text_is_stored_a_moment_after_the_last_key(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.fill("#tekst", "Eerste zin.")
    expect(state(page)).to_contain_text("Bewaard om", timeout=SOON)
    assert fake_site.stored == {"opgave": "Eerste zin."}
    assert fake_site.autosaves == 1


def test_without_a_connection_it_says_so_and_tries_again_by_itself(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.route("**/bewaar/**", lambda route: route.abort())
    page.fill("#tekst", "Zin zonder net.")
    page.get_by_text("Niet bewaard: geen verbinding. Je tekst staat nog hier.").first.wait_for(timeout=SOON)
    page.unroute("**/bewaar/**")
    expect(state(page)).to_contain_text("Bewaard om", timeout=8000)
    assert fake_site.stored == {"opgave": "Zin zonder net."}


def test_someone_who_is_logged_out_is_told_and_keeps_the_text(page: Any, fake_site: FakeSite) -> None:
    fake_site.answer = lambda: {"status": 302, "headers": {"Location": "/inloggen/"}}
    open_section(page)
    page.fill("#tekst", "Nog een zin.")
    page.get_by_text("je bent niet meer ingelogd").first.wait_for(timeout=SOON)
    assert page.input_value("#tekst") == "Nog een zin."


def test_the_words_of_a_refusal_are_shown_and_it_is_not_asked_again(page: Any, fake_site: FakeSite) -> None:
    words = "S. de Wit heeft intussen een versie opgeslagen."
    fake_site.answer = lambda: {
        "status": 409,
        "content_type": "application/json",
        "body": json.dumps({"melding": words}),
    }
    open_section(page)
    page.fill("#tekst", "Een zin.")
    page.get_by_text(words).first.wait_for(timeout=SOON)
    page.wait_for_timeout(6000)
    assert fake_site.autosaves == 1


def test_moving_to_another_section_stores_first_and_puts_the_focus_on_its_heading(
    page: Any, fake_site: FakeSite
) -> None:
    open_section(page)
    page.fill("#tekst", "Net getypt.")
    page.get_by_role("link", name="Zorgen").click()
    heading = page.get_by_role("heading", name="Zorgen", level=1)
    expect(heading).to_be_focused(timeout=SOON)
    assert fake_site.stored == {"opgave": "Net getypt."}
    assert page.url.endswith("/werk/zorgen/")
    assert page.title().startswith("Zorgen")
    page.go_back()
    page.get_by_role("heading", name="Opgave", level=1).wait_for(timeout=SOON)
    assert page.input_value("#tekst") == "Net getypt."


def test_moving_away_stays_put_when_the_text_cannot_be_stored(page: Any, fake_site: FakeSite) -> None:
    fake_site.answer = lambda: {"status": 500}
    open_section(page)
    page.fill("#tekst", "Net getypt.")
    page.get_by_role("link", name="Zorgen").click()
    page.get_by_text("Niet bewaard.").first.wait_for(timeout=SOON)
    assert page.url.endswith("/werk/opgave/")
    assert page.input_value("#tekst") == "Net getypt."


def test_a_section_that_answers_with_the_login_page_opens_that_page(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.route(
        "**/werk/zorgen/", lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>Inloggen</h1>")
    )
    page.get_by_role("link", name="Zorgen").click()
    page.wait_for_url("**/werk/zorgen/", timeout=SOON)
    page.get_by_role("heading", name="Inloggen").wait_for(timeout=SOON)
    assert page.locator("#werkblad").count() == 0


def test_closing_the_tab_stores_what_was_typed(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.fill("#tekst", "Vlak voor sluiten.")
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    page.wait_for_timeout(300)
    assert fake_site.stored == {"opgave": "Vlak voor sluiten."}


def test_the_browser_warns_only_while_text_is_not_stored(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    asks = "() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert page.evaluate(asks) is False
    page.fill("#tekst", "Nog niet bewaard.")
    assert page.evaluate(asks) is True
    expect(state(page)).to_contain_text("Bewaard om", timeout=SOON)
    assert page.evaluate(asks) is False


def test_saving_sends_the_fresh_token_and_no_late_autosave(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.context.add_cookies([{"name": "csrftoken", "value": "nieuw", "url": HOST}])
    page.fill("#tekst", "Definitief.")
    page.fill("#id_reden", "Besproken in het UVO.")
    page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    expect(page).to_have_title("Klaar", timeout=SOON)
    page.wait_for_timeout(2000)
    assert fake_site.submitted["csrfmiddlewaretoken"] == "nieuw"
    assert fake_site.submitted["reden"] == "Besproken in het UVO."
    assert fake_site.autosaves == 1  # before the form was sent; a later one would bring old text back


def test_the_focus_goes_to_the_error_summary(page: Any, fake_site: FakeSite) -> None:
    open_section(page, query="?fout")
    assert page.evaluate("document.activeElement.hasAttribute('data-error-summary')") is True


def test_the_slash_goes_to_the_search_box_but_not_while_typing(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#zoek-kader")).to_be_focused()
    page.focus("#tekst")
    page.keyboard.press("/")
    expect(page.locator("#tekst")).to_be_focused()
    assert page.input_value("#tekst") == "/"


def test_the_slash_can_be_switched_off(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.evaluate("localStorage.setItem('rk-sneltoetsen-uit', 'ja')")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#zoek-kader")).not_to_be_focused()


def test_a_folded_panel_stays_folded(page: Any, fake_site: FakeSite) -> None:
    open_section(page)
    page.locator(".rk-guidance__panel > summary").click()
    open_section(page, "zorgen")
    assert page.locator(".rk-guidance__panel").get_attribute("open") is None
