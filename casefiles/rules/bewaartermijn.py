"""How long something is kept, and what stands in the way of destroying it.

The legal term was not found (domain.md D; F 1), and when it begins is not in the source (A.5, formal start): term,
legal source and first day come from the caller. A term that is not set keeps everything: destruction is off until
someone decides, with its source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _

from .bezwaren import Bezwaar
from .maanden import plus_maanden


class Eenheid(StrEnum):
    DAGEN = "dagen"
    MAANDEN = "maanden"
    JAREN = "jaren"


@dataclass(frozen=True)
class Bewaartermijn:
    """A term and the law or rule that it rests on. Either one empty: not decided."""

    aantal: int | None = None
    eenheid: Eenheid = Eenheid.JAREN
    grondslag: str = ""

    @property
    def besloten(self) -> bool:
        return self.aantal is not None and self.aantal >= 0 and bool(self.grondslag.strip())


@dataclass(frozen=True)
class Bewaarplicht:
    """A hold: keep this whatever the term says, with who asked for it and why. Without `tot` until it is lifted."""

    reden: str
    vanaf: date
    tot: date | None = None

    def geldt(self, today: date) -> bool:
        """On the day `tot` itself it still holds."""
        return self.vanaf <= today and (self.tot is None or today <= self.tot)


def einddatum(begin: date | None, bewaartermijn: Bewaartermijn) -> date | None:
    """The last day on which it is kept; None while the term or its first day is not decided.

    A term beyond the calendar ends on its last day: it keeps, and never fails.
    """
    if begin is None or not bewaartermijn.besloten or bewaartermijn.aantal is None:
        return None
    try:
        match bewaartermijn.eenheid:
            case Eenheid.DAGEN:
                return begin + timedelta(days=bewaartermijn.aantal)
            case Eenheid.MAANDEN:
                return plus_maanden(begin, bewaartermijn.aantal)
            case Eenheid.JAREN:
                return plus_maanden(begin, 12 * bewaartermijn.aantal)
    except (ValueError, OverflowError):
        return date.max


def bezwaren(
    begin: date | None, bewaartermijn: Bewaartermijn, bewaarplicht: Bewaarplicht | None, today: date
) -> list[Bezwaar]:
    """Why this may not be on a list for destruction; nothing means that it may. Each one is a stop."""
    found = []
    if not bewaartermijn.besloten:
        tekst = _("Er is nog geen bewaartermijn met een wettelijke grondslag. Vernietigen staat uit.")
        found.append(_stop("geen-termijn", tekst))
    elif (einde := einddatum(begin, bewaartermijn)) is None:
        found.append(_stop("geen-begin", _("De eerste dag van de termijn is niet bekend.")))
    elif today <= einde:
        found.append(_stop("loopt-nog", _("De bewaartermijn loopt nog.")))
    if bewaarplicht is not None and bewaarplicht.geldt(today):
        found.append(_stop("bewaarplicht", _("Er geldt een bewaarplicht. Vernietigen kan niet.")))
    return found


@dataclass(frozen=True)
class Vernietiging:
    """How far a destruction is: who proposed it, who confirmed, and what that second person typed. Users by kenmerk."""

    voorgesteld_door: str
    bevestigd_door: str = ""
    getypt: str = ""
    bevestigd_op: date | None = None


def uitvoer_bezwaren(vernietiging: Vernietiging, nummer: str, wachtdagen: int | None, today: date) -> list[Bezwaar]:
    """What is missing before a destruction is carried out, beside `bezwaren` of that same day. Each one is a stop.

    List, second person, the number typed over, days of waiting (issue 6, point 8). `wachtdagen` None: not decided.
    """
    if not vernietiging.bevestigd_door or vernietiging.bevestigd_op is None:
        return [_stop("niet-bevestigd", _("Een tweede persoon heeft dit nog niet bevestigd."))]
    found = []
    if vernietiging.bevestigd_door == vernietiging.voorgesteld_door:
        found.append(_stop("zelfde-persoon", _("Wie het voorstelt, kan het niet ook bevestigen.")))
    if vernietiging.getypt.strip().upper() != nummer:
        found.append(_stop("ander-nummer", _("Het getypte nummer is niet dat van dit dossier.")))
    if wachtdagen is None:
        found.append(_stop("geen-wachttijd", _("Er is nog geen aantal wachtdagen vastgesteld.")))
    elif today < vernietiging.bevestigd_op + timedelta(days=wachtdagen):
        found.append(_stop("wachttijd", _("De wachtdagen zijn nog niet voorbij.")))
    return found


def _stop(code: str, tekst: str) -> Bezwaar:
    return Bezwaar(code, tekst, stopt=True)
