"""Derives `forms.txt.gz`: run `uv run python -m search.analysis.inflection.derive` where wdutch is installed.

For each word of the list it looks for a base word that is also in the list (plural, verb form, participle of a
separable verb, adjective with -e) and writes the form down when the Kraaij-Pohlmann stemmer keeps the two apart.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from search.analysis.inflection import FORMS
from search.analysis.stems import guarded_stem
from search.analysis.tokens import language
from search.analysis.wordlist import read_words, write_lines

_VOICED = {"v": "f", "z": "s"}
_VOICELESS = {"f": "v", "s": "z"}
_HEAVY = re.compile(r"(?:[^aeiou][^aeiou]|(?:ie|oe|eu|ui|ij|ei|au|ou|aa|ee|oo|uu)[^aeiou])$")
_OPEN = re.compile(r"(?P<before>.*[^aeiou]|)(?P<vowel>[aeou])(?P<after>[^aeiou])")
_CLOSED = re.compile(r"(?P<before>.*)(?P<vowel>[aeou])(?P=vowel)(?P<after>[^aeiou])")
_DOUBLED = re.compile(r"([^aeiouvz])\1$")
_UNSTRESSED = re.compile(r"(?:or|er|el|ig|ik|es|is|us|um|em|en|aar)$")
_PLURAL_S = re.compile(r"(?:e|el|em|en|er|or|eur|erd|aar|aard|um|ie|ee|[aouiy]|[nrsieo]t|[^aeiou]p|ck|ng|am|ij)$")
_LONG_BEFORE_S = re.compile(r"(?:aa|oo|uu|oe)ts$")


class BaseWords:
    """Finds the base word of a form among the words of one list."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words
        with (Path(__file__).parent / "verbs.toml").open("rb") as file:
            grammar = tomllib.load(file)
        self.changing: dict[str, str] = grammar["changing"]
        self.same: list[str] = grammar["same"]["verbs"].split()
        self.lengthening: list[str] = grammar["lengthening"]["nouns"].split()
        self.irregular: dict[str, str] = grammar["irregular"]
        self.particles = ["", *sorted(language()["particles"], key=len, reverse=True)]

    def root(self, word: str) -> str:
        """The base word at the end of the chain: verhuizingen, verhuizing, verhuizen, verhuis."""
        seen = [word]
        while (base := self.base(seen[-1])) and base not in seen:
            seen.append(base)
        return seen[-1]

    def base(self, word: str) -> str | None:
        """One step towards the base word, or None when `word` is one."""
        for found in (
            self._irregular(word),
            self._participle(word),
            self._verb_form(word),
            self._verbal_noun(word),
            self._plural_en(word),
            self._with_e(word),
            self._plural_s(word),
        ):
            if found and found != word:
                return found
        return None

    def _irregular(self, word: str) -> str | None:
        for plural, singular in self.irregular.items():
            if word.endswith(plural) and word[: -len(plural)] + singular in self.words:
                return word[: -len(plural)] + singular
        for noun in self.lengthening:
            if word.endswith(noun + "en") and word[:-2] in self.words:
                return word[:-2]
        if word.endswith("heden") and word[:-5] + "heid" in self.words:
            return word[:-5] + "heid"
        return None

    def infinitives(self, base: str) -> list[str]:
        """The infinitives in the list of which `base` is the first person: "verhuis" gives "verhuizen"."""
        found = [base + "en"]
        if closed := _CLOSED.fullmatch(base):
            after = closed["after"]
            found += [f"{closed['before']}{closed['vowel']}{char}en" for char in {after, _VOICELESS.get(after, after)}]
        if base[-1:] in _VOICELESS:
            found.append(base[:-1] + _VOICELESS[base[-1]] + "en")
        if re.search(r"(?:^|[^aeiou])[aeiou][^aeiouwx]$", base):
            found.append(base + base[-1] + "en")
        return sorted(word for word in set(found) if word in self.words)

    def is_verb_form(self, word: str) -> bool:
        """Whether `word` is a form of a verb: its base has an infinitive and a third person in the list."""
        root = self.root(word)
        return bool(self.infinitives(root)) and (root + "t" in self.words or root + "de" in self.words)

    def _verb_form(self, word: str) -> str | None:
        if word.endswith("eren") and word[:-4] + "eert" in self.words:
            return word[:-4] + "eer"
        for ending in ("t", "d", "te", "de", "ten", "den"):
            base = word.removesuffix(ending)
            if base == word or len(base) < 4 or base not in self.words:
                continue
            infinitives = self.infinitives(base)
            if not infinitives:
                continue
            regular = base + "de" in self.words or base + "te" in self.words
            strong = any(infinitive.endswith(tuple(self.changing.values())) for infinitive in infinitives)
            if regular or (strong and ending == "t"):
                return infinitives[0]
        return None

    def _participle(self, word: str) -> str | None:
        bare = word[:-1] if word.endswith("e") and word[:-1] in self.words else word
        for particle in self.particles:
            if not bare.startswith(particle + "ge") or len(bare) < len(particle) + 5:
                continue
            rest = bare[len(particle) + 2 :]
            strong = self.changing.get("ge" + rest)
            if strong and particle + strong in self.words:
                return particle + strong
            if rest in self.same and particle + rest in self.words:
                return particle + rest
            if rest[-1] in "td":
                for base in (rest[:-1], rest):
                    weak = base + "de" in self.words or base + "te" in self.words
                    if len(base) < 3 or base not in self.words or not weak:
                        continue
                    for infinitive in self.infinitives(base):
                        if particle + infinitive in self.words:
                            return particle + infinitive
        for participle, infinitive in self.changing.items():
            rest = participle.removeprefix("ge")
            prefix = bare.removesuffix(rest)
            if prefix in ("be", "ver", "ont", "her", "onder", "over", "voor") and prefix + infinitive in self.words:
                return prefix + infinitive
        return self.changing.get(bare)

    def _verbal_noun(self, word: str) -> str | None:
        if word.endswith("ing") and len(word) >= 7 and word[:-3] + "en" in self.words:
            return word[:-3] + "en"
        return None

    def _singulars(self, stem: str) -> list[str]:
        """What may stand before -en or -e: "man" (manen) gives "maan", "mann" gives "man", "briev" gives "brief"."""
        found = []
        if opened := _OPEN.fullmatch(stem):
            found.append(opened["before"] + opened["vowel"] * 2 + _VOICED.get(opened["after"], opened["after"]))
        if _DOUBLED.search(stem):
            found.append(stem[:-1])
        if _HEAVY.search(stem):
            found.append(stem[:-1] + _VOICED.get(stem[-1], stem[-1]))
        return [word for word in found if word in self.words and len(word) > 2]

    def _plural_en(self, word: str) -> str | None:
        if not word.endswith("en") or len(word) <= 4:
            return None
        stem = word[:-2]
        if singulars := self._singulars(stem):
            return singulars[0]
        if stem in self.words and _UNSTRESSED.search(stem):
            return stem
        return word[:-1] if word[:-1] in self.words else None

    def _with_e(self, word: str) -> str | None:
        if not word.endswith("e") or len(word) <= 3:
            return None
        singulars = self._singulars(word[:-1])
        return singulars[0] if singulars else None

    def _plural_s(self, word: str) -> str | None:
        base = word[:-1]
        if not word.endswith("s") or len(word) <= 4 or base not in self.words:
            return None
        return base if _PLURAL_S.search(base) and not _LONG_BEFORE_S.search(word) else None


def derive(words: frozenset[str]) -> list[str]:
    """Lines "form stem" for each form that the stemmer keeps apart from its base word."""
    bases = BaseWords(words)
    lines = []
    for word in sorted(words):
        stem = guarded_stem(bases.root(word))
        if stem != guarded_stem(word):
            lines.append(f"{word} {stem}")
    return lines


if __name__ == "__main__":
    derived = derive(read_words())
    write_lines(FORMS, derived)
    sys.stdout.write(f"{len(derived)} forms, {FORMS.stat().st_size} bytes\n")
