"""People who log in. A name stands on screens of those who work together, never in an address, a log line or a
title."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """`naam` is how colleagues see the person; `kenmerk` is what logs and versions keep."""

    kenmerk = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    naam = models.CharField(_("naam"), max_length=120)
    functie = models.CharField(_("functie"), max_length=120, blank=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = ["email", "naam"]

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")

    def __str__(self) -> str:
        return self.naam or self.username

    def get_full_name(self) -> str:
        return str(self)
