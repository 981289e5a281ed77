"""Entering another fase: what is asked at that moment (hk-2020 §1 r.87-95, §F3b r.337)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from knowledge.fases import Fase

from .reden import dag_field, reden_field

TEKST_MAX = 5000


def _text(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=TEKST_MAX, widget=forms.Textarea(attrs={"rows": 3})
    )


class OvergangForm(forms.Form):
    """`mogelijk` are the fases that may follow; the day lies between the last overgang and today."""

    naar = forms.TypedChoiceField(
        label=_("Naar welke fase?"),
        coerce=lambda value: Fase(int(value)),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een fase.")},
    )
    datum = dag_field(_("Vanaf welke dag?"))
    reden = reden_field(_("Waarom nu?"), hint=_("Wat is er bereikt of veranderd? Dit wordt een nieuwe versie."))
    doelen = _text(
        _("Doelen van deze fase"), _("Elke fase heeft eigen doelen. Maak ze met het team (bron: r. 87, 204).")
    )
    verteld = _text(
        _("Wat is de persoon hierover verteld?"),
        _("Schrijf op wie het vertelde en wanneer. Is uitstroom in zicht, dan hoort de persoon dat (bron: r. 337)."),
    )

    def __init__(self, mogelijk: Sequence[Fase], today: date, vorige: date | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.vorige = today, vorige
        choices = [(fase.value, fase.label) for fase in mogelijk]
        self.fields["naar"].choices = choices  # type: ignore[attr-defined]
        self.fields["naar"].initial = choices[0][0] if choices else None
        self.fields["datum"].initial = today

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum > self.today:
            raise forms.ValidationError(_now("Deze dag moet nog komen. Leg de overgang vast op de dag zelf of daarna."))
        if self.vorige and datum < self.vorige:
            raise forms.ValidationError(
                _now("De vorige overgang was op %(datum)s. Kies die dag of een dag daarna.")
                % {"datum": date_format(self.vorige, "j F Y")}
            )
        return datum
