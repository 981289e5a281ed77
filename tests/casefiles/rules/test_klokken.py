"""What comes round or falls due (hk-2020 r.222, 226-228, 263, 272, 308, 337, 479)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casefiles.rules.klokken import (
    Klok,
    Klokgegevens,
    Klokinstellingen,
    acties,
    alle_klokken,
    evaluatie,
    gebeurtenis,
    interventies,
    nieuwe_focus,
    tweejaarlijks,
    uvo,
)
from casefiles.rules.maanden import plus_maanden
from casefiles.rules.termijnen import Urgentie

TODAY = date(2026, 11, 24)
START = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 2, date(2027, 1, 30)),
        (date(2026, 12, 15), 0, date(2026, 12, 15)),
        (date(2026, 12, 15), 24, date(2028, 12, 15)),
    ],
)
def test_months_are_calendar_months_and_a_short_month_ends_on_its_last_day(day: date, months: int, then: date) -> None:
    assert plus_maanden(day, months) == then


@pytest.mark.parametrize(
    ("held", "due", "urgency"),
    [
        ([], date(2026, 11, 1), Urgentie.TE_LAAT),
        ([date(2026, 8, 20)], date(2026, 11, 1), Urgentie.TE_LAAT),  # one of fase 1
        ([date(2026, 9, 10), date(2026, 10, 1)], date(2026, 12, 1), Urgentie.BINNENKORT),
        ([date(2026, 11, 20)], date(2027, 1, 20), Urgentie.LATER),
        ([date(2026, 10, 1), date(2026, 12, 1)], date(2026, 12, 1), Urgentie.BINNENKORT),  # one that is planned
    ],
)
def test_in_fase_2_a_uvo_is_due_two_months_after_the_last(held: list[date], due: date, urgency: Urgentie) -> None:
    stand = uvo(held, 2, START, TODAY)
    assert stand is not None
    assert stand.termijn is not None
    assert (stand.termijn.datum, stand.urgentie, stand.bron) == (due, urgency, "r. 263")


@pytest.mark.parametrize("fase", [1, 3])
def test_outside_fase_2_the_source_names_no_term_for_a_uvo(fase: int) -> None:
    assert uvo([], fase, START, TODAY) is None


def test_a_setting_may_make_the_term_of_a_uvo_shorter() -> None:
    stand = uvo([date(2026, 11, 1)], 2, START, TODAY, maanden=1)
    assert stand is not None
    assert stand.termijn is not None
    assert stand.termijn.datum == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("held", "started", "due"),
    [
        ([], None, None),
        ([], START, date(2026, 10, 1)),
        ([date(2026, 11, 10)], START, date(2026, 12, 10)),
        ([date(2026, 11, 10)], None, date(2026, 12, 10)),
    ],
)
def test_the_evaluatie_is_due_a_month_after_the_last_or_the_formal_start(
    held: list[date], started: date | None, due: date | None
) -> None:
    stand = evaluatie(held, started, TODAY)
    assert (stand.termijn.datum if stand and stand.termijn else None) == due


@pytest.mark.parametrize("started", [None, START])
def test_the_twee_jaar_lijkse_evaluatie_says_in_every_dossier_that_its_term_is_undecided(started: date | None) -> None:
    stand = tweejaarlijks([], started, TODAY, None)
    assert stand is not None
    assert stand.onbeslist
    assert stand.urgentie is Urgentie.BINNENKORT
    assert stand.bron == "r. 272, 308, 337"


@pytest.mark.parametrize(("months", "due"), [(6, date(2027, 3, 1)), (24, date(2028, 9, 1))])
def test_once_decided_it_is_a_clock_like_the_others(months: int, due: date) -> None:
    stand = tweejaarlijks([], START, TODAY, months)
    assert stand is not None
    assert stand.termijn is not None
    assert stand.termijn.datum == due


def test_a_decided_term_without_a_formal_start_has_nothing_to_count_from() -> None:
    assert tweejaarlijks([], None, TODAY, 24) is None


def test_only_the_setting_of_that_evaluatie_has_no_default() -> None:
    assert (Klokinstellingen().uvo_maanden, Klokinstellingen().evaluatie_maanden) == (2, 1)
    assert Klokinstellingen().tweejaarlijks_maanden is None


@pytest.mark.parametrize(
    ("events", "filled_in", "since"),
    [
        ([], None, None),
        ([date(2026, 10, 1)], None, date(2026, 10, 1)),
        ([date(2026, 10, 1)], date(2026, 10, 1), None),
        ([date(2026, 10, 1)], date(2026, 9, 30), date(2026, 10, 1)),
        ([date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)], date(2026, 9, 2), date(2026, 10, 1)),
        ([date(2026, 12, 1)], None, None),  # still to come
    ],
)
def test_the_plan_waits_for_a_new_focus_since_the_first_evaluatie_or_fase_without_one(
    events: list[date], filled_in: date | None, since: date | None
) -> None:
    stand = nieuwe_focus(events, filled_in, TODAY)
    assert (stand.termijn.datum if stand and stand.termijn else None) == since
    assert stand is None or stand.bron == "r. 226-228"


def test_deadlines_of_interventies_cite_their_line() -> None:
    found = interventies([{"titel": "Wandelen", "termijn": "2026-11-20"}, {"titel": "Later", "termijn": "half"}], TODAY)
    assert [(stand.wat, stand.urgentie, stand.bron) for stand in found] == [("Wandelen", Urgentie.TE_LAAT, "r. 222")]


@pytest.mark.parametrize(("state", "counts"), [("open", 1), ("bezig", 1), ("", 1), ("gedaan", 0), ("vervallen", 0)])
def test_an_action_counts_until_it_is_done_or_dropped(state: str, counts: int) -> None:
    action = {"wat": "Bellen", "datum": "2026-11-20", "organisatie": "ggd", "stand": state}
    assert len(acties([action, {"wat": "Zonder datum", "stand": "open"}], TODAY)) == counts


@pytest.mark.parametrize(
    ("content", "since"),
    [
        ({"gebeurtenis": {"titel": "Verhuisd", "datum": "2026-11-01"}}, date(2026, 11, 1)),
        ({"gebeurtenis": {"titel": "Verhuisd", "datum": ""}, "interventies": {"besproken_op": ""}}, TODAY),
        ({"gebeurtenis": {"datum": "2026-11-01"}, "interventies": {"besproken_op": "2026-11-10"}}, None),
        ({}, TODAY),
    ],
)
def test_an_event_asks_for_the_team_until_it_was_talked_over(content: dict[str, Any], since: date | None) -> None:
    stand = gebeurtenis(content, TODAY)
    assert (stand.termijn.datum if stand and stand.termijn else None) == since


def test_all_clocks_of_a_dossier_stand_with_the_most_urgent_first() -> None:
    gegevens = Klokgegevens(
        fase=2,
        fase_sinds=START,
        gestart_op=START,
        uvos=(date(2026, 11, 20),),
        overgangen=(START,),
        interventies=({"titel": "Wandelen", "termijn": "2026-12-24"},),
        acties=({"wat": "Bellen", "datum": "2026-11-30"},),
        gebeurtenissen=({"gebeurtenis": {"titel": "Verhuisd", "datum": "2026-11-01"}},),
    )
    assert [stand.klok for stand in alle_klokken(gegevens, Klokinstellingen(), TODAY)] == [
        Klok.NIEUWE_FOCUS,
        Klok.EVALUATIE,
        Klok.GEBEURTENIS,
        Klok.TWEEJAARLIJKS,
        Klok.ACTIE,
        Klok.INTERVENTIE,
        Klok.UVO,
    ]


def test_a_new_dossier_shows_no_more_than_what_is_undecided() -> None:
    found = alle_klokken(Klokgegevens(fase=1, fase_sinds=TODAY), Klokinstellingen(), TODAY)
    assert [stand.klok for stand in found] == [Klok.TWEEJAARLIJKS]
