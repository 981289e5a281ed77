"""How the values of facets are called on screen."""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import gettext as _

from casefiles import stuksoorten
from knowledge import onderwerpen
from knowledge.fases import Fase
from knowledge.handelingskader.models import HandelingskaderPagina
from search.sources import DOSSIER

FACET_ORDER = ("soort", "fase", "onderwerp", "tag", "dossier")


def facet_label(facet: str) -> str:
    """The heading of a facet."""
    return {
        "soort": _("Soort"),
        "fase": _("Fase"),
        "onderwerp": _("Onderdeel"),
        "tag": _("Thema"),
        "dossier": _("Dossier"),
    }[facet]


def value_label(facet: str, value: str) -> str:
    """One value of a facet; an unknown value is its own label."""
    if facet == "soort":
        return soort_label(value)
    if facet == "fase":
        return str(Fase(int(value)).label) if value.isdigit() and int(value) in Fase.values else value
    if facet == "onderwerp":
        return onderwerpen.label(value)
    return value


def soort_label(soort: str) -> str:
    """A kind of guidance page, of stuk, or a dossier."""
    if soort == DOSSIER:
        return _("Dossier")
    if soort in stuksoorten.SOORTEN:
        return str(stuksoorten.SOORTEN[soort].label)
    for model in apps.get_models():
        if issubclass(model, HandelingskaderPagina) and model.soort == soort:
            return str(model.soort_label)
    return soort
