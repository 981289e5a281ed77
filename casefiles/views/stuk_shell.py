"""What every screen of one stuk shows around its own content: the dossier's frame, the title and the tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from casefiles import access
from casefiles.choices import Staat
from casefiles.models import Stuk
from casefiles.stuksoorten import PLAN_VAN_AANPAK

from .shell import dossier_context

_STAAT_VORM = {Staat.CONCEPT: "concept", Staat.VASTGESTELD: "done"}


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    current: bool


def tabs(toegang: access.Toegang, stuk: Stuk, hier: str) -> list[Tab]:
    """Bekijken and Geschiedenis for who reads the stuk; Bewerken and Delen as well for who writes it."""
    writes = access.may(toegang, stuk, access.Recht.SCHRIJVEN)
    entries = [
        ("stuk", _("Bekijken"), True),
        ("bewerken-begin", _("Bewerken"), writes),
        ("delen", _("Delen"), writes),
        ("geschiedenis", _("Geschiedenis"), True),
    ]
    args = [toegang.dossier.nummer, stuk.kenmerk]
    return [Tab(label, reverse(f"dossiers:{name}", args=args), name == hier) for name, label, shown in entries if shown]


def menu_place(stuk: Stuk) -> str:
    """The entry of the dossier's menu that a stuk belongs to."""
    return "plan" if stuk.soort == PLAN_VAN_AANPAK.code else "overzicht"


def stuk_context(toegang: access.Toegang, stuk: Stuk, hier: str, **extra: Any) -> dict[str, Any]:
    """The context of a screen with `casefiles/stuk_kop.html`; `hier` is the tab it belongs to."""
    staat = Staat(stuk.staat)
    return dossier_context(
        toegang,
        menu_place(stuk),
        stuk=stuk,
        soort_label=stuk.stuksoort.label,
        staat=str(staat.label).capitalize() if stuk.stuksoort.heeft_staten else "",
        staat_vorm=_STAAT_VORM.get(staat, "half"),
        mag_schrijven=access.may(toegang, stuk, access.Recht.SCHRIJVEN),
        tabs=tabs(toegang, stuk, hier),
        **extra,
    )
