"""Random dossiers, teams, periods, roles, visibility and moments: first on paper, then as rows.

Many cases share one set of rows, so that 20,000 of them take minutes: what costs time is writing rows, not asking.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from hypothesis import strategies as st
from reversion.models import Revision, Version

from accounts.models import User
from accounts.rollen import SiteRol
from casefiles.models import (
    Dossier,
    Dossierversie,
    Noodtoegang,
    Stuk,
    Stukversie,
    Teamlidmaatschap,
    Teamstand,
    Toetsing,
)
from knowledge.handelingskader.models import Leidraadstand

from . import PIKET_HOURS

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
LATEST_EVENT, LATEST = 6, 10  # hours after START: of the last version, of the last moment
USERS, DOSSIERS, MOMENTS = 5, 2, 2
CASES_PER_WORLD = USERS * DOSSIERS * MOMENTS
KINDS = (("plan-van-aanpak", "plan"), ("document", "document"), ("document", "document"))
ROLLEN = ("regisseur", "buddy", "teamlid")
SITE_ROLES = ("programmateam-re", "itat-r", "piket", "regisseurspool", "beheerder", "auditor")


def hour(number: int) -> datetime:
    return START + timedelta(hours=number)


@dataclass(frozen=True)
class Person:
    active: bool
    superuser: bool
    site_roles: frozenset[str]


@dataclass(frozen=True)
class Event:
    """A dossierversie: what it did to which stuk (None for a change of the team), and for whom the stuk then was."""

    at: int
    stuk: int | None
    regie_only: bool
    binned: bool


@dataclass(frozen=True)
class Plot:
    """One dossier: events in order; per user a task (rol, van, tot) and noodtoegang; the state of a submission."""

    events: tuple[Event, ...]
    tasks: tuple[tuple[str, int, int | None] | None, ...]
    second_tasks: tuple[tuple[int, int] | None, ...]  # a task that was over before the first began: (van, tot)
    emergencies: tuple[int | None, ...]
    submission: str | None


@dataclass(frozen=True)
class Script:
    people: tuple[Person, ...]
    plots: tuple[Plot, ...]
    moments: tuple[int, ...]


@st.composite
def _events(draw: st.DrawFn) -> tuple[Event, ...]:
    """The plan first; a stuk that went to the bin stays there, and the plan is never hidden (A.9 has no such plan)."""
    found = [Event(0, 0, False, False)]
    moment, gone = 0, set()
    for _number in range(draw(st.integers(0, 6))):
        moment = min(LATEST_EVENT, moment + draw(st.integers(0, 2)))
        stuk = draw(st.sampled_from([None, 0, 1, 1, 2, 2]))
        if stuk in gone:
            stuk = None
        hidden, binned = (draw(st.booleans()), draw(st.integers(0, 7)) == 0) if stuk else (False, False)
        if stuk is not None and binned and any(event.stuk == stuk for event in found):
            gone.add(stuk)
        else:
            binned = False
        found.append(Event(moment, stuk, hidden, binned))
    return tuple(found)


@st.composite
def _task(draw: st.DrawFn) -> tuple[str, int, int | None] | None:
    if not draw(st.integers(0, 3)):
        return None
    van = draw(st.integers(0, LATEST))
    tot = draw(st.one_of(st.none(), st.none(), st.integers(van, LATEST + 1)))
    return draw(st.sampled_from(["regisseur", "buddy", "teamlid", "teamlid", "teamlid"])), van, tot


@st.composite
def _plot(draw: st.DrawFn) -> Plot:
    tasks = [draw(_task()) for _user in range(USERS)]
    for rol in ("regisseur", "buddy"):  # one at a time, as the database demands
        open_ones = [place for place, task in enumerate(tasks) if task and task[0] == rol and task[2] is None]
        for place in open_ones[1:]:
            tasks[place] = (rol, tasks[place][1], tasks[place][1] + 1)  # type: ignore[index]
    second = [draw(st.one_of(st.none(), st.tuples(st.integers(0, 2), st.integers(2, 3)))) for _user in tasks]
    emergencies = [draw(st.one_of(st.none(), st.integers(2, LATEST))) for _user in tasks]
    submission = draw(st.sampled_from([None, "open", "beantwoord", "ingetrokken"]))
    return Plot(draw(_events()), tuple(tasks), tuple(second), tuple(emergencies), submission)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A whole world on paper."""
    site_roles = st.frozensets(st.sampled_from(SITE_ROLES), max_size=2)
    people = tuple(Person(draw(st.integers(0, 9)) > 0, draw(st.booleans()), draw(site_roles)) for _user in range(USERS))
    moments = tuple(draw(st.integers(LATEST_EVENT, LATEST)) for _moment in range(MOMENTS))
    return Script(people, tuple(draw(_plot()) for _dossier in range(DOSSIERS)), moments)


