"""How a view comes in: through the door, with a row in the inzagelog. A view that does not begin here cannot reach a
dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from audit.log import record
from audit.models import Handeling
from casefiles import access
from casefiles.models import Dossier, Stuk
from casefiles.rules.toegang import Zaak

if TYPE_CHECKING:
    from accounts.models import User


def current_user(request: HttpRequest) -> User:
    """The user of a request; LoginRequiredMiddleware lets no other in."""
    return cast("User", request.user)


def not_here() -> Http404:
    """The one answer for absent and forbidden."""
    return Http404(_("Deze pagina bestaat niet, of is niet voor jou."))


def enter(request: HttpRequest, nummer: str, zaak: Zaak = Zaak.OMSLAG, *, schrijven: bool = False) -> access.Toegang:
    """The user's access to this dossier, if this row of A.9 may be read (or written). 404 otherwise, whatever the
    cause."""
    try:
        toegang = access.get_dossier(request.user, nummer)
    except Dossier.DoesNotExist as error:
        raise not_here() from error
    allowed = toegang.mag_schrijven(zaak) if schrijven else toegang.recht(zaak) > access.Recht.GEEN
    if not allowed:
        raise not_here()
    return toegang


def enter_stuk(
    request: HttpRequest, nummer: str, kenmerk: str, *, schrijven: bool = False
) -> tuple[access.Toegang, Stuk]:
    """As `enter`, and the stuk with this address, if it may be read (or written)."""
    toegang = enter(request, nummer)
    try:
        stuk = access.get_stuk(toegang, kenmerk)
    except Stuk.DoesNotExist as error:
        raise not_here() from error
    if schrijven and not access.may(toegang, stuk, access.Recht.SCHRIJVEN):
        raise not_here()
    return toegang, stuk


def log_look(
    toegang: access.Toegang,
    waarvan: str,
    handeling: Handeling = Handeling.BEKIJKEN,
    *,
    versie: int | None = None,
    naast: int | None = None,
) -> None:
    """One row for this look, before anything is shown: when it cannot be written the error goes up, nothing is shown.

    `versie` is the version that was shown, `naast` an older one shown beside it.
    """
    shown = {"versie": versie, "naast_versie": naast}
    record(
        handeling,
        gebruiker=toegang.user.kenmerk,
        dossier=toegang.dossier.nummer,
        object=waarvan,
        grond=toegang.grond,
        bijzonderheden={name: number for name, number in shown.items() if number is not None},
    )
