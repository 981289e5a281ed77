"""What is a heading and which key it gets. Headings are lone lines; numbers may only go up, so each key is unique."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from .bron import ends_in_bron
from .document import SectionSoort, Segment, Text, open_text, plain_title
from .lines import Piece
from .markers import only_markers, split_markers

_NUMBERED = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\s+(.*))?")
_FASE = re.compile(r"Fase (\d):?(?:\s+(.*))?")
_SENTENCE_BREAK = re.compile(r"[.!?]\s+\w")
_SUMMARY = "Samenvatting:"
_MAX_TITLE = 100
_MAX_NUMBERED_TITLE = 160
_LOOK_FOR_NUMBER = 30
_SAME_TITLE = 0.6
"""Share of two chapter titles that must agree: the body may print one a little differently from the contents list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body. ``uses`` is how many pieces it takes: two when the title stands under its number."""

    sleutel: str
    nummer: str
    soort: SectionSoort
    ouder: str | None
    title: tuple[Segment, ...]
    first_line: int
    uses: int


def is_summary(piece: Piece) -> bool:
    return piece.kind == "tekst" and piece.text.startswith(_SUMMARY)


def summary_text(piece: Piece) -> str:
    return piece.text.removeprefix(_SUMMARY).strip()


@dataclass(slots=True)
class HeadingReader:
    """Walks through the pieces of the body and remembers under which chapter, fase and number it is.

    ``chapters`` are the numbers and titles of the chapters in the contents list; empty when there is none.
    """

    chapters: dict[int, str]
    chapter: int = 0
    chapter_kind: SectionSoort = "paragraaf"
    fase: str | None = None
    number: tuple[int, int] = (0, 0)
    parent: str = "intro"
    letters: dict[str, int] = field(default_factory=dict)
    seen_fasen: int = 0

    def read(self, pieces: Sequence[Piece], index: int) -> Heading | None:
        """The heading that starts at this piece, or None when it is text."""
        piece = pieces[index]
        if not piece.lone or is_summary(piece):
            return None
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        previous = pieces[index - 1] if index else None
        if piece.kind == "nummer":
            chapter = self._chapter(piece, following, _next_chapter(pieces, index))
            return chapter or self._numbered_step(piece, previous, following)
        if piece.kind != "tekst":
            return None
        return self._fase(piece, following) or self._paragraph(piece, following) or self._unnumbered(piece, following)

    def _chapter(self, piece: Piece, following: Piece | None, ahead: int | None) -> Heading | None:
        number = piece.nummer or 0
        title = split_markers(piece.text, piece.lines[0].number)
        if number <= self.chapter or len(piece.text) > _MAX_NUMBERED_TITLE:
            return None
        if self.chapters:
            listed, printed = self.chapters.get(number), open_text(title)
            same = _alike(listed, printed) if listed and printed else ahead == number
            if listed is None or not same:
                return None
        elif number != self.chapter + 1 or not _is_title(piece.text, _MAX_TITLE) or following is None:
            return None
        self.chapter, self.fase, self.number = number, None, (number, 0)
        self.chapter_kind = _kind_of_chapter(open_text(title) or self.chapters.get(number, ""))
        self.parent = str(number)
        return Heading(str(number), str(number), "hoofdstuk", None, tuple(title), piece.lines[0].number, 1)

    def _fase(self, piece: Piece, following: Piece | None) -> Heading | None:
        match = _FASE.fullmatch(piece.text)
        if match is None or int(match[1]) <= self.seen_fasen or len(piece.text) > _MAX_NUMBERED_TITLE:
            return None
        title, uses = self._title(match[2], piece, following)
        if title is None:
            return None
        self.seen_fasen = int(match[1])
        self.fase = f"F{match[1]}"
        self.parent = self.fase
        return Heading(
            self.fase, "", "fase", str(self.chapter) if self.chapter else None, title, piece.lines[0].number, uses
        )

    def _paragraph(self, piece: Piece, following: Piece | None) -> Heading | None:
        match = _NUMBERED.fullmatch(piece.text)
        if match is None or len(piece.text) > _MAX_NUMBERED_TITLE:
            return None
        number = (int(match[1]), int(match[2]))
        if number[0] != self.chapter or number <= self.number:
            return None
        title, uses = self._title(match[3], piece, following)
        if title is None:
            return None
        self.number = number
        self.parent = f"{number[0]}.{number[1]}"
        ouder = self.fase or str(self.chapter)
        return Heading(self.parent, self.parent, self.chapter_kind, ouder, title, piece.lines[0].number, uses)

    def _title(
        self, printed: str | None, piece: Piece, following: Piece | None
    ) -> tuple[tuple[Segment, ...] | None, int]:
        """The title behind a number, or under it when the number stands alone; None when this is a sentence."""
        if printed:
            segments = split_markers(printed, piece.lines[0].number)
            fits = only_markers(segments) or (_starts_title(printed) and not _SENTENCE_BREAK.search(printed))
            return (tuple(segments) if fits else None), 1
        if following is not None and following.kind == "tekst" and following.lone and not is_summary(following):
            segments = split_markers(following.text, following.lines[0].number)
            if only_markers(segments) or _is_title(following.text, _MAX_TITLE):
                return tuple(segments), 2
        return (), 1

    def _unnumbered(self, piece: Piece, following: Piece | None) -> Heading | None:
        """A short line that is no sentence and has text under it; with a colon it only is one when no list follows."""
        text = piece.text
        if following is None or not _is_title(text, _MAX_TITLE):
            return None
        if text.endswith(":") and (following.kind != "tekst" or _starts_low(following.text)):
            return None
        return self._lettered(text, piece, following)

    def _numbered_step(self, piece: Piece, previous: Piece | None, following: Piece | None) -> Heading | None:
        """ "1. Persoon verhuist." alone on a line is a heading when text follows and it doesn't go on with a list.

        A step whose words are redacted stays an item: a key of its own would claim a section that nobody can see.
        """
        text = piece.text.removesuffix(".")
        if following is None or following.kind != "tekst" or not _is_title(text, _MAX_NUMBERED_TITLE):
            return None
        if previous is not None and previous.kind == "nummer" and not previous.lone:
            return None
        return self._lettered(f"{piece.nummer}. {piece.text}", piece, following)

    def _lettered(self, title: str, piece: Piece, following: Piece) -> Heading | None:
        if _starts_low(following.text) and following.kind == "tekst":
            return None
        segments = split_markers(title, piece.lines[0].number)
        count = self.letters[self.parent] = self.letters.get(self.parent, 0) + 1
        soort: SectionSoort = self.chapter_kind if self.chapter else "inleiding"
        return Heading(self.parent + _letter(count), "", soort, self.parent, tuple(segments), piece.lines[0].number, 1)


def _is_title(text: str, longest: int) -> bool:
    """Short, with a capital, no sentence in it and no mark at its end but a colon; some words of it are open."""
    if len(text) > longest or not _starts_title(text) or text.endswith((".", "!", "?", ",", ";", "-")):
        return False
    if _SENTENCE_BREAK.search(text) or text.startswith("**") or ends_in_bron(text):
        return False
    segments = split_markers(text, 0)
    return isinstance(segments[0], Text) and bool(open_text(segments).strip(string.punctuation + " "))


def _starts_title(text: str) -> bool:
    return text[0].isupper() or text[0] in "('\"‘“"


def _starts_low(text: str) -> bool:
    """True when the first word is all lower case: the paragraph goes on with a sentence that began elsewhere."""
    return text.split(maxsplit=1)[0].strip(string.punctuation).islower()


def _next_chapter(pieces: Sequence[Piece], index: int) -> int | None:
    """The chapter of the next numbered heading: it tells a redacted chapter title from a redacted step of a list."""
    for piece in pieces[index + 1 : index + 1 + _LOOK_FOR_NUMBER]:
        if piece.lone and piece.kind == "nummer" and piece.nummer == pieces[index].nummer:
            return None
        if piece.lone and piece.kind == "tekst" and (match := _NUMBERED.fullmatch(piece.text)):
            return int(match[1])
    return None


def _alike(one: str, other: str) -> bool:
    """Titles that are the same but for spelling."""
    first, second = plain_title(one).casefold(), plain_title(other).casefold()
    if len(first) > _MAX_NUMBERED_TITLE or len(second) > _MAX_NUMBERED_TITLE:
        return False
    return SequenceMatcher(None, first, second).ratio() >= _SAME_TITLE


def _kind_of_chapter(title: str) -> SectionSoort:
    words = title.casefold().replace("’", "'")
    if "dilemma" in words:
        return "dilemma"
    if "don't" in words or "do's" in words:
        return "dodont"
    if "professional" in words or "vakontwikkeling" in words:
        return "professionalisering"
    return "paragraaf"


def _letter(count: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    letters = ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = string.ascii_lowercase[rest] + letters
    return letters
