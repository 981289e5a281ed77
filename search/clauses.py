"""What is asked of an engine, in a form that each engine renders for itself.

A tree of these is the whole meaning of a query: two engines that render it right find the same documents.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Documents with this very term in `field`."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents with these terms next to each other in `field`."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Documents with a term in `field` that begins with `value`. Each scores 1: no statistics, no cut-off."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Documents with a term in `field` at most `distance` typing errors from `value` (a swap is one error).

    The first letter has to be right. Each scores 1: no statistics, no cut-off by words of hidden documents.
    """

    field: str
    value: str
    distance: int


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least `at_least` of the clauses; scores are added."""

    clauses: tuple[Clause, ...]
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class AllOf:
    """All clauses; scores are added."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """Any of the clauses; the score is that of the best one."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Weighted:
    """The clause with its score multiplied."""

    clause: Clause
    weight: float


@dataclass(frozen=True, slots=True)
class Constant:
    """The clause with one score for each document, whatever else is in the index."""

    clause: Clause
    score: float


Clause = Term | Phrase | Prefix | Fuzzy | AnyOf | AllOf | Best | Weighted | Constant
