"""Building an index anew, and comparing it with the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search import outbox
from search.analysis.chain import self_test
from search.engines.base import Change, IndexName, RebuildFailedError, SearchDocument, SearchEngine
from search.models import IndexChange, IndexCounter
from search.sources import SOURCES, Reading

Progress = Callable[[int, int], None]
"""Called with how many documents are written, and of how many."""


def kinds_in(index: IndexName) -> list[str]:
    """The kinds of object that an index holds."""
    return [source.soort for source in SOURCES.values() if source.index is index]


def counters_of(soort: str, reading: Reading) -> dict[str, int]:
    """The counter of each object that may be found, and of each that was once: those become tombstones."""
    counters = dict(IndexCounter.objects.filter(soort=soort).values_list("key", "counter"))
    return dict.fromkeys(reading.all_keys(soort), 0) | counters


def rebuild(engine: SearchEngine, index: IndexName, progress: Progress = lambda done, total: None) -> int:
    """Builds an index anew beside the one in use, compares, and swaps; gives the number of documents.

    Counters are read before the objects, so that a document is never called newer than it is: what changes meanwhile
    is written again by the outbox. Raises when a document is refused or the counts differ; the old index then stays
    in use.
    """
    self_test()
    reading = Reading()
    kinds = {soort: counters_of(soort, reading) for soort in kinds_in(index)}
    total = sum(len(counters) for counters in kinds.values())

    def documents() -> Iterator[Change]:
        for soort, counters in kinds.items():
            yield from reading.changes(soort, counters)

    progress(0, total)
    with engine.rebuild(index) as building:
        for done in building.add(documents()):
            progress(done, total)
        if building.count() < total:
            raise RebuildFailedError(f"the new index {index.value} holds {building.count()} of {total} documents")
        building.swap()
    # Whatever was drained between the reading and the swap is in an index that is no longer used, on one engine; the
    # comparison finds it, wherever it happened.
    repair(verify(engine, index))
    return total


@dataclass(frozen=True, slots=True)
class Difference:
    """An object that the index has otherwise than the database: "ontbreekt", "verouderd" or "te veel"."""

    soort: str
    key: str
    problem: str


def verify(engine: SearchEngine, index: IndexName) -> list[Difference]:
    """Compares an index with the database, document by document. What still waits in the outbox is no difference."""
    stored = {key: (version, digest) for key, version, digest in engine.stored(index)}
    reading = Reading()
    found: list[Difference] = []
    for soort in kinds_in(index):
        waiting = set(IndexChange.objects.filter(soort=soort).values_list("key", flat=True))
        counters = counters_of(soort, reading)
        for key, change in zip(counters, reading.changes(soort, counters), strict=True):
            problem = _compare(change, stored.pop(change.key, None))
            if problem and key not in waiting:
                found.append(Difference(soort, key, problem))
    for name in stored:
        soort, _, key = name.partition(":")
        found.append(Difference(soort, key, "te veel"))
    return found


def _compare(change: Change, stored: tuple[int, str] | None) -> str:
    expected = change.digest() if isinstance(change, SearchDocument) else ""
    if stored is None:
        return "ontbreekt" if expected else ""
    version, digest = stored
    return "" if version >= change.version and digest == expected else "verouderd"


def repair(differences: list[Difference]) -> None:
    """Puts each difference in the outbox, to be written again."""
    for soort in sorted({difference.soort for difference in differences} & SOURCES.keys()):
        outbox.changed(soort, [difference.key for difference in differences if difference.soort == soort])
