"""The ladder for a stuck casus (hk-2020 §F2c r.290) and the outcome of a doorbraakoverleg (r.298)."""

from __future__ import annotations

import pytest

from casefiles.rules.bezwaren import mag_door
from casefiles.rules.vastloper import Trede, bezwaren, label, uitkomst_bezwaren, volgende

T, O, D = Trede  # noqa: E741


@pytest.mark.parametrize(
    ("target", "recorded", "skipped"),
    [
        (T, set(), []),
        (O, set(), ["trede-1"]),
        (O, {T}, []),
        (D, set(), ["trede-1", "trede-2"]),
        (D, {T}, ["trede-2"]),
        (D, {O}, ["trede-1"]),
        (D, {T, O}, []),
        (T, {T, O, D}, []),
    ],
)
def test_a_skipped_step_warns(target: Trede, recorded: set[Trede], skipped: list[str]) -> None:
    found = bezwaren(target, recorded)
    assert [bezwaar.code for bezwaar in found] == skipped
    assert all(bezwaar.bron == "r. 290" and not bezwaar.stopt for bezwaar in found)


def test_a_reason_lets_a_doorbraakoverleg_come_first() -> None:
    assert not mag_door(bezwaren(D, set()))
    assert mag_door(bezwaren(D, set()), "Er is haast.")


@pytest.mark.parametrize(("recorded", "following"), [(set(), T), ({T}, O), ({O}, T), ({T, O}, D), ({T, O, D}, None)])
def test_the_next_step_is_the_lowest_that_was_not_recorded(recorded: set[Trede], following: Trede | None) -> None:
    assert volgende(recorded) is following


def test_every_step_has_words_of_its_own() -> None:
    assert len({label(trede) for trede in Trede}) == 3


@pytest.mark.parametrize(
    ("succeeded", "road", "warns"),
    [
        ("ja", "Samen koken.", []),
        ("ja", " ", ["welke-weg"]),
        ("nee", "", []),
        ("nee", "Samen koken.", ["toch-een-weg"]),
        ("", "", []),
        ("", "Samen koken.", []),
    ],
)
def test_success_is_a_new_road_that_is_named(succeeded: str, road: str, warns: list[str]) -> None:
    assert [bezwaar.code for bezwaar in uitkomst_bezwaren(succeeded, road)] == warns
