"""Keeping and throwing away working text. It is no version and nobody else sees it: so no reason and no signal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from casefiles import access
from casefiles.exceptions import NietToegestaan
from casefiles.models import Stuk, Werktekst
from casefiles.rules.toegang import Recht
from casefiles.stuksoorten import Inhoud

BEZIG = timedelta(minutes=10)


def werktekst_van(toegang: access.Toegang, stuk: Stuk) -> Werktekst | None:
    """The working text of this user for this stuk, or nothing."""
    return Werktekst.objects.filter(stuk=stuk, gebruiker=toegang.user).first()


@transaction.atomic
def bewaren(
    toegang: access.Toegang,
    stuk: Stuk,
    onderdeel: str,
    waarden: dict[str, Any],
    *,
    basis: int | None = None,
    reden: str | None = None,
) -> Werktekst:
    """Keep one section as working text; the other sections stay as they were in it, or as in the stuk.

    `basis` is the version that the writer's form was made from. The working text keeps the oldest: a form that was left
    open in another window since an earlier version leads to the merge screen, and overwrites nothing. `reden` is the
    reason for the next version as far as it was typed; None leaves it.
    """
    if not access.may(toegang, stuk, Recht.SCHRIJVEN):
        raise NietToegestaan
    werktekst, _made = Werktekst.objects.select_for_update().get_or_create(
        stuk=stuk,
        gebruiker=toegang.user,
        defaults={"inhoud": stuk.inhoud, "basis": basis if basis is not None else stuk.gewijzigd_in},
    )
    werktekst.inhoud = {**werktekst.inhoud, onderdeel: waarden}
    if basis is not None:
        werktekst.basis = min(werktekst.basis, basis)
    if reden is not None:
        werktekst.reden = reden
    werktekst.save()
    return werktekst


@transaction.atomic
def vervangen(toegang: access.Toegang, stuk: Stuk, inhoud: Inhoud, *, basis: int, reden: str) -> Werktekst:
    """Set the whole working text to what a merge with version `basis` gave: that version is now what it began with."""
    if not access.may(toegang, stuk, Recht.SCHRIJVEN):
        raise NietToegestaan
    werktekst, _made = Werktekst.objects.update_or_create(
        stuk=stuk, gebruiker=toegang.user, defaults={"inhoud": inhoud, "basis": basis, "reden": reden}
    )
    return werktekst


def collegas_bezig(toegang: access.Toegang, stuk: Stuk) -> list[str]:
    """The names of others who wrote in their own working text of this stuk in the last ten minutes; never the text."""
    since = timezone.now() - BEZIG
    rows = Werktekst.objects.filter(stuk=stuk, bewaard_op__gte=since).exclude(gebruiker=toegang.user)
    return list(rows.order_by("gebruiker__naam").values_list("gebruiker__naam", flat=True))


def weggooien(toegang: access.Toegang, stuk: Stuk) -> None:
    """Throw the user's own working text of this stuk away."""
    Werktekst.objects.filter(stuk=stuk, gebruiker=toegang.user).delete()
