"""Beginning a stuk, sharing it, and bringing an old version back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casefiles.choices import Zichtbaarheid

from .reden import reden_field

TITEL_MAX = 200  # as Stuk.titel


def _who_reads() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Wie ziet dit stuk?"),
        choices=[
            (Zichtbaarheid.TEAM.value, _("Het hele team")),
            (Zichtbaarheid.REGISSEURS.value, _("Alleen regisseur en buddy")),
        ],
        initial=Zichtbaarheid.TEAM.value,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wie dit stuk ziet."),
            "invalid_choice": _("Kies wie dit stuk ziet: het hele team, of alleen regisseur en buddy."),
        },
    )


class StukBeginForm(forms.Form):
    """A kind of which a dossier has one: it begins at once, with a reason."""

    reden = reden_field(_("Waarom begin je dit stuk?"))


class DocumentBeginForm(forms.Form):
    """A free Document: its title, who reads it, and why it is there."""

    titel = forms.CharField(
        label=_("Titel"),
        max_length=TITEL_MAX,
        help_text=_("Zonder naam van een persoon: titels staan in lijsten."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Geef het document een titel.")},
    )
    zichtbaarheid = _who_reads()
    reden = reden_field(_("Waarom begin je dit document?"))

    def __init__(self, *args: Any, met_keuze: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not met_keuze:
            del self.fields["zichtbaarheid"]


class DelenForm(forms.Form):
    """Who of the team reads this stuk, and why that changes."""

    zichtbaarheid = _who_reads()
    reden = reden_field(_("Waarom verandert dit?"))


class HerstelForm(forms.Form):
    """Why an old text comes back. `basis` is the version that stood beside it on the screen."""

    basis = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    reden = reden_field(_("Waarom zet je deze tekst terug?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["basis"].error_messages["required"] = self.fields["basis"].error_messages["invalid"] = _(
            "Open deze pagina opnieuw: we weten niet meer met welke versie je vergeleek."
        )
