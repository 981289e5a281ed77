"""The people at work in the editing workspace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from casefiles import access
from casefiles.actions.team import teamlid_toevoegen
from casefiles.models import Organisatie


@pytest.fixture
def as_regisseur(client: Client, regisseur: User) -> Client:
    client.force_login(regisseur)
    return client


@pytest.fixture
def as_buddy(buddy: User) -> Client:
    client = Client()
    client.force_login(buddy)
    return client


@pytest.fixture
def lid(make_user: Callable[..., User], toegang: access.Toegang, politie: Organisatie) -> User:
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Nodig voor het plan.")
    return user
