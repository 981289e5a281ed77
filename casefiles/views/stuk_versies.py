"""The versions of one stuk: its history, an old one, two beside each other, and bringing one back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casefiles import access
from casefiles.actions import stuk as stukken
from casefiles.exceptions import DossierError, VersieConflict
from casefiles.forms.stuk import HerstelForm
from casefiles.models import Stuk, Stukversie
from casefiles.presentation.geschiedenis import versie_rijen
from casefiles.presentation.leesvorm import leesvorm
from casefiles.presentation.paar import Paar, read_pair, with_pair
from casefiles.versions import reading
from casefiles.versions.compare import compare_stuk, count_words
from casefiles.versions.reading import OudStuk

from .door import enter_stuk, log_look, not_here
from .shell import organisatie_namen
from .stuk_shell import stuk_context

PER_PAGINA = 50
IN_KEUZE = 200  # versions offered in a list to choose from; an older one is still reached by its address


def _stuk_in(toegang: access.Toegang, stuk: Stuk, versie: int) -> OudStuk:
    try:
        return reading.stuk_in(toegang, stuk, versie)
    except Stukversie.DoesNotExist as error:
        raise not_here() from error


@require_safe
def geschiedenis(request: HttpRequest, nummer: str, kenmerk: str) -> HttpResponse:
    """The versions of this stuk, newest first; two of them can be chosen to compare."""
    toegang, stuk = enter_stuk(request, nummer, kenmerk)
    log_look(toegang, stuk.kenmerk)
    rows = reading.geschiedenis(toegang, stuk)
    pagina = Paginator(rows, PER_PAGINA).get_page(request.GET.get("pagina"))
    before = rows[pagina.end_index()] if pagina.end_index() < len(rows) else None
    context = stuk_context(
        toegang,
        stuk,
        "geschiedenis",
        pagina=pagina,
        rijen=versie_rijen(stuk, list(pagina.object_list), before, organisatie_namen()),
        vanaf=None if toegang.recht(access.Zaak.DOSSIERVERSIE) >= access.Recht.LEZEN else toegang.sinds,
    )
    return render(request, "casefiles/geschiedenis.html", context)


@require_safe
def oude_versie(request: HttpRequest, nummer: str, kenmerk: str, versie: int) -> HttpResponse:
    """The stuk as it was in a dossierversie, read by the schema of then, with the guidance in force then."""
    toegang, stuk = enter_stuk(request, nummer, kenmerk)
    old = _stuk_in(toegang, stuk, versie)
    log_look(toegang, stuk.kenmerk, versie=versie)
    dossierversie = reading.get_versie(toegang, versie)
    soort = stuk.stuksoort
    context = stuk_context(
        toegang,
        stuk,
        "geschiedenis",
        versie=dossierversie,
        oud=old,
        is_nu=old.versie == stuk.gewijzigd_in,
        onderdelen=leesvorm(old.onderdelen, old.inhoud, organisatie_namen(), zonder_titel=soort.vrije_titel),
        kaarten=reading.guidance_in(dossierversie),
    )
    return render(request, "casefiles/stuk_versie.html", context)


@require_safe
def vergelijken(request: HttpRequest, nummer: str, kenmerk: str) -> HttpResponse:
    """Two versions of this stuk word by word: the newest and the one before it, or those of the address."""
    toegang, stuk = enter_stuk(request, nummer, kenmerk)
    rows = reading.geschiedenis(toegang, stuk)
    van, tot = (rows[1].nummer if len(rows) > 1 else None), (rows[0].nummer if rows else None)
    paar = read_pair(request.GET, van, tot)
    asked = bool(request.GET.get("van") or request.GET.get("tot"))
    before = after = None
    if not paar.fout and (asked or len(rows) > 1):
        try:
            before = reading.stuk_in(toegang, stuk, paar.van)
            after = reading.stuk_in(toegang, stuk, paar.tot)
        except Stukversie.DoesNotExist:
            before = after = None
            paar = Paar(van or 0, tot or 0, fout=_("Een van deze twee versies is er niet. Kies uit de lijst."))
    log_look(toegang, stuk.kenmerk, versie=paar.tot if after else None, naast=paar.van if before else None)
    verschil = compare_stuk(before, after, organisatie_namen()) if before and after else None
    erbij, weg = count_words([verschil]) if verschil else (0, 0)
    context = stuk_context(
        toegang,
        stuk,
        "geschiedenis",
        paar=paar,
        keuzes=with_pair(((row.nummer, row.versie.moment) for row in rows[:IN_KEUZE]), paar),
        alleen_een=len(rows) < 2 and not asked,
        voor=before,
        na=after,
        verschil=verschil,
        erbij=erbij,
        weg=weg,
    )
    return render(request, "casefiles/vergelijken.html", context, status=404 if asked and not after else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def herstellen(request: HttpRequest, nummer: str, kenmerk: str, versie: int) -> HttpResponse:
    """What would change when an old text comes back; with a reason it does, as a new version."""
    toegang, stuk = enter_stuk(request, nummer, kenmerk, schrijven=True)
    old = _stuk_in(toegang, stuk, versie)
    form, status = HerstelForm(request.POST if request.method == "POST" else None), 200
    if request.method == "POST":
        if form.is_valid():
            try:
                new = stukken.herstellen(toegang, stuk, versie, **form.cleaned_data)
            except VersieConflict:
                form.add_error(None, _("Een collega sloeg dit stuk intussen op. Kijk hieronder opnieuw wat verandert."))
                stuk = access.get_stuk(toegang, kenmerk)
            except DossierError as error:
                form.add_error(None, str(error))
            else:
                messages.success(
                    request,
                    _("Versie %(nieuw)s is opgeslagen. De tekst van versie %(oud)s staat er weer.")
                    % {"nieuw": new.nummer, "oud": versie},
                )
                return HttpResponseRedirect(reverse("dossiers:stuk", args=[nummer, kenmerk]))
        status = 422
    log_look(toegang, stuk.kenmerk, versie=versie)
    now = _stuk_in(toegang, stuk, stuk.gewijzigd_in)
    verschil = compare_stuk(now, old, organisatie_namen())
    erbij, weg = count_words([verschil]) if verschil else (0, 0)
    context = stuk_context(
        toegang,
        stuk,
        "geschiedenis",
        form=form,
        reden=form["reden"],
        oud=old,
        nummer=versie,
        verschil=verschil,
        erbij=erbij,
        weg=weg,
    )
    return render(request, "casefiles/herstellen.html", context, status=status)
