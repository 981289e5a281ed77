"""Mijn dossiers: what is due, my dossiers, and for each role what is theirs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.rollen import SiteRol
from audit.models import InzageRegel
from casefiles import access
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.openen import openen
from casefiles.actions.stuk import toevoegen
from casefiles.actions.team import teamlid_beeindigen, teamlid_toevoegen
from casefiles.actions.werktekst import bewaren
from casefiles.choices import Rol
from casefiles.models import Dossier, DossiersPagina, Dossierversie, Persoon, Teamlidmaatschap, Toetsing
from home.inrichting import ensure

from .scenes import interventie, looks, with_interventies

pytestmark = pytest.mark.django_db

URL = "/dossiers/"


def read(client, user, query=""):
    client.force_login(user)
    response = client.get(URL + query)
    assert response.status_code == 200
    return response.content.decode()


def many(user, number):
    """So many dossiers of this user, straight into the tables: opening them one by one takes too long."""
    dossiers = Dossier.objects.bulk_create(Dossier() for _n in range(number))
    Persoon.objects.bulk_create(Persoon(dossier=dossier, naam="Persoon Veel") for dossier in dossiers)
    now = timezone.now()
    Teamlidmaatschap.objects.bulk_create(
        Teamlidmaatschap(dossier=dossier, gebruiker=user, rol=Rol.REGISSEUR, van=now) for dossier in dossiers
    )
    return dossiers


def test_what_is_late_stands_on_top_with_one_link_to_the_act(client, regisseur, dossier, toegang, plan, politie):
    with_interventies(
        toegang, plan, interventie("Sportmaatje", 4), interventie("Schulden", -3), interventie("Ooit", 90)
    )
    page = read(client, regisseur)
    assert page.index("3 dagen te laat") < page.index("Over 4 dagen")
    assert "eerst verantwoordelijk: Politie" in page
    assert reverse("dossiers:bewerken", args=[dossier.nummer, "plan-van-aanpak", "interventies"]) in page
    signals = page[page.index("Wat nu je aandacht vraagt") : page.index("Dossiers met een taak voor jou")]
    assert "Ooit" not in signals


def test_a_dossier_without_a_plan_and_a_working_text_ask_for_attention(client, regisseur, dossier, programmateam):
    other = openen(programmateam, persoon_naam="P", regisseur=regisseur, buddy=None, reden="Nieuw.")
    toegang = access.get_dossier(regisseur, other.nummer)
    stuk = toevoegen(toegang, "plan-van-aanpak", reden="Begin.")
    bewaren(toegang, stuk, "koers", {"tekst": "Een geheime koers."})
    page = read(client, regisseur)
    assert "Begin het plan van aanpak" in page
    assert "Ga verder met Plan van aanpak" in page
    assert "Een geheime koers." not in page


def test_the_list_says_number_fase_task_regie_and_what_comes_first(client, buddy, dossier, toegang, plan):
    with_interventies(toegang, plan, interventie("Sportmaatje", 4))
    page = read(client, buddy)
    table = page[page.index("<table") :]
    for shown in (
        dossier.nummer,
        "Persoon Proef",
        "Fase 1",
        "buddy",
        "Regisseur Test",
        "jij",
        "versie 3",
        "Over 4 dagen",
    ):
        assert shown in table


def test_a_teamlid_reads_of_a_dossier_what_is_theirs(client, make_user, dossier, toegang, plan, politie):
    lid = make_user("lid")
    taak = teamlid_toevoegen(toegang, lid, politie, reden="Sluit aan.")
    with_interventies(toegang, plan, interventie("Sportmaatje", 4))
    page = read(client, lid)
    assert "Persoon Proef" in page
    assert "Plan lezen" in page
    assert "versie" not in page[page.index("<table") :]
    assert "/bewerken/" not in page
    teamlid_beeindigen(toegang, taak.pk, reden="Klaar.")
    page = read(client, lid)
    assert dossier.nummer not in page
    assert "Je hebt nu geen taak in een dossier" in page


def test_a_teamlid_is_not_asked_to_begin_a_plan(client, make_user, dossier, toegang, politie):
    lid = make_user("lid")
    teamlid_toevoegen(toegang, lid, politie, reden="Sluit aan.")
    assert "Begin het plan" not in read(client, lid)


def test_who_has_no_task_reads_how_one_gets_one(client, buitenstaander, dossier):
    page = read(client, buitenstaander)
    assert "Je hebt nu geen taak in een dossier" in page
    assert dossier.nummer not in page
    assert 'href="/handelingskader/"' in page


def test_a_superuser_without_a_task_sees_no_dossier(client, make_user, dossier, plan):
    page = read(client, make_user("super", SiteRol.BEHEERDER, superuser=True))
    assert dossier.nummer not in page


def test_one_look_is_one_row_that_names_the_numbers_shown(client, regisseur, programmateam, dossier, plan):
    other = openen(programmateam, persoon_naam="P", regisseur=regisseur, buddy=None, reden="Nieuw.")
    read(client, regisseur)
    (row,) = looks(object="mijn dossiers")
    assert row.bijzonderheden == {"dossiers": sorted([dossier.nummer, other.nummer])}
    assert (row.gebruiker, row.dossier, row.grond) == (regisseur.kenmerk, "", "taak in het team")


def test_a_list_without_dossiers_is_no_look(client, buitenstaander):
    read(client, buitenstaander)
    assert looks() == []


def test_when_the_log_is_down_nothing_is_shown(client, regisseur, dossier, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("log")

    monkeypatch.setattr("casefiles.views.mijn.record", broken)
    client.force_login(regisseur)
    with pytest.raises(RuntimeError):
        client.get(URL)


def test_the_programmateam_sees_all_covers_and_no_content(client, programmateam, dossier, toegang, plan):
    with_interventies(toegang, plan, interventie("Sportmaatje", 4))
    page = read(client, programmateam)
    assert dossier.nummer in page
    assert reverse("dossiers:toewijzen", args=[dossier.nummer]) in page
    assert reverse("dossiers:nieuw") in page
    for hidden in ("Persoon Proef", "Sportmaatje", "Interventies afgesproken."):
        assert hidden not in page


def test_a_missing_buddy_is_a_warning_and_a_filter(client, programmateam, regisseur, dossier):
    alone = openen(programmateam, persoon_naam="P", regisseur=regisseur, buddy=None, reden="Nieuw.")
    page = read(client, programmateam)
    assert "1 dossier heeft nog geen buddy." in page
    assert "Nog geen buddy" in page
    page = read(client, programmateam, "?zonder=buddy")
    assert alone.nummer in page
    assert dossier.nummer not in page


def test_the_programmateam_finds_a_dossier_by_part_of_its_number(client, programmateam, regisseur, dossier):
    other = openen(programmateam, persoon_naam="P", regisseur=regisseur, buddy=None, reden="Nieuw.")
    page = read(client, programmateam, f"?nummer={dossier.nummer[3:].lower()}")
    assert dossier.nummer in page
    assert other.nummer not in page
    assert "Geen dossier gevonden" in read(client, programmateam, "?nummer=%25")
    (row,) = looks(object="mijn dossiers")
    assert row.bijzonderheden == {"dossiers": [dossier.nummer]}


def test_others_do_not_see_the_filter_work(client, regisseur, buitenstaander, dossier):
    assert dossier.nummer not in read(client, buitenstaander, f"?nummer={dossier.nummer}&zonder=buddy")


def test_the_itat_sees_what_was_submitted_and_why_the_list_is_empty(client, make_user, dossier, toegang, plan):
    adviser = make_user("itat", SiteRol.ITAT_R)
    assert "Er ligt nu geen vraag om advies" in read(client, adviser)
    versie = Dossierversie.objects.get(dossier=dossier, nummer=plan.gewijzigd_in)
    toetsing = Toetsing.objects.create(dossier=dossier, stuk=plan, versie=versie)
    page = read(client, adviser)
    assert dossier.nummer in page
    assert "Persoon Proef" not in page
    toetsing.stand = Toetsing.Stand.INGETROKKEN
    toetsing.save()
    assert dossier.nummer not in read(client, adviser)


def test_the_piket_sees_the_form_and_what_is_open_now(client, make_user, dossier):
    piket = make_user("piket", SiteRol.PIKET)
    page = read(client, piket)
    assert 'action="/dossiers/noodtoegang/"' in page
    assert dossier.nummer not in page
    noodtoegang_nemen(piket, dossier.nummer, reden="Vraag van de politie vannacht.")
    assert dossier.nummer in read(client, piket)


def test_the_intro_of_the_page_in_wagtail_is_shown(client, buitenstaander):
    ensure()
    DossiersPagina.objects.update(intro="Welkom in de werkruimte.", uitleg="<p>Zo werkt het.</p>")
    page = read(client, buitenstaander)
    assert "Welkom in de werkruimte." in page
    assert "Zo werkt het." in page


@pytest.mark.parametrize("number", [1, 60])
def test_my_list_takes_a_fixed_number_of_queries(
    client, regisseur, dossier, toegang, plan, politie, number, django_assert_num_queries
):
    with_interventies(toegang, plan, *(interventie(f"Actie {n}", n) for n in range(number)))
    bewaren(toegang, plan, "koers", {"tekst": "x"})
    many(regisseur, number)
    client.force_login(regisseur)
    with django_assert_num_queries(18):
        client.get(URL)


@pytest.mark.parametrize("number", [1, 60])
def test_the_list_of_covers_takes_a_fixed_number_of_queries(
    client, programmateam, regisseur, number, django_assert_num_queries
):
    many(regisseur, number)
    client.force_login(programmateam)
    with django_assert_num_queries(20):
        client.get(URL)


@pytest.mark.breaks_history
def test_a_long_list_goes_by_fifty(client, regisseur, programmateam):
    many(regisseur, 120)
    page = read(client, regisseur)
    assert page.count('role="rowheader"') == 50
    assert "?pagina=2" in page
    assert read(client, regisseur, "?pagina=3").count('role="rowheader"') == 20
    page = read(client, programmateam, "?nummer=RK")
    assert page.count('role="rowheader"') == 50
    assert "?bladzijde=2&amp;nummer=RK#" in page or "?bladzijde=2&amp;nummer=RK" in page
    assert read(client, programmateam, "?bladzijde=ja").count('role="rowheader"') == 50


@pytest.mark.breaks_history
def test_many_signals_are_shown_in_two_steps(client, regisseur):
    many(regisseur, 20)
    assert "Toon alle 20" in read(client, regisseur)
    assert read(client, regisseur, "?signalen=alle").count("Begin het plan van aanpak</h3>") == 20


@pytest.mark.breaks_history
def test_ten_thousand_dossiers_show_a_page_and_ask_no_more_than_sixty(
    client, regisseur, programmateam, django_assert_num_queries
):
    many(regisseur, 60)
    asked = []
    for user in (regisseur, programmateam):
        client.force_login(user)
        client.get(URL)
        with CaptureQueriesContext(connection) as queries:
            client.get(URL)
        asked.append(len(queries))
    many(regisseur, 9_940)
    for user, few in zip((regisseur, programmateam), asked, strict=True):
        client.force_login(user)
        client.get(URL)
        with django_assert_num_queries(few):
            page = client.get(URL)
        assert page.content.count(b'role="rowheader"') <= 50
    assert InzageRegel.objects.filter(object="mijn dossiers").count() == 8


def test_hostile_text_is_shown_as_text(client, regisseur, dossier, toegang, plan):
    hostile = "<script>alert(1)</script>"
    Persoon.objects.filter(dossier=dossier).update(naam=hostile)
    with_interventies(toegang, plan, interventie(hostile, 1, organisatie=hostile))
    page = read(client, regisseur)
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;") >= 3


@pytest.mark.parametrize("termijn", ["morgen", None, 7, "2026-02-30"])
def test_a_deadline_that_cannot_be_read_breaks_nothing(client, regisseur, dossier, toegang, plan, termijn):
    with_interventies(toegang, plan, {"id": "a", "titel": "Half getypt", "termijn": termijn}, {"id": "b"})
    read(client, regisseur)
