"""Putting a parsed document into the page tree: pages made, changed or left alone, in one transaction or not at all."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page, Site

from knowledge.fases import Fase

from ..models import (
    DilemmaPagina,
    DoDontPagina,
    FaseBinding,
    FasePagina,
    HandelingskaderIndexPagina,
    HandelingskaderPagina,
    HoofdstukPagina,
    OnderwerpBinding,
    ParagraafPagina,
    ProfessionaliseringPagina,
    Redactie,
)
from .bindingen import Binding
from .bodies import body_of, merge_local, source_line, value_hash
from .document import Block, ParsedDocument, Redaction, Section

PAGE_TYPES: dict[str, type[HandelingskaderPagina]] = {
    "inleiding": ParagraafPagina,
    "hoofdstuk": HoofdstukPagina,
    "fase": FasePagina,
    "paragraaf": ParagraafPagina,
    "dilemma": DilemmaPagina,
    "dodont": DoDontPagina,
    "professionalisering": ProfessionaliseringPagina,
}


@dataclass
class ImportReport:
    """What an import did. `redactions` counts the markers per ground; `warnings` are Dutch sentences for the author."""

    sections: int = 0
    redactions: dict[str, int] = field(default_factory=lambda: {"d": 0, "h": 0, "i": 0})
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    warnings: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return {
            "sections": self.sections,
            "redactions": self.redactions,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "warnings": self.warnings,
        }


def ensure_index() -> HandelingskaderIndexPagina:
    """The root of the handelingskader; made under the root of the default site where it lacks."""
    index = HandelingskaderIndexPagina.objects.first()
    if index is None:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        parent = site.root_page if site else Page.objects.filter(depth=1).get()
        index = HandelingskaderIndexPagina(title="Handelingskader", slug="handelingskader", show_in_menus=True)
        parent.add_child(instance=index)
    return index


def apply(
    document: ParsedDocument,
    bindingen: Mapping[str, Binding],
    *,
    voorbeeldtekst: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Bring the pages in step with the document; with `dry_run` everything is worked out and nothing is kept.

    Bindings are given to a page when it is made, and are the authors' from then on. What authors added or rewrote
    stays.
    """
    report = ImportReport(sections=document.section_count, warnings=list(document.warnings))
    report.redactions.update(Counter(mark.grond for mark in document.redactions))
    with transaction.atomic():
        index = ensure_index()
        pages: dict[str | None, Page] = {None: index}
        last: dict[str | None, Page] = {}
        for section in document.sections:
            page = _apply_section(section, pages[section.ouder], bindingen, voorbeeldtekst, report)
            _keep_order(page, pages[section.ouder], last.get(section.ouder))
            pages[section.sleutel] = last[section.ouder] = page
        _warn_of_leftovers(document, report)
        transaction.set_rollback(dry_run)
    return report


def _keep_order(page: Page, parent: Page, previous: Page | None) -> None:
    """A page that was made just now stands after the section before it, also when that has others behind it already."""
    page.refresh_from_db(fields=["path", "depth", "numchild"])
    siblings = list(parent.get_children().order_by("path").values_list("pk", flat=True))
    wanted = siblings.index(previous.pk) + 1 if previous else 0
    if siblings.index(page.pk) < wanted or (page.pk in siblings[wanted + 1 :] and page.pk == siblings[-1]):
        target = previous or parent
        target.refresh_from_db(fields=["path", "depth", "numchild"])
        page.move(target, pos="right" if previous else "first-child")
        page.refresh_from_db(fields=["path", "depth", "numchild"])


def _nummer(section: Section) -> str:
    if section.soort == "fase" and section.sleutel[1:].isdigit():
        return f"Fase {section.sleutel[1:]}"
    return section.nummer


def _title(section: Section) -> str:
    """The title that Wagtail's own lists show: never more than the source does."""
    if section.soort == "inleiding":
        return section.titel or "Inleiding"
    if section.soort == "fase" and section.sleutel[1:] in {str(f.value) for f in Fase}:
        return str(Fase(int(section.sleutel[1:])).label)
    return " ".join(part for part in (section.nummer, section.titel) if part)[:255] or section.sleutel


def _values(section: Section, voorbeeldtekst: bool) -> dict[str, Any]:
    bron = [r for block in section.blocks for r in block.bron]
    own = not voorbeeldtekst
    return {
        "nummer": _nummer(section),
        "title": _title(section),
        "titel_inhoudsopgave": (section.titel_inhoudsopgave or "")[:255],
        "titel_tekst": (section.titel_tekst or "")[:255],
        "bron_eerste_regel": section.first_line if own else min((a for a, _ in bron), default=None),
        "bron_laatste_regel": section.last_line if own else max((b for _, b in bron), default=None),
        "is_voorbeeldtekst": voorbeeldtekst,
    }


