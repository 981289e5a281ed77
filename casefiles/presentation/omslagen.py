"""The covers of all dossiers for the programmateam: number, fase, regisseur and buddy, and nothing else (A.9)."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from accounts.models import User
from casefiles import access
from casefiles.choices import DossierStaat, Rol
from casefiles.models import Teamlidmaatschap
from knowledge.fases import Fase

from .omslag import Regie, regie_per_dossier

PER_PAGINA = 50


@dataclass(frozen=True)
class OmslagRij:
    nummer: str
    url: str
    fase: str
    afgesloten: bool
    regie: Regie


@dataclass(frozen=True)
class Omslagen:
    """One page of covers; `zonder_buddy` counts over all dossiers that are open."""

    pagina: Page
    rijen: list[OmslagRij]
    zonder_buddy: int

    @property
    def nummers(self) -> list[str]:
        return [rij.nummer for rij in self.rijen]


def _without_buddy(dossiers: QuerySet[access.Dossier]) -> QuerySet[access.Dossier]:
    buddy = Teamlidmaatschap.objects.filter(dossier=OuterRef("pk"), rol=Rol.BUDDY, tot__isnull=True)
    return dossiers.filter(~Exists(buddy), staat=DossierStaat.IN_AANPAK)


def omslagen(user: User, *, nummer: str = "", zonder_buddy: bool = False, pagina: str | None = None) -> Omslagen:
    """The covers whose number holds these signs, the newest dossier first. Four queries."""
    dossiers = access.dossiers_visible_to(user)
    without = _without_buddy(dossiers)
    chosen = without if zonder_buddy else dossiers
    if nummer:
        chosen = chosen.filter(nummer__contains=nummer.strip().upper())
    page = Paginator(chosen.order_by("-pk"), PER_PAGINA).get_page(pagina)
    rows = list(page.object_list)
    regie = regie_per_dossier(row.pk for row in rows)
    return Omslagen(
        pagina=page,
        rijen=[
            OmslagRij(
                row.nummer,
                reverse("dossiers:overzicht", args=[row.nummer]),
                str(Fase(row.fase).label),
                row.staat == DossierStaat.AFGESLOTEN,
                regie.get(row.pk, Regie()),
            )
            for row in rows
        ],
        zonder_buddy=without.count(),
    )
