"""Statements apart from the running text: each is marked as fact, observation or judgement, with where it comes from.

Facts and what someone makes of them are two things in this work (hk-2020 §3.5 r.469-471).
"""

from django.utils.translation import gettext as _

from .base import Veld, Veldsoort
from .keuzen import Aard, opties

UITSPRAKEN = Veld(
    "uitspraken",
    _("Uitspraken"),
    Veldsoort.LIJST,
    hint=_("Zet wat iemand zei of zag apart. Dan blijft duidelijk wat een feit is en wat een oordeel."),
    verplicht=False,
    velden=(
        Veld("tekst", _("Wat is er gezegd of gezien?")),
        Veld("aard", _("Wat is dit?"), Veldsoort.KEUZE, opties=opties(Aard)),
        Veld("van", _("Van wie of waarvan weet je dit?"), Veldsoort.REGEL),
    ),
    bron="r. 469-471",
)
