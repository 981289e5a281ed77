"""What comes round or falls due in a dossier. `today` and every setting are given by the caller.

UVO at least once in two months in fase 2 (hk-2020 §F2a r.263); the monthly evaluatie, after which the plan gets a new
focus (§1.2b r.226-228); the twee(jaar)lijkse evaluatie, of which the source prints two words with two meanings (r.272
and r.308, against r.337) and which therefore has no term until someone sets it (domain.md A.8 nr 3); deadlines of
interventies (r.222) and actions (r.308); an event that the team has yet to talk about (§3.5 r.479).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from casefiles.stuksoorten.keuzen import Actiestand
from knowledge.fases import Fase

from .maanden import plus_maanden
from .termijnen import Termijn, Urgentie, datum_van, termijn, van_interventies

UVO_MAANDEN = 2  # r.263
EVALUATIE_MAANDEN = 1  # r.226
DONE = (Actiestand.GEDAAN, Actiestand.VERVALLEN)


class Klok(StrEnum):
    UVO = "uvo"
    EVALUATIE = "evaluatie"
    TWEEJAARLIJKS = "tweejaarlijks"
    NIEUWE_FOCUS = "nieuwe-focus"
    INTERVENTIE = "interventie"
    ACTIE = "actie"
    GEBEURTENIS = "gebeurtenis"


@dataclass(frozen=True)
class Klokstand:
    """One clock. Without a `termijn` its setting is not decided yet, and that is what it says."""

    klok: Klok
    wat: str
    bron: str
    termijn: Termijn | None

    @property
    def onbeslist(self) -> bool:
        return self.termijn is None

    @property
    def urgentie(self) -> Urgentie:
        """Undecided counts as soon: it needs someone, but no day has passed."""
        return self.termijn.urgentie if self.termijn else Urgentie.BINNENKORT


def _round(klok: Klok, wat: str, bron: str, vorige: date, maanden: int, today: date) -> Klokstand:
    return Klokstand(klok, wat, bron, termijn(plus_maanden(vorige, maanden), wat, "", today))


def _newest(days: Iterable[date], today: date) -> date | None:
    return max((day for day in days if day <= today), default=None)


def uvo(
    gehouden: Iterable[date], fase: int, fase_sinds: date, today: date, maanden: int = UVO_MAANDEN
) -> Klokstand | None:
    """When the next UVO is due (r.263). In fase 2 alone: for the others the source names no term.

    Counted from the last UVO in this fase (a date to come was not held yet), or from the day the fase began.
    """
    if fase != Fase.FASE_2:
        return None
    vorige = max(_newest(gehouden, today) or fase_sinds, fase_sinds)
    return _round(Klok.UVO, _("Volgend UVO"), "r. 263", vorige, maanden, today)


def evaluatie(
    gehouden: Iterable[date], gestart_op: date | None, today: date, maanden: int = EVALUATIE_MAANDEN
) -> Klokstand | None:
    """When the monthly evaluatie is due (r.226), from the last one or the formal start; without either: no clock.

    The source does not say what it is (domain.md A.8 nr 4): a UVO counts only if it was recorded as one.
    """
    vorige = _newest(gehouden, today) or gestart_op
    if vorige is None:
        return None
    return _round(Klok.EVALUATIE, _("Maandelijkse evaluatie"), "r. 226", vorige, maanden, today)


def tweejaarlijks(
    gehouden: Iterable[date], gestart_op: date | None, today: date, maanden: int | None
) -> Klokstand | None:
    """When the twee(jaar)lijkse evaluatie is due (r.272, 308, 337); undecided `maanden` show in every dossier."""
    bron = "r. 272, 308, 337"
    if maanden is None:
        wat = _("Twee(jaar)lijkse evaluatie: nog niet besloten om de hoeveel maanden")
        return Klokstand(Klok.TWEEJAARLIJKS, wat, bron, None)
    vorige = _newest(gehouden, today) or gestart_op
    if vorige is None:
        return None
    return _round(Klok.TWEEJAARLIJKS, _("Twee(jaar)lijkse evaluatie"), bron, vorige, maanden, today)


def nieuwe_focus(aanleidingen: Iterable[date], aangevuld_op: date | None, today: date) -> Klokstand | None:
    """That the plan waits for a new focus with a toelichting (r.226-228), since the first event without one.

    `aanleidingen`: days of monthly evaluaties and of entering a fase; `aangevuld_op`: when the plan last got one.
    """
    open_since = min(
        (day for day in aanleidingen if day <= today and (aangevuld_op is None or day > aangevuld_op)), default=None
    )
    if open_since is None:
        return None
    wat = _("Nieuwe focus en toelichting in het plan van aanpak")
    return Klokstand(Klok.NIEUWE_FOCUS, wat, "r. 226-228", termijn(open_since, wat, "", today))


def interventies(items: Iterable[dict[str, Any]], today: date) -> list[Klokstand]:
    """The deadlines of the interventies of a plan (r.222)."""
    return [Klokstand(Klok.INTERVENTIE, found.wat, "r. 222", found) for found in van_interventies(items, today)]


def acties(items: Iterable[Mapping[str, Any]], today: date) -> list[Klokstand]:
    """The deadlines of agreed actions, but not of those without a date, done or dropped (r.265-267, 308)."""
    found = []
    for actie in items:
        datum = datum_van(actie.get("datum"))
        if datum is not None and actie.get("stand") not in DONE:
            wat = actie.get("wat") or ""
            due = termijn(datum, wat, actie.get("organisatie") or "", today)
            found.append(Klokstand(Klok.ACTIE, wat, "r. 265-267, 308", due))
    return found


def gebeurtenis(inhoud: Mapping[str, Any], today: date) -> Klokstand | None:
    """That an event waits for the team (r.479): a gebeurtenis (its content) without a day on which it was discussed."""
    event, follow_up = inhoud.get("gebeurtenis") or {}, inhoud.get("interventies") or {}
    if datum_van(follow_up.get("besproken_op")):
        return None
    wat = _("Bespreek met het team: %(titel)s") % {"titel": event.get("titel") or _("gebeurtenis")}
    return Klokstand(Klok.GEBEURTENIS, wat, "r. 479", termijn(datum_van(event.get("datum")) or today, wat, "", today))


@dataclass(frozen=True)
class Klokgegevens:
    """What the clocks of one dossier need. Dates of meetings and evaluaties are those that were held."""

    fase: int
    fase_sinds: date
    gestart_op: date | None = None
    uvos: tuple[date, ...] = ()
    evaluaties: tuple[date, ...] = ()
    tweejaarlijkse: tuple[date, ...] = ()
    overgangen: tuple[date, ...] = ()
    plan_aangevuld_op: date | None = None
    interventies: tuple[dict[str, Any], ...] = ()
    acties: tuple[dict[str, Any], ...] = ()
    gebeurtenissen: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Klokinstellingen:
    """Terms in months. The first two are the source's own; for the third it gives none, so that it begins undecided."""

    uvo_maanden: int = UVO_MAANDEN
    evaluatie_maanden: int = EVALUATIE_MAANDEN
    tweejaarlijks_maanden: int | None = None


def alle_klokken(gegevens: Klokgegevens, instellingen: Klokinstellingen, today: date) -> list[Klokstand]:
    """Every clock of a dossier, the most urgent first; what is undecided stands at today."""
    found = [
        uvo(gegevens.uvos, gegevens.fase, gegevens.fase_sinds, today, instellingen.uvo_maanden),
        evaluatie(gegevens.evaluaties, gegevens.gestart_op, today, instellingen.evaluatie_maanden),
        tweejaarlijks(gegevens.tweejaarlijkse, gegevens.gestart_op, today, instellingen.tweejaarlijks_maanden),
        nieuwe_focus((*gegevens.evaluaties, *gegevens.overgangen), gegevens.plan_aangevuld_op, today),
        *interventies(gegevens.interventies, today),
        *acties(gegevens.acties, today),
        *(gebeurtenis(inhoud, today) for inhoud in gegevens.gebeurtenissen),
    ]
    standen = [stand for stand in found if stand is not None]
    return sorted(standen, key=lambda stand: stand.termijn.datum if stand.termijn else today)
