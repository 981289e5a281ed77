"""Whether history is whole: every version fits its hash and the one before, every stuk reads as its last version."""

from __future__ import annotations

import json

from casefiles.models import Dossier, Dossierversie, Stuk, Stukversie

from .hashing import changes_of, digest_stored, hash_of


def verify_dossier(dossier: Dossier) -> list[str]:
    """The faults found, in words; an empty list when all is as it was saved."""
    faults: list[str] = []
    previous, expected = "0" * 64, 1
    versies = Dossierversie.objects.filter(dossier=dossier).order_by("nummer").select_related("auteur", "dossier")
    for versie in versies.prefetch_related("stukversies__stuk", "stukversies__opslag"):
        rows = list(versie.stukversies.all())
        if versie.nummer != expected:
            faults.append(f"versie {expected} ontbreekt")
        if versie.vorige_hash != previous or versie.hash != hash_of(versie, changes_of(rows)):
            faults.append(f"versie {versie.nummer} is gewijzigd")
        faults += [
            f"de inhoud van een stuk in versie {versie.nummer} is gewijzigd"
            for row in rows
            if digest_stored(row.opslag.serialized_data) != row.hash
        ]
        previous, expected = versie.hash, versie.nummer + 1
    if (dossier.laatste_versie, dossier.laatste_hash) != (expected - 1, previous):
        faults.append("de laatste versie past niet bij het dossier")
    faults += [
        f"stuk {stuk.kenmerk} is buiten een versie om opgeslagen"
        for stuk in Stuk.objects.filter(dossier=dossier)
        if not _reads_as_stored(stuk)
    ]
    return faults


def _reads_as_stored(stuk: Stuk) -> bool:
    row = Stukversie.objects.filter(stuk=stuk).select_related("opslag").order_by("-nummer").first()
    if row is None:
        return False
    fields = json.loads(row.opslag.serialized_data)[0]["fields"]
    return bool(
        fields["inhoud"] == stuk.inhoud
        and fields["titel"] == stuk.titel
        and fields["zichtbaarheid"] == stuk.zichtbaarheid
        and row.nummer == stuk.gewijzigd_in
    )
