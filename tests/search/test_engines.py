"""One suite for both engines: what goes in comes out, for those who may, in the right order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from search.analysis.asking import DOSSIERS, GUIDANCE, ask
from search.engines import elasticsearch as elasticsearch_module
from search.engines import embedded_files
from search.engines.base import (
    IndexName,
    IndexOutdatedError,
    Principal,
    Query,
    Results,
    SearchDocument,
    SearchEngine,
    SearchUnavailableError,
    Tombstone,
    WriterBusyError,
)
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from tests.search.conftest import EVERYONE, MOMENT, MakeDocument


def search(engine: SearchEngine, words: str, index: IndexName = IndexName.GUIDANCE, **given: Any) -> Results:
    scoring = DOSSIERS if index is IndexName.DOSSIERS else GUIDANCE
    asked = ask(words, scoring, loose=given.pop("loose", False))
    fields: dict[str, Any] = {"principals": EVERYONE, "by_date": index is IndexName.DOSSIERS}
    return engine.search(Query(index, needs=asked.needs, at_least=asked.at_least, **(fields | given)))


def keys(results: Results) -> list[str]:
    return [hit.key for hit in results.hits]


def test_a_document_is_found_by_another_form_of_its_word(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply([make_document("a", text="De persoon verhuist."), make_document("b", text="Iets anders.")], wait=True)
    assert keys(search(engine, "verhuizingen")) == ["a"]


def test_a_hit_comes_back_as_it_was_stored(engine: SearchEngine, make_document: MakeDocument) -> None:
    document = make_document(
        "a", title="Quick wins", text="Fruit <b>dat</b> laag hangt.", section="3.4", fase=("1", "2"), tag=("begin",)
    )
    engine.apply([document], wait=True)
    [hit] = search(engine, "quick").hits
    for name in (
        "key",
        "version",
        "soort",
        "title",
        "text",
        "url",
        "section",
        "fase",
        "onderwerp",
        "tag",
        "dossier",
        "datum",
    ):
        assert getattr(hit, name) == getattr(document, name)


def test_the_title_counts_for_more_than_the_text(engine: SearchEngine, make_document: MakeDocument) -> None:
    filler = [make_document(f"vul{n}", title="Anders", text="Een opgave.") for n in range(3)]
    engine.apply([*filler, make_document("a", title="De opgave", text="Iets.")], wait=True)
    assert keys(search(engine, "opgaven"))[0] == "a"


def test_a_compound_and_its_parts_find_each_other(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply(
        [make_document("heel", text="Een uitvoerdersoverleg."), make_document("los", text="Overleg van uitvoerders.")],
        wait=True,
    )
    assert set(keys(search(engine, "uitvoerders overleg"))) == {"heel", "los"}
    assert set(keys(search(engine, "uitvoerdersoverleg"))) == {"heel", "los"}


def test_a_typing_error_is_forgiven_in_a_loose_question_only(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply([make_document("a", text="De reclassering.")], wait=True)
    assert keys(search(engine, "reclasering")) == []
    assert keys(search(engine, "reclasering", loose=True)) == ["a"]


def test_without_principals_no_engine_is_asked(tmp_path: Path) -> None:
    for engine in (EmbeddedEngine(tmp_path / "none"), ElasticsearchEngine("http://127.0.0.1:1", "none")):
        assert search(engine, "opgave", principals=()) == Results()


def test_only_documents_of_ones_principals_are_found(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply(
        [
            make_document("mijn", text="opgave", principals=("dossier:1:team",)),
            make_document("ander", text="opgave", principals=("dossier:2:team", "dossier:2:regie")),
        ],
        wait=True,
    )
    assert keys(search(engine, "opgave", principals=(Principal("dossier:1:team"),))) == ["mijn"]
    assert keys(search(engine, "opgave", principals=(Principal("dossier:3:team"),))) == []


def test_a_principal_with_a_period_finds_only_what_falls_in_it(
    engine: SearchEngine, make_document: MakeDocument
) -> None:
    days = [make_document(f"dag{n}", text="opgave", datum=MOMENT + timedelta(days=n)) for n in range(4)]
    engine.apply([*days, make_document("zonder", text="opgave", datum=None)], wait=True)
    since = Principal("iedereen", vanaf=MOMENT + timedelta(days=1))
    assert set(keys(search(engine, "opgave", principals=(since,)))) == {"dag1", "dag2", "dag3"}
    between = Principal("iedereen", vanaf=MOMENT + timedelta(days=1), tot=MOMENT + timedelta(days=2))
    assert set(keys(search(engine, "opgave", principals=(between,)))) == {"dag1", "dag2"}


def test_ending_access_needs_no_change_of_the_index(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply([make_document("a", text="opgave", principals=("dossier:1:team",))], wait=True)
    before = list(engine.stored(IndexName.GUIDANCE))
    assert keys(search(engine, "opgave", principals=(Principal("dossier:1:team"),))) == ["a"]
    assert keys(search(engine, "opgave", principals=(Principal("iets anders"),))) == []
    assert list(engine.stored(IndexName.GUIDANCE)) == before


def test_facets_count_what_was_found_and_nothing_else(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply(
        [
            make_document("a", text="opgave", soort="dilemma", fase=("1", "2")),
            make_document("b", text="opgave", soort="dodont", fase=("2",)),
            make_document("c", text="iets", soort="dodont", fase=("3",)),
            make_document("d", text="opgave", soort="geheim", principals=("anderen",)),
        ],
        wait=True,
    )
    results = search(engine, "opgave")
    assert results.total == 2
    assert results.facets["soort"] == {"dilemma": 1, "dodont": 1}
    assert results.facets["fase"] == {"1": 1, "2": 2}


def test_a_chosen_facet_narrows_and_still_counts_its_other_values(
    engine: SearchEngine, make_document: MakeDocument
) -> None:
    engine.apply(
        [
            make_document("a", text="opgave", soort="dilemma", fase=("1",)),
            make_document("b", text="opgave", soort="dodont", fase=("2",)),
            make_document("c", text="opgave", soort="training", fase=("2",)),
        ],
        wait=True,
    )
    results = search(engine, "opgave", filters={"soort": ("dilemma", "dodont")})
    assert (results.total, set(keys(results))) == (2, {"a", "b"})
    assert results.facets["soort"] == {"dilemma": 1, "dodont": 1, "training": 1}
    assert results.facets["fase"] == {"1": 1, "2": 1}


def test_a_period_narrows(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply(
        [make_document("oud", text="opgave", datum=MOMENT - timedelta(days=9)), make_document("nieuw", text="opgave")],
        wait=True,
    )
    assert keys(search(engine, "opgave", datum_vanaf=MOMENT - timedelta(days=1))) == ["nieuw"]


def test_pages_of_equal_scores_leave_nothing_out_and_nothing_double(
    engine: SearchEngine, make_document: MakeDocument
) -> None:
    engine.apply([make_document(f"{n:02}", title="Opgave", text="zelfde") for n in range(25)], wait=True)
    pages = [keys(search(engine, "opgave", limit=10, offset=offset)) for offset in (0, 10, 20)]
    assert [key for page in pages for key in page] == [f"{n:02}" for n in range(25)]


def test_a_late_write_never_wins(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply([make_document("a", text="nieuwste tekst", version=7)], wait=True)
    assert engine.apply([make_document("a", text="oudere tekst", version=6)], wait=True) == []
    assert keys(search(engine, "nieuwste")) == ["a"]
    assert keys(search(engine, "oudere")) == []


def test_the_newest_of_two_changes_in_one_batch_wins(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply(
        [make_document("a", text="tweede", version=2), make_document("a", text="eerste", version=1)], wait=True
    )
    assert (keys(search(engine, "tweede")), search(engine, "eerste").total) == (["a"], 0)


def test_a_tombstone_hides_and_a_late_write_does_not_bring_back(
    engine: SearchEngine, make_document: MakeDocument
) -> None:
    engine.apply([make_document("a", text="opgave", version=3)], wait=True)
    engine.apply([Tombstone(IndexName.GUIDANCE, "a", 4)], wait=True)
    assert search(engine, "opgave").total == 0
    engine.apply([make_document("a", text="opgave", version=3)], wait=True)
    assert search(engine, "opgave").total == 0
    engine.apply([make_document("a", text="opgave", version=5)], wait=True)
    assert keys(search(engine, "opgave")) == ["a"]


def test_what_is_stored_can_be_listed(engine: SearchEngine, make_document: MakeDocument) -> None:
    document = make_document("a", version=3)
    engine.apply([document, Tombstone(IndexName.GUIDANCE, "b", 4)], wait=True)
    assert sorted(engine.stored(IndexName.GUIDANCE)) == [("a", 3, document.digest()), ("b", 4, "")]


def test_the_two_indices_are_apart(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply([make_document("a", text="opgave", index=IndexName.DOSSIERS)], wait=True)
    assert search(engine, "opgave").total == 0
    assert keys(search(engine, "opgave", IndexName.DOSSIERS)) == ["a"]


def test_dossiers_come_by_words_met_and_then_by_date(engine: SearchEngine, make_document: MakeDocument) -> None:
    dossier = IndexName.DOSSIERS
    engine.apply(
        [
            make_document("tekst-oud", index=dossier, title="Iets", text="opgave", datum=MOMENT - timedelta(days=30)),
            make_document("tekst-nieuw", index=dossier, title="Iets", text="opgave " * 50, datum=MOMENT),
            make_document("titel-oud", index=dossier, title="Opgave", datum=MOMENT - timedelta(days=900)),
            make_document(
                "tekst-vandaag", index=dossier, title="Iets", text="opgave", datum=MOMENT + timedelta(hours=1)
            ),
        ],
        wait=True,
    )
    expected = ["titel-oud", "tekst-vandaag", "tekst-nieuw", "tekst-oud"]
    assert keys(search(engine, "opgave", dossier)) == expected


def test_a_rebuild_replaces_what_was_there(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply([make_document("oud", text="opgave")], wait=True)
    with engine.rebuild(IndexName.GUIDANCE) as building:
        assert list(building.add([make_document("nieuw", text="opgave")]))[-1] == 1
        assert keys(search(engine, "opgave")) == ["oud"]
        assert building.count() == 1
        building.swap()
    assert keys(search(engine, "opgave")) == ["nieuw"]


def test_a_rebuild_that_stops_halfway_leaves_the_old_index_in_use(
    engine: SearchEngine, make_document: MakeDocument
) -> None:
    engine.apply([make_document("oud", text="opgave")], wait=True)

    def stopped() -> Iterator[SearchDocument]:
        yield make_document("nieuw", text="opgave")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), engine.rebuild(IndexName.GUIDANCE) as building:
        list(building.add(stopped()))
    assert keys(search(engine, "opgave")) == ["oud"]
    engine.apply([make_document("later", text="opgave")], wait=True)
    assert set(keys(search(engine, "opgave"))) == {"oud", "later"}


def test_an_index_of_another_chain_is_refused(
    engine: SearchEngine, make_document: MakeDocument, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    engine.apply([make_document("a", text="opgave")], wait=True)
    engine.check()
    monkeypatch.setattr(embedded_files, "fingerprint", lambda: "another")
    monkeypatch.setattr(elasticsearch_module, "fingerprint", lambda: "another")
    again: SearchEngine
    if isinstance(engine, EmbeddedEngine):
        again = EmbeddedEngine(engine.folder)
    else:
        assert isinstance(engine, ElasticsearchEngine)
        again = ElasticsearchEngine(str(next(iter(engine.client.transport.node_pool.all())).base_url), engine.prefix)
    asked = Query(IndexName.GUIDANCE, EVERYONE)
    with pytest.raises(IndexOutdatedError, match="index_rebuild"):
        again.search(asked)
    with pytest.raises(IndexOutdatedError, match="index_rebuild"):
        again.check()


def test_words_of_hidden_documents_do_not_push_out_alike_words(
    engine: SearchEngine, make_document: MakeDocument
) -> None:
    letters = "bcdfghjklmnpqrstvwxz"
    hidden = [
        make_document(f"h{one}{two}", text=f"verslavi{one}{two}", principals=("anderen",), index=IndexName.DOSSIERS)
        for one in letters
        for two in letters
    ]
    visible = make_document("a", text="verslaving", index=IndexName.DOSSIERS)
    engine.apply([*hidden, visible], wait=True)
    assert keys(search(engine, "verslavins", IndexName.DOSSIERS, loose=True)) == ["a"]


def test_markup_and_query_syntax_are_only_words(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply([make_document("a", text="opgave")], wait=True)
    for words in ('opgave" OR *:*', "opgave AND (", "title:opgave~2", "/.*opgave.*/", "{}[]^", "\\", "\x00opgave"):
        assert search(engine, words).total <= 1


def test_purging_keeps_documents_and_versions(engine: SearchEngine, make_document: MakeDocument) -> None:
    document = make_document("a", text="opgave", version=3)
    engine.apply([document, Tombstone(IndexName.GUIDANCE, "b", 4)], wait=True)
    engine.purge()
    assert sorted(engine.stored(IndexName.GUIDANCE)) == [("a", 3, document.digest()), ("b", 4, "")]
    assert keys(search(engine, "opgave")) == ["a"]


def test_after_purging_no_file_holds_what_was_taken_out(tmp_path: Path, make_document: MakeDocument) -> None:
    engine = EmbeddedEngine(tmp_path / "index")
    engine.apply([make_document("a", text="kanariepiet", version=1), make_document("b", text="rest")])
    for index in IndexName:
        with engine.rebuild(index) as building:
            list(building.add([make_document("a", text="kanariepiet", index=index)]))
            building.swap()
    engine.apply([replace(make_document("a", version=2), text="niets", index=index) for index in IndexName])
    engine.purge()
    for path in (tmp_path / "index").rglob("*"):
        assert not path.is_file() or b"kanariepiet" not in path.read_bytes()


def test_a_second_process_that_writes_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_files, "WAIT_FOR_WRITER", 0.0)
    generations = EmbeddedEngine(tmp_path / "index").generations[IndexName.GUIDANCE]
    with generations.writing(), pytest.raises(WriterBusyError), (generations.root / "writer.lock").open("a") as lock:
        embedded_files._take(lock.fileno(), generations.root)


def test_a_second_reader_sees_what_the_writer_did(tmp_path: Path, make_document: MakeDocument) -> None:
    writer, reader = EmbeddedEngine(tmp_path / "index"), EmbeddedEngine(tmp_path / "index")
    writer.apply([make_document("a", text="opgave")])
    assert keys(search(reader, "opgave")) == ["a"]
    writer.apply([make_document("b", text="opgave")])
    assert set(keys(search(reader, "opgave"))) == {"a", "b"}


def test_a_server_that_is_away_is_unavailable(make_document: MakeDocument) -> None:
    engine = ElasticsearchEngine("http://127.0.0.1:1", "none")
    with pytest.raises(SearchUnavailableError):
        search(engine, "opgave")
    with pytest.raises(SearchUnavailableError):
        engine.apply([make_document("a")])
