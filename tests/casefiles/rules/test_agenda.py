"""The agenda of a UVO by fase, and that it becomes the verslag (hk-2020 r.189-211, r.263-278)."""

from __future__ import annotations

import pytest

from casefiles.rules.agenda import VASTE_PUNTEN, als_agendapunten, ontbrekende_punten, sjabloon
from casefiles.rules.bezwaren import mag_door
from casefiles.rules.volledigheid import van_onderdeel
from casefiles.stuksoorten.uvo import AGENDA, UVO

FIRST_LINES = {
    (1, True): ["r. 191", "r. 192", "r. 193-195", "r. 197", "r. 198", "r. 199", "r. 200"],
    (1, False): ["r. 208", "r. 209", "r. 210", "r. 211"],
    (2, False): ["r. 265-267", "r. 269", "r. 270-272", "r. 274-276"],
    (2, True): ["r. 265-267", "r. 269", "r. 270-272", "r. 274-276"],
    (3, False): [],
    (3, True): [],
}
REQUIRED = {(1, True): 0, (1, False): 4, (2, False): 4, (2, True): 4, (3, False): 0, (3, True): 0}
templates = pytest.mark.parametrize(("fase", "eerste"), list(FIRST_LINES))


@templates
def test_an_agenda_has_the_points_of_the_source_and_then_the_standing_ones(fase: int, eerste: bool) -> None:
    points = sjabloon(fase, eerste)
    own = len(FIRST_LINES[fase, eerste])
    assert [punt.bron for punt in points[:own]] == FIRST_LINES[fase, eerste]
    assert tuple(points[own:]) == VASTE_PUNTEN
    assert len(VASTE_PUNTEN) == 3


@templates
def test_only_what_the_source_calls_fixed_is_required(fase: int, eerste: bool) -> None:
    own = sjabloon(fase, eerste)[: -len(VASTE_PUNTEN)]
    assert sum(punt.verplicht for punt in own) == REQUIRED[fase, eerste]


@pytest.mark.parametrize(("eerste", "lines"), [(True, [199]), (False, [209, 211])])
def test_a_redacted_passage_keeps_its_ground_its_marker_and_its_line(eerste: bool, lines: list[int]) -> None:
    marked = [punt for punt in sjabloon(1, eerste) if punt.lakking]
    assert [punt.lakking.regel for punt in marked if punt.lakking] == lines
    assert all(punt.lakking.gedrukt == "^{5.1.2,d}" for punt in marked if punt.lakking)
    assert all("5.1.2,d" in punt.tekst for punt in marked)


def test_point_six_of_the_first_uvo_is_the_one_with_the_marker() -> None:
    assert [punt.lakking is not None for punt in sjabloon(1, eerste=True)].index(True) == 5


@pytest.mark.parametrize("fase", [0, 4])
def test_an_unknown_fase_has_no_agenda(fase: int) -> None:
    with pytest.raises(ValueError, match=str(fase)):
        sjabloon(fase)


@templates
def test_points_become_items_of_the_form_with_ids_of_their_own(fase: int, eerste: bool) -> None:
    items = als_agendapunten(sjabloon(fase, eerste))
    assert len({item["id"] for item in items}) == len(items)
    assert all(set(item) == {"id", *(sub.code for sub in AGENDA.velden[0].velden)} for item in items)
    assert all(len(item["punt"]) <= 200 for item in items)


def test_two_people_who_begin_the_same_agenda_have_the_same_items() -> None:
    assert als_agendapunten(sjabloon(2)) == als_agendapunten(sjabloon(2))


def test_an_agenda_without_verslag_is_open_at_every_point_until_it_is_written() -> None:
    items = als_agendapunten(sjabloon(2))
    assert van_onderdeel(AGENDA, {"punten": items}, []).open == len(items)
    written = [{**item, "bespreking": "Besproken.", "besluit": "Doorgaan."} for item in items]
    assert van_onderdeel(AGENDA, {"punten": written}, []).volledig


def test_a_required_point_that_was_taken_off_warns_and_a_reason_lets_it_go() -> None:
    items = [item for item in als_agendapunten(sjabloon(2)) if item["id"] != "f2-opgave"]
    found = ontbrekende_punten(items, 2)
    assert [(bezwaar.code, bezwaar.bron) for bezwaar in found] == [("f2-opgave", "r. 274-276")]
    assert not mag_door(found)
    assert mag_door(found, "Vorige week al besproken.")


def test_a_point_to_think_of_may_go_without_a_word_and_own_points_may_be_added() -> None:
    items = [item for item in als_agendapunten(sjabloon(1, eerste=True)) if item["id"] != "f1-informatie"]
    assert ontbrekende_punten([*items, {"id": "eigen", "punt": "Rondvraag"}], 1, eerste=True) == []


def test_the_section_of_the_agenda_stands_in_the_uvo() -> None:
    assert UVO.onderdeel("agenda") is AGENDA
