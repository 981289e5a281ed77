"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

# A word or a sign with the space behind it; space at the very beginning stands alone.
PIECES = re.compile(r"(\w+|[^\w\s]|^(?=\s))(\s*)", re.UNICODE)
# SequenceMatcher looks at every pair of equal pieces, again at each step: a text of one repeated word costs minutes.
# Two texts may cost this many pairs; beyond it the words that stand once in both part them first, at most so many times
# over, and what is left changes as a whole.
MAX_PAIRS = 40_000
MAX_DEPTH = 20


class Soort(StrEnum):
    GELIJK = "gelijk"
    NIEUW = "nieuw"
    WEG = "weg"


class Deel(NamedTuple):
    """A run of text that is equal, new or gone. Plain text: the template escapes it."""

    soort: Soort
    tekst: str


Piece = tuple[str, str]  # the word, the space behind it


def _pairs(old: Sequence[Piece], new: Sequence[Piece]) -> int:
    a, b = Counter(word for word, _space in old), Counter(word for word, _space in new)
    return sum(number * b[word] for word, number in a.items())


def _anchors(old: Sequence[Piece], new: Sequence[Piece]) -> list[tuple[int, int]]:
    """Places of words that stand once in both texts and in the same order: the longest such row."""
    once_old = {word for word, number in Counter(word for word, _space in old).items() if number == 1}
    once_new = {word for word, number in Counter(word for word, _space in new).items() if number == 1}
    place = {word: at for at, (word, _space) in enumerate(new) if word in once_new}
    ends: list[int] = []  # of each length of row, the earliest place in `new` that it can end at
    rows: list[tuple[int, int, int]] = []  # place in old, place in new, index in `rows` of the one before
    last: list[int] = []  # of each length of row, the index in `rows` of its end
    for at, (word, _space) in enumerate(old):
        if word not in once_old or word not in place:
            continue
        length = bisect_left(ends, place[word])
        rows.append((at, place[word], last[length - 1] if length else -1))
        ends[length : length + 1], last[length : length + 1] = [place[word]], [len(rows) - 1]
    found: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(rows[index][:2])
        index = rows[index][2]
    return found[::-1]


def _equal_ends(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[int, int]:
    """How many pieces both texts begin and end with."""
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at][0] != new[at][0]), shortest)
    rest = shortest - head
    tail = next((at for at in range(rest) if old[-1 - at][0] != new[-1 - at][0]), rest)
    return head, tail


Step = tuple[str, Sequence[Piece], Sequence[Piece]]


@dataclass
class _Steps:
    """Runs of pieces that are equal or not, within an allowance of pairs."""

    allowance: int = MAX_PAIRS

    def between(self, old: Sequence[Piece], new: Sequence[Piece], depth: int = 0) -> Iterator[Step]:
        head, tail = _equal_ends(old, new)
        yield "equal", old[:head], new[:head]
        yield from self._middle(old[head : len(old) - tail], new[head : len(new) - tail], depth)
        yield "equal", old[len(old) - tail :], new[len(new) - tail :]

    def _middle(self, old: Sequence[Piece], new: Sequence[Piece], depth: int) -> Iterator[Step]:
        pairs = _pairs(old, new)
        if pairs <= self.allowance:
            self.allowance -= pairs
            matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
            for tag, a0, a1, b0, b1 in matcher.get_opcodes():
                yield tag, old[a0:a1], new[b0:b1]
        elif depth < MAX_DEPTH and (anchors := _anchors(old, new)):
            begin_a = begin_b = 0
            for a, b in [*anchors, (len(old), len(new))]:
                yield from self.between(old[begin_a:a], new[begin_b:b], depth + 1)
                yield "equal", old[a : a + 1], new[b : b + 1]
                begin_a, begin_b = a + 1, b + 1
        else:
            yield "replace", old, new


class _Parts(list[Deel]):
    """The parts so far; runs of one kind grow together."""

    def add(self, soort: Soort, tekst: str) -> None:
        if not tekst:
            return
        if self and self[-1].soort is soort:
            self[-1] = Deel(soort, self[-1].tekst + tekst)
        else:
            self.append(Deel(soort, tekst))

    def add_change(self, before: str, after: str) -> None:
        """One text in the place of another; the space that both end with is no part of the change."""
        space = ""
        if before and after:
            ends = before[len(before.rstrip()) :], after[len(after.rstrip()) :]
            space = ends[0] if ends[0] == ends[1] else ""
        size = len(space)
        self.add(Soort.WEG, before[: len(before) - size])
        self.add(Soort.NIEUW, after[: len(after) - size])
        self.add(Soort.GELIJK, space)


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(word + space for word, space in pieces)


def word_diff(before: str, after: str) -> list[Deel]:
    """The two texts as one list of parts, in a bounded time whatever the texts.

    Joining the equal and new parts gives `after`, the equal and gone ones `before`.
    """
    parts = _Parts()
    for tag, a, b in _Steps().between(PIECES.findall(before), PIECES.findall(after)):
        if tag != "equal":
            parts.add_change(_text(a), _text(b))
            continue
        for (word, space_a), (_word, space_b) in zip(a, b, strict=True):
            parts.add(Soort.GELIJK, word)
            if space_a == space_b:
                parts.add(Soort.GELIJK, space_a)
            else:
                parts.add(Soort.WEG, space_a)
                parts.add(Soort.NIEUW, space_b)
    return list(parts)
