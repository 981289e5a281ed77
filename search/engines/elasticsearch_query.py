"""Renders clauses for Elasticsearch, as plain query bodies."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from search.clauses import AllOf, AnyOf, Best, Clause, Constant, Fuzzy, Phrase, Prefix, Term, Weighted
from search.engines.base import FACET_SIZE, Principal, Query

Body = dict[str, Any]

DEEPEST = 10_000
"""Elasticsearch's own limit on how far one may page."""


def render(query: Query) -> Body:
    """The whole search body: filters inside the query; chosen facet values after it, so that others stay countable."""
    inner: list[Body] = [_principals(query.principals)]
    if query.datum_vanaf or query.datum_tot:
        inner.append(_between(query.datum_vanaf, query.datum_tot))
    asked: Body = {"filter": inner}
    if query.needs:
        asked["must"] = [_clause(AnyOf(query.needs, query.at_least))]
    body: Body = {
        "query": {"bool": asked},
        "from": min(query.offset, DEEPEST - 1),
        "size": max(min(query.limit, DEEPEST - query.offset), 0),
        "track_total_hits": True,
        "sort": _sort(query.by_date),
        "_source": {"excludes": ["principals", "datum", "digest"]},
    }
    chosen = {facet: {"terms": {facet: list(values)}} for facet, values in query.filters.items()}
    if chosen:
        body["post_filter"] = {"bool": {"filter": list(chosen.values())}}
    if query.facets:
        body["aggs"] = {facet: _facet(facet, chosen) for facet in query.facets}
    return body


def _facet(facet: str, chosen: dict[str, Body]) -> Body:
    others = [clause for name, clause in chosen.items() if name != facet]
    counted: Body = {"terms": {"field": facet, "size": FACET_SIZE}}
    return {"filter": {"bool": {"filter": others}}, "aggs": {"values": counted}}


def _sort(by_date: bool) -> list[Body]:
    order: list[Body] = [{"_score": "desc"}]
    if by_date:
        order.append({"datum": {"order": "desc", "missing": "_last"}})
    return [*order, {"key": "asc"}]


def _principals(principals: tuple[Principal, ...]) -> Body:
    always = [principal.name for principal in principals if not (principal.vanaf or principal.tot)]
    found: list[Body] = [{"terms": {"principals": always}}] if always else []
    for principal in principals:
        if principal.vanaf or principal.tot:
            named = {"term": {"principals": principal.name}}
            found.append({"bool": {"filter": [named, _between(principal.vanaf, principal.tot)]}})
    return {"bool": {"should": found, "minimum_should_match": 1}}


def _between(since: datetime | None, until: datetime | None) -> Body:
    bounds = {"gte": since, "lte": until}
    return {"range": {"datum": {name: moment.isoformat() for name, moment in bounds.items() if moment}}}


def _clause(clause: Clause, boost: float = 1.0) -> Body:
    match clause:
        case Term(field, value):
            return {"term": {f"terms.{field}": {"value": value, "boost": boost}}}
        case Phrase(field, values):
            return {"match_phrase": {f"terms.{field}": {"query": " ".join(values), "boost": boost}}}
        case Prefix(field, value):
            return _constant({"prefix": {f"terms.{field}": {"value": value}}}, boost)
        case Fuzzy(field, value, distance):
            # Rewritten to a constant score, all alike words count: the default would keep the 50 likeliest only, and
            # words of hidden documents would push out those of visible ones.
            fuzzy = {"value": value, "fuzziness": distance, "prefix_length": 0, "rewrite": "constant_score"}
            return _constant({"fuzzy": {f"terms.{field}": fuzzy}}, boost)
        case AnyOf(clauses, at_least):
            parts = [_clause(part) for part in clauses]
            return {"bool": {"should": parts, "minimum_should_match": at_least, "boost": boost}}
        case AllOf(clauses):
            return {"bool": {"must": [_clause(part) for part in clauses], "boost": boost}}
        case Best(clauses):
            return {"dis_max": {"queries": [_clause(part) for part in clauses], "boost": boost}}
        case Weighted(inner, weight):
            return _clause(inner, boost * weight)
        case Constant(inner, score):
            return _constant(_clause(inner), boost * score)


def _constant(body: Body, score: float) -> Body:
    return {"constant_score": {"filter": body, "boost": score}}
