"""How good is what comes first? Judged queries over the sections of a document.

Sections are indexed by their line ranges, without the pages of the site. A query file is a list of
{"q": str, "relevant": [section id], "grades": {section id: 1 or 2}}; a sections file a list of
{"id", "title", "first_line", "last_line", "kind", "fase"}.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from search.analysis.synonyms import NO_SYNONYMS, Synonyms, seeds
from search.engines.base import IndexName, Principal, SearchDocument, SearchEngine
from search.finding import Question, find
from tests.benchmarks.engines import empty_engine

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "knowledge" / "handelingskader" / "content" / "leidraad.txt"
DEPTH = 5
ASKER = (Principal("meting"),)
_TRACE = re.compile(r"\{r\.[^}]*\}")


def measure(
    engine_name: str, document: Path | None, sections: Path | None, queries: Path, details: bool
) -> dict[str, Any]:
    """nDCG@5 (gain 2^grade - 1), MRR, recall@5 and queries without any hit, with and without synonyms.

    Recall is over at most five relevant sections: a query with more can't have them all in five places.
    """
    judged = json.loads(queries.read_text(encoding="utf-8"))
    lines = (document or SHIPPED).read_text(encoding="utf-8").split("\n")
    ranges = json.loads((sections or HERE / "sections.json").read_text(encoding="utf-8"))
    if document is None:
        ranges = shipped_ranges(lines, ranges)
    with empty_engine(engine_name) as engine:
        with engine.rebuild(IndexName.GUIDANCE) as building:
            list(building.add(documents(lines, ranges)))
            building.swap()
        rows = ranked(engine, judged, Synonyms(seed.woorden for seed in seeds()))
        without = ranked(engine, judged, NO_SYNONYMS)
    measured: dict[str, Any] = summary(judged, rows) | {"without_synonyms": summary(judged, without)}
    if details:
        measured["below"] = [
            {"q": query["q"], "ndcg5": round(score, 3), "got": row[:DEPTH], "grades": query["grades"]}
            for query, row in zip(judged, rows, strict=True)
            if (score := ndcg(row, query["grades"])) < 0.9
        ]
    return measured


def documents(lines: Sequence[str], ranges: Sequence[dict[str, Any]]) -> Iterator[SearchDocument]:
    """One document per section; `first_line` and `last_line` count from 1 and are both part of it."""
    for section in ranges:
        text = "\n".join(lines[section["first_line"] - 1 : section["last_line"]])
        yield SearchDocument(
            index=IndexName.GUIDANCE,
            key=section["id"],
            version=1,
            soort=section.get("kind", ""),
            title=section["title"],
            text=_TRACE.sub("", text),
            url=f"/{section['id']}/",
            principals=tuple(principal.name for principal in ASKER),
            fase=(section["fase"],) if section.get("fase") else (),
        )


def shipped_ranges(lines: Sequence[str], ranges: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same sections in the shipped text, which retells the source: found by the source lines it names."""
    found = []
    for section in ranges:
        own = [
            number
            for number, line in enumerate(lines, 1)
            if any(section["first_line"] <= first and last <= section["last_line"] for first, last in _traced(line))
        ]
        if own:
            found.append(section | {"first_line": min(own), "last_line": max(own)})
    return found


def _traced(line: str) -> Iterator[tuple[int, int]]:
    for trace in re.findall(r"\{r\.([^}]*)\}", line):
        for part in trace.split(","):
            numbers = [int(number) for number in re.findall(r"\d+", part)]
            if numbers:
                yield numbers[0], numbers[-1]


def ranked(engine: SearchEngine, judged: Sequence[dict[str, Any]], synonyms: Synonyms) -> list[list[str]]:
    """The ids found for each query, best first."""
    questions = [Question(IndexName.GUIDANCE, ASKER, query["q"]) for query in judged]
    return [[found.hit.key for found in find(engine, question, synonyms).found] for question in questions]


def summary(judged: Sequence[dict[str, Any]], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The four figures over all queries."""
    pairs = list(zip(judged, rows, strict=True))
    return {
        "ndcg5": _mean([ndcg(row, query["grades"]) for query, row in pairs]),
        "mrr": _mean([reciprocal_rank(row, query["grades"]) for query, row in pairs]),
        "recall5": _mean([recall(row, query["grades"]) for query, row in pairs]),
        "zero_hits": sum(not row for row in rows),
    }


def ndcg(row: Sequence[str], grades: dict[str, int]) -> float:
    """Discounted gain of the first five over that of the best five possible."""

    def gain(values: Sequence[int]) -> float:
        return sum((2.0**value - 1) / math.log2(place + 2) for place, value in enumerate(values[:DEPTH]))

    return gain([grades.get(key, 0) for key in row]) / gain(sorted(grades.values(), reverse=True))


def reciprocal_rank(row: Sequence[str], grades: dict[str, int]) -> float:
    """One over the place of the first relevant section; 0 without one."""
    return next((1 / place for place, key in enumerate(row, 1) if key in grades), 0.0)


def recall(row: Sequence[str], grades: dict[str, int]) -> float:
    """The share of relevant sections that is among the first five."""
    return len(set(row[:DEPTH]) & grades.keys()) / min(DEPTH, len(grades))


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0
