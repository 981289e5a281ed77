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


def van_interventies(interventies: Iterable[dict[str, Any]], today: date) -> list[Termijn]:
    """The deadlines of interventions, the most urgent first (hk-2020 §1.2b r.222). Those without a date are left out."""
    termijnen = []
    for interventie in interventies:
        try:
            datum = date.fromisoformat(interventie.get("termijn") or "")
        except ValueError:
            continue
        dagen = (datum - today).days
        urgentie = Urgentie.TE_LAAT if dagen < 0 else Urgentie.BINNENKORT if dagen <= SOON_DAYS else Urgentie.LATER
        termijnen.append(
            Termijn(datum, interventie.get("titel") or "", interventie.get("organisatie") or "", dagen, urgentie)
        )
    return sorted(termijnen, key=lambda termijn: termijn.datum)
