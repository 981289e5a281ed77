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
    """With how many different words a word was seen as last and as first part of a compound; 0 for never a part."""

    last: int
    first: int


RARE_LAST, RARE_FIRST = 2, 1
"""Counts of long words that were seen so seldom that the other part has to be a common one."""

COMMON = 20
"""How common the other part of a rare one has to be."""


class Split(NamedTuple):
    """`word` = `first` + linking sounds + `last`; `strength` is the rarer of the two counts."""

    strength: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Splitter:
    """Chooses the most likely first and last part, by how productive each is in the word list.

    `lasts` and `firsts` hold counts as `usable` gives them; a word that is not in `firsts` is no word of the list, and
    may be a compound itself. `atoms` stay whole, although they could be cut: "gesprek" is not "gesp" + "rek".
    """

    lasts: Mapping[str, int]
    firsts: Mapping[str, int]
    atoms: Set[str]

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
        lasts_of = self.lasts.get
        for cut in range(3, len(word) - 2):
            last = word[cut:]
            lasts = lasts_of(last)
            if not lasts:
                continue
            for first, penalty in first_forms(word[:cut]):
                firsts = self._first(first, lasts)
                if firsts and (lasts > RARE_LAST or firsts >= COMMON):
                    score = math.log(1 + lasts) + math.log(1 + firsts) - penalty
                    score += 0.3 * min(len(last), 10) + 0.15 * min(len(first), 10)
                    found.append((score, Split(min(lasts, firsts), first, last)))
                    break
        return max(found)[1] if found else None

    def _first(self, word: str, lasts: int) -> int:
        count = self.firsts.get(word)
        if count is None:
            inner = self.best(word) if len(word) >= 7 and word not in self.atoms else None
            return min(inner.strength, 20) if inner else 0
        if count == RARE_FIRST:
            # A long, known word before a productive last part, though never seen so: "notificatie" + "brief".
            return 2 if lasts >= COMMON else 0
        return count


def usable(word: str, count: Count, short_parts: Set[str]) -> Count:
    """The counts by which a word may be a part: 0 for what only looks like one, or was seen too seldom."""
    if ENDINGS.fullmatch(word):
        return Count(0, 0)
    if len(word) == 3:
        return count if word in short_parts else Count(0, 0)
    least = 8 if len(word) == 4 else 2
    last = count.last if count.last >= max(least, 3) else RARE_LAST if len(word) >= 8 else 0
    first = count.first if count.first >= least else RARE_FIRST if len(word) >= 6 else 0
    return Count(last, first)


def first_forms(word: str) -> list[tuple[str, float]]:
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
    lasts: dict[str, int] = {}
    firsts: dict[str, int] = {}
    for line in read_lines(PARTS):
        word, last, first = line.split(" ")
        firsts[word] = int(first)
        if last != "0":
            lasts[word] = int(last)
    return Splitter(lasts, firsts, frozenset(read_lines(ATOMS)) | language()["atoms"])


@cache
def split(word: str) -> tuple[str, ...]:
    """The parts of a folded word; a word that is no compound is its own only part."""
    return splitter().parts(word)
