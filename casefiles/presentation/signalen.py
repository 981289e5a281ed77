"""What needs doing, as rows for `rk/signals.html`: how urgent, what and why, and one link that starts the act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casefiles.models import Werktekst
from casefiles.rules.termijnen import Termijn, Urgentie, van_interventies
from casefiles.stuksoorten import PLAN_VAN_AANPAK

PLAN = PLAN_VAN_AANPAK.code


@dataclass(frozen=True)
class Signaal:
    """One row. `urgentie` is a shape of `rk-status`: "late", "soon" or "" for what has no hurry."""

    wanneer: str
    titel: str
    uitleg: str = ""
    urgentie: str = ""
    datum: date | None = None
    bron: str = ""
    url: str = ""
    handeling: str = ""
    dossier_nummer: str = ""
    dossier_url: str = ""


def wanneer(dagen: int) -> str:
    """How far away a day is, in words."""
    if dagen < 0:
        return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -dagen) % {"n": -dagen}
    if dagen == 0:
        return _("Vandaag")
    return _("Morgen") if dagen == 1 else ngettext("Over %(n)s dag", "Over %(n)s dagen", dagen) % {"n": dagen}


def vorm(urgentie: Urgentie) -> str:
    """The shape of an urgency; what comes later has the plain ring."""
    return "" if urgentie is Urgentie.LATER else urgentie.value


def termijnen(interventies: object, today: date) -> list[Termijn]:
    """The deadlines in the stored value of a plan; anything that is no list of interventies has none."""
    if not isinstance(interventies, list):
        return []
    return van_interventies((item for item in interventies if isinstance(item, dict)), today)


def van_termijn(
    termijn: Termijn, nummer: str, namen: Mapping[str, str], *, schrijven: bool, dossier_noemen: bool
) -> Signaal:
    """The deadline of an interventie. Who may write gets the form, others the plan."""
    organisatie = namen.get(termijn.organisatie, termijn.organisatie)
    if schrijven:
        url, handeling = reverse("dossiers:bewerken", args=[nummer, PLAN, "interventies"]), _("Interventie openen")
    else:
        url, handeling = reverse("dossiers:stuk", args=[nummer, PLAN]), _("Plan lezen")
    return Signaal(
        wanneer=wanneer(termijn.dagen),
        titel=termijn.wat or _("Interventie zonder titel"),
        uitleg=_("Interventie, eerst verantwoordelijk: %(wie)s") % {"wie": organisatie}
        if organisatie
        else _("Interventie, nog zonder eerst verantwoordelijke"),
        urgentie=vorm(termijn.urgentie),
        datum=termijn.datum,
        bron="r. 222",
        url=url,
        handeling=handeling,
        **_dossier(nummer, dossier_noemen),
    )


def geen_plan(nummer: str, *, dossier_noemen: bool) -> Signaal:
    """There is no plan van aanpak yet, and the reader may begin it."""
    return Signaal(
        wanneer=_("Nog niet begonnen"),
        titel=_("Begin het plan van aanpak"),
        uitleg=_("Dit dossier heeft nog geen plan."),
        url=reverse("dossiers:stuk-nieuw", args=[nummer, PLAN]),
        handeling=_("Begin het plan van aanpak"),
        **_dossier(nummer, dossier_noemen),
    )


def geen_buddy(nummer: str, *, dossier_noemen: bool) -> Signaal:
    """Two named regisseurs per dossier (hk-2020 §1.1 r.127)."""
    return Signaal(
        wanneer=_("Zodra het kan"),
        titel=_("Er is nog geen buddy"),
        uitleg=_("Vraag het programmateam R&E om een tweede regisseur."),
        urgentie="soon",
        bron="r. 127",
        url=reverse("dossiers:team", args=[nummer]),
        handeling=_("Team bekijken"),
        **_dossier(nummer, dossier_noemen),
    )


def van_werktekst(werktekst: Werktekst, nummer: str, today: date, *, dossier_noemen: bool) -> Signaal:
    """Working text of one's own that is no version yet."""
    moment = localtime(werktekst.bewaard_op)
    when = (
        _("om %(tijd)s uur") % {"tijd": date_format(moment, "H.i")}
        if moment.date() == today
        else _("op %(datum)s") % {"datum": date_format(moment, "j F")}
    )
    return Signaal(
        wanneer=_("Werktekst"),
        titel=_("Ga verder met %(stuk)s") % {"stuk": werktekst.stuk.titel},
        uitleg=_("Bewaard %(wanneer)s. Alleen jij ziet deze tekst; er is nog geen nieuwe versie.") % {"wanneer": when},
        url=reverse("dossiers:bewerken-begin", args=[nummer, werktekst.stuk.kenmerk]),
        handeling=_("Verder schrijven"),
        **_dossier(nummer, dossier_noemen),
    )


def _dossier(nummer: str, noemen: bool) -> dict[str, Any]:
    if not noemen:
        return {}
    return {"dossier_nummer": nummer, "dossier_url": reverse("dossiers:overzicht", args=[nummer])}


def dringend(found: Iterable[Termijn]) -> list[Termijn]:
    """What is late or due soon."""
    return [termijn for termijn in found if termijn.urgentie is not Urgentie.LATER]
