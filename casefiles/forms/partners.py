"""The partners who answer for the opgave: organisations with an open task in the team."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from casefiles.choices import Rol
from casefiles.models import Dossier, Organisatie, Teamlidmaatschap


@dataclass(frozen=True)
class Partner:
    """An organisation in the team now, and the colleagues who have its tasks."""

    code: str
    naam: str
    collegas: tuple[str, ...]


@dataclass(frozen=True)
class Kader:
    """What a form must know of the dossier around it: the partners now, and the name of every organisation by code."""

    partners: tuple[Partner, ...]
    namen: Mapping[str, str]

    @property
    def codes(self) -> list[str]:
        return [partner.code for partner in self.partners]

    def naam(self, code: str) -> str:
        """The name of an organisation, or its code when it is no longer known."""
        return self.namen.get(code, code)


def kader_of(dossier: Dossier) -> Kader:
    """Two queries, whatever the size of the team. Partners stand in the order in which they joined."""
    now = timezone.now()
    taken = (
        Teamlidmaatschap.objects.filter(
            Q(tot__isnull=True) | Q(tot__gt=now),
            dossier=dossier,
            rol=Rol.TEAMLID,
            van__lte=now,
            organisatie__isnull=False,
        )
        .order_by("van", "pk")
        .values_list("organisatie__code", "organisatie__naam", "gebruiker__naam")
    )
    found: dict[str, tuple[str, list[str]]] = {}
    for code, naam, collega in taken:
        found.setdefault(code, (naam, []))[1].append(collega)
    partners = tuple(Partner(code, naam, tuple(collegas)) for code, (naam, collegas) in found.items())
    return Kader(partners, dict(Organisatie.objects.values_list("code", "naam")))
