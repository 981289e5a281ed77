"""The search pages. Words that are looked for in dossiers come by POST and stay in the database of their user."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.models import User
from knowledge.guidance import guidance_for
from knowledge.handelingskader.cards import cards_of
from knowledge.handelingskader.models import HandelingskaderPagina
from search.engines.base import FACETS
from search.models import Zoekvraag
from search.presentation import PER_PAGE, Lijst, lijst, period_start, verfijningen
from search.query import Antwoord, Filters, search_dossiers, search_guidance
from search.sources import PAGINA

LONGEST = 200
MOST_QUESTIONS = 50
QUESTIONS_LAST = timedelta(days=30)
MOST_VALUES = 20
MOST_CARDS = 10
DEEPEST_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """The search box; a POST keeps the question and goes to the address of its answer."""
    text = request.POST.get("q", "").strip()[:LONGEST]
    if not text:
        return render(request, "search/zoeken.html", {"q": "", "zonder_zoeken": True})
    vraag = Zoekvraag.objects.create(gebruiker=_user(request), tekst=text)
    _forget_old(_user(request))
    return redirect("search:resultaten", kenmerk=vraag.kenmerk)


@require_GET
def resultaten(request: HttpRequest, kenmerk: str) -> HttpResponse:
    """Both result lists for a question of this user; for anyone else the address does not exist."""
    user = _user(request)
    vraag = Zoekvraag.objects.filter(gebruiker=user, kenmerk=kenmerk).first()
    if vraag is None:
        raise Http404
    filters, page_kader, page_dossiers = _filters(request.GET), _page(request, "kader"), _page(request, "dossiers")
    kader = search_guidance(user, vraag.tekst, filters, limit=PER_PAGE, offset=_offset(page_kader))
    dossiers = search_dossiers(user, vraag.tekst, filters, limit=PER_PAGE, offset=_offset(page_dossiers))
    lijsten = [lijst("kader", kader, page_kader), lijst("dossiers", dossiers, page_dossiers)]
    return render(request, "search/resultaten.html", _context(request, vraag.tekst, filters, lijsten))


@require_GET
def handelingskader(request: HttpRequest) -> HttpResponse:
    """Guidance alone: its words may stand in the address."""
    text, filters, page = request.GET.get("q", "").strip()[:LONGEST], _filters(request.GET), _page(request, "kader")
    found = search_guidance(_user(request), text, filters, limit=PER_PAGE, offset=_offset(page)) if text else Antwoord()
    return render(
        request, "search/handelingskader.html", _context(request, text, filters, [lijst("kader", found, page)])
    )


@require_GET
def paneel(request: HttpRequest) -> HttpResponse:
    """The cards in the panel beside a form: what was looked for, or without words what belongs to the section."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    if text:
        found = search_guidance(_user(request), text, limit=MOST_CARDS, unfinished=True).found
        places = {int(one.hit.key.removeprefix(f"{PAGINA}:")): place for place, one in enumerate(found)}
        cards = cards_of(HandelingskaderPagina.objects.live().filter(pk__in=places))
        cards.sort(key=lambda card: places[card.page_id])
    else:
        fase = request.GET.get("fase", "")
        cards = guidance_for(int(fase) if fase in ("1", "2", "3") else None, request.GET.get("onderwerp") or None)
    return render(request, "rk/guidance_cards.html", {"kaarten": cards, "q": text})


def _user(request: HttpRequest) -> User:
    """LoginRequiredMiddleware lets nobody else come here."""
    if not isinstance(request.user, User):
        raise TypeError("search is for those who are logged in")
    return request.user


def _forget_old(user: User) -> None:
    """Drops what this user asked long ago, but for what they saved: the words may name a person."""
    asked = Zoekvraag.objects.filter(gebruiker=user, naam="").order_by("-pk")
    asked.filter(aangemaakt_op__lt=timezone.now() - QUESTIONS_LAST).delete()
    Zoekvraag.objects.filter(pk__in=list(asked.values_list("pk", flat=True)[MOST_QUESTIONS:])).delete()


def _filters(query: QueryDict) -> Filters:
    values = {facet: tuple(query.getlist(facet)[:MOST_VALUES]) for facet in FACETS if query.getlist(facet)}
    return Filters(values, datum_vanaf=period_start(query.get("periode", ""), timezone.localtime()))


def _page(request: HttpRequest, name: str) -> int:
    asked = request.GET.get(name, "1")
    return min(int(asked), DEEPEST_PAGE) if asked.isascii() and asked.isdigit() and int(asked[:6]) > 0 else 1


def _offset(page: int) -> int:
    return (page - 1) * PER_PAGE


def _context(request: HttpRequest, text: str, filters: Filters, lijsten: list[Lijst]) -> dict[str, object]:
    chosen = [(facet, value) for facet, values in filters.values.items() for value in values]
    periode = request.GET.get("periode", "") if filters.datum_vanaf else ""
    kept = [*chosen, *([("periode", periode)] if periode else [])]
    # Only the search in guidance has its words in the address.
    words = [("q", text)] if request.method == "GET" and request.GET.get("q") else []
    return {
        "q": text,
        "lijsten": lijsten,
        "totaal": sum(one.totaal for one in lijsten),
        "verfijningen": verfijningen(lijsten, filters.values),
        "periode": periode,
        "verfijnd": bool(kept),
        "basis_query": f"&{urlencode(words + kept)}" if words or kept else "",
        "suggestie": next((one.suggestie for one in lijsten if one.suggestie), None),
        "degraded": any(one.degraded for one in lijsten),
        "zonder_zoeken": True,
    }
