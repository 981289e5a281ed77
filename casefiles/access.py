"""The one door: who may see or do what in dossiers (domain.md A.9). Nothing else reads `Dossier.objects`.

Absent and forbidden answer alike. A superuser or beheerder gets nothing by being that. Ending a task ends access at
the next request, since everything here is worked out from the rows of that moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.rollen import SiteRol, heeft_rol
from audit.log import record
from audit.models import Handeling
from casefiles import stuksoorten
from casefiles.choices import TEAM_ROLLEN, Rol, VersieSoort, Zichtbaarheid
from casefiles.exceptions import NietToegestaan
from casefiles.models import (
    Dossier,
    Dossierversie,
    Noodtoegang,
    Persoon,
    Stuk,
    Stukversie,
    Teamlidmaatschap,
    Toetsing,
)
from casefiles.rules.toegang import Recht, Zaak, recht_op

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

__all__ = ["Dossier", "Purpose", "Recht", "Toegang", "Toegangsgrond", "Zaak"]


@dataclass(frozen=True)
class Toegangsgrond:
    """Why someone may see a dossier: the role, since when, until when, in words."""

    rol: Rol
    sinds: datetime
    tot: datetime | None = None
    reden: str = ""


@dataclass(frozen=True)
class Toegang:
    """What one user may in one dossier at this moment. Made here alone; views and actions are handed one."""

    user: User
    dossier: Dossier
    gronden: tuple[Toegangsgrond, ...]
    ingediend: tuple[tuple[int, int], ...] = field(default=())  # (stuk id, number of the version submitted)
    heeft_plan: bool = False  # whether there is a plan van aanpak yet; for who may read it

    @property
    def rollen(self) -> frozenset[Rol]:
        return frozenset(grond.rol for grond in self.gronden)

    @property
    def sinds(self) -> datetime:
        """The start of one's own period in the team; for who has no task in it, the earliest of the other grounds.

        Another ground beside a task never makes the period of the task longer.
        """
        tasks = [grond.sinds for grond in self.gronden if grond.rol in TEAM_ROLLEN]
        return min(tasks or [grond.sinds for grond in self.gronden])

    @property
    def grond(self) -> str:
        """The grounds as the inzagelog keeps them."""
        return ", ".join(sorted(self.rollen))

    def recht(self, zaak: Zaak) -> Recht:
        return recht_op(zaak, self.rollen)

    def mag_lezen(self, zaak: Zaak) -> bool:
        return self.recht(zaak) >= Recht.LEZEN_VANAF_PERIODE

    def mag_schrijven(self, zaak: Zaak) -> bool:
        return self.recht(zaak) is Recht.SCHRIJVEN

    def eis_schrijven(self, zaak: Zaak) -> None:
        """Raise NietToegestaan unless this row may be written. Every action begins with it."""
        if not self.mag_schrijven(zaak):
            raise NietToegestaan

    @property
    def is_regie(self) -> bool:
        return bool(self.rollen & {Rol.REGISSEUR, Rol.BUDDY})


# -- which dossiers ---------------------------------------------------------------------------------------------


def open_period(moment: datetime) -> Q:
    """That a row with `van` and `tot` holds at this moment."""
    return Q(van__lte=moment) & (Q(tot__isnull=True) | Q(tot__gt=moment))


def dossiers_visible_to(user: User | AnonymousUser) -> QuerySet[Dossier]:
    """The dossiers of which this user may see at least the number. Empty for everyone without a ground."""
    if not user.is_authenticated or not user.is_active:
        return Dossier.objects.none()
    now = timezone.now()
    grounds = Q(pk__in=Teamlidmaatschap.objects.filter(open_period(now), gebruiker=user).values("dossier"))
    grounds |= Q(pk__in=open_noodtoegangen(user).values("dossier"))
    if heeft_rol(user, SiteRol.PROGRAMMATEAM):
        return Dossier.objects.all()
    if heeft_rol(user, SiteRol.ITAT_R):
        grounds |= Q(pk__in=Toetsing.objects.exclude(stand=Toetsing.Stand.INGETROKKEN).values("dossier"))
    return Dossier.objects.filter(grounds)


def open_taken(user: User | AnonymousUser) -> QuerySet[Teamlidmaatschap]:
    """The tasks that this user has in teams now, over all dossiers."""
    if not user.is_authenticated or not user.is_active:
        return Teamlidmaatschap.objects.none()
    return Teamlidmaatschap.objects.filter(open_period(timezone.now()), gebruiker=user)


def open_noodtoegangen(user: User | AnonymousUser) -> QuerySet[Noodtoegang]:
    """The dossiers that this user reads in a crisis now."""
    if not heeft_rol(user, SiteRol.PIKET):
        return Noodtoegang.objects.none()
    return Noodtoegang.objects.filter(open_period(timezone.now()), gebruiker_id=user.pk)


def open_toetsingen(user: User | AnonymousUser) -> QuerySet[Toetsing]:
    """What was submitted to the ITAT-R and not withdrawn, for its advisers."""
    if not heeft_rol(user, SiteRol.ITAT_R):
        return Toetsing.objects.none()
    return Toetsing.objects.exclude(stand=Toetsing.Stand.INGETROKKEN)


def plannen_visible_to(user: User | AnonymousUser) -> QuerySet[Stuk]:
    """The plannen van aanpak of all dossiers in which this user has a task; what is due over all comes from these."""
    taken = open_taken(user)
    regie = Q(dossier__in=taken.filter(rol__in=[Rol.REGISSEUR, Rol.BUDDY]).values("dossier"))
    lezers = [rol for rol in (Rol.TEAMLID,) if recht_op(Zaak.PLAN, [rol]) >= Recht.LEZEN]
    team = Q(dossier__in=taken.filter(rol__in=lezers).values("dossier"), zichtbaarheid=Zichtbaarheid.TEAM)
    return Stuk.objects.filter(regie | team, soort=stuksoorten.PLAN_VAN_AANPAK.code, weg_op__isnull=True)


def _grounds(user: User, dossier: Dossier) -> tuple[list[Toegangsgrond], tuple[tuple[int, int], ...]]:
    now = timezone.now()
    grounds = [
        Toegangsgrond(Rol(taak.rol), taak.van, taak.tot, str(_("taak in het team")))
        for taak in Teamlidmaatschap.objects.filter(open_period(now), gebruiker=user, dossier=dossier)
    ]
    if heeft_rol(user, SiteRol.PROGRAMMATEAM):
        grounds.append(Toegangsgrond(Rol.PROGRAMMATEAM, dossier.aangemaakt_op, None, str(_("rol programmateam R&E"))))
    submitted: tuple[tuple[int, int], ...] = ()
    if heeft_rol(user, SiteRol.ITAT_R):
        toetsingen = list(
            Toetsing.objects.filter(dossier=dossier)
            .exclude(stand=Toetsing.Stand.INGETROKKEN)
            .values_list("stuk_id", "versie__nummer", "gevraagd_op")
        )
        submitted = tuple((stuk, nummer) for stuk, nummer, _op in toetsingen)
        if toetsingen:
            first = min(op for _stuk, _nummer, op in toetsingen)
            grounds.append(Toegangsgrond(Rol.ITAT_R, first, None, str(_("verzoek om advies"))))
    if heeft_rol(user, SiteRol.PIKET):
        grounds += [
            Toegangsgrond(Rol.PIKET, nood.van, nood.tot, str(_("noodtoegang")))
            for nood in Noodtoegang.objects.filter(open_period(now), gebruiker=user, dossier=dossier)
        ]
    return grounds, submitted


def get_dossier(user: User | AnonymousUser, nummer: str) -> Toegang:
    """The dossier of this number with what the user may in it.

    Raises Dossier.DoesNotExist alike for a number that does not exist and for one that this user may not see.
    """
    plan = Stuk.objects.filter(dossier=OuterRef("pk"), soort=stuksoorten.PLAN_VAN_AANPAK.code, weg_op__isnull=True)
    dossier = dossiers_visible_to(user).annotate(heeft_plan=Exists(plan)).get(nummer=nummer)
    grounds, submitted = _grounds(user, dossier)  # type: ignore[arg-type]  # visible_to is empty for anonymous users
    if not grounds:
        raise Dossier.DoesNotExist
    return Toegang(user, dossier, tuple(grounds), submitted, dossier.heeft_plan)  # type: ignore[arg-type]


def get_dossier_by_id(user: User | AnonymousUser, pk: int) -> Toegang:
    """As get_dossier, for those who hold a row of the dossier (the hits of a search)."""
    return get_dossier(user, dossiers_visible_to(user).values_list("nummer", flat=True).get(pk=pk))


# -- what in a dossier ------------------------------------------------------------------------------------------


def zaak_van(soort: str) -> Zaak:
    """The row of A.9 that a kind of stuk falls under."""
    return Zaak(stuksoorten.SOORTEN[soort].zaak)


def _readable(toegang: Toegang) -> Q:
    """Which stukken of the dossier may be read, as a condition inside the query."""
    condition = Q(pk__in=[])
    for soort in stuksoorten.SOORTEN:
        recht = toegang.recht(zaak_van(soort))
        if recht >= Recht.LEZEN:
            allowed = Q(soort=soort)
        elif recht is Recht.LEZEN_VANAF_PERIODE:
            allowed = Q(soort=soort, gewijzigd_op__gte=toegang.sinds)
        else:
            continue
        if not (toegang.is_regie or Rol.PIKET in toegang.rollen):
            allowed &= Q(zichtbaarheid=Zichtbaarheid.TEAM)
        condition |= allowed
    return condition


def stukken_visible_to(toegang: Toegang) -> QuerySet[Stuk]:
    """The stukken that may be read now, without those in the bin."""
    return Stuk.objects.filter(_readable(toegang), dossier=toegang.dossier, weg_op__isnull=True)


def stukken_in_fase(toegang: Toegang, fase: int) -> QuerySet[Stuk]:
    """The stukken that were made or changed in this fase, as far as this user may know of that."""
    changed = Stukversie.objects.filter(versie__fase=fase, versie__in=versies_visible_to(toegang)).values("stuk")
    return stukken_visible_to(toegang).filter(Q(fase=fase) | Q(pk__in=changed))


def get_stuk(toegang: Toegang, kenmerk: str) -> Stuk:
    """Raises Stuk.DoesNotExist alike for absent and forbidden."""
    return stukken_visible_to(toegang).select_related("gewijzigd_door").get(kenmerk=kenmerk)


def versies_visible_to(toegang: Toegang) -> QuerySet[Dossierversie]:
    """The dossierversies that may be opened: all, or those from the start of one's own period."""
    recht = toegang.recht(Zaak.DOSSIERVERSIE)
    versies = Dossierversie.objects.filter(dossier=toegang.dossier)
    if recht >= Recht.LEZEN:
        return versies
    return versies.filter(moment__gte=toegang.sinds) if recht is Recht.LEZEN_VANAF_PERIODE else versies.none()


