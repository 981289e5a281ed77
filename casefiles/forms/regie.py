"""What the programmateam and the piket fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.rollen import SiteRol
from casefiles.choices import Rol

from .reden import dag_field, reden_field
from .team import GebruikerKeuze


def regisseurspool() -> QuerySet[User]:
    """Those who may be regisseur or buddy (domain.md A.2)."""
    return User.objects.filter(is_active=True, groups__name=SiteRol.REGISSEURSPOOL.value).order_by("naam", "pk")


class DossierOpenenForm(forms.Form):
    """A new dossier with its regisseur and buddy."""

    persoon_naam = forms.CharField(
        label=_("Over wie gaat het?"),
        max_length=200,
        help_text=_("De naam van de persoon. Jij ziet die hierna niet meer: het programmateam leest geen inhoud."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul een naam in.")},
    )
    regisseur = GebruikerKeuze(label=_("Regisseur"))
    buddy = GebruikerKeuze(
        label=_("Buddy (tweede regisseur)"),
        required=False,
        help_text=_("De buddy denkt mee en kan het dossier overnemen. Kies er een zodra het kan (bron: r. 127)."),
    )
    gestart_op = dag_field(
        _("Start van de aanpak"),
        required=False,
        hint=_("De datum onder de notificatiebrief (bron: r. 130). Laat leeg als die nog niet is ondertekend."),
    )
    reden = reden_field(_("Waarom open je dit dossier?"), hint=_("Zonder inhoud van de casus."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pool = regisseurspool()
        self.fields["regisseur"].queryset = pool  # type: ignore[attr-defined]
        self.fields["buddy"].queryset = pool  # type: ignore[attr-defined]
        self.fields["buddy"].empty_label = _("Nog geen buddy")  # type: ignore[attr-defined]


class ToewijzenForm(forms.Form):
    """Name or replace the regisseur or the buddy of a dossier."""

    rol = forms.ChoiceField(
        label=_("Welke taak?"),
        choices=[(Rol.REGISSEUR.value, _("Regisseur")), (Rol.BUDDY.value, _("Buddy (tweede regisseur)"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies regisseur of buddy.")},
    )
    nieuwe = GebruikerKeuze(label=_("Wie krijgt deze taak?"))
    reden = reden_field(_("Waarom?"), hint=_("Zonder inhoud van de casus. Regisseur en buddy lezen dit terug."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nieuwe"].queryset = regisseurspool()  # type: ignore[attr-defined]


class NoodtoegangForm(forms.Form):
    """A crisis: the exact number of one dossier and a reason."""

    nummer = forms.CharField(
        label=_("Dossiernummer"),
        max_length=20,
        help_text=_("Het hele nummer, zoals RK-7F3K-92QD. Vraag het aan wie je belt."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Vul het dossiernummer in.")},
    )
    reden = reden_field(
        _("Waarom heb je dit dossier nu nodig?"),
        hint=_("Minstens tien tekens. De regisseur en de buddy krijgen meteen bericht, en lezen je reden."),
        min_length=10,
    )
