"""The editing workspace: what it shows and who may not come in."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from accounts.rollen import SiteRol
from audit.models import InzageRegel
from casefiles import access
from casefiles.actions.stuk import opslaan, toevoegen
from casefiles.actions.team import teamlid_toevoegen, toewijzen
from casefiles.choices import Rol
from casefiles.models import Organisatie, Stuk, Werktekst

from .editing import address, around, looks, save_by
from .test_forms_onderdeel import HOSTILE, item

pytestmark = pytest.mark.django_db
QUERIES_OF_THE_SCREEN = 17
SECTIONS = ["opgave", "zorgen", "koers", "interventies", "nieuwe-focus"]


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