@dataclass
class Staged:
    """A script as rows."""

    script: Script
    users: list[User] = field(default_factory=list)
    dossiers: list[Dossier] = field(default_factory=list)
    stukken: list[list[Stuk | None]] = field(default_factory=list)
    groups: dict[str, Group] = field(default_factory=dict)


@contextmanager
def staged(script: Script) -> Iterator[Staged]:
    """The rows of a script, undone afterwards. They are written straight: the acts would take many times as long."""
    with transaction.atomic():
        yield _stage(script)
        transaction.set_rollback(True)


def _stage(script: Script) -> Staged:
    stage = Staged(script)
    stage.groups = {group.name: group for group in Group.objects.filter(name__in=[rol.value for rol in SiteRol])}
    stage.users = User.objects.bulk_create(
        [
            User(username=f"proef{place}", naam=f"Proef {place}", is_active=p.active, is_superuser=p.superuser)
            for place, p in enumerate(script.people)
        ]
    )
    memberships = [
        User.groups.through(user_id=user.pk, group_id=stage.groups[rol].pk)
        for user, person in zip(stage.users, script.people, strict=True)
        for rol in person.site_roles
    ]
    User.groups.through.objects.bulk_create(memberships)
    stage.dossiers = Dossier.objects.bulk_create([Dossier(laatste_versie=len(p.events)) for p in script.plots])
    Dossier.objects.filter(pk__in=[d.pk for d in stage.dossiers]).update(aangemaakt_op=START)
    guidance, _made = Leidraadstand.objects.get_or_create(hash="0" * 64, defaults={"regels": []})
    team, _made = Teamstand.objects.get_or_create(hash="0" * 64, defaults={"leden": []})
    for dossier, plot in zip(stage.dossiers, script.plots, strict=True):
        _stage_plot(stage, dossier, plot, guidance, team)
    return stage


