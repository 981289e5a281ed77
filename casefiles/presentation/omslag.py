"""What stands on the cover of a dossier: number, fase, regisseur and buddy (domain.md A.9, first row)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from casefiles.choices import Rol
from casefiles.models import Teamlidmaatschap


@dataclass(frozen=True)
class Regie:
    """Who leads a dossier now."""

    regisseur: User | None = None
    buddy: User | None = None


def regie_of(taken: Iterable[Teamlidmaatschap]) -> Regie:
    """Regisseur and buddy among these open tasks of one dossier."""
    by_role = {taak.rol: taak.gebruiker for taak in taken}
    return Regie(by_role.get(Rol.REGISSEUR), by_role.get(Rol.BUDDY))


def regie_per_dossier(dossier_ids: Iterable[int]) -> dict[int, Regie]:
    """Regisseur and buddy of each of these dossiers, which the caller got through the door. One query."""
    rows = Teamlidmaatschap.objects.filter(
        dossier__in=list(dossier_ids), rol__in=[Rol.REGISSEUR, Rol.BUDDY], tot__isnull=True
    ).select_related("gebruiker")
    found: dict[int, list[Teamlidmaatschap]] = {}
    for row in rows:
        found.setdefault(row.dossier_id, []).append(row)
    return {dossier_id: regie_of(taken) for dossier_id, taken in found.items()}


def open_team(dossier_id: int) -> list[Teamlidmaatschap]:
    """The open tasks of a dossier: regisseur, buddy, then the others by organisation. One query."""
    rank = {Rol.REGISSEUR.value: 0, Rol.BUDDY.value: 1}
    rows = Teamlidmaatschap.objects.filter(dossier=dossier_id, tot__isnull=True).select_related(
        "gebruiker", "organisatie"
    )
    return sorted(
        rows, key=lambda taak: (rank.get(taak.rol, 2), taak.organisatie.naam if taak.organisatie else "", taak.van)
    )
