"""The one question that others ask of the handelingskader: which guidance belongs here?"""

from __future__ import annotations

from django.db.models import QuerySet

from knowledge.handelingskader.cards import GuidanceCard, cards_of
from knowledge.handelingskader.models import HandelingskaderPagina

__all__ = ["GuidanceCard", "guidance_by_kind", "guidance_for"]


def _bound(fase: int | None, onderwerp: str | None) -> QuerySet[HandelingskaderPagina]:
    paginas = HandelingskaderPagina.objects.live()
    if fase is not None:
        paginas = paginas.filter(fase_bindingen__fase=fase)
    if onderwerp is not None:
        paginas = paginas.filter(onderwerp_bindingen__onderwerp=onderwerp)
    return paginas


def guidance_for(fase: int | None, onderwerp: str | None = None) -> list[GuidanceCard]:
    """The live guidance bound to this fase and this section, what helps while writing first, pages without open text last.

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
