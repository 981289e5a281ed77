"""Forms made from a declaration: what is shown and sent back is what was stored, whatever it holds."""

from __future__ import annotations

import re
import uuid
from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles.choices import Antwoord
from casefiles.forms.lezen import read_post, with_new_item, without_item
from casefiles.forms.onderdeel import OnderdeelForm, errors_elsewhere
from casefiles.forms.partners import Kader, Partner
from casefiles.forms.velden import MAX_ITEMS, MAX_ONDERDEEL, MAX_REGEL, MAX_TEKST, typed
from casefiles.rules.opgave import beoordeel
from casefiles.stuksoorten import SOORTEN, Onderdeel, Veld, Veldsoort

from .posting import post_of

PLAN, DOCUMENT = SOORTEN["plan-van-aanpak"], SOORTEN["document"]
OPGAVE = PLAN.onderdelen[0]
INTERVENTIES = next(o for o in PLAN.onderdelen if o.code == "interventies")
KADER = Kader(
    (Partner("politie", "Politie", ("Y. Test",)), Partner("ggd", "GGD <b>", ("A. Test", "B. Test"))),
    {"politie": "Politie", "ggd": "GGD <b>", "weg": "Oude partner"},
)
SECTIONS = [(soort, onderdeel) for soort in SOORTEN.values() for onderdeel in soort.onderdelen]


def render(onderdeel: Onderdeel, waarden: dict[str, Any], kader: Kader = KADER, **options: Any) -> str:
    soort = next(s for s, o in SECTIONS if o is onderdeel)
    form = OnderdeelForm(onderdeel, waarden, kader, **options)
    templates = [f"casefiles/velden/{soort.code}-{onderdeel.code}.html", "casefiles/velden/onderdeel.html"]
    context = {"form": form, "oordeel": beoordeel(waarden, kader.codes), "dossier": {"nummer": "RK-2222-2222"}}
    return render_to_string(templates, context)


# -- any content ------------------------------------------------------------------------------------------------

signs = st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00")
text = st.text(signs, max_size=40)
line = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00"), max_size=30)
half_date = line.filter(lambda raw: typed(Veld("d", "d", Veldsoort.DATUM), raw) == raw)
labels = st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=10), max_size=5, unique=True)


def values_of(veld: Veld) -> st.SearchStrategy[Any]:
    match veld.soort:
        case Veldsoort.TEKST:
            return text
        case Veldsoort.DATUM:
            return half_date | st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)
        case Veldsoort.KEUZE:
            return st.sampled_from(["", *(code for code, _label in veld.opties)])
        case Veldsoort.ORGANISATIE:
            return st.sampled_from(["", "politie", "ggd", "weg", "onbekend"])
        case Veldsoort.LABELS:
            return labels
        case Veldsoort.PER_PARTNER:
            answer = st.fixed_dictionaries({"antwoord": st.sampled_from(Antwoord.values), "nodig": text})
            return st.dictionaries(st.sampled_from(["politie", "ggd", "weg"]), answer)
        case Veldsoort.LIJST:
            fields = {sub.code: values_of(sub) for sub in veld.velden}
            ids = st.uuids(version=4).map(lambda value: value.hex)
            return st.lists(st.fixed_dictionaries({"id": ids, **fields}), max_size=4, unique_by=lambda item: item["id"])
    return line


def contents(onderdeel: Onderdeel) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({veld.code: values_of(veld) for veld in onderdeel.velden})


@pytest.mark.parametrize("onderdeel", [o for _s, o in SECTIONS], ids=[f"{s.code}-{o.code}" for s, o in SECTIONS])
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_shown_and_sent_back_is_what_was_stored(onderdeel: Onderdeel, data: st.DataObject) -> None:
    waarden = data.draw(contents(onderdeel))
    posted = post_of(render(onderdeel, waarden))
    assert read_post(onderdeel, posted, waarden, waarden, KADER) == waarden


