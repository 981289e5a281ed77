"""Fields that more than one form of the workspace has."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

REDEN_MAX = 500  # as Dossierversie.reden


def reden_field(label: Any = None, *, hint: Any = "", min_length: int | None = None) -> forms.CharField:
    """Why an act is done: asked of every act that changes who may do what."""
    return forms.CharField(
        label=label or _("Waarom?"),
        help_text=hint,
        max_length=REDEN_MAX,
        min_length=min_length,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom. Dat leest je buddy later terug.")},
    )


class DagInput(forms.DateInput):
    """A day as text, in the Dutch order. Typing works everywhere, with every keyboard and reader."""

    def __init__(self) -> None:
        super().__init__(format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off"})


def dag_field(label: Any, *, required: bool = True, hint: Any = None) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=_("Dag-maand-jaar, zoals 24-11-2026.") if hint is None else hint,
        widget=DagInput(),
        error_messages={
            "required": _("Vul een datum in."),
            "invalid": _("Deze datum kunnen we niet lezen. Schrijf hem als dag-maand-jaar, zoals 24-11-2026."),
        },
    )
