"""Who has a task in the dossier: the regisseur keeps the team, the programmateam names regisseur and buddy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.log import record
from audit.models import Handeling
from casefiles import access
from casefiles.choices import Rol, VersieSoort
from casefiles.exceptions import NietToegestaan, RedenOntbreekt
from casefiles.models import Dossier, Organisatie, Teamlidmaatschap
from casefiles.rules.toegang import Zaak
from casefiles.signals import toegang_gewijzigd
from casefiles.versions.register import lock, register
from meldingen.notify import notify

from .openen import eis_uit_pool

if TYPE_CHECKING:
    from accounts.models import User


def _eis_reden(reden: str) -> str:
    if not reden.strip():
        raise RedenOntbreekt
    return reden.strip()


def _after_change(dossier: Dossier, user: User, toegang: access.Toegang, reden: str, wat: str) -> None:
    register(dossier, user, reden, soort=VersieSoort.TEAM)
    record(Handeling.TOEGANG, gebruiker=user.kenmerk, dossier=dossier.nummer, object=wat, grond=toegang.grond)
    toegang_gewijzigd.send(sender=Dossier, dossier=dossier)


@transaction.atomic
def teamlid_toevoegen(
    toegang: access.Toegang, lid: User, organisatie: Organisatie, *, reden: str, talenten: str = ""
) -> Teamlidmaatschap:
    """Give someone a task in the team from now on. They see the plan, and other stukken registered from now on
    (A.9)."""
    toegang.eis_schrijven(Zaak.TEAM)
    reden = _eis_reden(reden)
    if not lid.is_active:
        raise NietToegestaan(str(_("Dit account is niet meer in gebruik. Kies iemand anders.")))
    dossier = lock(toegang.dossier)
    if Teamlidmaatschap.objects.filter(dossier=dossier, gebruiker=lid, tot__isnull=True).exists():
        raise NietToegestaan(str(_("Deze collega heeft al een taak in dit dossier.")))
    taak = Teamlidmaatschap.objects.create(
        dossier=dossier, gebruiker=lid, rol=Rol.TEAMLID, organisatie=organisatie, talenten=talenten, van=timezone.now()
    )
    _after_change(dossier, toegang.user, toegang, reden, f"taak van {lid.kenmerk} begonnen")
    notify(
        [lid.pk],
        str(_("Je hebt een taak gekregen in dossier %(nummer)s.") % {"nummer": dossier.nummer}),
        reverse("dossiers:overzicht", args=[dossier.nummer]),
    )
    return taak


@transaction.atomic
def teamlid_beeindigen(toegang: access.Toegang, taak_id: int, *, reden: str) -> Teamlidmaatschap:
    """End the task of a teamlid: their next request no longer finds the dossier."""
    toegang.eis_schrijven(Zaak.TEAM)
    reden = _eis_reden(reden)
    dossier = lock(toegang.dossier)
    taak = Teamlidmaatschap.objects.select_related("gebruiker").get(
        pk=taak_id, dossier=dossier, rol=Rol.TEAMLID, tot__isnull=True
    )
    taak.tot = timezone.now()
    taak.save(update_fields=["tot"])
    _after_change(dossier, toegang.user, toegang, reden, f"taak van {taak.gebruiker.kenmerk} beëindigd")
    notify([taak.gebruiker_id], str(_("Je taak in dossier %(nummer)s is afgelopen.") % {"nummer": dossier.nummer}))
    return taak


@transaction.atomic
def toewijzen(toegang: access.Toegang, rol: Rol, nieuwe: User, *, reden: str) -> Teamlidmaatschap:
    """Name or replace the regisseur or the buddy, in one act; the one before loses access at once. Programmateam
    only."""
    toegang.eis_schrijven(Zaak.TOEWIJZEN)
    reden = _eis_reden(reden)
    if rol not in (Rol.REGISSEUR, Rol.BUDDY):
        raise NietToegestaan
    eis_uit_pool(nieuwe)
    dossier, now = lock(toegang.dossier), timezone.now()
    open_tasks = Teamlidmaatschap.objects.filter(dossier=dossier, tot__isnull=True)
    if open_tasks.filter(gebruiker=nieuwe, rol=rol).exists():
        raise NietToegestaan(str(_("Deze collega heeft deze taak al.")))
    if rol == Rol.BUDDY and open_tasks.filter(gebruiker=nieuwe, rol=Rol.REGISSEUR).exists():
        raise NietToegestaan(str(_("Deze collega is nu de regisseur. Wijs eerst een andere regisseur aan.")))
    told = [nieuwe.pk]
    for taak in open_tasks.filter(rol=rol) | open_tasks.filter(gebruiker=nieuwe):
        taak.tot = now
        taak.save(update_fields=["tot"])
        told.append(taak.gebruiker_id)
    taak = Teamlidmaatschap.objects.create(dossier=dossier, gebruiker=nieuwe, rol=rol, van=now)
    _after_change(dossier, toegang.user, toegang, reden, f"{rol.value} is nu {nieuwe.kenmerk}")
    told += access.user_ids_with_task(dossier, (Rol.REGISSEUR, Rol.BUDDY))
    notify(told, str(_("De regie van dossier %(nummer)s is gewijzigd.") % {"nummer": dossier.nummer}))
    return taak
