"""Tell people something, in the same transaction as the act it is about."""

from collections.abc import Iterable

from .models import Melding


def notify(gebruiker_ids: Iterable[int], tekst: str, adres: str = "") -> None:
    """Write one notice per person. `tekst` must hold no name of a person and nothing of what a dossier says."""
    Melding.objects.bulk_create(
        [Melding(gebruiker_id=pk, tekst=tekst, adres=adres) for pk in sorted(set(gebruiker_ids))]
    )
