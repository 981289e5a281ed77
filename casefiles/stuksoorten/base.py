"""How a kind of stuk is declared: sections with fields, as plain values.

The content of a stuk is one JSON document {section: {field: value}} with the number of the schema that it was written
by (ADR 0003). Forms, completeness, differences, search text and old versions all follow the declaration, so that a kind
is added by declaring it. A declaration that was ever used stays: old versions are read by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Inhoud = dict[str, dict[str, Any]]


class Veldsoort(StrEnum):
    """What a field holds, and how its value looks in JSON."""

    REGEL = "regel"  # str
    TEKST = "tekst"  # str, with line breaks
    DATUM = "datum"  # "2026-11-24" or ""
    KEUZE = "keuze"  # str, one of the options
    ORGANISATIE = "organisatie"  # str, the code of an Organisatie
    LABELS = "labels"  # [str]
    PER_PARTNER = "per-partner"  # {organisation code: {"antwoord": str, "nodig": str}}
    LIJST = "lijst"  # [{"id": str, field: value}]


@dataclass(frozen=True)
class Veld:
    code: str
    label: str
    soort: Veldsoort = Veldsoort.TEKST
    hint: str = ""
    verplicht: bool = True
    opties: tuple[tuple[str, str], ...] = ()
    velden: tuple[Veld, ...] = ()
    bron: str = ""

    def leeg(self) -> Any:
        if self.soort is Veldsoort.PER_PARTNER:
            return {}
        return [] if self.soort in (Veldsoort.LIJST, Veldsoort.LABELS) else ""


@dataclass(frozen=True)
class Onderdeel:
    """A section: one form at one address, with its own guidance under `onderwerp`."""

    code: str
    label: str
    velden: tuple[Veld, ...]
    onderwerp: str
    uitleg: str = ""
    bron: str = ""
    in_vaststelling: bool = True


@dataclass(frozen=True)
class Stuksoort:
    """A kind of stuk. `enkelvoudig`: a dossier has at most one, and its address is the code of the kind."""

    code: str
    label: str
    schema: int
    onderdelen: tuple[Onderdeel, ...]
    zaak: str  # the row of table A.9 that says who may (casefiles.rules.toegang)
    enkelvoudig: bool = False
    vrije_titel: bool = False
    heeft_staten: bool = False
    eerdere: dict[int, tuple[Onderdeel, ...]] = field(default_factory=dict)

    def onderdelen_van(self, schema: int) -> tuple[Onderdeel, ...]:
        """The sections by which content of this schema is read."""
        return self.onderdelen if schema == self.schema else self.eerdere[schema]

    def onderdeel(self, code: str) -> Onderdeel | None:
        return next((onderdeel for onderdeel in self.onderdelen if onderdeel.code == code), None)

    def titel_van(self, inhoud: Inhoud) -> str:
        """The title of a stuk with this content: its own where the kind has one, else the name of the kind."""
        if not self.vrije_titel:
            return self.label
        return str(inhoud.get(self.onderdelen[0].code, {}).get("titel", "")).strip() or self.label

    def lege_inhoud(self) -> Inhoud:
        return {onderdeel.code: {veld.code: veld.leeg() for veld in onderdeel.velden} for onderdeel in self.onderdelen}
