"""Dossierversies as rows of a list: what each did, to which stukken, and why, as far as the reader may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casefiles import access
from casefiles.choices import VersieSoort, Wijziging
from casefiles.models import Dossierversie, Stukversie
from casefiles.versions.reading import read_stored
from knowledge.fases import Fase


@dataclass(frozen=True)
class Stukwijziging:
    """A stuk that a version changed, under the title that it had then. Without `kenmerk` there is no page of it now."""

    titel: str
    wijziging: str
    kenmerk: str


@dataclass(frozen=True)
class VersieRij:
    """`vorige` is the version before it in the list, to compare with; the last row has none."""

    nummer: int
    vorige: int | None
    moment: datetime
    wie: str
    reden: str
    soort: str
    fase: str
    hersteld_van: int | None
    stukken: tuple[Stukwijziging, ...]


def versie_rijen(toegang: access.Toegang, versies: Sequence[Dossierversie]) -> list[VersieRij]:
    """These versions (from `access.versies_in_tijdlijn`, with `auteur`). Two queries, whatever their number."""
    changed: dict[int, list[Stukwijziging]] = {}
    readable = set(access.stukken_visible_to(toegang).values_list("pk", flat=True))
    rows = Stukversie.objects.filter(versie__in=[versie.pk for versie in versies]).order_by("pk")
    for row in rows.select_related("opslag", "versie", "stuk"):
        old = read_stored(row)
        if access.mag_oude_versie_lezen(toegang, row.stuk, old.zichtbaarheid, row.versie.moment):
            change = Stukwijziging(
                old.titel, str(Wijziging(row.wijziging).label), old.kenmerk if row.stuk_id in readable else ""
            )
            changed.setdefault(row.versie_id, []).append(change)
    return [
        VersieRij(
            nummer=versie.nummer,
            vorige=versies[place + 1].nummer if place + 1 < len(versies) else None,
            moment=versie.moment,
            wie=str(versie.auteur),
            reden=versie.reden,
            soort=str(VersieSoort(versie.soort).label).capitalize(),
            fase=str(Fase(versie.fase).label),
            hersteld_van=versie.hersteld_van,
            stukken=tuple(changed.get(versie.pk, ())),
        )
        for place, versie in enumerate(versies)
    ]
