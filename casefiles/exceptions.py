"""What can go wrong in a dossier, with a Dutch message that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import Stuk


class DossierError(Exception):
    """The parent of all refusals of an act; `str()` is fit to show."""


class NietToegestaan(DossierError):
    """The user may see the object but not do this to it."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or str(_("Dit mag je in dit dossier niet doen. Vraag het de regisseur.")))


class RedenOntbreekt(DossierError):
    def __init__(self) -> None:
        super().__init__(str(_("Schrijf op wat er veranderde en waarom. Dat leest je buddy later terug.")))


class DossierAfgesloten(DossierError):
    def __init__(self) -> None:
        super().__init__(str(_("Dit dossier is afgesloten. Er kan niets meer bij.")))


class NietsVeranderd(DossierError):
    def __init__(self) -> None:
        super().__init__(str(_("Er is niets veranderd sinds de laatste versie. Er is dus geen nieuwe versie gemaakt.")))


class VersieConflict(DossierError):
    """Someone saved the same stuk after this writer began: both texts must be seen before one is saved."""

    def __init__(self, stuk: Stuk, basis: int, nieuwste: int) -> None:
        self.stuk, self.basis, self.nieuwste = stuk, basis, nieuwste
        super().__init__(str(_("Een collega heeft dit stuk intussen opgeslagen. Kies per veld welke tekst blijft.")))


class OngeldigeOvergang(DossierError):
    """The fase or state asked for does not follow on the present one."""
