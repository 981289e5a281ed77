"""Marks what was found in a text, as segments that a template escapes: an engine's own markup is never used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.analysis.asking import Asked, distance_for
from search.analysis.chain import spelled_as, surface_terms
from search.analysis.folding import straighten
from search.analysis.tokens import reading, spellings

EXCERPT = 240
"""Characters of text around the hits that are shown."""

FURTHEST = 50_000
"""Characters of a text that are looked through for hits."""


class Segment(NamedTuple):
    """A stretch of plain text; `is_hit` says whether to mark it."""

    text: str
    is_hit: bool


class Place(NamedTuple):
    """A hit in a text: `text[start:end]`."""

    surface: str
    start: int
    end: int


def mark(text: str, marker: Marker) -> tuple[Segment, ...]:
    """The whole text in segments."""
    return tuple(_segments(text, marker.hits(text), 0, len(text)))


def excerpt(text: str, marker: Marker, length: int = EXCERPT) -> tuple[Segment, ...]:
    """About `length` characters around the place with most different hits; the beginning when there is none."""
    hits = marker.hits(text)
    start, end = _window(text, hits, length)
    inside = [hit for hit in hits if hit.start >= start and hit.end <= end]
    found = list(_segments(text, inside, start, end))
    if start > 0:
        found.insert(0, Segment("… ", False))
    if end < len(text):
        found.append(Segment(" …", False))
    return tuple(found)


class Marker:
    """Decides which words of texts are hits."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._like: dict[str, bool] = {}

    def hits(self, text: str) -> list[Place]:
        """The hits in the first `FURTHEST` characters of `text`, in order."""
        plain = straighten(text[:FURTHEST])
        found = [place for surface in self.among(set(spellings(plain))) for place in _places(plain, surface)]
        return sorted(found, key=lambda place: place.start)

    def among(self, surfaces: set[str]) -> set[str]:
        """Those of the words as written that were looked for, have one as a part, or are like one."""
        asked = self._asked
        found = spelled_as(surfaces, asked.stems)
        if asked.beginnings or asked.loose_words:
            found |= {surface for surface in surfaces - found if self._is_like(surface)}
        return found

    def _is_like(self, surface: str) -> bool:
        verdict = self._like.get(surface)
        if verdict is None:
            verdict = self._like[surface] = self._compare(surface)
        return verdict

    def _compare(self, surface: str) -> bool:
        terms = surface_terms(surface)
        if terms is None:
            return False
        asked = self._asked
        if any(form.startswith(tuple(asked.beginnings)) for form in terms.words):
            return True
        return any(alike(word, form) for word in asked.loose_words for form in terms.words)


def alike(word: str, form: str) -> bool:
    """Whether `form` begins with `word` or differs from it by the typing errors that are forgiven."""
    if len(word) >= 5 and form.startswith(word):
        return True
    distance = distance_for(word)
    if not distance or abs(len(word) - len(form)) > distance:
        return False
    # An error breaks at most two neighbouring pieces (a swap), so one of these has to be there; most words fail here.
    size = max(len(word) // (2 * distance + 1), 1)
    if not any(word[start : start + size] in form for start in range(0, len(word) - size + 1, size)):
        return False
    return errors(word, form, distance) <= distance


def errors(one: str, other: str, most: int) -> int:
    """Typing errors between two words, a swap of neighbours as one; `most + 1` as soon as there are more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        above, before = before, row
        row = [i]
        for j, opposite in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != opposite))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _places(plain: str, surface: str) -> Iterator[Place]:
    """Where a word stands as a word of its own."""
    length = reading(surface).length
    start = plain.find(surface)
    while start >= 0:
        end = start + len(surface)
        if not (_goes_on(plain[max(start - 2, 0) : start][::-1]) or _goes_on(plain[end : end + 2])):
            yield Place(surface, start, start + length)
        start = plain.find(surface, end)


def _goes_on(beside: str) -> bool:
    """Whether what stands beside a word, nearest first, belongs to it: a letter, or one behind a hyphen."""
    return beside[:1].isalnum() or (beside[:1] in ("-", "'") and beside[1:].isalnum())


def _window(text: str, hits: Sequence[Place], length: int) -> tuple[int, int]:
    if not hits or len(text) <= length:
        return 0, _after(text, length)
    best, start = -1, hits[0].start
    for place, first in enumerate(hits):
        forms = {hit.surface for hit in hits[place : place + 30] if hit.end <= first.start + length * 3 // 4}
        if len(forms) > best:
            best, start = len(forms), first.start
    start = _before(text, max(start - length // 4, 0))
    return start, _after(text, start + length)


def _before(text: str, place: int) -> int:
    """The start of the word at `place`."""
    space = text.rfind(" ", 0, place + 1)
    return 0 if place == 0 or space < 0 else space + 1


def _after(text: str, place: int) -> int:
    """The end of the word at `place`."""
    if place >= len(text):
        return len(text)
    space = text.find(" ", place)
    return len(text) if space < 0 else space


def _segments(text: str, hits: Sequence[Place], start: int, end: int) -> Iterator[Segment]:
    place = start
    for hit in hits:
        if hit.start > place:
            yield Segment(text[place : hit.start], False)
        yield Segment(text[hit.start : hit.end], True)
        place = hit.end
    if place < end:
        yield Segment(text[place:end], False)


def has_hit(segments: Sequence[Segment]) -> bool:
    """Whether anything is marked."""
    return any(segment.is_hit for segment in segments)
