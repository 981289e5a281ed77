"""The kinds of stuk, by code. Adding one: declare it in a module here and name it in SOORTEN."""

from django.utils.translation import gettext as _

from knowledge import onderwerpen

from .base import Inhoud, Onderdeel, Stuksoort, Veld, Veldsoort
from .document import DOCUMENT
from .plan_van_aanpak import PLAN_VAN_AANPAK

SOORTEN: dict[str, Stuksoort] = {soort.code: soort for soort in (PLAN_VAN_AANPAK, DOCUMENT)}

__all__ = ["SOORTEN", "Inhoud", "Onderdeel", "Stuksoort", "Veld", "Veldsoort", "register_onderwerpen"]


def register_onderwerpen() -> None:
    """Make every section known to knowledge, and the acts that have guidance without being a stuk."""
    for soort in SOORTEN.values():
        for onderdeel in soort.onderdelen:
            label = onderdeel.label if soort.vrije_titel else f"{soort.label}: {onderdeel.label}"
            onderwerpen.register(onderdeel.onderwerp, soort.label if soort.vrije_titel else label)
    onderwerpen.register("fase-overgang", _("Overgang naar een fase"))
    onderwerpen.register("team", _("Team"))
