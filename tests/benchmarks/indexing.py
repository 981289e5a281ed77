"""How fast is a rebuild, beside raw bulk in the same run?

Raw bulk writes the very same bodies, made ready before its clock starts, through the bare client into an index with the
same fields. What a rebuild adds is the analysis, the comparison of counts and the swap. The plain index of `bare`, with
the engine's own Dutch analysis and none of our fields, is measured as well.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence

import tantivy
from elasticsearch import helpers

from search.engines import elasticsearch as elasticsearch_module
from search.engines import embedded as embedded_module
from search.engines.base import IndexName, SearchDocument
from search.engines.elasticsearch import ElasticsearchEngine
from tests.benchmarks import corpus
from tests.benchmarks.bare import bare_engine
from tests.benchmarks.engines import empty_engine


def measure(engine_name: str, docs: int) -> dict[str, float]:
    """Documents per second, until all can be found. The documents are made before any clock starts."""
    documents = list(corpus.documents(docs))
    ours = docs / _seconds(lambda: _rebuild(engine_name, documents))
    raw = docs / (_raw_tantivy if engine_name == "embedded" else _raw_elasticsearch)(documents)
    with bare_engine(engine_name) as bare:
        plain = docs / _seconds(lambda: bare.fill(documents))
    return {
        "docs_per_s": round(ours),
        "bare_docs_per_s": round(raw),
        "ratio": round(ours / raw, 3),
        "plain_docs_per_s": round(plain),
    }


def _rebuild(engine_name: str, documents: Sequence[SearchDocument]) -> None:
    with empty_engine(engine_name) as engine, engine.rebuild(IndexName.DOSSIERS) as building:
        for _ in building.add(documents):
            pass
        if building.count() != len(documents):
            raise RuntimeError(f"{building.count()} of {len(documents)} documents were written")
        building.swap()


def _raw_tantivy(documents: Sequence[SearchDocument]) -> float:
    ready = [embedded_module._document(document) for document in documents]

    def write() -> None:
        with tempfile.TemporaryDirectory() as folder:
            index = tantivy.Index(embedded_module.build_schema(), path=folder)
            writer = index.writer(heap_size=128_000_000, num_threads=1)
            for document in ready:
                writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()

    return _seconds(write)


def _raw_elasticsearch(documents: Sequence[SearchDocument]) -> float:
    with empty_engine("elasticsearch") as engine:
        if not isinstance(engine, ElasticsearchEngine):
            raise TypeError
        name = engine.create(IndexName.DOSSIERS, engine.alias(IndexName.DOSSIERS))
        engine.client.indices.put_settings(index=name, settings={"index": {"refresh_interval": "-1"}})
        ready = [elasticsearch_module._action(document, name) for document in documents]

        def write() -> None:
            for _ in helpers.parallel_bulk(engine.bulk_client, ready, thread_count=2, chunk_size=500):
                pass
            engine.bulk_client.indices.refresh(index=name)

        return _seconds(write)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
