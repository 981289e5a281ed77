"""Two versions beside each other: of one stuk, and of the whole dossier."""

from __future__ import annotations

import time

import pytest

from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.actions.stuk import delen
from casefiles.actions.team import teamlid_beeindigen, teamlid_toevoegen
from casefiles.choices import Zichtbaarheid
from casefiles.models import Stuk, Teamlidmaatschap
from casefiles.versions.words import MAX_PAIRS, Soort, word_diff
from knowledge.fases import Fase

from .reading_scenes import document, koers, reader, save
from .scenes import interventie, looks

pytestmark = pytest.mark.django_db


@pytest.fixture
def teamlid(make_user, toegang, politie):
    user = make_user("teamlid")
    teamlid_toevoegen(toegang, user, politie, reden="Politie sluit aan.")
    return user


# -- of one stuk ------------------------------------------------------------------------------------------------


def test_the_newest_version_is_compared_with_the_one_before_word_by_word(regisseur, dossier, toegang, plan):
    koers(toegang, plan, "Eerst rust in het contact.")
    koers(toegang, plan, "Eerst vertrouwen in het contact.")
    page = reader(regisseur, dossier).page("vergelijken", "plan-van-aanpak")
    assert "Eerst <del>rust</del><ins>vertrouwen</ins> in het contact." in page
    assert "1 woord erbij, 1 woord weg." in page


def test_any_two_versions_can_be_asked_for_and_the_older_stands_first(regisseur, dossier, toegang, plan):
    first = koers(toegang, plan, "Rust.").nummer
    koers(toegang, plan, "Iets anders.")
    last = koers(toegang, plan, "Werk.").nummer
    page = reader(regisseur, dossier).page("vergelijken", "plan-van-aanpak", query=f"?van={last}&tot={first}")
    assert "<del>Rust</del><ins>Werk</ins>." in page
    assert "omgedraaid" in page


def test_two_versions_that_read_the_same_say_so(regisseur, dossier, toegang, plan):
    versie = koers(toegang, plan, "Rust.").nummer
    document(toegang, "Iets anders in het dossier")
    page = reader(regisseur, dossier).page("vergelijken", "plan-van-aanpak", query=f"?van={versie}&tot={versie + 1}")
    assert "Er is niets veranderd" in page


def test_a_stuk_with_one_version_has_nothing_to_compare(regisseur, dossier, plan):
    assert "Er is nog niets te vergelijken" in reader(regisseur, dossier).page("vergelijken", "plan-van-aanpak")


ODD_PAIRS = [
    "?van=999&tot=1000",
    "?van=2&tot=999999999",
    "?van=99999999999999999999999999&tot=2",
    "?van=abc&tot=2",
    "?van=-1&tot=2",
    "?van=0&tot=2",
    "?van=2&tot=2",
    "?van=%C2%B2&tot=2",
    "?van=1&tot=2",
    "?van=%00&tot=2",
]


@pytest.mark.parametrize("query", ODD_PAIRS)
def test_versions_that_cannot_be_compared_get_a_clear_answer(regisseur, dossier, toegang, plan, query):
    koers(toegang, plan, "Rust.")
    page = reader(regisseur, dossier).page("vergelijken", "plan-van-aanpak", query=query, status=404)
    assert "Kies" in page


@pytest.mark.parametrize("query", [query for query in ODD_PAIRS if query != "?van=1&tot=2"])
def test_dossierversies_that_cannot_be_compared_get_a_clear_answer(regisseur, dossier, toegang, plan, query):
    koers(toegang, plan, "Rust.")
    page = reader(regisseur, dossier).page("versies-vergelijken", query=query, status=404)
    assert "Kies" in page


def test_a_teamlid_compares_within_the_own_period_only(dossier, toegang, plan, make_user, politie):
    before = koers(toegang, plan, "GEHEIM VAN VROEGER.").nummer
    koers(toegang, plan, "Rust.")
    user = make_user("later")
    teamlid_toevoegen(toegang, user, politie, reden="Sluit aan.")
    joined = Stuk.objects.get(pk=plan.pk).dossier.laatste_versie
    after = koers(toegang, plan, "Werk.").nummer
    asked = reader(user, dossier)
    assert "<del>Rust</del><ins>Werk</ins>" in asked.page(
        "vergelijken", "plan-van-aanpak", query=f"?van={joined}&tot={after}"
    )
    for name, args in (("vergelijken", ["plan-van-aanpak"]), ("versies-vergelijken", [])):
        page = asked.page(name, *args, query=f"?van={before}&tot={after}", status=404)
        assert "GEHEIM" not in page


def test_a_comparison_is_one_row_that_names_both_versions(regisseur, dossier, toegang, plan):
    versie = koers(toegang, plan, "Rust.").nummer
    reader(regisseur, dossier).page("vergelijken", "plan-van-aanpak")
    (row,) = looks(dossier=dossier.nummer)
    assert row.bijzonderheden == {"versie": versie, "naast_versie": plan.gewijzigd_in}


# -- of the whole dossier ---------------------------------------------------------------------------------------


