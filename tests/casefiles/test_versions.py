"""Dossierversies: made, read, chained, restored."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from casefiles import access
from casefiles.actions.fase_overgaan import fase_overgaan
from casefiles.actions.stuk import herstellen, opslaan, toevoegen
from casefiles.exceptions import NietsVeranderd, RedenOntbreekt, VersieConflict
from casefiles.models import Dossierversie, Stuk, Stukversie
from casefiles.models.versie import OnveranderlijkError
from casefiles.versions.compare import compare_versies
from casefiles.versions.reading import get_versie, stuk_in, stukken_in
from casefiles.versions.verify import verify_dossier
from casefiles.versions.words import Soort, word_diff
from knowledge.fases import Fase

pytestmark = pytest.mark.django_db


def with_koers(stuk: Stuk, tekst: str) -> dict:
    return {**stuk.inhoud, "koers": {"tekst": tekst}}


def save(toegang: access.Toegang, stuk: Stuk, tekst: str) -> Dossierversie:
    stuk = Stuk.objects.get(pk=stuk.pk)
    return opslaan(toegang, stuk, with_koers(stuk, tekst), reden="Koers bijgesteld.", basis=stuk.gewijzigd_in)


def test_opening_a_dossier_makes_version_1(dossier):
    assert [v.nummer for v in Dossierversie.objects.filter(dossier=dossier)] == [1]


def test_saving_a_stuk_makes_the_next_version_with_a_reversion_row(toegang, plan):
    versie = save(toegang, plan, "Eerst rust.")
    assert versie.nummer == 3
    row = Stukversie.objects.get(versie=versie, stuk=plan)
    assert row.opslag.revision.dossierversie == versie
    assert "Eerst rust." in row.opslag.serialized_data


def test_each_version_reads_exactly_as_saved(toegang, plan):
    texts = ["Eerst rust.", "Dan werk.", "Daarna een huis."]
    numbers = [save(toegang, plan, text).nummer for text in texts]
    for number, text in zip(numbers, texts, strict=True):
        old = stukken_in(toegang, get_versie(toegang, number))
        assert [s.inhoud["koers"]["tekst"] for s in old] == [text]


def test_a_version_before_the_stuk_existed_does_not_have_it(toegang, plan):
    assert stukken_in(toegang, get_versie(toegang, 1)) == []


def test_a_stale_form_saves_nothing(toegang, plan):
    basis = plan.gewijzigd_in
    save(toegang, plan, "Van de buddy.")
    with pytest.raises(VersieConflict):
        opslaan(toegang, plan, with_koers(plan, "Van mij."), reden="Koers.", basis=basis)
    assert Stuk.objects.get(pk=plan.pk).inhoud["koers"]["tekst"] == "Van de buddy."


def test_a_save_needs_a_reason_and_a_change(toegang, plan):
    with pytest.raises(RedenOntbreekt):
        opslaan(toegang, plan, with_koers(plan, "x"), reden="  ", basis=plan.gewijzigd_in)
    with pytest.raises(NietsVeranderd):
        opslaan(toegang, plan, plan.inhoud, reden="Niets.", basis=plan.gewijzigd_in)


def test_restore_makes_a_new_version_with_the_old_content_and_leaves_the_rest(toegang, plan):
    first = save(toegang, plan, "Eerst rust.")
    save(toegang, plan, "Iets anders.")
    overgang = fase_overgaan(toegang, Fase.FASE_2, datum=first.moment.date(), reden="Doelen gehaald.")
    versie = herstellen(toegang, plan, first.nummer, reden="De eerste koers was beter.")
    plan.refresh_from_db()
    assert plan.inhoud["koers"]["tekst"] == "Eerst rust."
    assert versie.hersteld_van == first.nummer
    toegang.dossier.refresh_from_db()
    assert toegang.dossier.fase == overgang.naar_fase
    assert get_versie(toegang, versie.nummer).teamstand_id == overgang.versie.teamstand_id


def test_versions_cannot_be_rewritten_through_the_orm(dossier):
    with pytest.raises(OnveranderlijkError):
        Dossierversie.objects.filter(dossier=dossier).update(reden="iets anders")
    with pytest.raises(OnveranderlijkError):
        Stukversie.objects.all().delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE casefiles_dossierversie SET reden = 'iets anders'",
        "DELETE FROM casefiles_stukversie",
        "UPDATE reversion_version SET serialized_data = '[]'",
        "DELETE FROM audit_inzageregel",
        "UPDATE handelingskader_leidraadstand SET regels = '[1]'",
    ],
)
def test_the_database_refuses_to_rewrite_history(toegang, plan, statement):
    from django.db import connection

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_each_version_is_chained_to_the_one_before(toegang, plan):
    save(toegang, plan, "Eerst rust.")
    toegang.dossier.refresh_from_db()
    assert verify_dossier(toegang.dossier) == []


@pytest.mark.breaks_history
def test_a_save_outside_a_version_is_found(toegang, plan):
    plan.inhoud = with_koers(plan, "stiekem")
    plan.save()
    toegang.dossier.refresh_from_db()
    assert verify_dossier(toegang.dossier) == ["stuk plan-van-aanpak is buiten een versie om opgeslagen"]


def test_two_versions_are_compared_word_by_word(toegang, plan):
    a = save(toegang, plan, "Eerst rust in het contact.")
    b = save(toegang, plan, "Eerst vertrouwen in het contact.")
    (verschil,) = compare_versies(
        stukken_in(toegang, get_versie(toegang, a.nummer)), stukken_in(toegang, get_versie(toegang, b.nummer)), {}
    )
    delen = verschil.onderdelen[0].velden[0].delen
    assert [(d.soort, d.tekst) for d in delen if d.soort is not Soort.GELIJK] == [
        (Soort.WEG, "rust"),
        (Soort.NIEUW, "vertrouwen"),
    ]


def test_word_diff_keeps_both_texts():
    before, after = "Een <b>zin</b>.\nTwee.", "Een andere zin.\nTwee!"
    parts = word_diff(before, after)
    assert "".join(d.tekst for d in parts if d.soort is not Soort.WEG) == after
    assert "".join(d.tekst for d in parts if d.soort is not Soort.NIEUW) == before


def test_one_stuk_reads_as_it_was(toegang, plan):
    first = save(toegang, plan, "Eerst rust.")
    save(toegang, plan, "Anders.")
    toevoegen(toegang, "document", reden="Notitie.", inhoud={"tekst": {"titel": "Notitie", "tekst": "x", "labels": []}})
    assert stuk_in(toegang, plan, first.nummer).inhoud["koers"]["tekst"] == "Eerst rust."
