"""The advice of the ITAT-R and what the regisseur does with it (hk-2020 §1.2b r.249-253, §F3b r.345).

Advice, never pass or fail: the plan is no exam (r.249), so there is no outcome to choose. What was asked, and of
which version, is the Toetsing's to say.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort

ITAT_ADVIES = Stuksoort(
    code="itat-advies",
    label=_("Advies van het ITAT-R"),
    schema=1,
    zaak="advies",
    onderdelen=(
        Onderdeel(
            "advies",
            _("Advies"),
            (
                Veld("datum", _("Datum van het advies"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld("sterk", _("Wat is al sterk?"), verplicht=False),
                Veld("advies", _("Wat adviseert het ITAT-R?"), bron="r. 249"),
                Veld(
                    "punten",
                    _("Aandachtspunten"),
                    Veldsoort.LIJST,
                    verplicht=False,
                    velden=(
                        Veld("punt", _("Aandachtspunt"), Veldsoort.REGEL),
                        Veld("waarom", _("Waarom?"), verplicht=False),
                    ),
                ),
            ),
            "itat-advies.advies",
            uitleg=_("Dit is advies, geen cijfer. Het helpt de regisseur en het team verder."),
            bron="r. 249-253",
        ),
        Onderdeel(
            "reactie",
            _("Wat je met het advies doet"),
            (
                Veld("reactie", _("Wat neem je over, en wat niet?")),
                Veld("waarom", _("Waarom?")),
            ),
            "itat-advies.reactie",
            bron="r. 249-253",
        ),
    ),
)
