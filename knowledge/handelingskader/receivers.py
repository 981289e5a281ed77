"""Publishing a page records its text, in the same transaction."""

from typing import Any

from wagtail.signals import page_published, page_unpublished

from .leidraadstand import forget_text, record_text
from .models import HandelingskaderPagina


def _published(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, HandelingskaderPagina):
        record_text(instance)


def _unpublished(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, HandelingskaderPagina):
        forget_text(instance)


def connect() -> None:
    page_published.connect(_published, dispatch_uid="handelingskader.record_text")
    page_unpublished.connect(_unpublished, dispatch_uid="handelingskader.forget_text")
