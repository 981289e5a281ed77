"""An evaluatie: monthly, in a UVO, or the twee(jaar)lijkse one.

hk-2020 §1.2b r.226-228, §F2a r.265-276, §F2e r.304-308, §F3b r.335-337. Each uses the dynamisch beoordelingskader
(r.59), and after each the plan gets a new focus with a toelichting (r.228), which stands in the plan itself.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Evaluatiesoort, Oordeel, opties

EVALUATIE = Stuksoort(
    code="evaluatie",
    label=_("Evaluatie"),
    schema=1,
    zaak="verslag",
    onderdelen=(
        Onderdeel(
            "evaluatie",
            _("Welke evaluatie"),
            (
                Veld("soort", _("Welke evaluatie is dit?"), Veldsoort.KEUZE, opties=opties(Evaluatiesoort)),
                Veld("datum", _("Datum"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("wie", _("Wie deden mee?"), Veldsoort.REGEL),
            ),
            "evaluatie.evaluatie",
            bron="r. 226, 272, 308, 335",
        ),
        Onderdeel(
            "ontwikkeling",
            _("Acties en ontwikkeling"),
            (
                Veld("acties", _("Wat leverden de acties op?"), bron="r. 265-267"),
                Veld("persoon", _("Welke ontwikkeling zie je bij de persoon?"), bron="r. 267, 335"),
                Veld("patronen", _("Welk patroon herken je, en hoe doorbreek je dat?"), verplicht=False, bron="r. 267"),
            ),
            "evaluatie.ontwikkeling",
            bron="r. 265-267, 335",
        ),
        Onderdeel(
            "beoordelingskader",
            _("Beoordelingskader"),
            (
                Veld("beoordeling_van", _("Datum van de beoordeling die hierbij hoort"), Veldsoort.DATUM, bron="r. 59"),
                Veld("beeld", _("Is er nog radicalisering, en is er een risico op geweld?"), bron="r. 59"),
            ),
            "evaluatie.beoordelingskader",
            uitleg=_("Bij elke evaluatie gebruik je het beoordelingskader. Leg die beoordeling als eigen stuk vast."),
            bron="r. 59, 269",
        ),
        Onderdeel(
            "perspectief",
            _("Perspectief"),
            (
                Veld("verblijf", _("Hoe lang moet de persoon nog in de aanpak blijven?"), bron="r. 272, 337"),
                Veld(
                    "uitstroom_in_zicht",
                    _("Is uitstroom in zicht?"),
                    Veldsoort.KEUZE,
                    opties=opties(Oordeel),
                    bron="r. 335-337",
                ),
                Veld("geloof", _("Gelooft het team nog in de aanpak? Zo niet, wat is daarvoor nodig?"), bron="r. 272"),
            ),
            "evaluatie.perspectief",
            bron="r. 270-272, 335-337",
        ),
        Onderdeel(
            "besluit",
            _("Besluit"),
            (
                Veld("besluit", _("Besluit of conclusie"), bron="r. 304"),
                Veld("bijstelling", _("Welke ambitie stel je bij, en waarom?"), verplicht=False, bron="r. 276, 308"),
            ),
            "evaluatie.besluit",
            uitleg=_("Vul daarna in het plan de nieuwe focus en de toelichting aan."),
            bron="r. 228, 276, 304-308",
        ),
    ),
)
