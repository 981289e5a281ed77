"""The oracle beside `casefiles.access`: where they do not say the same.

A case is one person, one dossier and one moment; it asks for the list, the detail, every stuk, every old version
and search.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from unittest import mock

from hypothesis import HealthCheck, Phase, given, seed, settings

from accounts.models import User
from casefiles import access
from casefiles.models import Dossier, Stukversie
from casefiles.versions import reading

from . import Change, Someone, Task, finds_stuk, opens_version, reads_old, reads_stuk, sees_number
from .cases import CASES_PER_WORLD, KINDS, Event, Script, Staged, hour, scripts, staged


def run(cases: int, start: int = 0) -> tuple[int, list[Difference]]:
    """At least this many random cases; gives how many there were and every difference. `start` chooses which."""
    found: list[Difference] = []
    worlds = 0

    @seed(start)
    @settings(
        max_examples=-(-cases // CASES_PER_WORLD),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(scripts())
    def try_one(script: Script) -> None:
        nonlocal worlds
        worlds += 1
        with staged(script) as stage:
            found.extend(differences(stage))

    try_one()
    return worlds * CASES_PER_WORLD, found


@dataclass(frozen=True)
class Difference:
    surface: str
    who: str
    access_says: object
    oracle_says: object


def differences(stage: Staged) -> list[Difference]:
    """All cases of a stage: each person, each dossier, each moment."""
    found: list[Difference] = []
    for moment in stage.script.moments:
        now = hour(moment)
        with mock.patch("django.utils.timezone.now", return_value=now):
            for place, user in enumerate(stage.users):
                fresh = User.objects.get(pk=user.pk)
                listed = set(access.dossiers_visible_to(fresh).values_list("pk", flat=True))
                asked = access.principals_for(fresh)
                for number, dossier in enumerate(stage.dossiers):
                    found += _Case(stage, place, number, now).ask(fresh, dossier, dossier.pk in listed, asked)
    return found


@dataclass
class _Case:
    stage: Staged
    place: int
    number: int
    now: datetime

    def __post_init__(self) -> None:
        self.plot = self.stage.script.plots[self.number]
        person = self.stage.script.people[self.place]
        first, second = self.plot.tasks[self.place], self.plot.second_tasks[self.place]
        tasks = [Task(first[0], hour(first[1]), hour(first[2]) if first[2] is not None else None)] if first else []
        if second:
            tasks.append(Task("teamlid", hour(second[0]), hour(second[1])))
        start = self.plot.emergencies[self.place]
        self.someone = Someone(
            active=person.active,
            site_roles=person.site_roles,
            tasks=tuple(tasks),
            emergencies=(hour(start),) if start is not None else (),
            submitted=self.plot.submission in ("open", "beantwoord"),
        )

    def ask(self, user: User, dossier: Dossier, listed: bool, asked: list[access.Principal]) -> Iterator[Difference]:
        who = f"{self.someone} at {self.now:%H:%M}"
        expected = sees_number(self.someone, self.now)
        if listed != expected:
            yield Difference("list", who, listed, expected)
        try:
            toegang = access.get_dossier(user, dossier.nummer)
        except Dossier.DoesNotExist:
            toegang = None
        if (toegang is not None) != expected:
            yield Difference("detail", who, toegang is not None, expected)
        last = self._last()
        for name, wanted, answered in (
            ("stuk", self._stukken(last), self._readable(toegang)),
            ("search", self._findable(last), self._found(asked)),
        ):
            if wanted != answered:
                yield Difference(name, who, answered, wanted)
        if toegang is not None:
            yield from self._old(toegang, last, who)

    def _last(self) -> dict[int, Event]:
        return {event.stuk: event for event in self.plot.events if event.stuk is not None}

    def _readable(self, toegang: access.Toegang | None) -> set[str]:
        return set(access.stukken_visible_to(toegang).values_list("kenmerk", flat=True)) if toegang else set()

    def _stukken(self, last: dict[int, Event]) -> set[str]:
        return {
            f"stuk-{place}"
            for place, event in last.items()
            if reads_stuk(
                self.someone,
                KINDS[place][1],
                regie_only=event.regie_only,
                registered=hour(event.at),
                binned=event.binned,
                now=self.now,
            )
        }

    def _findable(self, last: dict[int, Event]) -> set[str]:
        return {
            f"stuk-{place}"
            for place, event in last.items()
            if finds_stuk(
                self.someone,
                KINDS[place][1],
                regie_only=event.regie_only,
                registered=hour(event.at),
                binned=event.binned,
                now=self.now,
            )
        }

    def _found(self, asked: list[access.Principal]) -> set[str]:
        """What the index would give for these principals; what lies in the bin is not in it."""
        return {
            stuk.kenmerk
            for stuk in self.stage.stukken[self.number]
            if stuk is not None
            and stuk.weg_op is None
            and any(
                principal.naam in access.principals_of_stuk(stuk)
                and (principal.vanaf is None or stuk.gewijzigd_op >= principal.vanaf)
                for principal in asked
            )
        }

    def _old(self, toegang: access.Toegang, last: dict[int, Event], who: str) -> Iterator[Difference]:
        opened = {versie.nummer: versie for versie in access.versies_in_tijdlijn(toegang)}
        for number, event in enumerate(self.plot.events, start=1):
            moment = hour(event.at)
            may_open = opens_version(self.someone, moment, _change(event, last), self.now)
            if (number in opened) != may_open:
                yield Difference("version", who, number in opened, may_open)
            wanted: set[str] = set()
            if number in opened:
                given = {stuk.kenmerk for stuk in reading.stukken_in(toegang, opened[number])}
                wanted = self._in_version(number, moment, last)
                if given != wanted:
                    yield Difference("old version", who, given, wanted)
            if number == len(self.plot.events):
                yield from self._one_by_one(toegang, number, wanted, who)

    def _one_by_one(self, toegang: access.Toegang, number: int, wanted: set[str], who: str) -> Iterator[Difference]:
        for stuk in filter(None, self.stage.stukken[self.number]):
            try:
                reading.stuk_in(toegang, stuk, number)
                given = True
            except Stukversie.DoesNotExist:
                given = False
            if given != (stuk.kenmerk in wanted):
                yield Difference("old stuk", who, given, stuk.kenmerk in wanted)

    def _in_version(self, number: int, moment: datetime, last: dict[int, Event]) -> set[str]:
        so_far = {event.stuk: event for event in self.plot.events[:number] if event.stuk is not None}
        return {
            f"stuk-{place}"
            for place, then in so_far.items()
            if not then.binned
            and reads_old(
                self.someone,
                KINDS[place][1],
                regie_only_then=then.regie_only,
                regie_only_now=last[place].regie_only,
                binned_now=last[place].binned,
                registered=hour(then.at),
                seen_in=moment,
                now=self.now,
            )
        }


def _change(event: Event, last: dict[int, Event]) -> Change | None:
    """What this event is to the oracle."""
    if event.stuk is None:
        return None
    now = last[event.stuk]
    return Change(KINDS[event.stuk][1], event.regie_only, now.regie_only, now.binned)
