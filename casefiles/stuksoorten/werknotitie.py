"""A note for regisseur and buddy alone (domain.md A.9); what belongs to the team goes in another stuk."""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort

WERKNOTITIE = Stuksoort(
    code="werknotitie",
    label=_("Werknotitie"),
    schema=1,
    zaak="werknotitie",
    vrije_titel=True,
    onderdelen=(
        Onderdeel(
            "notitie",
            _("Notitie"),
            (
                Veld(
                    "titel",
                    _("Titel"),
                    Veldsoort.REGEL,
                    hint=_("Zonder naam van een persoon: titels staan in lijsten."),
                ),
                Veld("tekst", _("Tekst"), hint=_("Alleen regisseur en buddy lezen dit, en in een crisis het piket.")),
                Veld("labels", _("Labels"), Veldsoort.LABELS, hint=_("Scheid ze met een komma."), verplicht=False),
            ),
            "werknotitie.notitie",
            bron="r. 127",
        ),
    ),
)
