"""The entry of a fase shows its conditions with their source and stops nobody (hk-2020 r.87-130, 173-253, 327-337)."""

from __future__ import annotations

import itertools
from dataclasses import fields

import pytest

from casefiles.rules.bezwaren import mag_door
from casefiles.rules.overgang import Overgangsfeiten, bezwaren, voorwaarden
from casefiles.stuksoorten.keuzen import Oordeel, Situatie

EMPTY = Overgangsfeiten()
FULL = Overgangsfeiten(
    **{veld.name: True for veld in fields(Overgangsfeiten) if veld.default is False},
    geweldsdreiging=Oordeel.NEE,
)

CONDITIONS = {
    (None, 1): {"brief": "r. 130", "buddy": "r. 127"},
    (1, 2): {
        "brief": "r. 130",
        "buddy": "r. 127",
        "team": "r. 177, 183",
        "uvo": "r. 173",
        "plan": "r. 204, 211",
        "itat-advies": "r. 249",
        "vastgesteld": "r. 253",
        "doelen": "r. 87, 204",
        "nieuwe-focus": "r. 226-228",
    },
    (2, 3): {
        "oordeel": "r. 327",
        "beoordeling": "r. 327",
        "verteld": "r. 337",
        "geweldsdreiging": "r. 286, 316",
        "doelen": "r. 87, 204",
        "nieuwe-focus": "r. 226-228",
    },
    (3, 2): {"doelen": "r. 87, 204", "nieuwe-focus": "r. 226-228"},
    (2, 1): {"doelen": "r. 87, 204", "nieuwe-focus": "r. 226-228"},
}
every_transition = pytest.mark.parametrize(("van", "naar"), list(CONDITIONS))


@every_transition
def test_a_transition_shows_its_conditions_with_their_source(van: int | None, naar: int) -> None:
    assert {v.code: v.bron for v in voorwaarden(van, naar, EMPTY)} == CONDITIONS[van, naar]


@every_transition
def test_conditions_stay_on_the_list_when_they_are_met(van: int | None, naar: int) -> None:
    found = voorwaarden(van, naar, FULL)
    assert [v.code for v in found] == list(CONDITIONS[van, naar])
    assert all(v.vervuld for v in found)
    assert bezwaren(van, naar, FULL) == []


@every_transition
@pytest.mark.parametrize("dreiging", ["", *Oordeel.values])
def test_nothing_stops_a_transition_and_a_reason_overrides_every_warning(
    van: int | None, naar: int, dreiging: str
) -> None:
    found = bezwaren(van, naar, Overgangsfeiten(geweldsdreiging=dreiging))
    assert not any(bezwaar.stopt for bezwaar in found)
    assert mag_door(found, "Het team vindt dat het tijd is.")
    assert not mag_door(found)


@pytest.mark.parametrize(("situatie", "dreiging"), list(itertools.product([None, *Situatie], ["", Oordeel.JA])))
def test_geweldsdreiging_is_asked_at_fase_3_unless_the_situation_is_another_than_1(
    situatie: Situatie | None, dreiging: str
) -> None:
    found = bezwaren(2, 3, Overgangsfeiten(geweldsdreiging=dreiging, situatie=situatie))
    asked = "geweldsdreiging" in {bezwaar.code for bezwaar in found}
    assert asked == (situatie in (None, Situatie.S1A, Situatie.S1B))


def test_an_unknown_fase_has_no_conditions() -> None:
    with pytest.raises(ValueError, match="4"):
        voorwaarden(3, 4, EMPTY)
