"""A document in a dossier: one row per stuk, its content as JSON by the declaration of its kind."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casefiles import stuksoorten
from casefiles.choices import Staat, Zichtbaarheid

from .dossier import ALPHABET, Dossier


def new_kenmerk(soort: str) -> str:
    """The part of the address for a stuk of which a dossier can have more: kind and six random signs."""
    return f"{soort}-" + "".join(secrets.choice(ALPHABET) for _ in range(6)).lower()


class Stuk(models.Model):
    """A stuk as it is in the newest dossierversie. Only `casefiles.versions.register` saves one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="stukken")
    soort = models.CharField(_("soort"), max_length=40)
    kenmerk = models.SlugField(_("kenmerk"), max_length=60)
    titel = models.CharField(_("titel"), max_length=200)
    inhoud = models.JSONField(_("inhoud"), default=dict)
    schema = models.PositiveSmallIntegerField(default=1)
    staat = models.CharField(_("staat"), max_length=20, choices=Staat.choices, default=Staat.CONCEPT)
    zichtbaarheid = models.CharField(
        _("zichtbaar voor"), max_length=20, choices=Zichtbaarheid.choices, default=Zichtbaarheid.TEAM
    )
    fase = models.PositiveSmallIntegerField(_("gemaakt in fase"))
    weg_op = models.DateTimeField(_("in de prullenbak sinds"), null=True, blank=True)
    gewijzigd_op = models.DateTimeField()
    gewijzigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gewijzigd_in = models.PositiveIntegerField(_("laatste versie"), default=0)

    class Meta:
        verbose_name = _("stuk")
        verbose_name_plural = _("stukken")
        default_permissions = ()
        ordering = ["soort", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "kenmerk"], name="one_stuk_per_address"),
            models.CheckConstraint(condition=~models.Q(titel=""), name="stuk_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def stuksoort(self) -> stuksoorten.Stuksoort:
        return stuksoorten.SOORTEN[self.soort]

    def onderdeel_inhoud(self, code: str) -> dict[str, Any]:
        section: dict[str, Any] = self.inhoud.get(code, {})
        return section
