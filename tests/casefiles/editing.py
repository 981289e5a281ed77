"""Filling in a section as a browser does, for the tests of the editing workspace."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import User
from audit.models import Handeling, InzageRegel
from casefiles import access
from casefiles.actions.stuk import opslaan
from casefiles.models import Dossierversie, Stuk, Werktekst

from .posting import post_of


def address(stuk: Stuk, onderdeel: str = "opgave", name: str = "bewerken") -> str:
    return reverse(f"dossiers:{name}", args=[stuk.dossier.nummer, stuk.kenmerk, onderdeel])


def around(stuk: Stuk, name: str) -> str:
    return reverse(f"dossiers:{name}", args=[stuk.dossier.nummer, stuk.kenmerk])


def form_of(client: Client, url: str, **changes: str) -> dict[str, Any]:
    """The form at this address as a browser has it, with these fields typed anew."""
    data = post_of(client.get(url).content.decode(), "plan")
    for button in ("invoer", "naar", "opslaan"):
        data.pop(button, None)
    for name, value in changes.items():
        data[name] = value
    return dict(data.lists())


def mine(user: User) -> dict[str, Any]:
    return Werktekst.objects.get(gebruiker=user).inhoud


def looks() -> int:
    return InzageRegel.objects.filter(handeling=Handeling.BEKIJKEN).count()


def save_by(user: User, stuk: Stuk, onderdeel: str, **values: str) -> Dossierversie:
    """A colleague registers a new version."""
    stuk = Stuk.objects.get(pk=stuk.pk)
    inhoud = {**stuk.inhoud, onderdeel: {**stuk.inhoud[onderdeel], **values}}
    toegang = access.get_dossier(user, stuk.dossier.nummer)
    return opslaan(toegang, stuk, inhoud, reden="Aangevuld.", basis=stuk.gewijzigd_in)
