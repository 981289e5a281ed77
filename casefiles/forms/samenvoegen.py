"""The form of the merge screen: per Botsing a choice between the newest version, one's own, or own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _

from casefiles.rules.samenvoegen import Botsing, Overname, Pad
from casefiles.stuksoorten import Inhoud, Onderdeel, Veld, Veldsoort
from casefiles.versions.lines import answer_text, value_text
from casefiles.versions.words import Deel, word_diff

from .partners import Kader
from .velden import KeuzeVeld, field_for, shown, typed

NIEUWSTE, MIJN, ZELF = "nieuwste", "mijn", "zelf"
EIGEN_WOORDEN = (Veldsoort.TEKST, Veldsoort.REGEL, Veldsoort.LABELS, Veldsoort.DATUM)


@dataclass(frozen=True)
class Plek:
    """Where a value stands, in words."""

    onderdeel: str
    label: str

    def __str__(self) -> str:
        return f"{self.onderdeel}: {self.label}"


@dataclass(frozen=True)
class BotsingBlok:
    """One Botsing with what the screen shows of it. Empty texts stay empty: the template says so in words."""

    plek: Plek
    nieuwste: str
    mijn: str
    delen: tuple[Deel, ...]
    keuze: BoundField
    zelf: BoundField | None


def plek_of(pad: Pad, onderdelen: Sequence[Onderdeel], texts: Sequence[Inhoud], kader: Kader) -> Plek:
    """The label of a place; an item of a list is named by its first field in the first of `texts` that has it."""
    onderdeel = next(o for o in onderdelen if o.code == pad[0])
    veld = next(v for v in onderdeel.velden if v.code == pad[1])
    if veld.soort is Veldsoort.PER_PARTNER:
        return Plek(onderdeel.label, f"{veld.label}, {kader.naam(pad[2])}")
    if veld.soort is not Veldsoort.LIJST:
        return Plek(onderdeel.label, veld.label)
    items = (item for text in texts for item in (text.get(pad[0]) or {}).get(pad[1]) or [] if item["id"] == pad[2])
    name = next(
        (title for item in items if (title := str(item.get(veld.velden[0].code) or "").strip())), _("zonder titel")
    )
    sub = next((v.label for v in veld.velden if len(pad) > 3 and v.code == pad[3]), "")
    return Plek(onderdeel.label, f"{name}, {sub}" if sub else name)


def text_of(veld: Veld, value: Any, kader: Kader) -> str:
    """A value of any kind as a person reads it; a whole item as lines with their labels."""
    if value is None:
        return ""
    if veld.soort is Veldsoort.PER_PARTNER:
        return answer_text(value)
    if veld.soort is Veldsoort.LIJST:
        lines = [(sub.label, value_text(sub, value.get(sub.code), kader.namen)) for sub in veld.velden]
        return "\n".join(f"{label}: {text}" for label, text in lines if text)
    return value_text(veld, value, kader.namen)


def _together(botsing: Botsing) -> str:
    """What the box for own words begins with: both texts, so that none need be typed again."""
    newest, mine = shown(botsing.veld, botsing.nieuwste), shown(botsing.veld, botsing.mijn)
    if botsing.veld.soort is Veldsoort.TEKST:
        return "\n\n".join(text for text in (newest, mine) if text.strip())
    if botsing.veld.soort is Veldsoort.LABELS:
        return shown(botsing.veld, list(dict.fromkeys([*(botsing.nieuwste or []), *(botsing.mijn or [])])))
    return mine


class KeuzeForm(forms.Form):
    """Nothing is chosen beforehand: whoever merges has looked at each Botsing."""

    def __init__(
        self,
        botsingen: Sequence[Botsing],
        plekken: Mapping[Pad, Plek],
        kader: Kader,
        van_wie: str,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data=data, label_suffix="")
        self.botsingen, self.plekken, self.kader = botsingen, plekken, kader
        for botsing in botsingen:
            name = ".".join(botsing.pad)
            options: list[tuple[str, str]] = [(NIEUWSTE, van_wie), (MIJN, _("Die van mij"))]
            free = botsing.veld.soort in EIGEN_WOORDEN
            if free:
                options.append((ZELF, _("Beide, of in eigen woorden")))
            self.fields[f"keuze.{name}"] = KeuzeVeld(opties=options, radio=True, label=str(plekken[botsing.pad]))
            if free:
                own = field_for(botsing.veld, [])
                own.label, own.help_text, own.initial = _("Zo wordt het"), "", _together(botsing)
                self.fields[f"zelf.{name}"] = own

    def clean(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        for botsing in self.botsingen:
            name = ".".join(botsing.pad)
            choice = values.get(f"keuze.{name}")
            if choice == "":
                self.add_error(f"keuze.{name}", ValidationError(_("Kies welke tekst blijft."), code="kies"))
            if choice != ZELF:
                self.errors.pop(f"zelf.{name}", None)
        return values

    def keuzes(self) -> dict[Pad, Any]:
        """The value chosen for each Botsing; only after is_valid()."""
        found: dict[Pad, Any] = {}
        for botsing in self.botsingen:
            name = ".".join(botsing.pad)
            choice = self.cleaned_data[f"keuze.{name}"]
            if choice == ZELF:
                found[botsing.pad] = typed(botsing.veld, self.cleaned_data[f"zelf.{name}"])
            else:
                found[botsing.pad] = botsing.mijn if choice == MIJN else botsing.nieuwste
        return found

    @cached_property
    def blokken(self) -> list[BotsingBlok]:
        found = []
        for botsing in self.botsingen:
            name = ".".join(botsing.pad)
            newest, mine = (
                text_of(botsing.veld, botsing.nieuwste, self.kader),
                text_of(botsing.veld, botsing.mijn, self.kader),
            )
            own = self[f"zelf.{name}"] if f"zelf.{name}" in self.fields else None
            parts = tuple(word_diff(newest, mine)) if newest and mine else ()
            found.append(BotsingBlok(self.plekken[botsing.pad], newest, mine, parts, self[f"keuze.{name}"], own))
        return found


@dataclass(frozen=True)
class OvernameBlok:
    """One change that was taken over: where, and which words."""

    label: str
    delen: tuple[Deel, ...]


def overname_blok(overname: Overname, plek: Plek, kader: Kader) -> OvernameBlok:
    before, after = (text_of(overname.veld, value, kader) for value in (overname.basis, overname.waarde))
    return OvernameBlok(str(plek), tuple(word_diff(before, after)))
