"""Leaks put in on purpose, each by breaking one guard. The sweep has to find every one of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

from django.core import mail
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import clear_url_caches, path

from accounts.models import User
from audit.log import record
from casefiles import access
from casefiles.choices import Rol
from casefiles.models import Dossier, Persoon, Stuk, Werktekst
from casefiles.rules.toegang import MATRIX, Recht, Zaak
from config import urls
from config.middleware import PrivateResponseMiddleware
from knowledge.handelingskader.models import HandelingskaderIndexPagina

from . import dark, searching, twins
from .browser import Browser
from .identities import ALFA, IDENTITIES
from .rounds import Round
from .world import World

Problems = set[Any]


@dataclass(frozen=True)
class Seed:
    """`broken` breaks the guard; `look` is the part of the sweep that has to see it."""

    name: str
    broken: Callable[[World], AbstractContextManager[object]]
    look: Callable[[Browser], Problems]


def _round(*names: str, as_: tuple[str, ...], posts: bool = False) -> Callable[[Browser], Problems]:
    identities = [identity for identity in IDENTITIES if identity.name in as_]

    def look(browser: Browser) -> Problems:
        report = Round(browser, identities).go(lambda p: p.name in names or p.route in names, posts=posts)
        return report.leaks | report.faults

    return look


def _twins(browser: Browser) -> Problems:
    overview = (twin for twin in twins.twins(browser.world) if twin.pattern.name == "dossiers:overzicht")
    return set(twins.differences(browser, overview))


def _dark(browser: Browser) -> Problems:
    return dark.leaks(browser, lambda pattern: pattern.name == "dossiers:overzicht")


def _search(browser: Browser) -> Problems:
    return searching.leaks(browser.world)[1]


# -- what is broken -----------------------------------------------------------------------------------------------


@contextmanager
def _everyone_is_regisseur(_world: World) -> Iterator[None]:
    def grounds(_user: User, dossier: Dossier) -> tuple[list[access.Toegangsgrond], tuple[tuple[int, int], ...]]:
        return [access.Toegangsgrond(Rol.REGISSEUR, dossier.aangemaakt_op)], ()

    with (
        mock.patch.object(access, "dossiers_visible_to", side_effect=lambda _user: Dossier.objects.all()),
        mock.patch.object(access, "_grounds", grounds),
    ):
        yield


def _any_stuk(_world: World) -> AbstractContextManager[object]:
    def get_stuk(toegang: access.Toegang, kenmerk: str) -> Stuk:
        return Stuk.objects.get(dossier=toegang.dossier, kenmerk=kenmerk)

    return mock.patch.object(access, "get_stuk", get_stuk)


@contextmanager
def _new_address(_world: World) -> Iterator[None]:
    def names(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(", ".join(Persoon.objects.values_list("naam", flat=True)))

    with mock.patch.object(urls, "urlpatterns", [path("namenlijst/", names, name="namenlijst"), *urls.urlpatterns]):
        clear_url_caches()
        try:
            yield
        finally:
            clear_url_caches()
    clear_url_caches()


@contextmanager
def _error_page_that_tells(_world: World) -> Iterator[None]:
    def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
        there = any(nummer in request.path for nummer in Dossier.objects.values_list("nummer", flat=True))
        return HttpResponse("Niet voor jou." if there else "Bestaat niet.", status=404)

    clear_url_caches()
    with mock.patch.object(urls, "handler404", not_found):
        yield
    clear_url_caches()


def _every_answer(change: Callable[[HttpResponse], None]) -> AbstractContextManager[object]:
    through = PrivateResponseMiddleware.__call__

    def call(self: PrivateResponseMiddleware, request: HttpRequest) -> HttpResponse:
        response = through(self, request)
        change(response)
        return response

    return mock.patch.object(PrivateResponseMiddleware, "__call__", call)


def _header_with_a_number(world: World) -> AbstractContextManager[object]:
    return _every_answer(lambda response: response.headers.__setitem__("X-Dossier", world.dossiers[ALFA].nummer))


def _file_name_with_a_name(world: World) -> AbstractContextManager[object]:
    naam = Persoon.objects.get(dossier=world.dossiers[ALFA]).naam
    return _every_answer(
        lambda response: response.headers.__setitem__("Content-Disposition", f'attachment; filename="{naam}.pdf"')
    )


def _mail_with_a_name(world: World) -> AbstractContextManager[object]:
    naam = Persoon.objects.get(dossier=world.dossiers[ALFA]).naam
    return _every_answer(
        lambda _response: mail.EmailMessage("Dossier", f"Over {naam}", to=["a@b.invalid"]).send() and None
    )


def _log_with_a_name(_world: World) -> AbstractContextManager[object]:
    through = access.get_dossier

    def get_dossier(user: User, nummer: str) -> access.Toegang:
        logging.getLogger("regiekader.proef").warning("%s vraagt een dossier", user)
        return through(user, nummer)

    return mock.patch.object(access, "get_dossier", get_dossier)


@contextmanager
def _old_versions_unchecked(_world: World) -> Iterator[None]:
    with (
        mock.patch("casefiles.versions.reading.mag_oude_versie_lezen", return_value=True),
        mock.patch.object(access, "mag_oude_versie_lezen", return_value=True),
    ):
        yield


def _all_reasons(_world: World) -> AbstractContextManager[object]:
    return mock.patch.object(access, "versies_in_tijdlijn", access.versies_visible_to)


def _reasons_of_transitions(_world: World) -> AbstractContextManager[object]:
    return mock.patch.object(access, "mag_reden_van_overgang_lezen", return_value=True)


def _whole_person(_world: World) -> AbstractContextManager[object]:
    return mock.patch.dict(MATRIX[Zaak.PERSOON], {Rol.TEAMLID: Recht.LEZEN})


def _ended_tasks_count(_world: World) -> AbstractContextManager[object]:
    return mock.patch.object(access, "open_period", return_value=Q(pk__isnull=False))


def _werktekst_of_another(_world: World) -> AbstractContextManager[object]:
    def any_werktekst(_toegang: access.Toegang, stuk: Stuk) -> Werktekst | None:
        return Werktekst.objects.filter(stuk=stuk).first()

    return mock.patch("casefiles.actions.werktekst.werktekst_van", any_werktekst)


@contextmanager
def _search_unchecked(_world: World) -> Iterator[None]:
    everyone = [
        access.Principal(name)
        for pk in Dossier.objects.values_list("pk", flat=True)
        for name in (f"dossier:{pk}:regie", f"dossier:{pk}:team")
    ]
    with (
        mock.patch.object(access, "principals_for", return_value=everyone),
        mock.patch("search.query._readable", side_effect=lambda _user, _principals, keys: set(keys)),
    ):
        yield


def _look_without_a_row(_world: World) -> AbstractContextManager[object]:
    return mock.patch("casefiles.views.door.record")


def _log_that_fails_in_silence(_world: World) -> AbstractContextManager[object]:
    def quietly(*args: Any, **kwargs: Any) -> None:
        try:
            record(*args, **kwargs)
        except Exception:
            return

    return mock.patch("casefiles.views.door.record", quietly)


@contextmanager
def _page_named_after_a_person(world: World) -> Iterator[None]:
    page = HandelingskaderIndexPagina.objects.get()
    before, naam = page.title, Persoon.objects.get(dossier=world.dossiers[ALFA]).naam
    HandelingskaderIndexPagina.objects.filter(pk=page.pk).update(title=naam, draft_title=naam)
    yield
    HandelingskaderIndexPagina.objects.filter(pk=page.pk).update(title=before, draft_title=before)


SEEDS = (
    Seed("everyone is regisseur", _everyone_is_regisseur, _round("dossiers:overzicht", as_=("beheerder", "superuser"))),
    Seed("a stuk without the condition on it", _any_stuk, _round("dossiers:stuk", as_=("teamlid",))),
    Seed("a new address without a door", _new_address, _round("namenlijst", as_=("buitenstaander",))),
    Seed("an error page that tells absent from forbidden", _error_page_that_tells, _twins),
    Seed("a number in a header", _header_with_a_number, _round("privacy", as_=("anonymous",))),
    Seed("a name in the name of a file", _file_name_with_a_name, _round("privacy", as_=("anonymous",))),
    Seed("a name in a mail", _mail_with_a_name, _round("privacy", as_=("regisseur",))),
    Seed("a name in the log", _log_with_a_name, _round("dossiers:overzicht", as_=("buitenstaander",))),
    Seed("old versions without a check", _old_versions_unchecked, _round("dossiers:versie", as_=("teamlid",))),
    Seed("reasons without their stuk", _all_reasons, _round("dossiers:tijdlijn", as_=("teamlid",))),
    Seed("reasons of transitions", _reasons_of_transitions, _round("dossiers:fase", as_=("teamlid",))),
    Seed("the whole person", _whole_person, _round("dossiers:persoon", as_=("teamlid",))),
    Seed("ended tasks still count", _ended_tasks_count, _round("dossiers:overzicht", as_=("ex-teamlid",))),
    Seed("the werktekst of another", _werktekst_of_another, _round("dossiers:bewerken", as_=("buddy",))),
    Seed("search without principals and check", _search_unchecked, _search),
    Seed("a look without a row", _look_without_a_row, _round("dossiers:overzicht", as_=("regisseur",))),
    Seed("a log that fails in silence", _log_that_fails_in_silence, _dark),
    Seed("a page named after a person", _page_named_after_a_person, _round("wagtailadmin_explore", as_=("superuser",))),
)


def finds(browser: Browser, seed: Seed) -> bool:
    """Whether the sweep sees this leak, and saw nothing of the kind before it was put in."""
    before = seed.look(browser)
    with seed.broken(browser.world):
        after = seed.look(browser)
    return bool(after - before)