@given(waarden=contents(INTERVENTIES))
@settings(max_examples=30, deadline=None)
def test_a_checked_form_sends_back_the_same_as_an_unchecked_one(waarden: dict[str, Any]) -> None:
    posted = post_of(render(INTERVENTIES, waarden, controleren=True))
    assert read_post(INTERVENTIES, posted, waarden, waarden, KADER) == waarden


# -- one by one -------------------------------------------------------------------------------------------------


def post(**values: str | list[str]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def item(**values: str) -> dict[str, str]:
    empty = {sub.code: "" for sub in INTERVENTIES.velden[0].velden}
    return {"id": uuid.uuid4().hex, **empty, **values}


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("31-1-2027", "2027-01-31"),
        (" 1/2/2027 ", "2027-02-01"),
        ("1.2.2027", "2027-02-01"),
        ("2027-02-01", "2027-02-01"),
        ("31-2-2027", "31-2-2027"),
        ("31-1", "31-1"),
        ("31-1-27", "31-1-27"),
        ("20270131", "20270131"),
        ("morgen", "morgen"),
        ("", ""),
    ],
)
def test_a_date_is_kept_as_a_day_or_as_it_was_typed(raw: str, kept: str) -> None:
    assert typed(Veld("termijn", "Termijn", Veldsoort.DATUM), raw) == kept


@pytest.mark.parametrize("value", ["31-2-2027", "31-1", "morgen", "20270131", "31-1-0027"])
def test_a_date_that_is_none_gives_a_clear_error(value: str) -> None:
    form = OnderdeelForm(INTERVENTIES, {"interventies": [item(termijn=value)]}, KADER, controleren=True)
    assert "bijvoorbeeld 31-1-2027" in str(form.errors)
    assert form.te_veel() == []


def test_a_half_typed_date_is_shown_without_an_error_while_writing() -> None:
    html = render(INTERVENTIES, {"interventies": [item(termijn="31-1")]})
    assert 'value="31-1"' in html
    assert "rk-error" not in html


def test_labels_are_parted_by_commas_and_kept_once() -> None:
    assert typed(Veld("labels", "Labels", Veldsoort.LABELS), " school,  eerste  hulp ,school,, ") == [
        "school",
        "eerste hulp",
    ]


def test_text_keeps_its_lines_and_loses_nul() -> None:
    veld = Veld("tekst", "Tekst")
    assert typed(veld, "een\r\n\r\ntwee\x00\rdrie  ") == "een\n\ntwee\ndrie  "


def test_a_field_that_was_not_sent_stays() -> None:
    waarden = {
        "ambitie": "A",
        "nu": "B",
        "afstand": "C",
        "mandaat": {"politie": {"antwoord": "ja", "nodig": ""}},
        "geloof": {},
    }
    assert read_post(OPGAVE, post(nu="nieuw"), waarden, waarden, KADER) == {**waarden, "nu": "nieuw"}


def test_opening_and_sending_a_form_adds_no_answers_that_nobody_gave() -> None:
    waarden = {"ambitie": "", "nu": "", "afstand": "", "mandaat": {}, "geloof": {}}
    posted = post_of(render(OPGAVE, waarden))
    assert posted["mandaat.politie.antwoord"] == "open"
    assert read_post(OPGAVE, posted, waarden, waarden, KADER) == waarden


def test_an_answer_taken_back_before_it_was_registered_leaves_no_trace() -> None:
    waarden = {"mandaat": {"politie": {"antwoord": "ja", "nodig": ""}}}
    assert read_post(OPGAVE, post(**{"mandaat.politie.antwoord": "open"}), waarden, {}, KADER)["mandaat"] == {}
    back = read_post(OPGAVE, post(**{"mandaat.politie.antwoord": "open"}), waarden, waarden, KADER)
    assert back["mandaat"] == {"politie": {"antwoord": "open", "nodig": ""}}


def test_answers_of_a_partner_that_left_are_kept_and_shown_to_read_only() -> None:
    waarden = {"mandaat": {"weg": {"antwoord": "nog-niet", "nodig": "Meer tijd."}}}
    html = render(OPGAVE, waarden)
    assert "Oude partner" in html
    assert "Nog niet. Nog nodig: Meer tijd." in html
    assert 'name="mandaat.weg.antwoord"' not in html
    forged = post(**{"mandaat.weg.antwoord": "ja", "mandaat.weg.nodig": ""})
    assert read_post(OPGAVE, forged, waarden, waarden, KADER)["mandaat"] == waarden["mandaat"]


