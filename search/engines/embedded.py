"""The embedded engine: tantivy, in a folder of its own. The default, and for one machine.

One process writes at a time (`WriterBusyError` for a second one); every process reads. Layout of the folder:
`<index>/<generation>/` holds an index, `<index>/current` names the generation in use, `writer.lock` guards the writer.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import tantivy

from search.engines.base import (
    FACET_SIZE,
    FACETS,
    Change,
    Failure,
    Hit,
    IndexName,
    Query,
    Rebuild,
    Results,
    SearchDocument,
    SearchEngine,
    SearchUnavailableError,
    Tombstone,
)
from search.engines.embedded_files import Generations
from search.engines.embedded_query import recency, render
from search.engines.terms import FIELDS, analysed

_BULK = 1000
_HEAP = 64_000_000
_DEEPEST = 10_000


def build_schema() -> tantivy.Schema:
    """The schema of both indices; terms come ready-made and are cut at spaces."""
    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        option = "basic" if name in ("title_words", "words") else "position"
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=option)
    for name in ("key", *FACETS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True, stored=name == "key")
    builder.add_text_field("principals", tokenizer_name="raw", index_option="basic")
    builder.add_float_field("recency", fast=True)
    builder.add_integer_field("datum", indexed=True, fast=True)
    builder.add_unsigned_field("version", indexed=True, fast=True)
    builder.add_bytes_field("source", stored=True)
    return builder.build()


class _Reader:
    """The index in use, opened once per process and reloaded when its files say that something changed."""

    def __init__(self, generations: Generations) -> None:
        self.generations = generations
        self._lock = threading.Lock()
        self._stamp: tuple[Any, ...] = ()
        self._index: tantivy.Index | None = None

    def searcher(self) -> tuple[tantivy.Index, tantivy.Searcher]:
        """The index and a searcher over its newest commit; raises IndexOutdatedError when there is none to be used."""
        stamp = self.generations.stamp()
        with self._lock:
            if self._index is None or stamp[:1] != self._stamp[:1]:
                self._index = self.generations.open()
            if stamp != self._stamp:
                self._index.reload()
                self._stamp = stamp
            return self._index, self._index.searcher()


class EmbeddedEngine(SearchEngine):
    """See the module. `folder` is made on the first write."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.generations = {index: Generations(folder, index.value, build_schema) for index in IndexName}
        self._readers = {index: _Reader(self.generations[index]) for index in IndexName}

    def _search(self, query: Query) -> Results:
        index, searcher = self._readers[query.index].searcher()
        try:
            return _answer(index.schema, searcher, query)
        except ValueError as error:
            raise SearchUnavailableError(str(error)) from error

    def apply(self, changes: Iterable[Change], *, wait: bool = False) -> list[Failure]:
        """See the base. A commit is on disk and visible to every process when this returns, `wait` or not."""
        by_index: dict[IndexName, list[Change]] = {}
        for change in changes:
            by_index.setdefault(change.index, []).append(change)
        failures: list[Failure] = []
        with self.generations[IndexName.GUIDANCE].writing():
            for name, batch in by_index.items():
                failures += self._write(name, batch)
        return failures

    def _write(self, name: IndexName, batch: Sequence[Change]) -> list[Failure]:
        index = self.generations[name].open_or_create()
        searcher = index.searcher()
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        versions: dict[str, int] = {}
        failures: list[Failure] = []
        try:
            for change in batch:
                newest = versions.get(change.key)
                if newest is None:
                    newest = _stored_version(index.schema, searcher, change.key)
                if newest > change.version:
                    continue
                versions[change.key] = change.version
                try:
                    document = _document(change)
                except (ValueError, TypeError) as error:
                    failures.append(Failure(change, str(error)))
                    continue
                writer.delete_documents_by_term("key", change.key)
                writer.add_document(document)
            writer.commit()
        finally:
            writer.wait_merging_threads()
        return failures

    def rebuild(self, index: IndexName) -> EmbeddedRebuild:
        """Starts a new generation; holds the writer until the `with` ends."""
        return EmbeddedRebuild(self.generations[index])

    def stored(self, index: IndexName) -> Iterator[tuple[str, int, str]]:
        """See the base; of the newest commit."""
        _, searcher = self._readers[index].searcher()
        found = searcher.search(tantivy.Query.all_query(), limit=max(searcher.num_docs, 1))
        for _, address in found.hits:
            stored = searcher.doc(address).to_dict()
            source = json.loads(stored["source"][0])
            if "gone" in source:
                yield stored["key"][0], source["gone"], ""
            else:
                yield stored["key"][0], source["version"], source["digest"]

    def check(self) -> None:
        """Opens both indices; raises IndexOutdatedError when one is missing or built with another chain."""
        for reader in self._readers.values():
            reader.searcher()

    def purge(self) -> None:
        """Writes each index anew from what is stored, and removes every older generation with its bytes."""
        for name in IndexName:
            if not self.generations[name].exists():
                continue
            with self.rebuild(name) as rebuild:
                _, searcher = self._readers[name].searcher()
                found = searcher.search(tantivy.Query.all_query(), limit=max(searcher.num_docs, 1))
                changes = (_change(name, searcher.doc(address).to_dict()) for _, address in found.hits)
                for _ in rebuild.add(changes):
                    pass
                rebuild.swap()
                self.generations[name].forget_old()


