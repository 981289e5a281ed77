"""Stems of single words: Kraaij-Pohlmann by Snowball, with two lists before it.

The lists are `[stems]` in `language.toml` (written by people, wins) and `inflection/forms.txt.gz` (derived).
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import Stemmer

from search.analysis.inflection import base_forms

# Snowball 3 calls Kraaij-Pohlmann "dutch", Snowball 2 calls Porter's that: the author's name means one thing only.
_kraaij_pohlmann = Stemmer.Stemmer("kraaij_pohlmann").stemWord

# Words whose stems must meet or stay apart, whatever a new version of the stemmer does.
_MUST_MEET = (("brug", "bruggen"), ("fase", "fasen"), ("beeld", "beelden"), ("opgave", "opgaven"), ("dag", "dagen"))
_MUST_DIFFER = (("gemeente", "mening"), ("gezin", "zin"), ("gevaar", "varen"), ("uitstroom", "instroom"))


class StemmerBrokenError(RuntimeError):
    """The installed stemmer no longer does what the index was built with."""


@cache
def _chosen_stems() -> dict[str, str]:
    with (Path(__file__).parent / "language.toml").open("rb") as file:
        chosen: dict[str, str] = tomllib.load(file)["stems"]
    return chosen


def guarded_stem(word: str) -> str:
    """The Kraaij-Pohlmann stem of a folded word, without its habit of taking "ge" out of the middle.

    The stemmer takes every "ge" for the mark of a participle, and so joins "gemeente" with "mening" and "gezin" with
    "zin". Participles come by the derived list; what stays is a word that begins with "ge".
    """
    if word.startswith("ge") and len(word) > 4:
        return "ge" + _kraaij_pohlmann(word[2:])
    return _kraaij_pohlmann(word)


def stem(word: str) -> str:
    """The stem of a folded word that is not a compound; compounds are stemmed by their last part (`chain`)."""
    chosen = _chosen_stems().get(word)
    if chosen is not None:
        return chosen
    derived = base_forms().get(word)
    return derived if derived is not None else guarded_stem(word)


def self_test() -> None:
    """Raises StemmerBrokenError when words that must meet stay apart, or the other way round."""
    for one, other in _MUST_MEET:
        if stem(one) != stem(other):
            raise StemmerBrokenError(f"{one} and {other} have different stems: {stem(one)}, {stem(other)}")
    for one, other in _MUST_DIFFER:
        if stem(one) == stem(other):
            raise StemmerBrokenError(f"{one} and {other} have one stem: {stem(one)}")
