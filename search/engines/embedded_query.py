"""Renders clauses for tantivy."""

from __future__ import annotations

from datetime import UTC, datetime

import tantivy

from search.clauses import AllOf, AnyOf, Best, Clause, Constant, Fuzzy, Phrase, Prefix, Term, Weighted
from search.engines.base import Principal, Query

_LAST_DAY = 2**16
"""In days since 1970: in 2149."""


def render(schema: tantivy.Schema, query: Query) -> tantivy.Query:
    """The whole query: needs that score, and filters that don't. Scores do not hang on the filters."""
    must = [_unscored(_principals(schema, query.principals))]
    must += [_unscored(_values(schema, facet, values)) for facet, values in sorted(query.filters.items())]
    if query.datum_vanaf or query.datum_tot:
        must.append(_unscored(_between(schema, query.datum_vanaf, query.datum_tot)))
    if query.needs:
        must.append(_clause(schema, AnyOf(query.needs, query.at_least)))
    else:
        must.append(tantivy.Query.const_score_query(tantivy.Query.all_query(), 1.0))
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in must])


def recency(moment: datetime | None) -> float:
    """What the score of a dossier document is multiplied by, so that the newer of two equal scores comes first.

    Scores are whole numbers below 256 (`asking.DOSSIERS`), and this is at least 1 and less than 1 + 1/256: no date
    makes up for a word. The order of equal products, of neighbouring days, is settled by the exact moment afterwards.
    """
    if moment is None:
        return 1.0
    days = (moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)).days
    return 1.0 + min(max(days, 0), _LAST_DAY) / _LAST_DAY / 257


def _unscored(query: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, 0.0)


def _values(schema: tantivy.Schema, field: str, values: tuple[str, ...]) -> tantivy.Query:
    return tantivy.Query.term_set_query(schema, field, list(values))


def _principals(schema: tantivy.Schema, principals: tuple[Principal, ...]) -> tantivy.Query:
    always = [principal.name for principal in principals if not (principal.vanaf or principal.tot)]
    found = [_values(schema, "principals", tuple(always))] if always else []
    for principal in principals:
        if principal.vanaf or principal.tot:
            named = tantivy.Query.term_query(schema, "principals", principal.name, "basic")
            between = _between(schema, principal.vanaf, principal.tot)
            found.append(tantivy.Query.boolean_query([(tantivy.Occur.Must, named), (tantivy.Occur.Must, between)]))
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in found])


def _between(schema: tantivy.Schema, since: datetime | None, until: datetime | None) -> tantivy.Query:
    return tantivy.Query.range_query(
        schema,
        "datum",
        tantivy.FieldType.Integer,
        lower_bound=int(since.timestamp() * 1_000_000) if since else None,
        upper_bound=int(until.timestamp() * 1_000_000) if until else None,
    )


def _clause(schema: tantivy.Schema, clause: Clause) -> tantivy.Query:
    match clause:
        case Term(field, value):
            return tantivy.Query.term_query(schema, field, value)
        case Phrase(field, values):
            return tantivy.Query.phrase_query(schema, field, list(values))
        case Prefix(field, value):
            return tantivy.Query.fuzzy_term_query(schema, field, value, distance=0, prefix=True)
        case Fuzzy(field, value, distance):
            return tantivy.Query.fuzzy_term_query(schema, field, value, distance=distance)
        case AnyOf(clauses, at_least):
            parts = [(tantivy.Occur.Should, _clause(schema, part)) for part in clauses]
            return tantivy.Query.boolean_query(parts, minimum_number_should_match=at_least)
        case AllOf(clauses):
            return tantivy.Query.boolean_query([(tantivy.Occur.Must, _clause(schema, part)) for part in clauses])
        case Best(clauses):
            return tantivy.Query.disjunction_max_query([_clause(schema, part) for part in clauses])
        case Weighted(inner, weight):
            return tantivy.Query.boost_query(_clause(schema, inner), weight)
        case Constant(inner, score):
            return tantivy.Query.const_score_query(_clause(schema, inner), score)
