"""The versions of a whole dossier (the list, one of them, the one of a day) and of one stuk (history, an old one)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from unittest import mock

import pytest
from django.utils import timezone

from accounts.rollen import SiteRol
from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.team import teamlid_beeindigen, teamlid_toevoegen
from casefiles.models import Dossierversie, Organisatie, Stuk, Teamlidmaatschap
from casefiles.stuksoorten import SOORTEN, Onderdeel, Stuksoort, Veld
from home.inrichting import ensure
from knowledge.fases import Fase
from knowledge.handelingskader.models import HandelingskaderIndexPagina, ParagraafPagina

from .reading_scenes import document, koers, reader, save
from .scenes import looks

pytestmark = pytest.mark.django_db


@pytest.fixture
def teamlid(make_user, toegang, politie):
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Politie sluit aan.")
    return user


def join_later(make_user, toegang, politie, naam="later"):
    user = make_user(naam)
    teamlid_toevoegen(toegang, user, politie, reden="Sluit later aan.")
    return user


def latest(dossier):
    return Dossierversie.objects.filter(dossier=dossier).first().nummer


# -- the list ---------------------------------------------------------------------------------------------------


def test_the_list_says_what_each_version_did_why_and_to_which_stuk(regisseur, dossier, toegang, plan, teamlid):
    document(toegang, "Afspraken eerste UVO", reden="Vastgelegd na het overleg.")
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Doelen gehaald.")
    page = reader(regisseur, dossier).page("versies")
    for shown in (
        "Nieuwe casus na weging.",
        "Begin van het plan.",
        "Politie sluit aan.",
        "Afspraken eerste UVO",
        "Doelen gehaald.",
        "Regisseur Test",
    ):
        assert shown in page
    assert len(looks(dossier=dossier.nummer)) == 1


def test_a_teamlid_sees_versions_from_the_own_period_of_what_they_may_read(
    dossier, toegang, plan, make_user, politie, teamlid
):
    koers(toegang, plan, "Rust.", reden="REDEN VAN VROEGER")
    user = join_later(make_user, toegang, politie)
    document(toegang, "GEHEIME TITEL", alleen_regie=True, reden="GEHEIME REDEN")
    koers(toegang, plan, "Werk.", reden="Reden van nu.")
    page = reader(user, dossier).page("versies")
    assert "Reden van nu." in page
    assert "Sluit later aan." in page
    for hidden in ("REDEN VAN VROEGER", "GEHEIM", "Nieuwe casus"):
        assert hidden not in page


def test_a_version_that_changed_only_what_is_hidden_does_not_exist_for_a_teamlid(dossier, toegang, plan, teamlid):
    document(toegang, "GEHEIME TITEL", "GEHEIME TEKST", alleen_regie=True, reden="GEHEIME REDEN")
    hidden = latest(dossier)
    asked = reader(teamlid, dossier)
    assert asked.status("versie", hidden) == asked.status("versie", hidden + 1) == 404
    assert asked.status("stuk-versie", "plan-van-aanpak", hidden) == 404
    today = asked.page("op-datum", timezone.localdate().isoformat())
    assert "GEHEIM" not in today
    assert f"gold versie {hidden - 1}." in today
    assert "Dit is het dossier zoals het nu is." in today
    assert f"{hidden}</option>" not in asked.page("versies-vergelijken")


def test_the_list_is_paged_and_takes_a_fixed_number_of_queries(
    regisseur, dossier, toegang, plan, django_assert_num_queries
):
    asked = reader(regisseur, dossier)
    asked.page("versies")
    for number in range(2):
        with django_assert_num_queries(15):
            page = asked.page("versies")
        if not number:
            for n in range(60):
                koers(toegang, plan, f"Koers {n}")
    assert "Koers bijgesteld." in page
    assert page.count("rk-is-version") == 50
    assert asked.page("versies", query="?pagina=2").count("rk-is-version") == 12
    for odd in ("?pagina=999", "?pagina=x", "?pagina=-1", "?pagina=99999999999999999999"):
        assert asked.status("versies", query=odd) == 200


def test_the_programmateam_and_who_has_no_task_find_no_versions(programmateam, buitenstaander, dossier, plan):
    for user in (programmateam, buitenstaander):
        asked = reader(user, dossier)
        for name, *args in (
            ("versies",),
            ("versie", 1),
            ("versies-vergelijken",),
            ("op",),
            ("op-datum", timezone.localdate().isoformat()),
        ):
            assert asked.status(name, *args) == 404
    assert looks() == []


def test_piket_reads_versions_during_a_noodtoegang(make_user, dossier, toegang, plan):
    document(toegang, "Werknotitie", "Alleen voor regie.", alleen_regie=True)
    piket = make_user("piket", SiteRol.PIKET)
    noodtoegang_nemen(piket, dossier.nummer, reden="Crisis, er is haast bij.")
    asked = reader(piket, dossier)
    assert "Alleen voor regie." in asked.page("versie", latest(dossier))
    (row,) = looks(dossier=dossier.nummer, grond="piket")
    assert row.bijzonderheden == {"versie": latest(dossier)}


# -- one version of the whole dossier ---------------------------------------------------------------------------


def test_a_version_shows_stukken_team_and_fase_as_they_were(regisseur, dossier, toegang, plan, teamlid):
    koers(toegang, plan, "Eerst rust.")
    then = latest(dossier)
    koers(toegang, plan, "Eerst werk.")
    teamlid_beeindigen(toegang, Teamlidmaatschap.objects.get(gebruiker=teamlid).pk, reden="Klaar.")
    fase_overgaan(toegang, Fase.FASE_2, datum=timezone.localdate(), reden="Doelen gehaald.")
    asked = reader(regisseur, dossier)
    page = asked.page("versie", then)
    assert "Eerst rust." in page
    assert "Eerst werk." not in page
    assert "Teamlid Test" in page
    assert "<dd>Fase 1</dd>" in page
    assert f"Nu geldt versie {latest(dossier)}." in page
    now = asked.page("versie", latest(dossier))
    assert "Dit is het dossier zoals het nu is." in now
    assert "Teamlid Test" not in now


def test_a_version_before_the_first_stuk_says_that_there_was_none(regisseur, dossier, plan):
    assert "Er waren nog geen stukken" in reader(regisseur, dossier).page("versie", 1)


@pytest.mark.parametrize("versie", [0, 999, 10**12, 10**40])
def test_a_version_that_does_not_exist_is_not_found(regisseur, dossier, versie):
    assert reader(regisseur, dossier).status("versie", versie) == 404


def test_a_teamlid_opens_no_version_of_before_the_own_period(dossier, toegang, plan, make_user, politie):
    before = koers(toegang, plan, "Rust.").nummer
    user = join_later(make_user, toegang, politie)
    asked = reader(user, dossier)
    assert asked.status("versie", before) == 404
    assert asked.status("stuk-versie", "plan-van-aanpak", before) == 404
    assert "Rust." in asked.page("versie", before + 1)  # the plan in force is theirs
    assert "Rust." in asked.page("stuk-versie", "plan-van-aanpak", before + 1)
    assert "is niet veranderd sinds je taak begon" in asked.page("geschiedenis", "plan-van-aanpak")


@pytest.fixture
def kaderpagina(db):
    ensure()
    index = HandelingskaderIndexPagina.objects.get()
    page = index.add_child(
        instance=ParagraafPagina(title="Toen", slug="x1", sleutel="x1", titel_tekst="TITEL VAN TOEN")
    )
    page.save_revision().publish()
    return page


def rewrite(page, titel):
    page.titel_tekst = page.title = titel
    page.save_revision().publish()


def test_a_version_is_read_with_the_guidance_that_was_in_force(regisseur, dossier, toegang, kaderpagina, plan):
    then = latest(dossier)
    rewrite(kaderpagina, "TITEL VAN NU")
    koers(toegang, plan, "Rust.")
    asked = reader(regisseur, dossier)
    for page in (asked.page("versie", then), asked.page("stuk-versie", "plan-van-aanpak", then)):
        assert "TITEL VAN TOEN" in page
        assert "TITEL VAN NU" not in page
    kaderpagina.delete()
    assert "TITEL VAN NU" in asked.page("versie", latest(dossier))


def test_two_versions_show_how_the_guidance_changed(regisseur, dossier, toegang, kaderpagina, plan):
    then = latest(dossier)
    rewrite(kaderpagina, "TITEL VAN NU")
    koers(toegang, plan, "Rust.")
    asked = reader(regisseur, dossier)
    page = asked.page("versies-vergelijken", query=f"?van={then}&tot={latest(dossier)}")
    assert "Bij versie 2" in page
    assert "TITEL VAN NU" in page
    kaderpagina.delete()
    koers(toegang, plan, "Werk.")
    page = asked.page("versies-vergelijken")
    assert "<del>TITEL VAN NU</del>" in page
    page = asked.page("versies-vergelijken", query=f"?van=1&tot={then}")
    assert "<ins>TITEL VAN TOEN</ins>" in page


def test_a_whole_version_takes_a_fixed_number_of_queries(
    regisseur, dossier, toegang, kaderpagina, plan, make_user, django_assert_num_queries
):
    asked = reader(regisseur, dossier)
    asked.page("versie", latest(dossier))
    for number in range(2):
        last = latest(dossier)
        with django_assert_num_queries(19):
            asked.page("versie", last)
        if not number:
            for n in range(5):
                document(toegang, f"Document {n}")
                partner = Organisatie.objects.get(code="politie")
                teamlid_toevoegen(toegang, make_user(f"lid{n}"), partner, reden="Sluit aan.")


# -- the dossier of a day ---------------------------------------------------------------------------------------


def at(day: date):
    """Let everything inside happen at noon of this day."""
    noon = datetime.combine(day, time(12), tzinfo=timezone.get_current_timezone())
    return mock.patch("django.utils.timezone.now", return_value=noon)


def test_the_dossier_of_a_day_is_its_last_version_of_that_day(regisseur, dossier, toegang, plan):
    first = timezone.localdate() + timedelta(days=1)
    for days, text in ((0, "Eerst rust."), (2, "Eerst werk.")):
        with at(first + timedelta(days=days)):
            koers(toegang, plan, text)
    with at(first + timedelta(days=9)):
        asked = reader(regisseur, dossier)
        answer = asked.client.get(f"/dossiers/{dossier.nummer}/op/?datum={first.day}-{first.month}-{first.year}")
        assert answer.url == f"/dossiers/{dossier.nummer}/op/{first.isoformat()}/"
        assert "Eerst rust." in asked.page("op-datum", first.isoformat())
        assert "Eerst rust." in asked.page("op-datum", (first + timedelta(days=1)).isoformat())
        assert "Eerst werk." in asked.page("op-datum", (first + timedelta(days=2)).isoformat())


def test_a_day_as_the_browser_writes_it_is_read_too(regisseur, dossier):
    today = timezone.localdate().isoformat()
    answer = reader(regisseur, dossier).client.get(f"/dossiers/{dossier.nummer}/op/?datum={today}")
    assert answer.url.endswith(f"/op/{today}/")


@pytest.mark.parametrize("typed", ["", "x", "31-2-2026", "2026", "1-1-99999", "0-0-0", "32-13-2026", "\x00", "9" * 500])
def test_a_day_that_cannot_be_read_gets_a_clear_error(regisseur, dossier, typed):
    answer = reader(regisseur, dossier).client.get(f"/dossiers/{dossier.nummer}/op/", {"datum": typed})
    assert answer.status_code == 422
    assert "rk-error" in answer.content.decode()


def test_a_day_that_is_still_to_come_gets_a_clear_error(regisseur, dossier):
    for day in ("31-12-9999", (timezone.localdate() + timedelta(days=1)).strftime("%d-%m-%Y")):
        answer = reader(regisseur, dossier).client.get(f"/dossiers/{dossier.nummer}/op/", {"datum": day})
        assert answer.status_code == 422
        assert "Deze dag komt nog." in answer.content.decode()


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-29", "2026-13-45", "2020-01-01", "9999-12-31"])
def test_a_day_without_a_version_gets_a_clear_answer(regisseur, dossier, day):
    page = reader(regisseur, dossier).page("op-datum", day, status=404)
    assert "rk-error" in page
    assert "De eerste versie die je kunt lezen is versie 1" in page


def test_a_day_of_before_the_own_period_shows_a_teamlid_nothing(dossier, toegang, plan, make_user, politie):
    koers(toegang, plan, "GEHEIM VAN VROEGER")
    koers(toegang, plan, "Rust.")
    start = timezone.localdate()
    with at(start + timedelta(days=5)):
        user = join_later(make_user, toegang, politie)
    with at(start + timedelta(days=6)):
        asked = reader(user, dossier)
        page = asked.page("op-datum", start.isoformat(), status=404)
        assert "GEHEIM" not in page
        assert "Rust." in asked.page("op-datum", (start + timedelta(days=5)).isoformat())


# -- the history of one stuk ------------------------------------------------------------------------------------


def test_the_history_says_when_who_why_and_how_many_words(regisseur, dossier, toegang, plan):
    koers(toegang, plan, "Eerst rust.", reden="Na het UVO.")
    koers(toegang, plan, "Rust.", reden="Korter.")
    page = reader(regisseur, dossier).page("geschiedenis", "plan-van-aanpak")
    for shown in ("Na het UVO.", "Korter.", "Regisseur Test", "1 minder", "2 meer", "geldt nu"):
        assert shown in page
    assert page.count("Zet versie") == 2


def test_the_two_newest_versions_are_chosen_to_compare(regisseur, dossier, toegang, plan):
    versie = koers(toegang, plan, "Rust.").nummer
    page = reader(regisseur, dossier).page("geschiedenis", "plan-van-aanpak")
    assert f'name="tot" value="{versie}" checked' in page
    assert f'name="van" value="{plan.gewijzigd_in}" checked' in page


def test_a_teamlid_sees_no_way_to_bring_a_version_back(dossier, toegang, plan, teamlid):
    koers(toegang, plan, "Rust.")
    koers(toegang, plan, "Werk.")
    page = reader(teamlid, dossier).page("geschiedenis", "plan-van-aanpak")
    assert "Koers bijgesteld." in page
    assert "Zet versie" not in page


def test_the_history_is_paged_and_takes_a_fixed_number_of_queries(
    regisseur, dossier, toegang, plan, django_assert_num_queries
):
    asked = reader(regisseur, dossier)
    asked.page("geschiedenis", "plan-van-aanpak")
    for number in range(2):
        with django_assert_num_queries(14):
            asked.page("geschiedenis", "plan-van-aanpak")
        if not number:
            for n in range(55):
                koers(toegang, plan, f"Koers {n}")
    assert "Begin van het plan." in asked.page("geschiedenis", "plan-van-aanpak", query="?pagina=2")


def test_an_old_version_says_which_one_it_is_and_which_one_holds_now(regisseur, dossier, toegang, plan):
    then = koers(toegang, plan, "Eerst rust.").nummer
    now = koers(toegang, plan, "Eerst werk.").nummer
    asked = reader(regisseur, dossier)
    page = asked.page("stuk-versie", "plan-van-aanpak", then)
    assert f"Je leest versie {then} van" in page
    assert f"Nu geldt versie {now}." in page
    assert "Eerst rust." in page
    assert f"?van={then}&amp;tot={now}" in page
    assert "Deze tekst geldt nu." in asked.page("stuk-versie", "plan-van-aanpak", now)
    assert [row.bijzonderheden for row in looks(dossier=dossier.nummer)] == [{"versie": then}, {"versie": now}]


def test_old_content_is_read_by_the_schema_that_it_was_written_by(regisseur, dossier, toegang, monkeypatch):
    stuk = document(toegang, "Notitie", "Oude tekst.")
    old = stuk.gewijzigd_in
    kind = SOORTEN["document"]
    newer = Onderdeel("tekst", "Tekst", (Veld("titel", "Titel"), Veld("verhaal", "Verhaal")), "document")
    monkeypatch.setitem(
        SOORTEN,
        "document",
        Stuksoort(
            **{
                **{name: getattr(kind, name) for name in Stuksoort.__dataclass_fields__},
                "schema": 2,
                "onderdelen": (newer,),
                "eerdere": {1: kind.onderdelen},
            }
        ),
    )
    save(toegang, stuk, tekst={"titel": "Notitie", "verhaal": "Nieuw verhaal."})
    assert Stuk.objects.get(pk=stuk.pk).schema == 2
    asked = reader(regisseur, dossier)
    assert "Oude tekst." in asked.page("stuk-versie", stuk.kenmerk, old)
    assert "Nieuw verhaal." in asked.page("stuk", stuk.kenmerk)
    page = asked.page("vergelijken", stuk.kenmerk)
    assert "<del>Oude tekst.</del>" in page
    assert "<ins>Nieuw verhaal.</ins>" in page
