"""What is due. `today` is given by the caller; nothing here reads a clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

SOON_DAYS = 14


class Urgentie(StrEnum):
    TE_LAAT = "late"
    BINNENKORT = "soon"
    LATER = "later"


@dataclass(frozen=True)
class Termijn:
    """One thing with a date: `wat` to show, `dagen` until the date (negative when it has passed)."""

    datum: date
    wat: str
    organisatie: str
    dagen: int
    urgentie: Urgentie


def datum_van(value: object) -> date | None:
    """The day in a stored value ("2026-11-24"); None when it is empty or half typed."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def termijn(datum: date, wat: str, organisatie: str, today: date) -> Termijn:
    """This date seen from today."""
    dagen = (datum - today).days
    urgentie = Urgentie.TE_LAAT if dagen < 0 else Urgentie.BINNENKORT if dagen <= SOON_DAYS else Urgentie.LATER
    return Termijn(datum, wat, organisatie, dagen, urgentie)


def van_interventies(interventies: Iterable[dict[str, Any]], today: date) -> list[Termijn]:
    """Deadlines of interventions, the most urgent first (hk-2020 §1.2b r.222); those without a date are left out."""
    termijnen = [
        termijn(datum, interventie.get("titel") or "", interventie.get("organisatie") or "", today)
        for interventie in interventies
        if (datum := datum_van(interventie.get("termijn")))
    ]
    return sorted(termijnen, key=lambda found: found.datum)
