"""The page of a fase in a dossier."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.actions.stuk import opslaan, toevoegen
from casefiles.actions.team import teamlid_toevoegen
from casefiles.choices import Zichtbaarheid
from home.inrichting import ensure
from knowledge.fases import Fase
from knowledge.handelingskader.models import DilemmaPagina, DoDontPagina, HandelingskaderIndexPagina, ParagraafPagina
from knowledge.handelingskader.models.bindings import FaseBinding
from knowledge.vakontwikkeling.models import LerenIndexPagina, TrainingPagina

from .scenes import looks

pytestmark = pytest.mark.django_db


def url(dossier, fase):
    return reverse("dossiers:fase", args=[dossier.nummer, fase])


def read(client, user, dossier, fase):
    client.force_login(user)
    response = client.get(url(dossier, fase))
    assert response.status_code == 200
    return response.content.decode()


def publish(parent, model, sleutel, titel, fase):
    page = parent.add_child(instance=model(title=titel, slug=sleutel, sleutel=sleutel, titel_tekst=titel))
    FaseBinding.objects.create(page=page, fase=fase)
    page.save_revision().publish()
    return page


@pytest.fixture
def guidance(db):
    ensure()
    index, leren = HandelingskaderIndexPagina.objects.get(), LerenIndexPagina.objects.get()
    publish(index, ParagraafPagina, "f2", "Overleg in de tweede fase", 2)
    publish(index, DilemmaPagina, "d1", "Zelf doen of het team", 2)
    publish(index, DoDontPagina, "do1", "Quick wins", 2)
    publish(leren, TrainingPagina, "t1", "Training gesprek", 2)
    publish(index, DilemmaPagina, "d9", "Alleen voor fase 1", 1)


def test_it_shows_the_guidance_of_this_fase_by_kind(client, regisseur, dossier, guidance):
    page = read(client, regisseur, dossier, 2)
    for shown in ("Overleg in de tweede fase", "Zelf doen of het team", "Quick wins", "Training gesprek"):
        assert shown in page
    assert "Alleen voor fase 1" not in page
    assert "Alleen voor fase 1" in read(client, regisseur, dossier, 1)


def test_a_fase_without_guidance_says_so(client, regisseur, dossier):
    page = read(client, regisseur, dossier, 3)
    for shown in ("hoort nog geen dilemma", "hoort nog geen training", "nog niet in deze fase geweest"):
        assert shown in page


def test_it_shows_the_stukken_that_were_made_in_this_fase(client, regisseur, dossier, toegang, plan):
    fase_overgaan(
        toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Beeld is er.", doelen="Werk.", verteld="Thuis."
    )
    inhoud = {"tekst": {"titel": "Bezoek", "tekst": "x", "labels": []}}
    toevoegen(toegang, "document", reden="Vastgelegd.", inhoud=inhoud)
    first, second = read(client, regisseur, dossier, 1), read(client, regisseur, dossier, 2)
    assert "0 van 9 onderdelen volledig" in first
    assert "Bezoek" not in first
    assert "Bezoek" in second
    for shown in ("Beeld is er.", "Werk.", "Thuis."):
        assert shown in second
        assert shown not in first


def test_a_stuk_of_an_earlier_fase_that_was_worked_on_here_stands_here_too(client, regisseur, dossier, toegang, plan):
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Verder.")
    assert "Plan van aanpak</a>" not in stukken_part(read(client, regisseur, dossier, 2))
    opslaan(toegang, plan, {**plan.inhoud, "koers": {"tekst": "Anders."}}, reden="Koers.", basis=plan.gewijzigd_in)
    assert "Plan van aanpak</a>" in stukken_part(read(client, regisseur, dossier, 2))
    assert "Plan van aanpak</a>" in stukken_part(read(client, regisseur, dossier, 1))
    assert "Plan van aanpak</a>" not in stukken_part(read(client, regisseur, dossier, 3))


def stukken_part(html):
    """The part of the page with the stukken of this fase."""
    start = html.index("Stukken uit deze fase")
    return html[start : html.index("</section>", start)]


def test_the_reason_of_a_transition_is_for_a_teamlid_from_their_own_start(client, make_user, dossier, toegang, politie):
    early, late = make_user("vroeg"), make_user("laat")
    teamlid_toevoegen(toegang, early, politie, reden="Sluit aan.")
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Beeld is er.", doelen="Werk.")
    teamlid_toevoegen(toegang, late, politie, reden="Sluit aan.")
    assert "Beeld is er." in read(client, early, dossier, 2)
    page = read(client, late, dossier, 2)
    assert "Van Fase 1 naar Fase 2" in page
    for hidden in ("Beeld is er.", "Werk.", "Regisseur Test"):
        assert hidden not in page


def test_the_programmateam_sees_date_and_fase_alone(client, programmateam, dossier, toegang, plan):
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Beeld is er.")
    page = read(client, programmateam, dossier, 2)
    assert "Van Fase 1 naar Fase 2" in page
    for hidden in ("Beeld is er.", "Stukken uit deze fase", "Naar een andere fase"):
        assert hidden not in page


def test_a_stuk_for_regisseurs_is_not_for_the_team(client, make_user, dossier, toegang, politie):
    lid = make_user("lid")
    teamlid_toevoegen(toegang, lid, politie, reden="Sluit aan.")
    inhoud = {"tekst": {"titel": "Notitie regie", "tekst": "x", "labels": []}}
    toevoegen(toegang, "document", reden="x", inhoud=inhoud, zichtbaarheid=Zichtbaarheid.REGISSEURS)
    assert "Notitie regie" not in read(client, lid, dossier, 1)


def test_an_unknown_fase_is_not_here(client, regisseur, dossier):
    client.force_login(regisseur)
    for number in ("0", "4", "99999999999999999999"):
        assert client.get(f"/dossiers/{dossier.nummer}/fase/{number}/").status_code == 404


def test_a_look_is_one_row(client, regisseur, dossier):
    read(client, regisseur, dossier, 2)
    assert [row.object for row in looks(dossier=dossier.nummer)] == ["fase 2"]


@pytest.mark.parametrize("number", [1, 8])
def test_it_takes_a_fixed_number_of_queries(
    client, regisseur, dossier, toegang, guidance, number, django_assert_num_queries
):
    index = HandelingskaderIndexPagina.objects.get()
    for n in range(number):
        publish(index, DilemmaPagina, f"x{n}", f"Dilemma {n}", 1)
        toevoegen(toegang, "document", reden="x", inhoud={"tekst": {"titel": f"Stuk {n}", "tekst": "", "labels": []}})
    client.force_login(regisseur)
    client.get(url(dossier, 1))
    with django_assert_num_queries(15):
        client.get(url(dossier, 1))
