"""What every template of the site knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from meldingen.models import Melding

from .weergave import weergave_of


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    entries = [
        (_("Mijn dossiers"), reverse("dossiers:mijn")),
        (_("Handelingskader"), "/handelingskader/"),
        (_("Dilemma's"), reverse("handelingskader:dilemmas")),
        (_("Leren"), "/leren/"),
    ]
    return [{"label": label, "url": url, "current": request.path.startswith(url)} for label, url in entries]


def site(request: HttpRequest) -> dict[str, Any]:
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.user = getattr(request, "user", None)
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.logged_in = user is not None and user.is_authenticated
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.return {
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.    "gemeente_naam": settings.GEMEENTE_NAAM,
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.    "thema": settings.REGIEKADER_THEME,
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.    "demo": settings.DEMO,
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.    "weergave": weergave_of(request),
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.    "hoofdmenu": _menu(request) if logged_in else [],
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.    "ongelezen_meldingen": Melding.objects.filter(gebruiker=user, gelezen_op=None).count() if logged_in else 0,
 The longest address that fits is where we are: Dilemma.s lies inside the handelingskader.}
