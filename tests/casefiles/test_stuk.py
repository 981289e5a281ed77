"""Reading a stuk and beginning one."""

from __future__ import annotations

import pytest

from accounts.rollen import SiteRol
from casefiles import access
from casefiles.actions.stuk import delen
from casefiles.actions.team import teamlid_toevoegen
from casefiles.actions.werktekst import bewaren
from casefiles.choices import Zichtbaarheid
from casefiles.models import Stuk
from casefiles.presentation.leesvorm import leesvorm
from casefiles.presentation.tekst import Blok, blokken
from casefiles.stuksoorten import SOORTEN

from .reading_scenes import document, inhoud_van_document, koers, reader, save
from .scenes import interventie, looks

pytestmark = pytest.mark.django_db
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(1)">'


@pytest.fixture
def teamlid(make_user, toegang, politie):
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Politie sluit aan.")
    return user


def test_the_plan_is_read_with_every_section_and_a_way_to_edit_each(regisseur, dossier, toegang, plan):
    koers(toegang, plan, "Eerst rust.\n\n- Elke week bellen\n- Vast gezicht")
    page = reader(regisseur, dossier).page("stuk", "plan-van-aanpak")
    assert "<p>Eerst rust.</p>" in page
    assert "<li>Elke week bellen</li>" in page
    assert page.count("Bewerk dit onderdeel") == 9
    assert page.count("Nog niet ingevuld") == 8
    assert "versie 3 van" in page


def test_the_answers_of_partners_stand_in_a_table_with_who_did_not_answer_yet(
    regisseur, dossier, toegang, plan, teamlid
):
    opgave = {"ambitie": "Samen verder.", "mandaat": {"ggd": {"antwoord": "nog-niet", "nodig": "Akkoord van de baas"}}}
    save(toegang, plan, opgave={**plan.inhoud["opgave"], **opgave})
    page = reader(regisseur, dossier).page("stuk", "plan-van-aanpak")
    assert "Akkoord van de baas" in page
    assert '<th scope="row" role="rowheader">Politie</th>' in page
    assert '<th scope="row" role="rowheader">ggd</th>' in page  # an unknown organisation shows its code


def test_an_interventie_names_its_organisation_beside_the_whole_team(regisseur, dossier, toegang, plan, politie):
    save(toegang, plan, interventies={"interventies": [interventie("Sportmaatje", 10, motivering="Hij vraagt erom.")]})
    page = reader(regisseur, dossier).page("stuk", "plan-van-aanpak")
    assert "1. Sportmaatje" in page
    assert "Politie <span>samen met het hele team</span>" in page
    assert "Hij vraagt erom." in page


def test_a_reader_who_may_not_write_gets_no_way_to_edit(dossier, toegang, plan, teamlid):
    page = reader(teamlid, dossier).page("stuk", "plan-van-aanpak")
    assert "Bewerk dit onderdeel" not in page
    assert "Bewerken" not in page
    assert "Delen" not in page
    assert "Geschiedenis" in page


def test_my_own_werktekst_is_announced_and_nobody_elses(regisseur, buddy, dossier, toegang, plan):
    bewaren(toegang, plan, "koers", {"tekst": "Nog niet af"})
    mine = reader(regisseur, dossier).page("stuk", "plan-van-aanpak")
    assert "Ga verder met je werktekst" in mine
    assert "Nog niet af" not in mine
    assert "werktekst" not in reader(buddy, dossier).page("stuk", "plan-van-aanpak")


def test_each_look_at_a_stuk_is_one_row_with_its_version(regisseur, dossier, plan):
    reader(regisseur, dossier).page("stuk", "plan-van-aanpak")
    (row,) = looks(dossier=dossier.nummer)
    assert (row.object, row.bijzonderheden) == ("plan-van-aanpak", {"versie": plan.gewijzigd_in})


def test_who_has_no_task_finds_no_stuk_and_leaves_no_row(buitenstaander, make_user, programmateam, dossier, plan):
    pool = make_user("collega", SiteRol.REGISSEURSPOOL)
    root = make_user("root", superuser=True)
    for user in (buitenstaander, programmateam, pool, root):
        asked = reader(user, dossier)
        for name, *args in (
            ("stuk", "plan-van-aanpak"),
            ("stuk-nieuw", "document"),
            ("delen", "plan-van-aanpak"),
            ("geschiedenis", "plan-van-aanpak"),
            ("vergelijken", "plan-van-aanpak"),
            ("stuk-versie", "plan-van-aanpak", 2),
            ("herstellen", "plan-van-aanpak", 2),
        ):
            assert asked.status(name, *args) == 404
    assert looks() == []


def test_a_document_for_regisseurs_only_does_not_exist_for_a_teamlid(dossier, toegang, teamlid):
    stuk = document(toegang, "Werknotitie", alleen_regie=True)
    absent = reader(teamlid, dossier).client.get(f"/dossiers/{dossier.nummer}/document-222222/")
    hidden = reader(teamlid, dossier).client.get(f"/dossiers/{dossier.nummer}/{stuk.kenmerk}/")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content


def test_a_document_of_before_the_own_period_is_not_read(make_user, dossier, toegang, politie):
    stuk = document(toegang, "Van vroeger")
    later = make_user("later")
    teamlid_toevoegen(toegang, later, politie, reden="Sluit aan.")
    assert reader(later, dossier).status("stuk", stuk.kenmerk) == 404
    save(toegang, stuk, **inhoud_van_document("Van vroeger", "Bijgewerkt."))
    assert reader(later, dossier).status("stuk", stuk.kenmerk) == 200


