"""The overview of a dossier, for each role what table A.9 gives it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.rollen import SiteRol
from casefiles import access
from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.openen import openen
from casefiles.actions.stuk import delen, toevoegen
from casefiles.actions.team import teamlid_toevoegen, toewijzen
from casefiles.actions.werktekst import bewaren
from casefiles.choices import Rol, Zichtbaarheid
from casefiles.models import FaseOvergang, Stuk
from knowledge.fases import Fase

from .scenes import interventie, looks, with_interventies

pytestmark = pytest.mark.django_db


def url(dossier, name="overzicht", *args):
    return reverse(f"dossiers:{name}", args=[dossier.nummer, *args])


def document(toegang, titel, zichtbaarheid=Zichtbaarheid.TEAM, reden="Vastgelegd."):
    inhoud = {"tekst": {"titel": titel, "tekst": "Inhoud.", "labels": []}}
    return toevoegen(toegang, "document", reden=reden, inhoud=inhoud, zichtbaarheid=zichtbaarheid)


@pytest.fixture
def teamlid(make_user, toegang, politie):
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Politie sluit aan.")
    return user


def test_the_regisseur_sees_the_whole_dossier(client, regisseur, dossier, toegang, plan):
    with_interventies(toegang, plan, interventie("Sportmaatje", 3), interventie("Later", 60))
    client.force_login(regisseur)
    page = client.get(url(dossier)).content.decode()
    assert "Persoon Proef" in page
    assert "Over 3 dagen" in page
    assert "Sportmaatje" in page
    assert "Later" not in page
    assert "0 van 9 onderdelen volledig" in page
    assert "Interventies afgesproken." in page
    assert "Alle namen, rollen en redenen" in page


def test_each_look_is_one_row_and_no_more(client, regisseur, dossier, plan):
    client.force_login(regisseur)
    client.get(url(dossier))
    (row,) = looks(dossier=dossier.nummer)
    assert (row.gebruiker, row.object, row.grond) == (regisseur.kenmerk, "overzicht", "regisseur")


NAMES = ["overzicht", "tijdlijn", "inzagelog", "persoon", "team", "toegang", "overgang", "team-toevoegen", "toewijzen"]
SCREENS = [("fase", [1]), *((name, []) for name in NAMES)]


@pytest.mark.parametrize(("name", "args"), SCREENS)
def test_a_stranger_gets_the_answer_of_an_absent_dossier(client, buitenstaander, dossier, name, args):
    client.force_login(buitenstaander)
    forbidden = client.get(url(dossier, name, *args))
    absent = client.get(reverse(f"dossiers:{name}", args=["RK-2222-2222", *args]))
    assert forbidden.status_code == absent.status_code == 404
    assert looks() == []


def test_a_superuser_sees_nothing(client, make_user, dossier):
    client.force_login(make_user("super", SiteRol.BEHEERDER, superuser=True))
    assert client.get(url(dossier)).status_code == 404


def test_who_is_not_logged_in_goes_to_the_login_page(client, dossier):
    assert client.get(url(dossier)).status_code == 302


def test_the_programmateam_sees_the_cover_alone(client, programmateam, dossier, toegang, plan):
    with_interventies(toegang, plan, interventie("Sportmaatje", 3))
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Vertrouwen gegroeid.", doelen="Werk.")
    client.force_login(programmateam)
    page = client.get(url(dossier)).content.decode()
    assert dossier.nummer in page
    assert "Regisseur Test" in page
    assert "Buddy Test" in page
    assert "Sinds" in page
    for hidden in ("Persoon Proef", "Sportmaatje", "Plan van aanpak", "Vertrouwen gegroeid.", "Interventies", "Versie"):
        assert hidden not in page
    for hidden in ("tijdlijn", "team", "toegang", "inzagelog", "persoon", "versies"):
        assert f'href="{url(dossier)}{hidden}/' not in page


@pytest.mark.parametrize("name", ["tijdlijn", "inzagelog", "persoon", "team", "toegang", "team-toevoegen"])
def test_the_programmateam_does_not_get_past_the_cover(client, programmateam, dossier, name):
    client.force_login(programmateam)
    assert client.get(url(dossier, name)).status_code == 404


def test_a_teamlid_sees_the_name_of_the_person_and_what_is_theirs_to_read(client, dossier, toegang, plan, teamlid):
    with_interventies(toegang, plan, interventie("Sportmaatje", 3))
    client.force_login(teamlid)
    page = client.get(url(dossier)).content.decode()
    assert "Persoon Proef" in page
    assert "Sportmaatje" in page
    assert "Plan lezen" in page
    for hidden in ("bewerken", "Document toevoegen", "Wie mag dit zien", "Inzagelog"):
        assert hidden not in page


def test_a_teamlid_sees_the_timeline_from_their_own_start(client, dossier, toegang, plan, make_user, politie):
    document(toegang, "Oud stuk", reden="Van voor die tijd.")
    late = make_user("laat")
    teamlid_toevoegen(toegang, late, politie, reden="Politie sluit aan.")
    document(toegang, "Nieuw stuk", reden="Van daarna.")
    client.force_login(late)
    for name in ("overzicht", "tijdlijn"):
        page = client.get(url(dossier, name)).content.decode()
        assert "Van daarna." in page
        assert "Van voor die tijd." not in page
        assert "Nieuwe casus na weging." not in page
        assert "Oud stuk" not in page


def test_a_teamlid_does_not_see_that_a_stuk_for_regisseurs_changed(client, dossier, toegang, teamlid):
    secret = document(toegang, "Notitie regie", Zichtbaarheid.REGISSEURS, reden="Alleen voor ons.")
    shared = document(toegang, "Gedeeld", reden="Eerst voor iedereen.")
    delen(toegang, shared, Zichtbaarheid.REGISSEURS, reden="Toch niet voor iedereen.")
    delen(toegang, secret, Zichtbaarheid.TEAM, reden="Nu voor het hele team.")
    client.force_login(teamlid)
    page = client.get(url(dossier, "tijdlijn")).content.decode()
    assert "Nu voor het hele team." in page
    assert "Eerst voor iedereen." not in page
    assert "Alleen voor ons." not in page
    assert "Toch niet voor iedereen." not in page


def test_words_in_a_text_do_not_make_a_version_look_shared(client, dossier, toegang, teamlid):
    inhoud = {"tekst": {"titel": "Truc", "tekst": '"zichtbaarheid": "team"', "labels": ['"zichtbaarheid": "team"']}}
    toevoegen(toegang, "document", reden="Stiekem.", inhoud=inhoud, zichtbaarheid=Zichtbaarheid.REGISSEURS)
    client.force_login(teamlid)
    assert "Stiekem." not in client.get(url(dossier, "tijdlijn")).content.decode()


def test_the_piket_reads_until_a_moment_that_is_said(client, make_user, dossier, plan):
    piket = make_user("piket", SiteRol.PIKET)
    nood = noodtoegang_nemen(piket, dossier.nummer, reden="Vraag van de politie vannacht.")
    client.force_login(piket)
    page = client.get(url(dossier)).content.decode()
    assert f"tot {timezone.localtime(nood.tot):%H.%M} uur." in page
    assert "Persoon Proef" in page
    for hidden in ("bewerken", "Document toevoegen", "Wie mag dit zien"):
        assert hidden not in page
    type(nood).objects.filter(pk=nood.pk).update(
        van=timezone.now() - timedelta(hours=5), tot=timezone.now() - timedelta(hours=1)
    )
    assert client.get(url(dossier)).status_code == 404


def test_ending_a_task_ends_the_look_at_the_next_request(client, programmateam, buddy, dossier, make_user):
    client.force_login(buddy)
    assert client.get(url(dossier)).status_code == 200
    nieuwe = make_user("nieuwe", SiteRol.REGISSEURSPOOL)
    toewijzen(access.get_dossier(programmateam, dossier.nummer), Rol.BUDDY, nieuwe, reden="Andere baan.")
    assert client.get(url(dossier)).status_code == 404


def test_a_dossier_without_a_plan_asks_the_regisseur_to_begin_it(client, regisseur, dossier):
    client.force_login(regisseur)
    page = client.get(url(dossier)).content.decode()
    assert "Begin het plan van aanpak" in page
    assert url(dossier, "stuk-nieuw", "plan-van-aanpak") in page
    assert url(dossier, "stuk", "plan-van-aanpak") not in page


def test_my_working_text_is_offered_and_that_of_my_buddy_is_not(client, regisseur, buddy, dossier, toegang, plan):
    bewaren(toegang, plan, "koers", {"tekst": "Half af."})
    client.force_login(regisseur)
    page = client.get(url(dossier)).content.decode()
    assert "Ga verder met Plan van aanpak" in page
    assert "Half af." not in page
    client.force_login(buddy)
    assert "Ga verder met" not in client.get(url(dossier)).content.decode()


def test_a_missing_buddy_is_a_warning(client, programmateam, regisseur):
    alone = openen(programmateam, persoon_naam="P", regisseur=regisseur, buddy=None, reden="Nieuw.")
    client.force_login(regisseur)
    assert "Er is nog geen buddy" in client.get(url(alone)).content.decode()


def test_the_stepper_leads_to_the_page_of_each_fase_and_says_since_when(client, regisseur, dossier, toegang):
    FaseOvergang.objects.filter(dossier=dossier).update(datum=timezone.localdate() - timedelta(weeks=5))
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Verder.")
    client.force_login(regisseur)
    page = client.get(url(dossier)).content.decode()
    for nummer in (1, 2, 3):
        assert f'href="{url(dossier, "fase", nummer)}"' in page
    assert "0 dagen" in page
    assert 'aria-current="step"' in page


def test_a_long_list_of_stukken_is_shown_in_two_steps(client, regisseur, dossier, toegang):
    for number in range(30):
        document(toegang, f"Stuk nummer {number:02}")
    client.force_login(regisseur)
    page = client.get(url(dossier)).content.decode()
    assert "Toon alle 30" in page
    assert "Stuk nummer 00" not in page
    assert "Stuk nummer 00" in client.get(url(dossier) + "?stukken=alle").content.decode()


def test_many_signals_are_shown_in_two_steps(client, regisseur, dossier, toegang, plan):
    with_interventies(toegang, plan, *(interventie(f"Actie nummer {n:02}", 1) for n in range(12)))
    client.force_login(regisseur)
    page = client.get(url(dossier)).content.decode()
    assert "Toon alle 12" in page
    assert "Actie nummer 11" not in page
    assert "Actie nummer 11" in client.get(url(dossier) + "?signalen=alle").content.decode()


def test_someone_with_two_grounds_counts_as_one_person(client, regisseur, make_user, dossier):
    piket = make_user("piket", SiteRol.PIKET)
    for _n in range(2):
        noodtoegang_nemen(piket, dossier.nummer, reden="Vraag van de politie vannacht.")
    client.force_login(regisseur)
    page = " ".join(client.get(url(dossier)).content.decode().split())
    assert "<b>3 mensen.</b> 2 via een taak in het team. 1 via noodtoegang." in page


def test_hostile_text_is_shown_as_text(client, regisseur, dossier, toegang, plan):
    hostile = "<script>alert(1)</script>"
    document(toegang, hostile, reden=hostile)
    with_interventies(toegang, plan, interventie(hostile, 1, organisatie=hostile))
    client.force_login(regisseur)
    for name in ("overzicht", "tijdlijn"):
        page = client.get(url(dossier, name)).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page


def test_no_title_holds_a_name(client, regisseur, dossier, plan):
    client.force_login(regisseur)
    for name, args in [("overzicht", []), ("tijdlijn", []), ("persoon", []), ("team", []), ("toegang", [])]:
        page = client.get(url(dossier, name, *args)).content.decode()
        title = page[page.index("<title>") : page.index("</title>")]
        assert "Proef" not in title
        assert "Test" not in title


@pytest.mark.parametrize("stukken", [1, 12])
def test_the_overview_takes_a_fixed_number_of_queries(
    client, regisseur, dossier, toegang, plan, teamlid, stukken, django_assert_num_queries
):
    with_interventies(toegang, plan, *(interventie(f"Actie {n}", n) for n in range(stukken)))
    for number in range(stukken):
        stuk = document(toegang, f"Stuk {number}")
        bewaren(toegang, Stuk.objects.get(pk=stuk.pk), "tekst", {"titel": "x"})
    client.force_login(regisseur)
    with django_assert_num_queries(24):
        client.get(url(dossier))


@pytest.mark.parametrize("versies", [1, 12])
def test_the_timeline_takes_a_fixed_number_of_queries(
    client, regisseur, dossier, toegang, versies, django_assert_num_queries
):
    for number in range(versies):
        document(toegang, f"Stuk {number}")
    client.force_login(regisseur)
    with django_assert_num_queries(15):
        client.get(url(dossier, "tijdlijn"))
