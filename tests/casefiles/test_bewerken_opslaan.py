"""Saving a section: lists, one version of all sections, reasons, conflicts."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

from casefiles.actions.stuk import opslaan, toevoegen
from casefiles.actions.team import teamlid_beeindigen
from casefiles.choices import DossierStaat
from casefiles.forms.velden import MAX_ITEMS, MAX_REDEN
from casefiles.models import Dossier, Dossierversie, Stuk, Werktekst

from .editing import address, around, form_of, looks, mine, save_by
from .test_forms_onderdeel import INTERVENTIES, item

pytestmark = pytest.mark.django_db
QUERIES_OF_THE_SCREEN = 17
SECTIONS = ["opgave", "zorgen", "koers", "interventies", "nieuwe-focus"]


# -- lists ------------------------------------------------------------------------------------------------------


def test_an_intervention_is_added_and_removed_without_script(as_regisseur, plan, regisseur):
    url = address(plan, "interventies")
    response = as_regisseur.post(url, {"interventies": "", "lijst-toevoegen": "interventies"})
    (first,) = mine(regisseur)["interventies"]["interventies"]
    assert (response.status_code, response.url) == (303, f"{url}?item={first['id']}")
    data = form_of(as_regisseur, response.url, **{f"interventies.{first['id']}.titel": "Werk"})
    response = as_regisseur.post(url, {**data, "lijst-toevoegen": "interventies"})
    titles = [found["titel"] for found in mine(regisseur)["interventies"]["interventies"]]
    assert titles == ["Werk", ""]
    data = form_of(as_regisseur, response.url)
    response = as_regisseur.post(url, {**data, "lijst-verwijderen": f"interventies.{first['id']}"})
    assert response.status_code == 303
    assert [found["titel"] for found in mine(regisseur)["interventies"]["interventies"]] == [""]


def test_a_full_list_takes_no_more_and_loses_nothing(as_regisseur, plan, toegang, regisseur):
    items = [item(titel=f"Nummer {n}") for n in range(MAX_ITEMS)]
    opslaan(toegang, plan, {**plan.inhoud, "interventies": {"interventies": items}}, reden="x", basis=plan.gewijzigd_in)
    url = address(plan, "interventies")
    data = form_of(as_regisseur, url, **{f"interventies.{items[0]['id']}.titel": "Anders"})
    response = as_regisseur.post(url, {**data, "lijst-toevoegen": "interventies", "reden": "Mijn reden"})
    assert response.status_code == 422
    assert "er passen er 50 in" in response.content.decode()
    assert mine(regisseur)["interventies"]["interventies"][0]["titel"] == "Anders"


def test_fifty_full_interventions_fit_in_one_post():
    fields = MAX_ITEMS * (len(INTERVENTIES.velden[0].velden) + 1)
    assert fields + 10 < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE > 200_000 * 12


# -- saving -----------------------------------------------------------------------------------------------------


def test_saving_makes_one_version_of_all_sections_and_shows_the_way_to_the_difference(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "doelen", "bewaren"), {"kort": "Rust.", "lang": "Werk."})
    data = form_of(as_regisseur, address(plan, "koers"), tekst="Eerst rust.", reden="Na het UVO.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "opslaan": "1"})
    assert (response.status_code, response.url) == (303, around(plan, "stuk"))
    saved = Stuk.objects.get(pk=plan.pk)
    assert saved.inhoud["koers"] == {"tekst": "Eerst rust."}
    assert saved.inhoud["doelen"]["kort"] == "Rust."
    assert saved.gewijzigd_in == plan.gewijzigd_in + 1
    assert Dossierversie.objects.get(nummer=saved.gewijzigd_in).reden == "Na het UVO."
    assert not Werktekst.objects.exists()
    stored = str(next(iter(response.wsgi_request._messages)))
    assert f"Versie {saved.gewijzigd_in} is opgeslagen." in stored
    assert f"{around(plan, 'vergelijken')}?van={plan.gewijzigd_in}&amp;tot={saved.gewijzigd_in}" in stored
    assert (
        as_regisseur.get(f"{around(plan, 'vergelijken')}?van={plan.gewijzigd_in}&tot={saved.gewijzigd_in}").status_code
        == 200
    )


def test_the_enter_key_in_the_reason_saves_and_elsewhere_keeps(as_regisseur, plan, regisseur):
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Eerst rust.", "invoer": "1", "reden": ""})
    assert (response.status_code, response.url) == (303, address(plan, "koers"))
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Eerst rust.", "invoer": "1", "reden": "Klaar."})
    assert response.url == around(plan, "stuk")


def test_the_enter_key_never_presses_a_button_that_throws_text_away(as_regisseur, plan, buddy):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Eerst rust."})
    save_by(buddy, plan, "koers", tekst="Van buddy.")
    page = as_regisseur.get(address(plan, "koers")).content.decode()
    form = page[page.index('<form id="plan"') : page.index("</form>", page.index('<form id="plan"'))]
    buttons = [tag for tag in re.findall(r"<button[^>]*>", page) if 'form="plan"' in tag or tag in form]
    assert 'name="invoer"' in buttons[0]
    assert any("formaction" in tag for tag in buttons)


@pytest.mark.parametrize(
    ("reden", "words"), [("", "Schrijf op wat er veranderde"), ("x" * (MAX_REDEN + 1), "hooguit 500 tekens")]
)
def test_without_a_good_reason_nothing_is_saved_and_nothing_is_lost(as_regisseur, plan, regisseur, reden, words):
    before = looks()
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Eerst rust.", "reden": reden, "opslaan": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert 'href="#id_reden"' in page
    assert 'id="id_reden_error"' in page
    assert "Eerst rust." in page
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    assert Stuk.objects.get(pk=plan.pk).gewijzigd_in == plan.gewijzigd_in
    assert looks() == before + 1


def test_saving_what_did_not_change_says_so_and_keeps_the_reason(as_regisseur, plan):
    data = form_of(as_regisseur, address(plan, "koers"), reden="Mijn reden")
    response = as_regisseur.post(address(plan, "koers"), {**data, "opslaan": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Er is niets veranderd sinds de laatste versie." in page
    assert 'value="Mijn reden"' in page


def test_a_wrong_date_keeps_the_plan_from_becoming_a_version(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "interventies"), {"lijst-toevoegen": "interventies"})
    key = mine(regisseur)["interventies"]["interventies"][0]["id"]
    data = {"interventies": ["", key], f"interventies.{key}.termijn": "31-2-2027", "reden": "x", "opslaan": "1"}
    response = as_regisseur.post(address(plan, "interventies"), data)
    page = response.content.decode()
    assert response.status_code == 422
    assert "bijvoorbeeld 31-1-2027" in page
    assert 'value="31-2-2027"' in page
    # and from another section, with a link to where it is
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Rust.", "reden": "x", "opslaan": "1"})
    assert response.status_code == 422
    assert f'<a href="{address(plan, "interventies")}">Interventies</a>' in response.content.decode()
    assert Stuk.objects.get(pk=plan.pk).gewijzigd_in == plan.gewijzigd_in


def test_a_closed_dossier_takes_no_new_version_and_keeps_the_text(as_regisseur, plan, regisseur):
    Dossier.objects.update(staat=DossierStaat.AFGESLOTEN)
    assert "Dit dossier is afgesloten." in as_regisseur.get(address(plan, "koers")).content.decode()
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Rust.", "reden": "x", "opslaan": "1"})
    assert response.status_code == 422
    assert "Er kan niets meer bij." in response.content.decode()
    assert mine(regisseur)["koers"]["tekst"] == "Rust."


def test_a_free_document_is_edited_in_the_same_way(as_regisseur, toegang):
    document = toevoegen(toegang, "document", reden="Notitie.")
    url = address(document, "tekst")
    data = form_of(
        as_regisseur, url, titel="Verslag", tekst="Alinea.\n\n- punt", labels="school, familie", reden="Klaar."
    )
    assert as_regisseur.post(url, {**data, "opslaan": "1"}).status_code == 303
    document.refresh_from_db()
    assert document.titel == "Verslag"
    assert document.inhoud["tekst"] == {
        "titel": "Verslag",
        "tekst": "Alinea.\n\n- punt",
        "labels": ["school", "familie"],
    }


def test_the_last_partner_of_an_organisation_leaves_and_the_answer_stays(as_regisseur, plan, lid, toegang):
    answers = {"mandaat.politie.antwoord": "nog-niet", "mandaat.politie.nodig": "Meer tijd."}
    as_regisseur.post(address(plan), {**answers, "reden": "Gevraagd.", "opslaan": "1"})
    taak = plan.dossier.team.get(gebruiker=lid)
    teamlid_beeindigen(toegang, taak.pk, reden="Andere baan.")
    page = as_regisseur.get(address(plan)).content.decode()
    assert "Antwoorden van partners die niet meer in het team zitten" in page
    as_regisseur.post(address(plan), {"nu": "Thuis.", "reden": "Bijgewerkt.", "opslaan": "1"})
    assert Stuk.objects.get(pk=plan.pk).inhoud["opgave"]["mandaat"]["politie"]["nodig"] == "Meer tijd."
