"""The synonym list in Wagtail's admin: vakontwikkeling keeps it, nobody else."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.rollen import SiteRol
from home.inrichting import ensure
from search.analysis.synonyms import seeds
from search.models import Synoniem
from search.synonyms import current_synonyms
from tests.conftest import MakeUser

pytestmark = pytest.mark.django_db


def test_what_ships_is_in_the_list_from_the_start() -> None:
    assert Synoniem.objects.count() == len(seeds())
    assert all(row.bron for row in Synoniem.objects.all())


def test_vakontwikkeling_adds_a_synonym_in_the_admin(client: Client, make_user: MakeUser) -> None:
    ensure()
    client.force_login(make_user("vak", SiteRol.VAKONTWIKKELING))
    assert client.get(reverse("wagtailsnippets_search_synoniem:list")).status_code == 200
    answer = client.post(
        reverse("wagtailsnippets_search_synoniem:add"), {"woorden": "crèche\nkinderopvang", "bron": "Van Dale"}
    )
    assert answer.status_code == 302
    assert current_synonyms().find(["creche"])[0].others == (("kinderopvang",),)


@pytest.mark.parametrize("rollen", [(), (SiteRol.BEHEERDER,), (SiteRol.REGISSEURSPOOL,)])
def test_nobody_else_changes_the_list(client: Client, make_user: MakeUser, rollen: tuple[SiteRol, ...]) -> None:
    ensure()
    client.force_login(make_user("ander", *rollen))
    client.post(reverse("wagtailsnippets_search_synoniem:add"), {"woorden": "a\nb", "bron": "x"})
    assert not Synoniem.objects.filter(bron="x").exists()


def test_one_word_alone_is_no_synonym() -> None:
    with pytest.raises(ValidationError):
        Synoniem(woorden="alleen\n\n", bron="x").full_clean()