def test_hostile_text_is_shown_and_never_runs(regisseur, dossier, toegang):
    stuk = document(toegang, HOSTILE, f"{HOSTILE}\n\n- {HOSTILE}")
    page = reader(regisseur, dossier).page("stuk", stuk.kenmerk)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3


def test_a_title_never_stands_in_the_title_of_the_page(regisseur, dossier, toegang):
    stuk = document(toegang, "Gesprek met Persoon Proef")
    page = reader(regisseur, dossier).page("stuk", stuk.kenmerk)
    assert "Persoon Proef" not in page.split("</title>")[0]


def test_reading_the_plan_takes_a_fixed_number_of_queries(
    regisseur, dossier, toegang, plan, django_assert_num_queries, teamlid
):
    asked = reader(regisseur, dossier)
    asked.page("stuk", "plan-van-aanpak")
    items = [interventie(f"Nummer {n}", n) for n in range(30)]
    for number in range(2):
        with django_assert_num_queries(16):
            asked.page("stuk", "plan-van-aanpak")
        if not number:
            save(toegang, plan, interventies={"interventies": items}, koers={"tekst": "Rust."})


# -- beginning one ----------------------------------------------------------------------------------------------


def test_a_document_begins_with_title_readers_and_reason_and_goes_on_in_its_editor(regisseur, dossier, toegang):
    asked = reader(regisseur, dossier)
    answer = asked.post(
        "stuk-nieuw", "document", titel="Afspraken UVO", zichtbaarheid="regisseurs", reden="Eerste overleg."
    )
    stuk = Stuk.objects.get(dossier=dossier, soort="document")
    assert answer.status_code == 302
    assert answer.url == f"/dossiers/{dossier.nummer}/{stuk.kenmerk}/bewerken/"
    assert (stuk.titel, stuk.zichtbaarheid) == ("Afspraken UVO", Zichtbaarheid.REGISSEURS)


def test_a_document_without_reason_is_refused_and_keeps_what_was_typed(regisseur, dossier):
    answer = reader(regisseur, dossier).post(
        "stuk-nieuw", "document", titel="Afspraken", zichtbaarheid="team", reden=" "
    )
    assert answer.status_code == 422
    assert 'value="Afspraken"' in answer.content.decode()
    assert not Stuk.objects.filter(dossier=dossier).exists()


def test_the_plan_begins_once(regisseur, dossier, toegang):
    asked = reader(regisseur, dossier)
    assert "Begin: plan van aanpak." in asked.page("stuk-nieuw", "plan-van-aanpak")
    assert asked.post("stuk-nieuw", "plan-van-aanpak", reden="Begin.").status_code == 302
    again = asked.post("stuk-nieuw", "plan-van-aanpak", reden="Nog een.")
    assert again.url == f"/dossiers/{dossier.nummer}/plan-van-aanpak/"
    assert Stuk.objects.filter(dossier=dossier).count() == 1


def test_only_declared_kinds_begin_and_only_for_who_may_write(regisseur, dossier, toegang, plan, teamlid):
    assert reader(regisseur, dossier).status("stuk-nieuw", "onzin") == 404
    assert reader(teamlid, dossier).status("stuk-nieuw", "document") == 404
    assert reader(teamlid, dossier).post("stuk-nieuw", "document", titel="x", reden="y").status_code == 404


# -- the reading form -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "found"),
    [
        ("", ()),
        (" \n\n ", ()),
        ("Een.\nTwee.\n\nDrie.", (Blok(False, ("Een.", "Twee.")), Blok(False, ("Drie.",)))),
        ("- a\n – b\n• c", (Blok(True, ("a", "b", "c")),)),
        ("Kop\n- a", (Blok(False, ("Kop",)), Blok(True, ("a",)))),
        ("-geen punt\n-", (Blok(False, ("-geen punt", "-")),)),
    ],
)
def test_plain_text_reads_as_paragraphs_and_points(tekst, found):
    assert blokken(tekst) == found


def test_content_that_lacks_sections_and_fields_still_reads():
    soort = SOORTEN["plan-van-aanpak"]
    assert all(section.leeg for section in leesvorm(soort.onderdelen, {}, {}))
    odd = {"interventies": {"interventies": [{}]}, "opgave": {"mandaat": {"x": {}}, "geloof": None}}
    sections = {section.code: section for section in leesvorm(soort.onderdelen, odd, {})}
    assert sections["interventies"].velden[0].items[0].titel == "Nog zonder naam"
    assert sections["opgave"].velden[-1].rijen[0].antwoorden[0].antwoord == "Open"


def test_another_ground_never_makes_the_own_period_longer(make_user, dossier, toegang, politie):
    """A bug: who was in the programmateam as well read stukken of before the task."""
    stuk = document(toegang, "Van vroeger")
    both = make_user("beide", SiteRol.PROGRAMMATEAM)
    teamlid_toevoegen(toegang, both, politie, reden="Sluit aan.")
    assert reader(both, dossier).status("stuk", stuk.kenmerk) == 404
    assert access.get_dossier(both, dossier.nummer).sinds > stuk.gewijzigd_op


def test_sharing_with_the_team_later_does_not_open_what_was_hidden_before(dossier, toegang, teamlid):
    stuk = document(toegang, "Werknotitie", "Alleen voor ons.", alleen_regie=True, reden="Niet voor het team.")
    hidden = stuk.gewijzigd_in
    shared = delen(toegang, stuk, Zichtbaarheid.TEAM, reden="Nu wel.")
    asked = reader(teamlid, dossier)
    assert asked.status("stuk", stuk.kenmerk) == 200
    assert asked.status("stuk-versie", stuk.kenmerk, hidden) == 404
    history = asked.page("geschiedenis", stuk.kenmerk)
    assert "Niet voor het team." not in history
    assert f"Versie&nbsp;{shared.nummer}" in history
