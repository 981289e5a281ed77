"""Words that occur nowhere else, each with the place where it was written and who may read it there."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

PREFIX = "zqk"
LETTERS = "bcdfghjkmnpqrstvwxz"
SHORTEST_PIECE = 6
_TAGS = re.compile(r"<[^>]*>")
_WORD = re.compile(PREFIX + "[a-z]*")


@dataclass(frozen=True)
class Canary:
    """`word` stands in `place`, and may be met by the identities in `readers` and by no one else."""

    word: str
    place: str
    readers: frozenset[str]


@dataclass
class Aviary:
    """All canaries of a world. Words share a prefix, so that one search through an answer finds all of them.

    A piece of a word counts (an excerpt that was cut off), and so does a word with marks through it (a hit).
    """

    words: dict[str, Canary] = field(default_factory=dict)
    literals: dict[str, Canary] = field(default_factory=dict)
    _random: random.Random = field(default_factory=lambda: random.Random(36225))

    def __len__(self) -> int:
        return len(self.words) + len(self.literals)

    def __iter__(self) -> Iterable[Canary]:
        return iter([*self.words.values(), *self.literals.values()])

    def mint(self, place: str, readers: Iterable[str]) -> str:
        """A new word for this place."""
        word = PREFIX + "".join(self._random.choice(LETTERS) for _ in range(10))
        self.words[word] = Canary(word, place, frozenset(readers))
        return word

    def add(self, text: str, place: str, readers: Iterable[str]) -> None:
        """Something that has a form of its own: a dossier number, the last part of an address, a date."""
        self.literals[text.casefold()] = Canary(text, place, frozenset(readers))

    def find(self, text: str) -> set[Canary]:
        """The canaries in a text, in whatever case, whole or cut off."""
        text = text.casefold()
        found = {canary for literal, canary in self.literals.items() if literal in text}
        if PREFIX in text or "<mark" in text:
            for piece in {*_WORD.findall(text), *_WORD.findall(_TAGS.sub("", text))}:
                found |= self._of_piece(piece)
        return found

    def _of_piece(self, piece: str) -> set[Canary]:
        if piece in self.words:
            return {self.words[piece]}
        if len(piece) < SHORTEST_PIECE:
            return set()
        return {canary for word, canary in self.words.items() if word in piece or word.startswith(piece)}