# How reversion stores it. In a text that someone wrote the quotes would carry a backslash, so it fits the field alone.
_STORED_FOR_TEAM = f'"zichtbaarheid": "{Zichtbaarheid.TEAM.value}"'


def versies_in_tijdlijn(toegang: Toegang) -> QuerySet[Dossierversie]:
    """The dossierversies of which reason and author may be read: each follows the stuk that it changed (A.9).

    A teamlid does not see that a stuk changed that only regisseur and buddy read, in that version or now.
    """
    versies = versies_visible_to(toegang)
    if toegang.recht(Zaak.DOSSIERVERSIE) >= Recht.LEZEN:
        return versies
    soorten = [soort for soort in stuksoorten.SOORTEN if toegang.mag_lezen(zaak_van(soort))]
    readable = Stukversie.objects.filter(
        versie=OuterRef("pk"),
        stuk__soort__in=soorten,
        stuk__zichtbaarheid=Zichtbaarheid.TEAM,
        stuk__weg_op__isnull=True,
        opslag__serialized_data__contains=_STORED_FOR_TEAM,
    )
    own = Q(soort__in=[VersieSoort.OPENING, VersieSoort.TEAM, VersieSoort.FASE])
    return versies.filter(own | Exists(readable))


def mag_reden_van_overgang_lezen(toegang: Toegang, moment: datetime) -> bool:
    """Whether reason and goals of a fase-overgang made at this moment may be read; date and fase are another matter."""
    recht = toegang.recht(Zaak.FASE_OVERGANG)
    return recht >= Recht.LEZEN or (recht is Recht.LEZEN_VANAF_PERIODE and moment >= toegang.sinds)


