"""The programmateam opens a dossier and names its regisseur and buddy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.rollen import SiteRol, heeft_rol
from audit.log import record
from audit.models import Handeling
from casefiles.choices import Rol, VersieSoort
from casefiles.exceptions import NietToegestaan, RedenOntbreekt
from casefiles.models import Dossier, FaseOvergang, Persoon, Teamlidmaatschap
from casefiles.signals import toegang_gewijzigd
from casefiles.versions.register import lock, register
from knowledge.fases import Fase
from meldingen.notify import notify

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def openen(
    user: User, *, persoon_naam: str, regisseur: User, buddy: User | None, reden: str, gestart_op: date | None = None
) -> Dossier:
    """Open a dossier in fase 1 with its regisseur and, if known, a buddy; gives the dossier with its first version.

    Raises NietToegestaan for who is not of the programmateam or names the same person twice, RedenOntbreekt without a
    reason.
    """
    if not heeft_rol(user, SiteRol.PROGRAMMATEAM):
        raise NietToegestaan(str(_("Alleen het programmateam R&E opent een dossier.")))
    if not reden.strip():
        raise RedenOntbreekt
    for person in filter(None, (regisseur, buddy)):
        eis_uit_pool(person)
    if buddy is not None and buddy.pk == regisseur.pk:
        raise NietToegestaan(str(_("Regisseur en buddy zijn twee verschillende mensen. Kies een andere buddy.")))
    dossier = Dossier.objects.create(gestart_op=gestart_op)
    Persoon.objects.create(dossier=dossier, naam=persoon_naam.strip())
    now = timezone.now()
    Teamlidmaatschap.objects.create(dossier=dossier, gebruiker=regisseur, rol=Rol.REGISSEUR, van=now)
    if buddy is not None:
        Teamlidmaatschap.objects.create(dossier=dossier, gebruiker=buddy, rol=Rol.BUDDY, van=now)
    dossier = lock(dossier)
    versie = register(dossier, user, reden.strip(), soort=VersieSoort.OPENING)
    FaseOvergang.objects.create(
        dossier=dossier,
        van_fase=None,
        naar_fase=Fase.FASE_1,
        datum=gestart_op or timezone.localdate(),
        reden=reden.strip(),
        versie=versie,
        gedaan_door=user,
    )
    record(Handeling.OPENEN, gebruiker=user.kenmerk, dossier=dossier.nummer, grond=Rol.PROGRAMMATEAM.value)
    toegang_gewijzigd.send(sender=Dossier, dossier=dossier)
    people = [person.pk for person in (regisseur, buddy) if person is not None]
    notify(
        people,
        str(_("Je hebt een taak gekregen in dossier %(nummer)s.") % {"nummer": dossier.nummer}),
        reverse("dossiers:overzicht", args=[dossier.nummer]),
    )
    return dossier


def eis_uit_pool(person: User) -> None:
    """A regisseur or buddy comes from the regisseurspool (domain.md A.2)."""
    if not heeft_rol(person, SiteRol.REGISSEURSPOOL):
        raise NietToegestaan(str(_("Kies iemand uit de regisseurspool.")))
