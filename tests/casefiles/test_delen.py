"""Who reads a stuk and why, and changing it."""

from __future__ import annotations

import pytest

from accounts.rollen import SiteRol
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.stuk import delen, toevoegen
from casefiles.actions.team import teamlid_toevoegen
from casefiles.choices import Zichtbaarheid
from casefiles.exceptions import NietToegestaan
from casefiles.lezers import wie_mag_stuk_zien
from casefiles.models import Stuk

from .reading_scenes import document, reader
from .scenes import looks

pytestmark = pytest.mark.django_db


@pytest.fixture
def teamlid(make_user, toegang, politie):
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Politie sluit aan.")
    return user


@pytest.fixture
def stuk(toegang, teamlid):
    return document(toegang, "Afspraken")


def test_the_page_says_who_reads_the_stuk_and_why(regisseur, dossier, stuk):
    page = reader(regisseur, dossier).page("delen", stuk.kenmerk)
    reads, others = page.split("Wie het dossier kent, maar dit stuk niet leest")
    for name in ("Regisseur Test", "Buddy Test", "Teamlid Test"):
        assert name in reads
    assert "programmateam R&amp;E" in others
    assert len(looks(dossier=dossier.nummer)) == 1


def test_what_the_page_says_is_what_the_door_does(dossier, toegang, make_user, politie, teamlid, plan):
    """The list follows the same rules as reading itself, for each kind of stuk and each reader."""
    hidden = document(toegang, "Werknotitie", alleen_regie=True)
    early = document(toegang, "Van vroeger")
    later = make_user("later")
    teamlid_toevoegen(toegang, later, politie, reden="Sluit aan.")
    piket = make_user("piket", SiteRol.PIKET)
    noodtoegang_nemen(piket, dossier.nummer, reden="Crisis, er is haast bij.")
    said = 0
    for stuk in (plan, hidden, early, document(toegang, "Van nu")):
        for row in wie_mag_stuk_zien(toegang, stuk):
            if row.lezer.user is not None:
                asked = reader(row.lezer.user, dossier).status("stuk", stuk.kenmerk)
                assert row.leest == (asked == 200), (stuk.titel, row.lezer.user.username)
                said += 1
    assert said == 20


def test_the_regisseur_keeps_a_document_to_regisseur_and_buddy_with_a_reason(regisseur, dossier, stuk, teamlid):
    asked = reader(regisseur, dossier)
    answer = asked.post("delen", stuk.kenmerk, zichtbaarheid="regisseurs", reden="Nog niet rijp.")
    assert answer.status_code == 302
    assert Stuk.objects.get(pk=stuk.pk).zichtbaarheid == Zichtbaarheid.REGISSEURS
    assert reader(teamlid, dossier).status("stuk", stuk.kenmerk) == 404
    assert "alleen regisseur en buddy" in asked.page("stuk", stuk.kenmerk)


@pytest.mark.parametrize(
    "typed",
    [
        {"zichtbaarheid": "regisseurs", "reden": ""},
        {"zichtbaarheid": "iedereen", "reden": "Zomaar."},
        {"reden": "Zomaar."},
        {"zichtbaarheid": "team", "reden": "Het was al zo."},
        {"zichtbaarheid": "regisseurs", "reden": "x" * 501},
    ],
)
def test_a_change_that_is_none_or_has_no_reason_is_refused_with_what_was_typed(regisseur, dossier, stuk, typed):
    answer = reader(regisseur, dossier).post("delen", stuk.kenmerk, **typed)
    assert answer.status_code == 422
    assert typed["reden"] in answer.content.decode()
    assert Stuk.objects.get(pk=stuk.pk).zichtbaarheid == Zichtbaarheid.TEAM


def test_the_plan_is_always_for_the_whole_team(regisseur, dossier, toegang, plan):
    asked = reader(regisseur, dossier)
    assert "Verander wie dit stuk ziet" not in asked.page("delen", "plan-van-aanpak")
    assert asked.post("delen", "plan-van-aanpak", zichtbaarheid="regisseurs", reden="Stil.").status_code == 404
    with pytest.raises(NietToegestaan):
        delen(toegang, plan, Zichtbaarheid.REGISSEURS, reden="Stil.")


def test_a_plan_cannot_begin_hidden_from_the_team(toegang):
    with pytest.raises(NietToegestaan):
        toevoegen(toegang, "plan-van-aanpak", reden="Stil.", zichtbaarheid=Zichtbaarheid.REGISSEURS)


def test_a_teamlid_cannot_share_nor_see_who_reads(dossier, stuk, teamlid):
    asked = reader(teamlid, dossier)
    assert asked.status("delen", stuk.kenmerk) == 404
    assert asked.post("delen", stuk.kenmerk, zichtbaarheid="regisseurs", reden="x").status_code == 404
    assert Stuk.objects.get(pk=stuk.pk).zichtbaarheid == Zichtbaarheid.TEAM


def test_the_page_takes_a_fixed_number_of_queries(
    regisseur, dossier, toegang, stuk, make_user, politie, django_assert_num_queries
):
    asked = reader(regisseur, dossier)
    asked.page("delen", stuk.kenmerk)
    for number in range(2):
        with django_assert_num_queries(16):
            asked.page("delen", stuk.kenmerk)
        if not number:
            for n in range(5):
                teamlid_toevoegen(toegang, make_user(f"lid{n}"), politie, reden="Sluit aan.")
