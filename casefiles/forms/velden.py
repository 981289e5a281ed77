"""One declared field: what was typed as the value to keep, that value as it is typed, the Django field that checks it.

Working text keeps what was typed, right or wrong (a half-typed date stays); only a new dossierversie asks for checked
values. So `typed` never fails, and for what the field accepts `typed(veld, shown(veld, value)) == value`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from casefiles.choices import Antwoord
from casefiles.stuksoorten import Veld, Veldsoort

MAX_REGEL = 200  # signs; Stuk.titel holds as many
MAX_TEKST = 20_000
MAX_NODIG = 2_000
MAX_LABELS = 20
MAX_LABEL = 50
MAX_ITEMS = 50
MAX_ONDERDEEL = 200_000  # signs in all fields of a section together: it must fit in one request, accents and all
MAX_REDEN = 500  # Dossierversie.reden

TE_VEEL = "te-veel"  # the code of every error about size: these alone keep text out of the werktekst
_DATE = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*")
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})\s*")
YEARS = range(1900, 2101)


def plain(raw: str) -> str:
    """Text with our line ends and without NUL, which PostgreSQL cannot store."""
    return raw.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _date(raw: str) -> date | None:
    """A day written as d-m-jjjj, or as it is stored; nothing for anything else."""
    if found := _DATE.fullmatch(raw):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(raw):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _labels(raw: str) -> list[str]:
    return list(dict.fromkeys(label for part in raw.split(",") if (label := " ".join(part.split()))))


def typed(veld: Veld, raw: str) -> Any:
    """The value to keep of what was typed; a wrong date stays as it was typed."""
    text = plain(raw)
    if veld.soort is Veldsoort.TEKST:
        return text
    text = text.replace("\n", " ")
    if veld.soort is Veldsoort.DATUM:
        found = _date(text)
        return found.isoformat() if found else text
    return _labels(text) if veld.soort is Veldsoort.LABELS else text


def shown(veld: Veld, value: Any) -> str:
    """The value as it stands in the control: a stored date as d-m-jjjj, labels with commas."""
    if veld.soort is Veldsoort.LABELS:
        return ", ".join(value or [])
    text = str(value or "")
    if veld.soort is Veldsoort.DATUM and (found := _ISO.fullmatch(text) and _date(text)):
        return f"{found.day}-{found.month}-{found.year}"
    return text


# -- the Django fields ------------------------------------------------------------------------------------------


def _max_length(limit: int) -> MaxLengthValidator:
    validator = MaxLengthValidator(
        limit, _("Deze tekst is te lang: %(show_value)d tekens. Er passen er %(limit_value)d in. Kort hem in.")
    )
    validator.code = TE_VEEL
    return validator


class GetypteTekst(forms.CharField):
    """Text exactly as typed. The limit is told, never set on the control: a browser would cut a paste off unseen."""

    def __init__(self, *, limit: int, rows: int = 0, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": "off"})
        widget.attrs["class"] = "rk-input"
        super().__init__(required=False, strip=False, validators=[_max_length(limit)], widget=widget, **kwargs)


class DatumVeld(GetypteTekst):
    """A day as d-m-jjjj."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=MAX_REGEL, **kwargs)
        self.widget.attrs["inputmode"] = "numeric"

    def validate(self, value: str) -> None:
        super().validate(value)
        if value.strip() and len(value) <= MAX_REGEL and _date(value) is None:
            raise ValidationError(
                _("Schrijf de datum als dag, maand en jaar, bijvoorbeeld 31-1-2027. Of laat hem leeg."), code="datum"
            )


class LabelsVeld(GetypteTekst):
    """Labels with commas between them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=MAX_LABELS * (MAX_LABEL + 2), **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        labels = _labels(value)
        if len(labels) > MAX_LABELS:
            raise ValidationError(
                ngettext_lazy(
                    "Er past %(max)d label bij een stuk.", "Er passen %(max)d labels bij een stuk.", MAX_LABELS
                )
                % {"max": MAX_LABELS},
                code=TE_VEEL,
            )
        if long := next((label for label in labels if len(label) > MAX_LABEL), ""):
            raise ValidationError(
                _("Het label ‘%(label)s…’ is te lang. Een label heeft hooguit %(max)d tekens."),
                code=TE_VEEL,
                params={"label": long[:20], "max": MAX_LABEL},
            )


class KeuzeVeld(forms.ChoiceField):
    """One of a closed list; nothing chosen is allowed."""

    def __init__(self, *, opties: Sequence[tuple[str, Any]], radio: bool, **kwargs: Any) -> None:
        widget = forms.RadioSelect() if radio else forms.Select(attrs={"class": "rk-input"})
        super().__init__(required=False, choices=list(opties), widget=widget, **kwargs)


def field_for(veld: Veld, organisaties: Sequence[tuple[str, str]]) -> forms.Field:
    """The Django field of a simple declared field; `organisaties` are the (code, name) that may be chosen."""
    texts: dict[str, Any] = {"label": veld.label, "help_text": veld.hint}
    match veld.soort:
        case Veldsoort.TEKST:
            return GetypteTekst(limit=MAX_TEKST, rows=3, **texts)
        case Veldsoort.DATUM:
            return DatumVeld(**texts)
        case Veldsoort.LABELS:
            return LabelsVeld(**texts)
        case Veldsoort.KEUZE:
            return KeuzeVeld(opties=veld.opties, radio=True, **texts)
        case Veldsoort.ORGANISATIE:
            return KeuzeVeld(opties=[("", _("Kies een organisatie")), *organisaties], radio=False, **texts)
        case Veldsoort.REGEL:
            return GetypteTekst(limit=MAX_REGEL, **texts)
    raise ValueError(f"{veld.soort} is geen enkelvoudig veld")


def antwoord_field(label: str) -> KeuzeVeld:
    """What a partner answered: ja, nog niet, open."""
    return KeuzeVeld(opties=Antwoord.choices, radio=True, label=label)


def nodig_field(label: str) -> GetypteTekst:
    """What a partner still needs. The placeholder is a space: by it the style sheet sees that there is text."""
    field = GetypteTekst(limit=MAX_NODIG, rows=2, label=label)
    field.widget.attrs["placeholder"] = " "
    return field
