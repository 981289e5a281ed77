"""The parser on the real document, where this machine has it. Numbers and keys only, no sentence of it."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.handelingskader.importer.document import ParsedDocument
from knowledge.handelingskader.importer.reading import read

from .brontekst import BRONTEKST, needs_brontekst

pytestmark = needs_brontekst

OPEN = [
    *("intro", "1", "1.1", "1.2", "1.2a", "1.2b"),
    *("F2a", "F2b", "F2c", "F2d", "F2e", "F3", "F3a", "F3b", "F3c"),
    *("2", "2.1", "2.5", "2.7", "3", "3.4", "3.5", "4", "4.1", "4.2", "4.3", "4.4"),
]
WITHOUT_OPEN_TEXT = ["F1", "2.2", "2.3", "2.4", "2.6", "2.8", "3.1", "3.2", "3.3"]


@pytest.fixture(scope="module")
def parsed() -> ParsedDocument:
    return read(BRONTEKST)


def test_it_has_36_sections_and_one_bare_heading(parsed: ParsedDocument) -> None:
    assert parsed.section_count == 36
    assert [section.sleutel for section in parsed.sections if section.is_bare_heading] == ["F2"]
    assert sorted(section.sleutel for section in parsed.sections) == sorted([*OPEN, *WITHOUT_OPEN_TEXT, "F2"])


def test_sections_without_open_text_have_no_summary_and_the_others_have_one(parsed: ParsedDocument) -> None:
    assert [section.sleutel for section in parsed.sections if section.has_open_text] == OPEN
    for section in parsed.sections:
        assert bool(section.samenvatting) == section.has_open_text
        assert len(section.samenvatting) <= 180


def test_it_has_71_redactions_by_ground_place_and_spelling(parsed: ParsedDocument) -> None:
    marks = parsed.redactions
    assert Counter(mark.grond for mark in marks) == {"d": 65, "h": 5, "i": 1}
    assert Counter(mark.plaats for mark in marks) == {
        "titel-inhoudsopgave": 6,
        "titel-tekst": 11,
        "regeltekst": 14,
        "blok": 40,
    }
    shapes = {mark.gedrukt.replace(mark.grond, "x") for mark in marks}
    assert shapes == {"5.1,2,x", "5.1.2,x", "5.1.2.x", "^{5.1.2,x}", "^{5.1.2.x}", "'5.1.2.x'"}
    assert [mark.regel for mark in marks if mark.grond == "i"] == [111]


def test_columns_are_in_reading_order_with_their_own_lines(parsed: ParsedDocument) -> None:
    moved = {
        section.sleutel: block.regels
        for section in parsed.sections
        for block in section.blocks
        if list(block.regels) != sorted(block.regels)
    }
    assert moved == {
        "1.1": ((127, 127), (119, 121)),
        "1.2": ((179, 179), (173, 173)),
        "2.7": ((420, 420), (414, 414)),
    }
    assert parsed.section("2.7").blocks[1].regels == ((416, 416),)


def test_every_line_of_the_body_is_in_one_block_or_heading(parsed: ParsedDocument) -> None:
    lines = BRONTEKST.read_text("utf-8").split("\n")
    placed = [
        number
        for section in parsed.sections
        for block in section.blocks
        for first, last in block.regels
        for number in range(first, last + 1)
    ]
    assert len(placed) == len(set(placed))
    rest = [n for n, line in enumerate(lines, 1) if n >= 53 and line.strip() and n not in placed]
    headings = {section.first_line for section in parsed.sections}
    under = [n for n in rest if n not in headings]
    assert under == [103, 257, 312, 375, 408, 442, 456]  # titles under their number


def test_broken_words_are_whole(parsed: ParsedDocument) -> None:
    words = {word for section in parsed.sections for block in section.blocks for word in block.tekst.split()}
    assert {word for word in words if word.endswith("-") and word != "-"} == {
        "Toets-",
        "toets-",
        "registratie-",
        "taak-",
        "wet-",
    }
    assert any(warning.startswith("2 afgebroken woorden") for warning in parsed.warnings)


def test_the_known_contradictions_are_reported(parsed: ParsedDocument) -> None:
    report = "\n".join(parsed.warnings)
    for key in ("2.4", "2.6", "2.7", "2.8", "3.1", "3.2"):
        assert f"\n{key}: de titel in de inhoudsopgave" in report
    for key in ("1.1", "1.2", "2.3"):
        assert f": {key} (" in report
    assert "r.19: regel zonder nummer in de inhoudsopgave (niet openbaar)." in report
    assert parsed.section("2.6").titel_inhoudsopgave == "Digitaal rechercheren"
    assert parsed.section("2.6").titel_tekst is None


def test_questions_and_tips_have_their_own_kind(parsed: ParsedDocument) -> None:
    kinds = {
        key: [block.soort for block in parsed.section(key).blocks if block.soort not in ("alinea", "redactie")]
        for key in ("2.5", "3.4")
    }
    assert kinds == {"2.5": ["vraag", "vraag"], "3.4": ["do", "do"]}
