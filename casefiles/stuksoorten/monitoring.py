"""Monitoring while the contact is wound down in situation 1a: whether a lower risk lasts (hk-2020 §F3b r.341-343).

Observations stand one by one with their source. Nothing is counted or scored.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Aard, Leefteken, opties

MONITORING = Stuksoort(
    code="monitoring",
    label=_("Monitoring"),
    schema=1,
    zaak="document",
    onderdelen=(
        Onderdeel(
            "afbouw",
            _("Afbouwen"),
            (
                Veld(
                    "stappen",
                    _("Stappen"),
                    Veldsoort.LIJST,
                    velden=(
                        Veld("wat", _("Welke stap?"), Veldsoort.REGEL),
                        Veld("organisatie", _("Welke organisatie?"), Veldsoort.ORGANISATIE),
                        Veld("datum", _("Wanneer?"), Veldsoort.DATUM),
                    ),
                    bron="r. 341",
                ),
                Veld("bevestiging", _("Hoe bevestig je wat goed gaat?"), bron="r. 343"),
            ),
            "monitoring.afbouw",
            bron="r. 341-343",
        ),
        Onderdeel(
            "waarnemingen",
            _("Waarnemingen"),
            (
                Veld("periode", _("Over welke periode?"), Veldsoort.REGEL),
                Veld(
                    "waarnemingen",
                    _("Waarnemingen"),
                    Veldsoort.LIJST,
                    velden=(
                        Veld("tekst", _("Wat zie je?")),
                        Veld(
                            "waar", _("Waaraan zie je het?"), Veldsoort.KEUZE, opties=opties(Leefteken), bron="r. 343"
                        ),
                        Veld("datum", _("Datum"), Veldsoort.DATUM),
                        Veld("aard", _("Wat is dit?"), Veldsoort.KEUZE, opties=opties(Aard)),
                        Veld("van", _("Van wie of waarvan weet je dit?"), Veldsoort.REGEL),
                    ),
                    bron="r. 341-343",
                ),
            ),
            "monitoring.waarnemingen",
            bron="r. 341-343",
        ),
        Onderdeel(
            "beeld",
            _("Beeld van het team"),
            (Veld("beeld", _("Is de verbetering blijvend? Wat vindt het team?"), bron="r. 341-343"),),
            "monitoring.beeld",
            bron="r. 341-343",
        ),
    ),
)
