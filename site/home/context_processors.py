"""What every template of the site knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.rollen import SiteRol, heeft_rol
from meldingen.models import Melding

from .weergave import weergave_of


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    entries = [
        (_("Mijn dossiers"), reverse("dossiers:mijn")),
        (_("Handelingskader"), "/handelingskader/"),
        (_("Dilemma's"), reverse("handelingskader:dilemmas")),
        (_("Leren"), "/leren/"),
    ]
    if heeft_rol(request.user, SiteRol.AUDITOR):
        entries.insert(0, (_("Inzagelog"), reverse("dossiers:inzagelog-auditor")))
    # The longest address that fits is where we are: the inzagelog of everything lies under the dossiers.
    current = max((url for _label, url in entries if request.path.startswith(url)), key=len, default=None)
    return [{"label": label, "url": url, "current": url == current} for label, url in entries]


def site(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    logged_in = user is not None and user.is_authenticated
    return {
        "gemeente_naam": settings.GEMEENTE_NAAM,
        "thema": settings.REGIEKADER_THEME,
        "demo": settings.DEMO,
        "weergave": weergave_of(request),
        "hoofdmenu": _menu(request) if logged_in else [],
        "ongelezen_meldingen": Melding.objects.filter(gebruiker=user, gelezen_op=None).count() if logged_in else 0,
    }
