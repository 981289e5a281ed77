"""What the programmateam and the piket do: open a dossier, name regisseur and buddy, read in a crisis."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.rollen import SiteRol, heeft_rol
from audit.log import record
from audit.models import Handeling
from casefiles import access
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.openen import openen
from casefiles.actions.team import toewijzen as wijs_toe
from casefiles.choices import Rol
from casefiles.exceptions import DossierError
from casefiles.forms.regie import DossierOpenenForm, NoodtoegangForm, ToewijzenForm
from casefiles.presentation.omslag import open_team, regie_of
from casefiles.rules.toegang import Zaak

from .door import current_user, enter, log_look, not_here
from .shell import dossier_context

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
def dossier_openen(request: HttpRequest) -> HttpResponse:
    """The programmateam opens a dossier; nobody else finds this page."""
    user = current_user(request)
    if not heeft_rol(user, SiteRol.PROGRAMMATEAM):
        raise not_here()
    form = DossierOpenenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            dossier = openen(user, **form.cleaned_data)
        except DossierError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("Dossier %(nummer)s is geopend. Regisseur en buddy hebben bericht gekregen.")
                % {"nummer": dossier.nummer},
            )
            return HttpResponseRedirect(reverse("dossiers:overzicht", args=[dossier.nummer]))
    return render(request, "casefiles/nieuw.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(GET_AND_POST)
def toewijzen(request: HttpRequest, nummer: str) -> HttpResponse:
    """The programmateam names or replaces regisseur or buddy; who leaves loses access at once."""
    toegang = enter(request, nummer, Zaak.TOEWIJZEN, schrijven=True)
    asked = request.GET.get("rol")
    initial = {"rol": asked if asked in (Rol.REGISSEUR, Rol.BUDDY) else None}
    form = ToewijzenForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        try:
            taak = wijs_toe(toegang, Rol(data["rol"]), data["nieuwe"], reden=data["reden"])
        except DossierError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("%(naam)s is nu %(rol)s van dossier %(nummer)s. Iedereen die het aangaat heeft bericht gekregen.")
                % {"naam": taak.gebruiker, "rol": taak.get_rol_display(), "nummer": nummer},
            )
            return HttpResponseRedirect(reverse("dossiers:overzicht", args=[nummer]))
    log_look(toegang, "toewijzen")
    context = dossier_context(toegang, "overzicht", form=form, regie=regie_of(open_team(toegang.dossier.pk)))
    return render(request, "casefiles/toewijzen.html", context, status=422 if form.is_bound else 200)


@require_http_methods(GET_AND_POST)
def noodtoegang(request: HttpRequest) -> HttpResponse:
    """The piket opens one dossier by its exact number. A wrong number and one that does not exist answer alike."""
    user = current_user(request)
    if not heeft_rol(user, SiteRol.PIKET):
        raise not_here()
    form = NoodtoegangForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            nood = noodtoegang_nemen(user, form.cleaned_data["nummer"], reden=form.cleaned_data["reden"])
        except access.Dossier.DoesNotExist:
            record(Handeling.NOODTOEGANG, gebruiker=user.kenmerk, object="onbekend nummer", grond=Rol.PIKET.value)
            form.add_error("nummer", _("Met dit nummer vinden we geen dossier. Kijk het na, teken voor teken."))
        except DossierError as error:
            form.add_error(None, str(error))
        else:
            messages.warning(
                request,
                _("Je leest dit dossier tot %(tijd)s uur. De regisseur en de buddy weten het.")
                % {"tijd": localtime(nood.tot).strftime("%H.%M")},
            )
            return HttpResponseRedirect(reverse("dossiers:overzicht", args=[nood.dossier.nummer]))
    open_now = access.open_noodtoegangen(user).select_related("dossier").order_by("-van")
    context = {"noodtoegang_form": form, "noodtoegangen": list(open_now)}
    return render(request, "casefiles/noodtoegang.html", context, status=422 if form.is_bound else 200)
