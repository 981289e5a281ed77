"""The world of the sweep: what the story made, by name, and what A.9 asks of each identity in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from casefiles.models import Dossier, Dossierversie, Stuk, Stukversie

from . import oracle
from .canaries import Aviary
from .identities import ALFA, BRAVO, IDENTITIES

# Days ago, in the order in which things happen.
OPENED, PERSOON, PLAN_1, EXLID, PLAN_2, EXLID_ENDS = 100, 96, 90, 85, 80, 70
HIDDEN, FASE_2, TEAMLID, PLAN_3, SHOWN, FASE_3, PIKET, TYPING = 60, 55, 40, 30, 25, 20, 10, 1
NO_ONE: frozenset[str] = frozenset()
EVERYWHERE = "einde"  # stands in every text of every dossier, so that searching for it finds all that may be found


@dataclass
class World:
    """What was made, by name; the addresses of the sweep are filled in from here."""

    now: datetime
    canaries: Aviary = field(default_factory=Aviary)
    users: dict[str, User] = field(default_factory=dict)
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    stukken: dict[str, Stuk] = field(default_factory=dict)
    ids: dict[str, Any] = field(default_factory=dict)
    changes: dict[int, Callable[[datetime], oracle.Change]] = field(default_factory=dict)  # by pk of a stuk
    stuk_readers: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)  # (dossier, kenmerk)

    def ago(self, days: int) -> datetime:
        return self.now - timedelta(days=days)

    def someone(self, identity: str, dossier: str) -> oracle.Someone:
        """What A.9 asks of this identity in this dossier, as the story tells it."""
        tasks = {
            (ALFA, "regisseur"): oracle.Task("regisseur", self.ago(OPENED)),
            (ALFA, "buddy"): oracle.Task("buddy", self.ago(OPENED)),
            (ALFA, "teamlid"): oracle.Task("teamlid", self.ago(TEAMLID)),
            (ALFA, "ex-teamlid"): oracle.Task("teamlid", self.ago(EXLID), self.ago(EXLID_ENDS)),
            (BRAVO, "collega"): oracle.Task("regisseur", self.ago(OPENED)),
        }
        site_roles = {
            "programmateam": "programmateam-re",
            "itat": "itat-r",
            "piket": "piket",
            "piket-afgelopen": "piket",
            "auditor": "auditor",
            "beheerder": "beheerder",
        }
        task = tasks.get((dossier, identity))
        return oracle.Someone(
            active=identity != "anonymous",
            site_roles=frozenset({site_roles[identity]} if identity in site_roles else ()),
            tasks=(task,) if task else (),
            emergencies=(self.ago(PIKET),) if (dossier, identity) == (ALFA, "piket-afgelopen") else (),
        )

    def readers_of(self, kenmerk: str, dossier: str) -> frozenset[str]:
        """Who reads the stuk with this address in this dossier; nobody when the dossier has none."""
        return self.stuk_readers.get((dossier, kenmerk), NO_ONE)

    def version(self, dossier: str, nummer: int) -> tuple[datetime, oracle.Change | None]:
        """The moment of a dossierversie and the stuk that it changed."""
        versie = Dossierversie.objects.get(dossier=self.dossiers[dossier], nummer=nummer)
        row = Stukversie.objects.filter(versie=versie).first()
        return versie.moment, self.changes[row.stuk_id](versie.moment) if row else None

    def readers(self, dossier: str, may: Callable[[oracle.Someone], bool]) -> frozenset[str]:
        return frozenset(i.name for i in IDENTITIES if may(self.someone(i.name, dossier)))
