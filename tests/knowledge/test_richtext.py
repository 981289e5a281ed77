"""The mark "niet openbaar" survives Wagtail's editor and never shows more than its ground."""

from __future__ import annotations

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html

from knowledge.handelingskader.richtext import embed_html

CONVERTER_FEATURES = ["bold", "italic", "link", "redactie"]


@pytest.fixture
def converter() -> ContentstateConverter:
    return ContentstateConverter(CONVERTER_FEATURES)


def round_trip(converter: ContentstateConverter, html: str) -> str:
    return converter.to_database_format(converter.from_database_format(html))


def test_a_mark_in_running_text_survives_the_editor(converter):
    html = f"<p>Beeld van de regisseur {embed_html('d', '^{5.1.2,d}', 198)} met reflectie.</p>"
    result = round_trip(converter, html)
    assert 'embedtype="redactie"' in result
    assert 'regel="198"' in result
    assert "niet openbaar" not in result
    assert "Beeld van de regisseur " in result
    assert " met reflectie." in result


def test_the_editor_shows_a_fixed_text_that_cannot_be_typed_in(converter):
    state = json.loads(converter.from_database_format(f"<p>a {embed_html('h', '5.1.2.h', 246)} b</p>"))
    assert [entity["mutability"] for entity in state["entityMap"].values()] == ["IMMUTABLE"]
    assert state["blocks"][0]["text"] == "a niet openbaar b"


def test_a_mark_inside_bold_text_survives(converter):
    assert 'grond="d"' in round_trip(converter, f"<p><b>Vet {embed_html('d', '5.1,2,d', 3)}</b></p>")


def test_readers_see_ground_and_no_text():
    html = expand_db_html(f"<p>Zie {embed_html('h', '5.1.2,h', 246)}.</p>")
    assert "niet openbaar: 5.1, lid 2, h" in html


def test_a_mark_with_a_forged_ground_shows_no_ground():
    html = expand_db_html('<embed embedtype="redactie" grond="&lt;script&gt;" regel="1"/>')
    assert "script" not in html
    assert "niet openbaar" in html


def test_an_unknown_ground_cannot_be_stored():
    with pytest.raises(ValueError, match="x"):
        embed_html("x", "5.1", 1)
