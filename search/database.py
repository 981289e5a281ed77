"""What the database can find by itself, for when the engine is away: titles and numbers, no text."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.urls import reverse

from accounts.models import User
from casefiles import access
from casefiles.models import Stuk
from knowledge.handelingskader.models import HandelingskaderPagina
from search.analysis.asking import GUIDANCE, ask
from search.analysis.tokens import language, tokens
from search.engines.base import Hit, Principal
from search.finding import Found
from search.highlights import Marker, mark
from search.sources import DOSSIER, PAGINA, STUK

MOST_WORDS = 6

Row = TypeVar("Row", bound=Model)


def guidance(text: str, limit: int) -> tuple[int, tuple[Found, ...]]:
    """Live pages with all words in their number and title."""
    pages = _with_words(HandelingskaderPagina.objects.live(), text, ("nummer", "title", "titel_tekst", "samenvatting"))
    hits = [
        Hit(
            key=f"{PAGINA}:{page.pk}",
            version=0,
            score=0.0,
            soort=(page.specific_class or HandelingskaderPagina).soort,
            title=page.titel_weergave,
            text=page.samenvatting,
            url=page.url or "",
            section=page.sleutel,
            datum=page.last_published_at,
        )
        for page in pages.order_by("path")[:limit]
    ]
    return pages.count(), _found(hits, text)


def dossiers(user: User, text: str, limit: int) -> tuple[int, tuple[Found, ...]]:
    """Numbers and titles of stukken among what this user may see now."""
    principals = [Principal(found.naam, found.vanaf) for found in access.principals_for(user)]
    names = {principal.name: principal for principal in principals}
    visible = access.dossiers_visible_to(user)
    hits = []
    for dossier in _with_words(visible, text, ("nummer",)).order_by("-aangemaakt_op")[:limit]:
        if names.keys() & set(access.principals_of_dossier(dossier.pk)):
            hits.append(_dossier_hit(dossier))
    stukken = Stuk.objects.filter(dossier__in=visible, weg_op__isnull=True).select_related("dossier")
    for stuk in _with_words(stukken, text, ("titel",)).order_by("-gewijzigd_op")[: 5 * limit]:
        mine = [names[name] for name in access.principals_of_stuk(stuk) if name in names]
        if any(principal.vanaf is None or stuk.gewijzigd_op >= principal.vanaf for principal in mine):
            hits.append(_stuk_hit(stuk))
    return len(hits), _found(hits[:limit], text)


def _dossier_hit(dossier: access.Dossier) -> Hit:
    return Hit(
        key=f"{DOSSIER}:{dossier.pk}",
        version=0,
        score=0.0,
        soort=DOSSIER,
        title=dossier.nummer,
        text="",
        url=reverse("dossiers:overzicht", args=[dossier.nummer]),
        section=dossier.nummer,
        dossier=dossier.nummer,
        datum=dossier.aangemaakt_op,
    )


def _stuk_hit(stuk: Stuk) -> Hit:
    return Hit(
        key=f"{STUK}:{stuk.pk}",
        version=0,
        score=0.0,
        soort=stuk.soort,
        title=stuk.titel,
        text="",
        url=reverse("dossiers:stuk", args=[stuk.dossier.nummer, stuk.kenmerk]),
        section=stuk.dossier.nummer,
        dossier=stuk.dossier.nummer,
        datum=stuk.gewijzigd_op,
    )


def _with_words(rows: QuerySet[Row], text: str, fields: tuple[str, ...]) -> QuerySet[Row]:
    stopwords = language()["stopwords"]
    words = [text[token.start : token.end] for token in tokens(text) if token.form not in stopwords]
    if not words:
        return rows.none()
    for word in words[:MOST_WORDS]:
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(anywhere)
    return rows


def _found(hits: list[Hit], text: str) -> tuple[Found, ...]:
    marker = Marker(ask(text, GUIDANCE))
    return tuple(Found(hit, mark(hit.title, marker), mark(hit.text, marker)) for hit in hits)
