"""Working text: kept while writing, private, thrown away."""

from __future__ import annotations

import re

import pytest

from casefiles.actions import werktekst as werkteksten
from casefiles.forms.velden import MAX_REDEN, MAX_TEKST
from casefiles.models import Dossierversie, Stuk, Werktekst

from .editing import address, around, form_of, looks, mine, save_by

pytestmark = pytest.mark.django_db
QUERIES_OF_THE_SCREEN = 17
SECTIONS = ["opgave", "zorgen", "koers", "interventies", "nieuwe-focus"]


# -- autosave ---------------------------------------------------------------------------------------------------


def test_autosave_keeps_the_section_as_working_text_of_this_writer_alone(as_regisseur, as_buddy, plan, regisseur):
    answer = as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Eerst rust."})
    assert answer.status_code == 200
    assert set(answer.json()) == {"bewaard_op", "standen"}
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    assert "Eerst rust." in as_regisseur.get(address(plan, "koers")).content.decode()
    assert "Eerst rust." not in as_buddy.get(address(plan, "koers")).content.decode()
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == ""


def test_autosave_keeps_a_half_typed_date(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "interventies"), {"lijst-toevoegen": "interventies"})
    key = mine(regisseur)["interventies"]["interventies"][0]["id"]
    answer = as_regisseur.post(
        address(plan, "interventies", "bewaren"), {"interventies": ["", key], f"interventies.{key}.termijn": "31-1"}
    )
    assert answer.status_code == 200
    assert mine(regisseur)["interventies"]["interventies"][0]["termijn"] == "31-1"


def test_autosave_refuses_only_what_is_too_long_and_says_so(as_regisseur, plan):
    answer = as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "x" * (MAX_TEKST + 1)})
    assert answer.status_code == 422
    assert "te lang" in answer.json()["melding"]
    assert not Werktekst.objects.exists()


def test_autosave_of_an_untouched_form_makes_no_working_text(as_regisseur, plan, lid):
    for section in plan.stuksoort.onderdelen:
        data = form_of(as_regisseur, address(plan, section.code))
        assert as_regisseur.post(address(plan, section.code, "bewaren"), data).status_code == 200
    assert not Werktekst.objects.exists()


def test_autosave_shows_no_text_and_is_no_look(as_regisseur, plan, regisseur, lid):
    save_by(regisseur, plan, "opgave", nu="Thuiszitten sinds mei.")
    before = looks()
    answer = as_regisseur.post(address(plan, "opgave", "bewaren"), {"afstand": "Een grote afstand."})
    assert "Thuiszitten" not in answer.content.decode()
    assert "grote afstand" not in answer.content.decode()
    assert looks() == before


def test_autosave_answers_with_the_states_as_they_are_now(as_regisseur, plan, lid):
    page = as_regisseur.get(address(plan)).content.decode()
    answers = {"mandaat.politie.antwoord": "ja", "geloof.politie.antwoord": "ja"}
    posted = {"ambitie": "Samen.", "nu": "Thuis.", "afstand": "Groot.", **answers}
    states = as_regisseur.post(address(plan, "opgave", "bewaren"), posted).json()["standen"]
    assert "Dit is een opgave." in states
    assert "1 van 9 onderdelen volledig" in states
    identities = re.findall(r'id="([^"]+)"', states)
    assert {"stand-opgave", "stand-telling", "oordeel", "voorwaarde-1", "voorwaarde-2"} <= set(identities)
    assert all(page.count(f'id="{identity}"') == 1 for identity in identities)


def test_working_text_that_is_like_the_version_again_is_gone(as_regisseur, plan):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Toch niet."})
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": ""})
    assert not Werktekst.objects.exists()


def test_a_form_with_an_error_is_sent_whole_and_another_only_where_touched(as_regisseur, plan):
    assert "data-touched-only" in as_regisseur.get(address(plan, "koers")).content.decode()
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Rust.", "reden": "", "opslaan": "1"})
    assert "data-touched-only" not in response.content.decode()


def test_a_colleague_at_work_is_named_without_their_text(as_regisseur, as_buddy, plan, buddy):
    as_buddy.post(address(plan, "koers", "bewaren"), {"tekst": "geheim van buddy"})
    page = as_regisseur.get(address(plan, "opgave")).content.decode()
    assert f"{buddy.naam} bewerkt dit stuk nu ook" in page
    assert "geheim van buddy" not in page
    assert "bewerkt dit stuk nu ook" not in as_buddy.get(address(plan, "opgave")).content.decode()
    Werktekst.objects.update(bewaard_op="2020-01-01T00:00Z")
    assert "bewerkt dit stuk nu ook" not in as_regisseur.get(address(plan, "opgave")).content.decode()


# -- moving between sections ------------------------------------------------------------------------------------


def test_moving_to_another_section_keeps_what_was_typed(as_regisseur, plan, regisseur):
    data = form_of(as_regisseur, address(plan, "koers"), tekst="Eerst rust.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "naar": "doelen"})
    assert (response.status_code, response.url) == (303, address(plan, "doelen"))
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    assert "Je werkt verder in je werktekst" in as_regisseur.get(response.url).content.decode()


def test_moving_without_typing_makes_no_working_text(as_regisseur, plan):
    data = form_of(as_regisseur, address(plan, "koers"))
    assert as_regisseur.post(address(plan, "koers"), {**data, "naar": "doelen"}).status_code == 303
    assert not Werktekst.objects.exists()


def test_moving_to_a_section_that_does_not_exist_stays_here(as_regisseur, plan):
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "x", "naar": "https://elders.test/"})
    assert (response.status_code, response.url) == (303, address(plan, "koers"))


