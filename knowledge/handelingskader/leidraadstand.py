"""Recording the guidance in force: the text of a page when it is published, the whole list when a dossierversie asks
for it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.template.loader import render_to_string
from wagtail.rich_text import expand_db_html

from . import cards
from .models import GepubliceerdeTekst, HandelingskaderPagina, Leidraadstand, LeidraadTekst

TEXT_SCHEMA = 1
POINTS = {"do", "dont", "vraag", "overweging"}


def _digest(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _lines(first: int | None, last: int | None) -> str:
    if not first or not last:
        return ""
    return f"r. {first}" if first == last else f"r. {first}-{last}"


def text_of(page: HandelingskaderPagina) -> dict[str, Any]:
    """The page as readers see it, in plain values (schema 1). Markers keep their ground and line; nothing stands
    under them."""
    specific_class = page.specific_class or HandelingskaderPagina
    first, last = page.bron_eerste_regel, page.bron_laatste_regel
    return {
        "schema": TEXT_SCHEMA,
        "sleutel": page.sleutel,
        "nummer": page.nummer,
        "titel": page.titel or ("" if page.nummer else page.title),
        "soort": specific_class.soort,
        "soort_label": str(specific_class.soort_label),
        "samenvatting": page.samenvatting,
        "heeft_open_tekst": page.heeft_open_tekst,
        "is_voorbeeldtekst": page.is_voorbeeldtekst,
        "bron": _lines(first, last),
        "punten": [
            {
                "soort": block.block_type,
                "html": expand_db_html(block.value["tekst"].source),
                "bron": f"r. {block.value['bron']}" if block.value.get("bron") else "",
            }
            for block in page.body
            if block.block_type in POINTS
        ],
        "html": render_to_string("handelingskader/inhoud.html", {"page": page}),
    }


def record_text(page: HandelingskaderPagina) -> LeidraadTekst:
    """Keep the text of a live page; the same text twice is stored once."""
    inhoud = text_of(page)
    tekst, _made = LeidraadTekst.objects.get_or_create(hash=_digest(inhoud), defaults={"inhoud": inhoud})
    GepubliceerdeTekst.objects.update_or_create(
        page_id=page.pk, defaults={"revisie": page.live_revision_id, "tekst": tekst}
    )
    return tekst


def forget_text(page: HandelingskaderPagina) -> None:
    """The page is no longer live: it is no part of later stands. Its recorded texts stay."""
    GepubliceerdeTekst.objects.filter(page_id=page.pk).delete()


def current() -> Leidraadstand:
    """The stand of this moment. Two queries, and one more row when the guidance changed since the last one."""
    regels = [
        list(row)
        for row in GepubliceerdeTekst.objects.filter(page__live=True)
        .order_by("page__path")
        .values_list("page_id", "revisie", "page__sleutel", "tekst_id")
    ]
    stand, _made = Leidraadstand.objects.get_or_create(hash=_digest(regels), defaults={"regels": regels})
    return stand


def cards_in(stand: Leidraadstand) -> list[cards.GuidanceCard]:
    """The guidance as it was in this stand, in the order of the handelingskader; needs no page to exist still. One
    query."""
    teksten = LeidraadTekst.objects.in_bulk([regel[3] for regel in stand.regels])
    return [cards.card_from_text(regel[0], teksten[regel[3]].inhoud) for regel in stand.regels]
