"""The form of one section, built from its declaration and laid out in blocks for the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _

from casefiles.choices import Antwoord
from casefiles.rules.volledigheid import open_punten
from casefiles.stuksoorten import Onderdeel, Stuksoort, Veld, Veldsoort
from casefiles.versions.lines import answer_text, value_text

from .lezen import Waarden, organisatie_codes
from .partners import Kader, Partner
from .velden import MAX_ITEMS, MAX_ONDERDEEL, TE_VEEL, antwoord_field, field_for, nodig_field, shown


@dataclass(frozen=True)
class VeldBlok:
    """One simple field."""

    veld: Veld
    control: BoundField
    soort: str = "veld"


@dataclass(frozen=True)
class Cel:
    """The answer of one partner to one condition."""

    veld: Veld
    antwoord: BoundField
    nodig: BoundField


@dataclass(frozen=True)
class PartnerRij:
    partner: Partner
    cellen: tuple[Cel, ...]


@dataclass(frozen=True)
class VertrokkenPartner:
    """Answers of a partner that left the team, to read only."""

    naam: str
    antwoorden: tuple[tuple[str, str], ...]  # (label of the condition, answer in words)


@dataclass(frozen=True)
class PartnerTabel:
    """Conditions that are answered per partner, in one table."""

    velden: tuple[Veld, ...]
    rijen: tuple[PartnerRij, ...]
    vertrokken: tuple[VertrokkenPartner, ...]
    soort: str = "partners"


@dataclass(frozen=True)
class Item:
    """One item of a list. `kern` is what its folded line says; `open` counts it as unfolded."""

    id: str
    plaats: int
    titel: str
    kern: str
    velden: tuple[tuple[Veld, BoundField], ...]
    compleet: bool
    open: bool
    nieuw: bool


@dataclass(frozen=True)
class Lijst:
    veld: Veld
    items: tuple[Item, ...]
    vol: bool
    soort: str = "lijst"


Blok = VeldBlok | PartnerTabel | Lijst


class OnderdeelForm(forms.Form):
    """The form of a section with these values.

    With `controleren` the values are checked as if they had been posted, and the errors are shown; without, a
    half-typed value just stands there. `nieuw` is the id of an item that was just added: it stands open, with the
    focus.
    """

    def __init__(
        self, onderdeel: Onderdeel, waarden: Waarden, kader: Kader, *, controleren: bool = False, nieuw: str = ""
    ) -> None:
        self.onderdeel, self.waarden, self.kader, self.nieuw = onderdeel, waarden, kader, nieuw
        values: dict[str, str] = {}
        declared: dict[str, forms.Field] = {}
        for veld in onderdeel.velden:
            self._declare(veld, declared, values)
        super().__init__(data=values if controleren else None, initial=values, label_suffix="")
        self.fields.update(declared)

    def _declare(self, veld: Veld, declared: dict[str, forms.Field], values: dict[str, str]) -> None:
        if veld.soort is Veldsoort.PER_PARTNER:
            answers = self.waarden.get(veld.code) or {}
            for partner in self.kader.partners:
                answer, name = answers.get(partner.code) or {}, f"{veld.code}.{partner.code}"
                label = f"{partner.naam}: {veld.label}"
                declared[f"{name}.antwoord"] = antwoord_field(label)
                declared[f"{name}.nodig"] = nodig_field(f"{label}. {_('Wat is nog nodig?')}")
                values[f"{name}.antwoord"] = answer.get("antwoord") or Antwoord.OPEN.value
                values[f"{name}.nodig"] = answer.get("nodig") or ""
        elif veld.soort is Veldsoort.LIJST:
            for place, item in enumerate(self.waarden.get(veld.code) or [], start=1):
                for sub in veld.velden:
                    name = f"{veld.code}.{item['id']}.{sub.code}"
                    self._simple(sub, name, item.get(sub.code), declared, values)
                    declared[name].label = f"{place}. {sub.label}"
                if item["id"] == self.nieuw:
                    first = declared[f"{veld.code}.{item['id']}.{veld.velden[0].code}"]
                    first.widget.attrs["autofocus"] = True
        else:
            self._simple(veld, veld.code, self.waarden.get(veld.code), declared, values)

    def _simple(
        self, veld: Veld, name: str, value: Any, declared: dict[str, forms.Field], values: dict[str, str]
    ) -> None:
        stored = value if veld.soort is Veldsoort.ORGANISATIE and isinstance(value, str) else ""
        codes = organisatie_codes(self.kader, stored)
        declared[name] = field_for(veld, [(code, self.kader.naam(code)) for code in codes])
        values[name] = shown(veld, value)

    def clean(self) -> dict[str, Any]:
        for veld in self.onderdeel.velden:
            if veld.soort is Veldsoort.LIJST and len(self.waarden.get(veld.code) or []) > MAX_ITEMS:
                self.add_error(None, ValidationError(too_many_items(veld), code=TE_VEEL))
        total = sum(len(value) for value in self.data.values())
        if total > MAX_ONDERDEEL:
            message = _("Dit onderdeel is samen te lang: %(total)d tekens. Er passen er %(max)d in. Kort het in.")
            self.add_error(None, ValidationError(message, code=TE_VEEL, params={"total": total, "max": MAX_ONDERDEEL}))
        return self.cleaned_data

    def te_veel(self) -> list[str]:
        """The errors about size, in words with the label of their field: text that is too much is not kept at all."""
        found = []
        for name, errors in self.errors.as_data().items():
            label = f"{self.fields[name].label}: " if name in self.fields else ""
            found += [label + " ".join(error.messages) for error in errors if error.code == TE_VEEL]
        return found

    # -- layout

    @cached_property
    def blokken(self) -> list[Blok]:
        """The fields in their order, conditions per partner that follow each other in one table."""
        found: list[Blok] = []
        conditions: list[Veld] = []
        for veld in self.onderdeel.velden:
            if veld.soort is Veldsoort.PER_PARTNER:
                conditions.append(veld)
                continue
            if conditions:
                found.append(self._table(conditions))
                conditions = []
            found.append(self._list(veld) if veld.soort is Veldsoort.LIJST else VeldBlok(veld, self[veld.code]))
        if conditions:
            found.append(self._table(conditions))
        return found

    @cached_property
    def blok(self) -> Mapping[str, Blok]:
        """The blocks by the code of their (first) field, for a section with a layout of its own."""
        return {(b.velden[0] if isinstance(b, PartnerTabel) else b.veld).code: b for b in self.blokken}

    def _table(self, velden: list[Veld]) -> PartnerTabel:
        rows = tuple(
            PartnerRij(
                partner,
                tuple(
                    Cel(veld, self[f"{veld.code}.{partner.code}.antwoord"], self[f"{veld.code}.{partner.code}.nodig"])
                    for veld in velden
                ),
            )
            for partner in self.kader.partners
        )
        gone = sorted({code for veld in velden for code in self.waarden.get(veld.code) or {}} - set(self.kader.codes))
        left = tuple(
            VertrokkenPartner(
                self.kader.naam(code),
                tuple((veld.label, answer_text((self.waarden.get(veld.code) or {}).get(code))) for veld in velden),
            )
            for code in gone
        )
        return PartnerTabel(tuple(velden), rows, left)

    def _list(self, veld: Veld) -> Lijst:
        values = self.waarden.get(veld.code) or []
        complete = {item["id"]: not any(open_punten(sub, item.get(sub.code)) for sub in veld.velden) for item in values}
        first_open = next((key for key, whole in complete.items() if not whole), None)
        items = []
        for place, item in enumerate(values, start=1):
            controls = tuple((sub, self[f"{veld.code}.{item['id']}.{sub.code}"]) for sub in veld.velden)
            wrong = self.is_bound and any(control.errors for _sub, control in controls)
            fresh = item["id"] == self.nieuw
            unfolded = wrong or fresh or (not self.nieuw and item["id"] == first_open)
            title = value_text(veld.velden[0], item.get(veld.velden[0].code), self.kader.namen).strip()
            items.append(
                Item(item["id"], place, title, self._core(veld, item), controls, complete[item["id"]], unfolded, fresh)
            )
        return Lijst(veld, tuple(items), len(items) >= MAX_ITEMS)

    def _core(self, veld: Veld, item: Waarden) -> str:
        """Who and when, for the folded line of an item."""
        told = [sub for sub in veld.velden if sub.soort in (Veldsoort.ORGANISATIE, Veldsoort.DATUM)]
        texts = [(sub.label, value_text(sub, item.get(sub.code), self.kader.namen).strip()) for sub in told]
        return ", ".join(f"{label[:1].lower()}{label[1:]}: {text}" for label, text in texts if text)


def too_many_items(veld: Veld) -> str:
    return _("%(label)s: er passen er %(max)d in. Haal er een weg, of voeg er twee samen.") % {
        "label": veld.label,
        "max": MAX_ITEMS,
    }


@dataclass(frozen=True)
class FoutElders:
    """A value in another section that keeps the stuk from becoming a version."""

    onderdeel: Onderdeel
    fouten: tuple[str, ...]


def errors_elsewhere(soort: Stuksoort, inhoud: Mapping[str, Waarden], kader: Kader, here: str) -> list[FoutElders]:
    """The errors in all sections but this one: a half-typed date that was left behind is found here."""
    found = []
    for onderdeel in soort.onderdelen:
        if onderdeel.code == here:
            continue
        form = OnderdeelForm(onderdeel, inhoud.get(onderdeel.code) or {}, kader, controleren=True)
        if form.errors:
            texts = []
            for name, errors in form.errors.items():
                label = f"{form.fields[name].label}: " if name in form.fields else ""
                texts.append(label + " ".join(str(error) for error in errors))
            found.append(FoutElders(onderdeel, tuple(texts)))
    return found
