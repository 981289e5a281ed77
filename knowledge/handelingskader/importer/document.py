"""What a parsed handelingskader is: plain, frozen values without Django, a database or HTML.

Line numbers count from 1 and always point into the file that was read, except ``Block.bron``, which names the lines of
the source document that a retelling (`{r.238-242}`) gives in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Grond = Literal["d", "h", "i"]
Plaats = Literal["titel-inhoudsopgave", "titel-tekst", "regeltekst", "blok"]
BlockSoort = Literal[
    "alinea", "kop", "opsomming-item", "genummerd-item", "redactie", "do", "dont", "overweging", "vraag"
]
SectionSoort = Literal["inleiding", "hoofdstuk", "fase", "paragraaf", "dilemma", "dodont", "professionalisering"]
LineRange = tuple[int, int]
"""First and last line, both included."""


class UnreadableDocument(Exception):
    """The file can't be read as a handelingskader. The message is Dutch and says what to do; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, cleaned of control characters."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """One marker of text that was made unreadable: its Woo ground (5.1 lid 2), as printed, and where it stands.

    It says nothing about what stood there, not even how much (domain.md A.7).
    """

    grond: Grond
    gedrukt: str
    regel: int
    plaats: Plaats


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text. Markup of any kind in it is just characters; escape it when you show it."""

    tekst: str
    vet: bool = False
    cursief: bool = False


Segment = Text | Redaction


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item or redaction in reading order.

    ``regels`` are the lines of the file it was put together from, in reading order: a paragraph that a page or column
    broke has several. ``first_line`` and ``last_line`` are their lowest and highest. ``nummer`` is the printed number
    of a numbered item.
    """

    soort: BlockSoort
    segments: tuple[Segment, ...]
    first_line: int
    last_line: int
    bron: tuple[LineRange, ...] = ()
    nummer: int | None = None
    regels: tuple[LineRange, ...] = ()

    @property
    def tekst(self) -> str:
        """The open text alone: markers left out, spaces made single."""
        return open_text(self.segments)

    @property
    def redactions(self) -> tuple[Redaction, ...]:
        return tuple(segment for segment in self.segments if isinstance(segment, Redaction))


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the document, with both its titles as printed; None where that title is missing or redacted.

    ``first_line``-``last_line`` is where it stands in the file; blocks that were set in another column carry their own
    lines. ``sleutel`` stays the same when titles change; ``nummer`` is "" where none is printed.
    """

    sleutel: str
    nummer: str
    soort: SectionSoort
    titel_inhoudsopgave: str | None
    titel_tekst: str | None
    titel_segments: tuple[Segment, ...]
    titel_redacties: tuple[Redaction, ...]
    ouder: str | None
    blocks: tuple[Block, ...]
    first_line: int
    last_line: int
    samenvatting: str

    @property
    def titel(self) -> str:
        """The open title for people, the body's before the contents list's; "" when neither is open."""
        return plain_title(self.titel_tekst or self.titel_inhoudsopgave or "")

    @property
    def redactions(self) -> tuple[Redaction, ...]:
        return self.titel_redacties + tuple(mark for block in self.blocks for mark in block.redactions)

    @property
    def has_open_text(self) -> bool:
        return any(block.tekst for block in self.blocks)

    @property
    def is_bare_heading(self) -> bool:
        """A heading that only groups what follows: no number, no open or redacted text of its own (Fase 2, r.255)."""
        return not self.nummer and not self.blocks and not self.samenvatting


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """All of one document. ``sections`` are in reading order, bare headings included: each ``ouder`` is among them."""

    sections: tuple[Section, ...]
    warnings: tuple[str, ...]
    sha256: str
    voorblad: tuple[Line, ...] = ()
    overige_redacties: tuple[Redaction, ...] = field(default=())

    @property
    def redactions(self) -> tuple[Redaction, ...]:
        """Every marker of the file exactly once, in the order of its lines."""
        found = [mark for section in self.sections for mark in section.redactions]
        return tuple(sorted([*found, *self.overige_redacties], key=lambda mark: mark.regel))

    @property
    def section_count(self) -> int:
        """Sections that have a number or something of their own; bare headings only group and are not counted."""
        return sum(not section.is_bare_heading for section in self.sections)

    def section(self, sleutel: str) -> Section:
        """The section with this key; KeyError when the document has none."""
        for section in self.sections:
            if section.sleutel == sleutel:
                return section
        raise KeyError(sleutel)


def open_text(segments: Iterable[Segment]) -> str:
    """The words of a run of segments with single spaces; what is redacted leaves no trace."""
    words = "".join(segment.tekst if isinstance(segment, Text) else " " for segment in segments)
    return " ".join(words.split())


def plain_title(title: str) -> str:
    """A title as people say it: "1. Persoon verhuist." becomes "Persoon verhuist"."""
    return re.sub(r"^\d{1,2}\. ", "", title).rstrip(" :.")
