"""Search as each identity: its door, with the engine there and with the engine away. Its pages are in the round."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import override_settings

from accounts.models import User
from search.engines.base import IndexName, SearchUnavailableError
from search.engines.choice import current_engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.query import Antwoord, search_dossiers, search_guidance
from search.upkeep import rebuild

from .identities import IDENTITIES, Identity
from .rounds import Leak
from .world import EVERYWHERE, World

WORDS_PER_PLACE = 12


@contextmanager
def indexed() -> Iterator[None]:
    """An index of what is in the database now, thrown away afterwards."""
    with (
        tempfile.TemporaryDirectory() as folder,
        override_settings(SEARCH_INDEX_DIR=folder, SEARCH_INDEX_PREFIX=f"regiekader-sweep-{os.getpid()}"),
    ):
        engine = current_engine()
        try:
            for index in IndexName:
                rebuild(engine, index)
            yield
        finally:
            if isinstance(engine, ElasticsearchEngine):
                for name in engine.client.indices.get(index=f"{engine.prefix}-*"):
                    engine.client.indices.delete(index=name)


class _Away:
    """An engine that answers nothing."""

    def search(self, *_args: Any, **_kwargs: Any) -> Any:
        raise SearchUnavailableError("away")


def leaks(world: World) -> tuple[int, set[Leak]]:
    """How many questions were asked, and what came out for someone who may not meet it."""
    words = [*_words(world), EVERYWHERE, "persoon", "tekst", "regel", *(d.nummer for d in world.dossiers.values())]
    asked, found = 0, set()
    for identity in IDENTITIES:
        user = User.objects.get(username=identity.username) if identity.username else AnonymousUser()
        for engine in (None, _Away()):
            for word in words:
                asked += 1
                with transaction.atomic():
                    answers = [search_dossiers(user, word, engine=engine)]  # type: ignore[arg-type]
                    if engine is None:
                        answers.append(search_guidance(user, word))
                    transaction.set_rollback(True)
                for answer in answers:
                    found |= _judge(world, identity, word, answer)
    return asked, found


def _words(world: World) -> list[str]:
    """A canary of each kind of place, so that each kind of text is looked for."""
    by_kind: dict[str, str] = {}
    for word, canary in world.canaries.words.items():
        by_kind.setdefault(canary.place.rsplit(",", 1)[0], word)
    words = list(by_kind.values())
    return words[:: max(1, len(words) // (2 * WORDS_PER_PLACE))]


def _judge(world: World, identity: Identity, word: str, answer: Antwoord) -> set[Leak]:
    sent = world.canaries.find(word)
    parts: list[tuple[str, str]] = [("facet", str(answer.facets)), ("suggestion", answer.suggestion or "")]
    for found in answer.found:
        hit = found.hit
        parts.append(("hit", f"{hit.title} {hit.text} {hit.url} {hit.section} {hit.dossier}"))
    leaked = {
        Leak(identity.name, "SEARCH", word, channel, canary.place)
        for channel, text in parts
        for canary in world.canaries.find(text) - sent
        if identity.name not in canary.readers
    }
    # A word that only stands in a text of others must not be found, even if nothing of that text is shown.
    for canary in sent:
        if canary.word == word and identity.name not in canary.readers and answer.total:
            leaked.add(Leak(identity.name, "SEARCH", word, "count", canary.place))
    return leaked
