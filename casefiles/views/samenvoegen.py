"""The merge screen: a colleague registered the stuk meanwhile. Both texts are seen before one is saved."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casefiles.actions import stuk as stukken
from casefiles.actions import werktekst as werkteksten
from casefiles.exceptions import DossierError, NietToegestaan, VersieConflict
from casefiles.forms.samenvoegen import KeuzeForm, Plek, overname_blok, plek_of
from casefiles.forms.velden import MAX_REDEN
from casefiles.rules.samenvoegen import Pad, Samenvoeging, voeg_samen

from .door import log_look, not_here
from .registreren import elsewhere, reason_link, reden_error, saved, see_other
from .shell import dossier_context
from .werkplaats import Werkplaats, address, addresses, local_menu, open_werkplaats


@require_http_methods(["GET", "HEAD", "POST"])
def samenvoegen(request: HttpRequest, nummer: str, kenmerk: str) -> HttpResponse:
    """The merge of one's own working text with the newest version, when that is newer than the text began with."""
    plaats = open_werkplaats(request, nummer, kenmerk)
    if not plaats.verouderd:
        messages.info(request, _("Er valt niets samen te voegen: je werkt in de laatste versie."))
        return redirect(reverse("dossiers:bewerken-begin", args=[nummer, kenmerk]))
    if request.method == "POST":
        return _post(request, plaats)
    return merge_screen(request, plaats, reden=plaats.reden_van(QueryDict()))


def _merged(plaats: Werkplaats, keuzes: dict[Pad, object] | None = None) -> Samenvoeging:
    # Without a text to begin from, every difference is for the writer to settle.
    began = plaats.inhoud_bij(plaats.basis) or {}
    return voeg_samen(plaats.stuk.stuksoort.onderdelen, began, plaats.stuk.inhoud, plaats.inhoud, keuzes)


def _places(plaats: Werkplaats, merged: Samenvoeging) -> dict[Pad, Plek]:
    texts = [plaats.stuk.inhoud, plaats.inhoud, plaats.inhoud_bij(plaats.basis) or {}]
    paden = [botsing.pad for botsing in merged.botsingen] + [overname.pad for overname in merged.overgenomen]
    return {pad: plek_of(pad, plaats.stuk.stuksoort.onderdelen, texts, plaats.kader) for pad in paden}


def _whose(plaats: Werkplaats) -> str:
    """What the newest version is called beside 'die van mij'."""
    if plaats.stuk.gewijzigd_door_id == plaats.toegang.user.pk:
        return _("Die uit versie %(nummer)d") % {"nummer": plaats.stuk.gewijzigd_in}
    return _("Die van %(naam)s") % {"naam": plaats.stuk.gewijzigd_door.naam}


def _post(request: HttpRequest, plaats: Werkplaats) -> HttpResponse:
    merged = _merged(plaats)
    form = KeuzeForm(merged.botsingen, _places(plaats, merged), plaats.kader, _whose(plaats), request.POST)
    reden = plaats.reden_van(request.POST)
    if request.POST.get("nieuwste") != str(plaats.stuk.gewijzigd_in):
        newer = _("Intussen is versie %(nummer)d opgeslagen. Kijk je keuzes nog een keer na.")
        fouten = [newer % {"nummer": plaats.stuk.gewijzigd_in}]
        return merge_screen(request, plaats, form=form, reden=reden, fouten=fouten, status=422)
    if not form.is_valid():
        return merge_screen(request, plaats, form=form, reden=reden, status=422)
    register = "opslaan" in request.POST
    if register and (reden_fout := reden_error(reden)):
        return merge_screen(request, plaats, form=form, reden=reden, reden_fout=reden_fout, status=422)
    result = _merged(plaats, form.keuzes()).inhoud
    newest = plaats.stuk.gewijzigd_in
    plaats.werktekst = werkteksten.vervangen(plaats.toegang, plaats.stuk, result, basis=newest, reden=reden[:MAX_REDEN])
    paden = [*(botsing.pad for botsing in merged.botsingen), *(overname.pad for overname in merged.overgenomen)]
    here = address(plaats, paden[0][0] if paden else plaats.stuk.stuksoort.onderdelen[0].code)
    if not register:
        messages.success(request, _("Samengevoegd in je werktekst. Kijk het na en sla het dan op als nieuwe versie."))
        return see_other(here)
    if elsewhere(plaats, ""):
        messages.warning(request, _("Samengevoegd in je werktekst, maar nog niet opgeslagen: kijk eerst de fouten na."))
        return see_other(here)
    try:
        versie = stukken.opslaan(plaats.toegang, plaats.stuk, result, reden=reden, basis=newest)
    except VersieConflict:
        again = open_werkplaats(request, plaats.toegang.dossier.nummer, plaats.stuk.kenmerk)
        return merge_screen(request, again, reden=reden, status=409)
    except NietToegestaan as error:
        raise not_here() from error
    except DossierError as error:
        messages.warning(request, str(error))
        return see_other(here)
    return saved(request, plaats, versie)


def merge_screen(
    request: HttpRequest,
    plaats: Werkplaats,
    *,
    form: KeuzeForm | None = None,
    reden: str = "",
    reden_fout: str = "",
    fouten: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Both texts with a choice per place, and what was taken over. One row in the inzagelog."""
    toegang, stuk = plaats.toegang, plaats.stuk
    log_look(toegang, stuk.kenmerk)
    merged = _merged(plaats)
    places = _places(plaats, merged)
    if form is None:
        form = KeuzeForm(merged.botsingen, places, plaats.kader, _whose(plaats))
    context = dossier_context(
        toegang,
        local_menu(plaats),
        stuk=stuk,
        soort=stuk.stuksoort,
        form=form,
        van_wie=_whose(plaats),
        van_collega=[overname_blok(o, places[o.pad], plaats.kader) for o in merged.overgenomen if not o.van_mij],
        van_mij=[overname_blok(o, places[o.pad], plaats.kader) for o in merged.overgenomen if o.van_mij],
        zelf_opgeslagen=stuk.gewijzigd_door_id == toegang.user.pk,
        basis=plaats.basis,
        bewerken_url=reverse("dossiers:bewerken-begin", args=[toegang.dossier.nummer, stuk.kenmerk]),
        reden=reden,
        reden_fout=reden_fout,
        fouten_boven=[*([reason_link(reden_fout)] if reden_fout else []), *(fouten or [])],
        **addresses(plaats),
    )
    return render(request, "casefiles/samenvoegen.html", context, status=status)
