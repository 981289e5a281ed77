"""The agenda of a UVO, by fase (hk-2020 §1.2a r.189-211, §F2a r.263-278).

Four templates: the first UVO of fase 1 has seven points to think of (r.189-200), the next ones in fase 1 four that
are there "in any case" (r.206-211), fase 2 four that stay on the agenda (r.263-276). For fase 3 the source gives
none, so it is free. Three items stand on every agenda: the colleagues' own view and what trust asks (r.189), and the
question of uitstroom (r.272, r.335-337). The words are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from knowledge.fases import Fase
from knowledge.handelingskader.gronden import WooGrond

from .bezwaren import Bezwaar
from .lakking import Lakking


@dataclass(frozen=True)
class Punt:
    """One point. `vraag` helps the talk along; `verplicht`: the source says that it is always there."""

    code: str
    tekst: str
    bron: str
    vraag: str = ""
    verplicht: bool = False
    lakking: Lakking | None = None


EERSTE_UVO = (
    Punt(
        "f1-kennismaking",
        _("Kennismaken: wie zijn we, en wat zijn ieders talenten?"),
        "r. 191",
        _("Noteer de talenten bij de aanwezigen."),
    ),
    Punt(
        "f1-beeld",
        _("Welk beeld en welk gevoel heeft ieder bij deze casus?"),
        "r. 192",
        _("Leg het beoordelingskader ernaast: begrijpt en steunt ieder de weging?"),
    ),
    Punt(
        "f1-persoon",
        _("Hoe en wanneer betrekken we de persoon?"),
        "r. 193-195",
        _("In fase 1 maakt het team liever eerst zelf een beeld en een plan."),
    ),
    Punt("f1-spelregels", _("Spelregels: werkwijze, contact en informatie delen"), "r. 197"),
    Punt(
        "f1-proces",
        _("De weg naar het plan van aanpak: wie bereidt wat voor?"),
        "r. 198",
        _("Bespreek ook wat ITAT-R en PTO-R daarin doen."),
    ),
    Punt(
        "f1-regisseur",
        _("Hoe de regisseur het ziet (5.1.2,d), en hoe het team daarop reageert"),
        "r. 199",
        lakking=Lakking(WooGrond.D, "^{5.1.2,d}", 199),
    ),
    Punt(
        "f1-informatie",
        _("Onze informatiepositie: welke haakjes hebben de partners?"),
        "r. 200",
    ),
)

VOLGENDE_UVO_FASE_1 = (
    Punt(
        "f1-verbinden",
        _("Terugkijken: hoe gaat het verbinden en motiveren?"),
        "r. 208",
        verplicht=True,
    ),
    Punt(
        "f1-plan",
        _("Het plan voor fase 1 (5.1.2,d)"),
        "r. 209",
        _("Welke voortgang verwachten we, en wanneer gaan we naar fase 2?"),
        verplicht=True,
        lakking=Lakking(WooGrond.D, "^{5.1.2,d}", 209),
    ),
    Punt(
        "f1-beelden",
        _("Beelden delen: wat weten we nu met elkaar?"),
        "r. 210",
        verplicht=True,
    ),
    Punt(
        "f1-plan-fase-2",
        _("Het plan voor fase 2 in grote lijnen (5.1.2,d)"),
        "r. 211",
        verplicht=True,
        lakking=Lakking(WooGrond.D, "^{5.1.2,d}", 211),
    ),
)

UVO_FASE_2 = (
    Punt(
        "f2-acties",
        _("Acties en ontwikkelingen: hielp het, en zien we vooruitgang?"),
        "r. 265-267",
        _("Zie je geen vooruitgang? Bespreek welk patroon je herkent en hoe je het doorbreekt."),
        verplicht=True,
    ),
    Punt(
        "f2-plan",
        _("Plan van aanpak verder invullen, met het beoordelingskader erbij"),
        "r. 269",
        verplicht=True,
    ),
    Punt(
        "f2-perspectief",
        _("Zicht op fase 3: hoe lang is de aanpak nog nodig?"),
        "r. 270-272",
        _("Hebben we er nog geloof in? Wat is er nodig om dat terug te krijgen?"),
        verplicht=True,
    ),
    Punt(
        "f2-opgave",
        _("De opgave levend houden en het plan bijstellen"),
        "r. 274-276",
        _("Ieder teamlid heeft hier een eigen oordeel over."),
        verplicht=True,
    ),
)

VASTE_PUNTEN = (
    Punt("vast-blik", _("Hoe kijkt ieder zelf naar de ontwikkelingen?"), "r. 189, 278", verplicht=True),
    Punt("vast-vertrouwen", _("Wat heeft ieder nodig om de aanpak te vertrouwen?"), "r. 189", verplicht=True),
    Punt(
        "vast-uitstroom",
        _("Hoe ontwikkelt de persoon zich, en is uitstroom in zicht?"),
        "r. 272, 335-337",
        verplicht=True,
    ),
)


def sjabloon(fase: int, eerste: bool = False) -> list[Punt]:
    """The points of the agenda of a UVO in this fase, the standing ones last.

    `eerste`: the first UVO of the dossier; it matters in fase 1 alone. Raises ValueError for an unknown fase.
    """
    eigen: tuple[Punt, ...] = ()
    match Fase(fase):
        case Fase.FASE_1:
            eigen = EERSTE_UVO if eerste else VOLGENDE_UVO_FASE_1
        case Fase.FASE_2:
            eigen = UVO_FASE_2
    return [*eigen, *VASTE_PUNTEN]


def als_agendapunten(punten: Iterable[Punt]) -> list[dict[str, Any]]:
    """These points as items of the section *agenda* of a UVO, still without a verslag.

    The id of an item is the code of its point, so that two people who begin the same agenda have the same items.
    """
    return [
        {"id": punt.code, "punt": punt.tekst, "bron": punt.bron, "bespreking": "", "besluit": ""} for punt in punten
    ]


def ontbrekende_punten(agendapunten: Iterable[Mapping[str, Any]], fase: int, eerste: bool = False) -> list[Bezwaar]:
    """A warning for each required point that was taken off the agenda."""
    there = {punt.get("id") for punt in agendapunten}
    return [
        Bezwaar(punt.code, _("Niet op de agenda: %(punt)s") % {"punt": punt.tekst}, punt.bron)
        for punt in sjabloon(fase, eerste)
        if punt.verplicht and punt.code not in there
    ]
