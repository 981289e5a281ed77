"""Which points of a plan van aanpak are open, and what stands against vaststellen.

The six required parts stop (hk-2020 §1.2b r.217-222; domain.md A.4: saving an incomplete plan may, vaststellen not).
All else warns: the opgave (r.238-242), taken en rollen (r.473), the new focus (r.228), and advice of the ITAT-R
(r.249). Who vaststelt is not said in the source (r.253), so nothing here asks for a role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casefiles.choices import Staat
from casefiles.stuksoorten import PLAN_VAN_AANPAK

from .bezwaren import Bezwaar
from .volledigheid import van_onderdeel

ZES_ONDERDELEN = ("zorgen", "doelen", "koers", "interventies", "organisaties", "termijn")  # r.217-222


@dataclass(frozen=True)
class OpenPunt:
    """A section with open points: how many, whether nothing was written, and whether it is one of the six."""

    onderdeel: str
    label: str
    aantal: int
    leeg: bool
    vereist: bool
    bron: str


def open_punten(inhoud: Mapping[str, Any], partners: Iterable[str]) -> list[OpenPunt]:
    """The sections of a plan that are not complete, in the order of the form; `partners`: organisations in the team."""
    partners = list(partners)
    found = []
    for onderdeel in PLAN_VAN_AANPAK.onderdelen:
        stand = van_onderdeel(onderdeel, dict(inhoud.get(onderdeel.code) or {}), partners)
        if not stand.volledig:
            required = onderdeel.code in ZES_ONDERDELEN
            found.append(OpenPunt(onderdeel.code, onderdeel.label, stand.open, stand.leeg, required, onderdeel.bron))
    return found


def bezwaren(staat: Staat, inhoud: Mapping[str, Any], partners: Iterable[str]) -> list[Bezwaar]:
    """What stands against vaststellen of this plan by the regisseur: a stop for each open required part, else warnings.

    Recording that a competent body adopted it is another act, which nothing stops (casefiles.rules.bezwaren.Besluit).
    """
    found = [
        Bezwaar(
            f"open-{punt.onderdeel}",
            ngettext("%(deel)s: %(aantal)d punt open", "%(deel)s: %(aantal)d punten open", punt.aantal)
            % {"deel": punt.label, "aantal": punt.aantal},
            punt.bron,
            stopt=punt.vereist,
        )
        for punt in open_punten(inhoud, partners)
    ]
    if staat not in (Staat.GEADVISEERD, Staat.VASTGESTELD, Staat.BIJGESTELD):
        found.append(Bezwaar("geen-advies", _("Het ITAT-R heeft nog geen advies gegeven over dit plan."), "r. 249"))
    return found
