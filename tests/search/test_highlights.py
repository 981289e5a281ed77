"""Highlights: what is marked, and that nothing in it can become markup."""

from __future__ import annotations

from search.analysis.asking import GUIDANCE, ask
from search.highlights import Marker, Segment, errors, excerpt, mark


def marked(text: str, question: str, *, loose: bool = False) -> list[str]:
    return [segment.text for segment in mark(text, Marker(ask(question, GUIDANCE, loose=loose))) if segment.is_hit]


def test_other_forms_of_the_word_are_marked() -> None:
    assert marked("Bij een verhuizing verhuist de persoon.", "verhuisd") == ["verhuizing", "verhuist"]


def test_a_compound_with_the_word_in_it_is_marked() -> None:
    assert marked("Teken de notificatiebrief.", "brief") == ["notificatiebrief"]


def test_a_word_with_a_typing_error_is_marked_in_a_loose_question() -> None:
    assert marked("De reclassering kijkt mee.", "reclasering", loose=True) == ["reclassering"]


def test_stop_words_are_never_marked() -> None:
    assert marked("het plan van het team", "van het plan") == ["plan"]


def test_segments_together_are_the_text_itself() -> None:
    text = "<script>alert('opgave')</script> & de opgave"
    assert "".join(segment.text for segment in mark(text, Marker(ask("opgave", GUIDANCE)))) == text


def test_an_excerpt_shows_the_place_with_most_of_the_words() -> None:
    text = "Over koers. " + "Niets hier. " * 60 + "Hier staan koers en doel samen. " + "Niets meer. " * 60
    shown = "".join(segment.text for segment in excerpt(text, Marker(ask("koers doel", GUIDANCE))))
    assert "koers en doel samen" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 320


def test_an_excerpt_without_hits_is_the_beginning() -> None:
    assert excerpt("Kort.", Marker(ask("opgave", GUIDANCE))) == (Segment("Kort.", False),)


def test_a_swap_of_neighbours_is_one_typing_error() -> None:
    assert errors("breif", "brief", 2) == 1
    assert errors("opgave", "opgaven", 1) == 1
    assert errors("gemeente", "uitstroom", 2) == 3
