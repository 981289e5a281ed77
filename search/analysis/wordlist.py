"""Reads the Dutch word list from which the derived files are made; only the two derive scripts need it."""

from __future__ import annotations

import gzip
from pathlib import Path

from search.analysis.folding import fold

WDUTCH = Path("/usr/share/dict/dutch")


def read_words(path: Path = WDUTCH) -> frozenset[str]:
    """The folded words of `path` that are written in small letters only; names and abbreviations stay out.

    Raises FileNotFoundError with the package to install when the list is not there.
    """
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there: install Debian's package wdutch")
    lines = path.read_text(encoding="utf-8").split()
    return frozenset(fold(word) for word in lines if word.isalpha() and word == word.lower())


def write_lines(path: Path, lines: list[str]) -> None:
    """Writes `lines` compressed; the same lines make the same bytes."""
    path.write_bytes(gzip.compress("\n".join(lines).encode("ascii"), compresslevel=9, mtime=0))


def read_lines(path: Path) -> list[str]:
    """What `write_lines` wrote."""
    return gzip.decompress(path.read_bytes()).decode("ascii").split("\n")
