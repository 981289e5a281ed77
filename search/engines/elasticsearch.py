"""The Elasticsearch engine, through elasticsearch_dsl: the reference, for production.

Each index has a dated name behind the alias `<prefix>-<index>`; a rebuild fills a new one, behind the alias
`<prefix>-<index>-building`, to which every change is written as well until the swap.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError, helpers
from elasticsearch_dsl import Index

from search.analysis.chain import fingerprint
from search.engines.base import (
    FACETS,
    Change,
    Failure,
    Hit,
    IndexName,
    IndexOutdatedError,
    Query,
    Rebuild,
    RebuildFailedError,
    Results,
    SearchEngine,
    SearchUnavailableError,
    Tombstone,
)
from search.engines.elasticsearch_documents import DOCUMENTS, Findable
from search.engines.elasticsearch_query import render
from search.engines.terms import analysed

SCHEMA_VERSION = "2"
SERVER = "8."
"""The major version this client works with."""

SEARCH_SECONDS = 3
BULK_SECONDS = 30
REST_SECONDS = 5.0
"""After a failure a search is not tried for so long: nobody waits for a server that just did not answer."""

_CHUNK = 500
_SENDERS = 2
_RECHECK_SECONDS = 30.0


@contextmanager
def _available() -> Iterator[None]:
    """Turns every trouble with the server into SearchUnavailableError."""
    try:
        yield
    except (ApiError, TransportError, helpers.BulkIndexError) as error:
        raise SearchUnavailableError(f"Elasticsearch: {type(error).__name__}: {str(error)[:300]}") from error


class ElasticsearchEngine(SearchEngine):
    """See the module. `url` may hold a user and password; `prefix` keeps installations on one server apart."""

    name = "elasticsearch"

    def __init__(self, url: str, prefix: str) -> None:
        self.prefix = prefix
        self.client = Elasticsearch(url, request_timeout=SEARCH_SECONDS, retry_on_timeout=False, max_retries=0)
        self.bulk_client = self.client.options(request_timeout=BULK_SECONDS)
        self._checked: dict[IndexName, float] = {}
        self._rests_until = 0.0

    def alias(self, index: IndexName) -> str:
        """The name by which an index is searched."""
        return f"{self.prefix}-{index.value}"

    def building(self, index: IndexName) -> str:
        """The name by which an index in the making is written."""
        return f"{self.prefix}-{index.value}-building"

    def _search(self, query: Query) -> Results:
        if time.monotonic() < self._rests_until:
            raise SearchUnavailableError("Elasticsearch did not answer a moment ago")
        try:
            answer = self._ask(query)
        except SearchUnavailableError:
            self._rests_until = time.monotonic() + REST_SECONDS
            raise
        document = DOCUMENTS[query.index]
        hits = tuple(_hit(document.from_es(hit)) for hit in answer["hits"]["hits"])
        facets = {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in answer["aggregations"][facet]["values"]["buckets"]}
            for facet in query.facets
        }
        return Results(int(answer["hits"]["total"]["value"]), hits, facets)

    def _ask(self, query: Query) -> dict[str, Any]:
        with _available():
            if time.monotonic() - self._checked.get(query.index, float("-inf")) > _RECHECK_SECONDS:
                self._check(query.index)
            # The body goes out as it is: going through Search objects costs more than the search itself.
            answer: dict[str, Any] = self.client.search(index=self.alias(query.index), body=render(query)).body
            return answer

    def apply(self, changes: Iterable[Change], *, wait: bool = False) -> list[Failure]:
        """See the base. Without `wait`, changes can be found within a second or so."""
        changes = list(changes)
        failures: dict[tuple[IndexName, str], Failure] = {}
        with _available():
            targets = {index: self._targets(index) for index in {change.index for change in changes}}
            by_id = {(change.index, change.key): change for change in changes}
            actions = (_action(change, target) for change in changes for target in targets[change.index])
            owners = {target: index for index, names in targets.items() for target in names}
            for accepted, answer in helpers.streaming_bulk(
                self.bulk_client,
                actions,
                chunk_size=_CHUNK,
                raise_on_error=False,
                refresh=wait,
            ):
                result = answer["index"]
                if not accepted and result["status"] != 409:
                    change = by_id[owners[result["_index"]], result["_id"]]
                    failures[change.index, change.key] = Failure(change, str(result.get("error", ""))[:300])
        return list(failures.values())

    def rebuild(self, index: IndexName) -> ElasticsearchRebuild:
        """Starts a new index; one that an earlier rebuild left half is dropped."""
        return ElasticsearchRebuild(self, index)

    def stored(self, index: IndexName) -> Iterator[tuple[str, int, str]]:
        """See the base; refreshes first."""
        with _available():
            self.bulk_client.indices.refresh(index=self.alias(index))
            asked = {"_source": ["version", "digest"]}
            for hit in helpers.scan(self.bulk_client, index=self.alias(index), query=asked, size=2000):
                yield hit["_id"], hit["_source"]["version"], hit["_source"]["digest"]

    def check(self) -> None:
        """Asks the server's version, and compares how each index was made with how it would be made now."""
        with _available():
            version = self.client.info()["version"]["number"]
            if not version.startswith(SERVER):
                raise SearchUnavailableError(f"Elasticsearch {version} runs; this needs {SERVER}x")
            for index in IndexName:
                self._check(index)

    def _check(self, index: IndexName) -> None:
        try:
            mapping = self.client.indices.get_mapping(index=self.alias(index))
        except NotFoundError as error:
            raise IndexOutdatedError(f"there is no index {self.alias(index)} yet: run index_rebuild") from error
        for name, content in mapping.items():
            if content["mappings"].get("_meta") != made_by():
                raise IndexOutdatedError(f"index {name} was made by another version: run index_rebuild")
        analysed_text = self.client.indices.analyze(
            index=self.alias(index), field="terms.text", text="OM r&e beeld 1.2a"
        )
        terms = [token["token"] for token in analysed_text["tokens"]]
        if terms != ["OM", "r&e", "beeld", "1.2a"]:
            raise IndexOutdatedError(f"index {self.alias(index)} changes the terms it gets: {terms}")
        self._checked[index] = time.monotonic()

    def purge(self) -> None:
        """Merges what is left and deletes every older index."""
        with _available():
            for index in IndexName:
                current = self._behind(self.alias(index))
                if current:
                    self.bulk_client.indices.forcemerge(index=current[0], max_num_segments=1)
                    self.drop_all_but(index, set(current))

    def _behind(self, alias: str) -> list[str]:
        try:
            return list(self.client.indices.get_alias(name=alias))
        except NotFoundError:
            return []

    def _targets(self, index: IndexName) -> list[str]:
        """The index in use, made when there is none, and the one in the making."""
        current = self._behind(self.alias(index))
        if not current:
            current = [self.create(index, self.alias(index))]
        return current + self._behind(self.building(index))

    def create(self, index: IndexName, alias: str) -> str:
        """Makes an empty index behind `alias` and gives its name."""
        name = f"{self.alias(index)}-{time.strftime('%Y%m%dt%H%M%S')}-{time.monotonic_ns() % 100000:05d}"
        made = Index(name, using=self.client)
        made.document(DOCUMENTS[index])
        made.settings(number_of_shards=1, number_of_replicas=0)
        body = made.to_dict()
        body["mappings"]["_meta"] = made_by()
        self.client.indices.create(
            index=name, mappings=body["mappings"], settings=body["settings"], aliases={alias: {}}
        )
        return name

    def drop_all_but(self, index: IndexName, kept: set[str]) -> None:
        """Deletes the other dated indices of this installation."""
        pattern = f"{self.alias(index)}-2*"
        for name in self.client.indices.get(index=pattern, expand_wildcards="open"):
            if name not in kept:
                self.client.indices.delete(index=name)


