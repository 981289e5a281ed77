"""Dutch warnings about a document: where its contents list and its text differ, and what was put together again."""

from __future__ import annotations

from collections.abc import Sequence

from .assembly import Mending
from .contents import Contents, Entry
from .document import Redaction, Section

_MOST = 50
"""No more warnings of one kind than this: after that the number says enough."""


def contents_warnings(sections: Sequence[Section], contents: Contents) -> list[str]:
    """Differences between contents list and text. Both titles are kept; nothing is repaired (domain.md A.8)."""
    if not contents.found:
        return ["Er is geen inhoudsopgave gevonden; de indeling komt uit de genummerde koppen."]
    keys = {section.sleutel: section for section in sections}
    listed = {entry.sleutel for entry in contents.entries}
    titles = {(section.titel_tekst or "").casefold() for section in sections}
    warnings: list[str] = []
    for entry in contents.entries:
        if not entry.sleutel:
            if entry.titel is None or entry.titel.casefold() not in titles:
                warnings.append(f"r.{entry.line}: regel zonder nummer in de inhoudsopgave ({_shown(entry.titel)}).")
        elif entry.sleutel not in keys:
            warnings.append(
                f"r.{entry.line}: {entry.sleutel} staat in de inhoudsopgave, maar niet als kop in de tekst."
            )
        else:
            warnings.extend(_title_warning(entry, keys[entry.sleutel]))
    for section in sections:
        if section.nummer and section.sleutel not in listed:
            warnings.append(
                f"r.{section.first_line}: {section.sleutel} ({_shown(section.titel_tekst)}) "
                "staat niet in de inhoudsopgave."
            )
    return _limited(warnings)


def mending_warnings(mending: Mending) -> list[str]:
    warnings: list[str] = []
    if mending.page_breaks:
        where = ", ".join(mending.page_breaks[:_MOST])
        warnings.append(
            f"{len(mending.page_breaks)} zinnen liepen door na een witregel en zijn weer heel gemaakt ({where})."
        )
    if mending.words:
        where = ", ".join(f"r.{line}" for line in mending.words[:_MOST])
        warnings.append(f"{len(mending.words)} afgebroken woorden zijn weer heel gemaakt ({where}).")
    warnings.extend(_limited([f"Kolommen stonden door elkaar: {moved}" for moved in mending.columns]))
    warnings.extend(
        _limited([f"r.{line} begint midden in een zin, maar het begin is niet gevonden." for line in mending.astray])
    )
    return warnings


def _title_warning(entry: Entry, section: Section) -> list[str]:
    in_text = any(isinstance(segment, Redaction) for segment in section.titel_segments)
    if entry.titel == section.titel_tekst and bool(entry.redactions) == in_text:
        return []
    return [
        f"{section.sleutel}: de titel in de inhoudsopgave (r.{entry.line}: {_shown(entry.titel)}) "
        f"is anders dan die in de tekst (r.{section.first_line}: {_shown(section.titel_tekst)})."
    ]


def _shown(title: str | None) -> str:
    return f"'{title[:100]}'" if title else "niet openbaar"


def _limited(warnings: list[str]) -> list[str]:
    rest = len(warnings) - _MOST
    return warnings if rest <= 0 else [*warnings[:_MOST], f"En nog {rest} van zulke meldingen."]
