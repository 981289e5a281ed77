"""What django-reversion keeps of a stuk."""

import reversion

from casefiles.models import Stuk

FIELDS = ("uuid", "kenmerk", "soort", "titel", "inhoud", "schema", "zichtbaarheid", "fase", "weg_op")


def connect() -> None:
    """Register the model once; called when the app is ready."""
    if not reversion.is_registered(Stuk):
        reversion.register(Stuk, fields=FIELDS)
