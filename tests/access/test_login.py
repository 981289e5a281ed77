"""A password alone is not enough, whatever door someone tries (promises.md)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings
from django.urls import clear_url_caches, reverse

from accounts.models import User
from config import urls

from .addresses import Pattern, addresses_of, all_patterns
from .browser import Browser
from .identities import ANONYMOUS, Identity
from .rounds import EVIL
from .world import World

pytestmark = pytest.mark.django_db
PASSWORD = "een-lang-wachtwoord-om-te-proeven"
# All that may be asked without logging in: the ways in, and what is the same for everyone.
PUBLIC = {
    "admin/login/",
    "_util/login/",
    "inloggen/",
    "inloggen/uitloggen/",
    "inloggen/niet-actief/",
    "inloggen/wachtwoord/vergeten/",
    "inloggen/wachtwoord/vergeten/verstuurd/",
    "inloggen/wachtwoord/vergeten/klaar/",
    "inloggen/wachtwoord/vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
    "inloggen/tweede-stap/authenticate/",
    "weergave/",
    "toegankelijkheid/",
    "privacy/",
    "sneltoetsen/",
    "gezondheid/",
}


@pytest.fixture
def someone(world: World) -> Iterator[User]:
    """A regisseur of alfa with a password; undone afterwards."""
    with transaction.atomic():
        user = world.users["regisseur"]
        user.set_password(PASSWORD)
        user.save()
        cache.clear()
        yield user
        transaction.set_rollback(True)


@pytest.fixture
def two_steps() -> Iterator[None]:
    with override_settings(PASSWORD_ALONE_IS_ENOUGH=False):
        yield


def credentials(user: User, **more: str) -> dict[str, str]:
    """A user name and password by every name that a login form here may use."""
    return {"username": user.username, "login": user.username, "password": PASSWORD, **more}


def logged_in(client: Client) -> bool:
    return SESSION_KEY in client.session


def ways_in(world: World, user: User) -> list[str]:
    """The routes at which a user name and password open a session."""
    found = []
    for pattern in all_patterns():
        for address in addresses_of(pattern, world)[:1]:
            client = Client(raise_request_exception=False)
            with transaction.atomic():
                client.post(address.path, credentials(user))
                if logged_in(client):
                    found.append(pattern.route)
                transaction.set_rollback(True)
    return found


def test_there_is_one_way_in_by_password(world: World, someone: User):
    assert ways_in(world, someone) == ["inloggen/"]


def test_a_stock_login_page_would_be_found(world: World, someone: User, monkeypatch: pytest.MonkeyPatch):
    """The seeded fault: Wagtail's own login page, open again."""
    without_ours = [entry for entry in urls.urlpatterns if str(entry.pattern) != "_util/login/"]
    monkeypatch.setattr(urls, "urlpatterns", without_ours)
    clear_url_caches()
    try:
        assert "_util/login/" in ways_in(world, someone)
    finally:
        monkeypatch.undo()
        clear_url_caches()


@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/"])
def test_stock_login_pages_lead_to_the_login_of_the_site(world: World, address: str):
    answer = Client().get(address, {"next": "/admin/pages/"})
    assert answer.status_code == 302
    assert urlsplit(answer["Location"]).path == reverse("account_login")


def test_a_password_without_a_second_step_opens_nothing_but_its_set_up(
    world: World, someone: User, two_steps: None, visitor: Browser
):
    client = Client()
    client.post("/inloggen/", credentials(someone))
    assert logged_in(client)
    found = []
    for pattern in all_patterns():
        if pattern.route.startswith("inloggen/"):
            continue
        for path in {address.path for address in addresses_of(pattern, world)}:
            for method in ("get", "post"):
                with transaction.atomic():
                    answer = getattr(client, method)(path)
                    transaction.set_rollback(True)
                if answer.status_code != 302 or urlsplit(answer["Location"]).path != reverse("mfa_index"):
                    found.append(f"{method} {path}: {answer.status_code}")
    assert found == []


def test_a_password_of_someone_with_a_second_step_logs_nobody_in(world: World, someone: User, two_steps: None):
    TOTP.activate(someone, generate_totp_secret())
    assert ways_in(world, someone) == []


def test_a_session_that_skipped_the_second_step_reads_nothing(world: World, someone: User, two_steps: None):
    """Whatever let it in: a session is judged by the step that was taken in it, not by the step that its user has."""
    TOTP.activate(someone, generate_totp_secret())
    client = Client()
    client.force_login(someone, "django.contrib.auth.backends.ModelBackend")
    for path in ("/dossiers/", "/admin/", f"/dossiers/{world.dossiers['alfa'].nummer}/"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert urlsplit(answer["Location"]).path == reverse("mfa_reauthenticate")


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_both_steps_open_the_dossiers(world: World, someone: User, two_steps: None):
    secret = generate_totp_secret()
    TOTP.activate(someone, secret)
    client = Client()
    first = client.post("/inloggen/", credentials(someone))
    assert urlsplit(first["Location"]).path == reverse("mfa_authenticate")
    client.post(first["Location"], {"code": code(secret)})
    assert logged_in(client)
    assert client.get("/dossiers/").status_code == 200


def test_setting_up_the_first_second_step_opens_the_dossiers(world: World, someone: User, two_steps: None):
    client = Client()
    client.post("/inloggen/", credentials(someone))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transaction, "on_commit", lambda act, *_args, **_kwargs: act())
        client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert client.get("/dossiers/").status_code == 200


@pytest.mark.parametrize("wanted", [EVIL, "//zeef.example.net/", "/\\zeef.example.net/", "https:zeef.example.net"])
def test_next_never_leads_to_another_site(world: World, someone: User, wanted: str):
    client = Client()
    answers = [
        client.get("/admin/login/", {"next": wanted}),
        client.post(f"/inloggen/?next={wanted}", credentials(someone, next=wanted)),
        client.get("/inloggen/", {"next": wanted}),
        client.post(f"/inloggen/uitloggen/?next={wanted}", {"next": wanted}),
    ]
    assert [urlsplit(answer.get("Location", "")).netloc for answer in answers] == ["", "", "", ""]
    assert "zeef" not in str([answer.get("Location", "") for answer in answers])


def open_without_login(world: World, visitor: Browser, patterns: list[Pattern]) -> set[str]:
    """The routes of which some answer to nobody in particular is not the way to the login page."""
    found = set()
    for pattern in patterns:
        for address in addresses_of(pattern, world):
            for answer in (visitor.get(ANONYMOUS, address.path), visitor.post(ANONYMOUS, address.path, {})):
                if urlsplit(answer.location).path not in (reverse("account_login"), "/admin/login/"):
                    found.add(pattern.route)
    return found


def test_what_is_open_without_logging_in_is_a_short_list(world: World, visitor: Browser):
    found = open_without_login(world, visitor, all_patterns())
    assert sorted(found - PUBLIC) == []


def test_the_list_of_open_addresses_has_no_stale_lines(world: World):
    assert {pattern.route for pattern in all_patterns()} >= PUBLIC


def test_anonymous_gets_one_answer_at_every_address_of_the_workspace(world: World, visitor: Browser):
    """Existing or not: to the login page, and nothing on the way tells."""
    identity: Identity = ANONYMOUS
    for path in ("/dossiers/", f"/dossiers/{world.dossiers['alfa'].nummer}/", "/dossiers/RK-2222-2222/"):
        answer: Any = visitor.get(identity, path)
        assert (answer.status, urlsplit(answer.location).path) == (302, reverse("account_login"))
        assert answer.body == ""
