"""The commands, on the shipped guidance: what a person at the prompt sees."""

from __future__ import annotations

import io
import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from accounts.models import User
from casefiles.models import Stuk
from home.inrichting import ensure
from knowledge.handelingskader.importer.apply import apply
from knowledge.handelingskader.importer.bindingen import load_bindingen
from knowledge.handelingskader.importer.reading import read
from search import outbox
from search.engines.choice import engine_by_name
from search.engines.elasticsearch import ElasticsearchEngine
from search.models import IndexCounter
from tests.benchmarks.relevance import SHIPPED
from tests.search.conftest import ENGINES, elasticsearch_url

pytestmark = pytest.mark.django_db

EXPECTED = [
    ("notificatiebrief", {"1.1"}),
    ("doorbraakoverleggen", {"F2d"}),
    ("UVO", {"1.2a", "F2a"}),
    ("laaghangend fruit", {"3.4"}),
    ("privacy delen", {"2.5"}),
    ("uitstroom verhuizing", {"F3c"}),
]


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[str]:
    """An engine with nothing in it, as the settings name it."""
    name: str = request.param
    settings.SEARCH_ENGINE = name
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    if name == "elasticsearch":
        settings.ELASTICSEARCH_URL = elasticsearch_url()
        settings.SEARCH_INDEX_PREFIX = f"proef-{uuid.uuid4().hex[:10]}"
    outbox._pause.end()
    yield name
    if name == "elasticsearch":
        engine = engine_by_name(name)
        assert isinstance(engine, ElasticsearchEngine)
        for index in engine.client.indices.get(index=f"{engine.prefix}-*"):
            engine.client.indices.delete(index=index)


def run(*arguments: str, **options: Any) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_the_shipped_guidance_answers_what_people_ask(engine_name: str, regisseur: User) -> None:
    ensure()
    apply(read(SHIPPED), load_bindingen(), voorbeeldtekst=True)
    run("index_rebuild")
    for words, sections in EXPECTED:
        answer = json.loads(run("zoek", words, "--als", "regisseur", "--json"))
        assert {hit["section"] for hit in answer["hits"][:3]} & sections, words
        assert set(answer) == {"total", "hits", "facets", "suggestion"}
        assert all(set(hit) == {"kind", "title", "section", "url", "highlight"} for hit in answer["hits"])
    assert json.loads(run("index_verify", "--json")) == {"differences": {"guidance": {}, "dossiers": {}}, "waiting": 0}


def test_zoek_shows_each_user_what_they_may_see(
    engine_name: str, plan: Stuk, regisseur: User, buitenstaander: User
) -> None:
    run("index_rebuild")
    nummer = plan.dossier.nummer
    mine = json.loads(run("zoek", nummer, "--als", "regisseur", "--json"))
    assert [hit["section"] for hit in mine["hits"]] == [nummer, nummer]
    theirs = json.loads(run("zoek", nummer, "--als", "buitenstaander", "--json"))
    assert theirs == {"total": 0, "hits": [], "facets": {}, "suggestion": None}


def test_zoek_for_an_unknown_user_says_so(engine_name: str) -> None:
    with pytest.raises(CommandError, match="niemand"):
        run("zoek", "opgave", "--als", "niemand")


def test_drain_writes_what_waits(engine_name: str, plan: Stuk) -> None:
    assert "0 wachten nog" in run("index_drain")
    assert outbox.backlog().count == 0


def test_verify_finds_and_repairs_a_difference(engine_name: str, plan: Stuk) -> None:
    run("index_rebuild")
    IndexCounter.objects.filter(soort="stuk").update(counter=99)
    with pytest.raises(CommandError, match="1 verschillen"):
        run("index_verify")
    run("index_verify", repair=True)
    assert "geen verschillen" in run("index_verify")


def test_commands_say_that_the_engine_is_away(settings: Settings, plan: Stuk) -> None:
    settings.SEARCH_ENGINE, settings.ELASTICSEARCH_URL = "elasticsearch", "http://127.0.0.1:1"
    outbox._pause.end()
    for command in ("index_rebuild", "index_drain", "index_verify"):
        with pytest.raises(CommandError, match="Elasticsearch"):
            run(command)
    assert outbox.backlog().count > 0
    outbox._pause.end()


def test_the_environment_holds_no_other_server() -> None:
    """Commands of the tests must not touch the index of a real installation."""
    assert os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".test")
