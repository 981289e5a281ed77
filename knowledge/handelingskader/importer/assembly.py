"""Putting the pieces of the body together: sentences that a page broke, words that a line broke, columns out of order.

General rules only. A paragraph that starts in lower case goes on with an earlier one that stopped in mid-sentence. When
there is none before it, its column was read too early: its beginning stands in the next section, and what follows it up
to that section's heading moves along.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, field

from .bron import ends_in_bron
from .document import LineRange, Segment, Text
from .headings import Heading
from .lines import Piece, PieceKind
from .markers import split_markers

_SENTENCE_ENDS = ".!?:;…"
_CLOSERS = "'\"’”)]}* "
_KEEPS_HYPHEN = ("en", "of")
"""After these a hyphen stands for the rest of a compound ("zorg- en ..."), not for a broken word."""
_LOOK_BACK = 12
_LOOK_AHEAD = 12


@dataclass(slots=True)
class DraftBlock:
    """A block in the making. ``lines`` in reading order."""

    kind: PieceKind
    segments: list[Segment]
    lines: list[int]
    nummer: int | None = None
    astray: bool = False

    @property
    def unfinished(self) -> bool:
        """Open text that stops in mid-sentence. After a redaction nobody can tell, so that counts as finished."""
        last = self.segments[-1] if self.segments else None
        if not isinstance(last, Text):
            return False
        end = last.tekst.rstrip(_CLOSERS)
        return not ends_in_bron(last.tekst) and bool(end) and end[-1] not in _SENTENCE_ENDS

    @property
    def starts_low(self) -> bool:
        first = self.segments[0]
        if self.kind != "tekst" or not isinstance(first, Text) or not first.tekst.strip():
            return False
        return first.tekst.split(maxsplit=1)[0].strip(string.punctuation).islower()

    @property
    def regels(self) -> tuple[LineRange, ...]:
        ranges: list[LineRange] = []
        for line in self.lines:
            if ranges and ranges[-1][1] + 1 == line:
                ranges[-1] = (ranges[-1][0], line)
            else:
                ranges.append((line, line))
        return tuple(ranges)


@dataclass(slots=True)
class DraftSection:
    """A section in the making: its heading (None for what stands before the first) and its blocks."""

    heading: Heading | None
    first_line: int
    last_line: int
    blocks: list[DraftBlock] = field(default_factory=list)
    samenvatting: str = ""


@dataclass(slots=True)
class Mending:
    """What was mended, for the warnings: page breaks and broken words as lines, columns as sentences."""

    page_breaks: list[str] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    astray: list[int] = field(default_factory=list)


def draft_block(piece: Piece, mending: Mending) -> DraftBlock:
    segments: list[Segment] = []
    for line in piece.lines:
        _append(segments, split_markers(line.text, line.number), line.number, mending)
    return DraftBlock(piece.kind, segments, [line.number for line in piece.lines], piece.nummer)


def place(block: DraftBlock, section: DraftSection, mending: Mending) -> None:
    """Add a block to its section, or to the sentence in that section that it goes on with."""
    if not block.starts_low or not section.blocks:
        block.astray = block.starts_low
        section.blocks.append(block)
        return
    recent = section.blocks[-_LOOK_BACK:]
    for distance, earlier in enumerate(reversed(recent)):
        if earlier.unfinished and (distance == 0 or earlier.kind == "tekst"):
            if distance:
                mending.columns.append(_moved(block, earlier))
            else:
                mending.page_breaks.append(f"r.{earlier.lines[-1]}-{block.lines[0]}")
            _join(earlier, block, mending)
            return
    block.astray = True
    section.blocks.append(block)


def mend_columns(sections: list[DraftSection], mending: Mending) -> None:
    """Move each column that was read too early behind its beginning in the next section; report what has none."""
    for index, section in enumerate(sections):
        start = next((place for place, block in enumerate(section.blocks) if block.astray), None)
        if start is None:
            continue
        following = sections[index + 1].blocks[:_LOOK_AHEAD] if index + 1 < len(sections) else []
        place_of_beginning = next((place for place, block in enumerate(following) if block.unfinished), None)
        if place_of_beginning is None:
            mending.astray.extend(block.lines[0] for block in section.blocks if block.astray)
            continue
        column = section.blocks[start:]
        del section.blocks[start:]
        beginning = following[place_of_beginning]
        mending.columns.append(_moved(column[0], beginning))
        _join(beginning, column[0], mending)
        sections[index + 1].blocks[place_of_beginning + 1 : place_of_beginning + 1] = column[1:]
        mending.astray.extend(block.lines[0] for block in column[1:] if block.astray)
        for block in column[1:]:
            block.astray = False


def _moved(block: DraftBlock, beginning: DraftBlock) -> str:
    return f"r.{block.lines[0]} hoort bij de zin die op r.{beginning.lines[-1]} begint en staat nu daarachter."


def _join(earlier: DraftBlock, later: DraftBlock, mending: Mending) -> None:
    _append(earlier.segments, later.segments, later.lines[0], mending)
    earlier.lines.extend(later.lines)


def _append(segments: list[Segment], more: list[Segment], line: int, mending: Mending) -> None:
    """Put a next line behind the text so far: with a space, or without when a hyphen broke a word."""
    if not segments or not more:
        segments.extend(more)
        return
    last, first = segments[-1], more[0]
    if isinstance(last, Text) and isinstance(first, Text):
        if _broken_word(last.tekst, first.tekst):
            segments[-1] = Text(last.tekst[:-1])
            mending.words.append(line)
        else:
            segments.append(Text(" "))
    else:
        segments.append(Text(" "))
    segments.extend(more)


def _broken_word(before: str, after: str) -> bool:
    if not before.endswith("-") or not before[-2:-1].isalpha() or not after[:1].islower():
        return False
    return after.split(maxsplit=1)[0] not in _KEEPS_HYPHEN
