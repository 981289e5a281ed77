"""A dossier with a plan that has a history, a document for the team and one for regisseur and buddy only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import User
from casefiles import access
from casefiles.actions.stuk import opslaan, toevoegen
from casefiles.choices import Zichtbaarheid
from casefiles.models import Dossier, Dossierversie, Stuk


def inhoud_van_document(titel: str, tekst: str) -> dict[str, Any]:
    return {"tekst": {"titel": titel, "tekst": tekst, "labels": []}}


def document(
    toegang: access.Toegang,
    titel: str,
    tekst: str = "Inhoud.",
    *,
    alleen_regie: bool = False,
    reden: str = "Vastgelegd.",
) -> Stuk:
    zichtbaarheid = Zichtbaarheid.REGISSEURS if alleen_regie else Zichtbaarheid.TEAM
    return toevoegen(
        toegang, "document", reden=reden, inhoud=inhoud_van_document(titel, tekst), zichtbaarheid=zichtbaarheid
    )


def save(
    toegang: access.Toegang, stuk: Stuk, reden: str = "Bijgesteld.", **onderdelen: dict[str, Any]
) -> Dossierversie:
    """The next version of a stuk with these sections; the other sections stay as they are."""
    stuk = Stuk.objects.get(pk=stuk.pk)
    inhoud = {**stuk.inhoud, **{code.replace("_", "-"): values for code, values in onderdelen.items()}}
    return opslaan(toegang, stuk, inhoud, reden=reden, basis=stuk.gewijzigd_in)


def koers(toegang: access.Toegang, plan: Stuk, tekst: str, reden: str = "Koers bijgesteld.") -> Dossierversie:
    return save(toegang, plan, reden, koers={"tekst": tekst})


def address(dossier: Dossier, name: str, *args: object) -> str:
    return reverse(f"dossiers:{name}", args=[dossier.nummer, *args])


@dataclass
class Reader:
    """Someone who is logged in and asks for pages of one dossier."""

    client: Client
    dossier: Dossier

    def status(self, name: str, *args: object, query: str = "") -> int:
        return self.client.get(address(self.dossier, name, *args) + query).status_code

    def page(self, name: str, *args: object, query: str = "", status: int = 200) -> str:
        response = self.client.get(address(self.dossier, name, *args) + query)
        assert response.status_code == status
        return response.content.decode()

    def post(self, name: str, *args: object, **data: object) -> Any:
        return self.client.post(address(self.dossier, name, *args), data)


def reader(user: User, dossier: Dossier) -> Reader:
    client = Client()
    client.force_login(user)
    return Reader(client, dossier)
