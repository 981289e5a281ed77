"""The inzagelog on screen: of one dossier for its regisseurs, of everything for the auditor."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from accounts.rollen import SiteRol
from audit.log import ChainReport, record
from audit.models import Handeling, InzageRegel
from casefiles.actions.openen import openen
from casefiles.actions.team import teamlid_toevoegen
from casefiles.views import auditor as auditor_view

from .scenes import looks

pytestmark = pytest.mark.django_db

ALLES = "/dossiers/inzagelog/"


def url(dossier):
    return reverse("dossiers:inzagelog", args=[dossier.nummer])


def read(client, user, address):
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def day(days=0):
    return date_format(timezone.localdate() + timedelta(days=days), "d-m-Y")


@pytest.fixture
def auditor(make_user):
    return make_user("auditor", SiteRol.AUDITOR)


def test_the_regisseur_sees_who_did_what_when_and_why(
    client, regisseur, buddy, dossier, toegang, plan, politie, make_user
):
    teamlid_toevoegen(toegang, make_user("wijkagent"), politie, reden="Sluit aan.")
    client.force_login(buddy)
    client.get(reverse("dossiers:overzicht", args=[dossier.nummer]))
    page = read(client, regisseur, url(dossier))
    for shown in ("Buddy Test", "Bekeken", "overzicht", "Plan van aanpak", "taak van Wijkagent Test begonnen"):
        assert shown in page
    assert "programmateam R&amp;E" in page


def test_looking_is_itself_one_row_and_stands_on_top(client, regisseur, dossier):
    page = read(client, regisseur, url(dossier))
    (row,) = looks(dossier=dossier.nummer)
    assert row.object == "inzagelog"
    body = page[page.index("<tbody") :]
    assert "inzagelog" in body[: body.index("</tr>")]


def test_rows_of_other_dossiers_are_not_shown(client, programmateam, regisseur, buddy, dossier):
    other = openen(programmateam, persoon_naam="P", regisseur=buddy, buddy=None, reden="Nieuw.")
    record(Handeling.ZOEKEN, gebruiker=buddy.kenmerk, dossier=dossier.nummer, bijzonderheden={"ook": [other.nummer]})
    assert other.nummer not in read(client, regisseur, url(dossier))


def test_it_is_narrowed_by_person_and_day(client, regisseur, buddy, dossier):
    client.force_login(buddy)
    client.get(reverse("dossiers:overzicht", args=[dossier.nummer]))
    page = read(client, regisseur, url(dossier) + f"?wie={buddy.kenmerk}&van={day()}&tot={day()}")
    body = page[page.index("<tbody") :]
    assert "Buddy Test" in body
    assert "Regisseur Test" not in body
    assert "Geen regels gevonden" in read(client, regisseur, url(dossier) + f"?tot={day(-1)}")


@pytest.mark.parametrize(
    "query",
    ["wie=x", "van=ooit", "tot=31-02-2026", f"wie={uuid.UUID(int=0)}", "pagina=zes", "tot=31-12-9999"],
)
def test_a_strange_filter_gives_a_clear_answer(client, regisseur, dossier, query):
    page = read(client, regisseur, url(dossier) + f"?{query}")
    assert "Regels" in page
    if query.startswith(("wie", "van", "tot=31-02")):
        assert "Niet gefilterd" in page


@pytest.mark.parametrize("rol", ["teamlid", "programmateam", "stranger"])
def test_it_is_for_regisseur_and_buddy_alone(client, make_user, programmateam, toegang, dossier, politie, rol):
    user = programmateam if rol == "programmateam" else make_user(rol)
    if rol == "teamlid":
        teamlid_toevoegen(toegang, user, politie, reden="Sluit aan.")
    client.force_login(user)
    assert client.get(url(dossier)).status_code == 404


def test_a_long_log_goes_by_fifty(client, regisseur, dossier):
    for _n in range(60):
        record(Handeling.BEKIJKEN, gebruiker=regisseur.kenmerk, dossier=dossier.nummer, object="overzicht")
    page = read(client, regisseur, url(dossier) + f"?wie={regisseur.kenmerk}")
    assert page.count('role="rowheader"') == 50
    assert f"?pagina=2&amp;wie={regisseur.kenmerk}" in page


@pytest.mark.parametrize("number", [1, 40])
def test_it_takes_a_fixed_number_of_queries(client, regisseur, dossier, make_user, number, django_assert_num_queries):
    for n in range(number):
        record(Handeling.BEKIJKEN, gebruiker=make_user(f"u{n}").kenmerk, dossier=dossier.nummer, object="overzicht")
    client.force_login(regisseur)
    with django_assert_num_queries(17):
        client.get(url(dossier))


# -- everything, for the auditor ----------------------------------------------------------------------------------


def test_the_auditor_reads_all_rows_and_the_state_of_the_chain(client, auditor, dossier, plan):
    page = read(client, auditor, ALLES)
    assert "De keten is heel." in page
    assert dossier.nummer in page
    assert "Regisseur Test" in page
    for hidden in ("Persoon Proef", "Plan van aanpak"):
        assert hidden not in page
    row = InzageRegel.objects.order_by("-volgnummer").first()
    assert (row.object, row.grond, row.gebruiker) == ("inzagelog", "auditor", auditor.kenmerk)


def test_a_broken_chain_is_told(client, auditor, monkeypatch):
    report = ChainReport(40, tuple(f"regel {number} is gewijzigd" for number in range(1, 31)))
    monkeypatch.setattr(auditor_view, "verify_chain", lambda: report)
    page = read(client, auditor, ALLES)
    for shown in ("De keten is niet heel.", "regel 1 is gewijzigd", "In totaal 30 fouten."):
        assert shown in page
    assert "regel 30 is gewijzigd" not in page


def test_a_long_chain_is_checked_when_asked(client, auditor, dossier, monkeypatch):
    monkeypatch.setattr(auditor_view, "REKEN_VANZELF", 0)
    assert "De keten is nog niet nagerekend." in read(client, auditor, ALLES)
    assert "De keten is heel." in read(client, auditor, ALLES + "?keten=nu")


def test_the_auditor_narrows_by_dossier_person_day_and_act(
    client, auditor, programmateam, regisseur, buddy, dossier, plan
):
    other = openen(programmateam, persoon_naam="P", regisseur=buddy, buddy=None, reden="Nieuw.")
    client.force_login(regisseur)
    client.get("/dossiers/")

    def rows(query):
        page = read(client, auditor, ALLES + "?" + query)
        return page[page.index("<tbody") :] if "<tbody" in page else ""

    found = rows(f"dossier={dossier.nummer.lower()}")
    assert "Mijn dossiers" in found or "mijn dossiers" in found
    assert other.nummer not in found
    assert "Regisseur Test" not in rows(f"wie={programmateam.kenmerk}")
    assert "Geopend" not in rows("handeling=bewerken")
    assert "Geopend" in rows(f"handeling=openen&van={day()}&tot={day()}")
    assert rows(f"van={day(1)}") == ""
    assert "Niet gefilterd" in read(client, auditor, ALLES + "?wie=jansen&handeling=stelen")


@pytest.mark.parametrize("rol", [None, SiteRol.BEHEERDER, SiteRol.PROGRAMMATEAM, SiteRol.REGISSEURSPOOL])
def test_nobody_else_finds_the_whole_log(client, make_user, rol):
    client.force_login(make_user("ander", *([rol] if rol else []), superuser=True))
    assert client.get(ALLES).status_code == 404


def test_the_auditor_sees_no_dossier(client, auditor, dossier):
    client.force_login(auditor)
    assert client.get(reverse("dossiers:overzicht", args=[dossier.nummer])).status_code == 404
    assert client.get(url(dossier)).status_code == 404
    assert client.get("/").headers["Location"] == ALLES
    assert ALLES in client.get("/dossiers/").content.decode()


def test_the_menu_says_where_the_auditor_is_and_once(client, auditor):
    menu = read(client, auditor, ALLES)
    menu = menu[menu.index('class="rk-main-nav"') : menu.index("</nav>")]
    assert menu.count("aria-current") == 1
    assert f'href="{ALLES}" aria-current="page"' in menu


@pytest.mark.parametrize("number", [1, 40])
def test_the_whole_log_takes_a_fixed_number_of_queries(
    client, auditor, dossier, make_user, number, django_assert_num_queries
):
    for n in range(number):
        record(Handeling.BEKIJKEN, gebruiker=make_user(f"u{n}").kenmerk, dossier=dossier.nummer, object="overzicht")
    client.force_login(auditor)
    with django_assert_num_queries(15):
        client.get(ALLES)
