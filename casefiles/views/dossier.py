"""A dossier: overview, page of a fase, timeline, inzagelog, person. Each shows what table A.9 gives the reader."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audit.models import InzageRegel
from casefiles import access
from casefiles.actions.persoon import persoon_bijwerken
from casefiles.exceptions import DossierError
from casefiles.forms.inzage import InzageFilter
from casefiles.forms.persoon import PersoonForm
from casefiles.presentation import inzage
from casefiles.presentation.bladeren import filter_query
from casefiles.presentation.fasen import overgangen, stappen
from casefiles.presentation.omslag import open_team
from casefiles.presentation.overzicht import bouw_overzicht
from casefiles.presentation.stukken import rijen as stuk_rijen
from casefiles.presentation.tijdlijn import gebeurtenissen
from casefiles.rules.toegang import Zaak
from knowledge.fases import Fase
from knowledge.guidance import guidance_by_kind

from .door import enter, log_look, not_here
from .shell import dossier_context, organisatie_namen

PER_PAGINA = 50


@require_safe
def overzicht(request: HttpRequest, nummer: str) -> HttpResponse:
    """The dossier at a glance. The programmateam sees the cover, a teamlid from the start of their own period."""
    toegang = enter(request, nummer)
    log_look(toegang, "overzicht")
    parts = bouw_overzicht(
        toegang,
        timezone.localdate(),
        organisatie_namen() if toegang.mag_lezen(Zaak.PLAN) else {},
        alle_stukken=request.GET.get("stukken") == "alle",
        alle_signalen=request.GET.get("signalen") == "alle",
    )
    return render(request, "casefiles/overzicht.html", dossier_context(toegang, "overzicht", overzicht=parts))


@require_safe
def fase(request: HttpRequest, nummer: str, fase: int) -> HttpResponse:
    """One fase: its guidance by kind, and the stukken and transition of this dossier that belong to it."""
    toegang = enter(request, nummer)
    if fase not in Fase.values:
        raise not_here()
    log_look(toegang, f"fase {fase}")
    gedaan = overgangen(toegang)
    stukken = access.stukken_in_fase(toegang, fase).select_related("gewijzigd_door", "dossier")
    context = dossier_context(
        toegang,
        "overzicht",
        fase=Fase(fase),
        is_huidige=toegang.dossier.fase == fase,
        stappen=stappen(toegang, gedaan, timezone.localdate()),
        advies=guidance_by_kind(fase),
        stukken=stuk_rijen(stukken, open_team(toegang.dossier.pk)) if toegang.mag_lezen(Zaak.DOCUMENT) else None,
        overgangen=[overgang for overgang in reversed(gedaan) if overgang.naar_fase == fase],
        mag_overgaan=toegang.mag_schrijven(Zaak.FASE_OVERGANG),
        mag_toevoegen=toegang.mag_schrijven(Zaak.DOCUMENT),
    )
    return render(request, "casefiles/fase.html", context)


@require_safe
def tijdlijn(request: HttpRequest, nummer: str) -> HttpResponse:
    """Everything that happened in the dossier, newest first."""
    toegang = enter(request, nummer, Zaak.DOSSIERVERSIE)
    log_look(toegang, "tijdlijn")
    versies = access.versies_in_tijdlijn(toegang).select_related("auteur").order_by("-nummer")
    pagina = Paginator(versies, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = dossier_context(
        toegang,
        "overzicht",
        pagina=pagina,
        gebeurtenissen=gebeurtenissen(toegang, list(pagina.object_list)),
        vanaf=None if toegang.recht(Zaak.DOSSIERVERSIE) >= access.Recht.LEZEN else toegang.sinds,
    )
    return render(request, "casefiles/tijdlijn.html", context)


@require_safe
def inzagelog(request: HttpRequest, nummer: str) -> HttpResponse:
    """Who looked at this dossier, when, at what and on which ground. Looking here is a row too."""
    toegang = enter(request, nummer, Zaak.INZAGELOG)
    log_look(toegang, "inzagelog")
    regels: QuerySet[InzageRegel] = InzageRegel.objects.filter(dossier=nummer).order_by("-volgnummer")
    kenmerken = [mark for mark in regels.order_by().values_list("gebruiker", flat=True).distinct() if mark]
    mensen = sorted(inzage.namen_of(kenmerken).items(), key=lambda item: item[1])
    filter_form = InzageFilter(mensen, request.GET)
    if filter_form.is_valid():
        regels = filter_form.narrow(regels)
    pagina = Paginator(regels, PER_PAGINA).get_page(request.GET.get("pagina"))
    titels = dict(access.stukken_visible_to(toegang).values_list("kenmerk", "titel"))
    context = dossier_context(
        toegang,
        "inzagelog",
        filter_form=filter_form,
        pagina=pagina,
        basis_query=filter_query(request.GET, filter_form),
        rijen=inzage.rijen(pagina.object_list, titels, alleen_dossier=True),
    )
    return render(request, "casefiles/inzagelog.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def persoon(request: HttpRequest, nummer: str) -> HttpResponse:
    """The data of the person. Regisseur and buddy change them; who may read only the name sees the name."""
    if request.method == "POST":
        toegang = enter(request, nummer, Zaak.PERSOON, schrijven=True)
        form = PersoonForm(request.POST)
        if form.is_valid():
            try:
                persoon_bijwerken(toegang, **form.cleaned_data)
            except DossierError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("De gegevens van de persoon zijn opgeslagen."))
                return HttpResponseRedirect(reverse("dossiers:persoon", args=[nummer]))
        return _persoon_page(request, toegang, form, status=422)
    return _persoon_page(request, enter(request, nummer, Zaak.PERSOON), None)


def _persoon_page(
    request: HttpRequest, toegang: access.Toegang, form: PersoonForm | None, status: int = 200
) -> HttpResponse:
    persoon = access.persoon_visible_to(toegang)
    if persoon is None:
        raise not_here()
    log_look(toegang, "persoon")
    context: dict[str, Any] = {"persoon": persoon}
    if toegang.mag_schrijven(Zaak.PERSOON):
        context["form"] = form or PersoonForm(
            initial={
                "naam": persoon.naam,
                "geboortedatum": persoon.geboortedatum,
                "bereikbaar": persoon.bereikbaar,
            }
        )
    context["alleen_naam"] = toegang.recht(Zaak.PERSOON) is access.Recht.ALLEEN_KERN
    return render(request, "casefiles/persoon.html", dossier_context(toegang, "overzicht", **context), status=status)
