"""Entering another fase through the screen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.actions.team import teamlid_toevoegen
from casefiles.choices import DossierStaat
from casefiles.models import Dossier, Dossierversie, FaseOvergang
from knowledge.fases import Fase

from .scenes import looks

pytestmark = pytest.mark.django_db


def url(dossier):
    return reverse("dossiers:overgang", args=[dossier.nummer])


def day(days=0):
    return date_format(timezone.localdate() + timedelta(days=days), "d-m-Y")


def answers(**changed):
    return {"naar": "2", "datum": day(), "reden": "Er is een beeld.", "doelen": "Werk.", "verteld": "Thuis."} | changed


def test_the_form_moves_the_dossier_and_leads_to_the_page_of_the_fase(client, regisseur, dossier):
    client.force_login(regisseur)
    response = client.post(url(dossier), answers())
    assert response.headers["Location"] == reverse("dossiers:fase", args=[dossier.nummer, 2])
    dossier.refresh_from_db()
    overgang = FaseOvergang.objects.get(dossier=dossier, naar_fase=2)
    assert dossier.fase == 2
    assert (overgang.reden, overgang.doelen, overgang.verteld) == ("Er is een beeld.", "Werk.", "Thuis.")
    assert "Versie 2 is opgeslagen" in client.get(response.headers["Location"]).content.decode()
    assert [row.object for row in looks(dossier=dossier.nummer)] == ["fase 2"]


def test_the_form_asks_for_today_and_the_fases_that_may_follow(client, regisseur, dossier):
    client.force_login(regisseur)
    page = client.get(url(dossier)).content.decode()
    assert f'value="{day()}"' in page
    assert "Fase 2" in page
    assert "Fase 3" not in page
    assert "Handelingskader bij Overgang naar een fase" in page
    assert [row.object for row in looks(dossier=dossier.nummer)] == ["overgang"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"reden": "  "}, "Schrijf op waarom"),
        ({"reden": "x" * 501}, "500"),
        ({"naar": "3"}, "Fase 2"),
        ({"naar": "zes"}, "Fase 2"),
        ({"datum": "31-02-2026"}, "Deze datum kunnen we niet lezen"),
        ({"datum": ""}, "Vul een datum in"),
        ({"datum": day(1)}, "Deze dag moet nog komen"),
        ({"datum": day(-1)}, "De vorige overgang was op"),
        ({"doelen": "x" * 5001}, "5000"),
        ({"reden": "nul\x00teken"}, "Nog niet vastgelegd"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_typed_is_lost(client, regisseur, dossier, wrong, told):
    client.force_login(regisseur)
    response = client.post(url(dossier), answers(verteld="Aan tafel, met thee.") | wrong)
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "Aan tafel, met thee." in page
    assert Dossier.objects.get(pk=dossier.pk).fase == 1
    assert Dossierversie.objects.filter(dossier=dossier).count() == 1


def test_a_closed_dossier_refuses_with_a_clear_message(client, regisseur, dossier):
    Dossier.objects.filter(pk=dossier.pk).update(staat=DossierStaat.AFGESLOTEN)
    client.force_login(regisseur)
    response = client.post(url(dossier), answers())
    assert response.status_code == 422
    assert "Dit dossier is afgesloten" in response.content.decode()


def test_who_may_not_write_reads_the_history_and_cannot_post(
    client, make_user, programmateam, dossier, toegang, politie
):
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Beeld is er.")
    lid = make_user("lid")
    teamlid_toevoegen(toegang, lid, politie, reden="Sluit aan.")
    for user in (lid, programmateam):
        client.force_login(user)
        page = client.get(url(dossier)).content.decode()
        assert "Van Fase 1 naar Fase 2" in page
        assert "Leg de overgang vast" not in page
        for hidden in ("Beeld is er.", "Nieuwe casus na weging."):
            assert hidden not in page
        assert client.post(url(dossier), answers(naar="3")).status_code == 404
    assert Dossier.objects.get(pk=dossier.pk).fase == 2


def test_a_stranger_gets_404_for_both(client, buitenstaander, dossier):
    client.force_login(buitenstaander)
    assert client.get(url(dossier)).status_code == 404
    assert client.post(url(dossier), answers()).status_code == 404


@pytest.mark.parametrize("number", [1, 6])
def test_it_takes_a_fixed_number_of_queries(client, regisseur, dossier, toegang, number, django_assert_num_queries):
    for n in range(number):
        toegang.dossier.refresh_from_db()
        fase_overgaan(toegang, Fase.FASE_1 if n % 2 else Fase.FASE_2, datum=timezone.localdate(), reden="Heen en weer.")
    client.force_login(regisseur)
    with django_assert_num_queries(13):
        client.get(url(dossier))
