"""Fixtures for all tests: people, a dossier, and a check that no stuk was saved outside a dossierversie."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from accounts.models import User
from accounts.rollen import SiteRol
from casefiles import access
from casefiles.actions.openen import openen
from casefiles.actions.stuk import toevoegen
from casefiles.models import Dossier, Organisatie, Stuk
from casefiles.versions.verify import verify_dossier
from home.inrichting import ensure
from knowledge.handelingskader.importer.apply import ImportReport
from knowledge.handelingskader.importer.reading import read
from knowledge.vakontwikkeling.importing import load_shipped
from knowledge.vakontwikkeling.models import LerenIndexPagina
from tests.documents import SHIPPED, load

MakeUser = Callable[..., User]


@pytest.fixture
def make_user(db: None) -> MakeUser:
    """make_user("anna", SiteRol.REGISSEURSPOOL) gives a user with these roles."""

    def make(username: str, *rollen: SiteRol, superuser: bool = False) -> User:
        user = User.objects.create_user(
            username=username,
            naam=f"{username.capitalize()} Test",
            email=f"{username}@voorbeeld.test",
            password="geheim",
        )
        user.is_superuser = superuser
        user.save()
        for rol in rollen:
            user.groups.add(Group.objects.get_or_create(name=rol.value)[0])
        return user

    return make


@pytest.fixture
def programmateam(make_user: MakeUser) -> User:
    return make_user("programmateam", SiteRol.PROGRAMMATEAM)


@pytest.fixture
def regisseur(make_user: MakeUser) -> User:
    return make_user("regisseur", SiteRol.REGISSEURSPOOL)


@pytest.fixture
def buddy(make_user: MakeUser) -> User:
    return make_user("buddy", SiteRol.REGISSEURSPOOL)


@pytest.fixture
def buitenstaander(make_user: MakeUser) -> User:
    return make_user("buitenstaander")


@pytest.fixture
def politie(db: None) -> Organisatie:
    return Organisatie.objects.create(code="politie", naam="Politie", soort="kernpartner")


@pytest.fixture
def dossier(programmateam: User, regisseur: User, buddy: User) -> Dossier:
    return openen(
        programmateam, persoon_naam="Persoon Proef", regisseur=regisseur, buddy=buddy, reden="Nieuwe casus na weging."
    )


@pytest.fixture
def toegang(regisseur: User, dossier: Dossier) -> access.Toegang:
    """The regisseur's access to the dossier."""
    return access.get_dossier(regisseur, dossier.nummer)


@pytest.fixture
def plan(toegang: access.Toegang) -> Stuk:
    return toevoegen(toegang, "plan-van-aanpak", reden="Begin van het plan.")


@pytest.fixture
def site_pages(db: None) -> None:
    ensure()


@pytest.fixture(scope="module")
def shipped(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[ImportReport]:
    """The shipped guidance and training, loaded once for a module; each test still undoes its own changes."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        try:
            ensure()
            report = load(read(SHIPPED), voorbeeldtekst=True)
            load_shipped(LerenIndexPagina.objects.get())
            yield report
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def _history_is_whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """After every test with a database: each stuk reads as its last version, and the chain of versions is whole.

    A test that breaks history on purpose says so with the mark `breaks_history`.
    """
    yield
    uses_db = {"db", "transactional_db", "django_db_setup"} & set(request.fixturenames)
    if (
        uses_db
        and request.node.get_closest_marker("django_db")
        and not request.node.get_closest_marker("breaks_history")
    ):
        faults = [fault for dossier in Dossier.objects.all() for fault in verify_dossier(dossier)]
        assert not faults
