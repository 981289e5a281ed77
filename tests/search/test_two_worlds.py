"""A world with hidden dossiers and one without answer alike: no answer tells anything of the hidden ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from search.analysis.asking import GUIDANCE, ask
from search.engines.base import IndexName, Principal, Query, SearchDocument, SearchEngine
from search.engines.embedded import EmbeddedEngine
from search.finding import Answer, Question, find
from tests.search.conftest import MOMENT, MakeDocument

MINE = (Principal("dossier:1:team"), Principal("dossier:2:regie", vanaf=MOMENT - timedelta(days=100)))
QUESTIONS = (
    "opgave",
    "werk opleiding",
    "verslavingszorg",
    "schuldhulp",
    "reclasering",
    "moeder school wijkagent",
    "wrk",
    "RK-7F3K",
    "geheimwoord",
    "geheimword",
    "opgav",
)


def visible(make_document: MakeDocument) -> Iterator[SearchDocument]:
    texts = (
        ("Plan van aanpak", "De opgave is werk en opleiding. De wijkagent kijkt mee."),
        ("Verslag", "Moeder belt met school over werk. Reclassering schuift aan."),
        ("Afspraken", "Werk werk werk. Schuldhulpverlening begint."),
        ("Notitie", "Opleiding en opleiding. Verslavingszorg is gevraagd."),
    )
    for place, (title, text) in enumerate(texts):
        yield make_document(
            f"v{place}",
            index=IndexName.DOSSIERS,
            title=title,
            text=text,
            soort="document",
            fase=(str(place % 3 + 1),),
            tag=("begin",) if place % 2 else (),
            dossier="RK-7F3K-92QD",
            principals=("dossier:1:team",) if place % 2 else ("dossier:2:regie",),
            datum=MOMENT - timedelta(days=place),
        )


def hidden(make_document: MakeDocument) -> Iterator[SearchDocument]:
    """Many, so that rare words become common and the other way round."""
    for place in range(300):
        yield make_document(
            f"h{place}",
            index=IndexName.DOSSIERS,
            title="Geheimwoord werk" if place % 3 else "Opgave",
            text="geheimwoord opleiding opleiding reclassering schuldhulp moeder opgav wrk " * (place % 5 + 1),
            soort="geheimsoort",
            fase=("3",),
            tag=("geheimtag",),
            dossier=f"RK-7F3K-{place:04}",
            principals=(f"dossier:{place + 3}:team",) if place % 2 else ("dossier:2:regie",),
            datum=MOMENT - timedelta(days=500 if place % 2 == 0 else 1),
        )


def told(answer: Answer) -> dict[str, Any]:
    """Everything that an answer tells: hits in order, scores, counts, facets, highlights, suggestion."""
    return {
        "total": answer.total,
        "hits": [(found.hit.key, found.hit.score, found.title, found.excerpt) for found in answer.found],
        "facets": answer.facets,
        "suggestion": answer.suggestion,
        "forgiving": answer.forgiving,
    }


def test_hidden_dossiers_change_nothing_in_any_answer(engine: SearchEngine, make_document: MakeDocument) -> None:
    engine.apply(visible(make_document), wait=True)
    questions = [Question(IndexName.DOSSIERS, MINE, text, limit=limit) for text in QUESTIONS for limit in (2, 20)]
    questions += [replace_filters(question, {"fase": ("1", "3")}) for question in questions]
    alone = [told(find(engine, question)) for question in questions]
    engine.apply(hidden(make_document), wait=True)
    assert [told(find(engine, question)) for question in questions] == alone
    assert any(answer["total"] for answer in alone)


def replace_filters(question: Question, filters: dict[str, tuple[str, ...]]) -> Question:
    return Question(question.index, question.principals, question.text, filters, limit=question.limit)


def two_words(make_document: MakeDocument, index: IndexName) -> list[SearchDocument]:
    return [
        make_document("een", index=index, title="A", text="werk hier", datum=MOMENT, principals=("dossier:1:team",)),
        make_document(
            "twee", index=index, title="B", text="opleiding hier", datum=MOMENT, principals=("dossier:1:team",)
        ),
        *(
            make_document(f"vul{n}", index=index, title="C", text="iets", principals=("dossier:1:team",))
            for n in range(5)
        ),
    ]


def many_hidden(make_document: MakeDocument, index: IndexName, word: str) -> list[SearchDocument]:
    return [make_document(f"h{n}", index=index, title="X", text=word, principals=("anderen",)) for n in range(200)]


def order(engine: SearchEngine, index: IndexName) -> list[str]:
    question = Question(index, (Principal("dossier:1:team"),), "werk opleiding")
    return [found.hit.key for found in find(engine, question).found if found.hit.key in ("een", "twee")]


def test_corpus_statistics_would_turn_the_order_round(tmp_path: Path, make_document: MakeDocument) -> None:
    """The seeded fault: ranked as guidance is, hidden documents do turn the order of visible ones."""
    orders = set()
    for word in ("werk", "opleiding"):
        engine = EmbeddedEngine(tmp_path / word)
        documents = two_words(make_document, IndexName.GUIDANCE) + many_hidden(make_document, IndexName.GUIDANCE, word)
        engine.apply(documents, wait=True)
        asked = ask("werk opleiding", GUIDANCE, loose=True)
        found = engine.search(Query(IndexName.GUIDANCE, (Principal("dossier:1:team"),), asked.needs, asked.at_least))
        orders.add(tuple(hit.key for hit in found.hits))
    assert len(orders) == 2


@pytest.mark.parametrize("word", ["werk", "opleiding"])
def test_the_order_of_dossiers_does_not_turn_round(
    engine: SearchEngine, make_document: MakeDocument, word: str
) -> None:
    engine.apply(two_words(make_document, IndexName.DOSSIERS), wait=True)
    before = order(engine, IndexName.DOSSIERS)
    engine.apply(many_hidden(make_document, IndexName.DOSSIERS, word), wait=True)
    assert order(engine, IndexName.DOSSIERS) == before == ["een", "twee"]
