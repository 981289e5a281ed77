"""The doorbraakoverleg: a meeting outside the known frames when ordinary interventies do not bring movement.

hk-2020 §F2d r.294-300, and the ladder that leads to it §F2c r.290 (casefiles.rules.vastloper). Guests from outside
get no access to the dossier.
"""

from django.utils.translation import gettext as _

from .acties import acties_onderdeel
from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Deelnemersoort, JaNee, opties

CODE = "doorbraakoverleg"

DOORBRAAKOVERLEG = Stuksoort(
    code=CODE,
    label=_("Doorbraakoverleg"),
    schema=1,
    zaak="document",
    onderdelen=(
        Onderdeel(
            "aanleiding",
            _("Aanleiding"),
            (
                Veld("datum", _("Datum van het overleg"), Veldsoort.DATUM),
                Veld("vast", _("Waar zit de casus vast?"), bron="r. 294, 300"),
                Veld("geprobeerd", _("Wat is al geprobeerd, met wie?"), bron="r. 290, 300"),
            ),
            "doorbraakoverleg.aanleiding",
            bron="r. 290, 294, 300",
        ),
        Onderdeel(
            "kernvraag",
            _("Kernvraag"),
            (
                Veld("probleem", _("Hoe pakken we het probleem aan?"), bron="r. 294"),
                Veld("kaders", _("Wat vraagt dat van de formele kaders?"), bron="r. 294"),
            ),
            "doorbraakoverleg.kernvraag",
            bron="r. 294",
        ),
        Onderdeel(
            "deelnemers",
            _("Deelnemers en werkvorm"),
            (
                Veld(
                    "deelnemers",
                    _("Deelnemers"),
                    Veldsoort.LIJST,
                    velden=(
                        Veld("wie", _("Wie, in welke rol?"), Veldsoort.REGEL),
                        Veld("soort", _("Hoort bij"), Veldsoort.KEUZE, opties=opties(Deelnemersoort)),
                        Veld("inbreng", _("Wat brengt deze deelnemer in?"), verplicht=False),
                    ),
                    hint=_(
                        "Een facilitator of buitenstaander leest dit dossier niet. Geef alleen een blad zonder namen."
                    ),
                    bron="r. 296-300",
                ),
                Veld(
                    "uvo_plus",
                    _("Is dit een UVO-plus?"),
                    Veldsoort.KEUZE,
                    verplicht=False,
                    opties=opties(JaNee),
                    bron="r. 300",
                ),
                Veld("werkvorm", _("Met welke werkvorm?"), verplicht=False, bron="r. 296"),
            ),
            "doorbraakoverleg.deelnemers",
            bron="r. 296-300",
        ),
        Onderdeel(
            "uitkomst",
            _("Verslag en uitkomst"),
            (
                Veld("bespreking", _("Wat is er besproken?")),
                Veld(
                    "geslaagd",
                    _("Is er een nieuwe weg gevonden?"),
                    Veldsoort.KEUZE,
                    opties=opties(JaNee),
                    bron="r. 298",
                ),
                Veld("nieuwe_weg", _("Welke nieuwe weg is dat?"), verplicht=False, bron="r. 298"),
                Veld("besluit", _("Besluit of conclusie"), bron="r. 304"),
            ),
            "doorbraakoverleg.uitkomst",
            bron="r. 298, 304",
        ),
        acties_onderdeel(CODE),
    ),
)
