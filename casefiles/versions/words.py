"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

WORDS = re.compile(r"\s+|\w+|[^\w\s]", re.UNICODE)
# Above this many words SequenceMatcher's junk rule would call common words noise; beyond the limit lines are compared.
MAX_WORDS = 6000


class Soort(StrEnum):
    GELIJK = "gelijk"
    NIEUW = "nieuw"
    WEG = "weg"


class Deel(NamedTuple):
    """A run of text that is equal, new or gone. Plain text: the template escapes it."""

    soort: Soort
    tekst: str


def _pieces(text: str) -> list[str]:
    words = WORDS.findall(text)
    return words if len(words) <= MAX_WORDS else text.splitlines(keepends=True)


def _append(parts: list[Deel], soort: Soort, tekst: str) -> None:
    if not tekst:
        return
    if parts and parts[-1].soort is soort:
        parts[-1] = Deel(soort, parts[-1].tekst + tekst)
    else:
        parts.append(Deel(soort, tekst))


def word_diff(before: str, after: str) -> list[Deel]:
    """The two texts as one list of parts. Joining the equal and new parts gives `after`, the equal and gone ones `before`."""
    old, new = _pieces(before), _pieces(after)
    parts: list[Deel] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            _append(parts, Soort.GELIJK, "".join(old[a0:a1]))
            continue
        _append(parts, Soort.WEG, "".join(old[a0:a1]))
        _append(parts, Soort.NIEUW, "".join(new[b0:b1]))
    return parts
