"""With the real document loaded, the words of practice lead to their section, on both engines, by the command."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from accounts.models import User
from knowledge.handelingskader.importer.reading import read
from search.engines.choice import engine_by_name
from search.engines.elasticsearch import ElasticsearchEngine
from tests.documents import REAL, load, needs_real_document

from .conftest import elasticsearch_url

pytestmark = [pytest.mark.django_db, needs_real_document]

EXPECTED = {
    "notificatiebrief": {"1.1"},
    "doorbraakoverleggen": {"F2d"},
    "UVO": {"1.2a", "F2a"},
    "laaghangend fruit": {"3.4"},
    "privacy delen": {"2.5"},
    "uitstroom verhuizing": {"F3c"},
}
ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]


@pytest.fixture(params=ENGINES)
def indexed(request: pytest.FixtureRequest, site_pages: None, tmp_path: Path) -> Iterator[str]:
    """The real document in the index of this engine; gives the name of the engine."""
    load(read(REAL))
    name: str = request.param
    url = elasticsearch_url() if name == "elasticsearch" else os.environ.get("ELASTICSEARCH_URL", "http://127.0.0.1:9")
    prefix = f"proef-{uuid.uuid4().hex[:10]}"
    with override_settings(
        SEARCH_ENGINE=name, SEARCH_INDEX_DIR=tmp_path / "index", ELASTICSEARCH_URL=url, SEARCH_INDEX_PREFIX=prefix
    ):
        call_command("index_rebuild", verbosity=0, stdout=StringIO())
        yield name
        if name == "elasticsearch":
            engine = engine_by_name(name)
            assert isinstance(engine, ElasticsearchEngine)
            for index in engine.client.indices.get(index=f"{prefix}-*"):
                engine.client.indices.delete(index=index)


def zoek(words: str, engine: str, user: User) -> dict:
    out = StringIO()
    call_command("zoek", words, als=user.username, engine=engine, limit=20, json=True, stdout=out)
    return json.loads(out.getvalue())


def test_the_words_of_practice_find_their_section_within_the_first_three(indexed, regisseur):
    for words, sections in EXPECTED.items():
        answer = zoek(words, indexed, regisseur)
        first = [hit["section"] for hit in answer["hits"][:3]]
        assert sections & set(first), (words, first)
        assert set(answer) == {"total", "hits", "facets", "suggestion"}
        assert set(answer["hits"][0]) == {"kind", "title", "section", "url", "highlight"}


def test_a_tag_facet_finds_the_page_that_has_the_tag(indexed, regisseur):
    answer = zoek("privacy", indexed, regisseur)
    assert answer["facets"]["tag"]["privacy"] >= 1
