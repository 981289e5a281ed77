"""What search itself keeps: what still has to be indexed, synonyms, and the questions of a user."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexCounter(models.Model):
    """The number of the last change of one object. It only goes up, and outlives the object.

    Engines keep it with each document and refuse an older one, so that a late write never wins. The row is locked from
    the change until its transaction ends: two transactions on one object get their numbers in the order they commit.
    """

    soort = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    counter = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["soort", "key"], name="one_counter_per_object")]

    def __str__(self) -> str:
        return f"{self.soort}:{self.key} {self.counter}"


class IndexChange(models.Model):
    """An object that changed and is not in the index yet. Written in the transaction of the change, deleted when the
    engine took it; an object has one row at most, with its newest counter.
    """

    soort = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    counter = models.PositiveBigIntegerField()
    sinds = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now, db_index=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["soort", "key"], name="one_change_per_object")]

    def __str__(self) -> str:
        return f"{self.soort}:{self.key} {self.counter}"


class Synoniem(models.Model):
    """Words that mean the same when searching, both ways. Used from the next search on: no index changes."""

    woorden = models.TextField(
        _("woorden"), help_text=_("Eén woord of uitdrukking per regel. Wie het ene zoekt, vindt ook het andere.")
    )
    bron = models.CharField(
        _("bron"), max_length=200, help_text=_("Een regel van het handelingskader (r.173) of een openbare lijst.")
    )

    gewijzigd_op = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("synoniem")
        verbose_name_plural = _("synoniemen")
        ordering = ["woorden"]

    def __str__(self) -> str:
        return " = ".join(self.expressions)

    @property
    def expressions(self) -> list[str]:
        """The lines that hold something."""
        return [line.strip() for line in self.woorden.splitlines() if line.strip()]

    def clean(self) -> None:
        if len(self.expressions) < 2:
            raise ValidationError({"woorden": _("Zet er minstens twee: elk op een eigen regel.")})


def new_kenmerk() -> str:
    """The random part of the address of a question: it says nothing of what was asked."""
    return secrets.token_urlsafe(12)


class Zoekvraag(models.Model):
    """What one user asked. The words stay here: an address, a log or a history of a browser never holds them."""

    kenmerk = models.CharField(max_length=20, unique=True, default=new_kenmerk, editable=False)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="zoekvragen")
    tekst = models.CharField(_("zoekwoorden"), max_length=300)
    filters: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, blank=True)
    naam = models.CharField(_("bewaard als"), max_length=80, blank=True)
    aangemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("zoekvraag")
        verbose_name_plural = _("zoekvragen")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.kenmerk
