"""Which guidance was in force at a moment, kept by content, so that nothing that happens to pages later changes it.

A text is stored once per hash; a stand is the list of all live pages with the hash of their text, stored once per
hash of that list. Purging revisions or deleting a page changes neither (architecture.md, Versions).
"""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImmutableError(Exception):
    """What was once in force is never rewritten."""


class ImmutableQuerySet(models.QuerySet):
    def update(self, **kwargs: Any) -> NoReturn:
        raise ImmutableError("Een leidraadstand en zijn teksten liggen vast.")

    def delete(self) -> NoReturn:
        raise ImmutableError("Een leidraadstand en zijn teksten liggen vast.")


class LeidraadTekst(models.Model):
    """The text of one page as readers saw it: `inhoud` has nummer, titel, samenvatting, soort and html."""

    hash = models.CharField(max_length=64, primary_key=True)
    inhoud = models.JSONField()

    objects = ImmutableQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("vastgelegde tekst")

    def __str__(self) -> str:
        return self.hash[:12]


class GepubliceerdeTekst(models.Model):
    """Which text a live page shows now; written when a page is published, removed when it is taken offline."""

    page = models.OneToOneField(
        "handelingskader.HandelingskaderPagina", on_delete=models.CASCADE, related_name="gepubliceerd", primary_key=True
    )
    revisie = models.PositiveIntegerField(null=True)
    tekst = models.ForeignKey(LeidraadTekst, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"tekst van pagina {self.pk}"


class Leidraadstand(models.Model):
    """An immutable list of (page, revision, hash of text): `regels` holds [page id, revision id, sleutel, text
    hash]."""

    hash = models.CharField(max_length=64, primary_key=True)
    regels = models.JSONField()
    vastgelegd_op = models.DateTimeField(auto_now_add=True)

    objects = ImmutableQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("leidraadstand")

    def __str__(self) -> str:
        return self.hash[:12]
