"""The data of the person, kept as few as possible."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from .reden import dag_field


class PersoonForm(forms.Form):
    naam = forms.CharField(
        label=_("Naam"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul een naam in, of hoe jullie deze persoon noemen.")},
    )
    geboortedatum = dag_field(_("Geboortedatum"), required=False)
    bereikbaar = forms.CharField(
        label=_("Bereikbaar via"),
        required=False,
        max_length=300,
        help_text=_("Telefoonnummer, adres, of via wie."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_geboortedatum(self) -> date | None:
        datum: date | None = self.cleaned_data["geboortedatum"]
        if datum and not date(1900, 1, 1) <= datum <= timezone.localdate():
            raise forms.ValidationError(_now("Deze geboortedatum kan niet kloppen. Kijk hem na."))
        return datum