class ElasticsearchRebuild(Rebuild):
    """A dated index behind the alias `-building` that becomes the one in use by `swap`."""

    def __init__(self, engine: ElasticsearchEngine, index: IndexName) -> None:
        self._engine = engine
        self._index = index
        self._name = ""
        self._swapped = False

    def __enter__(self) -> ElasticsearchRebuild:
        with _available():
            for leftover in self._engine._behind(self._engine.building(self._index)):
                self._engine.client.indices.delete(index=leftover)
            self._name = self._engine.create(self._index, self._engine.building(self._index))
            self._settings(refresh_interval="-1")
        return self

    def __exit__(self, *exc_info: object) -> None:
        if not self._swapped and self._name:
            with _available():
                self._engine.client.indices.delete(index=self._name, ignore_unavailable=True)

    def add(self, documents: Iterable[Change]) -> Iterator[int]:
        """See the base. Documents are read and analysed here, in the caller's thread, while others send them."""
        written = 0
        with _available(), ThreadPoolExecutor(max_workers=_SENDERS) as senders:
            sent: deque[Future[int]] = deque()
            for chunk in _chunks(_action(document, self._name) for document in documents):
                sent.append(senders.submit(self._send, chunk))
                if len(sent) > _SENDERS:
                    written += sent.popleft().result()
                    yield written
            for future in sent:
                written += future.result()
        yield written

    def _send(self, chunk: list[dict[str, Any]]) -> int:
        answers = helpers.streaming_bulk(
            self._engine.bulk_client, chunk, chunk_size=len(chunk), raise_on_error=False, max_retries=0
        )
        for accepted, answer in answers:
            result = answer["index"]
            if not accepted and result["status"] != 409:
                raise RebuildFailedError(f"{result['_id']}: {str(result.get('error', ''))[:300]}")
        return len(chunk)

    def count(self) -> int:
        """Documents in the new index, tombstones included."""
        with _available():
            self._engine.bulk_client.indices.refresh(index=self._name)
            return int(self._engine.client.count(index=self._name)["count"])

    def swap(self) -> None:
        """Moves the alias in one call and keeps the index that was in use."""
        engine, alias = self._engine, self._engine.alias(self._index)
        with _available():
            self._settings(refresh_interval=None)
            engine.bulk_client.indices.refresh(index=self._name)
            old = engine._behind(alias)
            actions: list[dict[str, Any]] = [{"remove": {"index": name, "alias": alias}} for name in old]
            actions.append({"remove": {"index": self._name, "alias": engine.building(self._index)}})
            actions.append({"add": {"index": self._name, "alias": alias}})
            engine.client.indices.update_aliases(actions=actions)
            self._swapped = True
            engine.drop_all_but(self._index, {self._name, *old})

    def _settings(self, **settings: Any) -> None:
        self._engine.client.indices.put_settings(index=self._name, settings={"index": settings})


