"""What the source asks at the entry of a fase. Everything here warns; a reason overrides it, and nothing stops.

Each fase has its own goals and a marked beginning (hk-2020 §1 r.87, §1.2a r.204). Fase 1: §1.1 r.123-130. Fase 2:
§1.2 r.177-228, r.249-253. Fase 3: §F3a r.327, §F3b r.337. Which fase may follow which: casefiles.rules.fasen.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casefiles.stuksoorten.keuzen import Oordeel, Situatie
from knowledge.fases import Fase

from .bezwaren import Bezwaar


@dataclass(frozen=True)
class Overgangsfeiten:
    """What the dossier holds at this moment. `geweldsdreiging` is a value of Oordeel, "" when nobody answered."""

    brief_getekend: bool = False
    buddy: bool = False
    team: bool = False
    uvo_gehouden: bool = False
    plan: bool = False
    itat_advies: bool = False
    plan_vastgesteld: bool = False
    nieuwe_focus: bool = False
    doelen: bool = False
    gezamenlijk_oordeel: bool = False
    beoordeling: bool = False
    persoon_verteld: bool = False
    geweldsdreiging: str = ""
    situatie: Situatie | None = None


@dataclass(frozen=True)
class Voorwaarde:
    """One condition with its source, met or open."""

    code: str
    tekst: str
    bron: str
    vervuld: bool


def _start(feiten: Overgangsfeiten) -> list[Voorwaarde]:
    return [
        Voorwaarde("brief", _("De burgemeester heeft de notificatiebrief getekend"), "r. 130", feiten.brief_getekend),
        Voorwaarde("buddy", _("Er is een buddy aangewezen"), "r. 127", feiten.buddy),
    ]


def _naar_fase_2(feiten: Overgangsfeiten) -> list[Voorwaarde]:
    return [
        *_start(feiten),
        Voorwaarde("team", _("Er is een interventieteam"), "r. 177, 183", feiten.team),
        Voorwaarde("uvo", _("Er is een UVO geweest"), "r. 173", feiten.uvo_gehouden),
        Voorwaarde("plan", _("Er is een plan van aanpak voor fase 2"), "r. 204, 211", feiten.plan),
        Voorwaarde("itat-advies", _("Het ITAT-R heeft advies gegeven over het plan"), "r. 249", feiten.itat_advies),
        Voorwaarde("vastgesteld", _("Het plan is vastgesteld"), "r. 253", feiten.plan_vastgesteld),
    ]


def _naar_fase_3(feiten: Overgangsfeiten) -> list[Voorwaarde]:
    found = [
        Voorwaarde(
            "oordeel", _("Het team oordeelt samen dat fase 3 kan beginnen"), "r. 327", feiten.gezamenlijk_oordeel
        ),
        Voorwaarde("beoordeling", _("Dat oordeel steunt op het beoordelingskader"), "r. 327", feiten.beoordeling),
        Voorwaarde("verteld", _("De persoon weet dat je toewerkt naar uitstroom"), "r. 337", feiten.persoon_verteld),
    ]
    if feiten.situatie in (None, Situatie.S1A, Situatie.S1B):
        gone = feiten.geweldsdreiging == Oordeel.NEE
        found.append(Voorwaarde("geweldsdreiging", _("Er is geen geweldsdreiging meer"), "r. 286, 316", gone))
    return found


def voorwaarden(van: int | None, naar: int, feiten: Overgangsfeiten) -> list[Voorwaarde]:
    """The conditions of this transition, met and open, in the order to show. `van` None: the opening of the dossier.

    Going back asks for goals and a new focus alone. Raises ValueError for a fase that is none.
    """
    doel = Fase(naar)
    found: list[Voorwaarde] = []
    if van is None:
        return _start(feiten)
    if doel > Fase(van):
        found = _naar_fase_3(feiten) if doel is Fase.FASE_3 else _naar_fase_2(feiten)
    return [
        *found,
        Voorwaarde("doelen", _("De doelen van de nieuwe fase zijn opgeschreven"), "r. 87, 204", feiten.doelen),
        Voorwaarde(
            "nieuwe-focus", _("Het plan heeft een nieuwe focus met toelichting"), "r. 226-228", feiten.nieuwe_focus
        ),
    ]


def bezwaren(van: int | None, naar: int, feiten: Overgangsfeiten) -> list[Bezwaar]:
    """The open conditions as warnings."""
    return [
        Bezwaar(voorwaarde.code, _("Nog open: %(wat)s") % {"wat": voorwaarde.tekst}, voorwaarde.bron)
        for voorwaarde in voorwaarden(van, naar, feiten)
        if not voorwaarde.vervuld
    ]
