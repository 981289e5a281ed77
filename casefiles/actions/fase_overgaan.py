"""Entering another fase: a marked moment with a reason, goals, and what the person was told (hk-2020 §1 r.87, §F3b
r.337)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from audit.log import record
from audit.models import Handeling
from casefiles.choices import DossierStaat, Rol, VersieSoort
from casefiles.exceptions import DossierAfgesloten, OngeldigeOvergang, RedenOntbreekt
from casefiles.models import FaseOvergang
from casefiles.rules.fasen import mogelijke_overgangen
from casefiles.rules.toegang import Zaak
from casefiles.versions.register import lock, register
from meldingen.notify import notify

from .. import access

if TYPE_CHECKING:
    from knowledge.fases import Fase


@transaction.atomic
def fase_overgaan(
    toegang: access.Toegang, naar: Fase, *, datum: date, reden: str, doelen: str = "", verteld: str = ""
) -> FaseOvergang:
    """Move the dossier to this fase and make a dossierversie of that moment; regisseur and buddy are told.

    Raises NietToegestaan, DossierAfgesloten, RedenOntbreekt or OngeldigeOvergang.
    """
    toegang.eis_schrijven(Zaak.FASE_OVERGANG)
    if not reden.strip():
        raise RedenOntbreekt
    dossier = lock(toegang.dossier)
    if dossier.staat == DossierStaat.AFGESLOTEN:
        raise DossierAfgesloten
    if naar not in mogelijke_overgangen(dossier.fase):
        raise OngeldigeOvergang(str(_("Vanuit deze fase kan dat niet. Je kunt één fase verder, of één terug.")))
    van, dossier.fase = dossier.fase, naar
    versie = register(dossier, toegang.user, reden.strip(), soort=VersieSoort.FASE)
    overgang = FaseOvergang.objects.create(
        dossier=dossier,
        van_fase=van,
        naar_fase=naar,
        datum=datum,
        reden=reden.strip(),
        doelen=doelen.strip(),
        verteld=verteld.strip(),
        versie=versie,
        gedaan_door=toegang.user,
    )
    record(
        Handeling.BEWERKEN,
        gebruiker=toegang.user.kenmerk,
        dossier=dossier.nummer,
        object=f"naar fase {int(naar)}",
        grond=toegang.grond,
    )
    others = [pk for pk in access.user_ids_with_task(dossier, (Rol.REGISSEUR, Rol.BUDDY)) if pk != toegang.user.pk]
    notify(others, str(_("Dossier %(nummer)s ging naar een andere fase.") % {"nummer": dossier.nummer}))
    return overgang
