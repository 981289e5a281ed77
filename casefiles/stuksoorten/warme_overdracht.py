"""The warme overdracht: to the body that gives nazorg (hk-2020 §F3b r.345), or to the new gemeente (§F3c r.349,
r.317-319).

What the programmateam R&E gets on a move is the overdrachtsblad alone (domain.md E): number, fase, who, where to,
date. The system knows the first three; `ontvanger` and `overgedragen_op` give the others.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Ontvanger, opties

WARME_OVERDRACHT = Stuksoort(
    code="warme-overdracht",
    label=_("Warme overdracht"),
    schema=1,
    zaak="document",
    onderdelen=(
        Onderdeel(
            "ontvanger",
            _("Ontvanger"),
            (
                Veld("soort", _("Aan wie draag je over?"), Veldsoort.KEUZE, opties=opties(Ontvanger)),
                Veld("ontvanger", _("Welke instantie of gemeente?"), Veldsoort.REGEL, bron="r. 345, 349"),
                Veld("wie", _("Met wie heb je contact, in welke rol?"), Veldsoort.REGEL),
            ),
            "warme-overdracht.ontvanger",
            bron="r. 345, 349",
        ),
        Onderdeel(
            "inhoud",
            _("Wat je overdraagt"),
            (
                Veld("nodig", _("Wat heeft de persoon nog nodig?"), bron="r. 345"),
                Veld("informatie", _("Welke informatie geef je mee?"), hint=_("Geef niet meer dan nodig is.")),
                Veld("grond", _("Op welke grond deel je die?"), bron="r. 397-402"),
            ),
            "warme-overdracht.inhoud",
            bron="r. 345, 397-402",
        ),
        Onderdeel(
            "overdracht",
            _("Overdracht en nazorg"),
            (
                Veld("gesprek", _("Wie waren bij het gesprek, en wat spraken jullie af?"), bron="r. 345, 349"),
                Veld("persoon", _("Wat weet de persoon, en wat wil de persoon zelf?"), bron="r. 345"),
                Veld("overgedragen_op", _("Overgedragen op"), Veldsoort.DATUM, hint=_("Dag, maand en jaar.")),
                Veld(
                    "nazorg", _("Wie kijkt of de zorg echt op gang komt, en wanneer?"), verplicht=False, bron="r. 345"
                ),
            ),
            "warme-overdracht.overdracht",
            bron="r. 345, 349",
        ),
    ),
)
