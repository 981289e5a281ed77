"""The outbox: in the transaction of the change, drained in order, never dropping."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from audit.models import Handeling, InzageRegel
from casefiles import access
from casefiles.actions.stuk import toevoegen
from casefiles.models import Dossier, Stuk
from search import outbox, upkeep
from search.engines.base import Change, Failure, IndexName, SearchDocument, SearchUnavailableError, Tombstone
from search.engines.embedded import EmbeddedEngine
from search.models import IndexChange, IndexCounter
from search.sources import DOSSIER, STUK, Reading

pytestmark = pytest.mark.django_db


class Recording(EmbeddedEngine):
    """An engine that says what it got, and can be away or refuse."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.got: list[Change] = []
        self.away = False
        self.refused: set[str] = set()

    def apply(self, changes: Iterable[Change], *, wait: bool = False) -> list[Failure]:
        if self.away:
            raise SearchUnavailableError("away")
        changes = list(changes)
        self.got += changes
        failures = [Failure(change, "refused") for change in changes if change.key in self.refused]
        return failures + super().apply([change for change in changes if change.key not in self.refused])


@pytest.fixture
def engine(tmp_path: Path) -> Recording:
    outbox._pause.end()
    return Recording(tmp_path / "index")


def waiting() -> dict[str, int]:
    return {f"{row.soort}:{row.key}": row.counter for row in IndexChange.objects.all()}


def test_an_act_in_a_dossier_writes_rows_in_its_own_transaction(toegang: access.Toegang) -> None:
    IndexChange.objects.all().delete()
    with transaction.atomic():
        toevoegen(toegang, "plan-van-aanpak", reden="Begin.")
        assert IndexChange.objects.exists()
        transaction.set_rollback(True)
    assert not IndexChange.objects.exists()


def test_a_drained_stuk_can_be_found_by_its_principals(plan: Stuk, engine: Recording) -> None:
    assert outbox.drain(engine).refused == 0
    assert waiting() == {}
    [document] = [change for change in engine.got if change.key == f"{STUK}:{plan.pk}"]
    assert isinstance(document, SearchDocument)
    assert document.principals == tuple(access.principals_of_stuk(plan))
    assert document.dossier == plan.dossier.nummer


def test_an_object_that_is_gone_becomes_a_tombstone(engine: Recording) -> None:
    outbox.changed(STUK, [987654])
    outbox.drain(engine)
    assert engine.got == [Tombstone(IndexName.DOSSIERS, f"{STUK}:987654", 1)]


def test_a_counter_only_goes_up_and_outlives_the_row(engine: Recording) -> None:
    for expected in (1, 2, 3):
        outbox.changed(STUK, [987654])
        assert waiting() == {f"{STUK}:987654": expected}
        outbox.drain(engine)
    assert IndexCounter.objects.get(soort=STUK, key="987654").counter == 3


def test_two_changes_of_one_object_are_one_row(engine: Recording) -> None:
    outbox.changed(STUK, [1, 2])
    outbox.changed(STUK, [2])
    assert waiting() == {f"{STUK}:1": 1, f"{STUK}:2": 2}


def test_a_change_that_comes_in_while_draining_is_written_too(
    engine: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox.changed(STUK, [1])
    apply = engine.apply

    def apply_and_change(changes: Iterable[Change], *, wait: bool = False) -> list[Failure]:
        if not engine.got:
            outbox.changed(STUK, [1])
        return apply(changes, wait=wait)

    monkeypatch.setattr(engine, "apply", apply_and_change)
    outbox.drain(engine)
    assert [change.version for change in engine.got] == [1, 2]
    assert waiting() == {}


def test_what_the_engine_refuses_stays_and_waits_longer_each_time(engine: Recording) -> None:
    outbox.changed(STUK, [1, 2])
    engine.refused = {f"{STUK}:1"}
    assert outbox.drain(engine).refused == 1
    row = IndexChange.objects.get()
    assert (row.key, row.attempts, row.last_error) == ("1", 1, "refused")
    assert row.not_before > timezone.now()
    assert outbox.drain(engine).refused == 0
    assert outbox.drain(engine, now=True).refused == 1
    assert IndexChange.objects.get().attempts == 2
    engine.refused = set()
    outbox.drain(engine, now=True)
    assert waiting() == {}


def test_with_the_engine_away_nothing_is_lost_and_the_pause_stays_short(engine: Recording) -> None:
    outbox.changed(STUK, range(1200))
    engine.away = True
    for _ in range(12):
        assert outbox.drain(engine, now=True).unavailable
    assert len(waiting()) == 1200
    assert outbox._pause.until is not None
    assert outbox._pause.until - timezone.now() <= timedelta(seconds=outbox.LONGEST_PAUSE)
    engine.away = False
    assert outbox.drain(engine, now=True).written == 1200
    assert waiting() == {}


def test_an_object_that_can_not_be_read_does_not_hold_up_the_others(
    plan: Stuk, engine: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = Reading.changes

    def broken(self: Reading, soort: str, counters: dict[str, int]) -> Iterable[Change]:
        if soort == STUK and "666" in counters:
            raise ValueError
        return changes(self, soort, counters)

    monkeypatch.setattr(Reading, "changes", broken)
    outbox.changed(STUK, [666])
    outbox.drain(engine)
    assert list(waiting()) == [f"{STUK}:666"]
    assert f"{STUK}:{plan.pk}" in [change.key for change in engine.got]


def test_the_backlog_says_how_many_and_since_when(engine: Recording) -> None:
    assert outbox.backlog() == outbox.Backlog(0, None)
    outbox.changed(STUK, [1, 2])
    assert outbox.backlog().count == 2
    assert outbox.backlog().oldest is not None


def test_a_rebuild_makes_the_index_equal_to_the_database(plan: Stuk, dossier: Dossier, engine: Recording) -> None:
    for index in IndexName:
        upkeep.rebuild(engine, index)
    outbox.drain(engine)
    assert [upkeep.verify(engine, index) for index in IndexName] == [[], []]
    assert {key for key, _, _ in engine.stored(IndexName.DOSSIERS)} >= {f"{STUK}:{plan.pk}", f"{DOSSIER}:{dossier.pk}"}


def test_a_rebuild_keeps_tombstones_so_that_a_late_write_stays_out(engine: Recording) -> None:
    outbox.changed(STUK, [987654])
    for index in IndexName:
        upkeep.rebuild(engine, index)
    assert (f"{STUK}:987654", 1, "") in list(engine.stored(IndexName.DOSSIERS))


def test_verifying_finds_what_a_lost_write_left_behind(plan: Stuk, engine: Recording) -> None:
    for index in IndexName:
        upkeep.rebuild(engine, index)
    outbox.drain(engine)
    IndexCounter.objects.filter(soort=STUK, key=str(plan.pk)).update(counter=99)
    engine.apply([Tombstone(IndexName.DOSSIERS, f"{STUK}:4242", 1)])
    [found] = [row for row in upkeep.verify(engine, IndexName.DOSSIERS) if row.key == str(plan.pk)]
    assert found.problem == "verouderd"
    upkeep.repair([found])
    outbox.drain(engine)
    assert not [row for row in upkeep.verify(engine, IndexName.DOSSIERS) if row.problem == "verouderd"]


def test_indexing_dossiers_is_recorded_once_per_run(plan: Stuk, engine: Recording) -> None:
    before = InzageRegel.objects.filter(handeling=Handeling.SYSTEEM).count()
    outbox.drain(engine)
    assert InzageRegel.objects.filter(handeling=Handeling.SYSTEEM).count() == before + 1
