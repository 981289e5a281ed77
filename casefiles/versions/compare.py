"""Two versions beside each other: which stukken came, went and changed, and in a stuk which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casefiles.choices import Wijziging

from .lines import Namen, OnderdeelRegels, lines_of
from .reading import OudStuk
from .words import Deel, Soort, word_diff


@dataclass(frozen=True)
class VeldVerschil:
    label: str
    delen: tuple[Deel, ...]


@dataclass(frozen=True)
class OnderdeelVerschil:
    label: str
    velden: tuple[VeldVerschil, ...]


@dataclass(frozen=True)
class StukVerschil:
    """What happened to one stuk between two versions; `onderdelen` holds only what differs."""

    titel: str
    kenmerk: str
    wijziging: Wijziging
    onderdelen: tuple[OnderdeelVerschil, ...]


def _lines(stuk: OudStuk | None, namen: Namen) -> list[OnderdeelRegels]:
    return lines_of(stuk.onderdelen, stuk.inhoud, namen) if stuk else []


def compare_lines(before: Sequence[OnderdeelRegels], after: Sequence[OnderdeelRegels]) -> tuple[OnderdeelVerschil, ...]:
    """The sections and fields that differ, in the order of the newer text; what stands only in the older one comes
    last."""
    old = {s.code: {r.sleutel: r for r in s.regels} for s in before}
    new = {s.code: {r.sleutel: r for r in s.regels} for s in after}
    labels = {s.code: s.label for s in (*before, *after)}
    found = []
    for code in [*new, *(code for code in old if code not in new)]:
        left, right = old.get(code, {}), new.get(code, {})
        fields = []
        for key in [*right, *(key for key in left if key not in right)]:
            a, b = left.get(key), right.get(key)
            text_a, text_b = a.tekst if a else "", b.tekst if b else ""
            if text_a != text_b:
                label = b.label if b else a.label if a else key
                fields.append(VeldVerschil(label, tuple(word_diff(text_a, text_b))))
        if fields:
            found.append(OnderdeelVerschil(labels[code], tuple(fields)))
    return tuple(found)


def compare_stuk(before: OudStuk | None, after: OudStuk | None, namen: Namen) -> StukVerschil | None:
    """The difference of one stuk; nothing when it reads the same."""
    stuk = after or before
    if stuk is None:
        return None
    onderdelen = compare_lines(_lines(before, namen), _lines(after, namen))
    wijziging = Wijziging.GEWIJZIGD if before and after else Wijziging.TOEGEVOEGD if after else Wijziging.WEG
    if wijziging is Wijziging.GEWIJZIGD and not onderdelen:
        return None
    return StukVerschil(stuk.titel, stuk.kenmerk, wijziging, onderdelen)


def compare_versies(before: Sequence[OudStuk], after: Sequence[OudStuk], namen: Namen) -> list[StukVerschil]:
    """The differences of all stukken between two versions, for the stukken that were handed in."""
    old, new = {s.stuk_id: s for s in before}, {s.stuk_id: s for s in after}
    pairs = [*((old.get(pk), stuk) for pk, stuk in new.items()), *((old[pk], None) for pk in old if pk not in new)]
    return [verschil for a, b in pairs if (verschil := compare_stuk(a, b, namen))]


def count_words(verschillen: Sequence[StukVerschil]) -> tuple[int, int]:
    """How many words came and went, for a line such as "12 woorden erbij, 3 weg"."""
    parts = [d for s in verschillen for o in s.onderdelen for v in o.velden for d in v.delen]
    came = sum(len(d.tekst.split()) for d in parts if d.soort is Soort.NIEUW)
    gone = sum(len(d.tekst.split()) for d in parts if d.soort is Soort.WEG)
    return came, gone
