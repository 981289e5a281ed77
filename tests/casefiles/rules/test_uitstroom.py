"""Uitstroom by situation: order, stops, warnings, and the decision that is never stopped (hk-2020 r.286, 314-353)."""

from __future__ import annotations

import itertools
import re
from datetime import date

import pytest

from casefiles.rules.bezwaren import Besluit, Bezwaar, mag_door
from casefiles.rules.uitstroom import (
    Handeling,
    Uitstroomfeiten,
    bezwaren,
    checklist,
    open_stappen,
    stops,
    vraag_bij_twijfel,
    waarschuwingen,
)
from casefiles.stuksoorten.keuzen import Oordeel, Situatie

ANSWERS = ["", *Oordeel.values]
every_situation = pytest.mark.parametrize("situatie", list(Situatie))


def codes(found: list[Bezwaar]) -> list[str]:
    return [bezwaar.code for bezwaar in found]


def all_done(situatie: Situatie, but: str = "", dreiging: str = Oordeel.NEE) -> Uitstroomfeiten:
    return Uitstroomfeiten(dreiging, {stap.code for stap in checklist(situatie)} - {but})


ORDERS = {
    Situatie.S1A: "oordeel beoordelingskader geen-geweldsdreiging voordeel-twijfel verteld leefgebieden geen-signalen "
    "afbouw monitoring itat-r pto-r besluit",
    Situatie.S1B: "oordeel beoordelingskader geen-geweldsdreiging voordeel-twijfel verteld instantie warme-overdracht "
    "itat-r pto-r besluit",
    Situatie.S2_BINNENLAND: "procedure nieuwe-gemeente programmateam oordeel beoordelingskader itat-r pto-r besluit "
    "overgedragen",
    Situatie.S2_BUITENLAND: "procedure oordeel beoordelingskader afweging itat-r pto-r besluit",
    Situatie.S3: "situatie-3 oordeel beoordelingskader itat-r pto-r besluit",
}


@every_situation
def test_each_situation_has_its_own_checklist_in_its_own_order(situatie: Situatie) -> None:
    assert [stap.code for stap in checklist(situatie)] == ORDERS[situatie].split()


@every_situation
def test_every_step_cites_lines_of_the_source(situatie: Situatie) -> None:
    assert all(re.fullmatch(r"r\. \d+[-, \d]*", stap.bron) for stap in checklist(situatie))


@every_situation
def test_the_itat_r_comes_before_the_pto_r_and_that_before_the_decision(situatie: Situatie) -> None:
    order = [stap.code for stap in checklist(situatie)]
    assert order.index("itat-r") < order.index("pto-r") < order.index("besluit")


def test_situation_3_has_a_marker_where_its_steps_would_be() -> None:
    marked = [stap for stap in checklist(Situatie.S3) if stap.lakking]
    assert [(stap.lakking.grond, stap.lakking.gedrukt, stap.lakking.regel) for stap in marked if stap.lakking] == [
        ("d", "5.1,2,d", 321)
    ]


# -- stops --------------------------------------------------------------------------------------------------------

# (situation, act) -> what stops it when there is geweldsdreiging and nothing else is recorded; nothing elsewhere.
STOPPED_BY_THREAT = {
    (Situatie.S1A, Handeling.NAAR_ITAT_R): ["geweldsdreiging"],
    (Situatie.S1A, Handeling.NAAR_PTO_R): ["geweldsdreiging"],
    (Situatie.S1B, Handeling.NAAR_ITAT_R): ["geweldsdreiging", "warme-overdracht"],
    (Situatie.S1B, Handeling.NAAR_PTO_R): ["geweldsdreiging"],
}
PAIRS = list(itertools.product(Situatie, Handeling))


@pytest.mark.parametrize(("situatie", "handeling"), PAIRS)
def test_geweldsdreiging_stops_the_proposal_in_situation_1_alone(situatie: Situatie, handeling: Handeling) -> None:
    found = stops(handeling, situatie, Uitstroomfeiten(Oordeel.JA))
    assert codes(found) == STOPPED_BY_THREAT.get((situatie, handeling), [])
    assert all(bezwaar.stopt and bezwaar.bron for bezwaar in found)


@pytest.mark.parametrize(("situatie", "handeling"), PAIRS)
@pytest.mark.parametrize("dreiging", ["", Oordeel.NEE, Oordeel.ONDUIDELIJK])
def test_an_empty_dossier_stops_nothing_but_1b_without_a_warme_overdracht(
    situatie: Situatie, handeling: Handeling, dreiging: str
) -> None:
    waits = (situatie, handeling) == (Situatie.S1B, Handeling.NAAR_ITAT_R)
    assert codes(stops(handeling, situatie, Uitstroomfeiten(dreiging))) == (["warme-overdracht"] if waits else [])


def test_after_the_warme_overdracht_1b_may_go_to_the_itat_r() -> None:
    assert stops(Handeling.NAAR_ITAT_R, Situatie.S1B, all_done(Situatie.S1B)) == []


def test_no_reason_passes_a_stop() -> None:
    assert not mag_door(bezwaren(Handeling.NAAR_ITAT_R, Situatie.S1A, Uitstroomfeiten(Oordeel.JA)), "Toch.")


# -- warnings -----------------------------------------------------------------------------------------------------


