"""The team of a dossier, and who may see it and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casefiles import access
from casefiles.actions.team import teamlid_beeindigen, teamlid_toevoegen
from casefiles.choices import Rol
from casefiles.exceptions import DossierError
from casefiles.forms.team import BeeindigenForm, TeamlidForm
from casefiles.lezers import wie_mag_dit_zien
from casefiles.models import Noodtoegang, Teamlidmaatschap
from casefiles.presentation.omslag import open_team, regie_of
from casefiles.rules.toegang import Recht, Zaak
from knowledge import onderwerpen
from knowledge.guidance import guidance_for

from .door import enter, log_look, not_here
from .shell import dossier_context

ONDERWERP = "team"


def _advice(toegang: access.Toegang) -> dict[str, Any]:
    """The context of the guidance panel."""
    fase = toegang.dossier.fase
    return {
        "kaarten": guidance_for(fase, ONDERWERP),
        "onderwerp": ONDERWERP,
        "onderwerp_label": onderwerpen.label(ONDERWERP),
        "fase": fase,
    }


@require_safe
def team(request: HttpRequest, nummer: str) -> HttpResponse:
    """Who has a task in this dossier now, and who had one."""
    return _team_page(request, enter(request, nummer, Zaak.TEAM))


def _team_page(
    request: HttpRequest, toegang: access.Toegang, einde: BeeindigenForm | None = None, status: int = 200
) -> HttpResponse:
    log_look(toegang, "team")
    leden = open_team(toegang.dossier.pk)
    schrijven = toegang.mag_schrijven(Zaak.TEAM)
    failed = str(einde.data.get("taak", "")) if einde is not None else ""
    rows = [
        {
            "taak": taak,
            "is_jij": taak.gebruiker_id == toegang.user.pk,
            "einde": _end_form(taak, einde, failed) if schrijven and taak.rol == Rol.TEAMLID else None,
            "open": str(taak.pk) == failed,
        }
        for taak in leden
    ]
    context = dossier_context(
        toegang,
        "team",
        rijen=rows,
        regie=regie_of(leden),
        mag_schrijven=schrijven,
        mag_toegang_zien=toegang.mag_lezen(Zaak.TOEGANG),
        mag_toewijzen=toegang.mag_schrijven(Zaak.TOEWIJZEN),
        gestopt=_ended(toegang),
        fout_form=einde,
        **_advice(toegang),
    )
    return render(request, "casefiles/team.html", context, status=status)


def _end_form(taak: Teamlidmaatschap, einde: BeeindigenForm | None, failed: str) -> forms.Form:
    if einde is not None and str(taak.pk) == failed:
        return einde
    return BeeindigenForm(initial={"taak": taak.pk}, auto_id=f"einde-{taak.pk}-%s")


def _ended(toegang: access.Toegang) -> list[Teamlidmaatschap]:
    """Tasks that ended, the last first; a teamlid sees only those from their own period."""
    rows = Teamlidmaatschap.objects.filter(dossier=toegang.dossier, tot__isnull=False)
    if toegang.recht(Zaak.DOSSIERVERSIE) < Recht.LEZEN:
        rows = rows.filter(tot__gte=toegang.sinds)
    return list(rows.select_related("gebruiker", "organisatie").order_by("-tot")[:200])


@require_http_methods(["GET", "HEAD", "POST"])
def toevoegen(request: HttpRequest, nummer: str) -> HttpResponse:
    """The regisseur gives a colleague a task in the team."""
    toegang = enter(request, nummer, Zaak.TEAM, schrijven=True)
    form = TeamlidForm(toegang.dossier, request.POST if request.method == "POST" else None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            taak = teamlid_toevoegen(
                toegang, data["lid"], data["organisatie"], reden=data["reden"], talenten=data["talenten"]
            )
        except DossierError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("%(naam)s heeft nu een taak in dit dossier en heeft bericht gekregen.") % {"naam": taak.gebruiker},
            )
            return HttpResponseRedirect(reverse("dossiers:team", args=[nummer]))
    log_look(toegang, "team")
    context = dossier_context(toegang, "team", form=form, **_advice(toegang))
    return render(request, "casefiles/team_toevoegen.html", context, status=422 if form.is_bound else 200)


@require_POST
def beeindigen(request: HttpRequest, nummer: str) -> HttpResponse:
    """The regisseur ends the task of a teamlid; a number of another dossier, or of a task that ended, is not here."""
    toegang = enter(request, nummer, Zaak.TEAM, schrijven=True)
    form = BeeindigenForm(request.POST)
    if "taak" in form.errors:
        raise not_here()
    try:
        taak = _open_task(toegang, int(request.POST["taak"]))
    except Teamlidmaatschap.DoesNotExist as error:
        raise not_here() from error
    if form.is_valid():
        try:
            teamlid_beeindigen(toegang, taak.pk, reden=form.cleaned_data["reden"])
        except Teamlidmaatschap.DoesNotExist as error:  # ended by another in the meantime
            raise not_here() from error
        except DossierError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("De taak van %(naam)s is gestopt. Deze collega ziet het dossier niet meer.")
                % {"naam": taak.gebruiker},
            )
            return HttpResponseRedirect(reverse("dossiers:team", args=[nummer]))
    return _team_page(request, toegang, form, status=422)


def _open_task(toegang: access.Toegang, pk: int) -> Teamlidmaatschap:
    return Teamlidmaatschap.objects.select_related("gebruiker").get(
        pk=pk, dossier=toegang.dossier, rol=Rol.TEAMLID, tot__isnull=True
    )


@require_safe
def toegang(request: HttpRequest, nummer: str) -> HttpResponse:
    """Who may see this dossier at this moment, and why (product.md row 7)."""
    recht = enter(request, nummer, Zaak.TOEGANG)
    log_look(recht, "toegang")
    noodtoegangen = Noodtoegang.objects.filter(dossier=recht.dossier).select_related("gebruiker").order_by("-van")[:50]
    context = dossier_context(recht, "team", lezers=wie_mag_dit_zien(recht), noodtoegangen=list(noodtoegangen))
    return render(request, "casefiles/toegang.html", context)
