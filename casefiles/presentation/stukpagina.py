"""A stuk of now on its reading screen: each section with how complete it is, and the guidance that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casefiles import access
from casefiles.models import Stuk
from casefiles.rules.volledigheid import Volledigheid, van_onderdeel
from casefiles.stuksoorten import Stuksoort
from knowledge.guidance import GuidanceCard, guidance_by_onderwerp

from .leesvorm import Leesonderdeel


@dataclass(frozen=True)
class Stukonderdeel:
    """A section to read. `status` is a shape of `rk-status`, empty for kinds that are never adopted."""

    tekst: Leesonderdeel
    bewerk_url: str
    status: str
    stand: str


@dataclass(frozen=True)
class OnderdeelAdvies:
    label: str
    kaarten: list[GuidanceCard]


def sections_of(
    toegang: access.Toegang, stuk: Stuk, text: Sequence[Leesonderdeel], partners: Sequence[str]
) -> list[Stukonderdeel]:
    """The sections of this stuk; a way to the editor for who may write it."""
    soort = stuk.stuksoort
    writes = access.may(toegang, stuk, access.Recht.SCHRIJVEN)
    found = []
    for section in text:
        onderdeel = soort.onderdeel(section.code)
        status, stand = "", ""
        if soort.heeft_staten and onderdeel is not None:
            status, stand = _words(van_onderdeel(onderdeel, stuk.onderdeel_inhoud(section.code), partners))
        url = ""
        if writes and onderdeel is not None:
            url = reverse("dossiers:bewerken", args=[toegang.dossier.nummer, stuk.kenmerk, section.code])
        found.append(Stukonderdeel(section, url, status, stand))
    return found


def _words(stand: Volledigheid) -> tuple[str, str]:
    if stand.volledig:
        return "done", _("Volledig")
    if stand.leeg:
        return "none", _("Nog leeg")
    return "soon", ngettext("%(aantal)d punt open", "%(aantal)d punten open", stand.open) % {"aantal": stand.open}


def guidance_of(fase: int, soort: Stuksoort) -> list[OnderdeelAdvies]:
    """The guidance in this fase for the sections of a kind of stuk, in the order of the form."""
    labels = {onderdeel.onderwerp: onderdeel.label for onderdeel in soort.onderdelen}
    return [
        OnderdeelAdvies(labels[code], kaarten) for code, kaarten in guidance_by_onderwerp(fase, list(labels)).items()
    ]
