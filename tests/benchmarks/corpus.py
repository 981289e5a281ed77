"""Made-up dossiers: words of the derived list by Zipf's law, the same for the same number every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from search.analysis.compounds import splitter
from search.engines.base import IndexName, Principal, SearchDocument

DOSSIERS = 100
MINE = 8
WORDS = 30_000
START = datetime(2024, 1, 1, tzinfo=UTC)
SOORTEN = ("plan-van-aanpak", "document", "uvo", "evaluatie", "beoordeling")

PRINCIPALS = tuple(Principal(f"dossier:{number}:regie") for number in range(MINE))
"""Someone with a task in 8 of 100 dossiers."""


def vocabulary() -> list[str]:
    """Words in an order that is made-up but fixed: the first are the most frequent."""
    words = sorted(word for word in splitter().firsts if len(word) >= 4)
    random.Random(7).shuffle(words)
    return words[:WORDS]


def documents(number: int) -> Iterator[SearchDocument]:
    """`number` stukken of 60 to 200 words."""
    chance = random.Random(11)
    words = vocabulary()
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    for place in range(number):
        dossier = place % DOSSIERS
        chosen = chance.choices(words, cum_weights=weights, k=chance.randint(60, 200))
        lines = [" ".join(chosen[start : start + 12]).capitalize() + "." for start in range(0, len(chosen), 12)]
        yield SearchDocument(
            index=IndexName.DOSSIERS,
            key=f"stuk:{place}",
            version=1,
            soort=SOORTEN[place % len(SOORTEN)],
            title=" ".join(chosen[:4]).capitalize(),
            text="\n".join(lines),
            url=f"/dossiers/RK-{dossier:04}/document-{place}/",
            principals=(f"dossier:{dossier}:regie", f"dossier:{dossier}:team"),
            section=f"RK-{dossier:04}",
            fase=(str(place % 3 + 1),),
            tag=(words[place % 50],),
            dossier=f"RK-{dossier:04}",
            datum=START + timedelta(hours=place % 20_000),
        )


def questions(number: int) -> list[str]:
    """Questions of two or three words that are common enough to be found together."""
    chance = random.Random(13)
    words = vocabulary()[5:150]
    return [" ".join(chance.sample(words, chance.choice((2, 3)))) for _ in range(number)]
