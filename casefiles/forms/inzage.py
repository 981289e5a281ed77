"""Narrowing the inzagelog. An unknown value is told and shows no rows less: a filter never hides by accident."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audit.models import Handeling, InzageRegel

from .reden import dag_field


class PeriodeForm(forms.Form):
    """From and up to and including a day, in Dutch time."""

    van = dag_field(_("Van"), required=False, hint="")
    tot = dag_field(_("Tot en met"), required=False, hint="")

    def narrow(self, regels: QuerySet[InzageRegel]) -> QuerySet[InzageRegel]:
        van, tot = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        if van:
            regels = regels.filter(moment__gte=timezone.make_aware(datetime.combine(van, time.min)))
        if tot and tot < tot.max:
            regels = regels.filter(moment__lt=timezone.make_aware(datetime.combine(tot + timedelta(days=1), time.min)))
        return regels


class InzageFilter(PeriodeForm):
    """For regisseur and buddy: `mensen` are (kenmerk, name) of those who stand in this log."""

    wie = forms.ChoiceField(label=_("Wie"), required=False)
    field_order = ["wie", "van", "tot"]

    def __init__(self, mensen: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].choices = [("", _("Iedereen")), *mensen]  # type: ignore[attr-defined]

    def narrow(self, regels: QuerySet[InzageRegel]) -> QuerySet[InzageRegel]:
        regels = super().narrow(regels)
        if wie := self.cleaned_data.get("wie"):
            regels = regels.filter(gebruiker=uuid.UUID(wie))
        return regels


class AuditorFilter(PeriodeForm):
    """For the auditor: over all dossiers. A number finds the rows of that dossier and the lists that named it."""

    dossier = forms.CharField(label=_("Dossiernummer"), required=False, max_length=20)
    wie = forms.UUIDField(
        label=_("Kenmerk van wie"),
        required=False,
        error_messages={"invalid": _("Dit is geen kenmerk. Kies in de lijst een naam, dan staat het hier.")},
    )
    handeling = forms.ChoiceField(
        label=_("Handeling"), required=False, choices=[("", _("Alle handelingen")), *Handeling.choices]
    )
    field_order = ["van", "tot", "dossier", "wie", "handeling"]

    def narrow(self, regels: QuerySet[InzageRegel]) -> QuerySet[InzageRegel]:
        regels = super().narrow(regels)
        if nummer := (self.cleaned_data.get("dossier") or "").upper():
            regels = regels.annotate(genoemd=Cast("bijzonderheden", TextField())).filter(
                Q(dossier=nummer) | Q(genoemd__contains=f'"{nummer}"')
            )
        if wie := self.cleaned_data.get("wie"):
            regels = regels.filter(gebruiker=wie)
        if handeling := self.cleaned_data.get("handeling"):
            regels = regels.filter(handeling=handeling)
        return regels