@every_situation
@pytest.mark.parametrize("handeling", list(Handeling))
def test_with_everything_done_nothing_is_said(situatie: Situatie, handeling: Handeling) -> None:
    assert bezwaren(handeling, situatie, all_done(situatie)) == []
    assert open_stappen(situatie, all_done(situatie)) == []


@pytest.mark.parametrize(
    ("situatie", "left_open", "first_warns_at"),
    [
        (Situatie.S1A, "oordeel", Handeling.NAAR_ITAT_R),
        (Situatie.S1A, "leefgebieden", Handeling.NAAR_ITAT_R),
        (Situatie.S1A, "afbouw", Handeling.BESLUIT),
        (Situatie.S1A, "monitoring", Handeling.BESLUIT),
        (Situatie.S1A, "itat-r", Handeling.NAAR_PTO_R),
        (Situatie.S1A, "pto-r", Handeling.BESLUIT),
        (Situatie.S1A, "voordeel-twijfel", None),
        (Situatie.S1B, "warme-overdracht", Handeling.NAAR_PTO_R),  # at the ITAT-R it is a stop
        (Situatie.S2_BINNENLAND, "nieuwe-gemeente", Handeling.NAAR_ITAT_R),
        (Situatie.S2_BINNENLAND, "overgedragen", None),
        (Situatie.S2_BUITENLAND, "afweging", Handeling.BESLUIT),
        (Situatie.S3, "situatie-3", None),
    ],
)
def test_an_open_step_warns_from_the_act_that_it_comes_before(
    situatie: Situatie, left_open: str, first_warns_at: Handeling | None
) -> None:
    feiten = all_done(situatie, but=left_open)
    warned = [act for act in Handeling if left_open in codes(waarschuwingen(act, situatie, feiten))]
    acts = list(Handeling)
    assert warned == ([] if first_warns_at is None else acts[acts.index(first_warns_at) :])


@pytest.mark.parametrize("dreiging", ["", Oordeel.ONDUIDELIJK])
def test_an_open_answer_on_geweldsdreiging_warns_in_situation_1(dreiging: str) -> None:
    feiten = all_done(Situatie.S1A, dreiging=dreiging)
    assert codes(bezwaren(Handeling.NAAR_ITAT_R, Situatie.S1A, feiten)) == ["geen-geweldsdreiging"]


@pytest.mark.parametrize(
    ("situatie", "bron"),
    [
        (Situatie.S2_BINNENLAND, "r. 286, 349"),
        (Situatie.S2_BUITENLAND, "r. 286, 349"),
        (Situatie.S3, "r. 286, 321"),
    ],
)
def test_geweldsdreiging_outside_situation_1_warns_with_both_lines(situatie: Situatie, bron: str) -> None:
    found = bezwaren(Handeling.NAAR_PTO_R, situatie, all_done(situatie, dreiging=Oordeel.JA))
    assert [(bezwaar.code, bezwaar.bron, bezwaar.stopt) for bezwaar in found] == [("geweldsdreiging", bron, False)]


@pytest.mark.parametrize(("situatie", "handeling"), PAIRS)
@pytest.mark.parametrize("dreiging", ANSWERS)
def test_a_warning_needs_a_reason_and_a_reason_is_enough(
    situatie: Situatie, handeling: Handeling, dreiging: str
) -> None:
    found = waarschuwingen(handeling, situatie, Uitstroomfeiten(dreiging))
    assert not any(bezwaar.stopt for bezwaar in found)
    assert mag_door(found, "Besproken met het team.")
    assert mag_door(found, "  ") == (not found)


# -- the decision -------------------------------------------------------------------------------------------------


@every_situation
@pytest.mark.parametrize("dreiging", ANSWERS)
def test_a_decision_of_the_competent_body_can_always_be_recorded(situatie: Situatie, dreiging: str) -> None:
    besluit = Besluit(date(2026, 11, 24), "Het bevoegde orgaan", "Besloten in de vergadering.")
    assert besluit.ontbreekt() == ()
    assert mag_door(bezwaren(Handeling.BESLUIT, situatie, Uitstroomfeiten(dreiging)), besluit.reden)


@pytest.mark.parametrize(
    ("besluit", "missing"),
    [
        (Besluit(None, "", " "), ("datum", "orgaan", "reden")),
        (Besluit(date(2026, 11, 24), " ", "Reden."), ("orgaan",)),
        (Besluit(date(2026, 11, 24), "Burgemeester", ""), ("reden",)),
    ],
)
def test_a_decision_has_a_date_a_body_and_a_reason(besluit: Besluit, missing: tuple[str, ...]) -> None:
    assert besluit.ontbreekt() == missing


# -- voordeel van de twijfel --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "adjusted", "asks"),
    [
        (None, None, False),
        (date(2026, 10, 1), None, True),
        (date(2026, 10, 1), date(2026, 9, 30), True),
        (date(2026, 10, 1), date(2026, 10, 1), False),
    ],
)
def test_from_voordeel_van_de_twijfel_on_the_interventies_are_asked_about_until_the_plan_changed(
    since: date | None, adjusted: date | None, asks: bool
) -> None:
    found = vraag_bij_twijfel(since, adjusted)
    assert (found is not None) == asks
    assert found is None or (found.bron == "r. 333" and not found.stopt)
