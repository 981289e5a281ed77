"""The three fasen of a dossier: the stepper, and the transitions as someone may read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casefiles import access
from casefiles.models import FaseOvergang
from casefiles.rules.toegang import Recht, Zaak
from knowledge.fases import Fase

from .datum import korte_dag


@dataclass(frozen=True)
class Stap:
    nummer: int
    label: str
    url: str
    staat: str  # "klaar", "nu" or "straks"
    uitleg: str


@dataclass(frozen=True)
class Overgang:
    """A transition. Reason, goals, what was told and who did it are empty for who may read date and fase alone."""

    van: str
    naar: str
    naar_fase: int
    datum: date
    reden: str = ""
    doelen: str = ""
    verteld: str = ""
    wie: str = ""


def overgangen(toegang: access.Toegang) -> list[Overgang]:
    """The transitions of the dossier, oldest first, with as much of each as A.9 lets this user read. One query."""
    if toegang.recht(Zaak.FASE_OVERGANG) not in {
        Recht.ALLEEN_KERN,
        Recht.LEZEN_VANAF_PERIODE,
        Recht.LEZEN,
        Recht.SCHRIJVEN,
    }:
        return []
    rows = FaseOvergang.objects.filter(dossier=toegang.dossier).select_related("gedaan_door")
    return [_readable(toegang, row) for row in rows]


def _readable(toegang: access.Toegang, row: FaseOvergang) -> Overgang:
    van = str(Fase(row.van_fase).label) if row.van_fase else ""
    fase = row.naar_fase
    naar = str(Fase(fase).label)
    if not access.mag_reden_van_overgang_lezen(toegang, row.gedaan_op):
        return Overgang(van, naar, fase, row.datum)
    return Overgang(van, naar, fase, row.datum, row.reden, row.doelen, row.verteld, str(row.gedaan_door))


def _duration(days: int) -> str:
    if days < 14:
        return ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}
    return ngettext("%(n)s week", "%(n)s weken", days // 7) % {"n": days // 7}


def _explain(fase: int, huidige: int, gedaan: Sequence[Overgang], today: date) -> str:
    """Since when, or from when to when, as far as the transitions say it."""
    entered = [overgang.datum for overgang in gedaan if overgang.naar_fase == fase]
    if not entered or fase > huidige:
        return ""
    if fase == huidige:
        since = entered[-1]
        return _("Sinds %(datum)s, %(duur)s.") % {
            "datum": korte_dag(since, today),
            "duur": _duration(max((today - since).days, 0)),
        }
    left = [overgang.datum for overgang in gedaan if overgang.naar_fase > fase]
    return (
        _("%(van)s tot %(tot)s.") % {"van": korte_dag(entered[0], today), "tot": korte_dag(left[-1], today)}
        if left
        else ""
    )


def stappen(toegang: access.Toegang, gedaan: Sequence[Overgang], today: date) -> list[Stap]:
    """The stepper: each step leads to the page of its fase."""
    dossier = toegang.dossier
    huidige = dossier.fase
    return [
        Stap(
            fase.value,
            str(fase.label),
            reverse("dossiers:fase", args=[dossier.nummer, fase.value]),
            "klaar" if fase < huidige else "nu" if fase == huidige else "straks",
            _explain(fase, huidige, gedaan, today),
        )
        for fase in Fase
    ]
