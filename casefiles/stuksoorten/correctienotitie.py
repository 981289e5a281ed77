"""The person's own statement about what the dossier says (domain.md D: correction note). It stands beside the text,
unchanged.

The handelingskader has nothing on it, so no section cites a line.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort

CORRECTIENOTITIE = Stuksoort(
    code="correctienotitie",
    label=_("Correctienotitie"),
    schema=1,
    zaak="document",
    onderdelen=(
        Onderdeel(
            "verklaring",
            _("Verklaring van de persoon"),
            (
                Veld("ontvangen_op", _("Ontvangen op"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("over", _("Over welk stuk of welke passage gaat het?")),
                Veld(
                    "tekst", _("Wat verklaart de persoon?"), hint=_("Neem de woorden van de persoon letterlijk over.")
                ),
            ),
            "correctienotitie.verklaring",
        ),
        Onderdeel(
            "antwoord",
            _("Antwoord"),
            (
                Veld("antwoord", _("Wat doe je hiermee, en waarom?")),
                Veld("verteld_op", _("Aan de persoon verteld op"), Veldsoort.DATUM),
            ),
            "correctienotitie.antwoord",
        ),
    ),
)
