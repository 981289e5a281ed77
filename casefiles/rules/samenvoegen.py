"""Two people changed the same stuk: which changes go together, and where someone must choose.

Three texts: the one both began from (`basis`), the newest registered one, and the writer's own. What one side changed
is taken over; what both changed in different ways is a Botsing. Nothing is dropped in silence: every change of either
side stands in the result or is a Botsing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casefiles.stuksoorten.base import Inhoud, Onderdeel, Veld, Veldsoort

# Where a value stands: (section, field), and then the partner, or the id of the item, or that id and its field.
Pad = tuple[str, ...]


@dataclass(frozen=True)
class Botsing:
    """Both sides changed this value. None: it is not there (an item that was taken out, an answer never given)."""

    pad: Pad
    veld: Veld
    basis: Any
    nieuwste: Any
    mijn: Any

    @property
    def heel_item(self) -> bool:
        """Whether one side took the whole item out while the other went on with it."""
        return self.veld.soort is Veldsoort.LIJST


@dataclass(frozen=True)
class Overname:
    """One side changed this value and the other did not: it is taken over."""

    pad: Pad
    veld: Veld
    van_mij: bool
    basis: Any
    waarde: Any


@dataclass(frozen=True)
class Samenvoeging:
    """The content as it becomes; at a Botsing without a choice it has the newest registered value."""

    inhoud: Inhoud
    botsingen: tuple[Botsing, ...]
    overgenomen: tuple[Overname, ...]


@dataclass
class _Merger:
    keuzes: Mapping[Pad, Any]
    botsingen: list[Botsing] = field(default_factory=list)
    overgenomen: list[Overname] = field(default_factory=list)

    def value(self, pad: Pad, veld: Veld, basis: Any, nieuwste: Any, mijn: Any) -> Any:
        if nieuwste == mijn:
            return nieuwste
        if nieuwste == basis:
            self.overgenomen.append(Overname(pad, veld, True, basis, mijn))
            return mijn
        if mijn == basis:
            self.overgenomen.append(Overname(pad, veld, False, basis, nieuwste))
            return nieuwste
        if pad in self.keuzes:
            return self.keuzes[pad]
        self.botsingen.append(Botsing(pad, veld, basis, nieuwste, mijn))
        return nieuwste

    def answers(self, pad: Pad, veld: Veld, basis: Any, nieuwste: Any, mijn: Any) -> dict[str, Any]:
        found = {}
        for partner in _union(nieuwste, mijn, basis):
            value = self.value((*pad, partner), veld, basis.get(partner), nieuwste.get(partner), mijn.get(partner))
            if value is not None:
                found[partner] = value
        return found

    def items(self, pad: Pad, veld: Veld, basis: list[Any], nieuwste: list[Any], mijn: list[Any]) -> list[Any]:
        b, n, m = _by_id(basis), _by_id(nieuwste), _by_id(mijn)
        found = {}
        for key in _order(list(b), list(n), list(m)):
            if key in n and key in m:
                found[key] = self.item((*pad, key), veld, b.get(key, {}), n[key], m[key])
            else:
                value = self.value((*pad, key), veld, b.get(key), n.get(key), m.get(key))
                if value is not None:
                    found[key] = value
        return list(found.values())

    def item(self, pad: Pad, veld: Veld, basis: Any, nieuwste: Any, mijn: Any) -> dict[str, Any]:
        values = {
            sub.code: self.value((*pad, sub.code), sub, basis.get(sub.code), nieuwste.get(sub.code), mijn.get(sub.code))
            for sub in veld.velden
            if sub.code in nieuwste or sub.code in mijn
        }
        return {**mijn, **nieuwste, **values}


def _union(*parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(key for part in parts for key in part))


def _by_id(items: list[Any]) -> dict[str, Any]:
    return {item["id"]: item for item in items}


def _order(basis: list[str], nieuwste: list[str], mijn: list[str]) -> list[str]:
    """The order of the side that changed it; else the newest, with each item of mine after its neighbour in mine."""
    if nieuwste == basis:
        return _union(mijn, nieuwste)
    order = list(nieuwste)
    for place, key in enumerate(mijn):
        if key not in order:
            before = next((other for other in reversed(mijn[:place]) if other in order), None)
            order.insert(order.index(before) + 1 if before else 0, key)
    return order


def voeg_samen(
    onderdelen: Iterable[Onderdeel],
    basis: Inhoud,
    nieuwste: Inhoud,
    mijn: Inhoud,
    keuzes: Mapping[Pad, Any] | None = None,
) -> Samenvoeging:
    """Merge by field, by partner and by field of an item.

    `keuzes` settles a Botsing: the value for its pad, None to leave it out.
    """
    merger = _Merger(keuzes or {})
    inhoud: Inhoud = {**mijn, **nieuwste}
    for onderdeel in onderdelen:
        b, n, m = (text.get(onderdeel.code) or {} for text in (basis, nieuwste, mijn))
        section = {**m, **n}
        for veld in onderdeel.velden:
            if veld.code not in n and veld.code not in m:
                continue
            pad = (onderdeel.code, veld.code)
            values = (b.get(veld.code), n.get(veld.code), m.get(veld.code))
            if veld.soort is Veldsoort.PER_PARTNER:
                section[veld.code] = merger.answers(pad, veld, *(value or {} for value in values))
            elif veld.soort is Veldsoort.LIJST:
                section[veld.code] = merger.items(pad, veld, *(value or [] for value in values))
            else:
                section[veld.code] = merger.value(pad, veld, *values)
        if section or onderdeel.code in inhoud:
            inhoud[onderdeel.code] = section
    return Samenvoeging(inhoud, tuple(merger.botsingen), tuple(merger.overgenomen))
