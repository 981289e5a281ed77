"""Break-glass: a piketmedewerker reads one dossier by its exact number, for four hours, with a reason, told at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.rollen import SiteRol, heeft_rol
from audit.log import record
from audit.models import Handeling
from casefiles import access
from casefiles.choices import Rol
from casefiles.exceptions import NietToegestaan, RedenOntbreekt
from casefiles.models import Dossier, Noodtoegang
from meldingen.notify import notify

if TYPE_CHECKING:
    from accounts.models import User

DUUR = timedelta(hours=4)


@transaction.atomic
def noodtoegang_nemen(user: User, nummer: str, *, reden: str) -> Noodtoegang:
    """Open one dossier for reading. A number that does not exist is refused in the same words as any wrong number.

    Raises NietToegestaan, RedenOntbreekt or Dossier.DoesNotExist.
    """
    if not heeft_rol(user, SiteRol.PIKET):
        raise NietToegestaan(str(_("Noodtoegang is alleen voor het piket.")))
    if len(reden.strip()) < 10:
        raise RedenOntbreekt
    dossier = Dossier.objects.get(nummer=nummer.strip().upper())
    now = timezone.now()
    nood = Noodtoegang.objects.create(
        dossier=dossier, gebruiker=user, reden=reden.strip()[:500], van=now, tot=now + DUUR
    )
    record(Handeling.NOODTOEGANG, gebruiker=user.kenmerk, dossier=dossier.nummer, grond=Rol.PIKET.value)
    notify(
        access.user_ids_with_task(dossier, (Rol.REGISSEUR, Rol.BUDDY)),
        str(_("Het piket heeft noodtoegang genomen tot dossier %(nummer)s.") % {"nummer": dossier.nummer}),
    )
    return nood
