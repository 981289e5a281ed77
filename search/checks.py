"""System checks: a chain that no longer stems, or an engine that doesn't exist, stops the start."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from search.analysis.chain import self_test
from search.analysis.stems import StemmerBrokenError
from search.engines.choice import ENGINES


@register()
def chain_works(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The self-test of the Dutch chain."""
    try:
        self_test()
    except StemmerBrokenError as error:
        return [Error(str(error), hint="Compare the version of PyStemmer with pyproject.toml.", id="search.E001")]
    return []


@register()
def engine_exists(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """SEARCH_ENGINE names an engine."""
    if settings.SEARCH_ENGINE in ENGINES:
        return []
    return [Error(f"SEARCH_ENGINE is {settings.SEARCH_ENGINE!r}, not one of {ENGINES}", id="search.E002")]


@register()
def one_reader_of_the_embedded_index(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """More than one web process needs Elasticsearch: the embedded index is for one process at a time."""
    if settings.SEARCH_ENGINE != "embedded" or settings.WEB_PROCESSES == 1:
        return []
    return [
        Error(
            f"The embedded search engine serves one web process; REGIEKADER_WEB_PROCESSES is {settings.WEB_PROCESSES}.",
            hint="Set REGIEKADER_WEB_PROCESSES=1, or REGIEKADER_SEARCH_ENGINE=elasticsearch.",
            id="search.E003",
        )
    ]
