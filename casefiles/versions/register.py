"""Making a dossierversie: the only place where a stuk is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import reversion
from django.db import transaction
from django.utils import timezone
from reversion.models import Version

from casefiles.choices import VersieSoort, Wijziging
from casefiles.models import Dossier, Dossierversie, Stuk, Stukversie, Teamlidmaatschap, Teamstand
from casefiles.signals import dossierversie_geregistreerd
from knowledge.handelingskader import leidraadstand

from .hashing import digest, digest_stored, hash_of

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Verandering:
    """A stuk with its new content set but not saved, and what happened to it."""

    stuk: Stuk
    wijziging: Wijziging


def lock(dossier: Dossier) -> Dossier:
    """The dossier as it is now, locked until the end of the transaction: version numbers have no holes and no
    doubles."""
    return Dossier.objects.select_for_update().get(pk=dossier.pk)


def _teamstand(dossier: Dossier) -> Teamstand:
    rows = Teamlidmaatschap.objects.filter(dossier=dossier, tot__isnull=True).select_related("gebruiker", "organisatie")
    leden = sorted(
        [
            str(row.gebruiker.kenmerk),
            row.rol,
            row.organisatie.code if row.organisatie else "",
            row.van.date().isoformat(),
        ]
        for row in rows
    )
    stand, _made = Teamstand.objects.get_or_create(hash=digest(leden), defaults={"leden": leden})
    return stand


def register(
    dossier: Dossier,
    user: User,
    reden: str,
    *,
    soort: VersieSoort,
    veranderingen: Sequence[Verandering] = (),
    hersteld_van: int | None = None,
) -> Dossierversie:
    """Save these stukken as one new dossierversie and give it back.

    `dossier` must come from `lock` in the same transaction. The version gets the next number, the fase, team and
    guidance of this moment, and a hash over all of it and the hash of the version before. Receivers of
    `dossierversie_geregistreerd` run in the same transaction: an error in one undoes everything.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("register() hoort binnen de transactie van een handeling")
    nummer, now = dossier.laatste_versie + 1, timezone.now()
    revision = None
    if veranderingen:
        with reversion.create_revision(manage_manually=True, atomic=True):
            reversion.set_user(user)
            reversion.set_comment(f"dossierversie {nummer}")
            for verandering in veranderingen:
                stuk = verandering.stuk
                stuk.gewijzigd_op, stuk.gewijzigd_door, stuk.gewijzigd_in = now, user, nummer
                stuk.save()
                reversion.add_to_revision(stuk)
        revision = Version.objects.get_for_object(veranderingen[0].stuk).select_related("revision").first().revision
    stored = {}
    if revision is not None:
        stored = {int(row.object_id): row for row in revision.version_set.all()}
    versie = Dossierversie(
        dossier=dossier,
        nummer=nummer,
        moment=now,
        auteur=user,
        soort=soort,
        reden=reden,
        fase=dossier.fase,
        revisie=revision,
        leidraadstand=leidraadstand.current(),
        teamstand=_teamstand(dossier),
        hersteld_van=hersteld_van,
        vorige_hash=dossier.laatste_hash,
    )
    rows = [
        Stukversie(
            stuk=verandering.stuk,
            nummer=nummer,
            wijziging=verandering.wijziging,
            opslag=stored[verandering.stuk.pk],
            hash=digest_stored(stored[verandering.stuk.pk].serialized_data),
        )
        for verandering in veranderingen
    ]
    versie.hash = hash_of(versie, [(str(row.stuk.uuid), row.wijziging, row.hash) for row in rows])
    versie.save(force_insert=True)
    for row in rows:
        row.versie = versie
    Stukversie.objects.bulk_create(rows)
    dossier.laatste_versie, dossier.laatste_hash = nummer, versie.hash
    dossier.save()
    dossierversie_geregistreerd.send(sender=Dossierversie, versie=versie)
    return versie
