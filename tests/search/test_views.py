"""The search pages in the browser's words: addresses, what they show, and what they never say."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from casefiles import access
from casefiles.actions.stuk import toevoegen
from casefiles.models import Stuk
from home.inrichting import ensure
from knowledge.fases import Fase
from knowledge.handelingskader.models import FaseBinding, HandelingskaderIndexPagina, HoofdstukPagina, ParagraafPagina
from search import outbox, query
from search.engines.base import IndexName, SearchUnavailableError
from search.engines.embedded import EmbeddedEngine
from search.models import Zoekvraag
from search.sources import page_text
from search.upkeep import rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ParagraafPagina:
    """A page of guidance, with a redaction in its text and one as a block."""
    ensure()
    chapter = HandelingskaderIndexPagina.objects.get().add_child(
        instance=HoofdstukPagina(title="1. Aanpak", nummer="1", sleutel="1", titel_tekst="Aanpak", live=False)
    )
    made = chapter.add_child(
        instance=ParagraafPagina(
            title="1.9 Verzonnen brief",
            nummer="1.9",
            sleutel="1.9",
            titel_tekst="Verzonnen brief",
            samenvatting="Hoe je een brief maakt.",
            live=False,
            body=[
                {"type": "alinea", "value": {"tekst": "<p>Stuur <b>samen</b> een notificatiebrief &amp; bel.</p>"}},
                {"type": "redactie", "value": {"grond": "d", "gedrukt": "5.1,2,d", "regel": 12}},
                {
                    "type": "alinea",
                    "value": {
                        "tekst": '<p>Voor<embed embedtype="redactie" grond="d" gedrukt="5.1.2,d" regel="9"/>na.</p>'
                    },
                },
            ],
        )
    )
    made.fase_bindingen.add(FaseBinding(fase=Fase.FASE_1))
    made.save_revision().publish()
    published: ParagraafPagina = ParagraafPagina.objects.get(pk=made.pk)
    return published


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EmbeddedEngine:
    made = EmbeddedEngine(tmp_path / "index")
    monkeypatch.setattr(query, "current_engine", lambda: made)
    for index in IndexName:
        rebuild(made, index)
    return made


@pytest.fixture
def stuk(toegang: access.Toegang) -> Stuk:
    inhoud = {"tekst": {"titel": "Brief aan school", "tekst": "<script>alert(1)</script> een brief", "labels": []}}
    return toevoegen(toegang, "document", reden="Vastleggen.", inhoud=inhoud)


@pytest.fixture
def visitor(client: Client, regisseur: User) -> Client:
    client.force_login(regisseur)
    return client


def test_what_a_page_holds_for_search_is_its_text_without_a_trace_of_redactions(page: ParagraafPagina) -> None:
    assert page_text(page) == "Hoe je een brief maakt.\nStuur samen een notificatiebrief & bel.\nVoorna."


def test_a_question_goes_by_post_to_an_address_that_says_nothing(
    visitor: Client, engine: EmbeddedEngine, regisseur: User
) -> None:
    answer = visitor.post(reverse("search:zoeken"), {"q": "Persoon Proef"})
    vraag = Zoekvraag.objects.get(gebruiker=regisseur)
    assert (answer.status_code, answer["Location"]) == (302, f"/zoeken/{vraag.kenmerk}/")
    assert vraag.tekst == "Persoon Proef"
    assert visitor.get(answer["Location"]).status_code == 200


def test_the_address_of_a_question_does_not_exist_for_another_user(
    visitor: Client, engine: EmbeddedEngine, regisseur: User, buddy: User
) -> None:
    vraag = Zoekvraag.objects.create(gebruiker=regisseur, tekst="opgave")
    visitor.force_login(buddy)
    assert visitor.get(reverse("search:resultaten", args=[vraag.kenmerk])).status_code == 404
    assert visitor.get(reverse("search:resultaten", args=["bestaat-niet"])).status_code == 404


def test_nobody_searches_without_logging_in(client: Client) -> None:
    for name in ("zoeken", "handelingskader", "paneel"):
        assert client.get(reverse(f"search:{name}")).status_code == 302
    assert client.post(reverse("search:zoeken"), {"q": "opgave"}).status_code == 302
    assert not Zoekvraag.objects.exists()


def test_both_lists_stand_on_one_page_with_marks_and_no_markup_of_others(
    visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina, stuk: Stuk
) -> None:
    outbox.drain(engine)
    body = visitor.post(reverse("search:zoeken"), {"q": "brieven"}, follow=True).content.decode()
    assert "noti" in body
    assert "<mark>notificatiebrief</mark>" in body
    assert "1.9 Verzonnen <mark>brief</mark>" in body
    assert "<mark>Brief</mark> aan school" in body
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert" in body


def test_an_earlier_question_is_forgotten_after_fifty_newer_ones(
    visitor: Client, engine: EmbeddedEngine, regisseur: User
) -> None:
    for number in range(53):
        visitor.post(reverse("search:zoeken"), {"q": f"vraag {number}"})
    kept = Zoekvraag.objects.filter(gebruiker=regisseur)
    assert kept.count() == 50
    assert kept.order_by("pk")[0].tekst == "vraag 3"


def test_a_question_of_more_than_thirty_days_ago_is_forgotten(
    visitor: Client, engine: EmbeddedEngine, regisseur: User
) -> None:
    old = Zoekvraag.objects.create(gebruiker=regisseur, tekst="oud")
    saved = Zoekvraag.objects.create(gebruiker=regisseur, tekst="bewaard", naam="Mijn vraag")
    Zoekvraag.objects.update(aangemaakt_op=timezone.now() - timedelta(days=31))
    visitor.post(reverse("search:zoeken"), {"q": "nieuw"})
    assert not Zoekvraag.objects.filter(pk=old.pk).exists()
    assert Zoekvraag.objects.filter(pk=saved.pk).exists()


def test_an_empty_question_stays_on_the_search_page(visitor: Client) -> None:
    answer = visitor.post(reverse("search:zoeken"), {"q": "  "})
    assert answer.status_code == 200
    assert not Zoekvraag.objects.exists()


def test_a_typing_error_gets_a_suggestion(visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina) -> None:
    outbox.drain(engine)
    body = visitor.get(reverse("search:handelingskader"), {"q": "notificatiebreif"}).content.decode()
    assert "Bedoelde je" in body
    assert "notificatiebrief" in body


def test_nothing_found_says_what_to_try(visitor: Client, engine: EmbeddedEngine) -> None:
    body = visitor.get(reverse("search:handelingskader"), {"q": "kwetterdekwet"}).content.decode()
    assert "Niets gevonden" in body


def test_guidance_is_narrowed_by_an_address(visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina) -> None:
    outbox.drain(engine)
    address = reverse("search:handelingskader")
    assert "Verzonnen" in visitor.get(address, {"q": "brief", "fase": "1"}).content.decode()
    body = visitor.get(address, {"q": "brief", "fase": "2"}).content.decode()
    assert "Verzonnen" not in body
    assert "Alles wissen" in body


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "brief", "kader": "0"},
        {"q": "brief", "kader": "-1"},
        {"q": "brief", "kader": "99999999999999999999"},
        {"q": "brief", "kader": "²"},
        {"q": "brief", "periode": "eeuw"},
        {"q": "brief", "fase": ["1"] * 50},
        {"q": "brief", "onderwerp": "x' OR 1=1"},
        {"q": "x" * 5000},
        {"q": "\x00\ufffd'\"%"},
        {"q": "brief " * 200},
    ],
)
def test_strange_input_gets_a_page(
    visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina, asked: dict[str, object]
) -> None:
    outbox.drain(engine)
    assert visitor.get(reverse("search:handelingskader"), asked).status_code == 200


def test_the_panel_finds_cards_while_a_word_is_being_typed(
    visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina
) -> None:
    outbox.drain(engine)
    for typed in ("no", "notifica", "notificatiebrief"):
        answer = visitor.get(reverse("search:paneel"), {"q": typed})
        assert [card.page_id for card in answer.context["kaarten"]] == [page.pk]


def test_the_panel_without_words_shows_what_belongs_to_the_section(
    visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina
) -> None:
    answer = visitor.get(reverse("search:paneel"), {"q": "", "fase": "1"})
    assert [card.page_id for card in answer.context["kaarten"]] == [page.pk]
    assert visitor.get(reverse("search:paneel"), {"fase": "9", "onderwerp": "x"}).status_code == 200


def test_an_unpublished_page_is_no_longer_found(visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina) -> None:
    outbox.drain(engine)
    page.unpublish()
    address = reverse("search:handelingskader")
    assert "Verzonnen" not in visitor.get(address, {"q": "brief"}).content.decode()
    outbox.drain(engine)
    assert [digest for key, _, digest in engine.stored(IndexName.GUIDANCE) if key == f"pagina:{page.pk}"] == [""]


def test_a_moved_page_is_found_at_its_new_address(
    visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina
) -> None:
    outbox.drain(engine)
    page.slug = "elders"
    page.save_revision().publish()
    outbox.drain(engine)
    assert "/elders/" in visitor.get(reverse("search:handelingskader"), {"q": "brief"}).content.decode()


def test_with_the_engine_away_the_page_says_so_and_finds_titles(
    visitor: Client, engine: EmbeddedEngine, page: ParagraafPagina, stuk: Stuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: object, **kwargs: object) -> None:
        raise SearchUnavailableError("away")

    monkeypatch.setattr(engine, "_search", away)
    body = visitor.post(reverse("search:zoeken"), {"q": "brief"}, follow=True).content.decode()
    assert "Zoeken werkt nu beperkt" in body
    assert "Verzonnen" in body
    assert "aan school" in body


def test_the_number_of_queries_does_not_grow_with_the_results(
    visitor: Client,
    engine: EmbeddedEngine,
    page: ParagraafPagina,
    toegang: access.Toegang,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(9):
        inhoud = {"tekst": {"titel": f"Brief {number}", "tekst": "een brief", "labels": []}}
        toevoegen(toegang, "document", reden="Vastleggen.", inhoud=inhoud)
    outbox.drain(engine)
    answer = visitor.post(reverse("search:zoeken"), {"q": "brief"})
    with django_assert_max_num_queries(30):
        assert visitor.get(answer["Location"]).content.count(b"rk-result") >= 10