def _chunks(actions: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    remaining = iter(actions)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def made_by() -> dict[str, str]:
    """What an index has to be made by to be used: kept in its mapping."""
    return {"chain": fingerprint(), "schema": SCHEMA_VERSION}


def _action(change: Change, target: str) -> dict[str, Any]:
    return {
        "_op_type": "index",
        "_index": target,
        "_id": change.key,
        "version": change.version,
        "version_type": "external_gte",
        "_source": _source(change),
    }


def _source(change: Change) -> dict[str, Any]:
    if isinstance(change, Tombstone):
        return {"key": change.key, "version": change.version, "digest": ""}
    source: dict[str, Any] = {facet: list(change.facet_values(facet)) for facet in FACETS}
    source |= {
        "key": change.key,
        "version": change.version,
        "digest": change.digest(),
        "principals": list(change.principals),
        "datum": change.datum.isoformat() if change.datum else None,
        "moment": change.datum.isoformat() if change.datum else "",
        "title": change.title,
        "body": change.text,
        "url": change.url,
        "section": change.section,
        "terms": analysed(change),
    }
    return source


def _hit(found: Findable) -> Hit:
    return Hit(
        key=found.key,
        version=found.version,
        score=float(found.meta.score or 0.0),
        soort="".join(found.soort),
        title=found.title,
        text=found.body,
        url=found.url,
        section=found.section,
        fase=tuple(found.fase),
        onderwerp=tuple(found.onderwerp),
        tag=tuple(found.tag),
        dossier="".join(found.dossier),
        datum=datetime.fromisoformat(found.moment) if found.moment else None,
    )
