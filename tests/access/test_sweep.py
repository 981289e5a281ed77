"""The canary sweep: who has no task sees nothing, not even that it exists (promises.md)."""

from __future__ import annotations

import pytest

from .addresses import NoValues, Pattern, addresses_of, all_patterns, reaches
from .canaries import Aviary
from .seeded import SEEDS
from .survey import Survey
from .sweep import complaints
from .world import World

# The sweep is made when the first test asks for it: minutes on a busy machine.
pytestmark = [pytest.mark.django_db, pytest.mark.timeout(1800)]
# No screen shows these; whoever makes one takes its line away.
SHOWN_NOWHERE = ["talenten van exlid"]


def test_no_canary_reaches_anyone_who_may_not_meet_it(surveyed: Survey):
    assert not surveyed.leaks, "\n".join(complaints(surveyed))


def test_no_request_fails_or_leads_elsewhere_and_each_look_is_one_row(surveyed: Survey):
    assert not surveyed.faults, "\n".join(complaints(surveyed))


def test_every_pattern_is_reached(surveyed: Survey):
    assert surveyed.uncovered == []
    assert surveyed.report.covered == surveyed.report.patterns == len(all_patterns())


def test_there_are_at_least_200_canaries(surveyed: Survey):
    assert surveyed.canaries >= 200


def test_every_canary_that_someone_may_read_is_met_by_someone(surveyed: Survey):
    """Else the place is not looked at, and that nobody else met it says nothing."""
    assert surveyed.never_met == SHOWN_NOWHERE


@pytest.mark.parametrize("name", [seed.name for seed in SEEDS])
def test_a_seeded_leak_is_found(surveyed: Survey, name: str):
    assert surveyed.seeded[name]


def test_the_answer_has_the_agreed_form(surveyed: Survey):
    answer = surveyed.as_json()
    assert list(answer) == [
        "patterns",
        "covered",
        "requests",
        "canaries",
        "identities",
        "leaks",
        "seeded_found",
    ]
    assert answer["seeded_found"] == f"{len(SEEDS)}/{len(SEEDS)}"


def test_a_pattern_without_values_is_not_skipped_in_silence(world: World):
    strange = next(pattern for pattern in all_patterns() if pattern.name == "dossiers:stuk")
    with pytest.raises(NoValues):
        addresses_of(_with_argument(strange, "<slug:nooit_gezien>/"), world)


def _with_argument(pattern: Pattern, more: str) -> Pattern:
    return Pattern((*pattern.chain, more), pattern.name, pattern.callback, pattern.place)


def test_an_address_that_comes_out_elsewhere_does_not_count(world: World):
    patterns = {pattern.name: pattern for pattern in all_patterns() if pattern.name}
    assert reaches(patterns["dossiers:mijn"], "/dossiers/")
    assert not reaches(patterns["wagtail_serve"], "/dossiers/")


def test_a_canary_is_found_whole_cut_off_and_marked():
    aviary = Aviary()
    word = aviary.mint("proef", {"iemand"})
    for text in (word, word.upper(), f"<b>{word[:5]}</b>{word[5:]} zqk", f"…{word[:8]}…", f"x{word}y"):
        assert {canary.word for canary in aviary.find(text)} == {word}, text
    assert aviary.find("zqk en verder niets") == set()