def test_a_partner_is_named_with_the_colleagues_under_it() -> None:
    html = render(OPGAVE, {})
    assert "A. Test, B. Test" in html
    assert "GGD &lt;b&gt;" in html
    assert "GGD <b>" not in html


def test_a_team_without_partners_says_what_to_do() -> None:
    html = render(OPGAVE, {}, Kader((), {}))
    assert "Nog geen partner in het team" in html
    assert "/team/" in html


@pytest.mark.parametrize("value", ["anders", "<script>"])
def test_a_choice_that_was_not_offered_is_not_taken(value: str) -> None:
    one = item(gericht_op="persoon", organisatie="ggd")
    name = f"interventies.{one['id']}"
    forged = post(interventies=["", one["id"]], **{f"{name}.gericht_op": value, f"{name}.organisatie": value})
    (kept,) = read_post(INTERVENTIES, forged, {"interventies": [one]}, {}, KADER)["interventies"]
    assert (kept["gericht_op"], kept["organisatie"]) == ("persoon", "ggd")
    answered = post(**{"mandaat.politie.antwoord": value})
    assert read_post(OPGAVE, answered, {}, {}, KADER)["mandaat"] == {}


def test_an_organisation_that_left_the_team_can_stay_chosen() -> None:
    html = render(INTERVENTIES, {"interventies": [item(organisatie="weg")]})
    assert '<option value="weg" selected>Oude partner</option>' in html


@pytest.mark.parametrize("forged", ["x", "a" * 32, "../../etc", "<b>"])
def test_an_item_under_a_foreign_id_is_a_new_item(forged: str) -> None:
    mine = item(titel="Van mij")
    data = post(interventies=[mine["id"], forged], **{f"interventies.{forged}.titel": "Erbij"})
    kept = read_post(INTERVENTIES, data, {"interventies": [mine]}, {}, KADER)["interventies"]
    assert [found["titel"] for found in kept] == ["Van mij", "Erbij"]
    assert kept[0]["id"] == mine["id"]
    assert kept[1]["id"] not in (forged, mine["id"])
    assert len(kept[1]["id"]) == 32


def test_an_item_that_was_not_sent_stays_where_it_was() -> None:
    first, second = item(titel="Een"), item(titel="Twee")
    data = post(interventies=["", second["id"]], **{f"interventies.{second['id']}.titel": "Twee, nieuw"})
    kept = read_post(INTERVENTIES, data, {"interventies": [first, second]}, {}, KADER)["interventies"]
    assert [found["titel"] for found in kept] == ["Een", "Twee, nieuw"]


def test_an_item_taken_out_in_another_window_comes_back_with_what_was_typed() -> None:
    one = item(titel="Oud")
    data = post(interventies=["", one["id"]], **{f"interventies.{one['id']}.titel": "Nieuw"})
    kept = read_post(INTERVENTIES, data, {"interventies": []}, {"interventies": [one]}, KADER)["interventies"]
    assert kept == [{**one, "titel": "Nieuw"}]


def test_adding_and_removing_an_item_keeps_the_order() -> None:
    veld = INTERVENTIES.velden[0]
    waarden = {"interventies": [item(titel="Een"), item(titel="Twee")]}
    more, new = with_new_item(veld, waarden)
    assert [found["titel"] for found in more["interventies"]] == ["Een", "Twee", ""]
    assert more["interventies"][2]["id"] == new
    fewer = without_item(veld, more, waarden["interventies"][0]["id"])
    assert [found["titel"] for found in fewer["interventies"]] == ["Twee", ""]


def test_the_item_that_was_just_added_stands_open_with_the_focus() -> None:
    veld = INTERVENTIES.velden[0]
    waarden, new = with_new_item(veld, {"interventies": [item(titel="Een")]})
    html = render(INTERVENTIES, waarden, nieuw=new)
    assert f'id="item-{new}" open' in html
    assert html.count("autofocus") == 1


