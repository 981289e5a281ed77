"""What versions and the log refer to is not thrown away in Wagtail's admin, and errors take nothing with them."""

from __future__ import annotations

import io
import logging

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from accounts.models import User
from accounts.rollen import SiteRol
from casefiles.models import Organisatie
from home.inrichting import ensure

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(make_user) -> Client:
    client = Client()
    client.force_login(make_user("opperbeheer", superuser=True))
    return client


def test_an_account_is_not_deleted_but_put_out_of_use(admin, toegang, plan):
    user = toegang.user
    for method in (admin.get, admin.post):
        answer = method(f"/admin/users/delete/{user.pk}/", follow=True)
        assert answer.status_code == 200
        assert "niet actief" in answer.content.decode()
    assert User.objects.filter(pk=user.pk).exists()


def test_several_accounts_are_not_deleted_either(admin, toegang, plan):
    answer = admin.post(f"/admin/bulk/accounts/user/delete/?id={toegang.user.pk}", follow=True)
    assert "niet actief" in answer.content.decode()
    assert User.objects.filter(pk=toegang.user.pk).exists()


@pytest.mark.parametrize(
    "address", ["snippets/casefiles/organisatie/delete/{}/", "bulk/casefiles/organisatie/delete/?id={}"]
)
def test_an_organisation_is_not_deleted_but_put_out_of_use(admin, politie, address):
    answer = admin.post(f"/admin/{address.format(politie.pk)}", follow=True)
    assert answer.status_code == 200
    assert "uit gebruik" in answer.content.decode()
    assert Organisatie.objects.filter(pk=politie.pk).exists()


def test_a_traceback_in_the_log_holds_no_values():
    how = settings.LOGGING["formatters"][settings.LOGGING["handlers"]["console"]["formatter"]]
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(import_string(how["()"])(how["format"]))
    logger = logging.Logger("proef")
    logger.addHandler(handler)
    try:
        try:
            raise KeyError("geheime inhoud")
        except KeyError as error:
            raise ValueError("nog meer inhoud") from error
    except ValueError:
        logger.exception("Het ging mis")
    written = stream.getvalue()
    assert "inhoud" not in "\n".join(line for line in written.splitlines() if "raise" not in line)
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert "test_what_stays.py" in written


def test_a_beheerder_cannot_take_an_account_over_by_its_mail_address(make_user, regisseur):
    beheerder = make_user("beheer", SiteRol.BEHEERDER)
    ensure()
    client = Client()
    client.force_login(beheerder)
    address = f"/admin/users/edit/{regisseur.pk}/"
    form = client.get(address).context["form"]
    assert "password1" not in form.fields
    typed = {"username": regisseur.username, "naam": "Andere Naam", "email": "boef@voorbeeld.test", "is_active": "on"}
    assert client.post(address, typed).status_code == 302
    before = regisseur.email
    regisseur.refresh_from_db()
    assert (regisseur.naam, regisseur.email) == ("Andere Naam", before)