def persoon_visible_to(toegang: Toegang) -> Persoon | None:
    """The person with what may be read of them: all, the name alone (not saved, the rest empty), or nothing."""
    recht = toegang.recht(Zaak.PERSOON)
    if recht >= Recht.LEZEN:
        return Persoon.objects.filter(dossier=toegang.dossier).first()
    if recht is Recht.ALLEEN_KERN:
        naam = Persoon.objects.filter(dossier=toegang.dossier).values_list("naam", flat=True).first()
        return Persoon(naam=naam) if naam is not None else None
    return None


def mag_oude_versie_lezen(toegang: Toegang, stuk: Stuk, zichtbaarheid: str, moment: datetime) -> bool:
    """Whether the content that a stuk had in a version of this moment may be read; follows the stuk (A.9).

    `zichtbaarheid` is the one of that version: for a teamlid both that and the one of now must let the team read it.
    """
    recht = toegang.recht(zaak_van(stuk.soort)) if stuk.soort in stuksoorten.SOORTEN else Recht.GEEN
    if recht < Recht.LEZEN_VANAF_PERIODE:
        return False
    if toegang.is_regie or Rol.PIKET in toegang.rollen:
        return True
    for_team = zichtbaarheid == stuk.zichtbaarheid == Zichtbaarheid.TEAM
    return for_team and stuk.weg_op is None and moment >= toegang.sinds


