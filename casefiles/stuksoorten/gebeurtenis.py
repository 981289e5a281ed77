"""An event after which the team looks at an interventie again (hk-2020 §3.5 r.479)."""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Interventiegevolg, opties
from .uitspraken import UITSPRAKEN

GEBEURTENIS = Stuksoort(
    code="gebeurtenis",
    label=_("Gebeurtenis"),
    schema=1,
    zaak="document",
    vrije_titel=True,
    onderdelen=(
        Onderdeel(
            "gebeurtenis",
            _("Gebeurtenis"),
            (
                Veld(
                    "titel",
                    _("Titel"),
                    Veldsoort.REGEL,
                    hint=_("Zonder naam van een persoon: titels staan in lijsten."),
                ),
                Veld("datum", _("Wanneer gebeurde het?"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("wat", _("Wat gebeurde er?"), bron="r. 479"),
                UITSPRAKEN,
            ),
            "gebeurtenis.gebeurtenis",
            bron="r. 479",
        ),
        Onderdeel(
            "interventies",
            _("Gevolg voor interventies"),
            (
                Veld(
                    "interventies",
                    _("Interventies"),
                    Veldsoort.LIJST,
                    velden=(
                        Veld("interventie", _("Welke interventie?"), Veldsoort.REGEL),
                        Veld(
                            "gevolg", _("Wat betekent dit ervoor?"), Veldsoort.KEUZE, opties=opties(Interventiegevolg)
                        ),
                        Veld("toelichting", _("Waarom?"), verplicht=False),
                    ),
                    bron="r. 479",
                ),
                Veld("besproken_op", _("Besproken met het team op"), Veldsoort.DATUM, bron="r. 479"),
                Veld("besluit", _("Besluit of conclusie"), bron="r. 304, 479"),
            ),
            "gebeurtenis.interventies",
            uitleg=_("Het hele team kijkt opnieuw naar de interventie."),
            bron="r. 479",
        ),
    ),
)
