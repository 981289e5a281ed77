"""The data of the person."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.rollen import SiteRol
from audit.models import InzageRegel
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.persoon import persoon_bijwerken
from casefiles.actions.team import teamlid_toevoegen
from casefiles.choices import DossierStaat
from casefiles.exceptions import DossierAfgesloten, DossierError
from casefiles.models import Dossier, Dossierversie, Persoon

from .scenes import looks

pytestmark = pytest.mark.django_db


def url(dossier):
    return reverse("dossiers:persoon", args=[dossier.nummer])


ANSWERS = {"naam": "Persoon Anders", "geboortedatum": "3-4-1999", "bereikbaar": "Via de zus"}


def test_regisseur_and_buddy_mend_the_data(client, regisseur, buddy, dossier):
    for user, naam in ((regisseur, "Eerste"), (buddy, "Tweede")):
        client.force_login(user)
        assert client.post(url(dossier), ANSWERS | {"naam": naam}).headers["Location"] == url(dossier)
        page = client.get(url(dossier)).content.decode()
        assert f'value="{naam}"' in page
        assert 'value="03-04-1999"' in page
        assert "zijn opgeslagen" in page


def test_the_log_names_the_fields_and_not_what_stands_in_them(client, regisseur, dossier):
    client.force_login(regisseur)
    client.post(url(dossier), ANSWERS)
    row = InzageRegel.objects.order_by("-volgnummer").first()
    assert (row.handeling, row.object) == ("bewerken", "persoon")
    assert row.bijzonderheden == {"velden": ["naam", "geboortedatum", "bereikbaar"]}
    assert "Anders" not in str(vars(row))


def test_no_version_is_made_of_it(client, regisseur, dossier):
    client.force_login(regisseur)
    client.post(url(dossier), ANSWERS)
    assert Dossierversie.objects.filter(dossier=dossier).count() == 1


def test_nothing_changed_writes_nothing(toegang):
    before = InzageRegel.objects.count()
    persoon_bijwerken(toegang, naam="Persoon Proef ")
    assert InzageRegel.objects.count() == before


def test_the_action_refuses_an_empty_name_and_a_closed_dossier(toegang, dossier):
    with pytest.raises(DossierError):
        persoon_bijwerken(toegang, naam="  ")
    Dossier.objects.filter(pk=dossier.pk).update(staat=DossierStaat.AFGESLOTEN)
    with pytest.raises(DossierAfgesloten):
        persoon_bijwerken(toegang, naam="Persoon Anders")


@pytest.mark.parametrize(
    "wrong",
    [
        {"naam": " "},
        {"naam": "n" * 201},
        {"geboortedatum": "ooit"},
        {"geboortedatum": "1-1-2999"},
        {"geboortedatum": "1-1-1800"},
    ],
)
def test_a_wrong_answer_is_told_and_nothing_typed_is_lost(client, regisseur, dossier, wrong):
    client.force_login(regisseur)
    response = client.post(url(dossier), ANSWERS | wrong)
    assert response.status_code == 422
    assert "Via de zus" in response.content.decode()
    assert Persoon.objects.get(dossier=dossier).naam == "Persoon Proef"
    assert [row.object for row in looks(dossier=dossier.nummer)] == ["persoon"]


def test_a_teamlid_reads_the_name_alone_and_writes_nothing(client, make_user, dossier, toegang, politie):
    persoon_bijwerken(toegang, naam="Persoon Proef", bereikbaar="Via de zus")
    lid = make_user("lid")
    teamlid_toevoegen(toegang, lid, politie, reden="Sluit aan.")
    client.force_login(lid)
    page = client.get(url(dossier)).content.decode()
    assert "Persoon Proef" in page
    for hidden in ("Via de zus", "Geboortedatum", '<form class="rk-form"'):
        assert hidden not in page
    assert client.post(url(dossier), ANSWERS).status_code == 404


def test_the_piket_reads_all_and_writes_nothing(client, make_user, dossier, toegang):
    persoon_bijwerken(toegang, naam="Persoon Proef", bereikbaar="Via de zus")
    piket = make_user("piket", SiteRol.PIKET)
    noodtoegang_nemen(piket, dossier.nummer, reden="Vraag van de politie vannacht.")
    client.force_login(piket)
    page = client.get(url(dossier)).content.decode()
    assert "Via de zus" in page
    assert client.post(url(dossier), ANSWERS).status_code == 404


def test_the_look_is_one_row_in_a_fixed_number_of_queries(client, regisseur, dossier, django_assert_num_queries):
    client.force_login(regisseur)
    with django_assert_num_queries(12):
        client.get(url(dossier))
    assert [row.object for row in looks(dossier=dossier.nummer)] == ["persoon"]
