"""The hashes that chain dossierversies: over content in a form that does not hang on the database used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casefiles.models import Dossierversie, Stukversie


def digest(content: Any) -> str:
    """SHA-256 of a JSON value."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def digest_stored(serialized: str) -> str:
    """SHA-256 of what reversion stored of one stuk."""
    return hashlib.sha256(serialized.encode()).hexdigest()


def hash_of(versie: Dossierversie, changes: Iterable[tuple[str, str, str]]) -> str:
    """The hash of a dossierversie; `changes` are (stuk uuid, change, hash of the stored content)."""
    return digest(
        [
            versie.dossier.nummer,
            versie.nummer,
            versie.moment.astimezone(UTC).isoformat(timespec="microseconds"),
            str(versie.auteur.kenmerk),
            versie.soort,
            versie.reden,
            versie.fase,
            versie.leidraadstand_id,
            versie.teamstand_id,
            versie.hersteld_van,
            sorted(changes),
            versie.vorige_hash,
        ]
    )


def changes_of(stukversies: Iterable[Stukversie]) -> list[tuple[str, str, str]]:
    return [(str(row.stuk.uuid), row.wijziging, row.hash) for row in stukversies]
