"""Keeping the data of the person right. No dossierversie holds them: what is wrong about someone is mended."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from audit.log import record
from audit.models import Handeling
from casefiles import access
from casefiles.choices import DossierStaat
from casefiles.exceptions import DossierAfgesloten, DossierError
from casefiles.models import Persoon
from casefiles.rules.toegang import Zaak
from casefiles.versions.register import lock


@transaction.atomic
def persoon_bijwerken(
    toegang: access.Toegang, *, naam: str, geboortedatum: date | None = None, bereikbaar: str = ""
) -> Persoon:
    """Save the data of the person; the inzagelog says which fields changed and never what stands in them.

    Nothing is written when nothing changed. Raises NietToegestaan, DossierAfgesloten, or DossierError without a name.
    """
    toegang.eis_schrijven(Zaak.PERSOON)
    dossier = lock(toegang.dossier)
    if dossier.staat == DossierStaat.AFGESLOTEN:
        raise DossierAfgesloten
    persoon = Persoon.objects.select_for_update().get(dossier=dossier)
    new = {"naam": naam.strip(), "geboortedatum": geboortedatum, "bereikbaar": bereikbaar.strip()}
    if not new["naam"]:
        raise DossierError(str(_("Vul een naam in, of hoe jullie deze persoon noemen.")))
    changed = [name for name, value in new.items() if getattr(persoon, name) != value]
    if not changed:
        return persoon
    for name in changed:
        setattr(persoon, name, new[name])
    persoon.save(update_fields=changed)
    record(
        Handeling.BEWERKEN,
        gebruiker=toegang.user.kenmerk,
        dossier=dossier.nummer,
        object="persoon",
        grond=toegang.grond,
        bijzonderheden={"velden": changed},
    )
    return persoon
