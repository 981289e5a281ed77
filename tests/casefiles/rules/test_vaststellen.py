"""Vaststellen waits for the six required parts and for nothing else (hk-2020 r.217-222, 249-253)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from casefiles.choices import Staat
from casefiles.rules.bezwaren import mag_door
from casefiles.rules.vaststellen import ZES_ONDERDELEN, bezwaren, open_punten
from casefiles.stuksoorten import PLAN_VAN_AANPAK

PARTNERS = ["politie", "ggd"]
YES = {partner: {"antwoord": "ja", "nodig": ""} for partner in PARTNERS}
FULL: dict[str, Any] = {
    "opgave": {"ambitie": "Rust", "nu": "Onrust", "afstand": "Groot", "mandaat": YES, "geloof": YES},
    "zorgen": {"tekst": "Zorg"},
    "doelen": {"kort": "Praten", "lang": "Rust", "bijdrage": "Praten geeft rust"},
    "koers": {"tekst": "Rustig aan"},
    "interventies": {
        "interventies": [
            {
                "id": "a",
                "titel": "Wandelen",
                "gericht_op": "persoon",
                "motivering": "Buiten praat het makkelijker",
                "toepassing": "Elke week",
                "effect": "Vertrouwen",
                "organisatie": "ggd",
                "termijn": "2027-01-31",
            }
        ]
    },
    "organisaties": {"tekst": "GGD eerst, samen met het team"},
    "termijn": {"tekst": "Voor de zomer"},
    "taken-en-rollen": {"regisseur": "Bellen", "team": "Meedenken"},
    "nieuwe-focus": {"focus": "Werk", "toelichting": "Er is rust"},
}
OTHERS = ("opgave", "taken-en-rollen", "nieuwe-focus")


def without(section: str) -> dict[str, Any]:
    plan = deepcopy(FULL)
    del plan[section]
    return plan


def test_the_six_and_the_others_are_the_sections_of_the_plan() -> None:
    assert {*ZES_ONDERDELEN, *OTHERS} == {onderdeel.code for onderdeel in PLAN_VAN_AANPAK.onderdelen}


def test_a_complete_plan_with_advice_has_nothing_against_it() -> None:
    assert open_punten(FULL, PARTNERS) == []
    assert bezwaren(Staat.GEADVISEERD, FULL, PARTNERS) == []


@pytest.mark.parametrize("section", ZES_ONDERDELEN)
def test_an_open_required_part_stops_whatever_the_reason(section: str) -> None:
    found = bezwaren(Staat.GEADVISEERD, without(section), PARTNERS)
    assert [(bezwaar.code, bezwaar.stopt) for bezwaar in found] == [(f"open-{section}", True)]
    assert not mag_door(found, "Toch.")


@pytest.mark.parametrize("section", OTHERS)
def test_another_open_section_warns_and_a_reason_overrides_it(section: str) -> None:
    found = bezwaren(Staat.GEADVISEERD, without(section), PARTNERS)
    assert [(bezwaar.code, bezwaar.stopt) for bezwaar in found] == [(f"open-{section}", False)]
    assert mag_door(found, "Dit volgt in het volgende UVO.")


@pytest.mark.parametrize("field", ["motivering", "toepassing", "effect", "organisatie", "termijn"])
def test_an_interventie_without_its_motivation_or_deadline_leaves_the_plan_incomplete(field: str) -> None:
    plan = deepcopy(FULL)
    plan["interventies"]["interventies"][0][field] = ""
    assert [(punt.onderdeel, punt.aantal, punt.leeg) for punt in open_punten(plan, PARTNERS)] == [
        ("interventies", 1, False)
    ]


def test_an_empty_plan_names_every_section_with_its_source_in_the_order_of_the_form() -> None:
    found = open_punten({}, PARTNERS)
    assert [punt.onderdeel for punt in found] == [onderdeel.code for onderdeel in PLAN_VAN_AANPAK.onderdelen]
    assert all(punt.leeg and punt.bron.startswith("r. ") for punt in found)
    assert [punt.onderdeel for punt in found if punt.vereist] == list(ZES_ONDERDELEN)


def test_a_partner_that_does_not_believe_in_it_yet_keeps_it_a_doel_and_does_not_stop() -> None:
    plan = deepcopy(FULL)
    plan["opgave"]["geloof"]["ggd"] = {"antwoord": "nog-niet", "nodig": "Meer tijd"}
    assert [(b.code, b.stopt) for b in bezwaren(Staat.GEADVISEERD, plan, PARTNERS)] == [("open-opgave", False)]


@pytest.mark.parametrize(
    ("staat", "warns"),
    [
        (Staat.CONCEPT, True),
        (Staat.VOORGELEGD, True),
        (Staat.GEADVISEERD, False),
        (Staat.VASTGESTELD, False),
        (Staat.BIJGESTELD, False),
    ],
)
def test_without_advice_of_the_itat_r_it_warns_and_never_stops(staat: Staat, warns: bool) -> None:
    found = bezwaren(staat, FULL, PARTNERS)
    assert [(b.code, b.bron, b.stopt) for b in found] == ([("geen-advies", "r. 249", False)] if warns else [])
