"""The Dutch chain: which words meet, and which stay apart."""

from __future__ import annotations

import pytest

from search.analysis import stems
from search.analysis.chain import fingerprint, self_test, text_terms
from search.analysis.compounds import split
from search.analysis.compounds.derive import BaseWords
from search.analysis.stems import StemmerBrokenError, stem
from search.analysis.synonyms import Synonyms, seeds
from search.analysis.tokens import tokens


@pytest.mark.parametrize(
    "words",
    [
        "brug bruggen",
        "fase fasen",
        "beeld beelden",
        "opgave opgaven",
        "dag dagen",
        "probleem problemen",
        "verhuisd verhuist verhuizen verhuizing verhuizingen",
        "uitgestroomd uitgestroomde uitstromen uitstroom",
        "vastgelopen vastlopen vastlopende",
        "overgenomen overnemen",
        "besproken bespreken bespreekt bespreking",
        "evaluatie evaluaties evalueren",
        "gebied gebieden",
        "gegeven gegevens",
        "crisis crises",
        "kind kinderen",
        "schuld schulden",
        "keuze keuzes keuzen",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words", ["gemeente mening", "gezin zin", "gevaar varen", "instroom uitstroom", "gegeven geven"]
)
def test_other_words_keep_their_own_stem(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("uitvoerdersoverleg", ("uitvoerder", "overleg")),
        ("intervisiemethodieken", ("intervisie", "methodieken")),
        ("notificatiebrief", ("notificatie", "brief")),
        ("kinderbescherming", ("kind", "bescherming")),
        ("uitstroomvoorstel", ("uitstroom", "voorstel")),
        ("vakontwikkeling", ("vak", "ontwikkeling")),
        ("regierol", ("regie", "rol")),
        ("schuldhulpverlening", ("schuld", "hulpverlening")),
    ],
)
def test_compounds_fall_into_their_parts(word: str, parts: tuple[str, ...]) -> None:
    assert split(word) == parts


@pytest.mark.parametrize("word", ["gesprek", "bespreken", "oordeel", "betekenen", "voordeel", "vergeten", "buitenland"])
def test_words_that_only_look_like_compounds_stay_whole(word: str) -> None:
    assert split(word) == (word,)


def test_a_compound_inflects_as_its_last_part_does() -> None:
    assert text_terms("doorbraakoverleggen").stems == text_terms("doorbraakoverleg").stems


def test_om_is_an_abbreviation_in_capitals_and_a_preposition_in_small_letters() -> None:
    assert text_terms("om het OM").stems == ("OM",)


@pytest.mark.parametrize("spelling", ["ITAT-R", "itat-r", "ITAT", "itatr"])
def test_an_abbreviation_is_one_term_however_it_is_typed(spelling: str) -> None:
    assert text_terms(spelling).stems == ("itatr",)


def test_an_ampersand_belongs_to_the_abbreviation() -> None:
    assert text_terms("programmateam R&E").stems == ("programmateam", "r&e")


def test_the_genitive_and_plural_s_behind_an_apostrophe_goes() -> None:
    assert text_terms("UVO's, dilemma's").stems == ("uvo", "dilemma")


def test_accents_make_no_difference() -> None:
    assert text_terms("casuïstiek, continuïteit").stems == text_terms("casuistiek continuiteit").stems


def test_parts_stand_apart_from_the_words_themselves() -> None:
    terms = text_terms("het doorbraakoverleg")
    assert (terms.stems, terms.parts) == (("doorbraakoverleg",), ("doorbraak", "overleg"))


def test_a_hyphenated_word_is_found_whole_and_in_pieces() -> None:
    terms = text_terms("UVO-plus")
    assert (terms.stems, terms.parts) == (("uvoplus",), ("uvo", "plus"))


def test_a_section_number_is_one_term() -> None:
    assert text_terms("zie 1.2a en 3.4.").stems == ("zie", "1.2a", "3.4")


def test_tokens_say_where_they_stand_in_the_text() -> None:
    text = "Het ‘OM’ en R&E"
    assert [text[token.start : token.end] for token in tokens(text)] == ["Het", "OM", "en", "R&E"]


def test_a_stemmer_that_stems_no_more_fails_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stems, "_kraaij_pohlmann", lambda word: word)
    monkeypatch.setattr(stems, "base_forms", dict)
    with pytest.raises(StemmerBrokenError, match="brug"):
        self_test()


def test_the_chain_as_installed_passes_its_self_test() -> None:
    self_test()
    assert fingerprint()


def test_each_seed_of_the_synonym_list_names_its_source_and_means_two_things() -> None:
    for seed in seeds():
        assert seed.bron
        assert len({text_terms(words).stems for words in seed.woorden}) >= 2


def test_synonyms_of_more_words_are_found_in_a_question() -> None:
    synonyms = Synonyms([("OM", "Openbaar Ministerie")])
    [match] = synonyms.find(text_terms("openbaar ministerie buitenland").stems)
    assert (match.start, match.length, match.others) == (0, 2, (("OM",),))


def test_the_base_of_a_form_is_found_in_the_word_list() -> None:
    bases = BaseWords(
        frozenset(
            [
                "verhuis",
                "verhuist",
                "verhuisd",
                "verhuisde",
                "verhuizen",
                "verhuizing",
                "beeld",
                "beelden",
                "maan",
                "manen",
            ]
        )
    )
    assert [bases.root(word) for word in ("verhuizing", "verhuist", "beelden", "manen")] == [
        "verhuis",
        "verhuis",
        "beeld",
        "maan",
    ]
