"""How complete a section is. Openness is stated and never stops saving; only vaststellen waits (hk-2020 r.217-222,
249-253)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from casefiles.stuksoorten.base import Onderdeel, Veld, Veldsoort

from .opgave import beoordeel


@dataclass(frozen=True)
class Volledigheid:
    """`open` counts the points that still need something; `leeg` is true when nothing was written at all."""

    open: int
    leeg: bool

    @property
    def volledig(self) -> bool:
        return self.open == 0


def _filled(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def open_punten(veld: Veld, value: Any) -> int:
    """How many points one field leaves open: 0 or 1, and for a list the number of items that are not complete."""
    if veld.soort is Veldsoort.LIJST:
        items = value or []
        if not items:
            return 1 if veld.verplicht else 0
        return sum(any(sub.verplicht and not _filled(item.get(sub.code)) for sub in veld.velden) for item in items)
    return int(veld.verplicht and not _filled(value))


def van_onderdeel(onderdeel: Onderdeel, inhoud: dict[str, Any], partners: Iterable[str]) -> Volledigheid:
    """The completeness of one section; the answers per partner count as points of the opgave."""
    partner_fields = [veld for veld in onderdeel.velden if veld.soort is Veldsoort.PER_PARTNER]
    others = [veld for veld in onderdeel.velden if veld.soort is not Veldsoort.PER_PARTNER]
    points = sum(open_punten(veld, inhoud.get(veld.code)) for veld in others)
    if partner_fields:
        oordeel = beoordeel(inhoud, partners)
        points += oordeel.open_antwoorden or int(not (oordeel.ruimte_en_mandaat and oordeel.geloof))
    return Volledigheid(open=points, leeg=not any(_filled(inhoud.get(veld.code)) for veld in onderdeel.velden))
