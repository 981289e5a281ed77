"""The content of a stuk as labelled lines of text: for reading, comparing, searching and printing alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casefiles.choices import Antwoord
from casefiles.stuksoorten import Onderdeel, Veld, Veldsoort

Namen = Mapping[str, str]  # organisation code -> name


@dataclass(frozen=True)
class Regel:
    """One value with its label. `sleutel` is the same for the same field in every version."""

    sleutel: str
    label: str
    tekst: str


@dataclass(frozen=True)
class OnderdeelRegels:
    code: str
    label: str
    regels: tuple[Regel, ...]


def _date(value: str) -> str:
    try:
        return str(date_format(date.fromisoformat(value), "j F Y")) if value else ""
    except ValueError:
        return value


def answer_text(value: dict[str, Any] | None) -> str:
    """What a partner answered to a condition, in words; no answer reads as open."""
    value = value or {}
    antwoord = value.get("antwoord") or Antwoord.OPEN.value
    label = str(Antwoord(antwoord).label) if antwoord in Antwoord.values else antwoord
    nodig = str(value.get("nodig") or "").strip()
    return f"{label}. {_('Nog nodig')}: {nodig}" if nodig else label


def value_text(veld: Veld, value: Any, namen: Namen) -> str:
    """A single value as a person reads it."""
    if veld.soort is Veldsoort.DATUM:
        return _date(value or "")
    if veld.soort is Veldsoort.KEUZE:
        return dict(veld.opties).get(value, value or "")
    if veld.soort is Veldsoort.ORGANISATIE:
        return namen.get(value, value or "")
    if veld.soort is Veldsoort.LABELS:
        return ", ".join(value or [])
    return str(value or "")


def _of_field(veld: Veld, value: Any, namen: Namen) -> list[Regel]:
    if veld.soort is Veldsoort.PER_PARTNER:
        return [
            Regel(f"{veld.code}.{code}", f"{veld.label}: {namen.get(code, code)}", answer_text(answer))
            for code, answer in sorted((value or {}).items())
        ]
    if veld.soort is Veldsoort.LIJST:
        return [
            Regel(
                f"{veld.code}.{item['id']}.{sub.code}",
                f"{place}. {sub.label}",
                value_text(sub, item.get(sub.code), namen),
            )
            for place, item in enumerate(value or [], start=1)
            for sub in veld.velden
        ]
    return [Regel(veld.code, veld.label, value_text(veld, value, namen))]


def lines_of(onderdelen: Sequence[Onderdeel], inhoud: Mapping[str, Any], namen: Namen) -> list[OnderdeelRegels]:
    """All sections with their lines, in the order of the form; empty values stay, so that a difference shows them."""
    return [
        OnderdeelRegels(
            onderdeel.code,
            onderdeel.label,
            tuple(
                regel
                for veld in onderdeel.velden
                for regel in _of_field(veld, (inhoud.get(onderdeel.code) or {}).get(veld.code), namen)
            ),
        )
        for onderdeel in onderdelen
    ]


def plain_text(onderdelen: Sequence[Onderdeel], inhoud: Mapping[str, Any], namen: Namen) -> str:
    """Everything that was written, for the search index: values without their labels."""
    lines = lines_of(onderdelen, inhoud, namen)
    return "\n".join(regel.tekst for section in lines for regel in section.regels if regel.tekst)
