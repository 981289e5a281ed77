"""From the words someone types to the clauses that an engine is asked.

Each word (or expression of the synonym list) becomes one *need*: a clause that says in which ways a document can meet
it. Documents that meet more needs, in the title, literally, come first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from search.analysis.chain import WordTerms, word_terms
from search.analysis.synonyms import NO_SYNONYMS, Expression, Match, Synonyms
from search.analysis.tokens import Token, abbreviations, language, tokens
from search.clauses import AllOf, Best, Clause, Constant, Fuzzy, Phrase, Prefix, Term, Weighted

LONGEST_QUERY = 300
"""Characters that are looked at; what comes after is ignored."""

MOST_NEEDS = 10
"""Words that are looked at: no query costs without bound."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """How much each way of meeting a need counts. With `constant`, nothing depends on what else is in the index."""

    title: float = 2.0
    text: float = 1.0
    parts: float = 0.7
    compound: float = 0.4
    synonym: float = 0.9
    fuzzy: float = 0.8
    prefix: float = 0.6
    met: float = 1.0
    constant: bool = False


GUIDANCE = Scoring()
DOSSIERS = Scoring(title=8, text=4, parts=0.5, compound=0.5, synonym=0.75, fuzzy=0.5, prefix=0.5, met=0, constant=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in clauses, and what is needed to mark hits in a text.

    `at_least` of `needs` must be met. `stems` mark a word by its stem or by a part of it; `loose_words` mark words that
    look like them (only in a loose query), `beginnings` words that start so.
    """

    needs: tuple[Clause, ...]
    at_least: int
    stems: frozenset[str]
    loose_words: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed that can be looked for."""
        return not self.needs


@dataclass(slots=True)
class _Word:
    token: Token
    terms: WordTerms
    joined: list[str] = field(default_factory=list)
    unfinished: bool = False


def distance_for(word: str) -> int:
    """How many typing errors are forgiven in a word of this length."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 8 else 2


def ask(
    text: str, scoring: Scoring, synonyms: Synonyms = NO_SYNONYMS, *, loose: bool = False, unfinished: bool = False
) -> Asked:
    """The clauses for what someone typed.

    A loose query forgives typing errors and asks for fewer of the words; in an unfinished one the last word may go on.
    """
    words = _words(text[:LONGEST_QUERY])[:MOST_NEEDS]
    if unfinished and words and not text.endswith(" "):
        words[-1].unfinished = True
    builder = _Builder(scoring, loose)
    needs: list[Clause] = []
    matches = {match.start: match for match in synonyms.find([word.terms.stem for word in words])}
    position = 0
    while position < len(words):
        match = matches.get(position)
        if match is None:
            needs.append(builder.word(words[position]))
            position += 1
        else:
            needs.append(builder.expression(words[position : position + match.length], match))
            position += match.length
    if scoring.met:
        needs = [AllOf((need, Constant(need, scoring.met))) for need in needs]
    least = 1 if loose else _least(len(needs))
    return Asked(
        tuple(needs), least, frozenset(builder.stems), frozenset(builder.loose_words), frozenset(builder.beginnings)
    )


def _least(needs: int) -> int:
    """Of how many needs all must be met: both of two, two of three, three of four or five."""
    return needs if needs <= 2 else (needs + 2) // 2


def _words(text: str) -> list[_Word]:
    stopwords, particles = language()["stopwords"], language()["particles"]
    every = list(tokens(text))
    kept = [token for token in every if token.abbreviation or token.form not in stopwords]
    if not kept:
        kept = [_spelled_out(token) for token in every]
    words = [_Word(token, word_terms(token)) for token in kept]
    for one, other in pairwise(words):
        if not (one.token.abbreviation or other.token.abbreviation):
            together = [one.token.form + link + other.terms.stem for link in ("", "s")]
            one.joined += together
            other.joined += together
    for particle in every:
        if particle.form in particles and particle.form in stopwords | {"vast", "samen", "mee"}:
            for word in words:
                if 0 < particle.start - word.token.start < 60 and word.token.form != particle.form:
                    word.joined.append(particle.form + word.terms.stem)
    return words


def _spelled_out(token: Token) -> Token:
    """Someone who types only "om" means the OM: a strict abbreviation, case forgotten."""
    for spelling, form in abbreviations().strict.items():
        if spelling.lower() == token.form:
            return token._replace(form=form, abbreviation=True)
    return token


class _Builder:
    def __init__(self, scoring: Scoring, loose: bool) -> None:
        self.scoring = scoring
        self.loose = loose
        self.stems: set[str] = set()
        self.loose_words: set[str] = set()
        self.beginnings: set[str] = set()

    def word(self, word: _Word) -> Clause:
        ways = [self._anywhere(word.terms.stem)]
        if word.terms.parts:
            parts = AllOf(tuple(self._anywhere(part) for part in word.terms.parts))
            ways.append(self._weighted(parts, self.scoring.compound))
        ways += [self._literally(together) for together in word.joined]
        if word.unfinished and len(word.token.form) >= 2:
            self.beginnings.add(word.token.form)
            ways += [
                self._begins("title_words", word, self.scoring.title),
                self._begins("words", word, self.scoring.text),
            ]
        if self.loose:
            ways += self._alike(word.token.form)
        return Best(tuple(ways))

    def expression(self, words: list[_Word], match: Match) -> Clause:
        literal = self.word(words[0]) if len(words) == 1 else AllOf(tuple(self.word(word) for word in words))
        others = [self._weighted(self._called(other), self.scoring.synonym) for other in match.others]
        return Best((literal, *others))

    def _called(self, expression: Expression) -> Clause:
        if len(expression) == 1:
            return self._literally(expression[0])
        self.stems.update(expression)
        return Best(
            (
                self._scored(Phrase("title", expression), self.scoring.title),
                self._scored(Phrase("text", expression), self.scoring.text),
            )
        )

    def _literally(self, stem: str) -> Clause:
        self.stems.add(stem)
        return Best(
            (self._scored(Term("title", stem), self.scoring.title), self._scored(Term("text", stem), self.scoring.text))
        )

    def _anywhere(self, stem: str) -> Clause:
        self.stems.add(stem)
        scoring = self.scoring
        return Best(
            (
                self._scored(Term("title", stem), scoring.title),
                self._scored(Term("text", stem), scoring.text),
                self._scored(Term("title_parts", stem), scoring.title * scoring.parts),
                self._scored(Term("text_parts", stem), scoring.text * scoring.parts),
            )
        )

    def _begins(self, name: str, word: _Word, weight: float) -> Clause:
        return Constant(Prefix(name, word.token.form), weight * self.scoring.prefix)

    def _alike(self, form: str) -> list[Clause]:
        ways: list[Clause] = []
        distance = distance_for(form)
        for name, weight in (("title_words", self.scoring.title), ("words", self.scoring.text)):
            if distance:
                ways.append(Constant(Fuzzy(name, form, distance), weight * self.scoring.fuzzy))
            if len(form) >= 5:
                ways.append(Constant(Prefix(name, form), weight * self.scoring.prefix))
        if ways:
            self.loose_words.add(form)
        return ways

    def _scored(self, clause: Clause, weight: float) -> Clause:
        return Constant(clause, weight) if self.scoring.constant else Weighted(clause, weight)

    def _weighted(self, clause: Clause, weight: float) -> Clause:
        return Weighted(clause, weight)