class EmbeddedRebuild(Rebuild):
    """A generation that becomes the current one by `swap`."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._writing = generations.writing()
        self._count = 0
        self._swapped = False

    def __enter__(self) -> EmbeddedRebuild:
        self._writing.__enter__()
        self._generation, self._index = self._generations.create()
        return self

    def __exit__(self, *exc_info: object) -> None:
        if not self._swapped:
            self._generations.drop(self._generation)
        self._writing.__exit__(None, None, None)

    def add(self, documents: Iterable[Change]) -> Iterator[int]:
        """See the base; one commit at the end."""
        writer = self._index.writer(heap_size=2 * _HEAP, num_threads=1)
        try:
            for document in documents:
                writer.add_document(_document(document))
                self._count += 1
                if self._count % _BULK == 0:
                    yield self._count
            writer.commit()
        finally:
            writer.wait_merging_threads()
        yield self._count

    def count(self) -> int:
        """Documents that a reader of the new generation sees."""
        self._index.reload()
        return int(self._index.searcher().num_docs)

    def swap(self) -> None:
        """Puts the generation in use and keeps one older one."""
        self._generations.use(self._generation)
        self._swapped = True


def _document(change: Change) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("key", change.key)
    document.add_unsigned("version", change.version)
    if isinstance(change, Tombstone):
        document.add_float("recency", recency(None))
        document.add_bytes("source", json.dumps({"gone": change.version}).encode())
        return document
    for name, terms in analysed(change).items():
        document.add_text(name, terms)
    for facet in FACETS:
        for value in change.facet_values(facet):
            document.add_text(facet, value)
    for principal in change.principals:
        document.add_text("principals", principal)
    if change.datum is not None:
        document.add_integer("datum", _microseconds(change.datum))
    document.add_float("recency", recency(change.datum))
    document.add_bytes("source", _source(change))
    return document


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


_KEPT = ("soort", "title", "text", "url", "section", "fase", "onderwerp", "tag", "dossier")


def _source(document: SearchDocument) -> bytes:
    kept: dict[str, Any] = {name: getattr(document, name) for name in _KEPT}
    kept["principals"] = document.principals
    kept |= {"version": document.version, "digest": document.digest()}
    kept["datum"] = document.datum.isoformat() if document.datum else None
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def _kept(source: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {name: source[name] for name in _KEPT}
    for name in ("fase", "onderwerp", "tag"):
        values[name] = tuple(values[name])
    values["datum"] = datetime.fromisoformat(source["datum"]) if source["datum"] else None
    return values


def _change(index: IndexName, stored: Mapping[str, list[Any]]) -> Change:
    key = stored["key"][0]
    source = json.loads(stored["source"][0])
    if "gone" in source:
        return Tombstone(index, key, source["gone"])
    return SearchDocument(index, key, source["version"], principals=tuple(source["principals"]), **_kept(source))


def _stored_version(schema: tantivy.Schema, searcher: tantivy.Searcher, key: str) -> int:
    found = searcher.search(tantivy.Query.term_query(schema, "key", key), limit=1, count=False).hits
    if not found:
        return -1
    return int(searcher.fast_field_values("version", [found[0][1]])[0] or 0)


def _answer(schema: tantivy.Schema, searcher: tantivy.Searcher, query: Query) -> Results:
    wanted = min(query.offset + query.limit, _DEEPEST)
    rendered = render(schema, query)
    weight = "recency" if query.by_date else None
    found = searcher.search(rendered, limit=max(wanted + 1, 1), weight_by_field=weight)
    total: int = found.count  # type: ignore[attr-defined]
    ranked = found.hits
    fetched = wanted + 1
    # Equal scores at the edge of the page: fetch all of them, or chance decides which are on it.
    while 0 < wanted < len(ranked) == fetched and ranked[-1][0] == ranked[wanted - 1][0]:
        fetched *= 4
        ranked = searcher.search(rendered, limit=fetched, count=False, weight_by_field=weight).hits
    hits = [_hit(score, searcher.doc(address).to_dict()) for score, address in ranked]
    hits.sort(key=lambda hit: _order(hit, query.by_date))
    facets = _facets(schema, searcher, query, rendered)
    return Results(total, tuple(hits[query.offset : wanted]), facets)


def _order(hit: Hit, by_date: bool) -> tuple[float, float, str]:
    moment = hit.datum.timestamp() if by_date and hit.datum else 0.0
    return -hit.score, -moment, hit.key


def _hit(score: float, stored: Mapping[str, list[Any]]) -> Hit:
    source = json.loads(stored["source"][0])
    return Hit(stored["key"][0], source["version"], score, **_kept(source))


def _facets(
    schema: tantivy.Schema, searcher: tantivy.Searcher, query: Query, rendered: tantivy.Query
) -> dict[str, dict[str, int]]:
    """Counts per facet; a facet that is itself narrowed is counted as if it were not, so that others can be added."""
    free = [facet for facet in query.facets if facet not in query.filters]
    counts = _count(searcher, rendered, free)
    for facet in query.facets:
        if facet in query.filters:
            wider = {name: values for name, values in query.filters.items() if name != facet}
            counts |= _count(searcher, render(schema, replace(query, filters=wider)), [facet])
    return counts


def _count(searcher: tantivy.Searcher, rendered: tantivy.Query, facets: Sequence[str]) -> dict[str, dict[str, int]]:
    if not facets:
        return {}
    asked = {facet: {"terms": {"field": facet, "size": FACET_SIZE}} for facet in facets}
    answer = searcher.aggregate(rendered, asked)
    return {facet: {bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]} for facet in facets}
