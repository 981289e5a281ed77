"""The door to search: who asks, what comes out, what is recorded, and what happens when the engine is away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts.models import User
from audit.models import Handeling, InzageRegel
from casefiles import access
from casefiles.actions.stuk import toevoegen
from casefiles.actions.team import teamlid_beeindigen, teamlid_toevoegen
from casefiles.choices import Rol, Zichtbaarheid
from casefiles.models import Dossier, Organisatie, Stuk, Teamlidmaatschap
from search import outbox, query
from search.engines.base import IndexName, Query, Results, SearchEngine, SearchUnavailableError
from search.engines.embedded import EmbeddedEngine
from search.models import Synoniem
from search.query import Filters, search_dossiers, search_guidance
from search.upkeep import rebuild
from tests.conftest import MakeUser

pytestmark = pytest.mark.django_db


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EmbeddedEngine:
    made = EmbeddedEngine(tmp_path / "index")
    monkeypatch.setattr(query, "current_engine", lambda: made)
    for index in IndexName:
        rebuild(made, index)
    return made


@pytest.fixture
def note(toegang: access.Toegang) -> Callable[..., Stuk]:
    """note("tekst") adds a document with this text to the dossier."""

    def add(text: str, title: str = "Afspraken", zichtbaarheid: Zichtbaarheid = Zichtbaarheid.TEAM) -> Stuk:
        inhoud = {"tekst": {"titel": title, "tekst": text, "labels": ["begin"]}}
        return toevoegen(toegang, "document", reden="Vastleggen.", inhoud=inhoud, zichtbaarheid=zichtbaarheid)

    return add


@pytest.fixture
def teamlid(make_user: MakeUser, toegang: access.Toegang, politie: Organisatie) -> User:
    lid = make_user("teamlid")
    teamlid_toevoegen(toegang, lid, politie, reden="Nieuw in het team.")
    return lid


def found(user: User, words: str, **filters: tuple[str, ...]) -> list[str]:
    return [one.hit.key for one in search_dossiers(user, words, Filters(filters)).found]


def test_the_regisseur_finds_words_in_a_stuk(
    engine: EmbeddedEngine, regisseur: User, note: Callable[..., Stuk]
) -> None:
    stuk = note("De wijkagent belt bij een verhuizing.")
    outbox.drain(engine)
    assert found(regisseur, "verhuisd") == [f"stuk:{stuk.pk}"]


def test_a_dossier_is_found_by_its_number_and_comes_first(
    engine: EmbeddedEngine, regisseur: User, dossier: Dossier, note: Callable[..., Stuk]
) -> None:
    note("Iets.")
    outbox.drain(engine)
    for typed in (dossier.nummer, dossier.nummer.lower(), dossier.nummer.replace("-", "")):
        assert found(regisseur, typed)[0] == f"dossier:{dossier.pk}"


def test_someone_without_a_task_finds_nothing(
    engine: EmbeddedEngine, buitenstaander: User, programmateam: User, dossier: Dossier, note: Callable[..., Stuk]
) -> None:
    note("Een opgave.")
    outbox.drain(engine)
    for user in (buitenstaander, programmateam, AnonymousUser()):
        for words in ("opgave", dossier.nummer, "Persoon Proef"):
            answer = search_dossiers(user, words)
            assert (answer.total, answer.found, answer.facets, answer.suggestion) == (0, (), {}, None)


def test_a_superuser_finds_nothing(engine: EmbeddedEngine, make_user: MakeUser, note: Callable[..., Stuk]) -> None:
    note("Een opgave.")
    outbox.drain(engine)
    assert search_dossiers(make_user("super", superuser=True), "opgave").total == 0


def test_a_teamlid_finds_what_was_registered_since_their_task_began(
    engine: EmbeddedEngine,
    toegang: access.Toegang,
    note: Callable[..., Stuk],
    make_user: MakeUser,
    politie: Organisatie,
) -> None:
    note("Eerder gemaakt.")
    lid = make_user("teamlid")
    teamlid_toevoegen(toegang, lid, politie, reden="Nieuw in het team.")
    later = note("Later gemaakt.")
    outbox.drain(engine)
    assert found(lid, "gemaakt") == [f"stuk:{later.pk}"]


def test_what_is_marked_for_regisseurs_is_not_found_by_a_teamlid(
    engine: EmbeddedEngine, teamlid: User, regisseur: User, note: Callable[..., Stuk]
) -> None:
    stuk = note("Vertrouwelijk bedoeld.", zichtbaarheid=Zichtbaarheid.REGISSEURS)
    outbox.drain(engine)
    assert found(teamlid, "vertrouwelijk") == []
    assert found(regisseur, "vertrouwelijk") == [f"stuk:{stuk.pk}"]


def test_ending_a_task_ends_finding_without_any_change_of_the_index(
    engine: EmbeddedEngine, teamlid: User, toegang: access.Toegang, note: Callable[..., Stuk]
) -> None:
    note("Een opgave.")
    outbox.drain(engine)
    assert found(teamlid, "opgave")
    before = sorted(engine.stored(IndexName.DOSSIERS))
    taak = Teamlidmaatschap.objects.get(gebruiker=teamlid, rol=Rol.TEAMLID, tot__isnull=True)
    teamlid_beeindigen(toegang, taak.pk, reden="Klaar.")
    assert found(teamlid, "opgave") == []
    assert sorted(engine.stored(IndexName.DOSSIERS)) == before


def test_a_hit_of_an_index_that_is_behind_is_held_back_with_its_counts(
    engine: EmbeddedEngine, regisseur: User, note: Callable[..., Stuk]
) -> None:
    stuk = note("Een opgave.")
    outbox.drain(engine)
    Stuk.objects.filter(pk=stuk.pk).update(weg_op=timezone.now())
    try:
        answer = search_dossiers(regisseur, "opgave")
        assert (answer.total, answer.found, answer.facets) == (0, (), {})
    finally:
        Stuk.objects.filter(pk=stuk.pk).update(weg_op=None)


def test_an_answer_that_shows_dossiers_is_one_row_that_names_them_and_not_the_words(
    engine: EmbeddedEngine, regisseur: User, dossier: Dossier, note: Callable[..., Stuk]
) -> None:
    note("Een bijzonderwoord.")
    note("Nog een bijzonderwoord.")
    outbox.drain(engine)
    rows = InzageRegel.objects.filter(handeling=Handeling.ZOEKEN)
    search_dossiers(regisseur, "bijzonderwoord")
    [row] = rows
    assert (row.gebruiker, row.bijzonderheden) == (regisseur.kenmerk, {"dossiers": [dossier.nummer]})
    assert "bijzonderwoord" not in str(row.__dict__)
    search_dossiers(regisseur, "bestaatnietwoord")
    assert rows.count() == 1


def test_when_the_log_can_not_be_written_nothing_is_shown(
    engine: EmbeddedEngine, regisseur: User, note: Callable[..., Stuk], monkeypatch: pytest.MonkeyPatch
) -> None:
    note("Een opgave.")
    outbox.drain(engine)

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("log")

    monkeypatch.setattr(query, "record", broken)
    with pytest.raises(RuntimeError, match="log"):
        search_dossiers(regisseur, "opgave")


def test_facets_narrow_dossiers(
    engine: EmbeddedEngine, regisseur: User, dossier: Dossier, plan: Stuk, note: Callable[..., Stuk]
) -> None:
    stuk = note("Een opgave.")
    outbox.drain(engine)
    assert found(regisseur, dossier.nummer, soort=("document",)) == [f"stuk:{stuk.pk}"]
    assert search_dossiers(regisseur, "opgave").facets["tag"] == {"begin": 1}
    assert found(regisseur, "opgave", soort=("bestaat-niet",)) == []


def test_a_synonym_works_from_the_next_search_on(
    engine: EmbeddedEngine, regisseur: User, note: Callable[..., Stuk]
) -> None:
    stuk = note("De kinderopvang is geregeld.")
    outbox.drain(engine)
    assert found(regisseur, "creche") == []
    Synoniem.objects.create(woorden="crèche\nkinderopvang", bron="Van Dale")
    assert found(regisseur, "creche") == [f"stuk:{stuk.pk}"]


def test_someone_who_is_not_logged_in_finds_no_guidance(engine: EmbeddedEngine) -> None:
    assert search_guidance(AnonymousUser(), "opgave").total == 0


class Away(SearchEngine):
    """An engine that can't be reached."""

    name = "away"
    apply = rebuild = stored = check = purge = None  # type: ignore[assignment]

    def _search(self, query: Query) -> Results:
        raise SearchUnavailableError("away")


