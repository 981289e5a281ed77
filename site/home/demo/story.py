"""The story of the demo, told through the same acts that people use, each at its own moment in the past months."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from unittest import mock

from django.utils import timezone

from accounts.models import User
from casefiles import access
from casefiles.actions import openen as opening
from casefiles.actions import stuk as stukken
from casefiles.actions import team as teams
from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.choices import Zichtbaarheid
from casefiles.models import Dossier, Organisatie, Stuk
from casefiles.stuksoorten import Inhoud
from knowledge.fases import Fase

from . import texts


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let every act inside happen at this moment. For the demo alone: it has to have a past."""
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield


@dataclass
class Story:
    """The users by name, and the acts as (days ago, what) in the order in which they happened."""

    users: dict[str, User]
    now: datetime

    def __post_init__(self) -> None:
        self.dossiers: dict[str, Dossier] = {}

    def acts(self) -> list[tuple[int, Callable[[], None]]]:
        found = [*self._main(), *self._first(), *self._last(), *self._colleague()]
        return sorted(found, key=lambda act: -act[0])

    def tell(self) -> Iterator[int]:
        """Do all acts; yields the number done after each, for a progress bar."""
        for done, (days_ago, act) in enumerate(self.acts(), start=1):
            with at(self.now - timedelta(days=days_ago, minutes=-done)):
                act()
            yield done

    # -- acts --------------------------------------------------------------------------------------------------

    def _access(self, key: str, who: str = "regisseur") -> access.Toegang:
        return access.get_dossier(self.users[who], self.dossiers[key].nummer)

    def _open(self, key: str, persoon: str, regisseur: str, buddy: str | None) -> Callable[[], None]:
        def act() -> None:
            self.dossiers[key] = opening.openen(
                self.users["programmateam"],
                persoon_naam=persoon,
                regisseur=self.users[regisseur],
                buddy=self.users[buddy] if buddy else None,
                reden="Toegewezen na de weging.",
                gestart_op=timezone.localdate(),
            )

        return act

    def _join(self, key: str, lid: str, organisatie: str, talenten: str, who: str = "regisseur") -> Callable[[], None]:
        def act() -> None:
            teams.teamlid_toevoegen(
                self._access(key, who),
                self.users[lid],
                Organisatie.objects.get(code=organisatie),
                reden="Nodig voor het plan.",
                talenten=talenten,
            )

        return act

    def _plan(self, key: str, content: Callable[[], Inhoud], reden: str, who: str = "regisseur") -> Callable[[], None]:
        def act() -> None:
            toegang = self._access(key, who)
            stuk = Stuk.objects.filter(dossier=toegang.dossier, soort="plan-van-aanpak").first()
            if stuk is None:
                stukken.toevoegen(toegang, "plan-van-aanpak", reden=reden, inhoud=content())
            else:
                stukken.opslaan(toegang, stuk, content(), reden=reden, basis=stuk.gewijzigd_in)

        return act

    def _document(
        self, key: str, titel: str, tekst: str, *labels: str, zichtbaarheid: Zichtbaarheid = Zichtbaarheid.TEAM
    ) -> Callable[[], None]:
        def act() -> None:
            stukken.toevoegen(
                self._access(key),
                "document",
                reden="Vastgelegd na het overleg.",
                inhoud=texts.document(titel, tekst, *labels),
                zichtbaarheid=zichtbaarheid,
            )

        return act

    def _fase(self, key: str, fase: Fase, reden: str, doelen: str, verteld: str) -> Callable[[], None]:
        def act() -> None:
            fase_overgaan(
                self._access(key), fase, datum=timezone.localdate(), reden=reden, doelen=doelen, verteld=verteld
            )

        return act

    def _restore(self, key: str, back_to: int, reden: str, who: str) -> Callable[[], None]:
        def act() -> None:
            toegang = self._access(key, who)
            stuk = Stuk.objects.get(dossier=toegang.dossier, soort="plan-van-aanpak")
            stukken.herstellen(toegang, stuk, back_to, reden=reden)

        return act

    # -- dossiers ----------------------------------------------------------------------------------------------

    def _main(self) -> list[tuple[int, Callable[[], None]]]:
        """Fase 2: a whole team, many versions, one restore."""
        today = timezone.localtime(self.now).date()

        def other_course() -> Inhoud:
            return {**texts.plan_fase_2(today), "koers": {"tekst": "Direct beginnen met werk."}}

        return [
            (316, self._open("hoofd", "Persoon A", "regisseur", "buddy")),
            (312, self._plan("hoofd", texts.plan_fase_1, "Begin van het plan van aanpak.")),
            (300, self._join("hoofd", "teamlid", "politie", "Rustig in gesprek, kent de buurt")),
            (299, self._join("hoofd", "ggd", "ggd", "Motiverende gespreksvoering")),
            (298, self._join("hoofd", "reclassering", "reclassering", "Kent de regels van toezicht")),
            (297, self._join("hoofd", "oov", "oov", "Weet de weg in het stadhuis")),
            (
                280,
                self._document(
                    "hoofd",
                    "Afspraken eerste UVO",
                    "We bellen elkaar voor we iets delen met een ander.\n\n- Verslag binnen een week\n- De GGD houdt de talenten bij",
                    "uvo",
                    "spelregels",
                ),
            ),
            (
                69,
                self._fase(
                    "hoofd",
                    Fase.FASE_2,
                    "Het team heeft een gedeeld beeld en een plan.",
                    "Vast contact, en een ritme van drie dagen per week.",
                    "In een gesprek thuis verteld wat het plan is en wie wat doet.",
                ),
            ),
            (60, self._plan("hoofd", lambda: texts.plan_fase_2(today), "Plan voor de tweede fase, na het UVO.")),
            (40, self._plan("hoofd", other_course, "Geprobeerd: sneller naar werk.", "buddy")),
            (6, self._restore("hoofd", 9, "Te snel: terug naar de koers van het UVO.", "regisseur")),
            (
                5,
                self._document(
                    "hoofd",
                    "Werknotitie",
                    "Let op het verschil van mening over de familie. Bespreken met de buddy voor het volgende UVO.",
                    zichtbaarheid=Zichtbaarheid.REGISSEURS,
                ),
            ),
        ]

    def _first(self) -> list[tuple[int, Callable[[], None]]]:
        """Fase 1: just begun, no buddy yet."""
        return [
            (20, self._open("begin", "Persoon C", "regisseur", None)),
            (12, self._plan("begin", texts.plan_fase_1, "Begin van het plan van aanpak.")),
        ]

    def _last(self) -> list[tuple[int, Callable[[], None]]]:
        """Fase 3: letting go."""
        today = timezone.localtime(self.now).date()
        return [
            (700, self._open("eind", "Persoon B", "regisseur", "buddy")),
            (690, self._plan("eind", texts.plan_fase_1, "Begin van het plan van aanpak.")),
            (680, self._join("eind", "teamlid", "politie", "")),
            (679, self._join("eind", "ggd", "ggd", "")),
            (500, self._fase("eind", Fase.FASE_2, "Het plan is klaar.", "Werk en rust.", "Verteld in een gesprek.")),
            (
                34,
                self._fase(
                    "eind",
                    Fase.FASE_3,
                    "Geen signalen sinds veertien maanden; het team ziet uitstroom in zicht.",
                    "Afbouwen en loslaten, met een warme overdracht.",
                    "Verteld dat het team toewerkt naar het einde van de aanpak.",
                ),
            ),
            (30, self._plan("eind", lambda: texts.plan_fase_3(today), "Plan voor de derde fase.")),
        ]

    def _colleague(self) -> list[tuple[int, Callable[[], None]]]:
        """A dossier of another regisseur: none of the others may find it."""
        return [
            (90, self._open("ander", "Persoon D", "collega", "buddy")),
            (85, self._plan("ander", texts.plan_fase_1, "Begin van het plan van aanpak.", "collega")),
        ]
