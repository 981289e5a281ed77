"""A guidance page as a card: what stands beside a form, in a fase page and in a list of related pages.

Cards are made from the recorded text of live pages (`LeidraadTekst`), so that showing them renders nothing again and
a card of today and one in an old dossierversie are the same thing. This module knows no models: querysets are handed
in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, Subquery
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .models import HandelingskaderPagina

# What helps someone who is writing comes first: what to do, then why, then the choice, then learning.
ORDER = ("dodont", "paragraaf", "fase", "dilemma", "hoofdstuk", "professionalisering", "training")


@dataclass(frozen=True)
class Punt:
    """A do, a don't, a question or a consideration; `html` was cleaned when the page was published."""

    soort: str
    html: SafeString
    bron: str = ""


@dataclass(frozen=True)
class GuidanceCard:
    """One guidance page, safe to show to whoever may log in."""

    page_id: int
    sleutel: str
    nummer: str
    titel: str
    soort: str
    soort_label: str
    samenvatting: str
    html: SafeString
    heeft_open_tekst: bool
    is_voorbeeldtekst: bool
    url: str = ""
    bron: str = ""
    punten: tuple[Punt, ...] = field(default=())

    @property
    def titel_weergave(self) -> str:
        return (" - " if self.soort == "fase" else " ").join(part for part in (self.nummer, self.titel) if part)

    @property
    def dos(self) -> list[Punt]:
        return [p for p in self.punten if p.soort in ("do", "dont")]

    @property
    def vragen(self) -> list[Punt]:
        return [p for p in self.punten if p.soort in ("vraag", "overweging")]


def card_from_text(page_id: int, inhoud: dict[str, Any], url: str = "") -> GuidanceCard:
    """A card from a recorded text (`LeidraadTekst.inhoud`, schema 1)."""
    return GuidanceCard(
        page_id=page_id,
        sleutel=inhoud["sleutel"],
        nummer=inhoud["nummer"],
        titel=inhoud["titel"],
        soort=inhoud["soort"],
        soort_label=inhoud["soort_label"],
        samenvatting=inhoud["samenvatting"],
        html=mark_safe(inhoud["html"]),  # noqa: S308  (rendered by our block templates from cleaned text)
        heeft_open_tekst=inhoud["heeft_open_tekst"],
        is_voorbeeldtekst=inhoud["is_voorbeeldtekst"],
        url=url,
        bron=inhoud["bron"],
        punten=tuple(
            Punt(p["soort"], mark_safe(p["html"]), p["bron"])  # noqa: S308
            for p in inhoud["punten"]
        ),
    )


def cards_of(paginas: QuerySet[HandelingskaderPagina]) -> list[GuidanceCard]:
    """The cards of these live pages, in order: open text first, then by kind, then what is bound to fewer fases (and
    so says more about this one), then as the handelingskader has them.

    One query, whatever the number of pages; a page that was never published has no text and gives no card.
    """
    fases = paginas.model.fase_bindingen.rel.related_model.objects.filter(page=OuterRef("pk")).order_by()
    count = fases.values("page").annotate(aantal=Count("*")).values("aantal")
    rows = (
        paginas.select_related("gepubliceerd__tekst").annotate(aantal_fases=Subquery(count)).distinct().order_by("path")
    )
    rank = {soort: place for place, soort in enumerate(ORDER)}
    found = [
        (row.aantal_fases or 0, card_from_text(row.pk, row.gepubliceerd.tekst.inhoud, row.url or ""))
        for row in rows
        if hasattr(row, "gepubliceerd")
    ]
    found.sort(key=lambda pair: (not pair[1].heeft_open_tekst, rank.get(pair[1].soort, len(ORDER)), pair[0]))
    return [card for _fases, card in found]
