"""The one question that others ask of the handelingskader: which guidance belongs here?"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from knowledge.handelingskader.cards import GuidanceCard, cards_of
from knowledge.handelingskader.models import HandelingskaderPagina, OnderwerpBinding

__all__ = ["GuidanceCard", "guidance_by_kind", "guidance_by_onderwerp", "guidance_for"]


def _bound(fase: int | None, onderwerp: str | None) -> QuerySet[HandelingskaderPagina]:
    paginas = HandelingskaderPagina.objects.live()
    if fase is not None:
        paginas = paginas.filter(fase_bindingen__fase=fase)
    if onderwerp is not None:
        paginas = paginas.filter(onderwerp_bindingen__onderwerp=onderwerp)
    return paginas


def guidance_for(fase: int | None, onderwerp: str | None = None) -> list[GuidanceCard]:
    """The live guidance bound to this fase and this section, what helps while writing first, pages without open text
    last.

    `None` leaves that side free. One query; an unknown fase or section gives an empty list.
    """
    if fase is None and onderwerp is None:
        return []
    return cards_of(_bound(fase, onderwerp))


def guidance_by_kind(fase: int) -> dict[str, list[GuidanceCard]]:
    """All guidance of a fase, parted into leidraad, dilemmas, dosdonts and trainingen (empty lists included)."""
    parts: dict[str, list[GuidanceCard]] = {"leidraad": [], "dilemmas": [], "dosdonts": [], "trainingen": []}
    names = {"dilemma": "dilemmas", "dodont": "dosdonts", "training": "trainingen"}
    for card in guidance_for(fase):
        parts[names.get(card.soort, "leidraad")].append(card)
    return parts


def guidance_by_onderwerp(fase: int, onderwerpen: Sequence[str]) -> dict[str, list[GuidanceCard]]:
    """The guidance of a fase for each of these sections, in their order; a section without any is left out.

    The same number of queries for one section as for nine.
    """
    codes = list(onderwerpen)
    bound = _bound(fase, None).filter(onderwerp_bindingen__onderwerp__in=codes)
    cards = {card.page_id: card for card in cards_of(bound)}
    rows = set(OnderwerpBinding.objects.filter(page__in=cards, onderwerp__in=codes).values_list("page_id", "onderwerp"))
    parts = {code: [card for card in cards.values() if (card.page_id, code) in rows] for code in codes}
    return {code: found for code, found in parts.items() if found}
