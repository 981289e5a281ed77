"""An empty engine of either kind for one measurement, thrown away afterwards."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.engines.base import SearchEngine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine


def elasticsearch_url() -> str:
    """Where the server is: REGIEKADER_TEST_ELASTICSEARCH, else ELASTICSEARCH_URL, else the usual port here."""
    for name in ("REGIEKADER_TEST_ELASTICSEARCH", "ELASTICSEARCH_URL"):
        if os.environ.get(name):
            return os.environ[name]
    return "http://127.0.0.1:9200"


@contextmanager
def empty_engine(name: str) -> Iterator[SearchEngine]:
    """The engine of this name with a folder or a prefix of its own."""
    if name == "embedded":
        with tempfile.TemporaryDirectory() as folder:
            yield EmbeddedEngine(Path(folder))
        return
    engine = ElasticsearchEngine(elasticsearch_url(), f"meting-{uuid.uuid4().hex[:10]}")
    try:
        yield engine
    finally:
        for index in engine.client.indices.get(index=f"{engine.prefix}-*"):
            engine.client.indices.delete(index=index)
