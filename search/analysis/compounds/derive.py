"""Derives `parts.txt.gz` and `atoms.txt.gz`: run `uv run python -m search.analysis.compounds.derive [CORPUS ...]`.

Needs Debian's wdutch. CORPUS are text files whose words may be parts too. `README.md` beside this file says the
licence of what comes out.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from search.analysis.compounds import ATOMS, PARTS, SHORTEST, Count, Splitter, first_forms, usable
from search.analysis.inflection.derive import BaseWords
from search.analysis.tokens import language, tokens
from search.analysis.wordlist import read_words, write_lines


def count_parts(words: frozenset[str], bases: BaseWords) -> dict[str, Count]:
    """Counts for each word with how many different others it makes a compound of the list."""
    banned = language()["no_parts"] | language()["particles"] | language()["stopwords"]
    usable = {word for word in words if len(word) >= 3 and word not in banned and re.search("[aeiouy]", word)}
    roots = {word: bases.root(word) for word in words}
    lasts: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) < SHORTEST:
            continue
        for cut in range(3, len(word) - 2):
            last = word[cut:]
            if last not in usable:
                continue
            first = next((form for form, _ in first_forms(word[:cut]) if form in usable), None)
            if first is not None:
                lasts[last].add(roots[first])
                firsts[roots[first]].add(roots[last])
    return {word: Count(len(lasts.get(word, ())), len(firsts.get(roots[word], ()))) for word in usable}


def find_atoms(words: Iterable[str], counts: dict[str, Count], bases: BaseWords) -> list[str]:
    """Words of the list that the splitter would cut wrongly.

    Verbs and their forms; words with a prefix before another word ("be" + "spreken"); words that are themselves more
    productive than their halves ("gesprek").
    """
    plain = splitter_of(counts, frozenset())
    atoms = []
    for word in sorted(words):
        best = plain.best(word)
        if best is None:
            continue
        own = max(counts.get(word, Count(0, 0)), counts.get(bases.root(word), Count(0, 0)), key=sum)
        productive = sum(own) >= 8 and sum(own) >= best.strength
        if productive or bases.is_verb_form(word) or _has_prefix(word, best.first, bases):
            atoms.append(word)
    return atoms


def _has_prefix(word: str, first: str, bases: BaseWords) -> bool:
    for prefix in ("be", "ge", "ver", "ont", "her", "er", "aan", "af", "in", "op", "uit", "on", "over", "voor"):
        if word.startswith(prefix) and first.startswith(prefix) and len(first) <= len(prefix) + 2:
            rest = word.removeprefix(prefix)
            if rest in bases.words or bases.root(word).removeprefix(prefix) in bases.words:
                return True
    return False


def splitter_of(counts: dict[str, Count], atoms: frozenset[str]) -> Splitter:
    """A splitter over counts as they were seen."""
    may = {word: usable(word, count, language()["short_parts"]) for word, count in counts.items()}
    lasts = {word: count.last for word, count in may.items() if count.last}
    return Splitter(lasts, {word: count.first for word, count in may.items()}, atoms)


def _is_kept(word: str, count: Count, splitter: Splitter, bases: BaseWords) -> bool:
    """Whether the splitter needs `word`: productive on a side, or a long base word that is itself no compound."""
    if len(word) == 3:
        return word in language()["short_parts"]
    least = 8 if len(word) == 4 else 2
    if count.first >= least or count.last >= max(least, 3):
        return True
    return len(word) >= 6 and bases.root(word) in (word, *_bare(word, bases)) and splitter.parts(word) == (word,)


def _bare(word: str, bases: BaseWords) -> tuple[str, ...]:
    """An infinitive stands for its base too: "uitvoeren" is the first part of nothing, "uitvoerder" is."""
    base = bases.base(word)
    return (base,) if base and word.endswith("en") else ()


def corpus_words(paths: list[Path]) -> frozenset[str]:
    """The words of our own texts: they are parts too ("casus", "intervisie")."""
    found = set()
    for path in paths:
        for token in tokens(path.read_text(encoding="utf-8")):
            if not token.abbreviation and token.form.isalpha() and token.form.isascii() and not token.pieces:
                found.add(token.form)
    return frozenset(found)


def main(paths: list[Path]) -> None:
    """Writes both lists and says how long they are."""
    words = frozenset(word for word in read_words() if word.isascii())
    bases = BaseWords(words)
    counts = count_parts(words, bases)
    atoms = find_atoms(words, counts, bases)
    for word in corpus_words(paths):
        if len(word) >= 5 and word not in counts and word not in words:
            counts[word] = Count(0, 2)
    splitter = splitter_of(counts, frozenset(atoms))
    kept = {
        word: usable(word, count, language()["short_parts"])
        for word, count in counts.items()
        if _is_kept(word, count, splitter, bases)
    }
    write_lines(PARTS, [f"{word} {count.last} {count.first}" for word, count in sorted(kept.items())])
    write_lines(ATOMS, atoms)
    for path, size in ((PARTS, len(kept)), (ATOMS, len(atoms))):
        sys.stdout.write(f"{path.name}: {size} words, {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
