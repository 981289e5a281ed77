"""Giving someone a task in the team, and ending one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from casefiles.models import Dossier, Organisatie, Teamlidmaatschap

from .reden import reden_field


class GebruikerKeuze(forms.ModelChoiceField):
    """A colleague by name and function; two of the same name stay apart by their function."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {
            "required": _("Kies een collega."),
            "invalid_choice": _("Deze collega kun je niet kiezen. Kies iemand uit de lijst."),
        }
        super().__init__(
            queryset=User.objects.none(), empty_label=_("Kies een collega"), error_messages=messages, **kwargs
        )

    def label_from_instance(self, user: User) -> str:
        return f"{user} ({user.functie})" if user.functie else str(user)


class TeamlidForm(forms.Form):
    """Who joins, for which organisation and why. Colleagues with a task in this dossier are left out."""

    lid = GebruikerKeuze(label=_("Wie?"))
    organisatie = forms.ModelChoiceField(
        label=_("Voor welke organisatie?"),
        queryset=Organisatie.objects.none(),
        empty_label=_("Kies een organisatie"),
        error_messages={"required": _("Kies een organisatie.")},
    )
    talenten = forms.CharField(
        label=_("Talenten"),
        required=False,
        max_length=300,
        help_text=_("Wat kan deze collega goed? Je vraagt het bij het eerste UVO. Je kunt het ook later invullen."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reden = reden_field(_("Waarom komt deze collega erbij?"))

    def __init__(self, dossier: Dossier, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = Teamlidmaatschap.objects.filter(dossier=dossier, tot__isnull=True)
        colleagues = User.objects.filter(is_active=True).exclude(pk__in=taken.values("gebruiker"))
        self.fields["lid"].queryset = colleagues.order_by("naam", "pk")  # type: ignore[attr-defined]
        self.fields["organisatie"].queryset = Organisatie.objects.filter(actief=True)  # type: ignore[attr-defined]


class BeeindigenForm(forms.Form):
    """Which task ends and why; the number of the task is checked against the dossier by the action."""

    taak = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    reden = reden_field(_("Waarom stopt deze taak?"))
