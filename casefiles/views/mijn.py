"""*Mijn dossiers*: the start of the work, for each role what is theirs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.rollen import SiteRol, heeft_rol
from audit.log import record
from audit.models import Handeling
from casefiles import access
from casefiles.choices import Rol
from casefiles.forms.regie import NoodtoegangForm
from casefiles.models import DossiersPagina
from casefiles.presentation.mijn import mijn_dossiers as bouw_mijn
from casefiles.presentation.omslagen import omslagen

from .door import current_user
from .shell import organisatie_namen


@require_safe
def mijn_dossiers(request: HttpRequest) -> HttpResponse:
    """What is due over all my dossiers and the list of them; below it what the roles of the site add."""
    user = current_user(request)
    today = timezone.localdate()
    mijn = bouw_mijn(
        user,
        today,
        organisatie_namen(),
        pagina=request.GET.get("pagina"),
        alle_signalen=request.GET.get("signalen") == "alle",
    )
    rollen = _of_roles(request, user)
    _log_list(user, mijn.nummers, rollen)
    context = {
        "mijn": mijn,
        "vandaag": today,
        "inleiding": DossiersPagina.objects.live().first(),
        "zonder_taak": not mijn.aantal and not rollen,
        **rollen,
    }
    return render(request, "casefiles/mijn.html", context)


def _of_roles(request: HttpRequest, user: User) -> dict[str, Any]:
    """The parts of the page for programmateam, ITAT-R and piket; empty for who has none of these roles."""
    parts: dict[str, Any] = {}
    if heeft_rol(user, SiteRol.PROGRAMMATEAM):
        nummer, zonder_buddy = request.GET.get("nummer", "")[:20], request.GET.get("zonder") == "buddy"
        filters = {"nummer": nummer, "zonder": "buddy" if zonder_buddy else ""}
        query = urlencode({name: value for name, value in filters.items() if value})
        parts["omslagen"] = omslagen(
            user, nummer=nummer, zonder_buddy=zonder_buddy, pagina=request.GET.get("bladzijde")
        )
        parts["filter"] = {"nummer": nummer, "zonder_buddy": zonder_buddy, "query": f"&{query}" if query else ""}
    if heeft_rol(user, SiteRol.ITAT_R):
        parts["toetsingen"] = list(
            access.open_toetsingen(user).select_related("dossier", "stuk", "versie").order_by("-gevraagd_op")[:100]
        )
    if heeft_rol(user, SiteRol.PIKET):
        parts["noodtoegang_form"] = NoodtoegangForm()
        parts["noodtoegangen"] = list(access.open_noodtoegangen(user).select_related("dossier").order_by("-van"))
    return parts


def _log_list(user: User, nummers: list[str], rollen: dict[str, Any]) -> None:
    """One row for this look at the list, with every number that it names; none when it names nothing."""
    named, grounds = set(nummers), {"taak in het team"} if nummers else set()
    if "omslagen" in rollen:
        named.update(rollen["omslagen"].nummers)
        grounds.add(Rol.PROGRAMMATEAM.value)
    if rollen.get("toetsingen"):
        named.update(toetsing.dossier.nummer for toetsing in rollen["toetsingen"])
        grounds.add(Rol.ITAT_R.value)
    if rollen.get("noodtoegangen"):
        named.update(nood.dossier.nummer for nood in rollen["noodtoegangen"])
        grounds.add(Rol.PIKET.value)
    if not named:
        return
    record(
        Handeling.BEKIJKEN,
        gebruiker=user.kenmerk,
        object="mijn dossiers",
        grond=", ".join(sorted(grounds)),
        bijzonderheden={"dossiers": sorted(named)},
    )
