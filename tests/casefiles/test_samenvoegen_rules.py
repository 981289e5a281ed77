"""Merging two texts that began from the same one: no change of either side is lost in silence."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles.rules.samenvoegen import Pad, voeg_samen
from casefiles.stuksoorten import SOORTEN, Inhoud, Veldsoort

ONDERDELEN = tuple(o for o in SOORTEN["plan-van-aanpak"].onderdelen if o.code in ("opgave", "koers", "interventies"))
SUBS = next(o for o in ONDERDELEN if o.code == "interventies").velden[0].velden

# -- texts: few words and few ids, so that the three often meet ---------------------------------------------------

word = st.sampled_from(["", "rust", "werk", "huis"])
answers = st.dictionaries(
    st.sampled_from(["politie", "ggd"]),
    st.fixed_dictionaries({"antwoord": st.sampled_from(["ja", "nog-niet"]), "nodig": word}),
)
items = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from("abcd"), **{sub.code: word for sub in SUBS[:2]}}),
    max_size=4,
    unique_by=lambda item: item["id"],
)
inhoud = st.fixed_dictionaries(
    {
        "opgave": st.fixed_dictionaries({"ambitie": word, "nu": word, "mandaat": answers}),
        "koers": st.fixed_dictionaries({"tekst": word}),
        "interventies": st.fixed_dictionaries({"interventies": items}),
    }
)


def leaves(text: Inhoud) -> dict[Pad, Any]:
    """Every value by its place; an item counts by its fields."""
    found: dict[Pad, Any] = {}
    for onderdeel in ONDERDELEN:
        for veld in onderdeel.velden:
            value = (text.get(onderdeel.code) or {}).get(veld.code)
            if veld.soort is Veldsoort.PER_PARTNER:
                found |= {(onderdeel.code, veld.code, code): answer for code, answer in (value or {}).items()}
            elif veld.soort is Veldsoort.LIJST:
                for item in value or []:
                    fields = {sub.code: item[sub.code] for sub in veld.velden if sub.code in item}
                    found |= {(onderdeel.code, veld.code, item["id"], code): v for code, v in fields.items()}
            elif value is not None:
                found[(onderdeel.code, veld.code)] = value
    return found


def settled(pad: Pad, paden: set[Pad]) -> bool:
    """Whether this place, or the whole item that it is in, is one of these."""
    return pad in paden or pad[:3] in paden


@given(inhoud, inhoud)
def test_what_only_one_side_changed_is_taken_over_whole(basis: Inhoud, other: Inhoud) -> None:
    for nieuwste, mijn in ((other, basis), (basis, other), (other, deepcopy(other))):
        merged = voeg_samen(ONDERDELEN, basis, nieuwste, mijn)
        assert merged.botsingen == ()
        assert merged.inhoud == other


@given(inhoud, inhoud, inhoud)
@settings(max_examples=400)
def test_every_change_of_either_side_stands_in_the_result_or_is_a_botsing(b: Inhoud, n: Inhoud, m: Inhoud) -> None:
    merged = voeg_samen(ONDERDELEN, b, n, m)
    result, clashes = leaves(merged.inhoud), {botsing.pad for botsing in merged.botsingen}
    began = leaves(b)
    for side in (leaves(n), leaves(m)):
        for pad in {*began, *side}:
            if side.get(pad) != began.get(pad):
                assert settled(pad, clashes) or result.get(pad) == side.get(pad)


@given(inhoud, inhoud, inhoud)
@settings(max_examples=400)
def test_nothing_stands_in_the_result_that_neither_side_wrote(b: Inhoud, n: Inhoud, m: Inhoud) -> None:
    result, newest, mine = (leaves(text) for text in (voeg_samen(ONDERDELEN, b, n, m).inhoud, n, m))
    assert all(value in (newest.get(pad), mine.get(pad)) for pad, value in result.items())


@given(inhoud, inhoud, inhoud)
def test_turning_the_sides_round_finds_the_same_places(b: Inhoud, n: Inhoud, m: Inhoud) -> None:
    one, other = voeg_samen(ONDERDELEN, b, n, m), voeg_samen(ONDERDELEN, b, m, n)
    assert {botsing.pad for botsing in one.botsingen} == {botsing.pad for botsing in other.botsingen}
    assert {(o.pad, o.van_mij) for o in one.overgenomen} == {(o.pad, not o.van_mij) for o in other.overgenomen}


@given(inhoud, inhoud, inhoud, st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_each_choice_is_done_and_leaves_no_botsing(b: Inhoud, n: Inhoud, m: Inhoud, chance: Any) -> None:
    first = voeg_samen(ONDERDELEN, b, n, m)
    keuzes = {botsing.pad: chance.choice([botsing.nieuwste, botsing.mijn]) for botsing in first.botsingen}
    merged = voeg_samen(ONDERDELEN, b, n, m, keuzes)
    assert merged.botsingen == ()
    result = leaves(merged.inhoud)
    for pad, value in keuzes.items():
        if isinstance(value, dict) and "id" in value:
            assert all(result[(*pad, code)] == text for code, text in value.items() if code != "id")
        elif pad[0] == "interventies" and value is None and len(pad) == 3:
            assert not any(found[:3] == pad for found in result)
        else:
            assert result.get(pad) == value


@given(inhoud, inhoud)
def test_without_a_text_to_begin_from_every_difference_is_a_botsing_or_an_addition(n: Inhoud, m: Inhoud) -> None:
    merged = voeg_samen(ONDERDELEN, {}, n, m)
    clashes, result = {botsing.pad for botsing in merged.botsingen}, leaves(merged.inhoud)
    for pad in {*leaves(n), *leaves(m)}:
        a, b = leaves(n).get(pad), leaves(m).get(pad)
        assert a == b or settled(pad, clashes) or result[pad] in (a, b)


# -- one by one -------------------------------------------------------------------------------------------------


def plan(koers: str = "", items: list[dict[str, str]] | None = None, mandaat: dict[str, Any] | None = None) -> Inhoud:
    return {
        "koers": {"tekst": koers},
        "interventies": {"interventies": items or []},
        "opgave": {"mandaat": mandaat or {}},
    }


def an(key: str, titel: str = "x") -> dict[str, str]:
    return {"id": key, "titel": titel, "motivering": ""}


def test_two_texts_in_one_field_are_a_botsing_with_all_three() -> None:
    merged = voeg_samen(ONDERDELEN, plan("Rust."), plan("Rust en werk."), plan("Rust thuis."))
    (botsing,) = merged.botsingen
    assert botsing.pad == ("koers", "tekst")
    assert (botsing.basis, botsing.nieuwste, botsing.mijn) == ("Rust.", "Rust en werk.", "Rust thuis.")
    assert merged.inhoud["koers"]["tekst"] == "Rust en werk."


def test_own_words_are_put_in_place() -> None:
    keuzes = {("koers", "tekst"): "Rust, werk en thuis."}
    merged = voeg_samen(ONDERDELEN, plan("Rust."), plan("Werk."), plan("Thuis."), keuzes)
    assert merged.inhoud["koers"]["tekst"] == "Rust, werk en thuis."


def test_two_partners_answered_by_two_people_go_together() -> None:
    yes = {"antwoord": "ja", "nodig": ""}
    merged = voeg_samen(ONDERDELEN, plan(), plan(mandaat={"politie": yes}), plan(mandaat={"ggd": yes}))
    assert merged.botsingen == ()
    assert merged.inhoud["opgave"]["mandaat"] == {"politie": yes, "ggd": yes}


def test_items_that_both_added_are_both_kept_each_in_its_place() -> None:
    b = plan(items=[an("1"), an("2")])
    merged = voeg_samen(ONDERDELEN, b, plan(items=[an("1"), an("2"), an("n")]), plan(items=[an("1"), an("m"), an("2")]))
    assert [item["id"] for item in merged.inhoud["interventies"]["interventies"]] == ["1", "m", "2", "n"]


def test_an_item_taken_out_by_one_and_left_alone_by_the_other_goes() -> None:
    b = plan(items=[an("1"), an("2")])
    merged = voeg_samen(ONDERDELEN, b, plan(items=[an("2")]), deepcopy(b))
    assert [item["id"] for item in merged.inhoud["interventies"]["interventies"]] == ["2"]
    assert [(o.pad, o.van_mij) for o in merged.overgenomen] == [(("interventies", "interventies", "1"), False)]


@pytest.mark.parametrize("mine_goes", [True, False])
def test_an_item_taken_out_by_one_and_changed_by_the_other_is_a_botsing(mine_goes: bool) -> None:
    gone, changed = plan(items=[]), plan(items=[an("1", "anders")])
    n, m = (changed, gone) if mine_goes else (gone, changed)
    (botsing,) = voeg_samen(ONDERDELEN, plan(items=[an("1")]), n, m).botsingen
    assert botsing.heel_item
    assert (botsing.mijn is None) is mine_goes


def test_sections_and_fields_that_nobody_declared_are_left_as_they_are() -> None:
    n = {"koers": {"tekst": "a", "oud": "1"}, "vroeger": {"x": "y"}}
    assert voeg_samen(ONDERDELEN, {}, n, deepcopy(n)).inhoud == n
