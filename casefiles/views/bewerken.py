"""Editing a stuk, one section at a time, with the guidance for this fase and this section beside it.

Typed text is never lost: every post keeps it as working text before anything else is tried, and a form that comes back
with an error holds all that was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casefiles.actions import stuk as stukken
from casefiles.actions import werktekst as werkteksten
from casefiles.choices import DossierStaat
from casefiles.exceptions import DossierError, NietToegestaan, VersieConflict
from casefiles.forms.lezen import Waarden, read_post, with_new_item, without_item
from casefiles.forms.onderdeel import OnderdeelForm, too_many_items
from casefiles.forms.velden import MAX_ITEMS
from casefiles.rules.opgave import beoordeel
from casefiles.stuksoorten import Onderdeel, Veld, Veldsoort
from knowledge.guidance import guidance_for

from .door import log_look, not_here
from .registreren import elsewhere, reason_link, reden_error, saved, see_other
from .samenvoegen import merge_screen, samenvoegen
from .shell import dossier_context
from .werkplaats import (
    NavRegel,
    Werkplaats,
    address,
    addresses,
    local_menu,
    navigation,
    onderdeel_of,
    open_werkplaats,
)

__all__ = ["begin", "bewaren", "onderdeel", "samenvoegen", "weggooien"]

FORM_ID = "plan"


@require_safe
def begin(request: HttpRequest, nummer: str, kenmerk: str) -> HttpResponse:
    """To the first section that is not complete, else the first."""
    plaats = open_werkplaats(request, nummer, kenmerk)
    sections = navigation(plaats, "")
    return redirect(next((s.url for s in sections if not s.volledig), sections[0].url))


@require_http_methods(["GET", "HEAD", "POST"])
def onderdeel(request: HttpRequest, nummer: str, kenmerk: str, onderdeel: str) -> HttpResponse:
    """One section: its form, or what was posted of it."""
    plaats = open_werkplaats(request, nummer, kenmerk)
    section = onderdeel_of(plaats, onderdeel)
    if request.method == "POST":
        return _post(request, plaats, section)
    form = OnderdeelForm(section, plaats.waarden(section), plaats.kader, nieuw=request.GET.get("item", ""))
    return _screen(request, plaats, section, form, reden=plaats.reden_van(QueryDict()))


@require_POST
def bewaren(request: HttpRequest, nummer: str, kenmerk: str, onderdeel: str) -> HttpResponse:
    """Autosave: keep the section as it was typed, right or wrong; only text that is too long is refused."""
    plaats = open_werkplaats(request, nummer, kenmerk)
    section = onderdeel_of(plaats, onderdeel)
    waarden = _read(plaats, section, request.POST)
    form = OnderdeelForm(section, waarden, plaats.kader, controleren=True)
    if too_much := form.te_veel():
        melding = _("Niet bewaard. %(fout)s Je tekst staat nog hier.") % {"fout": " ".join(too_much)}
        return JsonResponse({"melding": melding}, status=422)
    plaats.bewaren(section, waarden, _basis(request.POST, plaats), plaats.reden_van(request.POST))
    kept = plaats.werktekst.bewaard_op if plaats.werktekst else timezone.now()
    states = render_to_string("casefiles/velden/standen.html", _states(plaats, section, form))
    return JsonResponse({"bewaard_op": timezone.localtime(kept).isoformat(timespec="seconds"), "standen": states})


@require_POST
def weggooien(request: HttpRequest, nummer: str, kenmerk: str) -> HttpResponse:
    """Throw the own working text away; the newest version stays as it is."""
    plaats = open_werkplaats(request, nummer, kenmerk)
    werkteksten.weggooien(plaats.toegang, plaats.stuk)
    messages.success(request, _("Je werktekst is weggegooid. De laatste versie is gebleven zoals ze was."))
    return see_other(reverse("dossiers:stuk", args=[nummer, kenmerk]))


# -- what was posted --------------------------------------------------------------------------------------------


def _read(plaats: Werkplaats, section: Onderdeel, data: QueryDict) -> Waarden:
    registered = plaats.stuk.onderdeel_inhoud(section.code)
    return read_post(section, data, plaats.waarden(section), registered, plaats.kader)


def _basis(data: QueryDict, plaats: Werkplaats) -> int:
    """The version that the posted form was made from."""
    raw = data.get("basis", "")
    number = int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 10 else 0
    return number if 0 < number <= plaats.stuk.gewijzigd_in else plaats.stuk.gewijzigd_in


def _list_field(section: Onderdeel, code: str) -> Veld | None:
    return next((veld for veld in section.velden if veld.soort is Veldsoort.LIJST and veld.code == code), None)


def _post(request: HttpRequest, plaats: Werkplaats, section: Onderdeel) -> HttpResponse:
    """Keep what was typed, then do what the button asks."""
    data, reden = request.POST, plaats.reden_van(request.POST)
    waarden, here = _read(plaats, section, data), address(plaats, section.code)
    adds = _list_field(section, data.get("lijst-toevoegen", ""))
    list_code, _dot, removed = data.get("lijst-verwijderen", "").partition(".")
    removed_from = _list_field(section, list_code)
    fouten, after = [], here
    if adds is not None and len(waarden[adds.code]) >= MAX_ITEMS:
        fouten = [too_many_items(adds)]
    elif adds is not None:
        waarden, added = with_new_item(adds, waarden)
        after = f"{here}?item={added}"
    elif removed_from is not None:
        waarden = without_item(removed_from, waarden, removed)
    form = OnderdeelForm(section, waarden, plaats.kader, controleren=True)
    if form.te_veel():
        return _screen(request, plaats, section, form, status=422, reden=reden)
    plaats.bewaren(section, waarden, _basis(data, plaats), reden)
    if fouten:
        return _screen(request, plaats, section, form, status=422, reden=reden, fouten=fouten)
    if removed_from is not None:
        messages.success(request, _("Weggehaald uit je werktekst. Eerdere versies veranderen niet."))
    if adds is not None or removed_from is not None:
        return see_other(after)
    if "samenvoegen" in data:
        return see_other(addresses(plaats)["samenvoegen_url"])
    if "naar" in data:
        following = plaats.stuk.stuksoort.onderdeel(data["naar"])
        return see_other(address(plaats, following.code) if following else here)
    # Enter in a field presses the first button of a form: it keeps the text, and saves once a reason was given.
    if "invoer" in data and not data.get("reden", "").strip():
        messages.success(request, _("Bewaard in je werktekst. Alleen jij ziet die."))
        return see_other(here)
    return _register(request, plaats, section, form, reden)


def _register(
    request: HttpRequest, plaats: Werkplaats, section: Onderdeel, form: OnderdeelForm, reden: str
) -> HttpResponse:
    """All sections of the working text become one new dossierversie."""
    reden_fout, fouten = reden_error(reden), elsewhere(plaats, section.code)
    if form.errors or fouten or reden_fout:
        return _screen(request, plaats, section, form, status=422, reden=reden, reden_fout=reden_fout, fouten=fouten)
    try:
        versie = stukken.opslaan(plaats.toegang, plaats.stuk, plaats.inhoud, reden=reden, basis=plaats.basis)
    except VersieConflict:
        again = open_werkplaats(request, plaats.toegang.dossier.nummer, plaats.stuk.kenmerk)
        return merge_screen(request, again, reden=reden, status=409)
    except NietToegestaan as error:
        raise not_here() from error
    except DossierError as error:
        return _screen(request, plaats, section, form, status=422, reden=reden, fouten=[str(error)])
    return saved(request, plaats, versie)


# -- the screen -------------------------------------------------------------------------------------------------


def _states(plaats: Werkplaats, section: Onderdeel, form: OnderdeelForm) -> dict[str, Any]:
    """How complete everything is, by what the writer has in hand now."""
    sections = navigation(plaats, section.code)
    per_partner = any(veld.soort is Veldsoort.PER_PARTNER for veld in section.velden)
    return {
        "form": form,
        "onderdelen": sections,
        "volledig": sum(row.volledig for row in sections),
        "oordeel": beoordeel(form.waarden, plaats.kader.codes) if per_partner else None,
    }


def _screen(
    request: HttpRequest,
    plaats: Werkplaats,
    section: Onderdeel,
    form: OnderdeelForm,
    *,
    status: int = 200,
    reden: str = "",
    reden_fout: str = "",
    fouten: Sequence[str] = (),
) -> HttpResponse:
    """The workspace of one section. Every time it is shown is one row in the inzagelog."""
    toegang, stuk = plaats.toegang, plaats.stuk
    log_look(toegang, stuk.kenmerk)
    states = _states(plaats, section, form)
    sections: list[NavRegel] = states["onderdelen"]
    place = next(i for i, row in enumerate(sections) if row.current)
    extra: dict[str, Any] = {
        "stuk": stuk,
        "soort": stuk.stuksoort,
        "onderdeel": section,
        "form_id": FORM_ID,
        "velden_sjablonen": [
            f"casefiles/velden/{stuk.soort}-{section.code}.html",
            "casefiles/velden/onderdeel.html",
        ],
        "vorige": sections[place - 1] if place else None,
        "volgende": sections[place + 1] if place + 1 < len(sections) else None,
        "kaarten": guidance_for(toegang.dossier.fase, section.onderwerp),
        "onderwerp_label": section.label if len(sections) > 1 else stuk.stuksoort.label,
        "onderwerp": section.onderwerp,
        "fase": toegang.dossier.fase,
        "basis": plaats.basis,
        "werktekst": plaats.werktekst,
        "bewaard_op": plaats.werktekst.bewaard_op if plaats.werktekst else None,
        "verouderd": plaats.verouderd,
        "zelf_opgeslagen": stuk.gewijzigd_door_id == toegang.user.pk,
        "collegas": werkteksten.collegas_bezig(toegang, stuk),
        "afgesloten": toegang.dossier.staat == DossierStaat.AFGESLOTEN,
        "reden": reden,
        "reden_fout": reden_fout,
        "fouten_boven": [*([reason_link(reden_fout)] if reden_fout else []), *fouten],
        "hier": address(plaats, section.code),
        "bewaren_url": reverse("dossiers:bewaren", args=[toegang.dossier.nummer, stuk.kenmerk, section.code]),
        # A form that comes back with an error holds text that is nowhere else: it is sent whole.
        "alleen_aangeraakt": status == 200,
        **states,
        **addresses(plaats),
    }
    context = dossier_context(toegang, local_menu(plaats), **extra)
    return render(request, "casefiles/bewerken.html", context, status=status)
