"""Reading in a crisis."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.rollen import SiteRol
from audit.models import InzageRegel
from casefiles import access
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.models import Noodtoegang
from meldingen.models import Melding

pytestmark = pytest.mark.django_db

URL = "/dossiers/noodtoegang/"
REDEN = "De politie belt over vannacht."


@pytest.fixture
def piket(make_user):
    return make_user("piket", SiteRol.PIKET)


def test_the_piket_reads_one_dossier_after_a_reason_and_the_regisseur_is_told(client, piket, regisseur, buddy, dossier):
    client.force_login(piket)
    response = client.post(URL, {"nummer": f" {dossier.nummer.lower()} ", "reden": REDEN})
    assert response.headers["Location"] == reverse("dossiers:overzicht", args=[dossier.nummer])
    page = client.get(response.headers["Location"]).content.decode()
    assert "Je leest dit dossier tot" in page
    for user in (regisseur, buddy):
        assert Melding.objects.filter(gebruiker=user, tekst__contains="noodtoegang").exists()


def test_a_number_that_does_not_exist_answers_as_any_wrong_number(client, piket, dossier):
    client.force_login(piket)
    answers = []
    for nummer in ("RK-2222-2222", "RK-0000", "zomaar", "%", dossier.nummer[:-1]):
        response = client.post(URL, {"nummer": nummer, "reden": REDEN})
        assert response.status_code == 422
        page = response.content.decode()
        assert REDEN in page
        answers.append("Met dit nummer vinden we geen dossier" in page)
    assert all(answers)
    assert not Noodtoegang.objects.exists()


def test_a_wrong_guess_is_a_row_without_the_number(client, piket, dossier):
    client.force_login(piket)
    client.post(URL, {"nummer": "RK-2222-2222", "reden": REDEN})
    row = InzageRegel.objects.order_by("-volgnummer").first()
    assert (row.handeling, row.dossier, row.object) == ("noodtoegang", "", "onbekend nummer")


@pytest.mark.parametrize("reden", ["", "   ", "te kort", "r" * 501])
def test_a_reason_is_needed_and_the_number_stays(client, piket, dossier, reden):
    client.force_login(piket)
    response = client.post(URL, {"nummer": dossier.nummer, "reden": reden})
    assert response.status_code == 422
    assert f'value="{dossier.nummer}"' in response.content.decode()
    assert not Noodtoegang.objects.exists()


@pytest.mark.parametrize("rol", [SiteRol.REGISSEURSPOOL, SiteRol.PROGRAMMATEAM, SiteRol.BEHEERDER])
def test_nobody_else_finds_the_page(client, make_user, dossier, rol):
    client.force_login(make_user("ander", rol, superuser=True))
    assert client.get(URL).status_code == 404
    assert client.post(URL, {"nummer": dossier.nummer, "reden": REDEN}).status_code == 404


def test_the_piket_changes_nothing(client, piket, dossier, plan):
    client.force_login(piket)
    client.post(URL, {"nummer": dossier.nummer, "reden": REDEN})
    for name in ("persoon", "overgang", "team-toevoegen", "team-beeindigen", "toewijzen"):
        assert client.post(reverse(f"dossiers:{name}", args=[dossier.nummer]), {"reden": "x"}).status_code == 404
    for name in ("inzagelog", "toegang"):
        assert client.get(reverse(f"dossiers:{name}", args=[dossier.nummer])).status_code == 404


@pytest.mark.parametrize("number", [1, 5])
def test_it_takes_a_fixed_number_of_queries(client, piket, dossier, number, django_assert_num_queries):
    client.force_login(piket)
    for _n in range(number):
        client.post(URL, {"nummer": dossier.nummer, "reden": REDEN})
    with django_assert_num_queries(5):
        client.get(URL)


def test_noodtoegang_of_someone_who_left_the_piket_shows_no_number(make_user, dossier):
    piket = make_user("wacht", SiteRol.PIKET)
    noodtoegang_nemen(piket, dossier.nummer, reden="Acuut en ernstig gevaar.")
    assert access.dossiers_visible_to(piket).get() == dossier
    piket.groups.clear()
    assert not access.dossiers_visible_to(User.objects.get(pk=piket.pk)).exists()
