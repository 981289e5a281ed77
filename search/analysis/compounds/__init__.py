"""Splits Dutch compounds into their parts, also those that no word list knows ("intervisiemethodieken")."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from search.analysis.tokens import language
from search.analysis.wordlist import read_lines

PARTS = Path(__file__).parent / "parts.txt.gz"
ATOMS = Path(__file__).parent / "atoms.txt.gz"

SHORTEST = 6
"""Words of fewer letters are never split."""

# What looks like a last part but is an ending.
ENDINGS = re.compile(
    r"(?:[^aeiou]{1,2}e(?:n|r|rs|l|ls|nd|nde|re|ste)|[aeiou]?[^aeiou]?e?ns|eren|elen|schap(?:pen)?|sters?|ties?|heid|heden"
    r"|loo[sz]e?|baar|bare|lijke?|achtige?|ingen|erij(?:en)?|ers|teit|iteit|nis|sel|dom|aar|aren|ling(?:en)?|tige?|ige"
    r"|ente?|ant(?:en)?|ist(?:en)?|isme|oren|aal|ale|eel|ele|ief|ieve|eurs?|ieke?|rede|rend|lende|rende|tten|ende|erd|eert"
    r"|eerd|eer|tend|acht|echt|ats|ere|ons|zen|ages?|ette|esse|isch|iers?|igen|menten?|ment|laars?|eige?n?|volle?|einde?)"
)


class Count(NamedTuple):
    """With how many different words a word was seen as last part and as first part of a compound."""

    last: int
    first: int


class Split(NamedTuple):
    """`word` = `first` + linking sounds + `last`; `strength` is the rarer of the two counts."""

    strength: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Splitter:
    """Chooses the most likely first and last part, by how productive each is in the word list.

    `atoms` are words that stay whole, although they could be cut: "gesprek" is not "gesp" + "rek".
    """

    counts: Mapping[str, Count]
    atoms: Set[str]
    short_parts: Set[str]

    def parts(self, word: str, depth: int = 0) -> tuple[str, ...]:
        """The parts of a folded word from left to right; one part when it is no compound."""
        best = None if depth > 3 or word in self.atoms else self.best(word)
        if best is None:
            return (word,)
        return self.parts(best.first, depth + 1) + self.parts(best.last, depth + 1)

    def best(self, word: str) -> Split | None:
        """The likeliest cut of `word` in two, or None."""
        if len(word) < SHORTEST or not word.isascii():
            return None
        found: list[tuple[float, Split]] = []
        for cut in range(3, len(word) - 2):
            last = word[cut:]
            lasts = self._last(last)
            if not lasts:
                continue
            for first, penalty in _first_forms(word[:cut]):
                firsts = self._first(first, lasts)
                if firsts and (lasts > 2 or firsts >= 20):
                    score = math.log(1 + lasts) + math.log(1 + firsts) - penalty
                    score += 0.3 * min(len(last), 10) + 0.15 * min(len(first), 10)
                    found.append((score, Split(min(lasts, firsts), first, last)))
                    break
        return max(found)[1] if found else None

    def _last(self, word: str) -> int:
        if ENDINGS.fullmatch(word):
            return 0
        count = self.counts.get(word)
        if count is None:
            return 0
        if self._enough(word, count.last, 3):
            return count.last
        # A long, known word is believed after a productive first part (`best`): "proces" + "evaluaties".
        return 2 if len(word) >= 8 else 0

    def _first(self, word: str, lasts: int) -> int:
        count = self.counts.get(word)
        if count is not None:
            if ENDINGS.fullmatch(word):
                return 0
            if self._enough(word, count.first, 2):
                return count.first
            # A long, known word before a productive last part, though never seen so: "notificatie" + "brief".
            return 2 if len(word) >= 6 and lasts >= 20 else 0
        if len(word) >= 7 and word not in self.atoms:
            inner = self.best(word)
            return min(inner.strength, 20) if inner else 0
        return 0

    def _enough(self, word: str, count: int, least: int) -> bool:
        if len(word) == 3:
            return word in self.short_parts
        return count >= (8 if len(word) == 4 else least)


def _first_forms(word: str) -> list[tuple[str, float]]:
    """What the first part can be without its linking sounds, with what each costs."""
    forms = [(word, 0.0)]
    if len(word) >= 5 and word.endswith("s"):
        forms.append((word[:-1], 0.0))
    if len(word) >= 6 and word.endswith("en"):
        forms.append((word[:-2], 0.3))
    if len(word) >= 6 and word.endswith("er"):
        forms.append((word[:-2], 0.5))
    if len(word) >= 5 and word.endswith(("e", "n")):
        forms.append((word[:-1], 0.3))
    return forms


@cache
def splitter() -> Splitter:
    """The splitter over the committed lists."""
    counts = {}
    for line in read_lines(PARTS):
        word, last, first = line.split(" ")
        counts[word] = Count(int(last), int(first))
    chosen = language()
    return Splitter(counts, frozenset(read_lines(ATOMS)) | chosen["atoms"], chosen["short_parts"])


@cache
def split(word: str) -> tuple[str, ...]:
    """The parts of a folded word; a word that is no compound is its own only part."""
    return splitter().parts(word)
