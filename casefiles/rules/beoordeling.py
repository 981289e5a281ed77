"""What follows from a beoordeling: questions, never a decision, a score or a rank.

Both criteria, zorg and veiligheid, must hold; if either is absent, the person does not belong in the aanpak (hk-2020
intro r.57-59). On uitstroom r.316 says "and" where r.57 says "or" (domain.md A.8 nr 5): so one absent criterion
raises the question, and people answer. Partners may differ, and what differs is shown (§F3b r.333, §3.5 r.471).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from casefiles.stuksoorten.keuzen import Oordeel

from .bezwaren import Bezwaar

Zienswijze = Mapping[str, Any]  # an item of beoordeling.zienswijzen: organisatie, zorg, veiligheid, onderbouwing


@dataclass(frozen=True)
class Vraag:
    """A question to the team, with its source."""

    code: str
    tekst: str
    bron: str


def vragen(zorg: str, veiligheid: str) -> list[Vraag]:
    """What the joint view on the two criteria asks of the team. Values of Oordeel; "" is not answered."""
    found = []
    if Oordeel.NEE in (zorg, veiligheid):
        found.append(
            Vraag(
                "hoort-in-de-aanpak", _("Hoort de persoon (nog) in de aanpak? Bespreek dit met het team."), "r. 57-59"
            )
        )
    for code, value, tekst in (
        ("zorg", zorg, _("Zijn er problemen op leefgebieden? Dat is nog niet duidelijk.")),
        ("veiligheid", veiligheid, _("Is er een risico voor de veiligheid? Dat is nog niet duidelijk.")),
    ):
        if value not in (Oordeel.JA, Oordeel.NEE):
            found.append(Vraag(f"{code}-open", tekst, "r. 57-59"))
    return found


def verschillen(zienswijzen: Iterable[Zienswijze]) -> dict[str, dict[str, list[str]]]:
    """The criteria on which partners differ, and no others: criterion -> answer -> organisations."""
    answers: dict[str, dict[str, list[str]]] = {"zorg": {}, "veiligheid": {}}
    for zienswijze in zienswijzen:
        for criterium, given in answers.items():
            if value := zienswijze.get(criterium):
                given.setdefault(value, []).append(zienswijze.get("organisatie") or "")
    return {criterium: given for criterium, given in answers.items() if len(given) > 1}


def _given(zienswijze: Zienswijze) -> bool:
    return bool(zienswijze.get("zorg") and zienswijze.get("veiligheid"))


def ontbrekende_zienswijzen(zienswijzen: Iterable[Zienswijze], partners: Iterable[str]) -> list[str]:
    """The partners (codes of organisations in the team) that did not give their view on both criteria yet."""
    there = {zienswijze.get("organisatie") for zienswijze in zienswijzen if _given(zienswijze)}
    return [partner for partner in partners if partner not in there]


def zichtbare_zienswijzen(zienswijzen: Iterable[Zienswijze], partners: Collection[str], eigen: str) -> list[Zienswijze]:
    """What a teamlid of organisation `eigen` may read: the own view, and those of others once all partners gave theirs.

    domain.md A.9, row beoordeling. Without an organisation, or one outside the team, nothing.
    """
    if eigen not in partners:
        return []
    all_views = list(zienswijzen)
    if not ontbrekende_zienswijzen(all_views, partners):
        return all_views
    return [zienswijze for zienswijze in all_views if zienswijze.get("organisatie") == eigen]


def bezwaren_bij_evaluatie(beoordeling_van: date | None, evaluatie_van: date | None) -> list[Bezwaar]:
    """Each evaluatie uses the dynamisch beoordelingskader (r.59): a warning when there is no beoordeling of that time.

    How old a beoordeling may be, the source does not say: its date is shown, and the reader judges.
    """
    if beoordeling_van is None:
        return [Bezwaar("geen-beoordeling", _("Leg bij deze evaluatie een beoordeling vast met het kader."), "r. 59")]
    if evaluatie_van is not None and beoordeling_van > evaluatie_van:
        return [Bezwaar("latere-beoordeling", _("Deze beoordeling is van na de evaluatie. Klopt dat?"), "r. 59")]
    return []
