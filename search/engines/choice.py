"""Which engine the settings ask for; one per process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from search.engines.base import SearchEngine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine

ENGINES = ("embedded", "elasticsearch")


def current_engine() -> SearchEngine:
    """The engine of `settings.SEARCH_ENGINE`."""
    return engine_by_name(settings.SEARCH_ENGINE)


def engine_by_name(name: str) -> SearchEngine:
    """The engine of this name with the settings' place for it; KeyError for another name."""
    if name == "embedded":
        return _embedded(Path(settings.SEARCH_INDEX_DIR))
    if name == "elasticsearch":
        return _elasticsearch(settings.ELASTICSEARCH_URL, settings.SEARCH_INDEX_PREFIX)
    raise KeyError(f"there is no search engine {name!r}; choose one of {', '.join(ENGINES)}")


@cache
def _embedded(folder: Path) -> EmbeddedEngine:
    return EmbeddedEngine(folder)


@cache
def _elasticsearch(url: str, prefix: str) -> ElasticsearchEngine:
    return ElasticsearchEngine(url, prefix)