def test_two_dossierversies_show_stukken_team_and_fase(regisseur, dossier, toegang, plan, teamlid):
    document(toegang, "Afspraken eerste UVO", "We bellen elkaar.")
    koers(toegang, plan, "Rust.")
    last = fase_overgaan(toegang, Fase.FASE_2, datum=dossier.aangemaakt_op.date(), reden="Doelen gehaald.").versie
    page = reader(regisseur, dossier).page("versies-vergelijken", query=f"?van=2&tot={last.nummer}")
    assert "Afspraken eerste UVO" in page
    assert "Erbij" in page
    assert "<ins>Rust.</ins>" in page
    assert "<ins>Fase 2</ins>" in page
    assert "<ins>Teamlid Test, lid van het interventieteam, Politie</ins>" in page
    assert "Bij beide versies gold dezelfde tekst van het handelingskader." in page


def test_who_left_the_team_is_shown_as_gone(regisseur, dossier, toegang, plan, teamlid):
    taak = Teamlidmaatschap.objects.get(gebruiker=teamlid)
    teamlid_beeindigen(toegang, taak.pk, reden="Klaar.")
    page = reader(regisseur, dossier).page("versies-vergelijken")
    assert "<del>Teamlid Test, lid van het interventieteam, Politie</del>" in page


def test_a_teamlid_sees_no_difference_of_what_is_for_regisseurs_only(dossier, toegang, plan, teamlid):
    document(toegang, "GEHEIME TITEL", "GEHEIME TEKST", alleen_regie=True, reden="GEHEIME REDEN")
    last = koers(toegang, plan, "Rust.").nummer
    asked = reader(teamlid, dossier)
    for query in ("", f"?van={last - 2}&tot={last}"):
        assert "GEHEIME" not in asked.page("versies-vergelijken", query=query)
    assert "GEHEIME" not in asked.page("versies-vergelijken", query=f"?van={last - 1}&tot={last}", status=404)


def test_what_was_there_before_the_own_period_is_not_called_new(make_user, dossier, toegang, politie):
    stuk = document(toegang, "Notitie", "Oude tekst.")
    user = make_user("later")
    teamlid_toevoegen(toegang, user, politie, reden="Sluit aan.")
    save(toegang, stuk, tekst={"titel": "Notitie", "tekst": "Nieuwe tekst.", "labels": []})
    page = reader(user, dossier).page("versies-vergelijken")
    assert "Voor jou voor het eerst te lezen" in page
    assert "Oude tekst" not in page


def test_hiding_a_stuk_hides_its_old_versions_too(dossier, toegang, teamlid):
    """A bug: what the team could read once stayed readable in old versions after the stuk was hidden."""
    stuk = document(toegang, "Notitie", "GEHEIM", reden="GEHEIME REDEN")
    shown = stuk.gewijzigd_in
    asked = reader(teamlid, dossier)
    assert "GEHEIM" in asked.page("versie", shown)
    last = delen(toegang, stuk, Zichtbaarheid.REGISSEURS, reden="Toch niet.").nummer
    assert asked.status("stuk-versie", stuk.kenmerk, shown) == 404
    for name, args in (("versies", []), ("versies-vergelijken", [])):
        assert "GEHEIM" not in asked.page(name, *args)
    assert asked.status("versie", shown) == asked.status("versie", last) == 404


def test_comparing_takes_a_fixed_number_of_queries(regisseur, dossier, toegang, plan, django_assert_num_queries):
    asked = reader(regisseur, dossier)
    koers(toegang, plan, "Rust.")
    asked.page("versies-vergelijken")
    for number in range(2):
        last = Stuk.objects.get(pk=plan.pk).dossier.laatste_versie
        with django_assert_num_queries(18):
            asked.page("versies-vergelijken", query=f"?van=2&tot={last}")
        with django_assert_num_queries(18):
            asked.page("vergelijken", "plan-van-aanpak", query=f"?van=2&tot={last}")
        if not number:
            for n in range(5):
                document(toegang, f"Document {n}")
            save(toegang, plan, interventies={"interventies": [interventie(f"Nummer {n}", n) for n in range(20)]})


# -- words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (". " * 2000, "a. " * 1900),
        ("a " * 9000, "b " * 9000),
        ("w u " * 3000, "u w " * 3000),
        ("x\n" * 9000, "y\nx\n" * 6000),
    ],
)
def test_a_difference_takes_a_bounded_time_whatever_the_texts(before, after):
    """A bug: two texts of one repeated word took minutes."""
    start = time.monotonic()
    parts = word_diff(before, after)
    assert time.monotonic() - start < 2
    assert "".join(part.tekst for part in parts if part.soort is not Soort.WEG) == after
    assert "".join(part.tekst for part in parts if part.soort is not Soort.NIEUW) == before


def test_a_long_text_is_still_compared_by_word():
    words = [f"woord{number % 900}" for number in range(9000)]
    words[::30] = [f"uniek{number}" for number in range(300)]
    changed = [*words]
    changed[4500] = "anders"
    assert len(words) ** 2 / 900 > MAX_PAIRS
    parts = [part for part in word_diff(" ".join(words), " ".join(changed)) if part.soort is not Soort.GELIJK]
    assert [part.tekst for part in parts] == [words[4500], "anders"]


def test_the_space_behind_a_changed_word_is_no_part_of_the_change():
    assert [(part.soort, part.tekst) for part in word_diff("Eerst rust", "Eerst rust en werk")] == [
        (Soort.GELIJK, "Eerst rust"),
        (Soort.NIEUW, " en werk"),
    ]
