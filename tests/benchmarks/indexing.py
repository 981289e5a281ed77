"""How fast is a rebuild, beside raw bulk in the same run?

Raw bulk (`bare`) is the shortest way to the same index: each document analysed and handed to the engine's own bulk
call, in an index with the same fields, and nothing else: no comparison of counts, no swap, no way back.

Two more figures tell what the analysis itself costs: `ready` sends the same bodies made before the clock starts,
`plain` fills the plain index of `bare.py`, analysed by the engine and without our fields.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import tantivy
from elasticsearch import helpers

from search.analysis.chain import text_terms
from search.engines import elasticsearch as elasticsearch_module
from search.engines import embedded as embedded_module
from search.engines.base import IndexName, SearchDocument
from search.engines.elasticsearch import ElasticsearchEngine
from tests.benchmarks import corpus
from tests.benchmarks.bare import bare_engine
from tests.benchmarks.engines import empty_engine


def measure(engine_name: str, docs: int) -> dict[str, float]:
    """Documents per second, until all can be found. The documents are made before any clock starts.

    Every word is analysed once before, so that neither side pays for the words the other one profits from.
    """
    documents = list(corpus.documents(docs))
    for document in documents:
        text_terms(document.text)
    raw = _raw_tantivy if engine_name == "embedded" else _raw_elasticsearch
    ours = docs / _seconds(lambda: _rebuild(engine_name, documents))
    bare = docs / raw(documents, ready=False)
    ready = docs / raw(documents, ready=True)
    with bare_engine(engine_name) as index:
        plain = docs / _seconds(lambda: index.fill(documents))
    return {
        "docs_per_s": round(ours),
        "bare_docs_per_s": round(bare),
        "ratio": round(ours / bare, 3),
        "ready_docs_per_s": round(ready),
        "plain_docs_per_s": round(plain),
    }


def _rebuild(engine_name: str, documents: Sequence[SearchDocument]) -> None:
    with empty_engine(engine_name) as engine, engine.rebuild(IndexName.DOSSIERS) as building:
        for _ in building.add(documents):
            pass
        if building.count() != len(documents):
            raise RuntimeError(f"{building.count()} of {len(documents)} documents were written")
        building.swap()


def _raw_tantivy(documents: Sequence[SearchDocument], *, ready: bool) -> float:
    bodies: Iterable[tantivy.Document] = map(embedded_module._document, documents)
    if ready:
        bodies = list(bodies)

    def write() -> None:
        with tempfile.TemporaryDirectory() as folder:
            index = tantivy.Index(embedded_module.build_schema(), path=folder)
            writer = index.writer(heap_size=128_000_000, num_threads=1)
            for document in bodies:
                writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()

    return _seconds(write)


def _raw_elasticsearch(documents: Sequence[SearchDocument], *, ready: bool) -> float:
    with empty_engine("elasticsearch") as engine:
        if not isinstance(engine, ElasticsearchEngine):
            raise TypeError
        name = engine.create(IndexName.DOSSIERS, engine.alias(IndexName.DOSSIERS))
        engine.client.indices.put_settings(index=name, settings={"index": {"refresh_interval": "-1"}})
        bodies: Iterable[dict[str, Any]] = (elasticsearch_module._action(document, name) for document in documents)
        if ready:
            bodies = list(bodies)

        def write() -> None:
            for _ in helpers.parallel_bulk(engine.bulk_client, bodies, thread_count=2, chunk_size=500):
                pass
            engine.bulk_client.indices.refresh(index=name)

        return _seconds(write)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
