"""The UVO: its agenda, which becomes the verslag, with sittings, who was there, rules of the game and actions.

Agenda: hk-2020 §1.2a r.191-211 and §F2a r.263-278; the points for each fase are in casefiles.rules.agenda. One UVO
may take more than one sitting (r.202). Talents r.191, the person at the table r.193-195, rules of the game r.197,
UVO-plus r.300.
"""

from django.utils.translation import gettext as _

from .acties import acties_onderdeel
from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Deelname, JaNee, opties

CODE = "uvo"

ZITTINGEN = Onderdeel(
    "zittingen",
    _("Zittingen"),
    (
        Veld(
            "zittingen",
            _("Zittingen"),
            Veldsoort.LIJST,
            hint=_("Heb je voor dit UVO meer tijd nodig? Voeg een tweede zitting toe."),
            velden=(
                Veld("datum", _("Datum"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("plek", _("Waar of hoe?"), Veldsoort.REGEL, verplicht=False),
            ),
            bron="r. 202",
        ),
    ),
    "uvo.zittingen",
    bron="r. 173, 202, 263",
)

AANWEZIGEN = Onderdeel(
    "aanwezigen",
    _("Aanwezigen"),
    (
        Veld(
            "aanwezigen",
            _("Leden van het team"),
            Veldsoort.LIJST,
            velden=(
                Veld("organisatie", _("Organisatie"), Veldsoort.ORGANISATIE),
                Veld("wie", _("Wie, in welke rol?"), Veldsoort.REGEL),
                Veld(
                    "talenten",
                    _("Waar is deze collega goed in?"),
                    Veldsoort.REGEL,
                    hint=_("Schrijf het op. Het komt later van pas."),
                    verplicht=False,
                    bron="r. 191",
                ),
                Veld("zitting", _("Bij welke zitting?"), Veldsoort.REGEL, verplicht=False),
            ),
            bron="r. 183-187",
        ),
        Veld(
            "uvo_plus",
            _("Is dit een UVO-plus?"),
            Veldsoort.KEUZE,
            hint=_("Bij een UVO-plus zitten ook partners die anders niet meedoen."),
            verplicht=False,
            opties=opties(JaNee),
            bron="r. 300",
        ),
        Veld(
            "gasten",
            _("Gasten"),
            Veldsoort.LIJST,
            verplicht=False,
            velden=(
                Veld("wie", _("Wie, in welke rol?"), Veldsoort.REGEL),
                Veld("waarvan", _("Van welke organisatie?"), Veldsoort.REGEL),
                Veld("waarom", _("Waarom is deze gast erbij?")),
            ),
            bron="r. 300",
        ),
        Veld(
            "persoon_aanwezig",
            _("Was de persoon erbij?"),
            Veldsoort.KEUZE,
            hint=_(
                "In fase 1 maakt het team liever eerst zelf een beeld en een plan. Daarna kan de persoon aansluiten."
            ),
            opties=opties(Deelname),
            bron="r. 193-195",
        ),
        Veld("persoon_toelichting", _("Wat is hierover afgesproken?"), verplicht=False, bron="r. 193-195"),
    ),
    "uvo.aanwezigen",
    bron="r. 183-195, 300",
)

AGENDA = Onderdeel(
    "agenda",
    _("Agenda en verslag"),
    (
        Veld(
            "punten",
            _("Agendapunten"),
            Veldsoort.LIJST,
            velden=(
                Veld("punt", _("Agendapunt"), Veldsoort.REGEL),
                Veld("bron", _("Bron"), Veldsoort.REGEL, verplicht=False),
                Veld(
                    "bespreking",
                    _("Wat is er besproken?"),
                    hint=_("Schrijf ook op waar collega’s anders naar kijken."),
                    bron="r. 189",
                ),
                Veld("besluit", _("Besluit of conclusie"), bron="r. 304"),
            ),
            bron="r. 189-211, 263-278",
        ),
    ),
    "uvo.agenda",
    uitleg=_("De agenda wordt het verslag: schrijf bij elk punt wat je bespreekt en wat je besluit."),
    bron="r. 189-211, 263-278, 304",
)

SPELREGELS = Onderdeel(
    "spelregels",
    _("Spelregels"),
    (
        Veld("werkwijze", _("Hoe werken we samen?"), verplicht=False, bron="r. 197"),
        Veld("communicatie", _("Hoe houden we contact?"), verplicht=False, bron="r. 197"),
        Veld("informatie", _("Hoe delen we informatie?"), verplicht=False, bron="r. 197"),
    ),
    "uvo.spelregels",
    uitleg=_("Je maakt de spelregels in het eerste UVO. Verandert er later iets, schrijf het dan hier op."),
    bron="r. 197",
)

UVO = Stuksoort(
    code=CODE,
    label=_("UVO"),
    schema=1,
    zaak="verslag",
    onderdelen=(ZITTINGEN, AANWEZIGEN, AGENDA, SPELREGELS, acties_onderdeel(CODE)),
)
