"""Cuts text into words, with the abbreviations of `abbreviations.toml` kept whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from search.analysis.folding import fold, straighten

_HERE = Path(__file__).parent

# A word may hold hyphens ("UVO-plus") and apostrophes ("dilemma's").
# A number may hold points ("1.2a").
_WORD = re.compile(r"\d+(?:\.\d+)+[a-z]?(?![^\W_])|[^\W_]+(?:['\-][^\W_]+)*-?")
_GENITIVE = re.compile(r"(?<=.)'(?:s|en|er|tje|tjes)$")


class Token(NamedTuple):
    """A word where it stands: `text[start:end]` is what is marked in a highlight.

    `form` is folded and without 's; `pieces` are the parts between hyphens, empty for one piece; an abbreviation has
    the form of the list and is not to be stemmed.
    """

    form: str
    start: int
    end: int
    pieces: tuple[str, ...] = ()
    abbreviation: bool = False


class Abbreviations(NamedTuple):
    """`loose` maps each folded spelling to its form; `strict` maps spellings of which the case counts."""

    loose: dict[str, str]
    strict: dict[str, str]
    pattern: re.Pattern[str]


@cache
def abbreviations() -> Abbreviations:
    """The list of `abbreviations.toml`, read once per process."""
    with (_HERE / "abbreviations.toml").open("rb") as file:
        entries = tomllib.load(file)["abbreviation"]
    loose: dict[str, str] = {}
    strict: dict[str, str] = {}
    spellings: list[str] = []
    for entry in entries:
        form: str = entry["form"]
        is_strict: bool = entry.get("strict", False)
        canonical = form if is_strict else _squash(form)
        for spelling in [form, *entry.get("also", [])]:
            (strict if is_strict else loose)[spelling if is_strict else _squash(spelling)] = canonical
            spellings.append(re.escape(spelling))
    spellings.sort(key=len, reverse=True)
    # Only those that the word pattern would tear apart need a pattern of their own.
    torn = [spelling for spelling in spellings if not _WORD.fullmatch(spelling.replace("\\", ""))]
    pattern = re.compile("|".join(torn) or r"(?!)", re.IGNORECASE)
    return Abbreviations(loose, strict, pattern)


@cache
def language() -> dict[str, frozenset[str]]:
    """The word sets of `language.toml`: stopwords, particles, atoms and short_parts."""
    with (_HERE / "language.toml").open("rb") as file:
        content = tomllib.load(file)
    return {name: frozenset(words.split()) for name, words in content.items() if isinstance(words, str)}


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order, stop words included."""
    for surface, start in surfaces(text):
        form, length, pieces, abbreviation = reading(surface)
        yield Token(form, start, start + length, pieces, abbreviation)


def surfaces(text: str) -> Iterator[tuple[str, int]]:
    """Each word of `text` as it is written (quotes and hyphens straightened), and where it begins."""
    plain = straighten(text)
    position = 0
    for begin, finish in _torn(plain):
        for match in _WORD.finditer(plain, position, begin):
            yield match.group(), match.start()
        yield plain[begin:finish], begin
        position = finish
    for match in _WORD.finditer(plain, position):
        yield match.group(), match.start()


def spellings(text: str) -> list[str]:
    """The words of `surfaces` without their places: several times as fast, for whole indices."""
    plain = straighten(text)
    if not _torn(plain):
        return _WORD.findall(plain)
    return [surface for surface, _ in surfaces(text)]


def _torn(plain: str) -> list[tuple[int, int]]:
    """Where abbreviations stand that the word pattern would tear apart."""
    return [
        (begin, finish)
        for begin, finish in (match.span() for match in abbreviations().pattern.finditer(plain))
        if not plain[begin - 1 : begin].isalnum() and not plain[finish : finish + 1].isalnum()
    ]


class Reading(NamedTuple):
    """What a word as written is read as; `length` leaves out a hyphen at its end."""

    form: str
    length: int
    pieces: tuple[str, ...] = ()
    abbreviation: bool = False


@lru_cache(maxsize=200_000)
def reading(surface: str) -> Reading:
    """The form of a word as it is written: "UVO's" is "uvo", an abbreviation is that of the list."""
    known = abbreviations()
    surface = surface.removesuffix("-")
    bare = _GENITIVE.sub("", surface) if "'" in surface else surface
    if bare in known.strict:
        return Reading(known.strict[bare], len(surface), abbreviation=True)
    folded = fold(bare)
    if "." in folded:
        return Reading(folded, len(surface))
    if not folded.isalnum():
        squashed = _squash(bare)
        if squashed in known.loose:
            return Reading(known.loose[squashed], len(surface), abbreviation=True)
        pieces = tuple(piece for piece in folded.replace("'", "").split("-") if piece)
        return Reading("".join(pieces), len(surface), pieces if len(pieces) > 1 else ())
    if folded in known.loose:
        return Reading(known.loose[folded], len(surface), abbreviation=True)
    return Reading(folded, len(surface))


def _squash(spelling: str) -> str:
    """ "ITAT-R" and "itatr" are one form; "R&E" keeps its sign, so that it is not the word "re"."""
    return fold(spelling).replace("-", "").replace(" ", "")
