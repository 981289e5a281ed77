"""Uitstroom, by situation: the steps in their order, what stops the regisseur's own proposal, and what only warns.

hk-2020 §F3 r.314-321, §F3a r.325-329, §F3b r.331-345, §F3c r.347-349; situation 3 is redacted (r.321, r.351-353): its
marker stands where its steps would be, with free text. Two stops and no more (domain.md, three rules): situation 1
while there is geweldsdreiging (r.316), and 1b to the ITAT-R before the warme overdracht (r.345). A decision of the
competent body is recorded whatever is open.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from casefiles.stuksoorten.keuzen import Oordeel, Situatie
from knowledge.handelingskader.gronden import WooGrond

from .bezwaren import Bezwaar
from .lakking import Lakking

SITUATIE_1 = (Situatie.S1A, Situatie.S1B)


class Handeling(StrEnum):
    """The acts on a proposal, each named after its step: two of the regisseur, and recording what others decided."""

    NAAR_ITAT_R = "itat-r"
    NAAR_PTO_R = "pto-r"
    BESLUIT = "besluit"


@dataclass(frozen=True)
class Stap:
    """One line of the checklist. `voor` is the first act that warns while it is open; None: no order in the source."""

    code: str
    tekst: str
    bron: str
    voor: Handeling | None = Handeling.NAAR_ITAT_R
    lakking: Lakking | None = None


START = Stap("procedure", _("De procedure voor uitstroom is meteen gestart"), "r. 349")
OORDEEL = Stap("oordeel", _("Het team heeft samen geoordeeld, ook waar partners verschillen"), "r. 327, 333")
KADER = Stap("beoordelingskader", _("Het oordeel steunt op het beoordelingskader"), "r. 327")
GEEN_DREIGING = Stap("geen-geweldsdreiging", _("Er is geen geweldsdreiging meer"), "r. 286, 316")
TWIJFEL = Stap("voordeel-twijfel", _("Het moment van ‘voordeel van de twijfel’ is vastgelegd"), "r. 333", voor=None)
AFBOUW = Stap("afbouw", _("Het contact is bewust afgebouwd, nog voor het besluit"), "r. 341", Handeling.BESLUIT)
MONITORING = Stap("monitoring", _("Het team volgt of de verbetering blijft"), "r. 341-343", Handeling.BESLUIT)
VERTELD = Stap("verteld", _("De persoon weet dat je toewerkt naar uitstroom"), "r. 337")
ITAT_R = Stap(
    Handeling.NAAR_ITAT_R.value, _("Het voorstel is besproken in het ITAT-R"), "r. 329, 345", Handeling.NAAR_PTO_R
)
PTO_R = Stap(Handeling.NAAR_PTO_R.value, _("Het uitstroomvoorstel is naar het PTO-R"), "r. 329", Handeling.BESLUIT)
BESLUIT = Stap(Handeling.BESLUIT.value, _("Het besluit is vastgelegd: datum, orgaan en reden"), "r. 329, 341", None)

STAPPEN: dict[Situatie, tuple[Stap, ...]] = {
    Situatie.S1A: (
        OORDEEL,
        KADER,
        GEEN_DREIGING,
        TWIJFEL,
        VERTELD,
        Stap("leefgebieden", _("De leefgebieden zijn genoeg op orde"), "r. 341"),
        Stap("geen-signalen", _("Er zijn al lange tijd geen signalen"), "r. 341"),
        AFBOUW,
        MONITORING,
        ITAT_R,
        PTO_R,
        BESLUIT,
    ),
    Situatie.S1B: (
        OORDEEL,
        KADER,
        GEEN_DREIGING,
        TWIJFEL,
        VERTELD,
        Stap("instantie", _("Duidelijk is welke zorg nodig is en welke instantie past"), "r. 345"),
        Stap("warme-overdracht", _("De warme overdracht van de zorg is gedaan"), "r. 316, 345"),
        ITAT_R,
        PTO_R,
        BESLUIT,
    ),
    Situatie.S2_BINNENLAND: (
        START,
        Stap("nieuwe-gemeente", _("Er is meteen contact gezocht met de nieuwe gemeente"), "r. 349"),
        Stap("programmateam", _("De warme overdracht is doorgesproken met het programmateam R&E"), "r. 349"),
        OORDEEL,
        KADER,
        ITAT_R,
        PTO_R,
        BESLUIT,
        Stap("overgedragen", _("Het programmateam R&E heeft het dossier overgedragen"), "r. 317-319", None),
    ),
    Situatie.S2_BUITENLAND: (
        START,
        OORDEEL,
        KADER,
        Stap("afweging", _("De afweging van politie of OM over informatie is vastgelegd"), "r. 319", Handeling.BESLUIT),
        ITAT_R,
        PTO_R,
        BESLUIT,
    ),
    Situatie.S3: (
        Stap(
            "situatie-3",
            _("5.1,2,d (niet openbaar). Schrijf zelf op wat hier geldt"),
            "r. 321, 351-353",
            voor=None,
            lakking=Lakking(WooGrond.D, "5.1,2,d", 321),
        ),
        OORDEEL,
        KADER,
        ITAT_R,
        PTO_R,
        BESLUIT,
    ),
}


def checklist(situatie: Situatie) -> tuple[Stap, ...]:
    """The steps in their order. That the ITAT-R comes before the PTO-R is inferred from r.329 and r.345."""
    return STAPPEN[situatie]


@dataclass(frozen=True)
class Uitstroomfeiten:
    """What is recorded: the answer on geweldsdreiging (of Oordeel, "" without one) and the codes of the steps done."""

    geweldsdreiging: str = ""
    gedaan: Collection[str] = ()

    def is_gedaan(self, stap: Stap) -> bool:
        if stap is GEEN_DREIGING:
            return self.geweldsdreiging == Oordeel.NEE
        return stap.code in self.gedaan


def open_stappen(situatie: Situatie, feiten: Uitstroomfeiten) -> list[Stap]:
    """What is still to do, in order."""
    return [stap for stap in checklist(situatie) if not feiten.is_gedaan(stap)]


def stops(handeling: Handeling, situatie: Situatie, feiten: Uitstroomfeiten) -> list[Bezwaar]:
    """The stops on this act: r.316 for situation 1, r.345 for 1b. Only recorded geweldsdreiging stops."""
    if handeling is Handeling.BESLUIT:
        return []
    found = []
    if situatie in SITUATIE_1 and feiten.geweldsdreiging == Oordeel.JA:
        tekst = _("Er is nog geweldsdreiging. In situatie 1 stroomt de persoon dan niet uit.")
        found.append(Bezwaar("geweldsdreiging", tekst, "r. 316", stopt=True))
    if handeling is Handeling.NAAR_ITAT_R and situatie is Situatie.S1B and "warme-overdracht" not in feiten.gedaan:
        tekst = _("Leg eerst de warme overdracht van de zorg vast. Daarna kan het voorstel naar het ITAT-R.")
        found.append(Bezwaar("warme-overdracht", tekst, "r. 345", stopt=True))
    return found


def waarschuwingen(handeling: Handeling, situatie: Situatie, feiten: Uitstroomfeiten) -> list[Bezwaar]:
    """What is open before this act in the order of the situation; a reason overrides it (`bezwaren.mag_door`)."""
    stopped = {bezwaar.code for bezwaar in stops(handeling, situatie, feiten)}
    if "geweldsdreiging" in stopped:
        stopped.add(GEEN_DREIGING.code)
    order = list(Handeling)
    found = [
        Bezwaar(stap.code, _("Nog open: %(stap)s") % {"stap": stap.tekst}, stap.bron)
        for stap in open_stappen(situatie, feiten)
        if stap.code not in stopped and stap.voor is not None and order.index(stap.voor) <= order.index(handeling)
    ]
    if situatie not in SITUATIE_1 and feiten.geweldsdreiging == Oordeel.JA:
        found.append(_dreiging_elders(situatie))
    return found


def _dreiging_elders(situatie: Situatie) -> Bezwaar:
    """Outside situation 1: for a move the source contradicts itself (domain.md A.8 nr 11), situation 3 it hides."""
    if situatie is Situatie.S3:
        tekst = _("Er is nog geweldsdreiging. Wat dat in situatie 3 betekent, laat de bron niet zien.")
        return Bezwaar("geweldsdreiging", tekst, "r. 286, 321")
    tekst = _(
        "Er is nog geweldsdreiging. De bron zegt dan ‘blijven’ (r. 286), maar bij verhuizen ‘meteen starten’ (r. 349)."
    )
    return Bezwaar("geweldsdreiging", tekst, "r. 286, 349")


def bezwaren(handeling: Handeling, situatie: Situatie, feiten: Uitstroomfeiten) -> list[Bezwaar]:
    """Stops first, then warnings."""
    return [*stops(handeling, situatie, feiten), *waarschuwingen(handeling, situatie, feiten)]


def vraag_bij_twijfel(sinds: date | None, plan_bijgesteld_op: date | None) -> Bezwaar | None:
    """From 'voordeel van de twijfel' on other interventies are needed (r.333): asked until the plan changed since."""
    if sinds is None or (plan_bijgesteld_op is not None and plan_bijgesteld_op >= sinds):
        return None
    return Bezwaar("andere-interventies", _("Passen de interventies nog bij het voordeel van de twijfel?"), "r. 333")
