"""A site with two dossiers, told through the acts that people use, with a canary in every text of them.

Alfa has a regisseur, a buddy, a teamlid, someone whose task ended, a noodtoegang that ended and a submission that was
withdrawn. Bravo belongs to another regisseur. Who may read what is worked out by `tests.access.oracle`, never by the
code that is under test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, Page, Site

from accounts.models import User
from accounts.rollen import SiteRol
from casefiles import stuksoorten
from casefiles.actions import openen as opening
from casefiles.actions import team as teams
from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.actions.noodtoegang import noodtoegang_nemen
from casefiles.actions.persoon import persoon_bijwerken
from casefiles.models import Dossierversie, Organisatie, Stukversie, Teamlidmaatschap, Toetsing
from home.demo.people import ensure_people
from home.demo.story import at
from home.inrichting import ensure
from knowledge.fases import Fase
from meldingen.notify import notify
from search.models import Synoniem, Zoekvraag

from . import oracle
from .guidance import load_admin_things, load_guidance
from .identities import ALFA, BRAVO, IDENTITIES
from .telling import Telling
from .world import (
    EVERYWHERE,
    EXLID,
    EXLID_ENDS,
    FASE_2,
    FASE_3,
    HIDDEN,
    OPENED,
    PERSOON,
    PIKET,
    PLAN_1,
    PLAN_2,
    PLAN_3,
    SHOWN,
    TEAMLID,
    TYPING,
    World,
)


def build() -> World:
    """Make the whole world in the present database, within the caller's transaction."""
    world = World(timezone.now())
    ensure()
    world.ids.update(load_guidance())
    world.users = ensure_people()
    for username, naam, rollen in (
        ("opperbeheer", "O. Perbeheer", ()),
        ("exlid", "X. Lidgeweest", ()),
        ("piketwas", "W. Piketgeweest", (SiteRol.PIKET,)),
    ):
        user = User.objects.create(username=username, naam=naam, email=f"{username}@voorbeeld.invalid")
        user.set_unusable_password()
        user.is_superuser = username == "opperbeheer"
        user.save()
        user.groups.set(Group.objects.filter(name__in=[rol.value for rol in rollen]))
        world.users[username] = user
    _tell(world, ALFA, "regisseur", "buddy")
    _tell(world, BRAVO, "collega", None)
    _ids(world)
    return world


def _ids(world: World) -> None:
    """What the table of addresses needs beside the dossiers."""
    regisseur = world.users["regisseur"]
    word = world.canaries.mint("zoekvraag van de regisseur", {"regisseur"})
    plan = world.stukken[f"{ALFA}.plan"]
    world.ids.update(
        load_admin_things(world.users["opperbeheer"], Page.objects.get(pk=world.ids["page"])),
        collection=Collection.get_first_root_node().add_child(name="Proef").pk,
        site=Site.objects.get().pk,
        zoekvragen=[
            Zoekvraag.objects.create(gebruiker=regisseur, tekst=word).kenmerk,
            *(Zoekvraag.objects.create(gebruiker=user, tekst=EVERYWHERE).kenmerk for user in _visitors(world)),
        ],
        sought=next(word for word, canary in world.canaries.words.items() if "plan (versie 3), koers" in canary.place),
        versies=[
            _number_at(world, moment)
            for moment in (world.ago(PLAN_1), world.ago(HIDDEN), world.ago(SHOWN) + timedelta(hours=1), world.now)
        ],
        plan_versies=sorted(Stukversie.objects.filter(stuk=plan).values_list("nummer", flat=True)),
    )
    Synoniem.objects.create(woorden="proef\ntest", bron="r.1")


def _number_at(world: World, moment: datetime) -> int:
    """The number of the dossierversie of alfa that was in force at this moment."""
    return Dossierversie.objects.filter(dossier=world.dossiers[ALFA], moment__lte=moment).latest("nummer").nummer


def _visitors(world: World) -> list[User]:
    return [world.users[identity.username] for identity in IDENTITIES if identity.username]


def _tell(world: World, key: str, who: str, buddy: str | None) -> None:
    story, users = Telling(world, key, who), world.users
    with at(world.ago(OPENED)):
        old_name = story.word("eerdere naam van de persoon")
        world.dossiers[key] = opening.openen(
            users["programmateam"],
            persoon_naam=f"Persoon {old_name}",
            regisseur=users[who],
            buddy=users[buddy] if buddy else None,
            reden=story.reason("openen"),
        )
    with at(world.ago(PERSOON)):
        _persoon(story)
    with at(world.ago(PLAN_1)):
        story.add("plan", "plan-van-aanpak")
    with at(world.ago(PLAN_2)):
        for soort in stuksoorten.SOORTEN:
            if soort != "plan-van-aanpak":
                story.add(f"{soort}-vroeg", soort)
    if key == ALFA:
        _alfa(story)
    else:
        with at(world.ago(PLAN_3)):
            story.save("plan")
    with at(world.ago(TYPING)):
        story.type("plan")
        word = story.word("melding", frozenset({who}))
        notify([users[who].pk], f"Melding {word}.", f"/dossiers/{world.dossiers[key].nummer}/")
    story.settle()
    _numbers(story)


