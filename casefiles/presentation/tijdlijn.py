"""What happened in a dossier, as rows for `rk/timeline.html`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from casefiles import access
from casefiles.models import Dossierversie

from .versierijen import versie_rijen


@dataclass(frozen=True)
class Gebeurtenis:
    titel: str
    datum: datetime
    url: str
    uitleg: str
    wie: str
    is_versie: bool = True


def gebeurtenissen(toegang: access.Toegang, versies: Sequence[Dossierversie]) -> list[Gebeurtenis]:
    """These versions (from `access.versies_in_tijdlijn`, with `auteur`), each with what it changed. Two queries."""
    return [
        Gebeurtenis(
            titel=_("Versie %(nummer)s: %(wat)s")
            % {"nummer": rij.nummer, "wat": ", ".join(stuk.titel for stuk in rij.stukken) or rij.soort.lower()},
            datum=rij.moment,
            url=reverse("dossiers:versie", args=[toegang.dossier.nummer, rij.nummer]),
            uitleg=rij.reden,
            wie=rij.wie,
        )
        for rij in versie_rijen(toegang, versies)
    ]
