"""The notificatiebrief, by which the first contact goes (hk-2020 §1.1 r.123-130).

The day on which the burgemeester signs is the formal start (r.130). It is a signed date: an act records it, and it is
no content, since restoring an older text must not move it (architecture.md, Versions). Most of §1.1 is redacted, so
the text is free.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort

NOTIFICATIEBRIEF = Stuksoort(
    code="notificatiebrief",
    label=_("Notificatiebrief"),
    schema=1,
    zaak="werknotitie",
    enkelvoudig=True,
    onderdelen=(
        Onderdeel(
            "brief",
            _("Brief"),
            (
                Veld("kenmerk", _("Kenmerk van de brief"), Veldsoort.REGEL, verplicht=False),
                Veld("tekst", _("Wat staat er in de brief?"), bron="r. 130"),
            ),
            "notificatiebrief.brief",
            uitleg=_("De dag waarop de burgemeester tekent, is de formele start van de aanpak."),
            bron="r. 123-130",
        ),
        Onderdeel(
            "uitreiken",
            _("Eerste contact"),
            (
                Veld("datum", _("Wanneer kreeg de persoon de brief?"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("door", _("Wie bracht de brief, in welke rol?"), Veldsoort.REGEL),
                Veld("verteld", _("Wat heb je de persoon verteld?"), bron="r. 171"),
                Veld("reactie", _("Hoe reageerde de persoon?"), verplicht=False),
            ),
            "notificatiebrief.uitreiken",
            bron="r. 130, 171",
        ),
    ),
)
