"""The versions of the whole dossier: the list, one of them or the one of a day, and two beside each other."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casefiles import access
from casefiles.forms.versies import OpDatumForm
from casefiles.models import Dossierversie
from casefiles.presentation.dossierbeeld import compare_kader, compare_team, read_all, team_of, there_before
from casefiles.presentation.paar import Paar, read_pair, with_pair
from casefiles.presentation.versierijen import versie_rijen
from casefiles.rules.toegang import Zaak
from casefiles.versions import reading
from casefiles.versions.compare import compare_versies, count_words
from knowledge.fases import Fase

from .door import enter, log_look, not_here
from .shell import dossier_context, organisatie_namen

PER_PAGINA = 50
IN_KEUZE = 200  # versions offered in a list to choose from; an older one is still reached by its address


def _enter(request: HttpRequest, nummer: str) -> access.Toegang:
    """For who may open versions of this dossier at all; 404 for others, such as the programmateam."""
    toegang = enter(request, nummer, Zaak.DOSSIERVERSIE)
    if not toegang.mag_lezen(Zaak.DOSSIERVERSIE):
        raise not_here()
    return toegang


def _from(toegang: access.Toegang) -> object:
    """Since when this user may open versions; nothing when that is all of them."""
    return None if toegang.recht(Zaak.DOSSIERVERSIE) >= access.Recht.LEZEN else toegang.sinds


@require_safe
def lijst(request: HttpRequest, nummer: str) -> HttpResponse:
    """The versions of which the reader may know why they were made, newest first."""
    toegang = _enter(request, nummer)
    log_look(toegang, "versies")
    versies = access.versies_in_tijdlijn(toegang).select_related("auteur").order_by("-nummer")
    pagina = Paginator(versies, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = dossier_context(
        toegang,
        "versies",
        pagina=pagina,
        rijen=versie_rijen(toegang, list(pagina.object_list)),
        form=OpDatumForm(timezone.localdate()),
        vanaf=_from(toegang),
    )
    return render(request, "casefiles/versies.html", context)


@require_safe
def versie(request: HttpRequest, nummer: str, versie: int) -> HttpResponse:
    """The whole dossier as it was in this version."""
    toegang = _enter(request, nummer)
    try:
        found = reading.get_versie(toegang, versie)
    except Dossierversie.DoesNotExist as error:
        raise not_here() from error
    return _beeld(request, toegang, found, None)


@require_safe
def op_datum_kiezen(request: HttpRequest, nummer: str) -> HttpResponse:
    """A field for a day; a day that can be read leads to the dossier of that day."""
    toegang = _enter(request, nummer)
    form = OpDatumForm(timezone.localdate(), request.GET if "datum" in request.GET else None)
    if form.is_bound and form.is_valid():
        dag: date = form.cleaned_data["datum"]
        return HttpResponseRedirect(reverse("dossiers:op-datum", args=[nummer, dag.isoformat()]))
    return _kies_datum(request, toegang, form, 422 if form.is_bound else 200)


@require_safe
def op_datum(request: HttpRequest, nummer: str, datum: str) -> HttpResponse:
    """The whole dossier as it was at the end of this day."""
    toegang = _enter(request, nummer)
    form = OpDatumForm(timezone.localdate(), {"datum": datum})
    if not form.is_valid():
        return _kies_datum(request, toegang, form, 404)
    dag: date = form.cleaned_data["datum"]
    found = reading.versie_op(toegang, dag)
    if found is None:
        form.add_error("datum", _("Van deze dag is er geen versie die je kunt lezen. Kies een latere dag."))
        return _kies_datum(request, toegang, form, 404)
    return _beeld(request, toegang, found, dag)


def _kies_datum(request: HttpRequest, toegang: access.Toegang, form: OpDatumForm, status: int) -> HttpResponse:
    log_look(toegang, "versies")
    first = access.versies_in_tijdlijn(toegang).order_by("nummer").only("nummer", "moment").first()
    context = dossier_context(toegang, "versies", form=form, eerste=first)
    return render(request, "casefiles/op_datum.html", context, status=status)


def _beeld(request: HttpRequest, toegang: access.Toegang, versie: Dossierversie, dag: date | None) -> HttpResponse:
    log_look(toegang, "dossierversie", versie=versie.nummer)
    namen = organisatie_namen()
    others = access.versies_in_tijdlijn(toegang).values_list("nummer", flat=True)
    newest = others.order_by("-nummer").first()
    context = dossier_context(
        toegang,
        "versies",
        versie=versie,
        dag=dag,
        fase_toen=Fase(versie.fase).label,
        nieuwste=newest,
        is_nu=versie.nummer == newest,
        vorige=others.filter(nummer__lt=versie.nummer).order_by("-nummer").first(),
        volgende=others.filter(nummer__gt=versie.nummer).order_by("nummer").first(),
        stukken=read_all(reading.stukken_in(toegang, versie), namen),
        team=team_of(versie.teamstand, namen) if toegang.mag_lezen(Zaak.TEAM) else None,
        kaarten=reading.guidance_in(versie),
    )
    return render(request, "casefiles/versie.html", context)


@require_safe
def vergelijken(request: HttpRequest, nummer: str) -> HttpResponse:
    """Two versions of the whole dossier: stukken word by word, fase, team, and the guidance in force."""
    toegang = _enter(request, nummer)
    visible = list(access.versies_in_tijdlijn(toegang).order_by("-nummer").values_list("nummer", "moment")[:IN_KEUZE])
    van, tot = (visible[1][0] if len(visible) > 1 else None), (visible[0][0] if visible else None)
    paar = read_pair(request.GET, van, tot)
    asked = bool(request.GET.get("van") or request.GET.get("tot"))
    before = after = None
    if not paar.fout and (asked or len(visible) > 1):
        before = reading.get_versie_or_none(toegang, paar.van)
        after = reading.get_versie_or_none(toegang, paar.tot)
        if before is None or after is None:
            paar = Paar(van or 0, tot or 0, fout=_("Een van deze twee versies is er niet. Kies uit de lijst."))
    context = dossier_context(
        toegang, "versies", paar=paar, keuzes=with_pair(visible, paar), alleen_een=len(visible) < 2 and not asked
    )
    if before is None or after is None or paar.fout:
        log_look(toegang, "versies")
        return render(request, "casefiles/versies_vergelijken.html", context, status=404 if asked else 200)
    log_look(toegang, "dossierversie", versie=after.nummer, naast=before.nummer)
    namen = organisatie_namen()
    verschillen = compare_versies(reading.stukken_in(toegang, before), reading.stukken_in(toegang, after), namen)
    erbij, weg = count_words(verschillen)
    context |= {
        "voor": before,
        "na": after,
        "fase_voor": Fase(before.fase).label,
        "fase_na": Fase(after.fase).label,
        "verschillen": verschillen,
        "eerder": there_before(before, verschillen) if _from(toegang) else set(),
        "erbij": erbij,
        "weg": weg,
        "team": compare_team(before.teamstand, after.teamstand, namen) if toegang.mag_lezen(Zaak.TEAM) else None,
        "kader": compare_kader(reading.guidance_in(before), reading.guidance_in(after)),
    }
    return render(request, "casefiles/versies_vergelijken.html", context)
