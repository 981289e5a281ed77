"""The analysed fields of a document, the same for both engines."""

from __future__ import annotations

from search.analysis.chain import field_terms
from search.engines.base import SearchDocument

FIELDS = ("title", "text", "title_parts", "text_parts", "title_words", "words")
"""The fields that clauses name. Their content is terms, cut at spaces."""


def analysed(document: SearchDocument) -> dict[str, str]:
    """The terms of a document per field, joined by spaces.

    What belongs to a dossier is found by the number of that dossier too: in its text, so that the dossier comes first.
    """
    title = field_terms(document.title)
    text = field_terms(f"{document.dossier} {document.text}" if document.dossier else document.text)
    return {
        "title": title.stems,
        "text": text.stems,
        "title_parts": title.parts,
        "text_parts": text.parts,
        "title_words": title.words,
        "words": f"{title.words} {text.words}",
    }
