"""The stukken of a dossier as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from casefiles.choices import Rol, Staat, Zichtbaarheid
from casefiles.models import Stuk, Teamlidmaatschap
from casefiles.rules.volledigheid import van_onderdeel
from casefiles.stuksoorten import PLAN_VAN_AANPAK, SOORTEN

_SHAPES = {
    Staat.CONCEPT: "concept",
    Staat.VOORGELEGD: "half",
    Staat.GEADVISEERD: "half",
    Staat.VASTGESTELD: "done",
    Staat.BIJGESTELD: "half",
}


@dataclass(frozen=True)
class StukRij:
    """`staat` is empty for kinds without a workflow."""

    titel: str
    url: str
    uitleg: str
    staat: str
    vorm: str
    versie: int
    gewijzigd_op: datetime
    door: str
    fase: int


def partners_of(team: Iterable[Teamlidmaatschap]) -> list[str]:
    """The codes of the organisations in the team, each once."""
    codes = [taak.organisatie.code for taak in team if taak.rol == Rol.TEAMLID and taak.organisatie]
    return list(dict.fromkeys(codes))


def _explain(stuk: Stuk, partners: list[str]) -> str:
    parts = []
    if stuk.soort == PLAN_VAN_AANPAK.code:
        onderdelen = stuk.stuksoort.onderdelen_van(stuk.schema)
        complete = sum(
            van_onderdeel(onderdeel, stuk.onderdeel_inhoud(onderdeel.code), partners).volledig
            for onderdeel in onderdelen
        )
        parts.append(_("%(klaar)s van %(alle)s onderdelen volledig") % {"klaar": complete, "alle": len(onderdelen)})
    elif stuk.titel != stuk.stuksoort.label:
        parts.append(str(stuk.stuksoort.label))
    if stuk.zichtbaarheid == Zichtbaarheid.REGISSEURS:
        parts.append(_("alleen regisseur en buddy zien dit"))
    return ", ".join(parts)


def rijen(stukken: Iterable[Stuk], team: Iterable[Teamlidmaatschap]) -> list[StukRij]:
    """These stukken (with `gewijzigd_door`), in the order of the kinds and the last changed first."""
    place = {soort: number for number, soort in enumerate(SOORTEN)}
    ordered = sorted(stukken, key=lambda stuk: stuk.gewijzigd_op, reverse=True)
    ordered.sort(key=lambda stuk: place.get(stuk.soort, len(place)))
    partners = partners_of(team)
    return [
        StukRij(
            titel=stuk.titel,
            url=reverse("dossiers:stuk", args=[stuk.dossier.nummer, stuk.kenmerk]),
            uitleg=_explain(stuk, partners),
            staat=str(Staat(stuk.staat).label).capitalize() if stuk.stuksoort.heeft_staten else "",
            vorm=_SHAPES[Staat(stuk.staat)],
            versie=stuk.gewijzigd_in,
            gewijzigd_op=stuk.gewijzigd_op,
            door=str(stuk.gewijzigd_door),
            fase=stuk.fase,
        )
        for stuk in ordered
    ]
