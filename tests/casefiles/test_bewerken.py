"""The editing workspace: one section at a time, nothing typed is lost, and nobody else comes in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from accounts.rollen import SiteRol
from audit.models import Handeling, InzageRegel
from casefiles import access
from casefiles.actions import werktekst as werkteksten
from casefiles.actions.stuk import opslaan, toevoegen
from casefiles.actions.team import teamlid_beeindigen, teamlid_toevoegen, toewijzen
from casefiles.choices import DossierStaat, Rol
from casefiles.forms.velden import MAX_ITEMS, MAX_REDEN, MAX_TEKST
from casefiles.models import Dossier, Dossierversie, Organisatie, Stuk, Werktekst

from .posting import post_of
from .test_forms_onderdeel import HOSTILE, INTERVENTIES, item

pytestmark = pytest.mark.django_db
QUERIES_OF_THE_SCREEN = 17
SECTIONS = ["opgave", "zorgen", "koers", "interventies", "nieuwe-focus"]


@pytest.fixture
def as_regisseur(client: Client, regisseur: User) -> Client:
    client.force_login(regisseur)
    return client


@pytest.fixture
def as_buddy(buddy: User) -> Client:
    client = Client()
    client.force_login(buddy)
    return client


@pytest.fixture
def lid(make_user: Callable[..., User], toegang: access.Toegang, politie: Organisatie) -> User:
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Nodig voor het plan.")
    return user


def address(stuk: Stuk, onderdeel: str = "opgave", name: str = "bewerken") -> str:
    return reverse(f"dossiers:{name}", args=[stuk.dossier.nummer, stuk.kenmerk, onderdeel])


def around(stuk: Stuk, name: str) -> str:
    return reverse(f"dossiers:{name}", args=[stuk.dossier.nummer, stuk.kenmerk])


def form_of(client: Client, url: str, **changes: str) -> dict[str, Any]:
    """The form at this address as a browser has it, with these fields typed anew."""
    data = post_of(client.get(url).content.decode(), "plan")
    for button in ("invoer", "naar", "opslaan"):
        data.pop(button, None)
    for name, value in changes.items():
        data[name] = value
    return dict(data.lists())


def mine(user: User) -> dict[str, Any]:
    return Werktekst.objects.get(gebruiker=user).inhoud


def looks() -> int:
    return InzageRegel.objects.filter(handeling=Handeling.BEKIJKEN).count()


def save_by(user: User, stuk: Stuk, onderdeel: str, **values: str) -> Dossierversie:
    """A colleague registers a new version."""
    stuk = Stuk.objects.get(pk=stuk.pk)
    inhoud = {**stuk.inhoud, onderdeel: {**stuk.inhoud[onderdeel], **values}}
    toegang = access.get_dossier(user, stuk.dossier.nummer)
    return opslaan(toegang, stuk, inhoud, reden="Aangevuld.", basis=stuk.gewijzigd_in)


# -- showing ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("onderdeel", SECTIONS)
def test_a_section_is_shown_with_its_form_its_guidance_and_the_other_sections(as_regisseur, plan, onderdeel):
    response = as_regisseur.get(address(plan, onderdeel))
    page = response.content.decode()
    assert response.status_code == 200
    assert 'id="werkblad"' in page
    assert 'id="kader"' in page
    assert 'id="opslaan"' in page
    assert page.count('aria-current="page"') >= 1
    assert f'data-autosave-url="{address(plan, onderdeel, "bewaren")}"' in page
    for section in plan.stuksoort.onderdelen:
        assert address(plan, section.code) in page


def test_every_look_at_a_section_is_one_row_in_the_inzagelog(as_regisseur, plan, regisseur):
    before = looks()
    as_regisseur.get(address(plan))
    assert looks() == before + 1
    row = InzageRegel.objects.order_by("-volgnummer")[0]
    assert (row.gebruiker, row.dossier, row.object, row.grond) == (
        regisseur.kenmerk,
        plan.dossier.nummer,
        "plan-van-aanpak",
        "regisseur",
    )


def test_without_a_row_in_the_log_nothing_is_shown(as_regisseur, plan, monkeypatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise OSError("log vol")

    monkeypatch.setattr("casefiles.views.door.record", broken)
    with pytest.raises(OSError, match="log vol"):
        as_regisseur.get(address(plan))


def test_the_beginning_is_the_first_section_that_is_not_complete(as_regisseur, plan, toegang):
    assert as_regisseur.get(around(plan, "bewerken-begin")).url == address(plan, "opgave")
    document = toevoegen(toegang, "document", reden="Notitie.")
    assert as_regisseur.get(around(document, "bewerken-begin")).url == address(document, "tekst")


def test_a_section_that_does_not_exist_is_not_found(as_regisseur, plan):
    for name in ("bewerken", "bewaren"):
        assert as_regisseur.post(address(plan, "bestaat-niet", name)).status_code == 404
    assert as_regisseur.get(address(plan, "bestaat-niet")).status_code == 404


def test_the_state_of_each_section_stands_in_the_list(as_regisseur, plan, regisseur):
    save_by(regisseur, plan, "koers", tekst="Eerst rust.")
    page = as_regisseur.get(address(plan, "doelen")).content.decode()
    assert "1 van 9 onderdelen volledig" in page
    assert page.count("Nog leeg") == 8
    as_regisseur.post(address(plan, "doelen", "bewaren"), {"kort": "Rust."})
    assert "2 punten open" in as_regisseur.get(address(plan, "doelen")).content.decode()


def test_a_doel_is_not_called_an_opgave_before_its_conditions_hold(as_regisseur, plan, lid):
    page = as_regisseur.get(address(plan)).content.decode()
    assert "Dit heet nog een doel." in page
    assert "Er zijn nog 2 antwoorden van partners nodig." in page
    answers = {"mandaat.politie.antwoord": "ja", "geloof.politie.antwoord": "ja"}
    as_regisseur.post(address(plan, "opgave", "bewaren"), {"nu": "Thuis.", "afstand": "Groot.", **answers})
    assert "Dit is een opgave." in as_regisseur.get(address(plan)).content.decode()


def test_no_name_of_a_person_stands_in_title_or_address(as_regisseur, toegang, plan):
    document = toevoegen(
        toegang, "document", reden="x", inhoud={"tekst": {"titel": "Gesprek met Jan", "tekst": "", "labels": []}}
    )
    page = as_regisseur.get(address(document, "tekst")).content.decode()
    title = re.search(r"<title>(.*?)</title>", page, re.S)
    assert title
    assert "Jan" not in title[1]
    assert "Persoon Proef" not in page


@pytest.mark.parametrize("amount", [1, 12])
def test_the_number_of_queries_does_not_grow_with_the_dossier(
    as_regisseur, regisseur, plan, toegang, make_user, amount, django_assert_num_queries: DjangoAssertNumQueries
):
    for n in range(amount):
        organisatie = Organisatie.objects.create(code=f"partner-{n}", naam=f"Partner {n}", soort="kernpartner")
        teamlid_toevoegen(toegang, make_user(f"lid{n}"), organisatie, reden="Nodig.")
    plan = Stuk.objects.get(pk=plan.pk)
    items = [item(titel=str(n), organisatie=f"partner-{n}") for n in range(amount)]
    opslaan(toegang, plan, {**plan.inhoud, "interventies": {"interventies": items}}, reden="x", basis=plan.gewijzigd_in)
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "x"})
    for onderdeel in ("opgave", "interventies"):
        as_regisseur.get(address(plan, onderdeel))
        with django_assert_num_queries(QUERIES_OF_THE_SCREEN):
            as_regisseur.get(address(plan, onderdeel))


# -- who may not ------------------------------------------------------------------------------------------------


def all_addresses(stuk: Stuk) -> list[tuple[str, str]]:
    return [
        ("get", around(stuk, "bewerken-begin")),
        ("get", address(stuk)),
        ("post", address(stuk)),
        ("post", address(stuk, "opgave", "bewaren")),
        ("post", around(stuk, "werktekst-weggooien")),
        ("get", around(stuk, "samenvoegen")),
        ("post", around(stuk, "samenvoegen")),
    ]


def test_who_may_not_write_the_plan_finds_nothing(client, plan, lid, buitenstaander, programmateam, make_user):
    before = looks()
    for user in (lid, buitenstaander, programmateam, make_user("super", superuser=True)):
        client.force_login(user)
        for method, url in all_addresses(plan):
            assert getattr(client, method)(url, {"nu": "x"} if method == "post" else {}).status_code == 404
    assert looks() == before
    assert not Werktekst.objects.exists()


def test_anonymous_is_sent_to_the_login_whatever_is_asked(client, plan):
    for method, url in all_addresses(plan):
        assert getattr(client, method)(url).status_code == 302


def test_autosave_answers_404_once_the_task_has_ended(as_regisseur, plan, regisseur, programmateam, make_user):
    assert as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "a"}).status_code == 200
    new = make_user("nieuw", SiteRol.REGISSEURSPOOL)
    toewijzen(access.get_dossier(programmateam, plan.dossier.nummer), Rol.REGISSEUR, new, reden="Wissel.")
    assert as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "b"}).status_code == 404
    assert Werktekst.objects.get().inhoud["koers"]["tekst"] == "a"


@pytest.mark.parametrize("name", ["bewaren", "werktekst-weggooien"])
def test_what_changes_something_is_never_done_by_get(as_regisseur, plan, name):
    url = address(plan, "opgave", name) if name == "bewaren" else around(plan, name)
    assert as_regisseur.get(url).status_code == 405


def test_a_post_without_csrf_token_is_refused(plan, regisseur):
    client = Client(enforce_csrf_checks=True)
    client.force_login(regisseur)
    for method, url in all_addresses(plan):
        if method == "post":
            assert client.post(url, {"nu": "x"}).status_code == 403


# -- autosave ---------------------------------------------------------------------------------------------------


def test_autosave_keeps_the_section_as_working_text_of_this_writer_alone(as_regisseur, as_buddy, plan, regisseur):
    answer = as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Eerst rust."})
    assert answer.status_code == 200
    assert set(answer.json()) == {"bewaard_op", "standen"}
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    assert "Eerst rust." in as_regisseur.get(address(plan, "koers")).content.decode()
    assert "Eerst rust." not in as_buddy.get(address(plan, "koers")).content.decode()
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == ""


def test_autosave_keeps_a_half_typed_date(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "interventies"), {"lijst-toevoegen": "interventies"})
    key = mine(regisseur)["interventies"]["interventies"][0]["id"]
    answer = as_regisseur.post(
        address(plan, "interventies", "bewaren"), {"interventies": ["", key], f"interventies.{key}.termijn": "31-1"}
    )
    assert answer.status_code == 200
    assert mine(regisseur)["interventies"]["interventies"][0]["termijn"] == "31-1"


def test_autosave_refuses_only_what_is_too_long_and_says_so(as_regisseur, plan):
    answer = as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "x" * (MAX_TEKST + 1)})
    assert answer.status_code == 422
    assert "te lang" in answer.json()["melding"]
    assert not Werktekst.objects.exists()


def test_autosave_of_an_untouched_form_makes_no_working_text(as_regisseur, plan, lid):
    for section in plan.stuksoort.onderdelen:
        data = form_of(as_regisseur, address(plan, section.code))
        assert as_regisseur.post(address(plan, section.code, "bewaren"), data).status_code == 200
    assert not Werktekst.objects.exists()


def test_autosave_shows_no_text_and_is_no_look(as_regisseur, plan, regisseur, lid):
    save_by(regisseur, plan, "opgave", nu="Thuiszitten sinds mei.")
    before = looks()
    answer = as_regisseur.post(address(plan, "opgave", "bewaren"), {"afstand": "Een grote afstand."})
    assert "Thuiszitten" not in answer.content.decode()
    assert "grote afstand" not in answer.content.decode()
    assert looks() == before


def test_autosave_answers_with_the_states_as_they_are_now(as_regisseur, plan, lid):
    page = as_regisseur.get(address(plan)).content.decode()
    answers = {"mandaat.politie.antwoord": "ja", "geloof.politie.antwoord": "ja"}
    posted = {"ambitie": "Samen.", "nu": "Thuis.", "afstand": "Groot.", **answers}
    states = as_regisseur.post(address(plan, "opgave", "bewaren"), posted).json()["standen"]
    assert "Dit is een opgave." in states
    assert "1 van 9 onderdelen volledig" in states
    identities = re.findall(r'id="([^"]+)"', states)
    assert {"stand-opgave", "stand-telling", "oordeel", "voorwaarde-1", "voorwaarde-2"} <= set(identities)
    assert all(page.count(f'id="{identity}"') == 1 for identity in identities)


def test_working_text_that_is_like_the_version_again_is_gone(as_regisseur, plan):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Toch niet."})
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": ""})
    assert not Werktekst.objects.exists()


def test_a_form_with_an_error_is_sent_whole_and_another_only_where_touched(as_regisseur, plan):
    assert "data-touched-only" in as_regisseur.get(address(plan, "koers")).content.decode()
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Rust.", "reden": "", "opslaan": "1"})
    assert "data-touched-only" not in response.content.decode()


def test_a_colleague_at_work_is_named_without_their_text(as_regisseur, as_buddy, plan, buddy):
    as_buddy.post(address(plan, "koers", "bewaren"), {"tekst": "geheim van buddy"})
    page = as_regisseur.get(address(plan, "opgave")).content.decode()
    assert f"{buddy.naam} bewerkt dit stuk nu ook" in page
    assert "geheim van buddy" not in page
    assert "bewerkt dit stuk nu ook" not in as_buddy.get(address(plan, "opgave")).content.decode()
    Werktekst.objects.update(bewaard_op="2020-01-01T00:00Z")
    assert "bewerkt dit stuk nu ook" not in as_regisseur.get(address(plan, "opgave")).content.decode()


# -- moving between sections ------------------------------------------------------------------------------------


def test_moving_to_another_section_keeps_what_was_typed(as_regisseur, plan, regisseur):
    data = form_of(as_regisseur, address(plan, "koers"), tekst="Eerst rust.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "naar": "doelen"})
    assert (response.status_code, response.url) == (303, address(plan, "doelen"))
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    assert "Je werkt verder in je werktekst" in as_regisseur.get(response.url).content.decode()


def test_moving_without_typing_makes_no_working_text(as_regisseur, plan):
    data = form_of(as_regisseur, address(plan, "koers"))
    assert as_regisseur.post(address(plan, "koers"), {**data, "naar": "doelen"}).status_code == 303
    assert not Werktekst.objects.exists()


def test_moving_to_a_section_that_does_not_exist_stays_here(as_regisseur, plan):
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "x", "naar": "https://elders.test/"})
    assert (response.status_code, response.url) == (303, address(plan, "koers"))


def test_too_long_a_text_is_not_lost_when_moving(as_regisseur, plan):
    long = "lang " * 5000
    response = as_regisseur.post(address(plan, "koers"), {"tekst": long, "naar": "doelen", "reden": "Mijn reden"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Deze tekst is te lang: 25000 tekens." in page
    assert long in page
    assert 'value="Mijn reden"' in page
    assert not Werktekst.objects.exists()


# -- lists ------------------------------------------------------------------------------------------------------


def test_an_intervention_is_added_and_removed_without_script(as_regisseur, plan, regisseur):
    url = address(plan, "interventies")
    response = as_regisseur.post(url, {"interventies": "", "lijst-toevoegen": "interventies"})
    (first,) = mine(regisseur)["interventies"]["interventies"]
    assert (response.status_code, response.url) == (303, f"{url}?item={first['id']}")
    data = form_of(as_regisseur, response.url, **{f"interventies.{first['id']}.titel": "Werk"})
    response = as_regisseur.post(url, {**data, "lijst-toevoegen": "interventies"})
    titles = [found["titel"] for found in mine(regisseur)["interventies"]["interventies"]]
    assert titles == ["Werk", ""]
    data = form_of(as_regisseur, response.url)
    response = as_regisseur.post(url, {**data, "lijst-verwijderen": f"interventies.{first['id']}"})
    assert response.status_code == 303
    assert [found["titel"] for found in mine(regisseur)["interventies"]["interventies"]] == [""]


def test_a_full_list_takes_no_more_and_loses_nothing(as_regisseur, plan, toegang, regisseur):
    items = [item(titel=f"Nummer {n}") for n in range(MAX_ITEMS)]
    opslaan(toegang, plan, {**plan.inhoud, "interventies": {"interventies": items}}, reden="x", basis=plan.gewijzigd_in)
    url = address(plan, "interventies")
    data = form_of(as_regisseur, url, **{f"interventies.{items[0]['id']}.titel": "Anders"})
    response = as_regisseur.post(url, {**data, "lijst-toevoegen": "interventies", "reden": "Mijn reden"})
    assert response.status_code == 422
    assert "er passen er 50 in" in response.content.decode()
    assert mine(regisseur)["interventies"]["interventies"][0]["titel"] == "Anders"


def test_fifty_full_interventions_fit_in_one_post():
    fields = MAX_ITEMS * (len(INTERVENTIES.velden[0].velden) + 1)
    assert fields + 10 < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE > 200_000 * 12


# -- saving -----------------------------------------------------------------------------------------------------


def test_saving_makes_one_version_of_all_sections_and_shows_the_way_to_the_difference(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "doelen", "bewaren"), {"kort": "Rust.", "lang": "Werk."})
    data = form_of(as_regisseur, address(plan, "koers"), tekst="Eerst rust.", reden="Na het UVO.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "opslaan": "1"})
    assert (response.status_code, response.url) == (303, around(plan, "stuk"))
    saved = Stuk.objects.get(pk=plan.pk)
    assert saved.inhoud["koers"] == {"tekst": "Eerst rust."}
    assert saved.inhoud["doelen"]["kort"] == "Rust."
    assert saved.gewijzigd_in == plan.gewijzigd_in + 1
    assert Dossierversie.objects.get(nummer=saved.gewijzigd_in).reden == "Na het UVO."
    assert not Werktekst.objects.exists()
    stored = str(next(iter(response.wsgi_request._messages)))
    assert f"Versie {saved.gewijzigd_in} is opgeslagen." in stored
    assert f"{around(plan, 'vergelijken')}?van={plan.gewijzigd_in}&amp;tot={saved.gewijzigd_in}" in stored
    assert (
        as_regisseur.get(f"{around(plan, 'vergelijken')}?van={plan.gewijzigd_in}&tot={saved.gewijzigd_in}").status_code
        == 200
    )


def test_the_enter_key_in_the_reason_saves_and_elsewhere_keeps(as_regisseur, plan, regisseur):
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Eerst rust.", "invoer": "1", "reden": ""})
    assert (response.status_code, response.url) == (303, address(plan, "koers"))
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Eerst rust.", "invoer": "1", "reden": "Klaar."})
    assert response.url == around(plan, "stuk")


def test_the_enter_key_never_presses_a_button_that_throws_text_away(as_regisseur, plan, buddy):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Eerst rust."})
    save_by(buddy, plan, "koers", tekst="Van buddy.")
    page = as_regisseur.get(address(plan, "koers")).content.decode()
    form = page[page.index('<form id="plan"') : page.index("</form>", page.index('<form id="plan"'))]
    buttons = [tag for tag in re.findall(r"<button[^>]*>", page) if 'form="plan"' in tag or tag in form]
    assert 'name="invoer"' in buttons[0]
    assert any("formaction" in tag for tag in buttons)


@pytest.mark.parametrize(
    ("reden", "words"), [("", "Schrijf op wat er veranderde"), ("x" * (MAX_REDEN + 1), "hooguit 500 tekens")]
)
def test_without_a_good_reason_nothing_is_saved_and_nothing_is_lost(as_regisseur, plan, regisseur, reden, words):
    before = looks()
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Eerst rust.", "reden": reden, "opslaan": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert 'href="#id_reden"' in page
    assert 'id="id_reden_error"' in page
    assert "Eerst rust." in page
    assert mine(regisseur)["koers"]["tekst"] == "Eerst rust."
    assert Stuk.objects.get(pk=plan.pk).gewijzigd_in == plan.gewijzigd_in
    assert looks() == before + 1


def test_saving_what_did_not_change_says_so_and_keeps_the_reason(as_regisseur, plan):
    data = form_of(as_regisseur, address(plan, "koers"), reden="Mijn reden")
    response = as_regisseur.post(address(plan, "koers"), {**data, "opslaan": "1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Er is niets veranderd sinds de laatste versie." in page
    assert 'value="Mijn reden"' in page


def test_a_wrong_date_keeps_the_plan_from_becoming_a_version(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "interventies"), {"lijst-toevoegen": "interventies"})
    key = mine(regisseur)["interventies"]["interventies"][0]["id"]
    data = {"interventies": ["", key], f"interventies.{key}.termijn": "31-2-2027", "reden": "x", "opslaan": "1"}
    response = as_regisseur.post(address(plan, "interventies"), data)
    page = response.content.decode()
    assert response.status_code == 422
    assert "bijvoorbeeld 31-1-2027" in page
    assert 'value="31-2-2027"' in page
    # and from another section, with a link to where it is
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Rust.", "reden": "x", "opslaan": "1"})
    assert response.status_code == 422
    assert f'<a href="{address(plan, "interventies")}">Interventies</a>' in response.content.decode()
    assert Stuk.objects.get(pk=plan.pk).gewijzigd_in == plan.gewijzigd_in


def test_a_closed_dossier_takes_no_new_version_and_keeps_the_text(as_regisseur, plan, regisseur):
    Dossier.objects.update(staat=DossierStaat.AFGESLOTEN)
    assert "Dit dossier is afgesloten." in as_regisseur.get(address(plan, "koers")).content.decode()
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Rust.", "reden": "x", "opslaan": "1"})
    assert response.status_code == 422
    assert "Er kan niets meer bij." in response.content.decode()
    assert mine(regisseur)["koers"]["tekst"] == "Rust."


def test_a_free_document_is_edited_in_the_same_way(as_regisseur, toegang):
    document = toevoegen(toegang, "document", reden="Notitie.")
    url = address(document, "tekst")
    data = form_of(
        as_regisseur, url, titel="Verslag", tekst="Alinea.\n\n- punt", labels="school, familie", reden="Klaar."
    )
    assert as_regisseur.post(url, {**data, "opslaan": "1"}).status_code == 303
    document.refresh_from_db()
    assert document.titel == "Verslag"
    assert document.inhoud["tekst"] == {
        "titel": "Verslag",
        "tekst": "Alinea.\n\n- punt",
        "labels": ["school", "familie"],
    }


def test_the_last_partner_of_an_organisation_leaves_and_the_answer_stays(as_regisseur, plan, lid, toegang):
    answers = {"mandaat.politie.antwoord": "nog-niet", "mandaat.politie.nodig": "Meer tijd."}
    as_regisseur.post(address(plan), {**answers, "reden": "Gevraagd.", "opslaan": "1"})
    taak = plan.dossier.team.get(gebruiker=lid)
    teamlid_beeindigen(toegang, taak.pk, reden="Andere baan.")
    page = as_regisseur.get(address(plan)).content.decode()
    assert "Antwoorden van partners die niet meer in het team zitten" in page
    as_regisseur.post(address(plan), {"nu": "Thuis.", "reden": "Bijgewerkt.", "opslaan": "1"})
    assert Stuk.objects.get(pk=plan.pk).inhoud["opgave"]["mandaat"]["politie"]["nodig"] == "Meer tijd."


# -- working text -----------------------------------------------------------------------------------------------


def test_throwing_away_brings_the_last_version_back(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Weg ermee."})
    page = as_regisseur.get(address(plan, "koers")).content.decode()
    assert f'formaction="{around(plan, "werktekst-weggooien")}"' in page
    response = as_regisseur.post(around(plan, "werktekst-weggooien"))
    assert (response.status_code, response.url) == (303, around(plan, "stuk"))
    assert "Weg ermee." not in as_regisseur.get(address(plan, "koers")).content.decode()


def test_throwing_away_leaves_the_text_of_a_colleague(as_regisseur, as_buddy, plan, buddy):
    as_buddy.post(address(plan, "koers", "bewaren"), {"tekst": "Van buddy."})
    as_regisseur.post(around(plan, "werktekst-weggooien"))
    assert mine(buddy)["koers"]["tekst"] == "Van buddy."


def test_a_newer_version_is_told_while_writing(as_regisseur, plan, buddy):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Van mij."})
    versie = save_by(buddy, plan, "doelen", kort="Rust.")
    page = as_regisseur.get(address(plan, "koers")).content.decode()
    assert f"{buddy.naam} heeft versie {versie.nummer} opgeslagen" in page
    assert "Teksten samenvoegen" in page
    response = as_regisseur.post(address(plan, "koers"), {"tekst": "Van mij, meer.", "samenvoegen": "1"})
    assert response.url == around(plan, "samenvoegen")
    assert Werktekst.objects.get().inhoud["koers"]["tekst"] == "Van mij, meer."


def test_an_old_form_without_changes_brings_no_old_text_back(as_regisseur, plan, buddy):
    data = form_of(as_regisseur, address(plan, "koers"))
    save_by(buddy, plan, "koers", tekst="Van buddy.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "naar": "doelen"})
    assert response.status_code == 303
    assert not Werktekst.objects.exists()


def test_an_old_form_overwrites_no_newer_version(as_regisseur, plan, buddy):
    data = form_of(as_regisseur, address(plan, "koers"), tekst="Van mij.", reden="Klaar.")
    save_by(buddy, plan, "koers", tekst="Van buddy.")
    response = as_regisseur.post(address(plan, "koers"), {**data, "opslaan": "1"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Van buddy." in page
    assert "Van mij." in page
    assert 'value="Klaar."' in page
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Van buddy."


def test_a_window_left_open_since_an_older_version_leads_to_the_merge_screen(as_regisseur, plan, regisseur):
    old = form_of(as_regisseur, address(plan, "koers"), tekst="Oud venster.")
    save_by(regisseur, plan, "koers", tekst="Eerst rust.")
    new = form_of(as_regisseur, address(plan, "doelen"), kort="Rust.")
    as_regisseur.post(address(plan, "doelen", "bewaren"), new)
    as_regisseur.post(address(plan, "koers", "bewaren"), old)
    page = as_regisseur.get(address(plan, "doelen")).content.decode()
    assert "Je hebt zelf versie" in page
    response = as_regisseur.post(address(plan, "doelen"), {**new, "reden": "x", "opslaan": "1"})
    assert response.status_code == 409
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Eerst rust."


@pytest.mark.parametrize("basis", ["", "0", "-1", "999", "x", "²", "9" * 400])
def test_a_forged_base_version_is_no_error(as_regisseur, plan, basis):
    data = {"tekst": "Rust.", "basis": basis}
    assert as_regisseur.post(address(plan, "koers", "bewaren"), data).status_code == 200
    assert Werktekst.objects.get().basis == plan.gewijzigd_in


def test_working_text_keeps_the_oldest_version_it_began_from(toegang, plan, regisseur):
    save_by(regisseur, plan, "koers", tekst="Eerst rust.")
    stuk = Stuk.objects.get(pk=plan.pk)
    werkteksten.bewaren(toegang, stuk, "koers", {"tekst": "a"}, basis=stuk.gewijzigd_in)
    assert (
        werkteksten.bewaren(toegang, stuk, "koers", {"tekst": "b"}, basis=plan.gewijzigd_in).basis == plan.gewijzigd_in
    )
    assert werkteksten.bewaren(toegang, stuk, "koers", {"tekst": "c"}).basis == plan.gewijzigd_in


def test_the_reason_is_kept_while_sections_are_written_and_after_the_tab_was_closed(as_regisseur, plan, regisseur):
    url = address(plan, "interventies")
    response = as_regisseur.post(url, {"interventies": "", "lijst-toevoegen": "interventies", "reden": "Na het UVO."})
    assert 'value="Na het UVO."' in as_regisseur.get(response.url).content.decode()
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Rust."})
    as_regisseur.post(address(plan, "koers", "bewaren"), {"reden": "Na het UVO van mei."})
    assert 'value="Na het UVO van mei."' in as_regisseur.get(address(plan, "opgave")).content.decode()
    # the browser leaves out what was not touched: the kept reason counts
    assert as_regisseur.post(address(plan, "koers"), {"tekst": "Rust!", "opslaan": "1"}).status_code == 303
    assert Dossierversie.objects.order_by("-nummer")[0].reden == "Na het UVO van mei."


def test_a_reason_alone_makes_no_working_text(as_regisseur, plan):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"reden": "Zomaar."})
    assert not Werktekst.objects.exists()


def test_a_reason_that_is_too_long_is_not_kept_and_keeps_nothing_else_out(as_regisseur, plan, regisseur):
    as_regisseur.post(address(plan, "koers", "bewaren"), {"tekst": "Rust.", "reden": "x" * (MAX_REDEN + 1)})
    assert mine(regisseur)["koers"]["tekst"] == "Rust."
    assert Werktekst.objects.get().reden == ""


# -- hostile ----------------------------------------------------------------------------------------------------


def test_hostile_text_is_never_markup(as_regisseur, plan, regisseur, make_user, toegang):
    organisatie = Organisatie.objects.create(code="vijandig", naam=HOSTILE[:100], soort="kernpartner")
    member = make_user("vijandig")
    User.objects.filter(pk=member.pk).update(naam=HOSTILE[:100])
    teamlid_toevoegen(toegang, member, organisatie, reden="x")
    for onderdeel, values in (
        ("opgave", {"nu": HOSTILE, "mandaat.vijandig.antwoord": "nog-niet", "mandaat.vijandig.nodig": HOSTILE}),
        ("koers", {"tekst": HOSTILE}),
    ):
        as_regisseur.post(address(plan, onderdeel, "bewaren"), values)
        response = as_regisseur.post(address(plan, onderdeel), {**values, "reden": "", "opslaan": "1"})
        for page in (response.content.decode(), as_regisseur.get(address(plan, onderdeel)).content.decode()):
            assert "alert(1)" in page
            assert "<script>alert" not in page
            assert "<img src=x" not in page


@pytest.mark.parametrize("value", ["nee<script>alert(1)</script>", "", "interventies.../..", "x" * 5000])
@pytest.mark.parametrize("name", ["lijst-toevoegen", "lijst-verwijderen", "naar", "opslaan", "invoer", "samenvoegen"])
def test_a_forged_button_is_no_error(as_regisseur, plan, name, value):
    response = as_regisseur.post(address(plan, "interventies"), {name: value})
    assert response.status_code in (303, 422)


def test_a_post_with_too_many_fields_gets_a_clear_answer(as_regisseur, plan):
    many = {f"veld{n}": "x" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    for url in (address(plan), address(plan, "opgave", "bewaren")):
        response = as_regisseur.post(url, many)
        assert response.status_code == 400
        assert "te groot of niet volledig" in response.content.decode()


def test_a_post_that_is_too_big_gets_a_clear_answer(as_regisseur, plan):
    big = "nu=" + "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    response = as_regisseur.post(address(plan), big, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 400
