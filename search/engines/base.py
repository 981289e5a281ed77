"""The interface that both engines fulfil, and the values that go in and out.

Nothing here knows a dossier, a page or a user: a document says which *principals* find it, a query says which
principals ask, and the engine finds no document without one of them.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from search.clauses import Clause


class IndexName(StrEnum):
    """Two indices and two result lists: what ranks one must not leak into the other."""

    GUIDANCE = "guidance"
    DOSSIERS = "dossiers"


FACETS = ("soort", "fase", "onderwerp", "tag", "dossier")
"""Fields that a query may be narrowed by and counted over."""

FACET_SIZE = 200
"""Values counted per facet; more different values than this in one result are not shown."""


class SearchUnavailableError(RuntimeError):
    """The engine can't be reached or can't answer; the caller falls back to the database."""


class IndexOutdatedError(SearchUnavailableError):
    """The index was built with another version of the analysis chain or of the schema: rebuild it."""


class WriterBusyError(RuntimeError):
    """Another process holds the one writer of the embedded index."""


@dataclass(frozen=True, slots=True)
class Principal:
    """Someone a document may be found by: everyone, or those with a role in one dossier.

    `vanaf` and `tot` bound the moment (`SearchDocument.datum`) of what is found by it. They belong to the one who
    asks, never to the document, so that giving or ending access changes no index.
    """

    name: str
    vanaf: datetime | None = None
    tot: datetime | None = None


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What is stored of one findable object. `key` is unique in its index and stays; `version` only goes up.

    `text` is all that is searched besides the title; it is kept, to make highlights from. Facet values are codes.
    """

    index: IndexName
    key: str
    version: int
    soort: str
    title: str
    text: str
    url: str
    principals: tuple[str, ...]
    section: str = ""
    fase: tuple[str, ...] = ()
    onderwerp: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    dossier: str = ""
    datum: datetime | None = None

    def digest(self) -> str:
        """Names the content, version aside: the same for a document read again and not changed."""
        fields = [getattr(self, name) for name in self.__slots__ if name not in ("version", "datum")]
        fields.append(self.datum.astimezone(UTC).isoformat() if self.datum else None)
        return hashlib.blake2b(repr(fields).encode(), digest_size=12).hexdigest()

    def facet_values(self, facet: str) -> tuple[str, ...]:
        """The values of one of `FACETS`."""
        value: str | tuple[str, ...] = getattr(self, facet)
        if isinstance(value, tuple):
            return value
        return (value,) if value else ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Says that an object is gone. It stays in the index, found by nobody: a late write can't bring the object back."""

    index: IndexName
    key: str
    version: int


Change = SearchDocument | Tombstone


@dataclass(frozen=True, slots=True)
class Query:
    """What an engine is asked: at least `at_least` of `needs`, only documents that one of `principals` finds.

    No needs: every document that may be found. `filters` holds chosen values per facet: one of the values of each
    facet. With `by_date`, scores are constant and equal scores are ordered by date, newest first.
    """

    index: IndexName
    principals: tuple[Principal, ...]
    needs: tuple[Clause, ...] = ()
    at_least: int = 1
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    datum_vanaf: datetime | None = None
    datum_tot: datetime | None = None
    by_date: bool = False
    limit: int = 20
    offset: int = 0
    facets: tuple[str, ...] = FACETS


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found, as it was stored."""

    key: str
    version: int
    score: float
    soort: str
    title: str
    text: str
    url: str
    section: str = ""
    fase: tuple[str, ...] = ()
    onderwerp: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    dossier: str = ""
    datum: datetime | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits, and over all that was found: how many, and how many per facet value."""

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A change that the engine did not take, and why; the outbox keeps it."""

    change: Change
    reason: str


class SearchEngine(ABC):
    """An engine with the two indices. Methods raise SearchUnavailableError when it can't answer."""

    name: str

    def search(self, query: Query) -> Results:
        """Answers `query`. Without principals the answer is empty, and no index is touched."""
        if not query.principals:
            return Results()
        return self._search(query)

    @abstractmethod
    def _search(self, query: Query) -> Results: ...

    @abstractmethod
    def apply(self, changes: Iterable[Change], *, wait: bool = False) -> list[Failure]:
        """Writes changes, each only when its version is not older than what is stored; an older one counts as done.

        With `wait`, they can be found when this returns. Gives back what could not be written.
        """

    @abstractmethod
    def rebuild(self, index: IndexName) -> Rebuild:
        """Starts a new index beside the one in use; see `Rebuild`."""

    @abstractmethod
    def stored(self, index: IndexName) -> Iterator[tuple[str, int, str]]:
        """Key, version and digest of everything stored; a tombstone has no digest. For `index_verify`."""

    @abstractmethod
    def check(self) -> None:
        """Raises IndexOutdatedError when an index must be rebuilt, SearchUnavailableError without an engine."""

    @abstractmethod
    def purge(self) -> None:
        """Takes the bytes of replaced and deleted documents out of the files; needed after destruction."""


class Rebuild(ABC):
    """A new index in the making. Until `swap` the old one is in use; leaving the `with` without it drops the new."""

    @abstractmethod
    def __enter__(self) -> Rebuild: ...

    @abstractmethod
    def __exit__(self, *exc_info: object) -> None: ...

    @abstractmethod
    def add(self, documents: Iterable[Change]) -> Iterator[int]:
        """Writes documents in bulk and yields how many are written; RebuildFailedError at the first refusal."""

    @abstractmethod
    def count(self) -> int:
        """How many documents the new index holds."""

    @abstractmethod
    def swap(self) -> None:
        """Puts the new index in use in one step; the old one is kept for a way back."""


class RebuildFailedError(RuntimeError):
    """The new index could not be filled; the old one is still in use."""