def test_too_long_a_text_is_not_lost_when_moving(as_regisseur, plan):
    long = "lang " * 5000
    response = as_regisseur.post(address(plan, "koers"), {"tekst": long, "naar": "doelen", "reden": "Mijn reden"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Deze tekst is te lang: 25000 tekens." in page
    assert long in page
    assert 'value="Mijn reden"' in page
    assert not Werktekst.objects.exists()


# -- working text -----------------------------------------------------------------------------------------------


def test_throwing_away_brings_the_last_version_back(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Weg ermee."})
    page = as_regisseur.get(address(plan, "koers")).content.decode()
    assert f'formaction="{around(plan, "werktekst-weggooien")}"' in page
    response = as_regisseur.post(around(plan, "werktekst-weggooien"))
    assert (response.status_code, response.url) == (303, around(plan, "stuk"))
    assert "Weg ermee." not in as_regisseur.get(address(plan, "koers")).content.decode()


def test_throwing_away_leaves_the_text_of_a_colleague(as_regisseur, as_buddy, plan, buddy):
    as_buddy.post(address(plan, "koers", "bewaren"), {"tekst": "Van buddy."})
    as_regisseur.post(around(plan, "werktekst-weggooien"))
    assert mine(buddy)["koers"]["tekst"] == "Van buddy."


def test_a_newer_version_is_told_while_writing(as_regisseur, plan, buddy):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Van mij."})
    versie = save_by(buddy, plan, "doelen", kort="Rust.")
    page = as_regisseur.get(address(plan, "koers")).content.decode()
    assert f"{buddy.naam} heeft versie {versie.nummer} opgeslagen" in page
    assert "Teksten samenvoegen" in page
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Van mij, meer.", "samenvoegen": "1"})
    assert response.url == around(plan, "samenvoegen")
    assert Werktekst.objects.get().inhoud["koers"]["tekst"] == "Van mij, meer."


def test_an_old_form_without_changes_brings_no_old_text_back(as_regisseur, plan, buddy):
    data = form_of(as_regisseur, address(plan, "koers"))
    save_by(buddy, plan, "koers", tekst="Van buddy.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "naar": "doelen"})
    assert response.status_code == 303
    assert not Werktekst.objects.exists()


def test_an_old_form_overwrites_no_newer_version(as_regisseur, plan, buddy):
    data = form_of(as_regisseur, address(plan, "koers"), tekst="Van mij.", reden="Klaar.")
    save_by(buddy, plan, "koers", tekst="Van buddy.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "opslaan": "1"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Van buddy." in page
    assert "Van mij." in page
    assert 'value="Klaar."' in page
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Van buddy."


def test_a_window_left_open_since_an_older_version_leads_to_the_merge_screen(as_regisseur, plan, regisseur):
    old = form_of(as_regisseur, address(plan, "koers"), tekst="Oud venster.")
    save_by(regisseur, plan, "koers", tekst="Eerst rust.")
    new = form_of(as_regisseur, address(plan, "doelen"), kort="Rust.")
    as_regisseur.post(address(plan, "doelen", "bewaren"), new)
    as_regisseur.post(address(plan, "koers", "bewaren"), old)
    page = as_regisseur.get(address(plan, "doelen")).content.decode()
    assert "Je hebt zelf versie" in page
    response = as_regisseur.post(address(plan, "doelen"), {**new, "reden": "x", "opslaan": "1"})
    assert response.status_code == 409
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Eerst rust."


@pytest.mark.parametrize("basis", ["", "0", "-1", "999", "x", "²", "9" * 400])
def test_a_forged_base_version_is_no_error(as_regisseur, plan, basis):
    data = {"tekst": "Rust.", "basis": basis}
    assert as_regisseur.post(address(plan, "koers", "bewaren"), data).status_code == 200
    assert Werktekst.objects.get().basis == plan.gewijzigd_in


def test_working_text_keeps_the_oldest_version_it_began_from(toegang, plan, regisseur):
    save_by(regisseur, plan, "koers", tekst="Eerst rust.")
    stuk = Stuk.objects.get(pk=plan.pk)
    werkteksten.bewaren(toegang, stuk, "koers", {"tekst": "a"}, basis=stuk.gewijzigd_in)
    assert (
        werkteksten.bewaren(toegang, stuk, "koers", {"tekst": "b"}, basis=plan.gewijzigd_in).basis == plan.gewijzigd_in
    )
    assert werkteksten.bewaren(toegang, stuk, "koers", {"tekst": "c"}).basis == plan.gewijzigd_in


def test_the_reason_is_kept_while_sections_are_written_and_after_the_tab_was_closed(as_regisseur, plan, regisseur):
    url = address(plan, "interventies")
    response = as_regisseur.post(url, {"interventies": "", "lijst-toevoegen": "interventies", "reden": "Na het UVO."})
    assert 'value="Na het UVO."' in as_regisseur.get(response.url).content.decode()
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Rust."})
    as_regisseur.post(address(plan, "koers", "bewaren"), {"reden": "Na het UVO van mei."})
    assert 'value="Na het UVO van mei."' in as_regisseur.get(address(plan, "opgave")).content.decode()
    # the browser leaves out what was not touched: the kept reason counts
    assert as_regisseur.post(address(plan, "koers"), {"tekst": "Rust!", "opslaan": "1"}).status_code == 303
    assert Dossierversie.objects.order_by("-nummer")[0].reden == "Na het UVO van mei."


def test_a_reason_alone_makes_no_working_text(as_regisseur, plan):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"reden": "Zomaar."})
    assert not Werktekst.objects.exists()


def test_a_reason_that_is_too_long_is_not_kept_and_keeps_nothing_else_out(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Rust.", "reden": "x" * (MAX_REDEN + 1)})
    assert mine(regisseur)["koers"]["tekst"] == "Rust."
    assert Werktekst.objects.get().reden == ""
