"""The whole inzagelog, for the auditor or functionaris gegevensbescherming: every row, and nothing of what was read."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.rollen import SiteRol, heeft_rol
from audit.log import ChainReport, record, verify_chain
from audit.models import Handeling, InzageRegel
from casefiles.forms.inzage import AuditorFilter
from casefiles.presentation import inzage
from casefiles.presentation.bladeren import filter_query

from .door import current_user, not_here

PER_PAGINA = 50
# Walking the chain takes about a second per 20,000 rows: a longer log is checked when asked.
REKEN_VANZELF = 5_000


@require_safe
def inzagelog(request: HttpRequest) -> HttpResponse:
    """All rows, newest first, narrowed by day, dossier, person and act. This look is a row too."""
    user = current_user(request)
    if not heeft_rol(user, SiteRol.AUDITOR):
        raise not_here()
    filter_form = AuditorFilter(request.GET)
    valid = filter_form.is_valid()
    used = sorted(name for name, value in filter_form.cleaned_data.items() if value)
    record(
        Handeling.BEKIJKEN,
        gebruiker=user.kenmerk,
        object="inzagelog",
        grond=SiteRol.AUDITOR.value,
        bijzonderheden={"gefilterd_op": used} if used else None,
    )
    regels: QuerySet[InzageRegel] = InzageRegel.objects.order_by("-volgnummer")
    if valid:
        regels = filter_form.narrow(regels)
    pagina = Paginator(regels, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "filter_form": filter_form,
        "pagina": pagina,
        "basis_query": filter_query(request.GET, filter_form),
        "rijen": inzage.rijen(pagina.object_list, alleen_dossier=False),
        "keten": _chain(asked=request.GET.get("keten") == "nu"),
    }
    return render(request, "casefiles/inzagelog_auditor.html", context)


def _chain(*, asked: bool) -> ChainReport | None:
    """The check of the whole chain, or None when it is long and was not asked for."""
    last = InzageRegel.objects.order_by("-volgnummer").values_list("volgnummer", flat=True).first() or 0
    return verify_chain() if asked or last <= REKEN_VANZELF else None
