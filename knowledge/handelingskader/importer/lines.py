"""From the text of a file to clean lines and paragraphs: harmless characters only, items of a list apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .document import Line, UnreadableDocument
from .markers import MARKER

MAX_BYTES = 5_000_000
MAX_LINES = 50_000
MAX_LINE_LENGTH = 20_000
MAX_PARAGRAPH_LENGTH = 100_000
MAX_MARKERS = 20_000

PieceKind = Literal["tekst", "opsomming", "nummer", "fase-regel"]

_BULLET = re.compile(r"[-–•]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})\.\s+(?=\S)")
_FASE_ROW = re.compile(r"Fase \d\s+[-–]\s+\S")
_SPACES = "\x0b\u0085\u00a0\u2028\u2029"
"""Characters that become a plain space; only a line feed ends a line, so that line numbers match any editor's."""
_HIDDEN = ("Cc", "Cf", "Cs")
"""Control, format (bidi overrides, zero width, soft hyphen) and surrogate characters: taken out."""


def _cleaning_table(text: str) -> dict[int, str | None]:
    table: dict[int, str | None] = {
        ord(character): None for character in set(text) if unicodedata.category(character) in _HIDDEN
    }
    table.update({ord(character): " " for character in _SPACES})
    table.update({ord("\n"): "\n", ord("\t"): "\t"})
    return table


@dataclass(slots=True)
class Piece:
    """A paragraph, or one item of a list, before its place in the document is known.

    ``lone`` is true for a paragraph of a single line: only those can be headings.
    """

    kind: PieceKind
    lines: list[Line]
    nummer: int | None = None
    lone: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def clean_lines(text: str) -> tuple[list[Line], bool]:
    """The lines of a text, numbered from 1, and whether hidden characters were taken out.

    Raises UnreadableDocument on a text that is too big or has lines that no document has.
    """
    if len(text) > MAX_BYTES:
        raise UnreadableDocument("Het bestand is te groot. Een handelingskader is hooguit 5 MB platte tekst.")
    unified = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    cleaned = unified.translate(_cleaning_table(unified))
    rows = cleaned.split("\n")
    if len(rows) > MAX_LINES:
        raise UnreadableDocument(
            f"Het bestand heeft {len(rows)} regels, te veel (hooguit {MAX_LINES}). "
            "Kies het bestand met alleen het handelingskader."
        )
    for number, row in enumerate(rows, start=1):
        if len(row) > MAX_LINE_LENGTH:
            raise UnreadableDocument(
                f"Regel {number} is langer dan {MAX_LINE_LENGTH} tekens. Dit lijkt geen gewone tekst. "
                "Sla het handelingskader op als platte tekst met een lege regel tussen de alinea's."
            )
    return [Line(number, row.rstrip()) for number, row in enumerate(rows, start=1)], len(cleaned) != len(unified)


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """Paragraphs (separated by empty lines) in file order, with every list item and every row of markers on its own."""
    result: list[Piece] = []
    for paragraph in _paragraphs(lines):
        lone = len(paragraph) == 1
        current: Piece | None = None
        for line in paragraph:
            text = " ".join(line.text.split())
            started = _item(Line(line.number, text))
            if (
                started is None
                and current is not None
                and not _is_marker_row(text)
                and not _is_marker_row(current.text)
            ):
                current.lines.append(Line(line.number, text))
                continue
            current = started or Piece("tekst", [Line(line.number, text)])
            current.lone = lone
            result.append(current)
    return result


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    length = 0
    fresh = True
    for line in lines:
        if not line.text.strip():
            fresh = True
            continue
        if fresh:
            paragraphs.append([])
            length, fresh = 0, False
        length += len(line.text)
        if length > MAX_PARAGRAPH_LENGTH:
            raise UnreadableDocument(
                f"Rond regel {line.number} staat meer dan {MAX_PARAGRAPH_LENGTH} tekens zonder lege regel. "
                "Zet een lege regel tussen de alinea's."
            )
        paragraphs[-1].append(line)
    return paragraphs


def _item(line: Line) -> Piece | None:
    if match := _BULLET.match(line.text):
        return Piece("opsomming", [Line(line.number, line.text[match.end() :])])
    if match := _NUMBER.match(line.text):
        return Piece("nummer", [Line(line.number, line.text[match.end() :])], nummer=int(match[1]))
    if _FASE_ROW.match(line.text):
        return Piece("fase-regel", [line])
    return None


def _is_marker_row(text: str) -> bool:
    return len(text) <= 40 and "5" in text and not MARKER.sub("", text).strip()
