"""Entering another fase, and the fases that were entered before."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casefiles import access
from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.exceptions import DossierError
from casefiles.forms.overgang import OvergangForm
from casefiles.presentation.fasen import Overgang, overgangen
from casefiles.rules.fasen import mogelijke_overgangen
from casefiles.rules.toegang import Zaak
from knowledge import onderwerpen
from knowledge.guidance import guidance_for

from .door import enter, log_look
from .shell import dossier_context

ONDERWERP = "fase-overgang"


@require_http_methods(["GET", "HEAD", "POST"])
def fase_overgang(request: HttpRequest, nummer: str) -> HttpResponse:
    """The form for who may do it, and the history for who may read it."""
    schrijven = request.method == "POST"
    toegang = enter(request, nummer, Zaak.FASE_OVERGANG, schrijven=schrijven)
    gedaan = overgangen(toegang)
    form, status = None, 200
    if toegang.mag_schrijven(Zaak.FASE_OVERGANG):
        form = _form(request, toegang, gedaan)
    if schrijven and form is not None:
        if form.is_valid():
            try:
                overgang = fase_overgaan(toegang, form.cleaned_data.pop("naar"), **form.cleaned_data)
            except DossierError as error:
                form.add_error(None, str(error))
            else:
                messages.success(
                    request,
                    _("Het dossier is nu in %(fase)s. Versie %(versie)s is opgeslagen.")
                    % {"fase": overgang.get_naar_fase_display(), "versie": overgang.versie.nummer},
                )
                return HttpResponseRedirect(reverse("dossiers:fase", args=[nummer, overgang.naar_fase]))
        status = 422
    log_look(toegang, "overgang")
    context = dossier_context(
        toegang,
        "overzicht",
        form=form,
        overgangen=list(reversed(gedaan)),
        kaarten=guidance_for(toegang.dossier.fase, ONDERWERP),
        onderwerp=ONDERWERP,
        onderwerp_label=onderwerpen.label(ONDERWERP),
        fase=toegang.dossier.fase,
    )
    return render(request, "casefiles/overgang.html", context, status=status)


def _form(request: HttpRequest, toegang: access.Toegang, gedaan: list[Overgang]) -> OvergangForm:
    return OvergangForm(
        mogelijke_overgangen(toegang.dossier.fase),
        timezone.localdate(),
        gedaan[-1].datum if gedaan else None,
        request.POST if request.method == "POST" else None,
    )
