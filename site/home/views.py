"""The start of the site, its few fixed pages, and what it says when something is wrong."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from accounts.rollen import SiteRol, rollen_van
from meldingen.models import Melding

from .weergave import COOKIE, KLEUREN, THEMAS, Weergave

YEAR = 365 * 24 * 3600


@require_safe
def start(request: HttpRequest) -> HttpResponseRedirect:
    """Lead each person to where their work is: dossiers, the inzagelog, or the handelingskader for who has neither."""
    to_dossiers = {SiteRol.REGISSEURSPOOL, SiteRol.PROGRAMMATEAM, SiteRol.ITAT_R, SiteRol.PIKET}
    if (
        rollen_van(request.user) & {SiteRol.INTERVISIE, SiteRol.VAKONTWIKKELING}
        and not rollen_van(request.user) & to_dossiers
    ):
        return HttpResponseRedirect("/handelingskader/")
    if SiteRol.AUDITOR in rollen_van(request.user) and not rollen_van(request.user) & to_dossiers:
        return HttpResponseRedirect(reverse("dossiers:inzagelog-auditor"))
    return HttpResponseRedirect(reverse("dossiers:mijn"))


@login_not_required
def weergave(request: HttpRequest) -> HttpResponse:
    """Choose theme and colours; works without script."""
    if request.method != "POST":
        return render(request, "weergave.html")
    thema, kleur = request.POST.get("thema", ""), request.POST.get("kleur", "")
    chosen = Weergave(thema if thema in THEMAS else "neutraal", kleur if kleur in KLEUREN else "systeem")
    messages.success(request, _("Je weergave is bewaard in deze browser."))
    response = HttpResponseRedirect(reverse("weergave"))
    response.set_cookie(COOKIE, chosen.cookie, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    return response


@require_GET
def meldingen(request: HttpRequest) -> HttpResponse:
    """My notices, newest first."""
    rows = Melding.objects.filter(gebruiker_id=request.user.pk)[:100]
    return render(request, "home/meldingen.html", {"meldingen": rows})


@require_POST
def meldingen_gelezen(request: HttpRequest) -> HttpResponseRedirect:
    Melding.objects.filter(gebruiker_id=request.user.pk, gelezen_op=None).update(gelezen_op=timezone.now())
    return HttpResponseRedirect(reverse("meldingen"))


@login_not_required
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return render(request, "toegankelijkheid.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy.html")


@login_not_required
@require_safe
def sneltoetsen(request: HttpRequest) -> HttpResponse:
    return render(request, "sneltoetsen.html")


@login_not_required
@require_safe
def gezondheid(request: HttpRequest) -> HttpResponse:
    """For the machine that watches the site: the process answers. It reads nothing."""
    return HttpResponse("ok", content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without the request: what failed may be the database, which the site's context asks for its menu."""
    return HttpResponse(render_to_string("500.html"), status=500)
