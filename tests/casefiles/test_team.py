"""The team of a dossier, and who may see it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.rollen import SiteRol
from casefiles import access
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.openen import openen
from casefiles.actions.team import teamlid_beeindigen, teamlid_toevoegen, toewijzen
from casefiles.choices import Rol
from casefiles.exceptions import NietToegestaan
from casefiles.models import Dossierversie, Organisatie, Teamlidmaatschap

from .scenes import looks

pytestmark = pytest.mark.django_db


def url(dossier, name="team"):
    return reverse(f"dossiers:{name}", args=[dossier.nummer])


@pytest.fixture
def wijkagent(make_user):
    return make_user("wijkagent")


@pytest.fixture
def taak(toegang, wijkagent, politie):
    return teamlid_toevoegen(toegang, wijkagent, politie, reden="Politie sluit aan.", talenten="Kent de wijk.")


def answers(user, organisatie, **changed):
    return {"lid": user.pk, "organisatie": organisatie.pk, "talenten": "Rustig.", "reden": "Nodig."} | changed


def test_the_regisseur_gives_a_colleague_a_task(client, regisseur, dossier, wijkagent, politie):
    client.force_login(regisseur)
    response = client.post(url(dossier, "team-toevoegen"), answers(wijkagent, politie))
    assert response.headers["Location"] == url(dossier)
    page = client.get(url(dossier)).content.decode()
    for shown in ("Wijkagent Test", "Politie", "Rustig.", "heeft nu een taak"):
        assert shown in page
    client.force_login(wijkagent)
    assert client.get(reverse("dossiers:overzicht", args=[dossier.nummer])).status_code == 200


def test_who_is_in_the_team_or_out_of_office_cannot_be_chosen(client, regisseur, buddy, dossier, make_user, politie):
    gone = make_user("weg")
    gone.is_active = False
    gone.save()
    client.force_login(regisseur)
    page = client.get(url(dossier, "team-toevoegen")).content.decode()
    options = page[page.index("<select") :]
    assert "Weg Test" not in options
    assert "Buddy Test" not in options
    for user in (gone, buddy):
        response = client.post(url(dossier, "team-toevoegen"), answers(user, politie))
        assert response.status_code == 422
        assert "Deze collega kun je niet kiezen" in response.content.decode()
    assert Teamlidmaatschap.objects.filter(dossier=dossier).count() == 2


@pytest.mark.parametrize(
    "wrong", [{"reden": " "}, {"lid": ""}, {"lid": "x"}, {"organisatie": "999"}, {"talenten": "t" * 301}]
)
def test_a_wrong_answer_is_told_and_nothing_typed_is_lost(client, regisseur, dossier, wijkagent, politie, wrong):
    client.force_login(regisseur)
    response = client.post(
        url(dossier, "team-toevoegen"), answers(wijkagent, politie, talenten="Kent iedereen") | wrong
    )
    assert response.status_code == 422
    page = response.content.decode()
    assert "Nog niet toegevoegd" in page
    if "talenten" not in wrong:
        assert "Kent iedereen" in page
    assert Dossierversie.objects.filter(dossier=dossier).count() == 1


def test_an_organisation_out_of_use_is_not_offered(client, regisseur, dossier):
    Organisatie.objects.create(code="oud", naam="Oude club", soort="interventiepartner", actief=False)
    client.force_login(regisseur)
    assert "Oude club" not in client.get(url(dossier, "team-toevoegen")).content.decode()


def test_the_buddy_and_a_teamlid_read_and_do_not_write(client, buddy, dossier, taak, wijkagent, politie):
    for user in (buddy, wijkagent):
        client.force_login(user)
        page = client.get(url(dossier)).content.decode()
        assert "Kent de wijk." in page
        assert "Collega toevoegen" not in page
        assert "Taak laten stoppen" not in page
        assert client.get(url(dossier, "team-toevoegen")).status_code == 404
        assert client.post(url(dossier, "team-toevoegen"), answers(user, politie)).status_code == 404
        assert client.post(url(dossier, "team-beeindigen"), {"taak": taak.pk, "reden": "x"}).status_code == 404
    taak.refresh_from_db()
    assert taak.tot is None


def test_ending_a_task_takes_the_dossier_away_at_once(client, regisseur, dossier, taak, wijkagent):
    client.force_login(regisseur)
    response = client.post(url(dossier, "team-beeindigen"), {"taak": taak.pk, "reden": "Andere wijk."})
    assert response.headers["Location"] == url(dossier)
    page = client.get(url(dossier)).content.decode()
    assert "Taken die zijn gestopt" in page
    client.force_login(wijkagent)
    assert client.get(url(dossier)).status_code == 404


def test_ending_without_a_reason_is_told_at_that_colleague(client, regisseur, dossier, taak):
    client.force_login(regisseur)
    response = client.post(url(dossier, "team-beeindigen"), {"taak": taak.pk, "reden": ""})
    page = response.content.decode()
    assert response.status_code == 422
    assert '<details class="rk-end" open>' in page
    assert "De taak loopt nog" in page
    taak.refresh_from_db()
    assert taak.tot is None
    assert [row.object for row in looks(dossier=dossier.nummer)] == ["team"]


@pytest.mark.parametrize("value", ["", "x", "-1", "0", "999999", "99999999999999999999"])
def test_a_task_that_is_not_there_is_not_here(client, regisseur, dossier, value):
    client.force_login(regisseur)
    assert client.post(url(dossier, "team-beeindigen"), {"taak": value, "reden": "x"}).status_code == 404


def test_a_task_of_another_dossier_or_of_the_regisseur_cannot_be_ended(
    client, programmateam, regisseur, buddy, dossier, politie, make_user
):
    other = openen(programmateam, persoon_naam="P", regisseur=buddy, buddy=None, reden="Nieuw.")
    foreign = teamlid_toevoegen(access.get_dossier(buddy, other.nummer), make_user("lid"), politie, reden="x")
    own = Teamlidmaatschap.objects.get(dossier=dossier, rol=Rol.REGISSEUR)
    client.force_login(regisseur)
    for row in (foreign, own):
        assert client.post(url(dossier, "team-beeindigen"), {"taak": row.pk, "reden": "x"}).status_code == 404
        row.refresh_from_db()
        assert row.tot is None


def test_a_task_ends_by_post_alone(client, regisseur, dossier, taak):
    client.force_login(regisseur)
    assert client.get(url(dossier, "team-beeindigen")).status_code == 405


def test_a_teamlid_does_not_see_who_left_before_they_came(client, dossier, toegang, taak, make_user, politie):
    teamlid_beeindigen(toegang, taak.pk, reden="Andere wijk.")
    late = make_user("laat")
    teamlid_toevoegen(toegang, late, politie, reden="Sluit aan.")
    client.force_login(late)
    assert "Wijkagent Test" not in client.get(url(dossier)).content.decode()


def test_a_dossier_without_a_buddy_says_so(client, programmateam, regisseur):
    alone = openen(programmateam, persoon_naam="P", regisseur=regisseur, buddy=None, reden="Nieuw.")
    client.force_login(regisseur)
    assert "Er is nog geen buddy." in client.get(url(alone)).content.decode()


def test_guidance_stands_beside_the_team(client, regisseur, dossier):
    client.force_login(regisseur)
    assert "Handelingskader bij Team" in client.get(url(dossier)).content.decode()


def test_who_may_see_the_dossier_and_why(client, regisseur, buddy, make_user, dossier, taak):
    piket = make_user("piket", SiteRol.PIKET)
    noodtoegang_nemen(piket, dossier.nummer, reden="Vraag van de politie vannacht.")
    for user in (regisseur, buddy):
        client.force_login(user)
        page = client.get(url(dossier, "toegang")).content.decode()
        for shown in ("Regisseur Test", "Buddy Test", "Wijkagent Test", "Piket Test", "Vraag van de politie vannacht."):
            assert shown in page
        assert "programmateam R&amp;E" in page
    assert {row.object for row in looks(dossier=dossier.nummer)} == {"toegang"}


def test_who_may_see_the_dossier_is_not_for_a_teamlid(client, dossier, taak, wijkagent):
    client.force_login(wijkagent)
    assert client.get(url(dossier, "toegang")).status_code == 404
    assert url(dossier, "toegang") not in client.get(url(dossier)).content.decode()


@pytest.mark.parametrize("number", [1, 9])
def test_they_take_a_fixed_number_of_queries(
    client, regisseur, dossier, toegang, politie, make_user, number, django_assert_num_queries
):
    for n in range(number):
        open_task = teamlid_toevoegen(toegang, make_user(f"lid{n}"), politie, reden="x")
        ended = teamlid_toevoegen(toegang, make_user(f"oud{n}"), politie, reden="x")
        teamlid_beeindigen(toegang, ended.pk, reden="x")
    assert open_task.tot is None
    client.force_login(regisseur)
    with django_assert_num_queries(14):
        client.get(url(dossier))
    with django_assert_num_queries(15):
        client.get(url(dossier, "toegang"))


def test_the_regisseur_is_not_made_buddy_of_their_own_dossier(programmateam, regisseur, dossier):
    toegang = access.get_dossier(programmateam, dossier.nummer)
    with pytest.raises(NietToegestaan):
        toewijzen(toegang, Rol.BUDDY, regisseur, reden="Vergissing.")
    assert access.get_dossier(regisseur, dossier.nummer).rollen == {Rol.REGISSEUR}
