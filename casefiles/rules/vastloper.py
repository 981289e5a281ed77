"""The ladder for a stuck casus, and when a doorbraakoverleg succeeded (hk-2020 §F2c r.290, §F2d r.294-300).

What the source says about staying in the aanpak meanwhile is redacted for the greater part (r.286-288) and is not here.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from django.utils.translation import gettext as _

from casefiles.stuksoorten.keuzen import JaNee

from .bezwaren import Bezwaar


class Trede(IntEnum):
    """The steps of the ladder, in their order (r.290)."""

    TEAM = 1  # the interventieteam looks for a way itself
    ONDERSTEUNING = 2  # colleagues, the programmateam R&E, the ITAT-R
    DOORBRAAK = 3  # a doorbraakoverleg


def label(trede: Trede) -> str:
    match trede:
        case Trede.TEAM:
            return _("Zoeken naar een doorbraak met het interventieteam")
        case Trede.ONDERSTEUNING:
            return _("Hulp vragen aan collega’s, programmateam R&E en ITAT-R")
        case Trede.DOORBRAAK:
            return _("Doorbraakoverleg")


def volgende(vastgelegd: Collection[Trede]) -> Trede | None:
    """The lowest step that was not recorded yet; None when all were."""
    return next((trede for trede in Trede if trede not in vastgelegd), None)


def bezwaren(naar: Trede, vastgelegd: Collection[Trede]) -> list[Bezwaar]:
    """A warning for each step that is skipped on the way to this one (r.290). A reason overrides them all."""
    return [
        Bezwaar(
            f"trede-{trede.value}",
            _("Deze stap is nog niet vastgelegd: %(stap)s") % {"stap": label(trede)},
            "r. 290",
        )
        for trede in Trede
        if trede < naar and trede not in vastgelegd
    ]


def uitkomst_bezwaren(geslaagd: str, nieuwe_weg: str) -> list[Bezwaar]:
    """A doorbraakoverleg succeeded when there is a new road (r.298): say which, and say it if one was found."""
    found_road = bool(nieuwe_weg.strip())
    if geslaagd == JaNee.JA and not found_road:
        return [Bezwaar("welke-weg", _("Schrijf op welke nieuwe weg jullie inslaan."), "r. 298")]
    if geslaagd == JaNee.NEE and found_road:
        return [Bezwaar("toch-een-weg", _("Er staat een nieuwe weg. Is het overleg dan toch geslaagd?"), "r. 298")]
    return []
