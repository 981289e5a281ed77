"""The one way to write the inzagelog, and the check that nobody rewrote it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.db import transaction
from django.utils import timezone

from .models import GENESIS, Handeling, InzageRegel, KetenKop


def record(
    handeling: Handeling,
    *,
    gebruiker: uuid.UUID | None,
    dossier: str = "",
    object: str = "",
    grond: str = "",
    bijzonderheden: dict[str, Any] | None = None,
) -> InzageRegel:
    """Add one row at the end of the chain and give it back.

    Called before what is read goes out and within the transaction of what is changed: when the row cannot be written
    the error goes up, and there is no look and no change.
    """
    with transaction.atomic():
        kop, _created = KetenKop.objects.select_for_update().get_or_create(pk=1)
        regel = InzageRegel(
            volgnummer=kop.volgnummer + 1,
            moment=timezone.now().astimezone(UTC),
            gebruiker=gebruiker,
            handeling=handeling,
            dossier=dossier,
            object=object,
            grond=grond,
            bijzonderheden=bijzonderheden or {},
            vorige_hash=kop.hash,
        )
        regel.hash = regel.compute_hash()
        regel.save(force_insert=True)
        kop.volgnummer, kop.hash = regel.volgnummer, regel.hash
        kop.save(update_fields=["volgnummer", "hash"])
    return regel


@dataclass(frozen=True)
class ChainReport:
    """What `verify_chain` found: the number of rows read, and the numbers of the rows that do not fit."""

    rows: int
    faults: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.faults


def verify_chain(anchor: tuple[int, str] | None = None) -> ChainReport:
    """Walk the whole log and compare each row with its hash, its predecessor and the head.

    `anchor` is a (volgnummer, hash) that was kept outside the database: it shows a tail that was cut together with
    the head.
    """
    faults: list[str] = []
    previous, expected, rows = GENESIS, 1, 0
    anchor_seen = anchor is None
    for regel in InzageRegel.objects.order_by("volgnummer").iterator(chunk_size=2000):
        rows += 1
        regel.moment = regel.moment.astimezone(UTC)
        if regel.volgnummer != expected:
            faults.append(f"regel {expected} ontbreekt")
        if regel.vorige_hash != previous:
            faults.append(f"regel {regel.volgnummer} sluit niet aan op de vorige")
        if regel.hash != regel.compute_hash():
            faults.append(f"regel {regel.volgnummer} is gewijzigd")
        if anchor and regel.volgnummer == anchor[0]:
            anchor_seen = regel.hash == anchor[1]
        previous, expected = regel.hash, regel.volgnummer + 1
    kop = KetenKop.objects.filter(pk=1).first()
    if kop and (kop.volgnummer, kop.hash) != (expected - 1, previous):
        faults.append("het einde van het log past niet bij de laatste regel")
    if rows and not kop:
        faults.append("het einde van het log is niet bekend")
    if not anchor_seen:
        faults.append("het log past niet bij het anker dat buiten de database is bewaard")
    return ChainReport(rows, tuple(faults))
