"""The two indices as documents of elasticsearch_dsl: their mapping, and what a hit is read into."""

from __future__ import annotations

from typing import Any

from elasticsearch_dsl import Date, Document, InnerDoc, Keyword, Long, MetaField, Object, Text

from search.engines.base import IndexName


def _terms(similarity: str, **extra: Any) -> Text:
    """A field of ready-made terms, cut at spaces and nothing else."""
    return Text(analyzer="whitespace", similarity=similarity, **extra)


def _words(similarity: str) -> Text:
    return _terms(similarity, norms=False, index_options="docs", index_prefixes={"min_chars": 2, "max_chars": 8})


class GuidanceTerms(InnerDoc):
    """Terms of guidance, which ranks by BM25."""

    title = _terms("BM25")
    text = _terms("BM25")
    title_parts = _terms("BM25")
    text_parts = _terms("BM25")
    title_words = _words("BM25")
    words = _words("BM25")


class DossierTerms(InnerDoc):
    """Terms of dossiers, which rank without statistics: `boolean` similarity, and constant scores on top."""

    title = _terms("boolean", norms=False)
    text = _terms("boolean", norms=False)
    title_parts = _terms("boolean", norms=False)
    text_parts = _terms("boolean", norms=False)
    title_words = _words("boolean")
    words = _words("boolean")


class Findable(Document):
    """What both indices keep of a document besides its terms."""

    key = Keyword()
    version = Long()
    digest = Keyword(index=False)
    soort = Keyword()
    fase = Keyword()
    onderwerp = Keyword()
    tag = Keyword()
    dossier = Keyword()
    principals = Keyword()
    datum = Date()
    # The same as `datum`, to be read back: dates of documents are read by a slow parser.
    moment = Keyword(index=False, doc_values=False)
    title = Keyword(index=False, doc_values=False)
    body = Keyword(index=False, doc_values=False)
    url = Keyword(index=False, doc_values=False)
    section = Keyword(index=False, doc_values=False)

    class Meta:
        dynamic = MetaField("strict")
        # The terms are only searched, never read: leaving them out of what is stored halves the index.
        source = MetaField(excludes=["terms"])

    @classmethod
    def _matches(cls, hit: dict[str, Any]) -> bool:
        # An index has a dated name behind an alias; each search asks one of them only.
        return True


class GuidanceDocument(Findable):
    """A page of the handelingskader."""

    terms = Object(GuidanceTerms)


class DossierDocument(Findable):
    """A dossier or a stuk."""

    terms = Object(DossierTerms)


DOCUMENTS: dict[IndexName, type[Findable]] = {
    IndexName.GUIDANCE: GuidanceDocument,
    IndexName.DOSSIERS: DossierDocument,
}
