"""A beoordeling asks questions and decides nothing (hk-2020 r.57-59, 333, 471; domain.md A.9, row beoordeling)."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from casefiles.rules.beoordeling import (
    bezwaren_bij_evaluatie,
    ontbrekende_zienswijzen,
    verschillen,
    vragen,
    zichtbare_zienswijzen,
)
from casefiles.stuksoorten.keuzen import Oordeel

PARTNERS = ["politie", "ggd", "om"]


def view(organisatie: str, zorg: str = "ja", veiligheid: str = "ja") -> dict[str, str]:
    return {"id": organisatie, "organisatie": organisatie, "zorg": zorg, "veiligheid": veiligheid, "onderbouwing": ""}


@pytest.mark.parametrize(
    ("zorg", "veiligheid", "asked"),
    [
        ("ja", "ja", []),
        ("nee", "ja", ["hoort-in-de-aanpak"]),
        ("ja", "nee", ["hoort-in-de-aanpak"]),
        ("nee", "nee", ["hoort-in-de-aanpak"]),
        ("onduidelijk", "ja", ["zorg-open"]),
        ("ja", "", ["veiligheid-open"]),
        ("", "", ["zorg-open", "veiligheid-open"]),
        ("nee", "onduidelijk", ["hoort-in-de-aanpak", "veiligheid-open"]),
    ],
)
def test_either_criterion_absent_asks_whether_the_person_belongs(zorg: str, veiligheid: str, asked: list[str]) -> None:
    assert [vraag.code for vraag in vragen(zorg, veiligheid)] == asked


@pytest.mark.parametrize(("zorg", "veiligheid"), list(itertools.product(["", *Oordeel.values], repeat=2)))
def test_whatever_is_answered_only_questions_follow_each_with_its_source(zorg: str, veiligheid: str) -> None:
    assert all("?" in vraag.tekst and vraag.bron == "r. 57-59" for vraag in vragen(zorg, veiligheid))


@pytest.mark.parametrize(
    ("views", "differ"),
    [
        ([], {}),
        ([view("politie"), view("ggd")], {}),
        ([view("politie"), view("ggd", "nee")], {"zorg": {"ja": ["politie"], "nee": ["ggd"]}}),
        (
            [view("politie", "ja", "nee"), view("ggd", "ja", "onduidelijk"), view("om", "", "nee")],
            {"veiligheid": {"nee": ["politie", "om"], "onduidelijk": ["ggd"]}},
        ),
    ],
)
def test_where_partners_differ_each_answer_stands_with_who_gave_it(
    views: list[dict[str, str]], differ: dict[str, dict[str, list[str]]]
) -> None:
    assert verschillen(views) == differ


@pytest.mark.parametrize(
    ("views", "missing"),
    [
        ([], PARTNERS),
        ([view("politie"), view("ggd", "ja", "")], ["ggd", "om"]),
        ([view(partner) for partner in PARTNERS], []),
        ([view("reclassering")], PARTNERS),
    ],
)
def test_a_partner_counts_once_both_criteria_are_answered(views: list[dict[str, str]], missing: list[str]) -> None:
    assert ontbrekende_zienswijzen(views, PARTNERS) == missing


@pytest.mark.parametrize(
    ("there", "own", "reads"),
    [
        (["politie", "ggd"], "politie", ["politie"]),
        (["politie", "ggd"], "om", []),
        (["politie", "ggd", "om"], "om", ["politie", "ggd", "om"]),
        (["politie", "ggd", "om"], "reclassering", []),
        (["politie", "ggd", "om"], "", []),
    ],
)
def test_others_views_open_once_all_have_given_theirs(there: list[str], own: str, reads: list[str]) -> None:
    views = [view(partner) for partner in there]
    assert [item["organisatie"] for item in zichtbare_zienswijzen(views, PARTNERS, own)] == reads


def test_a_half_view_does_not_open_those_of_others() -> None:
    views = [view("politie"), view("ggd"), view("om", "ja", "")]
    assert [item["organisatie"] for item in zichtbare_zienswijzen(views, PARTNERS, "om")] == ["om"]


@pytest.mark.parametrize(
    ("assessed", "evaluated", "warns"),
    [
        (None, date(2026, 11, 24), ["geen-beoordeling"]),
        (None, None, ["geen-beoordeling"]),
        (date(2026, 11, 24), date(2026, 11, 24), []),
        (date(2026, 1, 5), date(2026, 11, 24), []),
        (date(2026, 11, 25), date(2026, 11, 24), ["latere-beoordeling"]),
        (date(2026, 11, 25), None, []),
    ],
)
def test_an_evaluatie_without_a_beoordeling_warns(
    assessed: date | None, evaluated: date | None, warns: list[str]
) -> None:
    found = bezwaren_bij_evaluatie(assessed, evaluated)
    assert [bezwaar.code for bezwaar in found] == warns
    assert all(bezwaar.bron == "r. 59" and not bezwaar.stopt for bezwaar in found)
