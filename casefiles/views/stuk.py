"""A stuk: reading it, beginning one, and who sees it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casefiles import access, stuksoorten
from casefiles.actions import stuk as stukken
from casefiles.actions.werktekst import werktekst_van
from casefiles.choices import Zichtbaarheid
from casefiles.exceptions import DossierError
from casefiles.forms.partners import kader_of
from casefiles.forms.stuk import DelenForm, DocumentBeginForm, StukBeginForm
from casefiles.lezers import wie_mag_stuk_zien
from casefiles.models import Stuk
from casefiles.presentation.leesvorm import leesvorm
from casefiles.presentation.stukpagina import guidance_of, sections_of
from casefiles.stuksoorten import Inhoud, Stuksoort

from .door import enter, enter_stuk, log_look, not_here
from .shell import dossier_context
from .stuk_shell import stuk_context


@require_safe
def bekijken(request: HttpRequest, nummer: str, kenmerk: str) -> HttpResponse:
    """The whole stuk in reading form, as it is in the newest version."""
    toegang, stuk = enter_stuk(request, nummer, kenmerk)
    log_look(toegang, stuk.kenmerk, versie=stuk.gewijzigd_in)
    kader = kader_of(toegang.dossier)
    soort = stuk.stuksoort
    text = leesvorm(
        soort.onderdelen_van(stuk.schema),
        stuk.inhoud,
        kader.namen,
        partners=kader.codes,
        zonder_titel=soort.vrije_titel,
    )
    context = stuk_context(
        toegang,
        stuk,
        "stuk",
        onderdelen=sections_of(toegang, stuk, text, kader.codes),
        werktekst=werktekst_van(toegang, stuk),
        advies=guidance_of(toegang.dossier.fase, soort),
    )
    return render(request, "casefiles/stuk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def toevoegen(request: HttpRequest, nummer: str, soort: str) -> HttpResponse:
    """Begin a stuk of this kind, then go on in its editor. 404 for an unknown kind and for who may not write it."""
    stuksoort = stuksoorten.SOORTEN.get(soort)
    if stuksoort is None:
        raise not_here()
    toegang = enter(request, nummer, access.zaak_van(soort), schrijven=True)
    there = access.stukken_visible_to(toegang).filter(soort=soort).first() if stuksoort.enkelvoudig else None
    if there is not None:
        messages.info(request, _("Dit stuk is er al. Je kunt het hier lezen en bewerken."))
        return HttpResponseRedirect(reverse("dossiers:stuk", args=[nummer, there.kenmerk]))
    form, status = _begin_form(request, stuksoort), 200
    if request.method == "POST":
        if form.is_valid():
            try:
                stuk = _begin(toegang, stuksoort, form)
            except DossierError as error:
                form.add_error(None, str(error))
            else:
                return HttpResponseRedirect(reverse("dossiers:bewerken-begin", args=[nummer, stuk.kenmerk]))
        status = 422
    log_look(toegang, f"nieuw stuk: {stuksoort.code}")
    context = dossier_context(toegang, "overzicht", form=form, soort_label=stuksoort.label)
    return render(request, "casefiles/stuk_nieuw.html", context, status=status)


def _begin_form(request: HttpRequest, soort: Stuksoort) -> forms.Form:
    posted = request.POST if request.method == "POST" else None
    if not soort.vrije_titel:
        return StukBeginForm(posted, initial={"reden": _("Begin: %(soort)s.") % {"soort": soort.label.lower()}})
    return DocumentBeginForm(posted, met_keuze=access.kan_alleen_voor_regie(soort.code))


def _begin(toegang: access.Toegang, soort: Stuksoort, form: forms.Form) -> Stuk:
    typed = form.cleaned_data
    inhoud: Inhoud | None = None
    if soort.vrije_titel:
        first = soort.onderdelen[0].code
        inhoud = {first: {**soort.lege_inhoud()[first], "titel": typed["titel"]}}
    zichtbaarheid = Zichtbaarheid(typed.get("zichtbaarheid", Zichtbaarheid.TEAM))
    return stukken.toevoegen(toegang, soort.code, reden=typed["reden"], inhoud=inhoud, zichtbaarheid=zichtbaarheid)


@require_http_methods(["GET", "HEAD", "POST"])
def delen(request: HttpRequest, nummer: str, kenmerk: str) -> HttpResponse:
    """Who reads this stuk and why; for a kind that may be kept from the team, also the form that changes it."""
    toegang, stuk = enter_stuk(request, nummer, kenmerk, schrijven=True)
    may_hide = access.kan_alleen_voor_regie(stuk.soort)
    form, status = None, 200
    if may_hide:
        form = DelenForm(
            request.POST if request.method == "POST" else None, initial={"zichtbaarheid": stuk.zichtbaarheid}
        )
    if request.method == "POST":
        if form is None:
            raise not_here()
        if form.is_valid():
            try:
                versie = stukken.delen(
                    toegang,
                    stuk,
                    Zichtbaarheid(form.cleaned_data["zichtbaarheid"]),
                    reden=form.cleaned_data["reden"],
                )
            except DossierError as error:
                form.add_error(None, str(error))
            else:
                messages.success(
                    request,
                    _("Versie %(nummer)s is opgeslagen. Hieronder zie je wie dit stuk nu leest.")
                    % {"nummer": versie.nummer},
                )
                return HttpResponseRedirect(reverse("dossiers:delen", args=[nummer, kenmerk]))
        status = 422
    log_look(toegang, stuk.kenmerk)
    lezers = wie_mag_stuk_zien(toegang, stuk)
    context = stuk_context(
        toegang,
        stuk,
        "delen",
        form=form,
        lezers=[lezer for lezer in lezers if lezer.leest],
        anderen=[lezer for lezer in lezers if not lezer.leest],
    )
    return render(request, "casefiles/delen.html", context, status=status)