def _digest(values: dict[str, Any], section: Section, body: list[dict[str, Any]]) -> str:
    marks = [[m.plaats, m.grond, m.gedrukt, m.regel] for m in section.redactions]
    content = [values, section.samenvatting, body, marks]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _apply_section(
    section: Section, parent: Page, bindingen: Mapping[str, Binding], voorbeeldtekst: bool, report: ImportReport
) -> Page:
    values, body = _values(section, voorbeeldtekst), body_of(section, retells=voorbeeldtekst)
    stand = {
        "hash": _digest(values, section, body),
        "samenvatting": section.samenvatting,
        "blokken": {block["id"]: value_hash(block["value"]) for block in body},
    }
    page = HandelingskaderPagina.objects.filter(sleutel=section.sleutel).first()
    if page is None:
        made = _make(section, parent, values, body, stand)
        _bind(made, bindingen.get(section.sleutel))
        made.save_revision().publish()
        report.created += 1
        return made
    page = page.specific
    if page.import_stand.get("hash") == stand["hash"]:
        report.unchanged += 1
        return page
    _change(page, section, values, body, stand, report)
    report.updated += 1
    return page


def _free_slug(parent: Page, section: Section) -> str:
    slug = slugify(_title(section))[:60].strip("-") or slugify(section.sleutel)
    taken = set(parent.get_children().values_list("slug", flat=True))
    return slug if slug not in taken else f"{slug}-{slugify(section.sleutel)}"


def _make(
    section: Section, parent: Page, values: dict[str, Any], body: list[dict[str, Any]], stand: dict[str, Any]
) -> HandelingskaderPagina:
    page = PAGE_TYPES[section.soort](
        **values,
        sleutel=section.sleutel,
        slug=_free_slug(parent, section),
        samenvatting=section.samenvatting[:255],
        body=json.dumps(body),
        import_stand=stand,
    )
    _set_redacties(page, section, values["is_voorbeeldtekst"])
    parent.add_child(instance=page)
    return page


def _set_redacties(page: HandelingskaderPagina, section: Section, retells: bool) -> None:
    """One row per marker: those of the titles, then those of the text in reading order."""
    marks: list[tuple[Redaction, Block | None]] = [(mark, None) for mark in section.titel_redacties]
    marks += [(mark, block) for block in section.blocks for mark in block.redactions]
    page.redacties = [
        Redactie(plaats=mark.plaats, grond=mark.grond, gedrukt=mark.gedrukt, regel=source_line(mark, block, retells))
        for mark, block in marks
    ]


def _bind(page: HandelingskaderPagina, binding: Binding | None) -> None:
    if binding is None:
        return
    page.fase_bindingen = [FaseBinding(fase=fase) for fase in binding.fases]
    page.onderwerp_bindingen = [OnderwerpBinding(onderwerp=code) for code in binding.onderwerpen]
    page.tags.set(binding.tags)
    page.save()


def _change(
    page: HandelingskaderPagina,
    section: Section,
    values: dict[str, Any],
    body: list[dict[str, Any]],
    stand: dict[str, Any],
    report: ImportReport,
) -> None:
    """A revision of the page with the new text; published unless authors have work of their own waiting on it."""
    waiting = page.has_unpublished_changes
    draft: HandelingskaderPagina = page.get_latest_revision_as_object() if waiting else page
    before = page.import_stand
    for name, value in values.items():
        setattr(draft, name, value)
    if draft.samenvatting == before.get("samenvatting", ""):
        draft.samenvatting = section.samenvatting[:255]
    merged, rewritten = merge_local(body, list(draft.body.raw_data), before.get("blokken", {}))
    draft.body = json.dumps(merged)  # type: ignore[assignment]  # a StreamField takes its stored form
    draft.import_stand = stand
    _set_redacties(draft, section, values["is_voorbeeldtekst"])
    if rewritten:
        report.warnings.append(
            f"{section.sleutel}: {rewritten} blokken zijn door een auteur herschreven en zo gelaten. "
            "Vergelijk ze met de nieuwe tekst."
        )
    revision = draft.save_revision()
    if waiting:
        report.warnings.append(
            f"{section.sleutel}: op deze pagina wacht werk van een auteur. "
            "De nieuwe tekst staat als concept klaar en is niet gepubliceerd."
        )
    else:
        revision.publish()


def _warn_of_leftovers(document: ParsedDocument, report: ImportReport) -> None:
    keys = {section.sleutel for section in document.sections}
    gone = [
        page.sleutel
        for page in HandelingskaderPagina.objects.exclude(import_stand={}).only("sleutel", "import_stand")
        if page.sleutel not in keys and page.import_stand.get("hash")
    ]
    report.warnings += [
        f"{key}: staat niet meer in het document. De pagina blijft staan; haal haar zelf offline als dat moet."
        for key in sorted(gone)
    ]
