"""The parser on small documents of the same form; none of their sentences come from the real one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.handelingskader.importer.document import ParsedDocument, Text, UnreadableDocument
from knowledge.handelingskader.importer.lines import clean_lines
from knowledge.handelingskader.importer.markers import MARKER
from knowledge.handelingskader.importer.parser import parse
from knowledge.handelingskader.importer.reading import read

KOP = """Voorbeelddorp

Inhoud

1. Zo werken we samen

Fase 1:\t5.1.2,d\t3
\t5.1.2,d\t4
Fase 2:\tAfronden\t5

2. Lastige dilemma's

2.1\tHelpen of laten\t7
2.2\tZeggen wat je weet\t8

3. Do's en don'ts

3.1\tKlein beginnen\t9

"""


START = KOP.count("\n") + 1
"""The line on which the body starts."""


def document(body: str, kop: str = KOP) -> ParsedDocument:
    return parse(kop + body)


def one_section(body: str) -> ParsedDocument:
    return document(f"1. Zo werken we samen\n\n{body}\n")


def blocks(body: str) -> list[str]:
    return [block.tekst for block in one_section(body).section("1").blocks]


def test_sections_get_their_chapter_fase_or_number_as_key_and_letters_below_it() -> None:
    parsed = document(
        "Welkom hier.\n\n1. Zo werken we samen\n\nEen begin.\n\nFase 1:\n\n5.1,2,d\n\n1.1 De eerste dag\n\nTekst.\n\n"
        "Koffie zetten\n\nTekst.\n\nThee zetten:\n\nTekst.\n\nFase 2:\n\nAfronden\n\nOpruimen\n\nTekst.\n\n"
        "2. Lastige dilemma's\n\n2.1 Helpen of laten\n\nTekst.\n\n3. Do's en don'ts\n\n3.1 Klein beginnen\n\n- Begin.\n"
    )
    tree = {section.sleutel: (section.ouder, section.soort) for section in parsed.sections}
    assert tree == {
        "intro": (None, "inleiding"),
        "1": (None, "hoofdstuk"),
        "F1": ("1", "fase"),
        "1.1": ("F1", "paragraaf"),
        "1.1a": ("1.1", "paragraaf"),
        "1.1b": ("1.1", "paragraaf"),
        "F2": ("1", "fase"),
        "F2a": ("F2", "paragraaf"),
        "2": (None, "hoofdstuk"),
        "2.1": ("2", "dilemma"),
        "3": (None, "hoofdstuk"),
        "3.1": ("3", "dodont"),
    }
    assert parsed.section("F2").is_bare_heading
    assert parsed.section_count == len(parsed.sections) - 2  # Fase 1 and Fase 2 have a title alone


def test_titles_stay_as_printed_and_the_shown_title_loses_number_and_end_mark() -> None:
    parsed = one_section("Begin.\n\nThee zetten:\n\nTekst.\n\n1. De ketel vullen.\n\nTekst.")
    assert [section.titel_tekst for section in parsed.sections[1:]] == ["Thee zetten:", "1. De ketel vullen."]
    assert [section.titel for section in parsed.sections[1:]] == ["Thee zetten", "De ketel vullen"]


def test_a_numbered_list_is_not_a_row_of_headings() -> None:
    parsed = one_section("Dit zijn ze:\n\n1. Zo werken we samen\n2. Lastige dilemma's\n\n3. Nog een.")
    assert [block.nummer for block in parsed.section("1").blocks] == [None, 1, 2, 3]


def test_different_titles_are_kept_apart_and_reported() -> None:
    parsed = document(
        "1. Zo werken we samen\n\nTekst.\n\n2. Lastige dilemma's\n\n2.1 Wel of niet\n\nA.\n\n2.2\n\n5.1,2,d\n"
    )
    wel, weten = parsed.section("2.1"), parsed.section("2.2")
    assert (wel.titel_inhoudsopgave, wel.titel_tekst) == ("Helpen of laten", "Wel of niet")
    assert (weten.titel_inhoudsopgave, weten.titel_tekst) == ("Zeggen wat je weet", None)
    assert [mark.plaats for mark in weten.titel_redacties] == ["titel-tekst"]
    assert [warning[:3] for warning in parsed.warnings if "is anders dan die in de tekst" in warning] == ["2.1", "2.2"]


def test_headings_missing_from_text_or_contents_are_reported() -> None:
    parsed = document("1. Zo werken we samen\n\nTekst.\n\n2. Lastige dilemma's\n\n2.3 Te laat\n\nA.\n")
    assert any("2.1 staat in de inhoudsopgave" in warning for warning in parsed.warnings)
    assert any("2.3 ('Te laat') staat niet in de inhoudsopgave" in warning for warning in parsed.warnings)


def test_a_redacted_contents_row_without_number_belongs_to_the_row_above_it() -> None:
    parsed = document("1. Zo werken we samen\n\nTekst.\n\nFase 1:\n\n5.1,2,d\n\n5.1,2,d\n")
    assert [mark.regel for mark in parsed.section("F1").titel_redacties] == [7, START + 6, 8]


@pytest.mark.parametrize(
    ("text", "printed", "grond"),
    [
        ("5.1,2,d", "5.1,2,d", "d"),
        ("5.1.2,i", "5.1.2,i", "i"),
        ("een 5.1.2.h woord", "5.1.2.h", "h"),
        ("een ^{5.1.2,d} woord", "^{5.1.2,d}", "d"),
        ("een ^{5.1.2.h} woord", "^{5.1.2.h}", "h"),
        ("een '5.1.2.d' woord", "'5.1.2.d'", "d"),
        ("een ‘5.1.2.d’ woord", "‘5.1.2.d’", "d"),
        ("zin. 5.1,2,d", "5.1,2,d", "d"),
        ("(en in ^{5.1.2,h})", "^{5.1.2,h}", "h"),
    ],
)
def test_every_spelling_of_a_marker_is_one_redaction_as_printed(text: str, printed: str, grond: str) -> None:
    (mark,) = [mark for mark in one_section("Begin.\n\n" + text).redactions if mark.regel > START]
    assert (mark.gedrukt, mark.grond) == (printed, grond)


@pytest.mark.parametrize(
    "text", ["5.1.2", "5.1.2 d", "15.1.2,d", "5.1.2,dag", "5.1.2,2", "5.1.2.d.3", "6.1.2,d", "2.5.1.2,d"]
)
def test_section_numbers_and_other_text_are_no_markers(text: str) -> None:
    assert blocks(f"Zie {text} hier.") == [f"Zie {text} hier."]


def test_a_marker_with_another_ground_stays_text_and_is_reported() -> None:
    parsed = one_section("Zie 5.1.2,e hier.")
    assert parsed.section("1").blocks[0].tekst == "Zie 5.1.2,e hier."
    assert any("andere grond" in warning for warning in parsed.warnings)


def test_markers_know_where_they_stand() -> None:
    parsed = document("1. Zo werken we samen\n\nFase 1:\n\n5.1,2,d\n\nDe 5.1.2,d kan.\n\n5.1,2,h\n")
    assert [mark.plaats for mark in parsed.redactions] == [
        "titel-inhoudsopgave",
        "titel-inhoudsopgave",
        "titel-tekst",
        "regeltekst",
        "blok",
    ]


def test_a_redacted_step_stays_an_item_and_a_redacted_chapter_title_stays_a_chapter() -> None:
    parsed = document(
        "1. Zo werken we samen\n\nTekst.\n\n2. 5.1,2,d\n\nTekst.\n\n2. 5.1,2,d\n\n2.1 Helpen of laten\n\nA.\n"
    )
    assert [section.sleutel for section in parsed.sections] == ["1", "2", "2.1"]
    assert parsed.section("1").blocks[1].nummer == 2


def test_a_paragraph_broken_by_a_page_is_whole_again() -> None:
    parsed = one_section("De fiets staat bij een\n\noude schuur. Daar is het droog.")
    (block,) = parsed.section("1").blocks
    assert block.tekst == "De fiets staat bij een oude schuur. Daar is het droog."
    assert block.regels == ((START + 2, START + 2), (START + 4, START + 4))
    assert any(f"r.{START + 2}-{START + 4}" in warning for warning in parsed.warnings)


def test_a_word_broken_by_a_page_is_whole_again() -> None:
    assert blocks("Wij hebben een fiets-\n\nenstalling gebouwd.") == ["Wij hebben een fietsenstalling gebouwd."]


def test_a_hyphen_that_stands_for_half_a_compound_stays() -> None:
    assert blocks("Wij hebben een fiets-\n\nen autostalling.") == ["Wij hebben een fiets- en autostalling."]


def test_a_bullet_goes_on_over_the_page() -> None:
    parsed = one_section("Dit kan:\n\n- Ga zitten en\n\nrust even uit.\n- Sta op.")
    assert [(block.soort, block.tekst) for block in parsed.section("1").blocks] == [
        ("alinea", "Dit kan:"),
        ("opsomming-item", "Ga zitten en rust even uit."),
        ("opsomming-item", "Sta op."),
    ]


def test_a_column_read_too_early_moves_behind_its_beginning_with_all_that_follows_it() -> None:
    parsed = document(
        "1. Zo werken we samen\n\nKlaar.\n\nde oude schuur. Daar mag het:\n\n5.1,2,d\n\n"
        "Fase 1:\n\n5.1,2,d\n\nDe fiets staat bij\n\n5.1,2,h\n"
    )
    assert [block.tekst for block in parsed.section("1").blocks] == ["Klaar."]
    first, second, third = parsed.section("F1").blocks
    assert first.tekst == "De fiets staat bij de oude schuur. Daar mag het:"
    assert first.regels == ((START + 12, START + 12), (START + 4, START + 4))
    assert [mark.grond for block in (second, third) for mark in block.redactions] == ["d", "h"]
    assert any(f"Kolommen stonden door elkaar: r.{START + 4}" in warning for warning in parsed.warnings)


def test_half_a_sentence_without_a_beginning_stays_where_it_is_and_is_reported() -> None:
    parsed = one_section("Klaar.\n\nde oude schuur.")
    assert [block.tekst for block in parsed.section("1").blocks] == ["Klaar.", "de oude schuur."]
    assert any(f"r.{START + 4} begint midden in een zin" in warning for warning in parsed.warnings)


def test_bold_and_italic_are_flags_and_a_lone_asterisk_is_itself() -> None:
    (block,) = one_section("Een **dikke** en *schuine* zin met 2 * 3 en een * erin.").section("1").blocks
    assert [(run.tekst, run.vet, run.cursief) for run in block.segments if isinstance(run, Text)] == [
        ("Een ", False, False),
        ("dikke", True, False),
        (" en ", False, False),
        ("schuine", False, True),
        (" zin met 2 * 3 en een * erin.", False, False),
    ]


def test_source_lines_at_the_end_of_a_block_are_stored_and_taken_off() -> None:
    (block,) = one_section("Zet eerst water op. {r.127, 119-121}").section("1").blocks
    assert block.bron == ((127, 127), (119, 121))
    assert block.tekst == "Zet eerst water op."


@pytest.mark.parametrize("reference", ["{r.20-10}", "{r.x}", "{r.0}", "{r.1-2-3}"])
def test_source_lines_that_mean_nothing_stay_text(reference: str) -> None:
    (block,) = one_section(f"Zet water op. {reference}").section("1").blocks
    assert block.bron == ()
    assert block.tekst.endswith(reference)


def test_a_redaction_block_keeps_its_source_lines_and_a_heading_never_has_them() -> None:
    (lead_in, redaction) = one_section("Dit hoort erbij: {r.4}\n\n5.1,2,d {r.5}").section("1").blocks
    assert (lead_in.soort, lead_in.bron) == ("alinea", ((4, 4),))
    assert (redaction.soort, redaction.bron, redaction.redactions[0].plaats) == ("redactie", ((5, 5),), "blok")


def test_two_markers_on_one_row_are_two_redaction_blocks() -> None:
    blocks = one_section("5.1,2,d 5.1,2,h").section("1").blocks
    assert [(block.soort, [mark.grond for mark in block.redactions]) for block in blocks] == [
        ("redactie", ["d"]),
        ("redactie", ["h"]),
    ]


def test_a_summary_under_the_heading_is_taken_from_there() -> None:
    section = one_section("Samenvatting: Samen gaat het beter,\nvooral op dinsdag.\n\nEen zin.").section("1")
    assert section.samenvatting == "Samen gaat het beter, vooral op dinsdag."
    assert [block.tekst for block in section.blocks] == ["Een zin."]


def test_without_a_summary_the_first_sentences_are_it() -> None:
    assert one_section("Een zin. En nog een. Een derde.").section("1").samenvatting == "Een zin. En nog een."


def test_a_summary_is_never_cut_in_a_word_or_longer_than_180() -> None:
    samenvatting = one_section("Een " + "woordje " * 60 + "eind.").section("1").samenvatting
    assert len(samenvatting) <= 180
    assert samenvatting.endswith(" woordje…")


def test_a_summary_leaves_out_half_a_sentence_before_a_redaction() -> None:
    assert one_section("Dit mag niet 5.1.2,d worden. Dit wel.").section("1").samenvatting == ""


def test_bullets_get_the_meaning_of_their_chapter() -> None:
    parsed = document(
        "1. Zo werken we samen\n\n- Punt.\n- Do: Ga.\n- Don't: Sta.\n\n2. Lastige dilemma's\n\n2.1 Helpen of laten\n\n"
        "- Er is weinig tijd.\n- Wat weet je?\n\n3. Do's en don'ts\n\n3.1 Klein beginnen\n\n- Begin.\n- Don’t: Wacht.\n"
    )
    found = {section.sleutel: [block.soort for block in section.blocks] for section in parsed.sections}
    assert found["1"] == ["opsomming-item", "do", "dont"]
    assert found["2.1"] == ["overweging", "vraag"]
    assert found["3.1"] == ["do", "dont"]
    assert parsed.section("3.1").blocks[1].tekst == "Wacht."


def test_markup_and_scripts_come_in_as_plain_text() -> None:
    assert blocks("<script>alert('x')</script> & <b>dik</b>") == ["<script>alert('x')</script> & <b>dik</b>"]


def test_hidden_and_control_characters_are_taken_out_and_reported() -> None:
    parsed = one_section("Een\x00 zin\u202e met\u200b tekens\x07.")
    assert parsed.section("1").blocks[0].tekst == "Een zin met tekens."
    assert any("Onzichtbare tekens" in warning for warning in parsed.warnings)


def test_the_cover_is_kept_apart_and_its_markers_count() -> None:
    parsed = parse("Dorp 5.1,2,h\n\n" + KOP + "1. Zo werken we samen\n\nTekst.\n")
    assert [line.text for line in parsed.voorblad] == ["Dorp 5.1,2,h", "Voorbeelddorp", "Inhoud"]
    # Fase 1 is in the contents list but not in this text: its redacted titles belong to no section.
    assert [mark.gedrukt for mark in parsed.overige_redacties] == ["5.1.2,d", "5.1.2,d", "5.1,2,h"]


def test_a_document_without_contents_list_is_read_by_its_numbers() -> None:
    parsed = parse("1. Eerste\n\nTekst.\n\n1.1 Deel\n\nTekst.\n\n2. Tweede\n\nTekst.\n")
    assert [section.sleutel for section in parsed.sections] == ["1", "1.1", "2"]
    assert any("geen inhoudsopgave" in warning for warning in parsed.warnings)


@pytest.mark.parametrize(
    "text", ["", "Zomaar een brief.\n\nMet twee alinea's.", "Inhoud\n\n1. Titel\t3\n\nNiets daarvan.", "a,b\n1,2\n"]
)
def test_a_foreign_text_is_refused_with_advice(text: str) -> None:
    with pytest.raises(UnreadableDocument, match="vorm van een handelingskader"):
        parse(text)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b" \n \n", "leeg"),
        (b"%PDF-1.7 x", "pdf"),
        (b"PK\x03\x04 x", "zipbestand"),
        (b"\xff\xfeI\x00n\x00", "UTF-16"),
        (bytes(range(256)) * 20, "geen gewone tekst"),
        ("Inhoud\n\n1. Café".encode("latin-1"), "geen UTF-8 .regel 3"),
        (b"a" * 5_000_001, "groter dan 5 MB"),
        (b"a" * 30_000, "langer dan 20000 tekens"),
        (b"a\n" * 60_000, "60001 regels"),
        (b"a b c\n" * 40_000, "zonder lege regel"),
    ],
)
def test_an_unreadable_file_is_refused_with_a_clear_message(tmp_path, content: bytes, says: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "kader.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument, match=says):
        read(path)


def test_a_missing_file_and_a_folder_are_refused_without_showing_the_path(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for path, says in ((tmp_path / "weg.txt", "bestaat niet"), (tmp_path, "is een map")):
        with pytest.raises(UnreadableDocument, match=says) as caught:
            read(path)
        assert str(tmp_path.parent) not in str(caught.value)


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_reads_the_same(tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = KOP + "1. Zo werken we samen\n\nTekst.\n"
    path = tmp_path / "kader.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read(path).sections == parse(text).sections


def test_the_same_text_gives_the_same_hash_and_another_text_another() -> None:
    assert one_section("Een.").sha256 == one_section("Een.").sha256 != one_section("Twee.").sha256


@pytest.mark.parametrize(
    "part",
    [
        "5.1.2,d ",
        "* ** ",
        "^{5.1.2",
        "{r.1",
        "Aap noot\n\n",
        "aap\n\n",
        "1. Aap\n\nnoot\n\n",
        "1.1 Aap.\n\n",
        "a-\n\n",
        "- a\n",
        "...... ",
    ],
)
@pytest.mark.timeout(120)
def test_a_hostile_file_of_5_mb_is_read_or_refused_and_never_hangs(part: str) -> None:
    """Work that grows faster than the file would run into the timeout; seconds are for the benchmarks."""
    paragraph = part if "\n" in part else part * (190 // len(part)) + "\n\n"
    text = (KOP + "1. Zo werken we samen\n\nTekst.\n\n" + paragraph * (49_900 // paragraph.count("\n")))[:4_999_999]
    try:
        parsed = parse(text)
    except UnreadableDocument:
        pass
    else:
        assert len(parsed.redactions) == len(MARKER.findall(text))


PARTS = st.sampled_from(
    [
        "5.1.2,d",
        "'5.1.2.d'",
        "^{5.1.2,h}",
        "5.1,2,i",
        "5.1.2,",
        "Inhoud",
        "1. Zo werken we samen",
        "2. Lastige dilemma's",
        "1.1 Kop",
        "2.1",
        "3. ",
        "Fase 1:",
        "Fase 2:\tAfronden\t5",
        "\t12",
        "- ",
        "**",
        "*",
        "-",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\x00",
        "\u202e",
        "\u2028",
        "{r.1-2}",
        "Samenvatting: ",
        "Do: ",
        "Een zin.",
        "halve zin",
        "Kop",
        "<b>",
        ".",
        "d",
        ",",
    ]
)


DOCUMENTS = st.one_of(
    st.text(),
    st.lists(PARTS, max_size=60).map("".join),
    st.lists(PARTS, max_size=60).map(lambda parts: KOP + "".join(parts)),
)


@given(DOCUMENTS)
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_or_refused_and_no_marker_is_lost_or_counted_twice(text: str) -> None:
    try:
        parsed = parse(text)
    except UnreadableDocument as error:
        reason = str(error)
        assert "lakmarkeringen, maar" not in reason
        return
    lines, _ = clean_lines(text)
    assert len(parsed.redactions) == sum(len(MARKER.findall(line.text)) for line in lines)
    keys = [section.sleutel for section in parsed.sections]
    assert len(set(keys)) == len(keys)
    assert all(section.ouder is None or section.ouder in keys for section in parsed.sections)
    assert all(len(section.titel_inhoudsopgave or "") <= 255 for section in parsed.sections)
    assert all(len(section.titel_tekst or "") <= 255 for section in parsed.sections)
    assert all(len(section.samenvatting) <= 255 for section in parsed.sections)
