"""Keeping and throwing away working text. It is no version and no one else sees it; so there is no reason and no signal."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from casefiles import access
from casefiles.exceptions import NietToegestaan
from casefiles.models import Stuk, Werktekst
from casefiles.rules.toegang import Recht


def werktekst_van(toegang: access.Toegang, stuk: Stuk) -> Werktekst | None:
    """The working text of this user for this stuk, or nothing."""
    return Werktekst.objects.filter(stuk=stuk, gebruiker=toegang.user).first()


@transaction.atomic
def bewaren(
    toegang: access.Toegang, stuk: Stuk, onderdeel: str, waarden: dict[str, Any], *, basis: int | None = None
) -> Werktekst:
    """Keep one section as working text; the other sections stay as they were in it, or as in the stuk.

    `basis` is the version that the writer's form was made from. It counts only when there is no working text yet: from then on
    the working text knows what it began with.
    """
    if not access.may(toegang, stuk, Recht.SCHRIJVEN):
        raise NietToegestaan
    werktekst, _made = Werktekst.objects.select_for_update().get_or_create(
        stuk=stuk,
        gebruiker=toegang.user,
        defaults={"inhoud": stuk.inhoud, "basis": basis if basis is not None else stuk.gewijzigd_in},
    )
    werktekst.inhoud = {**werktekst.inhoud, onderdeel: waarden}
    werktekst.save()
    return werktekst


def weggooien(toegang: access.Toegang, stuk: Stuk) -> None:
    """Throw the user's own working text of this stuk away."""
    Werktekst.objects.filter(stuk=stuk, gebruiker=toegang.user).delete()
