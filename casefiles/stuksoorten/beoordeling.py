"""A beoordeling with the dynamisch beoordelingskader: two criteria, and the own view of each partner beside it.

hk-2020 r.57-59 (zorg and veiligheid, asked again at every evaluatie), r.333 and §3.5 r.471 (partners differ; make it
explicit). The items of the instrument are not in the source: they are a free list here. Who reads whose view:
casefiles.rules.beoordeling.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Beoordelingsmoment, Oordeel, opties
from .uitspraken import UITSPRAKEN

ZIENSWIJZEN = Veld(
    "zienswijzen",
    _("Zienswijzen van de partners"),
    Veldsoort.LIJST,
    hint=_("Elke partner schrijft de eigen blik op. Verschil mag: laat het naast elkaar staan."),
    velden=(
        Veld("organisatie", _("Organisatie"), Veldsoort.ORGANISATIE),
        Veld("zorg", _("Zijn er problemen op leefgebieden?"), Veldsoort.KEUZE, opties=opties(Oordeel), bron="r. 57"),
        Veld(
            "veiligheid",
            _("Is er een risico voor de veiligheid?"),
            Veldsoort.KEUZE,
            opties=opties(Oordeel),
            bron="r. 57",
        ),
        Veld("onderbouwing", _("Waarom denkt deze partner dat?"), bron="r. 471"),
    ),
    bron="r. 333, 471",
)

BEOORDELING = Stuksoort(
    code="beoordeling",
    label=_("Beoordeling"),
    schema=1,
    zaak="beoordeling",
    onderdelen=(
        Onderdeel(
            "aanleiding",
            _("Aanleiding"),
            (
                Veld("datum", _("Datum"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("moment", _("Op welk moment?"), Veldsoort.KEUZE, opties=opties(Beoordelingsmoment)),
                Veld("versie", _("Welke versie van het beoordelingskader?"), Veldsoort.REGEL, verplicht=False),
                Veld("door", _("Wie hebben beoordeeld?"), Veldsoort.REGEL),
            ),
            "beoordeling.aanleiding",
            bron="r. 53, 59, 192, 224, 269, 327",
        ),
        Onderdeel(
            "punten",
            _("Punten van het beoordelingskader"),
            (
                Veld(
                    "punten",
                    _("Punten"),
                    Veldsoort.LIJST,
                    hint=_("Neem de punten over uit jullie eigen beoordelingskader."),
                    verplicht=False,
                    velden=(
                        Veld("punt", _("Punt"), Veldsoort.REGEL),
                        Veld("bevinding", _("Wat zien jullie?")),
                    ),
                ),
                UITSPRAKEN,
            ),
            "beoordeling.punten",
            uitleg=_("De punten van dit instrument staan niet in de bron. Daarom is deze lijst leeg."),
            bron="r. 53",
        ),
        Onderdeel("zienswijzen", _("Zienswijzen"), (ZIENSWIJZEN,), "beoordeling.zienswijzen", bron="r. 333, 471"),
        Onderdeel(
            "uitkomst",
            _("Gezamenlijk beeld"),
            (
                Veld(
                    "zorg",
                    _("Zorg: zijn er problemen op leefgebieden?"),
                    Veldsoort.KEUZE,
                    opties=opties(Oordeel),
                    bron="r. 57",
                ),
                Veld("zorg_onderbouwing", _("Waar blijkt dat uit?"), bron="r. 59"),
                Veld(
                    "veiligheid",
                    _("Veiligheid: is er een risico?"),
                    Veldsoort.KEUZE,
                    opties=opties(Oordeel),
                    bron="r. 57",
                ),
                Veld("veiligheid_onderbouwing", _("Waar blijkt dat uit?"), bron="r. 59"),
                Veld(
                    "in_de_aanpak",
                    _("Hoort de persoon in de aanpak? Wat vindt het team?"),
                    hint=_("Ontbreekt een van de twee, bespreek dan deze vraag. Het systeem beslist niets."),
                    bron="r. 57-59",
                ),
            ),
            "beoordeling.uitkomst",
            bron="r. 57-59",
        ),
    ),
)
