"""Which guidance belongs where, in which order, and what was in force."""

from __future__ import annotations

import pytest

from knowledge import onderwerpen
from knowledge.fases import Fase
from knowledge.guidance import guidance_by_kind, guidance_for
from knowledge.handelingskader import leidraadstand
from knowledge.handelingskader.models import HandelingskaderPagina, Leidraadstand, LeidraadTekst
from knowledge.handelingskader.models.leidraadstand import ImmutableError

pytestmark = pytest.mark.django_db


@pytest.fixture
def all_guidance(shipped, db) -> None:
    """The shipped guidance and training."""


@pytest.mark.parametrize("fase", list(Fase))
def test_every_fase_lists_guidance_a_dilemma_a_do_or_dont_and_a_training(all_guidance, fase):
    parts = guidance_by_kind(fase)
    assert all(parts[kind] for kind in ("leidraad", "dilemmas", "dosdonts", "trainingen"))


def test_every_page_that_is_guidance_lists_its_fases(all_guidance, client, regisseur):
    client.force_login(regisseur)
    bound = HandelingskaderPagina.objects.live().filter(fase_bindingen__isnull=False).distinct()
    assert bound.count() > 25
    for page in bound:
        html = client.get(page.url).content.decode()
        for fase in page.specific.fases:
            assert str(fase.label) in html, page.sleutel


def test_every_section_of_the_forms_has_guidance_with_open_text(all_guidance):
    for onderwerp in onderwerpen.all_onderwerpen():
        cards = [card for fase in Fase for card in guidance_for(fase, onderwerp.code)]
        assert any(card.heeft_open_tekst for card in cards), onderwerp.code


def test_the_opgave_shows_its_dos_and_donts_first(all_guidance):
    cards = guidance_for(2, "plan-van-aanpak.opgave")
    assert cards[0].nummer == "3.5"
    assert cards[0].dos
    assert cards[0].samenvatting


def test_pages_without_open_text_come_last(all_guidance):
    cards = guidance_for(1)
    opens = [card.heeft_open_tekst for card in cards]
    assert opens == sorted(opens, reverse=True)
    assert not all(opens)


def test_guidance_of_another_fase_is_left_out(all_guidance):
    assert "F2a" in {card.sleutel for card in guidance_for(2, "plan-van-aanpak.opgave")}
    assert "F2a" not in {card.sleutel for card in guidance_for(1, "plan-van-aanpak.opgave")}


def test_nothing_asked_gives_nothing(all_guidance):
    assert guidance_for(None) == []
    assert guidance_for(2, "bestaat.niet") == []


def test_asking_costs_a_fixed_number_of_queries(all_guidance, django_assert_num_queries):
    guidance_for(1)
    with django_assert_num_queries(1):
        guidance_for(2, "plan-van-aanpak.opgave")
    with django_assert_num_queries(1):
        guidance_for(2)


def test_an_unpublished_page_is_no_guidance(all_guidance):
    HandelingskaderPagina.objects.get(sleutel="3.5").specific.unpublish()
    assert "3.5" not in {card.sleutel for card in guidance_for(2, "plan-van-aanpak.opgave")}


def test_a_stand_stays_as_it_was_when_pages_change_are_purged_or_deleted(all_guidance):
    before = leidraadstand.current()
    html = {card.sleutel: card.html for card in leidraadstand.cards_in(before)}
    page = HandelingskaderPagina.objects.get(sleutel="3.4").specific
    page.samenvatting = "Anders."
    page.save_revision().publish()
    after = leidraadstand.current()
    assert after.hash != before.hash
    page.revisions.all().delete()
    page.delete()
    assert {card.sleutel: card.html for card in leidraadstand.cards_in(before)} == html
    assert "Anders." in {card.samenvatting for card in leidraadstand.cards_in(after)}


def test_the_same_guidance_gives_the_same_stand(all_guidance):
    assert leidraadstand.current() == leidraadstand.current()
    assert Leidraadstand.objects.count() == 1


def test_stands_and_texts_cannot_be_rewritten(all_guidance):
    leidraadstand.current()
    with pytest.raises(ImmutableError):
        Leidraadstand.objects.all().update(regels=[])
    with pytest.raises(ImmutableError):
        LeidraadTekst.objects.all().delete()


def test_dilemmas_can_be_chosen_by_fase_and_theme(all_guidance, client, regisseur):
    client.force_login(regisseur)
    everything = client.get("/dilemmas/").content.decode()
    assert "2.5" in everything
    assert "2.1" in everything
    third = client.get("/dilemmas/", {"fase": "3"}).content.decode()
    assert "Zelf doen of interventieteam activeren" not in third
    assert "Bij deze keuze hoort geen dilemma" in client.get("/dilemmas/", {"fase": "99"}).content.decode()
    assert client.get("/dilemmas/", {"thema": "' OR 1=1"}).status_code == 200
