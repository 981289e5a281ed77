"""Folds case and accents: the first step of the chain, before anything looks at a word."""

from __future__ import annotations

import unicodedata

# Every apostrophe and hyphen that a word processor makes, brought back to one of each.
_PUNCTUATION = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})


def fold(text: str) -> str:
    """Lower-case `text` without accents: "Eén" becomes "een", "casuïstiek" becomes "casuistiek".

    Folding comes before stemming, or the stemmer keeps "casuïstiek" and "casuistiek" apart.
    """
    plain = text.translate(_PUNCTUATION)
    if plain.isascii():
        return plain.lower()
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def straighten(text: str) -> str:
    """The same text with one kind of apostrophe and hyphen; every character keeps its place."""
    if text.isascii() and "`" not in text:
        return text
    return text.translate(_PUNCTUATION)
