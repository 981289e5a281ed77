"""The merge screen: two editors of one stuk lose nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from casefiles import access
from casefiles.actions.stuk import opslaan
from casefiles.models import Stuk, Werktekst
from casefiles.versions.reading import stuk_in

from .editing import address, around, form_of, looks, save_by
from .posting import post_of
from .test_forms_onderdeel import HOSTILE, item

pytestmark = pytest.mark.django_db
QUERIES_OF_THE_SCREEN = 17


def write(client: Client, plan: Stuk, onderdeel: str, **values: str) -> None:
    """Type these values in the form as it is now, and let autosave keep them."""
    client.post(address(plan, onderdeel, "bewaren"), form_of(client, address(plan, onderdeel), **values))


def choices(client: Client, plan: Stuk, **values: str) -> dict[str, list[str]]:
    """The merge form as the browser has it, with these choices made."""
    data = post_of(client.get(around(plan, "samenvoegen")).content.decode(), "samenvoegen")
    for name, value in values.items():
        data[name] = value
    return dict(data.lists())


@pytest.fixture
def two_koersen(as_regisseur, plan, buddy):
    """Both wrote a koers; the buddy saved first, and wrote a doel as well."""
    write(as_regisseur, plan, "koers", tekst="Rust van mij.")
    write(as_regisseur, plan, "zorgen", tekst="Zorg van mij.")
    save_by(buddy, plan, "koers", tekst="Rust van buddy.")
    return save_by(buddy, plan, "doelen", kort="Doel van buddy.")


KOERS = {"keuze.koers.tekst": "mijn"}


def test_both_texts_are_shown_with_their_difference_and_nothing_chosen(as_regisseur, plan, two_koersen, buddy):
    before = looks()
    page = as_regisseur.get(around(plan, "samenvoegen")).content.decode()
    assert looks() == before + 1
    assert "1 plek waar jullie allebei iets veranderden" in page
    assert "Rust van buddy." in page
    assert "Rust van mij." in page
    assert "<del>buddy</del><ins>mij</ins>" in page
    assert f"Die van {buddy.naam}" in page
    assert "checked" not in page


def test_what_only_one_side_changed_is_taken_over_and_listed(as_regisseur, plan, two_koersen):
    page = as_regisseur.get(around(plan, "samenvoegen")).content.decode()
    taken = page[page.index('id="overgenomen"') :]
    assert "Doelen: Doelen op korte termijn" in taken
    assert "Zorgen (gevaarsrisico): Welke zorgen" in taken
    assert "Koers: " not in taken


@pytest.mark.parametrize(
    ("chosen", "becomes"),
    [
        ({"keuze.koers.tekst": "mijn"}, "Rust van mij."),
        ({"keuze.koers.tekst": "nieuwste"}, "Rust van buddy."),
        ({"keuze.koers.tekst": "zelf", "zelf.koers.tekst": "Rust van ons."}, "Rust van ons."),
        ({"keuze.koers.tekst": "zelf"}, "Rust van buddy.\n\nRust van mij."),
    ],
)
def test_a_choice_goes_into_the_working_text_and_on_to_the_form(as_regisseur, plan, two_koersen, chosen, becomes):
    response = as_regisseur.post(around(plan, "samenvoegen"), {**choices(as_regisseur, plan, **chosen), "verder": "1"})
    assert (response.status_code, response.url) == (303, address(plan, "koers"))
    werktekst = Werktekst.objects.get()
    assert werktekst.inhoud["koers"]["tekst"] == becomes
    assert werktekst.inhoud["doelen"]["kort"] == "Doel van buddy."
    assert werktekst.inhoud["zorgen"]["tekst"] == "Zorg van mij."
    assert werktekst.basis == two_koersen.nummer
    assert "Teksten samenvoegen" not in as_regisseur.get(response.url).content.decode()


def test_merging_and_saving_at_once_makes_a_version_and_both_texts_stay_readable(
    as_regisseur, plan, two_koersen, toegang
):
    data = choices(as_regisseur, plan, reden="Samengevoegd.", **KOERS)
    response = as_regisseur.post(around(plan, "samenvoegen"), {**data, "opslaan": "1"})
    assert (response.status_code, response.url) == (303, around(plan, "stuk"))
    saved = Stuk.objects.get(pk=plan.pk)
    assert saved.gewijzigd_in == two_koersen.nummer + 1
    assert saved.inhoud["koers"]["tekst"] == "Rust van mij."
    assert saved.inhoud["doelen"]["kort"] == "Doel van buddy."
    assert stuk_in(toegang, saved, two_koersen.nummer).inhoud["koers"]["tekst"] == "Rust van buddy."
    assert not Werktekst.objects.exists()


def test_the_reason_goes_along_to_the_form(as_regisseur, plan, two_koersen):
    data = choices(as_regisseur, plan, reden="Samengevoegd.", **KOERS)
    response = as_regisseur.post(around(plan, "samenvoegen"), {**data, "verder": "1"})
    assert 'value="Samengevoegd."' in as_regisseur.get(response.url).content.decode()


def test_without_a_choice_nothing_is_merged(as_regisseur, plan, two_koersen):
    response = as_regisseur.post(around(plan, "samenvoegen"), {**choices(as_regisseur, plan), "verder": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Kies welke tekst blijft." in page
    assert 'href="#id_keuze.koers.tekst"' in page
    assert Werktekst.objects.get().inhoud["koers"]["tekst"] == "Rust van mij."


def test_without_a_reason_nothing_is_saved_and_the_choices_stay(as_regisseur, plan, two_koersen):
    data = choices(as_regisseur, plan, **{"keuze.koers.tekst": "zelf", "zelf.koers.tekst": "Van ons."})
    response = as_regisseur.post(around(plan, "samenvoegen"), {**data, "opslaan": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_reden"' in page
    assert "Van ons." in page
    assert 'value="zelf"' in page
    assert page.count("checked") == 1


def test_own_words_that_are_too_long_come_back_with_an_error(as_regisseur, plan, two_koersen):
    chosen = {"keuze.koers.tekst": "zelf", "zelf.koers.tekst": "x" * 20_001}
    response = as_regisseur.post(around(plan, "samenvoegen"), {**choices(as_regisseur, plan, **chosen), "verder": "1"})
    assert response.status_code == 422
    assert "te lang" in response.content.decode()
    chosen["keuze.koers.tekst"] = "mijn"
    response = as_regisseur.post(around(plan, "samenvoegen"), {**choices(as_regisseur, plan, **chosen), "verder": "1"})
    assert response.status_code == 303


def test_a_third_version_in_between_is_told_and_nothing_is_merged(as_regisseur, plan, two_koersen, buddy):
    data = choices(as_regisseur, plan, **KOERS)
    versie = save_by(buddy, plan, "koers", tekst="Nog een keer van buddy.")
    response = as_regisseur.post(around(plan, "samenvoegen"), {**data, "verder": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert f"Intussen is versie {versie.nummer} opgeslagen." in page
    assert "Nog een keer van buddy." in page
    assert f'name="nieuwste" value="{versie.nummer}"' in page
    assert Werktekst.objects.get().basis < versie.nummer


def test_texts_in_different_places_need_no_choice(as_regisseur, plan, buddy):
    write(as_regisseur, plan, "koers", tekst="Van mij.")
    save_by(buddy, plan, "zorgen", tekst="Van buddy.")
    page = as_regisseur.get(around(plan, "samenvoegen")).content.decode()
    assert "Je hoeft niets te kiezen." in page
    data = choices(as_regisseur, plan, reden="Samen.")
    assert as_regisseur.post(around(plan, "samenvoegen"), {**data, "opslaan": "1"}).status_code == 303
    inhoud = Stuk.objects.get(pk=plan.pk).inhoud
    assert (inhoud["koers"]["tekst"], inhoud["zorgen"]["tekst"]) == ("Van mij.", "Van buddy.")


def test_there_is_nothing_to_merge_in_the_last_version(as_regisseur, plan):
    response = as_regisseur.get(around(plan, "samenvoegen"))
    assert (response.status_code, response.url) == (302, around(plan, "bewerken-begin"))


def test_an_intervention_that_one_took_out_and_the_other_changed_is_a_choice(
    as_regisseur, plan, toegang, buddy, regisseur
):
    one = item(titel="Werk", motivering="Rust.")
    inhoud = {**plan.inhoud, "interventies": {"interventies": [one]}}
    opslaan(toegang, plan, inhoud, reden="x", basis=plan.gewijzigd_in)
    url = address(plan, "interventies")
    as_regisseur.post(url, {**form_of(as_regisseur, url), "lijst-verwijderen": f"interventies.{one['id']}"})
    changed = {**one, "motivering": "Rust en ritme."}
    stuk = Stuk.objects.get(pk=plan.pk)
    as_buddy_content = {**stuk.inhoud, "interventies": {"interventies": [changed]}}
    opslaan(access.get_dossier(buddy, plan.dossier.nummer), stuk, as_buddy_content, reden="x", basis=stuk.gewijzigd_in)
    page = as_regisseur.get(around(plan, "samenvoegen")).content.decode()
    assert "Rust en ritme." in page
    assert "Leeg, of weggehaald" in page
    assert 'value="zelf"' not in page
    name = f"keuze.interventies.interventies.{one['id']}"
    for choice, left in (("nieuwste", [changed]), ("mijn", [])):
        data = choices(as_regisseur, plan, **{name: choice})
        werktekst = Werktekst.objects.get()
        as_regisseur.post(around(plan, "samenvoegen"), {**data, "verder": "1"})
        assert Werktekst.objects.get().inhoud["interventies"]["interventies"] == left
        Werktekst.objects.update(inhoud=werktekst.inhoud, basis=werktekst.basis)


def test_hostile_text_is_never_markup_on_the_merge_screen(as_regisseur, plan, buddy):
    write(as_regisseur, plan, "koers", tekst="mijn " + HOSTILE)
    save_by(buddy, plan, "koers", tekst="buddy " + HOSTILE)
    save_by(buddy, plan, "zorgen", tekst=HOSTILE)
    for page in (
        as_regisseur.get(around(plan, "samenvoegen")).content.decode(),
        as_regisseur.post(around(plan, "samenvoegen"), {"reden": HOSTILE, "opslaan": "1"}).content.decode(),
    ):
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("amount", [1, 12])
def test_the_number_of_queries_does_not_grow_with_the_differences(
    as_regisseur, plan, toegang, buddy, amount, django_assert_num_queries
):
    items = [item(titel=str(n)) for n in range(amount)]
    inhoud = {**plan.inhoud, "interventies": {"interventies": items}}
    opslaan(toegang, plan, inhoud, reden="x", basis=plan.gewijzigd_in)
    changes = {f"interventies.{found['id']}.motivering": "mijn" for found in items}
    write(as_regisseur, plan, "interventies", **changes)
    save_by(buddy, plan, "interventies", interventies=[{**found, "motivering": "buddy"} for found in items])
    as_regisseur.get(around(plan, "samenvoegen"))
    with django_assert_num_queries(QUERIES_OF_THE_SCREEN):
        as_regisseur.get(around(plan, "samenvoegen"))
