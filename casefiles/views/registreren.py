"""What editing and merging share: checking the reason and the other sections, and what follows a new version."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from casefiles.exceptions import RedenOntbreekt
from casefiles.forms.onderdeel import errors_elsewhere
from casefiles.forms.velden import MAX_REDEN
from casefiles.models import Dossierversie

from .werkplaats import Werkplaats, address


def see_other(url: str) -> HttpResponse:
    """After a post: the browser, and htmx, ask the next page by GET."""
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def saved(request: HttpRequest, plaats: Werkplaats, versie: Dossierversie) -> HttpResponse:
    """To the stuk, with the number of the new version and a link to what changed."""
    args = [plaats.toegang.dossier.nummer, plaats.stuk.kenmerk]
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            _("Versie %(nummer)d is opgeslagen.") % {"nummer": versie.nummer},
            f"{reverse('dossiers:vergelijken', args=args)}?van={plaats.basis}&tot={versie.nummer}",
            _("Bekijk wat er veranderde"),
        ),
    )
    return see_other(reverse("dossiers:stuk", args=args))


def reden_error(reden: str) -> str:
    """What is wrong with the reason, or nothing."""
    if not reden.strip():
        return str(RedenOntbreekt())
    if len(reden.strip()) > MAX_REDEN:
        return _("Houd het korter: hooguit %(max)d tekens. Dit zijn er %(aantal)d.") % {
            "max": MAX_REDEN,
            "aantal": len(reden.strip()),
        }
    return ""


def reason_link(reden_fout: str) -> str:
    """What is wrong with the reason, as a link to its field, for the summary of errors."""
    return format_html('<a href="#id_reden">{}</a>', reden_fout)


def elsewhere(plaats: Werkplaats, here: str) -> list[str]:
    """The errors of other sections, each with a link to its section."""
    return [
        format_html('<a href="{}">{}</a>: {}', address(plaats, found.onderdeel.code), found.onderdeel.label, fout)
        for found in errors_elsewhere(plaats.stuk.stuksoort, plaats.inhoud, plaats.kader, here)
        for fout in found.fouten
    ]