def test_an_item_with_an_error_stands_open() -> None:
    whole = item(**{sub.code: "31-1" for sub in INTERVENTIES.velden[0].velden})
    html = render(INTERVENTIES, {"interventies": [item(titel="Een"), whole]}, controleren=True)
    assert f'id="item-{whole["id"]}" open' in html


# -- too much ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("onderdeel", "waarden", "words"),
    [
        (OPGAVE, {"nu": "x" * (MAX_TEKST + 1)}, f"Waar staan we nu?: Deze tekst is te lang: {MAX_TEKST + 1} tekens."),
        (DOCUMENT.onderdelen[0], {"titel": "x" * (MAX_REGEL + 1)}, "Titel: Deze tekst is te lang"),
        (DOCUMENT.onderdelen[0], {"labels": [f"l{n}" for n in range(21)]}, "Er passen 20 labels bij een stuk."),
        (DOCUMENT.onderdelen[0], {"labels": ["x" * 51]}, "Een label heeft hooguit 50 tekens."),
        (INTERVENTIES, {"interventies": [item() for _ in range(MAX_ITEMS + 1)]}, "er passen er 50 in"),
        (OPGAVE, {"mandaat": {"politie": {"antwoord": "nog-niet", "nodig": "x" * 2001}}}, "Deze tekst is te lang"),
        (
            INTERVENTIES,
            {"interventies": [item(effect="x" * 19_000) for _ in range(MAX_ONDERDEEL // 19_000 + 1)]},
            "Dit onderdeel is samen te lang",
        ),
    ],
)
def test_too_much_is_told_in_words(onderdeel: Onderdeel, waarden: dict[str, Any], words: str) -> None:
    form = OnderdeelForm(onderdeel, waarden, KADER, controleren=True)
    assert words in " ".join(form.te_veel())


def test_as_much_as_may_fits() -> None:
    form = OnderdeelForm(OPGAVE, {"nu": "x" * MAX_TEKST}, KADER, controleren=True)
    assert form.is_valid()


def test_no_control_cuts_off_what_is_pasted() -> None:
    html = "".join(render(o, {"interventies": [item()]} if o is INTERVENTIES else {}) for _s, o in SECTIONS)
    assert "maxlength" not in html


def test_errors_in_other_sections_are_found() -> None:
    inhoud = {"interventies": {"interventies": [item(termijn="31-1")]}, "opgave": {"nu": "x"}}
    (found,) = errors_elsewhere(PLAN, inhoud, KADER, "opgave")
    assert found.onderdeel.code == "interventies"
    assert found.fouten[0].startswith("1. Termijn: ")
    assert errors_elsewhere(PLAN, inhoud, KADER, "interventies") == []


# -- layout -----------------------------------------------------------------------------------------------------

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{ 7|add:7 }}</textarea>"


def test_hostile_text_is_shown_as_text() -> None:
    one = item(**{sub.code: HOSTILE for sub in INTERVENTIES.velden[0].velden})
    answers = {
        "politie": {"antwoord": "nog-niet", "nodig": HOSTILE},
        "<script>": {"antwoord": HOSTILE, "nodig": HOSTILE},
    }
    kader = Kader((Partner("politie", HOSTILE, (HOSTILE,)),), {"politie": HOSTILE})
    for controleren in (False, True):
        html = render(INTERVENTIES, {"interventies": [one]}, kader, controleren=controleren)
        html += render(OPGAVE, {"nu": HOSTILE, "mandaat": answers, "geloof": answers}, kader, controleren=controleren)
        assert "<script" not in html
        assert "<img" not in html


def test_every_control_has_a_label() -> None:
    html = render(INTERVENTIES, {"interventies": [item(titel="Een")]}) + render(OPGAVE, {})
    for control in re.findall(r'<(?:input|select|textarea)[^>]*id="([^"]+)"', html):
        assert f'for="{control}"' in html
