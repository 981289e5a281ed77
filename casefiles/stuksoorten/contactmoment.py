"""A contact with the person, someone close to them, or one partner (bilateraal contact).

The regisseur is the contact of the person in fase 1 (hk-2020 §1.1 r.171); later it is whoever fits best (§2.1 r.367).
Bilateral contact with a partner §F2b r.282.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Contactsoort, opties
from .uitspraken import UITSPRAKEN

CONTACTMOMENT = Stuksoort(
    code="contactmoment",
    label=_("Contactmoment"),
    schema=1,
    zaak="werknotitie",
    onderdelen=(
        Onderdeel(
            "contact",
            _("Contact"),
            (
                Veld("datum", _("Datum"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("soort", _("Met wie?"), Veldsoort.KEUZE, opties=opties(Contactsoort), bron="r. 171, 282"),
                Veld(
                    "organisatie",
                    _("Welke partner?"),
                    Veldsoort.ORGANISATIE,
                    hint=_("Alleen bij contact met een partner."),
                    verplicht=False,
                    bron="r. 282",
                ),
                Veld("door", _("Wie had het contact?"), Veldsoort.REGEL, bron="r. 367"),
                Veld(
                    "hoe",
                    _("Hoe was het contact?"),
                    Veldsoort.REGEL,
                    hint=_("Bijvoorbeeld op bezoek of per telefoon."),
                    verplicht=False,
                ),
            ),
            "contactmoment.contact",
            bron="r. 171, 282, 367",
        ),
        Onderdeel(
            "verslag",
            _("Verslag"),
            (
                Veld("tekst", _("Wat kwam er ter sprake?")),
                UITSPRAKEN,
                Veld("vervolg", _("Wat spreek je af?"), verplicht=False, bron="r. 282"),
            ),
            "contactmoment.verslag",
            bron="r. 282",
        ),
    ),
)
