"""Bringing an old text back as a new version."""

from __future__ import annotations

import pytest

from casefiles.actions.stuk import delen
from casefiles.actions.team import teamlid_toevoegen
from casefiles.actions.werktekst import bewaren, werktekst_van
from casefiles.choices import VersieSoort, Zichtbaarheid
from casefiles.models import Dossierversie, Stuk, Teamlidmaatschap

from .reading_scenes import document, koers, reader, save
from .scenes import looks

pytestmark = pytest.mark.django_db


@pytest.fixture
def oud(toegang, plan):
    """The version with the text that comes back; a newer one stands."""
    versie = koers(toegang, plan, "Eerst rust.")
    koers(toegang, plan, "Eerst werk.")
    return versie.nummer


def basis(plan):
    return Stuk.objects.get(pk=plan.pk).gewijzigd_in


def test_the_page_shows_what_would_change_and_changes_nothing(regisseur, dossier, plan, oud):
    page = reader(regisseur, dossier).page("herstellen", "plan-van-aanpak", oud)
    assert "Eerst <del>werk</del><ins>rust</ins>." in page
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Eerst werk."
    assert len(looks(dossier=dossier.nummer)) == 1


def test_with_a_reason_the_old_text_stands_again_as_a_new_version(regisseur, dossier, plan, oud):
    asked = reader(regisseur, dossier)
    answer = asked.post("herstellen", "plan-van-aanpak", oud, reden="Dit was beter.", basis=basis(plan))
    assert answer.status_code == 302
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Eerst rust."
    versie = Dossierversie.objects.filter(dossier=dossier).first()
    assert (versie.soort, versie.hersteld_van, versie.reden) == (VersieSoort.HERSTEL, oud, "Dit was beter.")
    assert f"De tekst van versie {oud} staat er weer." in asked.page("stuk", "plan-van-aanpak")


def test_who_may_see_it_and_the_team_stay_as_they_are(regisseur, dossier, toegang, make_user, politie):
    stuk = document(toegang, "Notitie", "Oude tekst.")
    old = stuk.gewijzigd_in
    delen(toegang, stuk, Zichtbaarheid.REGISSEURS, reden="Alleen voor ons.")
    save(toegang, stuk, tekst={"titel": "Notitie", "tekst": "Nieuw.", "labels": []})
    teamlid_toevoegen(toegang, make_user("teamlid"), politie, reden="Sluit aan.")
    team = list(Teamlidmaatschap.objects.values())
    reader(regisseur, dossier).post("herstellen", stuk.kenmerk, old, reden="Terug.", basis=basis(stuk))
    stuk.refresh_from_db()
    assert stuk.inhoud["tekst"]["tekst"] == "Oude tekst."
    assert stuk.zichtbaarheid == Zichtbaarheid.REGISSEURS
    assert list(Teamlidmaatschap.objects.values()) == team


def test_without_a_reason_nothing_comes_back(regisseur, dossier, plan, oud):
    answer = reader(regisseur, dossier).post("herstellen", "plan-van-aanpak", oud, reden="  ", basis=basis(plan))
    assert answer.status_code == 422
    assert "Schrijf op waarom" in answer.content.decode()
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Eerst werk."


def test_a_save_by_a_colleague_in_between_is_never_overwritten_unseen(regisseur, dossier, toegang, plan, oud):
    seen = basis(plan)
    koers(toegang, plan, "Van de buddy.")
    asked = reader(regisseur, dossier)
    answer = asked.post("herstellen", "plan-van-aanpak", oud, reden="Terug.", basis=seen)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Een collega sloeg dit stuk intussen op." in page
    assert "Van de buddy" in page
    assert f'name="basis" value="{basis(plan)}"' in page
    assert ">\nTerug.</textarea>" in page
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Van de buddy."


@pytest.mark.parametrize("seen", ["", "abc", "-1", "99999999999999999999"])
def test_a_form_that_lost_its_basis_saves_nothing(regisseur, dossier, plan, oud, seen):
    answer = reader(regisseur, dossier).post("herstellen", "plan-van-aanpak", oud, reden="Terug.", basis=seen)
    assert answer.status_code == 422
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Eerst werk."


def test_the_text_of_now_has_nothing_to_bring_back(regisseur, dossier, plan, oud):
    asked = reader(regisseur, dossier)
    assert "Er valt niets terug te zetten" in asked.page("herstellen", "plan-van-aanpak", basis(plan))
    answer = asked.post("herstellen", "plan-van-aanpak", basis(plan), reden="Terug.", basis=basis(plan))
    assert answer.status_code == 422


def test_own_werktekst_stays_when_an_old_text_comes_back(regisseur, dossier, toegang, plan, oud):
    bewaren(toegang, plan, "zorgen", {"tekst": "Half af"}, basis=basis(plan))
    reader(regisseur, dossier).post("herstellen", "plan-van-aanpak", oud, reden="Terug.", basis=basis(plan))
    assert werktekst_van(toegang, plan).inhoud["zorgen"]["tekst"] == "Half af"


def test_only_who_writes_the_stuk_brings_a_version_back(
    dossier, toegang, plan, oud, make_user, politie, buitenstaander
):
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Sluit aan.")
    for asker in (user, buitenstaander):
        asked = reader(asker, dossier)
        assert asked.status("herstellen", "plan-van-aanpak", oud) == 404
        assert asked.post("herstellen", "plan-van-aanpak", oud, reden="x", basis=basis(plan)).status_code == 404
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Eerst werk."


@pytest.mark.parametrize("versie", [0, 1, 999, 10**30])
def test_a_version_that_the_stuk_does_not_have_is_not_found(regisseur, dossier, plan, oud, versie):
    asked = reader(regisseur, dossier)
    assert asked.status("herstellen", "plan-van-aanpak", versie) == 404
    assert asked.status("stuk-versie", "plan-van-aanpak", versie) == 404


def test_the_page_takes_a_fixed_number_of_queries(regisseur, dossier, toegang, plan, oud, django_assert_num_queries):
    asked = reader(regisseur, dossier)
    asked.page("herstellen", "plan-van-aanpak", oud)
    for number in range(2):
        with django_assert_num_queries(17):
            asked.page("herstellen", "plan-van-aanpak", oud)
        if not number:
            for n in range(5):
                koers(toegang, plan, f"Koers {n}")
