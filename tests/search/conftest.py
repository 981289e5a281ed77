"""Both engines, each empty, and documents to put in."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from search.engines.base import IndexName, Principal, SearchDocument, SearchEngine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine

MakeDocument = Callable[..., SearchDocument]

ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]
MOMENT = datetime(2026, 11, 24, 12, tzinfo=UTC)
EVERYONE = (Principal("iedereen"),)


def elasticsearch_url() -> str:
    """The server of the tests; its absence is a failure, never a skip."""
    url = os.environ.get("REGIEKADER_TEST_ELASTICSEARCH", "")
    if not url:
        pytest.fail("REGIEKADER_TEST_ELASTICSEARCH holds no address: start a server with tests/services/elasticsearch")
    return url


@pytest.fixture
def elasticsearch_engine() -> Iterator[ElasticsearchEngine]:
    engine = ElasticsearchEngine(elasticsearch_url(), f"proef-{uuid.uuid4().hex[:10]}")
    yield engine
    for name in engine.client.indices.get(index=f"{engine.prefix}-*"):
        engine.client.indices.delete(index=name)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> SearchEngine:
    """An empty engine, once of each kind."""
    made: SearchEngine
    if request.param == "embedded":
        made = EmbeddedEngine(tmp_path / "index")
    else:
        made = request.getfixturevalue("elasticsearch_engine")
    for index in IndexName:
        with made.rebuild(index) as building:
            list(building.add([]))
            building.swap()
    return made


@pytest.fixture
def make_document() -> MakeDocument:
    """make_document("a", title="…") gives a document that everyone may find."""

    def make(key: str, **given: Any) -> SearchDocument:
        fields: dict[str, Any] = {
            "index": IndexName.GUIDANCE,
            "version": 1,
            "soort": "paragraaf",
            "title": f"Titel {key}",
            "text": "",
            "url": f"/{key}/",
            "principals": ("iedereen",),
            "datum": MOMENT,
        }
        return SearchDocument(key=key, **(fields | given))

    return make
