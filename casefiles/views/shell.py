"""What every screen of a dossier shows around its own content: the bar with the number, and the local menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from casefiles import access
from casefiles.models import Organisatie
from casefiles.rules.toegang import Recht, Zaak
from knowledge.fases import Fase


@dataclass(frozen=True)
class MenuItem:
    label: str
    url: str
    current: bool


def _menu(toegang: access.Toegang, plek: str) -> list[MenuItem]:
    nummer = toegang.dossier.nummer
    entries = [("overzicht", _("Overzicht"), reverse("dossiers:overzicht", args=[nummer]), True)]
    if toegang.heeft_plan:
        plan = reverse("dossiers:stuk", args=[nummer, "plan-van-aanpak"])
        entries.append(("plan", _("Plan van aanpak"), plan, toegang.mag_lezen(Zaak.PLAN)))
    else:
        plan = reverse("dossiers:stuk-nieuw", args=[nummer, "plan-van-aanpak"])
        entries.append(("plan", _("Plan van aanpak"), plan, toegang.mag_schrijven(Zaak.PLAN)))
    entries += [
        ("versies", _("Versies"), reverse("dossiers:versies", args=[nummer]), toegang.mag_lezen(Zaak.DOSSIERVERSIE)),
        ("team", _("Team en toegang"), reverse("dossiers:team", args=[nummer]), toegang.mag_lezen(Zaak.TEAM)),
        (
            "inzagelog",
            _("Inzagelog"),
            reverse("dossiers:inzagelog", args=[nummer]),
            toegang.recht(Zaak.INZAGELOG) >= Recht.LEZEN,
        ),
    ]
    return [MenuItem(label, url, code == plek) for code, label, url, shown in entries if shown]


def dossier_context(toegang: access.Toegang, plek: str, **extra: Any) -> dict[str, Any]:
    """The context of `casefiles/dossier_base.html`; `plek` is the entry of the local menu that the screen belongs to.

    Fase and version number are empty for who may not read them (A.9): the last version may be one of a stuk that a
    teamlid does not see.
    """
    dossier = toegang.dossier
    return {
        "toegang": toegang,
        "dossier": dossier,
        "fase_label": Fase(dossier.fase).label if toegang.recht(Zaak.OMSLAG) >= Recht.LEZEN else "",
        "versie_nummer": dossier.laatste_versie if toegang.recht(Zaak.DOSSIERVERSIE) >= Recht.LEZEN else None,
        "lokaal_menu": _menu(toegang, plek),
        **extra,
    }


def organisatie_namen() -> dict[str, str]:
    """The name of every organisation by its code, for showing content. One query."""
    return dict(Organisatie.objects.values_list("code", "naam"))
