"""What happened in a dossier, as rows for `rk/timeline.html`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from casefiles import access
from casefiles.choices import VersieSoort
from casefiles.models import Dossierversie, Stukversie


@dataclass(frozen=True)
class Gebeurtenis:
    titel: str
    datum: datetime
    url: str
    uitleg: str
    wie: str
    is_versie: bool = True


def gebeurtenissen(toegang: access.Toegang, versies: Sequence[Dossierversie]) -> list[Gebeurtenis]:
    """These versions (from `access.versies_in_tijdlijn`, with `auteur`) with the stukken each changed. One query."""
    nummer = toegang.dossier.nummer
    readable = access.stukken_visible_to(toegang).values("pk")
    titles: dict[int, list[str]] = {}
    rows = Stukversie.objects.filter(versie__in=[versie.pk for versie in versies], stuk__in=readable)
    for versie_id, titel in rows.order_by("pk").values_list("versie_id", "stuk__titel"):
        titles.setdefault(versie_id, []).append(titel)
    found = []
    for versie in versies:
        what = ", ".join(titles.get(versie.pk, [])) or VersieSoort(versie.soort).label
        found.append(
            Gebeurtenis(
                titel=_("Versie %(nummer)s: %(wat)s") % {"nummer": versie.nummer, "wat": what},
                datum=versie.moment,
                url=reverse("dossiers:versie", args=[nummer, versie.nummer]),
                uitleg=versie.reden,
                wie=str(versie.auteur),
            )
        )
    return found
