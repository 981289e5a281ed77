"""The door to search: who asks, then the words. All that leaves here has passed the access rules twice.

Inside the query by principals, worked out per request; and each hit once more against the database
(`casefiles.access`), since an index is always a little behind. Without the engine, the database gives titles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from audit.log import record
from audit.models import Handeling
from casefiles import access
from casefiles.models import Stuk
from knowledge.handelingskader.models import HandelingskaderPagina
from search import database
from search.engines.base import IndexName, Principal, SearchEngine, SearchUnavailableError
from search.engines.choice import current_engine
from search.finding import Answer, Found, Question, find
from search.sources import DOSSIER, IEDEREEN, PAGINA, STUK
from search.synonyms import current_synonyms

MOST_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """Chosen values per facet, and a period. Unknown facets and values find nothing and harm nothing."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    datum_vanaf: datetime | None = None
    datum_tot: datetime | None = None


@dataclass(frozen=True, slots=True)
class Antwoord:
    """An answer that may be shown. `degraded`: the engine is away, and this is what the database has by title."""

    total: int = 0
    found: tuple[Found, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    suggestion: str | None = None
    degraded: bool = False


Asker = User | AnonymousUser
NO_FILTERS = Filters()


def search_guidance(
    user: Asker,
    text: str,
    filters: Filters = NO_FILTERS,
    *,
    limit: int = 20,
    offset: int = 0,
    engine: SearchEngine | None = None,
    unfinished: bool = False,
) -> Antwoord:
    """Guidance for everyone who is logged in, by relevance. With `unfinished`, the last word may still be growing."""
    principals = (Principal(IEDEREEN),) if user.is_authenticated and user.is_active else ()
    question = _question(IndexName.GUIDANCE, principals, text, filters, limit, offset, unfinished)
    if not principals:
        return Antwoord()
    try:
        answer = find(engine or current_engine(), question, current_synonyms())
    except SearchUnavailableError:
        return Antwoord(*database.guidance(text, limit), degraded=True)
    return _checked(answer, _live_pages([found.hit.key for found in answer.found]))


def search_dossiers(
    user: Asker,
    text: str,
    filters: Filters = NO_FILTERS,
    *,
    limit: int = 20,
    offset: int = 0,
    engine: SearchEngine | None = None,
) -> Antwoord:
    """Dossiers and stukken that this user may see, by words met and then by date.

    Each answer that shows something is one row in the inzagelog, naming the dossiers shown and never the words; when
    the row can't be written, nothing is shown.
    """
    principals = tuple(Principal(found.naam, found.vanaf) for found in access.principals_for(user))
    if not principals or not isinstance(user, User):
        return Antwoord()
    question = _question(IndexName.DOSSIERS, principals, text, filters, limit, offset, unfinished=False)
    try:
        answer = find(engine or current_engine(), question, current_synonyms())
    except SearchUnavailableError:
        shown = Antwoord(*database.dossiers(user, text, limit), degraded=True)
    else:
        shown = _checked(answer, _readable(user, principals, [found.hit.key for found in answer.found]))
    if shown.found:
        nummers = sorted({found.hit.dossier for found in shown.found})
        record(Handeling.ZOEKEN, gebruiker=user.kenmerk, bijzonderheden={"dossiers": nummers})
    return shown


def _question(
    index: IndexName,
    principals: tuple[Principal, ...],
    text: str,
    filters: Filters,
    limit: int,
    offset: int,
    unfinished: bool,
) -> Question:
    return Question(
        index=index,
        principals=principals,
        text=text,
        filters={facet: values for facet, values in filters.values.items() if values},
        datum_vanaf=filters.datum_vanaf,
        datum_tot=filters.datum_tot,
        limit=max(1, min(limit, MOST_PER_PAGE)),
        offset=max(0, offset),
        unfinished=unfinished,
    )


def _checked(answer: Answer, allowed: set[str]) -> Antwoord:
    """Only hits that the database allows now. When the index was behind, counts that told of others are left out."""
    kept = tuple(found for found in answer.found if found.hit.key in allowed)
    if len(kept) == len(answer.found):
        return Antwoord(answer.total, answer.found, answer.facets, answer.suggestion)
    return Antwoord(max(answer.total - len(answer.found) + len(kept), len(kept)), kept, {}, None)


def _live_pages(keys: list[str]) -> set[str]:
    ids = [key.removeprefix(f"{PAGINA}:") for key in keys]
    live = HandelingskaderPagina.objects.live().filter(pk__in=ids).values_list("pk", flat=True)
    return {f"{PAGINA}:{pk}" for pk in live}


def _readable(user: User, principals: tuple[Principal, ...], keys: list[str]) -> set[str]:
    """The keys of what this user may find by the database's word: two queries, whatever the number of hits."""
    visible = access.dossiers_visible_to(user)
    ids = [key.removeprefix(f"{STUK}:") for key in keys if key.startswith(f"{STUK}:")]
    allowed = set()
    for stuk in Stuk.objects.filter(pk__in=ids, dossier__in=visible, weg_op__isnull=True):
        if _finds(principals, access.principals_of_stuk(stuk), stuk.gewijzigd_op):
            allowed.add(f"{STUK}:{stuk.pk}")
    ids = [key.removeprefix(f"{DOSSIER}:") for key in keys if key.startswith(f"{DOSSIER}:")]
    for dossier in visible.filter(pk__in=ids):
        if _finds(principals, access.principals_of_dossier(dossier.pk), dossier.aangemaakt_op):
            allowed.add(f"{DOSSIER}:{dossier.pk}")
    return allowed


def _finds(asking: tuple[Principal, ...], asked: list[str], moment: datetime) -> bool:
    return any(
        principal.name in asked and (principal.vanaf is None or moment >= principal.vanaf) for principal in asking
    )


__all__ = ["Antwoord", "Filters", "search_dossiers", "search_guidance"]