def kan_alleen_voor_regie(soort: str) -> bool:
    """Whether a stuk of this kind may be marked for regisseur and buddy only: the row of the free Document (A.9)."""
    return zaak_van(soort) is Zaak.DOCUMENT


def may(toegang: Toegang, stuk: Stuk, recht: Recht) -> bool:
    """Whether this right holds on this stuk, for which reading was settled by get_stuk."""
    return toegang.recht(zaak_van(stuk.soort)) >= recht


# -- search -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Principal:
    """What a user has or a document asks. A user's principal may hold from a moment: only later documents then."""

    naam: str
    vanaf: datetime | None = None


def principals_for(user: User | AnonymousUser) -> list[Principal]:
    """The principals of this user at this moment; granting or ending a task changes these and no index."""
    if not user.is_authenticated or not user.is_active:
        return []
    now = timezone.now()
    found = []
    rows = Teamlidmaatschap.objects.filter(open_period(now), gebruiker=user).values_list("dossier_id", "rol", "van")
    for dossier_id, rol, van in rows:
        if rol in (Rol.REGISSEUR, Rol.BUDDY):
            found.append(Principal(f"dossier:{dossier_id}:regie"))
        else:
            found += [Principal(f"dossier:{dossier_id}:team"), Principal(f"dossier:{dossier_id}:periode", van)]
    if heeft_rol(user, SiteRol.PIKET):
        nood = Noodtoegang.objects.filter(open_period(now), gebruiker=user).values_list("dossier_id", flat=True)
        found += [Principal(f"dossier:{dossier_id}:regie") for dossier_id in nood]
    return found


def principals_of_stuk(stuk: Stuk) -> list[str]:
    """Who may find this stuk: always regie; the team, or the team within its own period, as A.9 says."""
    principals = [f"dossier:{stuk.dossier_id}:regie"]
    if stuk.zichtbaarheid == Zichtbaarheid.TEAM:
        recht = recht_op(zaak_van(stuk.soort), [Rol.TEAMLID])
        if recht >= Recht.LEZEN:
            principals.append(f"dossier:{stuk.dossier_id}:team")
        elif recht is Recht.LEZEN_VANAF_PERIODE:
            principals.append(f"dossier:{stuk.dossier_id}:periode")
    return principals


def principals_of_dossier(dossier_id: int) -> list[str]:
    """Who may find the dossier itself, by number and the name of the person: regie and team."""
    return [f"dossier:{dossier_id}:regie", f"dossier:{dossier_id}:team"]


# -- the system -------------------------------------------------------------------------------------------------


class Purpose(StrEnum):
    """Why the system reads everything. Each run is one row in the inzagelog."""

    INDEXING = "indexeren"
    CLOCKS = "termijnen"
    CHECK = "controle"
    DEMO = "demo"


@dataclass(frozen=True)
class SystemAccess:
    """Reading without a person, for one purpose. Out of reach for views, forms and templates (import contract)."""

    purpose: Purpose

    def dossiers(self) -> QuerySet[Dossier]:
        return Dossier.objects.all()

    def stukken(self) -> QuerySet[Stuk]:
        return Stuk.objects.filter(weg_op__isnull=True)


def for_system(purpose: Purpose) -> SystemAccess:
    """Access for a task of the system; the inzagelog says that it was taken and why."""
    record(Handeling.SYSTEEM, gebruiker=None, grond=purpose.value)
    return SystemAccess(purpose)


def user_ids_with_task(dossier: Dossier, rollen: Iterable[Rol]) -> list[int]:
    """Whom to tell of something in this dossier: those with an open task in these roles."""
    tasks = Teamlidmaatschap.objects.filter(open_period(timezone.now()), dossier=dossier, rol__in=list(rollen))
    return list(tasks.values_list("gebruiker_id", flat=True))
