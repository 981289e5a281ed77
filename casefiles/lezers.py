"""Who may see a dossier, and one stuk of it, at this moment and why: in words for a screen (product.md row 7).

Decides nothing of its own: it tells what `casefiles.access` and table A.9 give each of these people and roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from casefiles.access import Toegang, Toegangsgrond, open_period, zaak_van
from casefiles.choices import Rol, Zichtbaarheid
from casefiles.models import Noodtoegang, Stuk, Teamlidmaatschap, Toetsing
from casefiles.rules.toegang import Recht, recht_op

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Lezer:
    """Someone who may see the dossier now; `user` is None for a whole role."""

    user: User | None
    grond: Toegangsgrond
    ziet: str


def wie_mag_dit_zien(toegang: Toegang) -> list[Lezer]:
    """Everyone who may see this dossier at this moment, and why (domain.md A.9; product.md row 7)."""
    dossier, now = toegang.dossier, timezone.now()
    words = {
        Rol.REGISSEUR: str(_("alles")),
        Rol.BUDDY: str(_("alles")),
        Rol.TEAMLID: str(_("het plan, en stukken vanaf het begin van de eigen taak")),
    }
    lezers = [
        Lezer(taak.gebruiker, Toegangsgrond(Rol(taak.rol), taak.van, taak.tot), words[Rol(taak.rol)])
        for taak in Teamlidmaatschap.objects.filter(open_period(now), dossier=dossier).select_related("gebruiker")
    ]
    lezers += [
        Lezer(nood.gebruiker, Toegangsgrond(Rol.PIKET, nood.van, nood.tot, nood.reden), str(_("alles, alleen lezen")))
        for nood in Noodtoegang.objects.filter(open_period(now), dossier=dossier).select_related("gebruiker")
    ]
    toetsing = Toetsing.objects.filter(dossier=dossier).exclude(stand=Toetsing.Stand.INGETROKKEN).first()
    if toetsing:
        lezers.append(Lezer(None, Toegangsgrond(Rol.ITAT_R, toetsing.gevraagd_op), str(_("alleen wat is voorgelegd"))))
    lezers.append(
        Lezer(
            None,
            Toegangsgrond(Rol.PROGRAMMATEAM, dossier.aangemaakt_op),
            str(_("nummer, fase, regisseur en buddy; geen inhoud")),
        )
    )
    return lezers


@dataclass(frozen=True)
class Stuklezer:
    """Someone who may see the dossier, and whether that holds for one stuk; `reden` says why, or why not."""

    lezer: Lezer
    leest: bool
    reden: str


def wie_mag_stuk_zien(toegang: Toegang, stuk: Stuk) -> list[Stuklezer]:
    """Of everyone who may see the dossier: who may read this stuk now, by the same rules as `stukken_visible_to`."""
    submitted = Toetsing.objects.filter(stuk=stuk).exclude(stand=Toetsing.Stand.INGETROKKEN).exists()
    return [_reads(lezer, stuk, submitted) for lezer in wie_mag_dit_zien(toegang)]


def _reads(lezer: Lezer, stuk: Stuk, submitted: bool) -> Stuklezer:
    rol, recht = lezer.grond.rol, recht_op(zaak_van(stuk.soort), [lezer.grond.rol])
    if recht is Recht.INGEDIEND:
        why = _("alleen de versie die is voorgelegd") if submitted else _("dit stuk is niet voorgelegd")
        return Stuklezer(lezer, submitted, str(why))
    if recht < Recht.LEZEN_VANAF_PERIODE:
        return Stuklezer(lezer, False, str(_("deze rol leest geen inhoud")))
    if rol in (Rol.REGISSEUR, Rol.BUDDY, Rol.PIKET):
        return Stuklezer(lezer, True, str(_("leest alle stukken van dit dossier")))
    if stuk.zichtbaarheid != Zichtbaarheid.TEAM:
        return Stuklezer(lezer, False, str(_("dit stuk is alleen voor regisseur en buddy")))
    if recht is Recht.LEZEN_VANAF_PERIODE and stuk.gewijzigd_op < lezer.grond.sinds:
        return Stuklezer(lezer, False, str(_("dit stuk is van voor het begin van deze taak")))
    return Stuklezer(lezer, True, str(_("leest dit stuk door de taak in het team")))
