"""The main job in Chromium, on a real server: from login to restore, as issue "First" tells it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Login, axe_violations
from .server import Site

pytestmark = pytest.mark.chromium

NUMMER = re.compile(r"RK-[2-9A-Z]{4}-[2-9A-Z]{4}")


def look(page: Page, name: str, pictures: Path | None) -> None:
    """Every screen of the walk: no violation for axe, no sideways scroll; a picture when asked for."""
    assert axe_violations(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name
    if pictures:
        page.screenshot(path=pictures / f"{name}-{page.viewport_size['width']}.png", caret="initial")


def main_dossier(page: Page) -> str:
    """The number of the demo's dossier in fase 2, from *Mijn dossiers*."""
    page.goto("/dossiers/")
    row = page.get_by_role("row").filter(has_text="Persoon A")
    found = NUMMER.search(row.inner_text())
    assert found
    return found.group()


def saved(page: Page) -> None:
    expect(page.locator("[data-autosave-state]").first).to_contain_text("Bewaard om")


def test_the_main_job_from_login_to_restore(log_in: Login, demo_site: Site, pictures: Path | None) -> None:
    page = log_in("regisseur")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn dossiers")
    nummer = main_dossier(page)
    look(page, "mijn-dossiers", pictures)

    # Open the dossier: stepper, team, stukken, timeline.
    page.get_by_role("link", name=nummer).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    for heading in ("Stukken", "Team", "Tijdlijn"):
        expect(page.get_by_role("heading", name=re.compile(rf"^{heading}"), level=2).first).to_be_visible()
    look(page, "dossier", pictures)

    # Each step of the stepper opens the page of that fase.
    for fase, label in ((1, "Fase 1"), (3, "Fase 3 - Uitstroomproces"), (2, "Fase 2")):
        page.goto(f"/dossiers/{nummer}/")
        page.locator(".rk-fases").get_by_role("link", name=label, exact=True).click()
        expect(page).to_have_url(re.compile(rf"/fase/{fase}/$"))
        for heading in ("Dilemma's", "Do's en don'ts", "Leren"):
            expect(page.get_by_role("heading", name=re.compile(heading)).first).to_be_visible()
    look(page, "fase", pictures)

    # Edit the opgave: guidance for this fase and this section, unfolded in place.
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/opgave/")
    panel = page.locator("#kader")
    expect(panel.get_by_role("heading", name="Bij: Opgave")).to_be_visible()
    card = panel.locator("details.rk-card").filter(has_text="3.5")
    card.locator("summary").click()
    expect(card.locator(".rk-dos li").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/bewerken/opgave/$"))
    look(page, "plan-bewerken", pictures)

    # The search box in the panel looks through all guidance and leaves the form alone.
    ambition = page.get_by_label("Wat willen we samen bereiken?")
    ambition.fill("Persoon A heeft werk dat bij hem past, en een begeleider die hij vertrouwt.")
    panel.get_by_role("searchbox").fill("notificatiebrief")
    expect(panel.locator("details.rk-card").filter(has_text="1.1").first).to_be_visible()
    expect(ambition).to_have_value(re.compile("^Persoon A heeft werk"))
    saved(page)

    # Another section: form and panel change together, the address and the title too, and nothing is lost.
    page.get_by_role("navigation", name="Onderdelen van dit stuk").get_by_role(
        "link", name=re.compile("^Koers")
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Koers")
    expect(page).to_have_url(re.compile(r"/bewerken/koers/$"))
    expect(page).to_have_title(re.compile("Koers"))
    expect(page.locator("#kader").get_by_role("heading", name="Bij: Koers")).to_be_visible()
    page.get_by_label("Welke koers varen we?").fill("Eerst rust, dan ritme, dan werk.")
    saved(page)

    # A closed tab loses nothing: the whole stuk is there again, for its writer alone.
    context = page.context
    page.close()
    page = context.new_page()
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/koers/")
    expect(page.get_by_label("Welke koers varen we?")).to_have_value("Eerst rust, dan ritme, dan werk.")
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/opgave/")
    expect(page.get_by_label("Wat willen we samen bereiken?")).to_have_value(re.compile("^Persoon A heeft werk"))
    buddy = log_in("buddy")
    buddy.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/koers/")
    expect(buddy.get_by_label("Welke koers varen we?")).not_to_have_value("Eerst rust, dan ritme, dan werk.")

    # Saving asks why, and makes one version of all sections.
    page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    expect(page.get_by_text(re.compile("Schrijf op wat er veranderde")).first).to_be_visible()
    page.get_by_label("Wat veranderde, en waarom?").fill("Na het UVO: rustiger koers.")
    page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    message = page.get_by_text(re.compile(r"Versie \d+ is opgeslagen")).first
    expect(message).to_be_visible()
    number = int(re.search(r"Versie (\d+) is opgeslagen", message.inner_text()).group(1))

    # What changed, word by word, in both sections.
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/vergelijken/?van={number - 2}&tot={number}")
    expect(page.locator("ins").filter(has_text="ritme").first).to_be_visible()
    expect(page.get_by_role("heading", name="Opgave")).to_be_visible()
    expect(page.get_by_role("heading", name="Koers")).to_be_visible()
    look(page, "vergelijken", pictures)

    # The whole dossier as it was, at a version and at a date, with the guidance in force then.
    page.goto(f"/dossiers/{nummer}/versies/9/")
    expect(page.get_by_text("Eerst rust in het contact").first).to_be_visible()
    expect(page.get_by_text("Het handelingskader van toen")).to_be_visible()
    look(page, "versie", pictures)
    page.goto(f"/dossiers/{nummer}/versies/")
    look(page, "versies", pictures)
    page.locator("input[name=datum]").fill("1-10-2026")
    page.locator("input[name=datum]").press("Enter")
    expect(page).to_have_url(re.compile(r"/op/2026-10-01/$"))
    expect(page.get_by_text("Eerst rust in het contact").first).to_be_visible()

    # Restore: the old text as a new version, from the history of the stuk.
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/geschiedenis/")
    look(page, "geschiedenis", pictures)
    page.get_by_role("link", name="Zet versie 9 terug").click()
    look(page, "herstellen", pictures)
    page.get_by_label(re.compile("waarom", re.I)).fill("De koers van het UVO geldt weer.")
    page.get_by_role("button", name="Zet versie 9 terug").click()
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/")
    expect(page.get_by_text("Eerst rust in het contact").first).to_be_visible()
    look(page, "plan", pictures)
    page.goto(f"/dossiers/{nummer}/versies/")
    expect(page.get_by_text(f"Versie {number + 1}").first).to_be_visible()

    # Every look is in the inzagelog.
    page.goto(f"/dossiers/{nummer}/inzagelog/")
    expect(
        page.get_by_role("row").filter(has_text="M. Jansen").filter(has_text=re.compile("plan", re.I)).first
    ).to_be_visible()
    look(page, "inzagelog", pictures)

    # Someone without a task gets the same 404 everywhere and finds nothing.
    stranger = log_in("buitenstaander")
    for path in ("", "fase/2/", "plan-van-aanpak/", "plan-van-aanpak/bewerken/opgave/", "versies/9/", "inzagelog/"):
        answer = stranger.goto(f"/dossiers/{nummer}/{path}")
        assert answer is not None
        assert answer.status == 404
        assert nummer not in stranger.content()
    stranger.goto("/zoeken/")
    stranger.get_by_role("main").get_by_role("searchbox").fill("rust in het contact")
    stranger.get_by_role("main").get_by_role("button", name="Zoeken").first.click()
    expect(stranger.get_by_role("heading", level=1)).to_be_visible()
    assert nummer not in stranger.content()
    assert "Persoon A" not in stranger.content()


def test_the_walk_on_a_phone(log_in: Login, pictures: Path | None) -> None:
    page = log_in("regisseur", width=390, height=844)
    nummer = main_dossier(page)
    screens = {
        "mijn-dossiers": "/dossiers/",
        "dossier": f"/dossiers/{nummer}/",
        "fase": f"/dossiers/{nummer}/fase/2/",
        "plan": f"/dossiers/{nummer}/plan-van-aanpak/",
        "plan-bewerken": f"/dossiers/{nummer}/plan-van-aanpak/bewerken/opgave/",
        "interventies": f"/dossiers/{nummer}/plan-van-aanpak/bewerken/interventies/",
        "versies": f"/dossiers/{nummer}/versies/",
        "versie": f"/dossiers/{nummer}/versies/9/",
        "vergelijken": f"/dossiers/{nummer}/plan-van-aanpak/vergelijken/?van=9&tot=10",
        "geschiedenis": f"/dossiers/{nummer}/plan-van-aanpak/geschiedenis/",
        "team": f"/dossiers/{nummer}/team/",
        "toegang": f"/dossiers/{nummer}/toegang/",
        "inzagelog": f"/dossiers/{nummer}/inzagelog/",
    }
    for name, path in screens.items():
        page.goto(path)
        look(page, name, pictures)
    page.goto(screens["plan-bewerken"])
    page.get_by_role("navigation", name="Snel naar").get_by_role("link", name=re.compile("Adviezen")).click()
    expect(page.locator("#kader")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 768])
def test_no_screen_scrolls_sideways(log_in: Login, width: int) -> None:
    page = log_in("regisseur", width=width, height=700)
    nummer = main_dossier(page)
    for path in (
        "",
        "fase/2/",
        "plan-van-aanpak/",
        "plan-van-aanpak/bewerken/opgave/",
        "plan-van-aanpak/bewerken/interventies/",
        "plan-van-aanpak/geschiedenis/",
        "versies/",
        "versies/9/",
        "team/",
        "inzagelog/",
    ):
        page.goto(f"/dossiers/{nummer}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_the_form_works_without_script(log_in: Login) -> None:
    page = log_in("buddy", javascript=False)
    nummer = main_dossier(page)
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/zorgen/")
    page.get_by_label(re.compile("Welke zorgen")).fill("Zonder script geschreven.")
    page.get_by_role("button", name=re.compile("Bewaar en ga naar Doelen")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Doelen")
    expect(page.locator("#kader").get_by_role("heading", name="Bij: Doelen")).to_be_visible()
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/zorgen/")
    expect(page.get_by_label(re.compile("Welke zorgen"))).to_have_value("Zonder script geschreven.")
    page.get_by_label("Wat veranderde, en waarom?").fill("Zorgen bijgewerkt.")
    page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    expect(page.get_by_text(re.compile(r"Versie \d+ is opgeslagen")).first).to_be_visible()


def test_leaving_a_form_that_was_not_touched_asks_nothing(log_in: Login) -> None:
    """`log_in` fails on any dialog; the form once looked changed as soon as it was shown."""
    page = log_in("regisseur")
    nummer = main_dossier(page)
    for section in ("opgave", "interventies", "koers"):
        page.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/{section}/")
    page.goto("/dossiers/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn dossiers")


def test_guidance_can_be_reached_and_folded_by_keyboard(log_in: Login) -> None:
    page = log_in("regisseur")
    nummer = main_dossier(page)
    page.goto(f"/dossiers/{nummer}/plan-van-aanpak/bewerken/opgave/")
    summary = page.locator("#kader details.rk-card > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kader details.rk-card").first).to_have_attribute("open", "")
    page.locator("#kader .rk-guidance__panel > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kader #kader-kaarten")).to_be_hidden()
    page.reload()
    expect(page.locator("#kader #kader-kaarten")).to_be_hidden()


def test_two_editors_lose_nothing(log_in: Login) -> None:
    first, second = log_in("regisseur"), log_in("buddy")
    nummer = main_dossier(first)
    address = f"/dossiers/{nummer}/plan-van-aanpak/bewerken/termijn/"
    first.goto(address)
    second.goto(address)
    first.get_by_label(re.compile("Wanneer")).fill("De eerste ronde is klaar in maart.")
    second.get_by_label(re.compile("Wanneer")).fill("De eerste ronde is klaar in mei.")
    for page, reason in ((first, "Termijn vervroegd."), (second, "Termijn verlaat.")):
        page.get_by_label("Wat veranderde, en waarom?").fill(reason)
        page.get_by_role("button", name="Opslaan als nieuwe versie").click()
    expect(first.get_by_text(re.compile(r"is opgeslagen")).first).to_be_visible()
    expect(second.get_by_text("De eerste ronde is klaar in maart.").first).to_be_visible()
    expect(second.get_by_text("De eerste ronde is klaar in mei.").first).to_be_visible()
    assert axe_violations(second) == []
