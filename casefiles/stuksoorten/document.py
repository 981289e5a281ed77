"""The free Document: a title and a text, for what has no form of its own."""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort

DOCUMENT = Stuksoort(
    code="document",
    label=_("Document"),
    schema=1,
    zaak="document",
    vrije_titel=True,
    onderdelen=(
        Onderdeel(
            "tekst",
            _("Tekst"),
            (
                Veld(
                    "titel",
                    _("Titel"),
                    Veldsoort.REGEL,
                    hint=_("Zonder naam van een persoon: titels staan in lijsten."),
                ),
                Veld(
                    "tekst",
                    _("Tekst"),
                    hint=_(
                        "Een lege regel begint een nieuwe alinea. Een regel die met een streepje begint wordt een punt."
                    ),
                ),
                Veld("labels", _("Labels"), Veldsoort.LABELS, hint=_("Scheid ze met een komma."), verplicht=False),
            ),
            "document",
        ),
    ),
)
