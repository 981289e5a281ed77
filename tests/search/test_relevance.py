"""Relevance on the shipped guidance: judged queries, on both engines, alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from search.analysis.synonyms import Synonyms, seeds
from search.engines.base import IndexName, SearchEngine
from search.engines.embedded import EmbeddedEngine
from search.finding import Question, find
from tests.benchmarks import relevance

QUERIES = Path(relevance.HERE) / "queries"


def queries(name: str) -> list[dict[str, Any]]:
    judged: list[dict[str, Any]] = json.loads((QUERIES / f"{name}.json").read_text(encoding="utf-8"))
    return judged


def fill(engine: SearchEngine) -> None:
    lines = relevance.SHIPPED.read_text(encoding="utf-8").split("\n")
    sections = json.loads((relevance.HERE / "sections.json").read_text(encoding="utf-8"))
    engine.apply(relevance.documents(lines, relevance.shipped_ranges(lines, sections)), wait=True)


@pytest.mark.parametrize(("name", "least"), [("dev", 0.9), ("unseen", 0.85)])
def test_what_is_relevant_comes_first(engine: SearchEngine, name: str, least: float) -> None:
    fill(engine)
    judged = queries(name)
    figures = relevance.summary(judged, relevance.ranked(engine, judged, Synonyms(seed.woorden for seed in seeds())))
    assert figures["ndcg5"] >= least
    assert figures["zero_hits"] == 0


@pytest.mark.elasticsearch
def test_both_engines_find_the_same(elasticsearch_engine: SearchEngine, tmp_path: Path) -> None:
    embedded = EmbeddedEngine(tmp_path / "index")
    for engine in (embedded, elasticsearch_engine):
        fill(engine)
    synonyms = Synonyms(seed.woorden for seed in seeds())
    for query in queries("dev") + queries("unseen"):
        question = Question(IndexName.GUIDANCE, relevance.ASKER, query["q"], limit=50)
        one, other = (find(engine, question, synonyms) for engine in (embedded, elasticsearch_engine))
        assert {found.hit.key for found in one.found} == {found.hit.key for found in other.found}, query["q"]
        assert (one.total, one.facets, one.suggestion) == (other.total, other.facets, other.suggestion), query["q"]


def test_the_figures_are_those_of_the_formulas() -> None:
    grades = {"a": 2, "b": 1}
    assert relevance.ndcg(["a", "b"], grades) == 1
    assert relevance.ndcg(["x", "a"], {"a": 1}) == pytest.approx(0.6309, abs=1e-4)
    assert relevance.reciprocal_rank(["x", "b"], grades) == 0.5
    assert relevance.recall(["x", "b", "x", "x", "x", "a"], grades) == 0.5
