"""The history of one stuk, as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from casefiles.choices import Wijziging
from casefiles.models import Stuk, Stukversie
from casefiles.versions.lines import lines_of
from casefiles.versions.reading import OudStuk, read_stored


@dataclass(frozen=True)
class StukversieRij:
    """`meer`: how many words more (below zero: less) than the version before, where that one is known."""

    nummer: int
    moment: datetime
    wie: str
    reden: str
    wijziging: str
    hersteld_van: int | None
    woorden: int
    meer: int | None
    is_nu: bool
    is_weg: bool

    @property
    def minder(self) -> int:
        return -(self.meer or 0)


def count_text(stuk: OudStuk, namen: Mapping[str, str]) -> int:
    """The number of words that were written in a stuk: labels do not count."""
    lines = lines_of(stuk.onderdelen, stuk.inhoud, namen)
    return sum(len(regel.tekst.split()) for section in lines for regel in section.regels)


def versie_rijen(
    stuk: Stuk, rows: Sequence[Stukversie], before: Stukversie | None, namen: Mapping[str, str]
) -> list[StukversieRij]:
    """These versions of the stuk, newest first, with `versie`, its `auteur` and `opslag`.

    `before` is the version before the last of them, if there is one.
    """
    counts = [count_text(read_stored(row), namen) for row in [*rows, *([before] if before else [])]]
    return [
        StukversieRij(
            nummer=row.nummer,
            moment=row.versie.moment,
            wie=str(row.versie.auteur),
            reden=row.versie.reden,
            wijziging=str(Wijziging(row.wijziging).label).capitalize(),
            hersteld_van=row.versie.hersteld_van,
            woorden=counts[place],
            meer=counts[place] - counts[place + 1] if place + 1 < len(counts) else None,
            is_nu=row.nummer == stuk.gewijzigd_in,
            is_weg=row.wijziging == Wijziging.WEG,
        )
        for place, row in enumerate(rows)
    ]
