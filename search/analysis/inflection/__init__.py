"""Forms that the Kraaij-Pohlmann stemmer keeps apart from their base word, derived from a word list."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from search.analysis.wordlist import read_lines

FORMS = Path(__file__).parent / "forms.txt.gz"


@cache
def base_forms() -> dict[str, str]:
    """Maps a form to the stem it shares with its base word: "beelden" to "beeld", "verhuisd" to "verhuis"."""
    return dict(line.split(" ") for line in read_lines(FORMS))