def _persoon(story: Telling) -> None:
    world, now = story.world, story.world.now
    naam = world.readers(story.key, lambda someone: oracle.reads_persoon(someone, now, name=True))
    rest = world.readers(story.key, lambda someone: oracle.reads_persoon(someone, now, name=False))
    born = date(1931, 2, 14) if story.key == ALFA else date(1932, 3, 15)
    persoon_bijwerken(
        story.toegang(),
        naam=f"Persoon {story.word('naam van de persoon', naam)}",
        geboortedatum=born,
        bereikbaar=f"Via {story.word('bereikbaar', rest)}",
    )
    month = {2: "februari", 3: "maart"}[born.month]
    for text in (born.isoformat(), f"{born.day} {month} {born.year}", f"{born.day}-{born.month}-{born.year}"):
        world.canaries.add(text, f"{story.key}: geboortedatum", rest)
    world.canaries.add(f"{born:%d-%m-%Y}", f"{story.key}: geboortedatum", rest)


def _member(story: Telling, lid: str, organisatie: str) -> Teamlidmaatschap:
    organisation = Organisatie.objects.get(code=organisatie)
    now = story.world.now
    team = story.world.readers(story.key, lambda someone: bool(someone.tasks) and oracle.sees_number(someone, now))
    talenten = f"Kan {story.word(f'talenten van {lid}', team)}"
    return teams.teamlid_toevoegen(
        story.toegang(), story.world.users[lid], organisation, reden=story.reason(f"taak van {lid}"), talenten=talenten
    )


def _transition(story: Telling, fase: Fase) -> None:
    world, moment = story.world, timezone.now()
    readers = world.readers(story.key, lambda someone: oracle.reads_transition(someone, moment, world.now))
    reden = story.word(f"reden van fase {int(fase)}", readers)
    fase_overgaan(
        story.toegang(),
        fase,
        datum=timezone.localdate(),
        reden=f"Reden {reden}.",
        doelen=f"Doelen {story.word(f'doelen van fase {int(fase)}', readers)}.",
        verteld=f"Verteld {story.word(f'verteld bij fase {int(fase)}', readers)}.",
    )
    story.reasons.append((moment, reden, ""))


def _alfa(story: Telling) -> None:
    """What happens in alfa alone, in the order in which it happens."""
    world, users = story.world, story.world.users
    with at(world.ago(EXLID)):
        taak = _member(story, "exlid", "ggd")
    with at(world.ago(PLAN_2) + timedelta(hours=1)):
        story.save("plan")
    with at(world.ago(EXLID_ENDS)):
        teams.teamlid_beeindigen(story.toegang(), taak.pk, reden=story.reason("einde van een taak"))
    with at(world.ago(HIDDEN)):
        story.add("document-regie", "document", regie_only=True)
        story.add("document-weg", "document")
    with at(world.ago(FASE_2)):
        story.bin("document-weg")
        _transition(story, Fase.FASE_2)
    with at(world.ago(TEAMLID)):
        world.ids["taak"] = _member(story, "teamlid", "politie").pk
    with at(world.ago(PLAN_3)):
        story.save("plan")
        story.save("document-regie")
    with at(world.ago(SHOWN)):
        story.add("document-team", "document")
        story.add("document-dicht", "document")
    with at(world.ago(SHOWN) + timedelta(hours=1)):
        story.save("document-team")
        story.share("document-dicht", regie_only=True)
        story.add("document-open", "document", regie_only=True)
    with at(world.ago(SHOWN) + timedelta(hours=2)):
        story.save("document-open")
    with at(world.ago(SHOWN) + timedelta(hours=3)):
        story.share("document-open", regie_only=False)
    with at(world.ago(FASE_3)):
        _transition(story, Fase.FASE_3)
    with at(world.ago(PIKET)):
        word = story.word("reden van noodtoegang", frozenset({"regisseur", "buddy"}))
        nummer = world.dossiers[ALFA].nummer
        noodtoegang_nemen(users["piketwas"], nummer, reden=f"Acuut en ernstig: {word}.")
        plan = world.stukken[f"{ALFA}.plan"]
        versie = Dossierversie.objects.filter(dossier=world.dossiers[ALFA]).latest("nummer")
        Toetsing.objects.create(
            dossier=world.dossiers[ALFA], stuk=plan, versie=versie, stand=Toetsing.Stand.INGETROKKEN
        )


def _numbers(story: Telling) -> None:
    """The dossier number and the addresses of its stukken are canaries themselves."""
    world, now = story.world, story.world.now
    knowing = {identity.name for identity in IDENTITIES if story.key in identity.knows} | {"auditor"}
    sees = world.readers(story.key, lambda someone: oracle.sees_number(someone, now))
    world.dossiers[story.key].refresh_from_db()
    world.canaries.add(world.dossiers[story.key].nummer, f"{story.key}: nummer", sees | knowing)
    for name, told in story.told.items():
        stuk, readers = world.stukken[f"{story.key}.{name}"], story.reads_now(told)
        world.stuk_readers[story.key, stuk.kenmerk] = readers
        if stuk.kenmerk == stuk.soort:
            continue
        if told.binned:
            readers |= world.readers(story.key, lambda who: oracle.reads_inzagelog(who, now))
        world.canaries.add(stuk.kenmerk, f"{story.key}: kenmerk van {name}", readers | {"auditor"})


@contextmanager
def in_transaction() -> Iterator[World]:
    """The world inside a transaction that is undone at the end."""
    with transaction.atomic():
        yield build()
        transaction.set_rollback(True)
