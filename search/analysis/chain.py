"""The Dutch chain, from text to the terms that both engines store and look up.

1. Abbreviations are kept whole (`tokens`). 2. Case and accents are folded (`folding`). 3. Stop words go. 4. Words are
stemmed (`stems`). 5. Parts of compounds are kept apart, for fields of their own (`compounds`). Synonyms and typing
errors come in at query time (`asking`).

Both engines get these terms ready-made and only cut them at spaces, so that they can't differ.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from search.analysis import stems
from search.analysis.compounds import split, splitter
from search.analysis.inflection import base_forms
from search.analysis.tokens import Token, language, reading, spellings

SHORTEST_WORD = 3
"""Shorter words are not in `words`, the field for typing errors and beginnings."""


class WordTerms(NamedTuple):
    """What one word is stored as: its stem, the stems of its parts (none when it is no compound), and the parts."""

    stem: str
    parts: tuple[str, ...]
    pieces: tuple[str, ...]


class TextTerms(NamedTuple):
    """What one text is stored as: terms in order, parts in order, and each different word once."""

    stems: tuple[str, ...]
    parts: tuple[str, ...]
    words: frozenset[str]


class FieldTerms(NamedTuple):
    """The same, as an engine takes it: terms with a space between."""

    stems: str
    parts: str
    words: str


def word_terms(token: Token) -> WordTerms:
    """The terms of one token; abbreviations are their own stem."""
    if token.abbreviation:
        return WordTerms(token.form, (), ())
    if token.pieces:
        return _hyphenated(token.pieces)
    return _plain(token.form)


@lru_cache(maxsize=200_000)
def _plain(form: str) -> WordTerms:
    pieces = split(form)
    if len(pieces) == 1:
        return WordTerms(stems.stem(form), (), ())
    last = pieces[-1]
    stem = form[: -len(last)] + stems.stem(last)
    return WordTerms(stem, tuple(stems.stem(piece) for piece in pieces), pieces)


@lru_cache(maxsize=20_000)
def _hyphenated(pieces: tuple[str, ...]) -> WordTerms:
    stemmed = [_plain(piece) for piece in pieces]
    stem = "".join(pieces[:-1]) + stemmed[-1].stem
    parts = [part for terms in stemmed for part in (terms.stem, *terms.parts)]
    surfaces = [piece for piece, terms in zip(pieces, stemmed, strict=True) for piece in (piece, *terms.pieces)]
    return WordTerms(stem, tuple(parts), tuple(surfaces))


class SurfaceTerms(NamedTuple):
    """What a word as written is stored as.

    `words` are its form and parts that are long enough to be alike others; `keys` are stem and parts together. What
    engines take stands ready, joined.
    """

    stem: str
    parts: tuple[str, ...]
    words: tuple[str, ...]
    keys: tuple[str, ...]
    joined_parts: str
    joined_words: str


_MOST_SEEN = 150_000


class _Seen(dict[str, "SurfaceTerms | None"]):
    """What each word as written is stored as; most words of a text were seen before.

    `spelled` goes the other way: the spellings seen of each stem or part; `known` are all spellings, as a set.
    """

    def __init__(self) -> None:
        super().__init__()
        self.spelled: dict[str, set[str]] = {}
        self.known: set[str] = set()

    def __missing__(self, surface: str) -> SurfaceTerms | None:
        if len(self) > _MOST_SEEN:
            self.clear()
            self.spelled.clear()
            self.known.clear()
        terms = _analyse(surface)
        if terms is not None:
            for key in terms.keys:
                self.spelled.setdefault(key, set()).add(surface)
        self.known.add(surface)
        self[surface] = terms
        return terms


_seen = _Seen()


def surface_terms(surface: str) -> SurfaceTerms | None:
    """The terms of a word as it is written, or None for a stop word."""
    return _seen[surface]


def spelled_as(surfaces: set[str], keys: Iterable[str]) -> set[str]:
    """Those of `surfaces` that have one of `keys` as stem or part. Looks at each spelling once in a process."""
    for surface in surfaces - _seen.known:
        surface_terms(surface)
    found: set[str] = set()
    for key in keys:
        found |= surfaces & _seen.spelled.get(key, set())
    return found


def _analyse(surface: str) -> SurfaceTerms | None:
    form, _, pieces, abbreviation = reading(surface)
    if form in language()["stopwords"] and not abbreviation:
        return None
    terms = word_terms(Token(form, 0, 0, pieces, abbreviation))
    words = tuple(word for word in (form, *terms.pieces) if len(word) >= SHORTEST_WORD)
    keys = (terms.stem, *terms.parts)
    return SurfaceTerms(terms.stem, terms.parts, words, keys, " ".join(terms.parts), " ".join(words))


def text_terms(text: str) -> TextTerms:
    """All terms of a text."""
    found = [terms for surface in spellings(text) if (terms := _seen[surface])]
    parts = tuple(part for terms in found for part in terms.parts)
    return TextTerms(
        tuple(terms.stem for terms in found), parts, frozenset(word for terms in found for word in terms.words)
    )


def field_terms(text: str) -> FieldTerms:
    """All terms of a text, ready for an engine. This runs for each document of a rebuild: every line of it counts."""
    found = [terms for surface in spellings(text) if (terms := _seen[surface])]
    return FieldTerms(
        " ".join([terms[0] for terms in found]),
        " ".join([terms[4] for terms in found if terms[4]]),
        " ".join([terms[5] for terms in found]),
    )


def is_known(word: str) -> bool:
    """Whether a folded word is in the derived lists, so that nobody should be asked whether they meant another one."""
    return word in splitter().firsts or word in base_forms()


def self_test() -> None:
    """Raises when the chain no longer gives what the indices were built with.

    Called at start-up and before each rebuild: a stemmer that silently stems no more makes an index in which half of
    the words can't be found.
    """
    stems.self_test()
    meet = (("uitvoerders overleg", "uitvoerdersoverleg"), ("comfort zone", "comfortzones"))
    for apart, compound in meet:
        wanted = set(text_terms(apart).stems)
        found = set(text_terms(compound).parts)
        if not wanted <= found:
            raise stems.StemmerBrokenError(f"the parts of {compound} are {sorted(found)}, not {sorted(wanted)}")
    if text_terms("het OM, om").stems != ("OM",):
        raise stems.StemmerBrokenError("OM is taken for the preposition om")


CHAIN_VERSION = 1
"""Raise it when a change of the code gives other terms than before."""

_SAMPLE = """Bruggen, verhuizingen, verantwoordelijkheden; UVO's van het OM, het ITAT-R, programmateam R&E (1.2a).
Uitgestroomd, bijgesteld, voorgelegd: casuïstiek, intervisiemethodieken, UVO-plus, taak- en rolverdeling, do's."""


@cache
def fingerprint() -> str:
    """Names this version of the chain, its lists and the stemmer: an index built with another one has to be rebuilt."""
    digest = hashlib.sha256(f"{CHAIN_VERSION} {text_terms(_SAMPLE)[:2]}".encode())
    folder = Path(__file__).parent
    for name in (
        "language.toml",
        "abbreviations.toml",
        "compounds/parts.txt.gz",
        "compounds/atoms.txt.gz",
        "inflection/forms.txt.gz",
    ):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]
