"""The content of a stuk in reading form, from its declaration: alike for a stuk of now and of an old version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from casefiles.choices import Antwoord
from casefiles.stuksoorten import Inhoud, Onderdeel, Veld, Veldsoort
from casefiles.versions.lines import Namen, value_text

from .tekst import Blok, blokken

_ANTWOORD_VORM = {Antwoord.JA.value: "done", Antwoord.NOG_NIET.value: "half", Antwoord.OPEN.value: "none"}
_KORT = (Veldsoort.REGEL, Veldsoort.DATUM, Veldsoort.KEUZE, Veldsoort.ORGANISATIE, Veldsoort.LABELS)


@dataclass(frozen=True)
class Tekstveld:
    """A longer text; without `blokken` nothing was written."""

    vorm: ClassVar[str] = "tekst"
    label: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True)
class Regelveld:
    """A short value. `met_team`: an organisation that is first responsible, together with the team (hk-2020 r.473)."""

    vorm: ClassVar[str] = "regel"
    label: str
    tekst: str
    met_team: bool = False


@dataclass(frozen=True)
class PartnerAntwoord:
    label: str
    antwoord: str
    status: str
    nodig: str


@dataclass(frozen=True)
class PartnerRij:
    naam: str
    antwoorden: tuple[PartnerAntwoord, ...]


@dataclass(frozen=True)
class Partnertabel:
    """The answers of the partners: fields of this kind that follow each other stand in one table."""

    vorm: ClassVar[str] = "partners"
    kolommen: tuple[str, ...]
    rijen: tuple[PartnerRij, ...]


@dataclass(frozen=True)
class Item:
    nummer: int
    titel: str
    feiten: tuple[Regelveld, ...]
    teksten: tuple[Tekstveld, ...]


@dataclass(frozen=True)
class Lijst:
    vorm: ClassVar[str] = "lijst"
    label: str
    items: tuple[Item, ...]


Leesveld = Tekstveld | Regelveld | Partnertabel | Lijst


@dataclass(frozen=True)
class Leesonderdeel:
    """A section as it reads. `leeg`: nothing was written. `enkel`: one longer field, which needs no label."""

    code: str
    label: str
    velden: tuple[Leesveld, ...]
    leeg: bool
    enkel: bool


def leesvorm(
    onderdelen: Sequence[Onderdeel],
    inhoud: Inhoud,
    namen: Namen,
    *,
    partners: Sequence[str] = (),
    zonder_titel: bool = False,
) -> list[Leesonderdeel]:
    """All sections in the order of the form. `partners` (codes) get a row also when they gave no answer yet.

    `zonder_titel` leaves out the title of a stuk that has one of its own: it stands above the text already.
    """
    found = []
    for place, onderdeel in enumerate(onderdelen):
        fields = onderdeel.velden
        if zonder_titel and place == 0:
            fields = tuple(veld for veld in fields if veld.code != "titel")
        section = inhoud.get(onderdeel.code) or {}
        empty = not any(_has_text(section.get(veld.code)) for veld in fields)
        found.append(
            Leesonderdeel(
                onderdeel.code,
                onderdeel.label,
                tuple(_fields(fields, section, namen, partners)),
                empty,
                sum(veld.soort not in _KORT for veld in fields) == 1,
            )
        )
    return found


def _has_text(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _fields(
    fields: Sequence[Veld], section: Mapping[str, Any], namen: Namen, partners: Sequence[str]
) -> list[Leesveld]:
    found: list[Leesveld] = []
    table: list[Veld] = []
    for veld in fields:
        if veld.soort is Veldsoort.PER_PARTNER:
            table.append(veld)
            continue
        if table:
            found.append(_table(table, section, namen, partners))
            table = []
        found.append(_field(veld, section.get(veld.code), namen))
    if table:
        found.append(_table(table, section, namen, partners))
    return found


def _field(veld: Veld, value: Any, namen: Namen) -> Leesveld:
    if veld.soort is Veldsoort.LIJST:
        items = enumerate(value or [], start=1)
        return Lijst(veld.label, tuple(_item(number, veld.velden, item, namen) for number, item in items))
    if veld.soort in _KORT:
        return _short(veld, value, namen)
    return Tekstveld(veld.label, blokken(value_text(veld, value, namen)))


def _short(veld: Veld, value: Any, namen: Namen) -> Regelveld:
    text = value_text(veld, value, namen).strip()
    return Regelveld(veld.label, text, met_team=veld.soort is Veldsoort.ORGANISATIE and bool(text))


def _item(number: int, fields: Sequence[Veld], item: Mapping[str, Any], namen: Namen) -> Item:
    """The first line is the title of the item; other short values are its facts, the rest its texts."""
    short = [veld for veld in fields if veld.soort in _KORT]
    title = value_text(short[0], item.get(short[0].code), namen).strip() if short else ""
    return Item(
        number,
        title or _("Nog zonder naam"),
        tuple(_short(veld, item.get(veld.code), namen) for veld in short[1:]),
        tuple(
            Tekstveld(veld.label, blokken(value_text(veld, item.get(veld.code), namen)))
            for veld in fields
            if veld.soort not in _KORT
        ),
    )


def _table(fields: Sequence[Veld], section: Mapping[str, Any], namen: Namen, partners: Sequence[str]) -> Partnertabel:
    answers = [section.get(veld.code) or {} for veld in fields]
    others = sorted({code for answer in answers for code in answer} - set(partners))
    rows = [
        PartnerRij(
            namen.get(code, code),
            tuple(_answer(veld.label, answer.get(code)) for veld, answer in zip(fields, answers, strict=True)),
        )
        for code in [*partners, *others]
    ]
    return Partnertabel(tuple(veld.label for veld in fields), tuple(rows))


def _answer(label: str, value: Mapping[str, Any] | None) -> PartnerAntwoord:
    value = value or {}
    code = str(value.get("antwoord") or Antwoord.OPEN.value)
    text = str(Antwoord(code).label) if code in Antwoord.values else code
    return PartnerAntwoord(label, text, _ANTWOORD_VORM.get(code, "none"), str(value.get("nodig") or "").strip())
