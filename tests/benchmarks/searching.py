"""How long does a full query take, beside the bare engine in the same run?

Two or three words, a filter on eight principals, three facets, twenty hits with highlights.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from search.analysis.synonyms import Synonyms, seeds
from search.engines.base import IndexName
from search.finding import Question, find
from tests.benchmarks import corpus
from tests.benchmarks.bare import FACETS, bare_engine
from tests.benchmarks.engines import empty_engine

WARM_UP = 20
QUESTIONS = 150


def measure(engine_name: str, docs: int) -> dict[str, float]:
    """Milliseconds at the median and the 95th percentile; the two are asked in turns, to meet the same load."""
    synonyms = Synonyms(seed.woorden for seed in seeds())
    with empty_engine(engine_name) as engine, bare_engine(engine_name) as bare:
        with engine.rebuild(IndexName.DOSSIERS) as building:
            for _ in building.add(corpus.documents(docs)):
                pass
            building.swap()
        bare.fill(corpus.documents(docs))
        ours: list[float] = []
        theirs: list[float] = []
        for place, words in enumerate(corpus.questions(WARM_UP + QUESTIONS)):
            question = Question(IndexName.DOSSIERS, corpus.PRINCIPALS, words, facets=FACETS)
            took = _milliseconds(lambda question=question: find(engine, question, synonyms))  # type: ignore[misc]
            bare_took = _milliseconds(lambda words=words: bare.search(words, corpus.PRINCIPALS))  # type: ignore[misc]
            if place >= WARM_UP:
                ours.append(took)
                theirs.append(bare_took)
    return {
        "p50_ms": round(statistics.median(ours), 2),
        "p95_ms": round(statistics.quantiles(ours, n=20)[-1], 2),
        "bare_p50_ms": round(statistics.median(theirs), 2),
        "ratio": round(statistics.median(ours) / statistics.median(theirs), 3),
    }


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
