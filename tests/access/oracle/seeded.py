"""Faults in the door, put in on purpose: the comparison has to find each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from unittest import mock

from django.db.models import Q

from casefiles import access
from casefiles.choices import Rol
from casefiles.models import Stuk
from casefiles.rules.toegang import MATRIX, Recht, Zaak
from casefiles.versions import reading

from .compare import run

CASES, ROUNDS = 80, 20
Fault = Callable[[], AbstractContextManager[object]]


@contextmanager
def _row(zaak: Zaak, rol: Rol, recht: Recht) -> Iterator[None]:
    with mock.patch.dict(MATRIX[zaak], {rol: recht}):
        yield


def ended_tasks_count() -> AbstractContextManager[object]:
    return mock.patch.object(access, "open_period", return_value=Q(pk__isnull=False))


def teamlid_reads_all_documents() -> AbstractContextManager[object]:
    return _row(Zaak.DOCUMENT, Rol.TEAMLID, Recht.LEZEN)


def programmateam_reads_the_plan() -> AbstractContextManager[object]:
    return _row(Zaak.PLAN, Rol.PROGRAMMATEAM, Recht.LEZEN)


def teamlid_loses_the_plan() -> AbstractContextManager[object]:
    return _row(Zaak.PLAN, Rol.TEAMLID, Recht.GEEN)


def old_versions_follow_nothing() -> AbstractContextManager[object]:
    return mock.patch.object(reading, "mag_oude_versie_lezen", return_value=True)


def hidden_stukken_are_found() -> AbstractContextManager[object]:
    def principals(stuk: Stuk) -> list[str]:
        return [f"dossier:{stuk.dossier_id}:{name}" for name in ("regie", "team")]

    return mock.patch.object(access, "principals_of_stuk", principals)


def the_bin_is_open() -> AbstractContextManager[object]:
    def stukken(toegang: access.Toegang) -> object:
        return Stuk.objects.filter(access._readable(toegang), dossier=toegang.dossier)

    return mock.patch.object(access, "stukken_visible_to", stukken)


FAULTS: tuple[Fault, ...] = (
    ended_tasks_count,
    teamlid_reads_all_documents,
    programmateam_reads_the_plan,
    teamlid_loses_the_plan,
    old_versions_follow_nothing,
    hidden_stukken_are_found,
    the_bin_is_open,
)


def finds(fault: Fault) -> bool:
    """Whether the comparison sees that this fault is there, within some hundreds of cases."""
    with fault():
        return any(run(CASES, start)[1] for start in range(ROUNDS))
