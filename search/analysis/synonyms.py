"""Words that mean the same when searching; looked up at query time, so that a change needs no reindex."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from search.analysis.chain import text_terms

SEEDS = Path(__file__).parent / "synonyms.toml"

Expression = tuple[str, ...]
"""The stems of a word or of several words, stop words left out."""


class Seed(NamedTuple):
    """One entry of `synonyms.toml`: expressions that mean the same, and where that is written."""

    woorden: tuple[str, ...]
    bron: str


class Match(NamedTuple):
    """An expression found in a query: `length` stems from `start`, and what else it may be called."""

    start: int
    length: int
    others: tuple[Expression, ...]


def seeds() -> list[Seed]:
    """The entries that ship with the product."""
    with SEEDS.open("rb") as file:
        return [Seed(tuple(entry["woorden"]), entry["bron"]) for entry in tomllib.load(file)["synoniem"]]


class Synonyms:
    """Groups of expressions, found back by their stems."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._others: dict[Expression, list[Expression]] = defaultdict(list)
        self._longest = 1
        for group in groups:
            expressions = list(dict.fromkeys(text_terms(words).stems for words in group))
            expressions = [expression for expression in expressions if expression]
            for expression in expressions:
                self._longest = max(self._longest, len(expression))
                self._others[expression] += [other for other in expressions if other != expression]

    def find(self, stems: Sequence[str]) -> list[Match]:
        """The expressions in `stems`, longest first, none overlapping, in order of place."""
        found: list[Match] = []
        position = 0
        while position < len(stems):
            for length in range(min(self._longest, len(stems) - position), 0, -1):
                others = self._others.get(tuple(stems[position : position + length]))
                if others:
                    found.append(Match(position, length, tuple(others)))
                    position += length - 1
                    break
            position += 1
        return found


NO_SYNONYMS = Synonyms(())
