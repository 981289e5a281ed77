"""Adding a stuk, saving it as a new dossierversie, changing who sees it, and bringing an old content back."""

from __future__ import annotations

from django.db import transaction

from audit.log import record
from audit.models import Handeling
from casefiles import access, stuksoorten
from casefiles.choices import DossierStaat, Staat, VersieSoort, Wijziging, Zichtbaarheid
from casefiles.exceptions import (
    DossierAfgesloten,
    NietsVeranderd,
    NietToegestaan,
    RedenOntbreekt,
    VersieConflict,
)
from casefiles.models import Dossier, Dossierversie, Stuk
from casefiles.models.stuk import new_kenmerk
from casefiles.rules.toegang import Recht
from casefiles.stuksoorten import Inhoud
from casefiles.versions.reading import stuk_in
from casefiles.versions.register import Verandering, lock, register

from .werktekst import weggooien


def _begin(toegang: access.Toegang, reden: str) -> tuple[Dossier, str]:
    if not reden.strip():
        raise RedenOntbreekt
    dossier = lock(toegang.dossier)
    if dossier.staat == DossierStaat.AFGESLOTEN:
        raise DossierAfgesloten
    return dossier, reden.strip()


def _log(toegang: access.Toegang, stuk: Stuk, handeling: Handeling, versie: Dossierversie) -> None:
    record(
        handeling,
        gebruiker=toegang.user.kenmerk,
        dossier=toegang.dossier.nummer,
        object=stuk.kenmerk,
        grond=toegang.grond,
        bijzonderheden={"versie": versie.nummer},
    )


@transaction.atomic
def toevoegen(
    toegang: access.Toegang,
    soort: str,
    *,
    reden: str,
    inhoud: Inhoud | None = None,
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.TEAM,
) -> Stuk:
    """Add a stuk of this kind; a kind of which there is one gives NietToegestaan for the second."""
    stuksoort = stuksoorten.SOORTEN[soort]
    toegang.eis_schrijven(access.zaak_van(soort))
    dossier, reden = _begin(toegang, reden)
    if zichtbaarheid is not Zichtbaarheid.TEAM and not access.kan_alleen_voor_regie(soort):
        raise NietToegestaan
    if stuksoort.enkelvoudig and Stuk.objects.filter(dossier=dossier, soort=soort).exists():
        raise NietToegestaan
    content = {**stuksoort.lege_inhoud(), **(inhoud or {})}
    stuk = Stuk(
        dossier=dossier,
        soort=soort,
        kenmerk=soort if stuksoort.enkelvoudig else new_kenmerk(soort),
        titel=stuksoort.titel_van(content),
        inhoud=content,
        schema=stuksoort.schema,
        zichtbaarheid=zichtbaarheid,
        fase=dossier.fase,
    )
    versie = register(
        dossier, toegang.user, reden, soort=VersieSoort.STUK, veranderingen=[Verandering(stuk, Wijziging.TOEGEVOEGD)]
    )
    _log(toegang, stuk, Handeling.BEWERKEN, versie)
    return stuk


@transaction.atomic
def opslaan(toegang: access.Toegang, stuk: Stuk, inhoud: Inhoud, *, reden: str, basis: int) -> Dossierversie:
    """Register this content as a new dossierversie and throw the writer's working text away.

    `basis` is the version of the stuk that the writer began from. When another was registered since, nothing is saved
    and VersieConflict says so; the working text stays. Also raises NietToegestaan, DossierAfgesloten, RedenOntbreekt,
    NietsVeranderd.
    """
    if not access.may(toegang, stuk, Recht.SCHRIJVEN):
        raise NietToegestaan
    dossier, reden = _begin(toegang, reden)
    stuk = Stuk.objects.select_for_update().get(pk=stuk.pk, dossier=dossier)
    if stuk.gewijzigd_in != basis:
        raise VersieConflict(stuk, basis, stuk.gewijzigd_in)
    if stuk.inhoud == inhoud and stuk.schema == stuk.stuksoort.schema:
        raise NietsVeranderd
    stuk.inhoud, stuk.schema = inhoud, stuk.stuksoort.schema
    stuk.titel = stuk.stuksoort.titel_van(inhoud)
    if stuk.staat == Staat.VASTGESTELD:
        stuk.staat = Staat.BIJGESTELD
    versie = register(
        dossier, toegang.user, reden, soort=VersieSoort.STUK, veranderingen=[Verandering(stuk, Wijziging.GEWIJZIGD)]
    )
    weggooien(toegang, stuk)
    _log(toegang, stuk, Handeling.BEWERKEN, versie)
    return versie


@transaction.atomic
def delen(toegang: access.Toegang, stuk: Stuk, zichtbaarheid: Zichtbaarheid, *, reden: str) -> Dossierversie:
    """Change who of the team sees this stuk, as a new version. A plan van aanpak is always for the whole team (A.9)."""
    if not access.may(toegang, stuk, Recht.SCHRIJVEN) or not access.kan_alleen_voor_regie(stuk.soort):
        raise NietToegestaan
    dossier, reden = _begin(toegang, reden)
    stuk = Stuk.objects.select_for_update().get(pk=stuk.pk, dossier=dossier)
    if stuk.zichtbaarheid == zichtbaarheid:
        raise NietsVeranderd
    stuk.zichtbaarheid = zichtbaarheid
    versie = register(
        dossier, toegang.user, reden, soort=VersieSoort.STUK, veranderingen=[Verandering(stuk, Wijziging.GEWIJZIGD)]
    )
    _log(toegang, stuk, Handeling.TOEGANG, versie)
    return versie


@transaction.atomic
def herstellen(
    toegang: access.Toegang, stuk: Stuk, nummer: int, *, reden: str, basis: int | None = None
) -> Dossierversie:
    """Bring back the content that the stuk had in version `nummer`, as a new version.

    Content only: who may see it, team, fase and log stay as they are; a restored plan is a concept again
    (architecture.md). `basis` is the version of the stuk that the user saw beside the old one: a newer one gives
    VersieConflict. Raises Stukversie.DoesNotExist for a version that this user may not read, and what `opslaan` raises.
    """
    if not access.may(toegang, stuk, Recht.SCHRIJVEN):
        raise NietToegestaan
    old = stuk_in(toegang, stuk, nummer)
    dossier, reden = _begin(toegang, reden)
    stuk = Stuk.objects.select_for_update().get(pk=stuk.pk, dossier=dossier)
    if basis is not None and stuk.gewijzigd_in != basis:
        raise VersieConflict(stuk, basis, stuk.gewijzigd_in)
    if stuk.inhoud == old.inhoud and stuk.schema == old.schema:
        raise NietsVeranderd
    stuk.inhoud, stuk.schema, stuk.titel = old.inhoud, old.schema, old.titel
    stuk.staat = Staat.CONCEPT
    versie = register(
        dossier,
        toegang.user,
        reden,
        soort=VersieSoort.HERSTEL,
        veranderingen=[Verandering(stuk, Wijziging.GEWIJZIGD)],
        hersteld_van=nummer,
    )
    _log(toegang, stuk, Handeling.HERSTELLEN, versie)
    return versie
