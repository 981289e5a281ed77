"""The programmateam opens dossiers and names regisseur and buddy."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.rollen import SiteRol
from audit.models import InzageRegel
from casefiles import access
from casefiles.choices import Rol
from casefiles.models import Dossier, Persoon
from meldingen.models import Melding

from .scenes import looks

pytestmark = pytest.mark.django_db

NIEUW = "/dossiers/nieuw/"


def url(dossier):
    return reverse("dossiers:toewijzen", args=[dossier.nummer])


def answers(regisseur, buddy=None, **changed):
    return {
        "persoon_naam": "Persoon Nieuw",
        "regisseur": regisseur.pk,
        "buddy": buddy.pk if buddy else "",
        "gestart_op": "2-11-2026",
        "reden": "Weging gedaan.",
    } | changed


def test_the_programmateam_opens_a_dossier(client, programmateam, regisseur, buddy):
    client.force_login(programmateam)
    response = client.post(NIEUW, answers(regisseur, buddy))
    dossier = Dossier.objects.get()
    assert response.headers["Location"] == reverse("dossiers:overzicht", args=[dossier.nummer])
    assert (dossier.persoon.naam, dossier.gestart_op.isoformat()) == ("Persoon Nieuw", "2026-11-02")
    assert access.get_dossier(buddy, dossier.nummer).rollen == {Rol.BUDDY}
    page = client.get(response.headers["Location"]).content.decode()
    assert "is geopend" in page
    assert "Persoon Nieuw" not in page


def test_a_dossier_opens_without_a_buddy_or_a_date(client, programmateam, regisseur):
    client.force_login(programmateam)
    assert client.post(NIEUW, answers(regisseur, gestart_op="")).status_code == 302


def test_only_the_pool_is_offered(client, programmateam, regisseur, buitenstaander, make_user):
    gone = make_user("weg", SiteRol.REGISSEURSPOOL)
    gone.is_active = False
    gone.save()
    client.force_login(programmateam)
    page = client.get(NIEUW).content.decode()
    assert "Regisseur Test" in page
    assert "Buitenstaander Test" not in page
    assert "Weg Test" not in page
    for user in (buitenstaander, gone):
        assert client.post(NIEUW, answers(user)).status_code == 422
    assert not Dossier.objects.exists()


def test_one_person_cannot_be_both(client, programmateam, regisseur):
    client.force_login(programmateam)
    response = client.post(NIEUW, answers(regisseur, regisseur))
    assert response.status_code == 422
    assert "twee verschillende mensen" in response.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"persoon_naam": " "}, {"reden": ""}, {"regisseur": ""}, {"gestart_op": "ooit"}, {"persoon_naam": "n" * 201}],
)
def test_a_wrong_answer_is_told_and_nothing_typed_is_lost(client, programmateam, regisseur, wrong):
    client.force_login(programmateam)
    response = client.post(NIEUW, answers(regisseur, reden="Weging <gedaan>.") | wrong)
    assert response.status_code == 422
    if "reden" not in wrong:
        assert "Weging &lt;gedaan&gt;." in response.content.decode()
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("rollen", [(), (SiteRol.REGISSEURSPOOL,), (SiteRol.BEHEERDER,), (SiteRol.AUDITOR,)])
def test_nobody_else_finds_the_page(client, make_user, regisseur, dossier, rollen):
    client.force_login(make_user("ander", *rollen, superuser=True))
    assert client.get(NIEUW).status_code == 404
    assert client.post(NIEUW, answers(regisseur)).status_code == 404
    assert client.get(url(dossier)).status_code == 404
    assert client.post(url(dossier), {"rol": "buddy", "nieuwe": regisseur.pk, "reden": "x"}).status_code == 404
    assert Dossier.objects.count() == 1


def test_the_regisseur_of_the_dossier_cannot_assign(client, regisseur, dossier):
    client.force_login(regisseur)
    assert client.get(url(dossier)).status_code == 404


def test_a_new_regisseur_takes_over_in_one_act(client, programmateam, regisseur, dossier, make_user):
    nieuwe = make_user("nieuwe", SiteRol.REGISSEURSPOOL)
    client.force_login(programmateam)
    page = client.get(url(dossier) + "?rol=regisseur").content.decode()
    assert "Regisseur Test" in page
    response = client.post(url(dossier), {"rol": "regisseur", "nieuwe": nieuwe.pk, "reden": "Andere baan."})
    assert response.headers["Location"] == reverse("dossiers:overzicht", args=[dossier.nummer])
    assert access.get_dossier(nieuwe, dossier.nummer).rollen == {Rol.REGISSEUR}
    with pytest.raises(Dossier.DoesNotExist):
        access.get_dossier(regisseur, dossier.nummer)
    assert Melding.objects.filter(gebruiker=nieuwe).exists()
    assert [row.object for row in looks(dossier=dossier.nummer)] == ["toewijzen"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"rol": "teamlid"}, "Nog niet toegewezen"),
        ({"rol": ""}, "Kies regisseur of buddy"),
        ({"reden": ""}, "Schrijf op waarom"),
        ({"nieuwe": ""}, "Kies een collega"),
    ],
)
def test_a_wrong_assignment_is_told(client, programmateam, buddy, dossier, wrong, told):
    client.force_login(programmateam)
    response = client.post(url(dossier), {"rol": "regisseur", "nieuwe": buddy.pk, "reden": "x"} | wrong)
    assert response.status_code == 422
    assert told in response.content.decode()


def test_who_has_the_task_already_is_told(client, programmateam, buddy, regisseur, dossier):
    client.force_login(programmateam)
    response = client.post(url(dossier), {"rol": "buddy", "nieuwe": buddy.pk, "reden": "x"})
    assert "heeft deze taak al" in response.content.decode()
    response = client.post(url(dossier), {"rol": "buddy", "nieuwe": regisseur.pk, "reden": "x"})
    assert "is nu de regisseur" in response.content.decode()


@pytest.mark.parametrize("number", [1, 9])
def test_they_take_a_fixed_number_of_queries(
    client, programmateam, regisseur, dossier, make_user, number, django_assert_num_queries
):
    for n in range(number):
        make_user(f"pool{n}", SiteRol.REGISSEURSPOOL)
    client.force_login(programmateam)
    with django_assert_num_queries(6):
        client.get(NIEUW)
    with django_assert_num_queries(13):
        client.get(url(dossier))


def test_the_name_of_the_person_stands_in_no_log_row(client, programmateam, regisseur):
    client.force_login(programmateam)
    client.post(NIEUW, answers(regisseur))
    assert Persoon.objects.get().naam == "Persoon Nieuw"
    rows = [str(vars(row)) for row in InzageRegel.objects.all()]
    assert not any("Persoon Nieuw" in row for row in rows)
