"""The shipped guidance as pages."""

from __future__ import annotations

import pytest

from knowledge.handelingskader.models import HandelingskaderPagina, Redactie

pytestmark = pytest.mark.django_db


def page(sleutel: str) -> HandelingskaderPagina:
    found = HandelingskaderPagina.objects.get(sleutel=sleutel).specific
    assert isinstance(found, HandelingskaderPagina)
    return found


def test_the_shipped_text_has_the_sections_and_markers_of_the_source(shipped):
    assert shipped.sections == 36
    assert shipped.redactions == {"d": 65, "h": 5, "i": 1}
    assert Redactie.objects.count() == 71


def test_the_shipped_text_says_on_each_page_that_it_is_an_example(shipped, client, regisseur):
    client.force_login(regisseur)
    for found in HandelingskaderPagina.objects.live():
        assert found.is_voorbeeldtekst
        html = client.get(found.url).content.decode()
        assert "Voorbeeldtekst, geen beleid van een gemeente." in html, found.sleutel


def test_the_shipped_text_names_the_lines_of_the_source_that_it_retells(shipped):
    opgave = page("1.2b")
    lines = [block.value.get("bron") for block in opgave.body if block.block_type != "redactie"]
    assert any(line and line.startswith("23") for line in lines)
    block = next(b for b in page("1.1").body if b.block_type == "redactie")
    assert block.value["regel"] == 125


def test_titles_of_contents_list_and_text_are_kept_apart(shipped):
    dilemma = page("2.4")
    assert (dilemma.titel_inhoudsopgave, dilemma.titel_tekst) == ("Extern signaleren en vertrouwen", "")
    assert {r.plaats for r in dilemma.redacties.all()} >= {"titel-tekst"}


def test_a_redacted_title_is_never_filled_in(shipped):
    assert page("2.2").title == "2.2"
    assert page("2.2").titel == ""
    assert page("F1").title == "Fase 1"
    assert page("F2").title == "Fase 2"


def test_marks_that_follow_each_other_are_one_frame(shipped, client, regisseur):
    client.force_login(regisseur)
    html = client.get(page("1.1").url).content.decode()
    assert html.count('class="rk-redaction"') == 2
    assert "r. 132-167" in html
