"""What a guidance page shows around its own text. Querysets are handed in, so that the models can call this."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import cards

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .models import HandelingskaderIndexPagina, HandelingskaderPagina


@dataclass
class Tak:
    """A page in the contents tree; `titel` is empty where the source shows none, then `nummer` stands alone."""

    page: HandelingskaderPagina
    nummer: str
    titel: str
    url: str
    current: bool = False
    open: bool = True
    children: list[Tak] = field(default_factory=list)


def contents_tree(paginas: QuerySet[HandelingskaderPagina], current: HandelingskaderPagina | None = None) -> list[Tak]:
    """The live sections as a tree, in the order of the handelingskader. One query."""
    roots: list[Tak] = []
    stack: list[tuple[int, Tak]] = []
    for page in paginas.exclude(content_type__model="trainingpagina").order_by("path"):
        titel = page.titel or ("" if page.nummer else page.title)
        nummer = f"{page.nummer} -" if titel and page.nummer.startswith("Fase ") else page.nummer
        tak = Tak(page, nummer, titel, page.url or "")
        tak.current = current is not None and page.pk == current.pk
        while stack and stack[-1][0] >= page.depth:
            stack.pop()
        (stack[-1][1].children if stack else roots).append(tak)
        stack.append((page.depth, tak))
    return roots


def index_context(page: HandelingskaderIndexPagina, paginas: QuerySet[HandelingskaderPagina]) -> dict[str, Any]:
    return {"boom": contents_tree(paginas)}


def related_cards(
    page: HandelingskaderPagina, paginas: QuerySet[HandelingskaderPagina]
) -> dict[str, list[cards.GuidanceCard]]:
    """Cards of other pages that share a fase with this one, by kind; those that share a section too come first."""
    fases = [b.fase for b in page.fase_bindingen.all()]
    mine = {b.onderwerp for b in page.onderwerp_bindingen.all()}
    if not fases:
        return {"dilemmas": [], "dosdonts": [], "trainingen": []}
    others = paginas.filter(fase_bindingen__fase__in=fases).exclude(pk=page.pk)
    kinds = {"dilemmas": "dilemmapagina", "dosdonts": "dodontpagina", "trainingen": "trainingpagina"}
    found = cards.cards_of(others.filter(content_type__model__in=kinds.values()))
    sharing = set()
    if mine:
        sharing = set(others.filter(onderwerp_bindingen__onderwerp__in=mine).values_list("pk", flat=True))
    by_soort = {"dilemmas": "dilemma", "dosdonts": "dodont", "trainingen": "training"}
    return {
        name: sorted((c for c in found if c.soort == soort), key=lambda c: c.page_id not in sharing)
        for name, soort in by_soort.items()
    }


def page_context(page: HandelingskaderPagina, paginas: QuerySet[HandelingskaderPagina]) -> dict[str, Any]:
    # The titles that Wagtail keeps show no more than the source does, so the pages themselves need not be read.
    ancestors = page.get_ancestors().filter(depth__gte=3)
    kruimels = [{"titel": ancestor.title, "url": ancestor.url} for ancestor in ancestors]
    return {
        "boom": contents_tree(paginas, page),
        "kruimels": kruimels,
        "onderwerpen": page.onderwerp_labels,
        "redacties": list(page.redacties.all()),
        **related_cards(page, paginas),
    }
