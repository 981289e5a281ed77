"""Cuts text into words, with the abbreviations of `abbreviations.toml` kept whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
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
    known = abbreviations()
    plain = straighten(text)
    taken = [match.span() for match in known.pattern.finditer(plain)]
    for start, end in _spans(plain, taken):
        yield _token(plain[start:end], start, end, known)


def _spans(plain: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = 0
    for begin, finish in taken:
        if (begin and plain[begin - 1].isalnum()) or (finish < len(plain) and plain[finish].isalnum()):
            continue
        for match in _WORD.finditer(plain, position, begin):
            yield match.span()
        yield begin, finish
        position = finish
    for match in _WORD.finditer(plain, position):
        yield match.span()


def _token(surface: str, start: int, end: int, known: Abbreviations) -> Token:
    if surface.endswith("-"):
        surface, end = surface[:-1], end - 1
    bare = _GENITIVE.sub("", surface) if "'" in surface else surface
    if bare in known.strict:
        return Token(known.strict[bare], start, end, abbreviation=True)
    folded = fold(bare)
    if "." in folded:
        return Token(folded, start, end)
    if not folded.isalnum():
        squashed = _squash(bare)
        if squashed in known.loose:
            return Token(known.loose[squashed], start, end, abbreviation=True)
        pieces = tuple(piece for piece in folded.replace("'", "").split("-") if piece)
        return Token("".join(pieces), start, end, pieces if len(pieces) > 1 else ())
    if folded in known.loose:
        return Token(known.loose[folded], start, end, abbreviation=True)
    return Token(folded, start, end)


def _squash(spelling: str) -> str:
    """ "ITAT-R" and "itatr" are one form; "R&E" keeps its sign, so that it is not the word "re"."""
    return fold(spelling).replace("-", "").replace(" ", "")