Away.__abstractmethods__ = frozenset()


def test_with_the_engine_away_titles_and_numbers_are_found_and_recorded(
    regisseur: User, buitenstaander: User, dossier: Dossier, note: Callable[..., Stuk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "current_engine", Away)
    note("Een opgave.", title="Afspraken met school")
    note("Geheim.", title="Afspraken tussen ons", zichtbaarheid=Zichtbaarheid.REGISSEURS)
    answer = search_dossiers(regisseur, "afspraken")
    assert answer.degraded
    assert sorted(one.hit.title for one in answer.found) == ["Afspraken met school", "Afspraken tussen ons"]
    assert [one.hit.title for one in search_dossiers(regisseur, dossier.nummer).found] == [dossier.nummer]
    assert search_dossiers(regisseur, "opgave").total == 0
    assert search_dossiers(buitenstaander, "afspraken").total == 0
    assert InzageRegel.objects.filter(handeling=Handeling.ZOEKEN).count() == 2


def test_with_the_engine_away_a_teamlid_sees_only_their_own_titles(
    teamlid: User, note: Callable[..., Stuk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "current_engine", Away)
    note("Een opgave.", title="Afspraken met school")
    note("Geheim.", title="Afspraken tussen ons", zichtbaarheid=Zichtbaarheid.REGISSEURS)
    assert [one.hit.title for one in search_dossiers(teamlid, "afspraken").found] == ["Afspraken met school"]
