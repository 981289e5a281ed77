"""Actions agreed in a meeting: what, which organisation, who, when and how far (hk-2020 §F2a r.265-267, §F2e r.308)."""

from django.utils.translation import gettext as _

from .base import Onderdeel, Veld, Veldsoort
from .keuzen import Actiestand, opties

ACTIES = Veld(
    "acties",
    _("Acties"),
    Veldsoort.LIJST,
    verplicht=False,
    velden=(
        Veld("wat", _("Wat gaan we doen?"), Veldsoort.REGEL),
        Veld("organisatie", _("Welke organisatie?"), Veldsoort.ORGANISATIE),
        Veld("wie", _("Wie, in welke rol?"), Veldsoort.REGEL, verplicht=False),
        Veld("datum", _("Klaar op"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
        Veld("stand", _("Hoe staat het ervoor?"), Veldsoort.KEUZE, opties=opties(Actiestand)),
        Veld(
            "effect",
            _("Wat leverde het op?"),
            hint=_("Niet alleen of het gedaan is, maar vooral of het hielp."),
            verplicht=False,
            bron="r. 265-267",
        ),
    ),
    bron="r. 308",
)


def acties_onderdeel(soort: str) -> Onderdeel:
    """The section with actions for this kind of stuk."""
    return Onderdeel("acties", _("Acties"), (ACTIES,), f"{soort}.acties", bron="r. 265-267, 308")
