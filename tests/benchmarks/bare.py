"""The bare engines doing the same: the same documents in a plain index of their own, asked through the plain client.

Dutch analysis as the engine brings it, a match on title and text, a filter on principals, three facets, twenty hits
with the engine's own highlights. No compounds, synonyms, typing errors or order by date.
"""

from __future__ import annotations

import tempfile
import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import tantivy
from elasticsearch import Elasticsearch, helpers

from search.engines.base import Principal, SearchDocument
from tests.benchmarks.engines import elasticsearch_url

FACETS = ("soort", "fase", "tag")


class Bare(ABC):
    """One plain index."""

    @abstractmethod
    def fill(self, documents: Iterable[SearchDocument]) -> int:
        """Writes documents in bulk; gives how many."""

    @abstractmethod
    def search(self, words: str, principals: tuple[Principal, ...]) -> int:
        """One full query; gives how many were found."""


class BareTantivy(Bare):
    def __init__(self, folder: str) -> None:
        builder = tantivy.SchemaBuilder()
        for name in ("title", "text"):
            builder.add_text_field(name, stored=True, tokenizer_name="nl")
        for name in ("key", "principals", *FACETS):
            builder.add_text_field(name, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema, path=folder)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self.index.register_tokenizer("nl", analyzer.filter(tantivy.Filter.stemmer("dutch")).build())

    def fill(self, documents: Iterable[SearchDocument]) -> int:
        writer = self.index.writer(heap_size=128_000_000, num_threads=1)
        number = 0
        for document in documents:
            row = tantivy.Document()
            for name in ("title", "text", "key"):
                row.add_text(name, getattr(document, name))
            for name in ("principals", *FACETS):
                for value in document.principals if name == "principals" else document.facet_values(name):
                    row.add_text(name, value)
            writer.add_document(row)
            number += 1
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        return number

    def search(self, words: str, principals: tuple[Principal, ...]) -> int:
        asked = self.index.parse_query(words, ["title", "text"], conjunction_by_default=True)
        names = [principal.name for principal in principals]
        allowed = tantivy.Query.term_set_query(self.schema, "principals", names)
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, allowed)])
        searcher = self.index.searcher()
        found = searcher.search(query, limit=20)
        snippets = tantivy.SnippetGenerator.create(searcher, asked, self.schema, "text")
        for _, address in found.hits:
            row = searcher.doc(address)
            row.to_dict()
            snippets.snippet_from_doc(row).to_html()
        searcher.aggregate(query, {facet: {"terms": {"field": facet, "size": 200}} for facet in FACETS})
        return int(found.count)


class BareElasticsearch(Bare):
    def __init__(self, client: Elasticsearch, name: str) -> None:
        self.client, self.name = client, name
        text = {"type": "text", "analyzer": "dutch"}
        fields: dict[str, Any] = {"title": text, "text": text}
        fields |= {name: {"type": "keyword"} for name in ("key", "principals", *FACETS)}
        settings = {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"}
        client.indices.create(index=self.name, mappings={"properties": fields}, settings=settings)

    def fill(self, documents: Iterable[SearchDocument]) -> int:
        actions = (
            {
                "_index": self.name,
                "_id": document.key,
                "_source": {
                    "title": document.title,
                    "text": document.text,
                    "key": document.key,
                    "principals": document.principals,
                    **{facet: document.facet_values(facet) for facet in FACETS},
                },
            }
            for document in documents
        )
        number = sum(
            accepted for accepted, _ in helpers.parallel_bulk(self.client, actions, thread_count=2, chunk_size=500)
        )
        self.client.indices.refresh(index=self.name)
        return number

    def search(self, words: str, principals: tuple[Principal, ...]) -> int:
        asked = {
            "multi_match": {"query": words, "fields": ["title^2", "text"], "type": "cross_fields", "operator": "and"}
        }
        allowed = {"terms": {"principals": [principal.name for principal in principals]}}
        found = self.client.search(
            index=self.name,
            query={"bool": {"must": [asked], "filter": [allowed]}},
            size=20,
            track_total_hits=True,
            aggs={facet: {"terms": {"field": facet, "size": 200}} for facet in FACETS},
            highlight={"fields": {"title": {}, "text": {}}},
        )
        return int(found["hits"]["total"]["value"])


@contextmanager
def bare_engine(name: str) -> Iterator[Bare]:
    """A plain index of this kind, thrown away afterwards."""
    if name == "embedded":
        with tempfile.TemporaryDirectory() as folder:
            yield BareTantivy(folder)
        return
    client = Elasticsearch(elasticsearch_url(), request_timeout=60)
    index = f"meting-{uuid.uuid4().hex[:10]}-kaal"
    try:
        yield BareElasticsearch(client, index)
    finally:
        client.indices.delete(index=index, ignore_unavailable=True)
