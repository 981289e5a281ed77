"""The weging of a dilemma: its page, the considerations that were used, and the choice.

hk-2020 §2 r.359 (a choice is tailor-made; dilemmas change); the two questions on sharing §2.5 r.399-402. A dilemma is
named by its number alone: titles are partly redacted (domain.md A.8 nr 1).
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Deelbesluit, opties

ANDER_DILEMMA = "anders"
DILEMMAS = tuple((f"2.{nummer}", _("Dilemma 2.%(nummer)s") % {"nummer": nummer}) for nummer in range(1, 9))

WEGING = Stuksoort(
    code="weging",
    label=_("Weging van een dilemma"),
    schema=1,
    zaak="document",
    onderdelen=(
        Onderdeel(
            "dilemma",
            _("Dilemma"),
            (
                Veld("datum", _("Datum"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld(
                    "dilemma",
                    _("Welk dilemma is het?"),
                    Veldsoort.KEUZE,
                    opties=(*DILEMMAS, (ANDER_DILEMMA, _("Een nieuw dilemma"))),
                    bron="r. 359",
                ),
                Veld("vraag", _("Voor welke keuze sta je?")),
            ),
            "weging.dilemma",
            bron="r. 359",
        ),
        Onderdeel(
            "overwegingen",
            _("Overwegingen"),
            (
                Veld(
                    "overwegingen",
                    _("Overwegingen"),
                    Veldsoort.LIJST,
                    velden=(
                        Veld("overweging", _("Wat weegt mee?")),
                        Veld("gewicht", _("Welke kant wijst dit op, en hoe zwaar?")),
                    ),
                    bron="r. 359",
                ),
            ),
            "weging.overwegingen",
            bron="r. 359",
        ),
        Onderdeel(
            "delen",
            _("Informatie delen"),
            (
                Veld("gemis", _("Wat mist de aanpak zonder deze informatie?"), verplicht=False, bron="r. 401"),
                Veld(
                    "bijdrage",
                    _("Wat kun en mag je zeggen dat de aanpak helpt?"),
                    verplicht=False,
                    bron="r. 402",
                ),
                Veld("met_wie", _("Met wie wil je delen?"), Veldsoort.REGEL, verplicht=False),
                Veld("grond", _("Op welke grond?"), verplicht=False),
                Veld("besluit", _("Wat doe je?"), Veldsoort.KEUZE, verplicht=False, opties=opties(Deelbesluit)),
            ),
            "weging.delen",
            uitleg=_("Vul dit in op het moment dat je informatie wilt delen."),
            bron="r. 397-404",
        ),
        Onderdeel(
            "keuze",
            _("Keuze"),
            (
                Veld("keuze", _("Wat kies je?")),
                Veld("reden", _("Waarom?")),
                Veld("opnieuw", _("Wanneer kijk je hier opnieuw naar?"), Veldsoort.DATUM, verplicht=False),
            ),
            "weging.keuze",
            bron="r. 359",
        ),
    ),
)
