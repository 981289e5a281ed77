"""Elasticsearch away, frozen, failing or read-only: work goes on, nothing is lost, and the index catches up."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator

import pytest
from django.utils import timezone

from search import outbox
from search.engines import elasticsearch as elasticsearch_module
from search.engines.base import IndexName, Principal, Query, SearchUnavailableError
from search.engines.elasticsearch import ElasticsearchEngine
from search.models import IndexChange
from search.sources import STUK
from tests.search.conftest import elasticsearch_url
from tests.search.faulty import FaultyServer, Mode

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]

ASKED = Query(IndexName.GUIDANCE, (Principal("iedereen"),))
BROKEN = [Mode.AWAY, Mode.FROZEN, Mode.ERROR]


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    made = FaultyServer(elasticsearch_url())
    yield made
    made.close()


@pytest.fixture
def engine(server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[ElasticsearchEngine]:
    monkeypatch.setattr(elasticsearch_module, "SEARCH_SECONDS", 1)
    monkeypatch.setattr(elasticsearch_module, "BULK_SECONDS", 1)
    made = ElasticsearchEngine(server.url, f"proef-{uuid.uuid4().hex[:10]}")
    for index in IndexName:
        with made.rebuild(index) as building:
            list(building.add([]))
            building.swap()
    outbox._pause.end()
    yield made
    outbox._pause.end()
    server.mode = Mode.PASS
    client = ElasticsearchEngine(elasticsearch_url(), made.prefix).client
    for index in client.indices.get(index=f"{made.prefix}-*"):
        client.indices.delete(index=index)


@pytest.mark.parametrize("mode", BROKEN)
def test_a_search_fails_soon_and_the_next_one_at_once(
    engine: ElasticsearchEngine, server: FaultyServer, mode: Mode
) -> None:
    assert engine.search(ASKED).total == 0
    server.mode = mode
    began = time.monotonic()
    with pytest.raises(SearchUnavailableError):
        engine.search(ASKED)
    assert time.monotonic() - began < 3
    began = time.monotonic()
    with pytest.raises(SearchUnavailableError):
        engine.search(ASKED)
    assert time.monotonic() - began < 0.1


@pytest.mark.parametrize(("mode", "changes"), [(Mode.AWAY, 10_000), (Mode.FROZEN, 1000), (Mode.ERROR, 1000)])
def test_nothing_is_lost_while_the_server_is_broken(
    engine: ElasticsearchEngine, server: FaultyServer, mode: Mode, changes: int
) -> None:
    server.mode = mode
    began = time.monotonic()
    outbox.changed(STUK, range(changes))
    assert time.monotonic() - began < 2 * changes / 1000
    assert outbox.drain(engine, now=True).unavailable
    assert IndexChange.objects.count() == changes
    server.mode = Mode.PASS
    engine.bulk_client = engine.client.options(request_timeout=30)
    assert outbox.drain(engine, now=True).written == changes
    assert not IndexChange.objects.exists()
    assert sum(1 for _ in engine.stored(IndexName.DOSSIERS)) == changes


def test_a_worker_tries_again_within_twenty_seconds_of_an_outage(
    engine: ElasticsearchEngine, server: FaultyServer
) -> None:
    outbox.changed(STUK, [1])
    server.mode = Mode.AWAY
    for _ in range(10):
        outbox.drain(engine, now=True)
    assert outbox._pause.until is not None
    assert (outbox._pause.until - timezone.now()).total_seconds() <= 20
    server.mode = Mode.PASS
    outbox._pause.until = timezone.now()
    assert outbox.drain(engine).written == 1


def test_a_read_only_index_keeps_changes_waiting_and_still_answers(engine: ElasticsearchEngine) -> None:
    name = engine._behind(engine.alias(IndexName.DOSSIERS))[0]
    engine.client.indices.put_settings(index=name, settings={"index.blocks.write": True})
    outbox.changed(STUK, range(100))
    assert outbox.drain(engine).refused == 100
    assert IndexChange.objects.count() == 100
    assert engine.search(Query(IndexName.DOSSIERS, (Principal("iedereen"),))).total == 0
    engine.client.indices.put_settings(index=name, settings={"index.blocks.write": False})
    assert outbox.drain(engine, now=True).written == 100
    assert not IndexChange.objects.exists()
