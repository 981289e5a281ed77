"""Listens to what changes and writes it in the outbox, in the same transaction. Nothing here talks to an engine."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from casefiles.models import Persoon
from casefiles.signals import dossierversie_geregistreerd, toegang_gewijzigd
from knowledge.handelingskader.models import HandelingskaderPagina
from search import outbox
from search.sources import DOSSIER, PAGINA, STUK


def connect() -> None:
    """Connects every receiver; calling it twice connects them once."""
    page_published.connect(_page, dispatch_uid="search.page_published")
    page_unpublished.connect(_page, dispatch_uid="search.page_unpublished")
    page_slug_changed.connect(_subtree, dispatch_uid="search.page_slug_changed")
    post_page_move.connect(_subtree, dispatch_uid="search.post_page_move")
    post_delete.connect(_deleted_page, sender=HandelingskaderPagina, dispatch_uid="search.page_deleted")
    dossierversie_geregistreerd.connect(_versie, dispatch_uid="search.dossierversie")
    toegang_gewijzigd.connect(_dossier, dispatch_uid="search.dossier")
    post_save.connect(_persoon, sender=Persoon, dispatch_uid="search.persoon")


def _page(sender: type, instance: Page, **kwargs: Any) -> None:
    if isinstance(instance, HandelingskaderPagina):
        outbox.changed(PAGINA, [instance.pk])


def _subtree(sender: type, instance: Page, **kwargs: Any) -> None:
    """The address of each page below changes too."""
    below = HandelingskaderPagina.objects.descendant_of(instance, inclusive=True).values_list("pk", flat=True)
    outbox.changed(PAGINA, below)


def _deleted_page(sender: type, instance: HandelingskaderPagina, **kwargs: Any) -> None:
    outbox.changed(PAGINA, [instance.pk])


def _versie(sender: type, versie: Any, **kwargs: Any) -> None:
    outbox.changed(STUK, versie.stukversies.values_list("stuk_id", flat=True))
    outbox.changed(DOSSIER, [versie.dossier_id])


def _dossier(sender: type, dossier: Any, **kwargs: Any) -> None:
    outbox.changed(DOSSIER, [dossier.pk])


def _persoon(sender: type, instance: Persoon, **kwargs: Any) -> None:
    outbox.changed(DOSSIER, [instance.dossier_id])
