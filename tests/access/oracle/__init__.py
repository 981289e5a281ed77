"""Who may see what, typed by hand from table A.9 of domain.md, on plain values. It imports nothing of `casefiles`.

The real rule is `casefiles.access`, inside queries. Here the same table is said once more, slowly: one hat at a time,
each with its own period; something may be read when one single hat allows it. `compare` holds both against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

REGIE = ("regisseur", "buddy")
PIKET_HOURS = timedelta(hours=4)

# Rows of A.9 that hold text, and the words of the table in the column *teamlid*. Column *regisseur, buddy* says "write"
# on all of them; column *programmateam R&E* says "-" on all but the dates of `fase-overgang`. Column *ITAT-R* gives
# what was submitted, on a screen of its own that is not made yet; at a stuk's own address an adviser reads nothing.
TEAMLID = {
    "persoon": "name only",
    "plan": "read",
    "verslag": "from own period",
    "evaluatie": "from own period",
    "beoordeling": "own view",
    "uitstroomvoorstel": "read",
    "contactmoment": "-",
    "werknotitie": "-",
    "notificatiebrief": "-",
    "document": "from own period",
    "advies": "read once received",
    "fase-overgang": "from own period",
}


@dataclass(frozen=True)
class Task:
    """A task in the team of one dossier; it holds from `van` until just before `tot`."""

    rol: str
    van: datetime
    tot: datetime | None = None


@dataclass(frozen=True)
class Someone:
    """All that A.9 asks about one person and one dossier. `site_roles` are values of `accounts.rollen.SiteRol`.

    Being a superuser is no question here: it gives nothing.
    """

    active: bool = True
    site_roles: frozenset[str] = frozenset()
    tasks: tuple[Task, ...] = ()
    emergencies: tuple[datetime, ...] = ()  # the starts of noodtoegang
    submitted: bool = False  # the dossier has an open or answered submission to the ITAT-R


@dataclass(frozen=True)
class Hat:
    """One reason to see the dossier, with the moment from which it counts for those with a period."""

    rol: str
    since: datetime | None = None


def hats(someone: Someone, now: datetime) -> list[Hat]:
    """The hats that someone wears at this moment. Nobody who is not active wears any."""
    if not someone.active:
        return []
    found = [
        Hat(task.rol, task.van) for task in someone.tasks if task.van <= now and (task.tot is None or now < task.tot)
    ]
    if "programmateam-re" in someone.site_roles:
        found.append(Hat("programmateam"))
    if "itat-r" in someone.site_roles and someone.submitted:
        found.append(Hat("itat"))
    if "piket" in someone.site_roles:
        found += [Hat("piket") for start in someone.emergencies if start <= now < start + PIKET_HOURS]
    return found


def sees_number(someone: Someone, now: datetime) -> bool:
    """Whether the dossier exists for someone: in a list, at its address, in an answer of any kind."""
    return bool(hats(someone, now))


def _reads_as(hat: Hat, row: str, regie_only: bool, moment: datetime) -> bool:
    if hat.rol in (*REGIE, "piket"):
        return True
    if hat.rol != "teamlid" or hat.since is None:
        return False
    word = TEAMLID.get(row, "-")
    if word == "read":
        return True
    return word == "from own period" and not regie_only and moment >= hat.since


def reads_stuk(
    someone: Someone, row: str, *, regie_only: bool, registered: datetime, binned: bool, now: datetime
) -> bool:
    """Whether the content that a stuk has now may be read; `registered` is the moment of its last version."""
    return not binned and any(_reads_as(hat, row, regie_only, registered) for hat in hats(someone, now))


def reads_old(
    someone: Someone,
    row: str,
    *,
    regie_only_then: bool,
    regie_only_now: bool,
    binned_now: bool,
    registered: datetime,
    seen_in: datetime,
    now: datetime,
) -> bool:
    """Whether the content that a stuk had in a dossierversie may be read.

    `registered` is when that content was saved, `seen_in` the moment of the dossierversie that is opened. An old
    version follows its stuk: what is for regisseurs alone or in the bin now, is so in its history, and what was so then
    stays so. A teamlid opens dossierversies from the start of the own period; the plan in force in one is theirs, other
    stukken when registered in it.
    """
    for hat in hats(someone, now):
        if hat.rol in (*REGIE, "piket"):
            return True
        if hat.rol == "teamlid" and not binned_now and hat.since is not None and seen_in >= hat.since:
            moment = seen_in if row == "plan" else registered
            if _reads_as(hat, row, regie_only_then or regie_only_now, moment):
                return True
    return False


@dataclass(frozen=True)
class Change:
    """The one stuk that a dossierversie changed."""

    row: str
    regie_only_then: bool
    regie_only_now: bool
    binned_now: bool


def opens_version(someone: Someone, moment: datetime, changed: Change | None, now: datetime) -> bool:
    """Whether a dossierversie of this moment may be opened, and its reason read.

    It follows the stuk that it changed: to who may not read that, there is no such version. One that changed the team
    or the fase (`changed` is None) is there for the whole team, from the start of one's own period.
    """
    if any(hat.rol in (*REGIE, "piket") for hat in hats(someone, now)):
        return True
    if changed is None:
        return any(hat.rol == "teamlid" and hat.since is not None and moment >= hat.since for hat in hats(someone, now))
    return reads_old(
        someone,
        changed.row,
        regie_only_then=changed.regie_only_then,
        regie_only_now=changed.regie_only_now,
        binned_now=changed.binned_now,
        registered=moment,
        seen_in=moment,
        now=now,
    )


def reads_persoon(someone: Someone, now: datetime, *, name: bool) -> bool:
    """The name of the person; and with `name=False` the rest of what is kept of them."""
    readers = (*REGIE, "piket", "teamlid") if name else (*REGIE, "piket")
    return any(hat.rol in readers for hat in hats(someone, now))


def reads_transition(someone: Someone, moment: datetime, now: datetime) -> bool:
    """Reason, goals and what was told of a fase-overgang made at this moment; its date and fase are another matter."""
    return any(_reads_as(hat, "fase-overgang", False, moment) for hat in hats(someone, now))


def reads_inzagelog(someone: Someone, now: datetime) -> bool:
    """The inzagelog of one dossier, in the dossier. The auditor reads the log of all, elsewhere."""
    return any(hat.rol in REGIE for hat in hats(someone, now))


def finds_stuk(
    someone: Someone, row: str, *, regie_only: bool, registered: datetime, binned: bool, now: datetime
) -> bool:
    """Search, its facets and its suggestions find what may be read, and nothing else.

    The programmateam and the ITAT-R read no stuk at its own address, so they find none.
    """
    return reads_stuk(someone, row, regie_only=regie_only, registered=registered, binned=binned, now=now)
