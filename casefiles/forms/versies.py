"""Asking for the dossier as it was on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .reden import dag_field


class OpDatumForm(forms.Form):
    """A day up to today. Read as day-month-year, or as a browser's date field writes it."""

    datum = dag_field(_("Lees het dossier zoals het was op"))

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum > self.today:
            raise forms.ValidationError(_("Deze dag komt nog. Kies vandaag of een dag ervoor."), code="future")
        return datum
