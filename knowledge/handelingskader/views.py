"""Screens of the handelingskader that are no page of it: browsing what stands spread over the tree."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knowledge.fases import Fase

from .cards import cards_of
from .models import DilemmaPagina, HandelingskaderPagina, LeidraadTag


@require_safe
def dilemmas(request: HttpRequest) -> HttpResponse:
    """All dilemma's, by fase and theme. A fase or theme that does not exist shows the empty state."""
    fase, thema = request.GET.get("fase", ""), request.GET.get("thema", "")
    live = DilemmaPagina.objects.live()
    paginas = HandelingskaderPagina.objects.filter(pk__in=live.values("pk"))
    if fase:
        paginas = paginas.filter(fase_bindingen__fase=int(fase)) if fase in map(str, Fase.values) else paginas.none()
    if thema:
        paginas = paginas.filter(tags__slug=thema)
    themas = LeidraadTag.objects.filter(paginas__content_object__in=live.values("pk")).distinct().order_by("name")
    context = {
        "kaarten": cards_of(paginas),
        "fases": Fase.choices,
        "themas": themas,
        "fase": fase,
        "thema": thema,
        "gefilterd": bool(fase or thema),
    }
    return render(request, "handelingskader/dilemmas.html", context)
