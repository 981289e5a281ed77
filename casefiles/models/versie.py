"""Dossierversies: registered facts. Rows are added and never changed; queryset and database triggers refuse the rest.

The stored content is django-reversion's (`reversion.Version.serialized_data`); these rows say what it belongs to, and
chain each version to the one before (architecture.md, Versions).
"""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from reversion.models import Revision, Version

from casefiles.choices import VersieSoort, Wijziging
from knowledge.handelingskader.models import Leidraadstand

from .dossier import Dossier
from .stuk import Stuk


class OnveranderlijkError(Exception):
    """History is corrected by a new version, never rewritten."""


class OnveranderlijkQuerySet(models.QuerySet):
    def update(self, **kwargs: Any) -> NoReturn:
        raise OnveranderlijkError("Een dossierversie ligt vast. Maak een nieuwe versie.")

    def delete(self) -> NoReturn:
        raise OnveranderlijkError("Een dossierversie ligt vast. Maak een nieuwe versie.")


class Teamstand(models.Model):
    """The team at a moment, stored once per content: `leden` holds [user kenmerk, role, organisation code, from]."""

    hash = models.CharField(max_length=64, primary_key=True)
    leden = models.JSONField()

    objects = OnveranderlijkQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.hash[:12]


class Dossierversie(models.Model):
    """One number for the whole dossier at one moment: its stukken, team, fase and the guidance in force."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField(_("versie"))
    moment = models.DateTimeField(_("moment"))
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(_("soort"), max_length=20, choices=VersieSoort.choices)
    reden = models.CharField(_("reden"), max_length=500)
    fase = models.PositiveSmallIntegerField(_("fase"))
    revisie = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="dossierversie", null=True)
    leidraadstand = models.ForeignKey(Leidraadstand, on_delete=models.PROTECT, related_name="+")
    teamstand = models.ForeignKey(Teamstand, on_delete=models.PROTECT, related_name="+")
    hersteld_van = models.PositiveIntegerField(_("hersteld uit versie"), null=True, blank=True)
    vorige_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = OnveranderlijkQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossierversie")
        verbose_name_plural = _("dossierversies")
        default_permissions = ()
        ordering = ["-nummer"]
        constraints = [models.UniqueConstraint(fields=["dossier", "nummer"], name="one_version_per_number")]

    def __str__(self) -> str:
        return f"versie {self.nummer}"


class Stukversie(models.Model):
    """That a dossierversie changed this stuk, and where reversion keeps its content. A stuk that went keeps the
    content it had."""

    versie = models.ForeignKey(Dossierversie, on_delete=models.PROTECT, related_name="stukversies")
    stuk = models.ForeignKey(Stuk, on_delete=models.PROTECT, related_name="stukversies")
    nummer = models.PositiveIntegerField(_("versie"))
    wijziging = models.CharField(max_length=20, choices=Wijziging.choices)
    opslag = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="stukversie")
    hash = models.CharField(max_length=64)

    objects = OnveranderlijkQuerySet.as_manager()

    class Meta:
        verbose_name = _("versie van een stuk")
        verbose_name_plural = _("versies van stukken")
        default_permissions = ()
        ordering = ["-nummer"]
        constraints = [models.UniqueConstraint(fields=["versie", "stuk"], name="one_change_per_stuk_and_version")]
        indexes = [models.Index(fields=["stuk", "-nummer"], name="stukversie_stuk_nummer")]

    def __str__(self) -> str:
        return f"{self.stuk_id} in versie {self.nummer}"
