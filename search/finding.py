"""One search in one index: strictly first, then forgiving when little was found; with highlights and a suggestion.

Knows principals, no users: `query` is the door for those who ask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from search.analysis.asking import DOSSIERS, GUIDANCE, Asked, ask, distance_for
from search.analysis.chain import is_known
from search.analysis.synonyms import NO_SYNONYMS, Synonyms
from search.analysis.tokens import reading, surfaces, tokens
from search.engines.base import FACETS, Hit, IndexName, Principal, Query, Results, SearchEngine
from search.highlights import FURTHEST, Marker, Segment, errors, excerpt, mark

FEW = 3
"""With fewer hits than this a second, forgiving pass follows; on Elasticsearch that one is dear."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one index, by whom (as principals), and which page of the answer."""

    index: IndexName
    principals: tuple[Principal, ...]
    text: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    datum_vanaf: datetime | None = None
    datum_tot: datetime | None = None
    limit: int = 20
    offset: int = 0
    facets: tuple[str, ...] = FACETS
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its title and an excerpt of its text in segments."""

    hit: Hit
    title: tuple[Segment, ...]
    excerpt: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `suggestion` is another spelling that occurs in the hits themselves, or None."""

    total: int = 0
    found: tuple[Found, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    suggestion: str | None = None
    forgiving: bool = False


def find(engine: SearchEngine, question: Question, synonyms: Synonyms = NO_SYNONYMS) -> Answer:
    """Answers a question. Nothing to look for, or nobody who asks, gets an empty answer."""
    scoring = DOSSIERS if question.index is IndexName.DOSSIERS else GUIDANCE
    asked = ask(question.text, scoring, synonyms, unfinished=question.unfinished)
    if asked.is_empty or not question.principals:
        return Answer()
    results = engine.search(_query(question, asked))
    forgiving = results.total < FEW
    if forgiving:
        asked = ask(question.text, scoring, synonyms, loose=True, unfinished=question.unfinished)
        results = engine.search(_query(question, asked))
    return _answer(question, asked, results, forgiving)


def _query(question: Question, asked: Asked) -> Query:
    return Query(
        index=question.index,
        principals=question.principals,
        needs=asked.needs,
        at_least=asked.at_least,
        filters=question.filters,
        datum_vanaf=question.datum_vanaf,
        datum_tot=question.datum_tot,
        by_date=question.index is IndexName.DOSSIERS,
        limit=question.limit,
        offset=question.offset,
        facets=question.facets,
    )


def _answer(question: Question, asked: Asked, results: Results, forgiving: bool) -> Answer:
    marker = Marker(asked)
    found = tuple(Found(hit, mark(hit.title, marker), excerpt(hit.text, marker)) for hit in results.hits)
    suggestion = _suggestion(question.text, asked, results.hits) if forgiving else None
    return Answer(results.total, found, results.facets, suggestion, forgiving)


def _suggestion(text: str, asked: Asked, hits: tuple[Hit, ...]) -> str | None:
    """`text` with each word that is not Dutch and in no hit replaced by the word of the hits that is most like it.

    Only words of hits that may be seen are looked at, never the dictionary of the index.
    """
    seen = Counter(surface for hit in hits[:5] for surface, _ in surfaces(f"{hit.title} {hit.text[:FURTHEST]}"))
    replaced = text
    for word in reversed([token for token in tokens(text) if token.form in asked.loose_words]):
        own = Marker(ask(word.form, GUIDANCE))
        if is_known(word.form) or own.among(set(seen)):
            continue
        distance = distance_for(word.form)
        counts: Counter[str] = Counter()
        for surface, count in seen.items():
            counts[reading(surface).form] += count
        alike = [form for form in counts if errors(word.form, form, distance) <= distance]
        if alike:
            best = min(alike, key=lambda form: (errors(word.form, form, distance), -counts[form], form))
            replaced = replaced[: word.start] + best + replaced[word.end :]
    return replaced if replaced != text else None