def _stage_plot(stage: Staged, dossier: Dossier, plot: Plot, guidance: Leidraadstand, team: Teamstand) -> None:
    writer = stage.users[0]
    last = {event.stuk: event for event in plot.events if event.stuk is not None}
    numbers = {event.stuk: place for place, event in enumerate(plot.events, start=1) if event.stuk is not None}
    stukken: list[Stuk | None] = [None] * len(KINDS)
    made = Stuk.objects.bulk_create(
        [
            Stuk(
                dossier=dossier,
                soort=KINDS[place][0],
                kenmerk=f"stuk-{place}",
                titel=f"Stuk {place}",
                fase=1,
                zichtbaarheid="regisseurs" if event.regie_only else "team",
                weg_op=hour(event.at) if event.binned else None,
                gewijzigd_op=hour(event.at),
                gewijzigd_door=writer,
                gewijzigd_in=numbers[place],
            )
            for place, event in sorted(last.items())
        ]
    )
    for stuk in made:
        stukken[int(stuk.kenmerk.removeprefix("stuk-"))] = stuk
    stage.stukken.append(stukken)
    _stage_versions(dossier, plot, stukken, writer, guidance, team)
    users = stage.users
    rows = [
        Teamlidmaatschap(
            dossier=dossier,
            gebruiker=users[place],
            rol=task[0],
            van=hour(task[1]),
            tot=hour(task[2]) if task[2] is not None else None,
        )
        for place, task in enumerate(plot.tasks)
        if task
    ]
    rows += [
        Teamlidmaatschap(dossier=dossier, gebruiker=users[place], rol="teamlid", van=hour(task[0]), tot=hour(task[1]))
        for place, task in enumerate(plot.second_tasks)
        if task
    ]
    Teamlidmaatschap.objects.bulk_create(rows)
    Noodtoegang.objects.bulk_create(
        [
            Noodtoegang(
                dossier=dossier,
                gebruiker=users[place],
                reden="Acuut gevaar.",
                van=hour(start),
                tot=hour(start) + PIKET_HOURS,
            )
            for place, start in enumerate(plot.emergencies)
            if start is not None
        ]
    )
    if plot.submission:
        versie = Dossierversie.objects.get(dossier=dossier, nummer=1)
        toetsing = Toetsing.objects.create(dossier=dossier, stuk=stukken[0], versie=versie, stand=plot.submission)
        Toetsing.objects.filter(pk=toetsing.pk).update(gevraagd_op=hour(0))


def _stage_versions(
    dossier: Dossier,
    plot: Plot,
    stukken: list[Stuk | None],
    writer: User,
    guidance: Leidraadstand,
    team: Teamstand,
) -> None:
    content_type = ContentType.objects.get_for_model(Stuk)
    revisions = Revision.objects.bulk_create(
        [Revision(date_created=hour(event.at), user=writer, comment="proef") for event in plot.events]
    )
    versies = Dossierversie.objects.bulk_create(
        [
            Dossierversie(
                dossier=dossier,
                nummer=place,
                moment=hour(event.at),
                auteur=writer,
                soort="team" if event.stuk is None else "stuk",
                reden="Proef.",
                fase=1,
                revisie=revision,
                leidraadstand=guidance,
                teamstand=team,
                vorige_hash="0" * 64,
                hash="0" * 64,
            )
            for place, (event, revision) in enumerate(zip(plot.events, revisions, strict=True), start=1)
        ]
    )
    changes = [(e, r, v) for e, r, v in zip(plot.events, revisions, versies, strict=True) if e.stuk is not None]
    stored = Version.objects.bulk_create(
        [
            Version(
                revision=revision,
                object_id=str(stukken[event.stuk].pk),  # type: ignore[index, union-attr]
                content_type=content_type,
                db="default",
                format="json",
                object_repr="proef",
                serialized_data=_stored(event, stukken[event.stuk]),  # type: ignore[index, arg-type]
            )
            for event, revision, _versie in changes
        ]
    )
    seen: set[int | None] = set()
    rows = []
    for (event, _revision, versie), opslag in zip(changes, stored, strict=True):
        wijziging = "weg" if event.binned else "gewijzigd" if event.stuk in seen else "toegevoegd"
        seen.add(event.stuk)
        rows.append(
            Stukversie(
                versie=versie,
                stuk=stukken[event.stuk],  # type: ignore[index]
                nummer=versie.nummer,
                wijziging=wijziging,
                opslag=opslag,
                hash="0" * 64,
            )
        )
    Stukversie.objects.bulk_create(rows)


def _stored(event: Event, stuk: Stuk) -> str:
    fields = {
        "soort": stuk.soort,
        "kenmerk": stuk.kenmerk,
        "titel": stuk.titel,
        "inhoud": {},
        "schema": 1,
        "fase": 1,
        "zichtbaarheid": "regisseurs" if event.regie_only else "team",
        "weg_op": None,
    }
    return json.dumps([{"fields": fields}])
