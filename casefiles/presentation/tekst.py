"""Plain text as people typed it, in paragraphs and points for reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

_PUNT = re.compile(r"^\s*[-–*•]\s+(?=\S)")


@dataclass(frozen=True)
class Blok:
    """A paragraph with its lines, or a list with its points. Plain text: the template escapes it."""

    is_lijst: bool
    regels: tuple[str, ...]


def blokken(tekst: str) -> tuple[Blok, ...]:
    """An empty line begins a new paragraph; a line that begins with a dash is a point."""
    kinds = ((_kind(line), line) for line in tekst.splitlines())
    return tuple(
        Blok(kind == "punt", tuple(_PUNT.sub("", line).strip() for _kind, line in lines))
        for kind, lines in groupby(kinds, key=lambda pair: pair[0])
        if kind
    )


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    return "punt" if _PUNT.match(line) else "alinea"
