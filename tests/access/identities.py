"""As whom the sweep goes round, and what A.9 says of each in the two dossiers of its world."""

from __future__ import annotations

from dataclasses import dataclass

ALFA, BRAVO = "alfa", "bravo"


@dataclass(frozen=True)
class Identity:
    """`knows`: the dossiers of which someone was told the number in a notice, and may no longer open."""

    name: str
    username: str | None
    admin: bool = False  # comes into Wagtail's admin
    knows: frozenset[str] = frozenset()


ANONYMOUS = Identity("anonymous", None)
IDENTITIES = (
    ANONYMOUS,
    Identity("buitenstaander", "buitenstaander"),
    Identity("beheerder", "beheerder", admin=True),
    Identity("superuser", "opperbeheer", admin=True),
    Identity("auditor", "auditor"),
    Identity("vakontwikkeling", "vakontwikkeling", admin=True),
    Identity("intervisie", "intervisie"),
    Identity("itat", "itat"),
    Identity("piket", "piket"),
    Identity("piket-afgelopen", "piketwas"),
    Identity("programmateam", "programmateam"),
    Identity("ex-teamlid", "exlid", knows=frozenset({ALFA})),
    Identity("collega", "collega"),
    Identity("teamlid", "teamlid"),
    Identity("buddy", "buddy"),
    Identity("regisseur", "regisseur"),
)
# Who has nothing at all in any dossier: for them absent and forbidden are the same everywhere.
WITHOUT_TASK = tuple(
    identity
    for identity in IDENTITIES
    if identity.name not in ("programmateam", "collega", "teamlid", "buddy", "regisseur", "auditor")
)
# They see so much that they show whether a canary can be met at all, and what forms look like.
CONTROLS = tuple(i for i in IDENTITIES if i.name in ("regisseur", "collega", "programmateam", "superuser"))
