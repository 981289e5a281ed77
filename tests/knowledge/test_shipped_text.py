"""The guidance and training that come with the software: complete, faithful in form, and in our own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.handelingskader.importer.bindingen import InvalidBinding, load_bindingen
from knowledge.handelingskader.importer.document import ParsedDocument
from knowledge.handelingskader.importer.reading import read
from knowledge.vakontwikkeling.content import load_trainingen

from .brontekst import BRONTEKST, REPO, needs_brontekst

LEIDRAAD = REPO / "knowledge" / "handelingskader" / "content" / "leidraad.txt"
ONDERWERPEN = [
    *(f"plan-van-aanpak.{part}" for part in ("opgave", "zorgen", "doelen", "koers", "interventies", "organisaties")),
    *(f"plan-van-aanpak.{part}" for part in ("termijn", "taken-en-rollen", "nieuwe-focus")),
    *("document", "fase-overgang", "team"),
]
WITH_TIPS = ["1", "1.1", "1.2", "1.2a", "1.2b", "F2a", "F2b", "F2c", "F2d", "F2e", "F3a", "F3b", "3.4", "3.5"]
LONGEST_COPY = 50
"""A run of the source of this many characters is a copy; names of bodies and instruments are shorter."""


@pytest.fixture(scope="module")
def leidraad() -> ParsedDocument:
    return read(LEIDRAAD)


@pytest.fixture(scope="module")
def bron() -> ParsedDocument:
    return read(BRONTEKST)


def test_it_says_in_its_head_that_it_is_no_policy(leidraad: ParsedDocument) -> None:
    assert leidraad.voorblad[0].text == "Voorbeeldtekst, geen beleid van een gemeente."


def test_it_has_36_sections_and_71_redactions(leidraad: ParsedDocument) -> None:
    assert leidraad.section_count == 36
    grounds = [mark.grond for mark in leidraad.redactions]
    assert (grounds.count("d"), grounds.count("h"), grounds.count("i")) == (65, 5, 1)


def test_it_needs_no_mending(leidraad: ParsedDocument) -> None:
    assert [w for w in leidraad.warnings if not re.search(r"titel|inhoudsopgave", w)] == []


def test_every_open_section_has_a_summary_of_at_most_two_lines(leidraad: ParsedDocument) -> None:
    for section in leidraad.sections:
        assert bool(section.samenvatting) == section.has_open_text, section.sleutel
        assert len(section.samenvatting) <= 160, section.sleutel
    written = LEIDRAAD.read_text("utf-8").count("\nSamenvatting: ")
    assert written == sum(section.has_open_text for section in leidraad.sections)


def test_every_block_names_the_source_lines_it_retells(leidraad: ParsedDocument) -> None:
    for section in leidraad.sections:
        for block in section.blocks:
            bare_item = block.soort in ("opsomming-item", "genummerd-item") and not block.tekst
            assert block.bron or bare_item, (section.sleutel, block.tekst)


def test_sections_with_clear_advice_have_dos_and_donts(leidraad: ParsedDocument) -> None:
    for key in WITH_TIPS:
        kinds = [block.soort for block in leidraad.section(key).blocks]
        assert "do" in kinds, key
        assert "dont" in kinds or key in ("1.1", "F2b"), key


@pytest.mark.parametrize("key", ["2.1", "2.5", "2.7"])
def test_an_open_dilemma_has_two_poles_and_questions(leidraad: ParsedDocument, key: str) -> None:
    blocks = leidraad.section(key).blocks
    poles = [block.tekst for block in blocks if block.soort == "overweging"]
    assert [pole.split(":")[0] for pole in poles] == ["Aan de ene kant", "Aan de andere kant"]
    assert sum(block.soort == "vraag" for block in blocks) == 2


def test_it_names_no_municipality(leidraad: ParsedDocument) -> None:
    assert not re.search(r"Amsterdam|Gemeente [A-Z]", LEIDRAAD.read_text("utf-8"))


@needs_brontekst
def test_titles_and_markers_are_those_of_the_source(leidraad: ParsedDocument, bron: ParsedDocument) -> None:
    def form(document: ParsedDocument) -> list[tuple[object, ...]]:
        return [
            (
                section.sleutel,
                section.soort,
                section.ouder,
                section.titel_inhoudsopgave,
                section.titel_tekst,
                [(mark.gedrukt, mark.plaats) for mark in section.redactions],
            )
            for section in document.sections
        ]

    assert form(leidraad) == form(bron)


@needs_brontekst
def test_source_lines_lie_in_the_section_that_is_retold(leidraad: ParsedDocument, bron: ParsedDocument) -> None:
    for section in leidraad.sections:
        source = bron.section(section.sleutel)
        lines = {source.first_line}
        for block in source.blocks:
            for first, last in block.regels:
                lines |= set(range(first, last + 1))
        for block in section.blocks:
            for first, last in block.bron:
                assert {first, last} <= lines, (section.sleutel, block.tekst)


@needs_brontekst
def test_redactions_name_the_very_lines_of_the_source(leidraad: ParsedDocument, bron: ParsedDocument) -> None:
    for section in leidraad.sections:
        shown = [block.bron for block in section.blocks if block.soort == "redactie"]
        source = [block.regels for block in bron.section(section.sleutel).blocks if block.soort == "redactie"]
        assert shown == source


@needs_brontekst
def test_no_long_run_of_the_source_is_in_it(leidraad: ParsedDocument, bron: ParsedDocument) -> None:
    source = _flat(" ".join(block.tekst for section in bron.sections for block in section.blocks))
    texts = [text for section in leidraad.sections for text in _texts(section)]
    texts += [text for module in load_trainingen() for step in module.stappen for text in (step.titel, *step.alineas)]
    copies = {run for text in texts if (run := _copied_run(_flat(text), source))}
    assert copies == set()


@needs_brontekst
def test_the_check_on_copies_finds_a_copied_sentence(bron: ParsedDocument) -> None:
    source = _flat(" ".join(block.tekst for section in bron.sections for block in section.blocks))
    copied = bron.section("2.5").blocks[0].tekst[:LONGEST_COPY]
    assert _copied_run(_flat("Zeker: " + copied + " nog iets"), source)
    assert not _copied_run(_flat("Zeker: " + copied[: LONGEST_COPY - 10] + " nog iets"), source)


@needs_brontekst
def test_it_is_neither_a_stub_nor_longer_than_the_source(leidraad: ParsedDocument, bron: ParsedDocument) -> None:
    def length(document: ParsedDocument) -> int:
        retold = (block for section in document.sections for block in section.blocks)
        return sum(len(block.tekst) for block in retold if block.soort not in ("do", "dont"))

    assert 0.6 < length(leidraad) / length(bron) < 0.9


def test_every_section_has_a_binding_and_every_binding_a_section(leidraad: ParsedDocument) -> None:
    assert sorted(load_bindingen()) == sorted(section.sleutel for section in leidraad.sections)


def test_every_fase_and_onderwerp_together_have_a_page_with_open_text(leidraad: ParsedDocument) -> None:
    bindings = load_bindingen()
    open_keys = [section.sleutel for section in leidraad.sections if section.has_open_text]
    for fase in (1, 2, 3):
        for onderwerp in ONDERWERPEN:
            shown = [k for k in open_keys if fase in bindings[k].fases and onderwerp in bindings[k].onderwerpen]
            assert shown, (fase, onderwerp)
            assert len(shown) <= 6, (fase, onderwerp, shown)


def test_every_fase_has_a_dilemma_and_a_do_or_dont_with_open_text(leidraad: ParsedDocument) -> None:
    bindings = load_bindingen()
    for fase in (1, 2, 3):
        kinds = {s.soort for s in leidraad.sections if s.has_open_text and fase in bindings[s.sleutel].fases}
        assert {"dilemma", "dodont", "paragraaf", "professionalisering"} <= kinds


def test_bindings_use_known_onderwerpen_and_redacted_titles_are_unbound(leidraad: ParsedDocument) -> None:
    bindings = load_bindingen()
    assert {code for binding in bindings.values() for code in binding.onderwerpen} == set(ONDERWERPEN)
    for section in leidraad.sections:
        if section.nummer and not section.titel:
            assert bindings[section.sleutel].fases == bindings[section.sleutel].onderwerpen == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[1]\nfases = [4]\nonderwerpen = []\ntags = []", "4 is not one of"),
        ("[1]\nfases = [1, 1]\nonderwerpen = []\ntags = []", "twice"),
        ("[1]\nfases = []\nonderwerpen = ['Plan van aanpak']\ntags = []", "is not a code"),
        ("[1]\nfases = []\nonderwerpen = []\ntags = ['']", "characters in lower case"),
        ("[1]\nfases = []\nonderwerpen = []\ntags = []\nfase = 1", r"unknown \['fase'\]"),
        ("[1]\nfases = []", "missing"),
        ("[1]\nfases = 1\nonderwerpen = []\ntags = []", "must be a list of int"),
        ("x = 1", "must be a table"),
        ("[1", "bindingen.toml: "),
    ],
)
def test_a_wrong_binding_is_refused_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "bindingen.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidBinding, match=says):
        load_bindingen(path)


def test_there_are_five_modules_that_cover_every_fase() -> None:
    modules = load_trainingen()
    assert [module.titel for module in modules] == [
        "Een eerste UVO leiden",
        "Samen een opgave maken",
        "Jezelf als instrument: reflecteren",
        "Wat mag je delen?",
        "Toewerken naar uitstroom",
    ]
    assert {fase for module in modules for fase in module.fases} == {1, 2, 3}
    assert {code for module in modules for code in module.onderwerpen} <= set(ONDERWERPEN)


def test_every_module_has_something_to_read_to_work_out_and_to_reflect_on() -> None:
    for module in load_trainingen():
        assert {step.soort for step in module.stappen} == {"tekst", "vraag", "reflectie"}
        assert len(module.samenvatting) <= 160


def test_an_example_in_a_module_says_that_it_is_made_up() -> None:
    for module in load_trainingen():
        for step in module.stappen:
            if "voorbeeld" in step.titel.lower():
                assert step.tekst.startswith("Dit voorbeeld is verzonnen.")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("duur_minuten = 30", "duur_minuten = 0"), "duur_minuten"),
        (("fases = [1]", "fases = []"), "at least one fase"),
        (('soort = "vraag"', 'soort = "quiz"'), "is not one of"),
        (('titel = "Proef"', 'titel = ""'), "titel: must be a text"),
        (('tekst = "Wat?"', ""), "missing"),
        (("[[stappen]]", "[[stap]]"), "missing"),
    ],
)
def test_a_wrong_module_is_refused_with_its_place(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    module = (
        'titel = "Proef"\nsamenvatting = "Kort."\nduur_minuten = 30\nfases = [1]\nonderwerpen = []\ntags = []\n'
        '[[stappen]]\ntitel = "Een"\nsoort = "vraag"\ntekst = "Wat?"\n'
    )
    (tmp_path / "proef.toml").write_text(module, "utf-8")
    assert load_trainingen(tmp_path)[0].stappen[0].alineas == ("Wat?",)
    (tmp_path / "proef.toml").write_text(module.replace(*change), "utf-8")
    with pytest.raises(InvalidBinding, match=says):
        load_trainingen(tmp_path)


def _texts(section) -> list[str]:  # type: ignore[no-untyped-def]
    return [section.samenvatting, *(block.tekst for block in section.blocks)]


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _copied_run(text: str, source: str) -> str:
    """The first run of LONGEST_COPY characters that both have, or nothing."""
    starts = range(len(text) - LONGEST_COPY + 1)
    return next((run for start in starts if (run := text[start : start + LONGEST_COPY]) in source), "")
