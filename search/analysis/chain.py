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
from search.analysis.tokens import Token, language, tokens

SHORTEST_WORD = 3
"""Shorter words are not in `words`, the field for typing errors and beginnings."""


class WordTerms(NamedTuple):
    """What one word is stored as: its stem, the stems of its parts (none when it is no compound), and the parts."""

    stem: str
    parts: tuple[str, ...]
    pieces: tuple[str, ...]


class TextTerms(NamedTuple):
    """What one text is stored as: terms in order, parts in order, and each different word once, sorted."""

    stems: tuple[str, ...]
    parts: tuple[str, ...]
    words: frozenset[str]


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


def text_terms(text: str) -> TextTerms:
    """All terms of a text."""
    stopwords = language()["stopwords"]
    found_stems: list[str] = []
    found_parts: list[str] = []
    words: set[str] = set()
    for token in tokens(text):
        if token.form in stopwords and not token.abbreviation:
            continue
        terms = word_terms(token)
        found_stems.append(terms.stem)
        words.add(token.form)
        if terms.parts:
            found_parts.extend(terms.parts)
            words.update(terms.pieces)
    return TextTerms(tuple(found_stems), tuple(found_parts), frozenset(w for w in words if len(w) >= SHORTEST_WORD))


def is_known(word: str) -> bool:
    """Whether a folded word is in the derived lists, so that nobody should be asked whether they meant another one."""
    return word in splitter().counts or word in base_forms()


def joined(terms: Iterable[str]) -> str:
    """Terms as an engine takes them: cut at spaces, nothing else."""
    return " ".join(terms)


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


@cache
def fingerprint() -> str:
    """Names this version of the chain, its lists included: an index built with another one has to be rebuilt."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    names = ["language.toml", "abbreviations.toml", "compounds/parts.txt.gz", "compounds/atoms.txt.gz"]
    names += ["inflection/forms.txt.gz", "chain.py", "tokens.py", "folding.py", "stems.py", "compounds/__init__.py"]
    for name in names:
        digest.update((folder / name).read_bytes())
    for word in ("bruggen", "verhuizingen", "verantwoordelijkheden", "gesprekken"):
        digest.update(stems.guarded_stem(word).encode())
    return digest.hexdigest()[:16]
