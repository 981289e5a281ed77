"""A quick win: a barrier that the team clears at short notice (hk-2020 §3.4 r.464-465)."""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Actiestand, opties

QUICK_WIN = Stuksoort(
    code="quick-win",
    label=_("Quick win"),
    schema=1,
    zaak="document",
    vrije_titel=True,
    onderdelen=(
        Onderdeel(
            "quick-win",
            _("Quick win"),
            (
                Veld(
                    "titel",
                    _("Titel"),
                    Veldsoort.REGEL,
                    hint=_("Zonder naam van een persoon: titels staan in lijsten."),
                ),
                Veld("barriere", _("Welke barrière ruim je op?"), bron="r. 464"),
                Veld("organisatie", _("Wie pakt het op?"), Veldsoort.ORGANISATIE, bron="r. 464"),
                Veld("datum", _("Klaar op"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("stand", _("Hoe staat het ervoor?"), Veldsoort.KEUZE, opties=opties(Actiestand)),
                Veld("verteld", _("Hoe vertel je de persoon wat je regelt?"), bron="r. 465"),
                Veld("eigen_aandeel", _("Wat kan de persoon zelf doen?"), verplicht=False, bron="r. 465"),
            ),
            "quick-win.quick-win",
            bron="r. 464-465",
        ),
    ),
)
