"""The declared kinds of stuk: each holds what forms, completeness, access and search will ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from casefiles.forms.onderdeel import OnderdeelForm
from casefiles.forms.partners import Kader
from casefiles.rules.toegang import Zaak
from casefiles.stuksoorten import SOORTEN, Onderdeel, Stuksoort, Veld, Veldsoort
from casefiles.stuksoorten.beoordeling import BEOORDELING
from casefiles.stuksoorten.contactmoment import CONTACTMOMENT
from casefiles.stuksoorten.correctienotitie import CORRECTIENOTITIE
from casefiles.stuksoorten.doorbraakoverleg import DOORBRAAKOVERLEG
from casefiles.stuksoorten.evaluatie import EVALUATIE
from casefiles.stuksoorten.gebeurtenis import GEBEURTENIS
from casefiles.stuksoorten.itat_advies import ITAT_ADVIES
from casefiles.stuksoorten.monitoring import MONITORING
from casefiles.stuksoorten.notificatiebrief import NOTIFICATIEBRIEF
from casefiles.stuksoorten.quick_win import QUICK_WIN
from casefiles.stuksoorten.uitstroomvoorstel import UITSTROOMVOORSTEL
from casefiles.stuksoorten.uvo import UVO
from casefiles.stuksoorten.warme_overdracht import WARME_OVERDRACHT
from casefiles.stuksoorten.weging import WEGING
from casefiles.stuksoorten.werknotitie import WERKNOTITIE

# The row of domain.md A.9 for each kind, typed from that table; what it does not name is a free Document there.
ROWS = [
    (NOTIFICATIEBRIEF, Zaak.WERKNOTITIE),
    (UVO, Zaak.VERSLAG),
    (DOORBRAAKOVERLEG, Zaak.DOCUMENT),
    (CONTACTMOMENT, Zaak.WERKNOTITIE),
    (BEOORDELING, Zaak.BEOORDELING),
    (EVALUATIE, Zaak.VERSLAG),
    (WEGING, Zaak.DOCUMENT),
    (QUICK_WIN, Zaak.DOCUMENT),
    (GEBEURTENIS, Zaak.DOCUMENT),
    (UITSTROOMVOORSTEL, Zaak.UITSTROOMVOORSTEL),
    (WERKNOTITIE, Zaak.WERKNOTITIE),
    (WARME_OVERDRACHT, Zaak.DOCUMENT),
    (MONITORING, Zaak.DOCUMENT),
    (CORRECTIENOTITIE, Zaak.DOCUMENT),
    (ITAT_ADVIES, Zaak.ADVIES),
]
KINDS = [kind for kind, _zaak in ROWS]
SECTIONS = [(kind, section) for kind in KINDS for section in kind.onderdelen]
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
BRON = re.compile(r"r\. \d+(?:-\d+)?(?:, \d+(?:-\d+)?)*")
LAST_LINE = 518

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
every_section = pytest.mark.parametrize(
    ("kind", "section"), SECTIONS, ids=[f"{kind.code}.{section.code}" for kind, section in SECTIONS]
)


def fields(section: Onderdeel) -> Iterator[Veld]:
    for veld in section.velden:
        yield veld
        yield from veld.velden


@pytest.mark.parametrize(("kind", "zaak"), ROWS, ids=[kind.code for kind in KINDS])
def test_a_kind_falls_under_its_row_of_the_access_table(kind: Stuksoort, zaak: Zaak) -> None:
    assert Zaak(kind.zaak) is zaak


def test_no_two_kinds_share_a_code_or_an_onderwerp() -> None:
    kinds = list({kind.code: kind for kind in (*SOORTEN.values(), *KINDS)}.values())
    onderwerpen = [section.onderwerp for kind in kinds for section in kind.onderdelen]
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert len(set(onderwerpen)) == len(onderwerpen)


@every_kind
def test_codes_fit_in_addresses(kind: Stuksoort) -> None:
    assert SLUG.fullmatch(kind.code)
    assert all(SLUG.fullmatch(section.code) for section in kind.onderdelen)
    assert len(kind.code) + len("-xxxxxx") <= 60


@every_section
def test_a_section_is_bound_to_an_onderwerp_of_its_own_name(kind: Stuksoort, section: Onderdeel) -> None:
    assert section.onderwerp == f"{kind.code}.{section.code}"


@every_section
def test_sections_and_fields_have_a_label_and_a_code_of_their_own(kind: Stuksoort, section: Onderdeel) -> None:
    assert section.label
    assert section.velden
    for group in (section.velden, *(veld.velden for veld in section.velden)):
        codes = [veld.code for veld in group]
        assert len(set(codes)) == len(codes)
        assert "id" not in codes
        assert all(veld.label and re.fullmatch(r"[a-z][a-z0-9_]*", veld.code) for veld in group)


@every_section
def test_a_choice_has_options_and_a_list_has_simple_fields(kind: Stuksoort, section: Onderdeel) -> None:
    for veld in fields(section):
        assert bool(veld.opties) == (veld.soort is Veldsoort.KEUZE)
        assert bool(veld.velden) == (veld.soort is Veldsoort.LIJST)
        assert all(sub.soort not in (Veldsoort.LIJST, Veldsoort.PER_PARTNER) for sub in veld.velden)


@every_section
def test_no_answers_per_partner_outside_the_opgave_whose_conditions_they_count_as(
    kind: Stuksoort, section: Onderdeel
) -> None:
    assert all(veld.soort is not Veldsoort.PER_PARTNER for veld in fields(section))


@every_section
def test_sources_are_lines_of_the_handelingskader(kind: Stuksoort, section: Onderdeel) -> None:
    for bron in (section.bron, *(veld.bron for veld in fields(section))):
        if bron:
            assert BRON.fullmatch(bron), bron
            assert all(1 <= int(line) <= LAST_LINE for line in re.findall(r"\d+", bron))


@every_kind
def test_every_kind_cites_the_handelingskader_but_the_right_that_comes_from_the_law(kind: Stuksoort) -> None:
    assert any(section.bron for section in kind.onderdelen) == (kind is not CORRECTIENOTITIE)


@every_kind
def test_a_kind_with_a_title_of_its_own_asks_it_first(kind: Stuksoort) -> None:
    titled = [veld.code for veld in kind.onderdelen[0].velden if veld.soort is Veldsoort.REGEL][:1] == ["titel"]
    assert kind.vrije_titel == titled


@every_section
def test_nothing_is_asked_that_the_product_refuses_to_hold(kind: Stuksoort, section: Onderdeel) -> None:
    words = " ".join(f"{veld.code} {veld.label} {veld.hint}" for veld in fields(section)).lower()
    assert not re.search(r"ideologie|religie|geloofsovertuiging|etnicit|nationaliteit|afkomst|score", words)


@every_section
def test_an_empty_section_makes_a_form_without_errors(kind: Stuksoort, section: Onderdeel) -> None:
    form = OnderdeelForm(section, kind.lege_inhoud()[section.code], Kader(partners=(), namen={}), controleren=True)
    assert form.errors == {}


@pytest.mark.parametrize(
    ("kind", "word"),
    [(NOTIFICATIEBRIEF, "getekend_op"), (UITSTROOMVOORSTEL, "besluit"), (UITSTROOMVOORSTEL, "besluit_op")],
)
def test_what_a_restore_must_leave_alone_is_no_content(kind: Stuksoort, word: str) -> None:
    assert word not in {veld.code for section in kind.onderdelen for veld in fields(section)}


def test_only_the_proposal_has_states_because_the_source_gives_them_to_no_other_kind() -> None:
    assert [kind.code for kind in KINDS if kind.heeft_staten] == ["uitstroomvoorstel"]


def test_situation_3_shows_the_marker_and_no_title() -> None:
    situatie = next(veld for veld in UITSTROOMVOORSTEL.onderdelen[0].velden if veld.code == "situatie")
    assert dict(situatie.opties)["3"] == "3. 5.1,2,d (niet openbaar)"
