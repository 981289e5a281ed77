"""What one writer has in hand of one stuk: the stuk, the own working text, and the people around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casefiles import access
from casefiles.actions import werktekst as werkteksten
from casefiles.forms.lezen import Waarden, shown_values
from casefiles.forms.partners import Kader, kader_of
from casefiles.forms.velden import MAX_REDEN, plain
from casefiles.models import Stuk, Stukversie, Werktekst
from casefiles.rules.volledigheid import Volledigheid, van_onderdeel
from casefiles.stuksoorten import Inhoud, Onderdeel
from casefiles.versions.reading import stuk_in

from .door import enter_stuk, not_here


@dataclass
class Werkplaats:
    """`werktekst` is the writer's own, or nothing; it changes when text is kept."""

    toegang: access.Toegang
    stuk: Stuk
    werktekst: Werktekst | None
    kader: Kader
    _eerdere: dict[int, Inhoud | None] = field(default_factory=dict, repr=False)

    @property
    def inhoud(self) -> Inhoud:
        """What the writer goes on with: the own working text, else the newest version."""
        found: Inhoud = self.werktekst.inhoud if self.werktekst else self.stuk.inhoud
        return found

    @property
    def basis(self) -> int:
        """The version of the stuk that this began from."""
        return self.werktekst.basis if self.werktekst else self.stuk.gewijzigd_in

    @property
    def verouderd(self) -> bool:
        """Whether the stuk was registered anew after the working text began."""
        return self.basis < self.stuk.gewijzigd_in

    def waarden(self, onderdeel: Onderdeel) -> Waarden:
        return shown_values(self.inhoud.get(onderdeel.code) or {}, onderdeel)

    def inhoud_bij(self, versie: int) -> Inhoud | None:
        """What the stuk held in this version; nothing when that cannot be read."""
        if versie == self.stuk.gewijzigd_in:
            current: Inhoud = self.stuk.inhoud
            return current
        if versie not in self._eerdere:
            try:
                self._eerdere[versie] = stuk_in(self.toegang, self.stuk, versie).inhoud
            except Stukversie.DoesNotExist:
                self._eerdere[versie] = None
        return self._eerdere[versie]

    def reden_van(self, data: QueryDict) -> str:
        """The reason as it is now: what was posted, else what the working text has of it."""
        return plain(data.get("reden", self.werktekst.reden if self.werktekst else ""))

    def bewaren(self, onderdeel: Onderdeel, waarden: Waarden, basis: int, reden: str) -> None:
        """Keep the section as working text, unless the writer changed nothing in it.

        Working text that came to be the same as the newest version is no working text any more. A reason that is too
        long is not kept.
        """
        kept = reden if len(reden) <= MAX_REDEN else None
        if waarden == self.waarden(onderdeel) and (
            self.werktekst is None or kept is None or kept == self.werktekst.reden
        ):
            return
        if self.werktekst is None and basis < self.stuk.gewijzigd_in:
            began = (self.inhoud_bij(basis) or {}).get(onderdeel.code)
            if began is not None and waarden == shown_values(began, onderdeel):
                return
        self.werktekst = werkteksten.bewaren(self.toegang, self.stuk, onderdeel.code, waarden, basis=basis, reden=kept)
        if self.werktekst.inhoud == self.stuk.inhoud:
            werkteksten.weggooien(self.toegang, self.stuk)
            self.werktekst = None


def open_werkplaats(request: HttpRequest, nummer: str, kenmerk: str) -> Werkplaats:
    """404 for who may not write this stuk, whatever the cause."""
    toegang, stuk = enter_stuk(request, nummer, kenmerk, schrijven=True)
    return Werkplaats(toegang, stuk, werkteksten.werktekst_van(toegang, stuk), kader_of(toegang.dossier))


def onderdeel_of(plaats: Werkplaats, code: str) -> Onderdeel:
    """The section with this address, or 404."""
    onderdeel = plaats.stuk.stuksoort.onderdeel(code)
    if onderdeel is None:
        raise not_here()
    return onderdeel


@dataclass(frozen=True)
class NavRegel:
    """A section in the list beside the form, with how complete it is as shape and words."""

    code: str
    label: str
    url: str
    current: bool
    status: str
    tekst: str
    volledig: bool


def _status(stand: Volledigheid) -> tuple[str, str]:
    if stand.volledig:
        return "done", _("Volledig")
    if stand.leeg:
        return "none", _("Nog leeg")
    return "soon", ngettext("%(aantal)d punt open", "%(aantal)d punten open", stand.open) % {"aantal": stand.open}


def navigation(plaats: Werkplaats, here: str) -> list[NavRegel]:
    """All sections of the stuk, judged by what the writer has in hand."""
    found = []
    for onderdeel in plaats.stuk.stuksoort.onderdelen:
        stand = van_onderdeel(onderdeel, plaats.waarden(onderdeel), plaats.kader.codes)
        found.append(
            NavRegel(
                onderdeel.code,
                onderdeel.label,
                address(plaats, onderdeel.code),
                onderdeel.code == here,
                *_status(stand),
                stand.volledig,
            )
        )
    return found


def address(plaats: Werkplaats, code: str) -> str:
    return reverse("dossiers:bewerken", args=[plaats.toegang.dossier.nummer, plaats.stuk.kenmerk, code])


def local_menu(plaats: Werkplaats) -> str:
    """The entry of the dossier's menu that this stuk belongs to."""
    return "plan" if plaats.stuk.soort == "plan-van-aanpak" else "overzicht"


def addresses(plaats: Werkplaats) -> dict[str, Any]:
    """The addresses around a stuk that the editing screens link to."""
    args = [plaats.toegang.dossier.nummer, plaats.stuk.kenmerk]
    return {
        "stuk_url": reverse("dossiers:stuk", args=args),
        "weggooien_url": reverse("dossiers:werktekst-weggooien", args=args),
        "samenvoegen_url": reverse("dossiers:samenvoegen", args=args),
    }
