"""Keeping and destroying: off until a term with its legal source is set; a hold blocks; a second person confirms."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casefiles.rules.bewaartermijn import (
    Bewaarplicht,
    Bewaartermijn,
    Eenheid,
    Vernietiging,
    bezwaren,
    einddatum,
    uitvoer_bezwaren,
)

TODAY = date(2026, 11, 24)
BEGIN = date(2020, 2, 29)
TERM = Bewaartermijn(5, Eenheid.JAREN, "Voorbeeldwet artikel 1")
NUMMER = "RK-7F3K-92QD"


@pytest.mark.parametrize(
    ("begin", "term", "end"),
    [
        (BEGIN, TERM, date(2025, 2, 28)),
        (BEGIN, Bewaartermijn(18, Eenheid.MAANDEN, "Wet"), date(2021, 8, 29)),
        (BEGIN, Bewaartermijn(30, Eenheid.DAGEN, "Wet"), date(2020, 3, 30)),
        (BEGIN, Bewaartermijn(0, Eenheid.DAGEN, "Wet"), BEGIN),
        (BEGIN, Bewaartermijn(9999, Eenheid.JAREN, "Wet"), date.max),
        (BEGIN, Bewaartermijn(10**12, Eenheid.DAGEN, "Wet"), date.max),
        (None, TERM, None),
        (BEGIN, Bewaartermijn(), None),
        (BEGIN, Bewaartermijn(5), None),
        (BEGIN, Bewaartermijn(5, grondslag="  "), None),
        (BEGIN, Bewaartermijn(-1, grondslag="Wet"), None),
        (BEGIN, Bewaartermijn(None, grondslag="Wet"), None),
    ],
)
def test_the_last_day_follows_from_a_term_that_has_a_legal_source(
    begin: date | None, term: Bewaartermijn, end: date | None
) -> None:
    assert einddatum(begin, term) == end


@pytest.mark.parametrize(
    ("begin", "term", "today", "why"),
    [
        (BEGIN, Bewaartermijn(), TODAY, ["geen-termijn"]),
        (BEGIN, Bewaartermijn(5), TODAY, ["geen-termijn"]),
        (None, TERM, TODAY, ["geen-begin"]),
        (BEGIN, TERM, date(2025, 2, 27), ["loopt-nog"]),
        (BEGIN, TERM, date(2025, 2, 28), ["loopt-nog"]),
        (BEGIN, TERM, date(2025, 3, 1), []),
    ],
)
def test_nothing_is_destroyed_before_a_decided_term_is_over(
    begin: date | None, term: Bewaartermijn, today: date, why: list[str]
) -> None:
    found = bezwaren(begin, term, None, today)
    assert [bezwaar.code for bezwaar in found] == why
    assert all(bezwaar.stopt for bezwaar in found)


@pytest.mark.parametrize(
    ("hold", "blocks"),
    [
        (None, False),
        (Bewaarplicht("Klacht", date(2026, 1, 1)), True),
        (Bewaarplicht("Klacht", date(2026, 1, 1), TODAY), True),
        (Bewaarplicht("Klacht", date(2026, 1, 1), date(2026, 11, 23)), False),
        (Bewaarplicht("Klacht", date(2026, 11, 25)), False),
    ],
)
def test_a_hold_blocks_destruction_while_it_lasts(hold: Bewaarplicht | None, blocks: bool) -> None:
    assert [bezwaar.code for bezwaar in bezwaren(BEGIN, TERM, hold, TODAY)] == (["bewaarplicht"] if blocks else [])


CONFIRMED: dict[str, Any] = {
    "voorgesteld_door": "a",
    "bevestigd_door": "b",
    "getypt": NUMMER,
    "bevestigd_op": date(2026, 11, 10),
}


@pytest.mark.parametrize(
    ("change", "days", "why"),
    [
        ({}, 14, []),
        ({"getypt": " rk-7f3k-92qd "}, 14, []),
        ({}, 15, ["wachttijd"]),
        ({}, 0, []),
        ({}, None, ["geen-wachttijd"]),
        ({"bevestigd_door": "", "bevestigd_op": None}, 14, ["niet-bevestigd"]),
        ({"bevestigd_op": None}, 14, ["niet-bevestigd"]),
        ({"bevestigd_door": "a"}, 14, ["zelfde-persoon"]),
        ({"getypt": "RK-7F3K-92QE"}, 14, ["ander-nummer"]),
        ({"bevestigd_door": "a", "getypt": ""}, None, ["zelfde-persoon", "ander-nummer", "geen-wachttijd"]),
    ],
)
def test_destruction_waits_for_a_second_person_the_typed_number_and_the_days(
    change: dict[str, Any], days: int | None, why: list[str]
) -> None:
    found = uitvoer_bezwaren(Vernietiging(**{**CONFIRMED, **change}), NUMMER, days, TODAY)
    assert [bezwaar.code for bezwaar in found] == why
    assert all(bezwaar.stopt for bezwaar in found)
