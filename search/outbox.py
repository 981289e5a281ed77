"""Keeps the index in step with the database: a row per changed object, drained by the worker.

A row is written in the transaction of the change (`changed`): none is lost, and none is made for what was undone.
`drain` reads the object anew, writes it with its counter as version, and deletes the row when the engine took it. What
the engine refuses stays, with a pause that grows to `LONGEST_PAUSE`; nothing is ever dropped.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Min, Q
from django.utils import timezone

from search.engines.base import Change, Failure, SearchEngine, SearchUnavailableError, WriterBusyError
from search.engines.choice import current_engine
from search.models import IndexChange, IndexCounter
from search.sources import Reading

logger = logging.getLogger("regiekader.search")

BATCH = 500
LONGEST_PAUSE = 20.0
"""Seconds. After an outage the index has to equal the database within 60 seconds."""


@dataclass(frozen=True, slots=True)
class Drained:
    """What one drain did: objects written, objects refused, and what is wrong with the engine, if anything."""

    written: int = 0
    refused: int = 0
    unavailable: str = ""


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many objects wait, and since when the oldest does."""

    count: int
    oldest: datetime | None


@transaction.atomic
def changed(soort: str, keys: Iterable[object]) -> None:
    """Says that these objects changed. Call it in the transaction of the change."""
    names = sorted({str(key) for key in keys})
    if not names:
        return
    counters = [IndexCounter(soort=soort, key=name) for name in names]
    IndexCounter.objects.bulk_create(counters, ignore_conflicts=True)
    # The update locks the rows: a second transaction on the same object waits, and gets the higher number.
    IndexCounter.objects.filter(soort=soort, key__in=names).update(counter=F("counter") + 1)
    numbers = IndexCounter.objects.filter(soort=soort, key__in=names).values_list("key", "counter")
    rows = [IndexChange(soort=soort, key=key, counter=counter) for key, counter in numbers]
    IndexChange.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["soort", "key"],
        update_fields=["counter", "attempts", "not_before", "last_error"],
    )


def backlog() -> Backlog:
    """What still has to be written; shown to the beheerder."""
    return Backlog(IndexChange.objects.count(), IndexChange.objects.aggregate(oldest=Min("sinds"))["oldest"])


class _Pause:
    """Of this process: when an engine that was away is tried again. The worker need not ask it every second."""

    def __init__(self) -> None:
        self.until: datetime | None = None
        self.seconds = 0.5

    def holds(self) -> bool:
        return self.until is not None and timezone.now() < self.until

    def lengthen(self) -> None:
        self.seconds = min(self.seconds * 2, LONGEST_PAUSE)
        self.until = timezone.now() + timedelta(seconds=self.seconds)

    def end(self) -> None:
        self.until, self.seconds = None, 0.5


_pause = _Pause()


def drain(engine: SearchEngine | None = None, *, wait: bool = False, now: bool = False) -> Drained:
    """Writes what waits, in batches, until nothing is due. With `now`, earlier failures are tried at once.

    Never raises for an engine that is away: that is in the answer, and in the log.
    """
    if _pause.holds() and not now:
        return Drained(unavailable="paused after an earlier failure")
    engine = engine or current_engine()
    written = refused = 0
    seen: set[int] = set()
    while True:
        due = (
            IndexChange.objects.exclude(pk__in=seen)
            if now
            else IndexChange.objects.filter(not_before__lte=timezone.now())
        )
        rows = list(due.order_by("pk")[:BATCH])
        if not rows:
            return Drained(written, refused)
        seen.update(row.pk for row in rows)
        try:
            done, failed = _write(engine, rows, wait)
        except (SearchUnavailableError, WriterBusyError) as error:
            _pause.lengthen()
            logger.warning("De zoekindex is niet bij te werken: %s", error)
            return Drained(written, refused, str(error))
        _pause.end()
        written, refused = written + done, refused + failed


def _write(engine: SearchEngine, rows: Sequence[IndexChange], wait: bool) -> tuple[int, int]:
    """Writes one batch; gives how many rows are done and how many stay."""
    reading = Reading()
    owners: dict[str, IndexChange] = {f"{row.soort}:{row.key}": row for row in rows}
    changes: list[Change] = []
    failures: dict[str, str] = {}
    for soort in sorted({row.soort for row in rows}):
        counters = {row.key: row.counter for row in rows if row.soort == soort}
        try:
            changes += list(reading.changes(soort, counters))
        except Exception as error:  # one object that can't be read must not hold up the others
            if len(counters) > 1:
                done, failed = zip(*(_write(engine, [row], wait) for row in rows), strict=True)
                return sum(done), sum(failed)
            logger.exception("Een object is niet te lezen voor de zoekindex")
            failures |= {f"{soort}:{key}": type(error).__name__ for key in counters}
    for failure in engine.apply(changes, wait=wait):
        failures[failure.change.key] = failure.reason
    _finish([row for name, row in owners.items() if name not in failures])
    for name, reason in failures.items():
        _postpone(owners[name], reason)
    return len(rows) - len(failures), len(failures)


def _finish(rows: Sequence[IndexChange]) -> None:
    """Deletes the rows, except those whose object changed again meanwhile."""
    for start in range(0, len(rows), 100):
        same = Q(pk__in=[])
        for row in rows[start : start + 100]:
            same |= Q(pk=row.pk, counter=row.counter)
        IndexChange.objects.filter(same).delete()


def _postpone(row: IndexChange, reason: str) -> None:
    pause = min(2.0**row.attempts, LONGEST_PAUSE)
    IndexChange.objects.filter(pk=row.pk, counter=row.counter).update(
        attempts=F("attempts") + 1, not_before=timezone.now() + timedelta(seconds=pause), last_error=reason[:300]
    )


__all__ = ["Backlog", "Drained", "Failure", "backlog", "changed", "drain"]
