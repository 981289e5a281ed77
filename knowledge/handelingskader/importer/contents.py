"""The contents list in front of the document: what it promises, and where the document itself begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .document import Line, Redaction, open_text
from .markers import split_markers

_HEADINGS = ("inhoud", "inhoudsopgave")
_LOOK_FOR_HEADING = 300
"""The contents list starts within this many lines, behind a cover and a colophon at most."""
_LONGEST_ROW = 250
_CHAPTER = re.compile(r"(\d{1,2})\.\s+(\S.*)")
_NUMBERED = re.compile(r"(\d{1,2}\.\d{1,2})(?:\s+(.*))?")
_FASE = re.compile(r"Fase (\d):?(?:\s+(.*))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. ``sleutel`` is "" for a row without number; ``titel`` is None where it is redacted."""

    sleutel: str
    titel: str | None
    redactions: tuple[Redaction, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Contents:
    """``body_start`` is the index in the lines where the document itself begins."""

    entries: tuple[Entry, ...]
    body_start: int
    found: bool

    def chapter_titles(self) -> dict[int, str]:
        return {int(entry.sleutel): entry.titel or "" for entry in self.entries if entry.sleutel.isdigit()}


def read_contents(lines: Sequence[Line]) -> Contents:
    """The rows under "Inhoud" up to the first line that is not one; without such a list ``found`` is False."""
    heading = next(
        (index for index, line in enumerate(lines[:_LOOK_FOR_HEADING]) if line.text.strip().casefold() in _HEADINGS),
        None,
    )
    if heading is None:
        return Contents(entries=(), body_start=0, found=False)
    entries: list[Entry] = []
    seen: set[str] = set()
    body_start = heading + 1
    for index in range(heading + 1, len(lines)):
        line = lines[index]
        if not line.text.strip():
            continue
        entry = _entry(line)
        if entry is None or (entry.sleutel and entry.sleutel in seen):
            break
        seen.add(entry.sleutel)
        entries.append(entry)
        body_start = index + 1
    return Contents(entries=tuple(entries), body_start=body_start if entries else 0, found=bool(entries))


def _entry(line: Line) -> Entry | None:
    text = line.text.strip()
    if len(text) > _LONGEST_ROW:
        return None
    without_page = _without_page(text)
    if without_page is None:
        chapter = _CHAPTER.fullmatch(text)
        return _row(chapter[1], chapter[2], line.number) if chapter and not text.endswith((".", ":", "?")) else None
    for pattern, prefix in ((_NUMBERED, ""), (_FASE, "F"), (_CHAPTER, "")):
        if match := pattern.fullmatch(without_page):
            return _row(prefix + match[1], match[2] or "", line.number)
    return _row("", without_page, line.number)


def _without_page(text: str) -> str | None:
    """The row without its page number and the dots or tab before it; None when it doesn't end in a page number."""
    title = text.rstrip("0123456789")
    page = len(text) - len(title)
    if not 1 <= page <= 4 or not title.endswith(("\t", " ", ".")):
        return None
    stripped = title.rstrip(" \t.")
    return stripped if stripped and (("\t" in title) or title.endswith(("  ", "..", ". "))) else None


def _row(sleutel: str, title: str, line: int) -> Entry:
    segments = split_markers(title, line)
    marks = tuple(
        Redaction(mark.grond, mark.gedrukt, mark.regel, "titel-inhoudsopgave")
        for mark in segments
        if isinstance(mark, Redaction)
    )
    return Entry(sleutel, open_text(segments) or None, marks, line)
