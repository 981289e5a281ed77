"""Table A.9 of domain.md: who may see and do what. Plain values; `casefiles.access` asks it and nothing else decides.

What does not stand here is for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum

from casefiles.choices import Rol


class Recht(IntEnum):
    """How much of a row someone gets; a higher one holds the lower ones."""

    GEEN = 0
    ALLEEN_KERN = 1  # the name of the persoon, the date of a letter, date and fase of a transition
    INGEDIEND = 2  # only as part of what was submitted
    LEZEN_VANAF_PERIODE = 3  # from the start of one's own period
    LEZEN = 4
    SCHRIJVEN = 5


class Zaak(StrEnum):
    """The rows of the table."""

    OMSLAG = "omslag"  # number, fase, regisseur, buddy
    TOEWIJZEN = "toewijzen"  # naming and replacing regisseur and buddy
    TEAM = "team"  # the team of the dossier
    TOEGANG = "toegang"  # who may see the dossier, and why
    PERSOON = "persoon"
    PLAN = "plan"
    VERSLAG = "verslag"
    BEOORDELING = "beoordeling"
    UITSTROOMVOORSTEL = "uitstroomvoorstel"
    WERKNOTITIE = "werknotitie"  # with contactmoment and notificatiebrief
    DOCUMENT = "document"  # with quick win, gebeurtenis, weging, doorbraakoverleg
    ADVIES = "advies"
    FASE_OVERGANG = "fase-overgang"
    DOSSIERVERSIE = "dossierversie"
    EXPORT = "export"
    INZAGELOG = "inzagelog"


_REGIE = {Rol.REGISSEUR: Recht.SCHRIJVEN, Rol.BUDDY: Recht.SCHRIJVEN}

MATRIX: dict[Zaak, dict[Rol, Recht]] = {
    Zaak.OMSLAG: {
        **_REGIE,
        Rol.TEAMLID: Recht.LEZEN,
        Rol.ITAT_R: Recht.INGEDIEND,
        Rol.PROGRAMMATEAM: Recht.LEZEN,
        Rol.PIKET: Recht.LEZEN,
    },
    Zaak.TOEWIJZEN: {Rol.PROGRAMMATEAM: Recht.SCHRIJVEN},
    Zaak.TEAM: {
        Rol.REGISSEUR: Recht.SCHRIJVEN,
        Rol.BUDDY: Recht.LEZEN,
        Rol.TEAMLID: Recht.LEZEN,
        Rol.PIKET: Recht.LEZEN,
    },
    Zaak.TOEGANG: {Rol.REGISSEUR: Recht.LEZEN, Rol.BUDDY: Recht.LEZEN},
    Zaak.PERSOON: {**_REGIE, Rol.TEAMLID: Recht.ALLEEN_KERN, Rol.ITAT_R: Recht.INGEDIEND, Rol.PIKET: Recht.LEZEN},
    Zaak.PLAN: {**_REGIE, Rol.TEAMLID: Recht.LEZEN, Rol.ITAT_R: Recht.INGEDIEND, Rol.PIKET: Recht.LEZEN},
    Zaak.VERSLAG: {**_REGIE, Rol.TEAMLID: Recht.LEZEN_VANAF_PERIODE, Rol.PIKET: Recht.LEZEN},
    Zaak.BEOORDELING: {**_REGIE, Rol.PIKET: Recht.LEZEN},
    Zaak.UITSTROOMVOORSTEL: {
        **_REGIE,
        Rol.TEAMLID: Recht.LEZEN,
        Rol.ITAT_R: Recht.INGEDIEND,
        Rol.PIKET: Recht.LEZEN,
    },
    Zaak.WERKNOTITIE: {**_REGIE, Rol.PIKET: Recht.LEZEN},
    Zaak.DOCUMENT: {
        **_REGIE,
        Rol.TEAMLID: Recht.LEZEN_VANAF_PERIODE,
        Rol.ITAT_R: Recht.INGEDIEND,
        Rol.PIKET: Recht.LEZEN,
    },
    Zaak.ADVIES: {**_REGIE, Rol.TEAMLID: Recht.LEZEN, Rol.ITAT_R: Recht.SCHRIJVEN, Rol.PIKET: Recht.LEZEN},
    Zaak.FASE_OVERGANG: {
        **_REGIE,
        Rol.TEAMLID: Recht.LEZEN_VANAF_PERIODE,
        Rol.ITAT_R: Recht.INGEDIEND,
        Rol.PROGRAMMATEAM: Recht.ALLEEN_KERN,
        Rol.PIKET: Recht.LEZEN,
    },
    Zaak.DOSSIERVERSIE: {**_REGIE, Rol.TEAMLID: Recht.LEZEN_VANAF_PERIODE, Rol.PIKET: Recht.LEZEN},
    Zaak.EXPORT: {**_REGIE},
    Zaak.INZAGELOG: {Rol.REGISSEUR: Recht.LEZEN, Rol.BUDDY: Recht.LEZEN},
}


def recht_op(zaak: Zaak, rollen: Iterable[Rol]) -> Recht:
    """The highest right that these roles give on this row; an unknown role gives none."""
    row = MATRIX.get(zaak, {})
    return max((row.get(rol, Recht.GEEN) for rol in rollen), default=Recht.GEEN)
