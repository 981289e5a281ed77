"""Dossiers in Wagtail's admin: only for who has to do with them, and only counts."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission

from accounts.rollen import SiteRol
from casefiles.dashboard import Tellingen, tellingen
from home.inrichting import ensure

from .scenes import interventie, with_interventies

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_admin(client):
    """Read the home page of the admin as this user."""
    ensure()

    def read(user):
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        response = client.get("/admin/")
        assert response.status_code == 200
        return response.content.decode()

    return read


def test_who_has_a_task_sees_counts_and_the_way(in_admin, regisseur, dossier, toegang, plan):
    with_interventies(
        toegang,
        plan,
        interventie("Laat", -1),
        interventie("Gauw", 3),
        interventie("Ook gauw", 9),
        interventie("Later", 60),
    )
    page = in_admin(regisseur)
    for shown in ("Je hebt een taak in 1 dossier.", "1 termijn is voorbij.", "2 termijnen lopen binnen twee weken af."):
        assert shown in page
    assert "/dossiers/" in page
    for hidden in (dossier.nummer, "Persoon Proef", "Gauw"):
        assert hidden not in page


@pytest.mark.parametrize("superuser", [True, False])
def test_others_see_nothing_of_it(in_admin, make_user, dossier, superuser):
    page = in_admin(make_user("ander", SiteRol.BEHEERDER, superuser=superuser))
    assert "Je hebt een taak" not in page
    assert '"/dossiers/"' not in page


def test_the_programmateam_sees_the_way_and_no_counts(in_admin, programmateam, dossier):
    page = in_admin(programmateam)
    assert "Je hebt een taak" not in page
    assert "/dossiers/" in page


def test_counting_takes_two_queries(regisseur, dossier, toegang, plan, django_assert_num_queries):
    with_interventies(toegang, plan, interventie("Laat", -1))
    with django_assert_num_queries(2):
        assert tellingen(regisseur) == Tellingen(1, 1, 0)
